"""The dates that a page shows, gathered as they stand; `stories.dates` reads and judges them."""

import re
from collections.abc import Iterable, Iterator

from stories.dates import Candidate, Field
from stories.dates.scripts import script_dates
from stories.dates.visible import visible_dates
from stories.extraction.document import Document
from stories.extraction.metadata.bylines import around_headline, is_elsewhere
from stories.extraction.structured import is_story, types
from stories.loose_json import load_json
from stories.text import clean, words_of

MAX_TEXT = 80
# Names of meta elements by what they claim, the most reliable first (Open Graph, Dublin Core, schema.org,
# Parse.ly, Sailthru, and what content systems add).
META: dict[str, Field] = {
    **dict.fromkeys(
        (
            "article:published_time",
            "og:published_time",
            "og:article:published_time",
            "datepublished",
            "parsely-pub-date",
            "sailthru.date",
            "dcterms.created",
            "dcterms.issued",
            "dcterms.date",
            "dc.date.issued",
            "dc.date.created",
            "dc.date",
            "date",
            "pubdate",
            "publishdate",
            "publish-date",
            "publish_date",
            "publication_date",
            "publication-date",
            "article.published",
            "article_date_original",
            "originalpublicationdate",
            "cxenseparse:recs:publishtime",
            "cxenseparse:publishtime",
            "datecreated",
            "date.created",
            "bt:pubdate",
            "rnews:datepublished",
            "citation_publication_date",
            "displaydate",
            "article:published",
            "article:publication_date",
            "og:pubdate",
            "og:publish_date",
            "date_published",
            "date-published",
            "pub_date",
            "publish_time",
            "published-date",
            "published_date",
            "published_time",
            "live:publishdate",
            "online:publishdate",
            "news:publication_date",
            "citation_date",
            "citation_online_date",
            "eprints.date",
            "shareaholic:article_published_time",
            "vr:published_time",
        ),
        "published",
    ),
    **dict.fromkeys(
        (
            "article:modified_time",
            "og:updated_time",
            "og:article:modified_time",
            "datemodified",
            "dcterms.modified",
            "dc.date.modified",
            "last-modified",
            "lastmod",
            "revised",
            "date.modified",
            "updated_time",
            "article:updated",
            "article:updated_time",
            "date_modified",
            "lastmodified",
            "last_modified",
            "lastupdate",
            "last-updated",
            "modification_date",
            "shareaholic:article_modified_time",
        ),
        "modified",
    ),
}
_KEYS: dict[str, Field] = {
    "datePublished": "published",
    "dateCreated": "published",
    "uploadDate": "published",
    "dateModified": "modified",
}
# What Drupal's pages say beside the headline (RDFa)
_PROPERTIES: dict[str, Field] = {
    **dict.fromkeys(("dc:date", "dc:created", "schema:datePublished", "schema:dateCreated"), "published"),
    **dict.fromkeys(("dc:modified", "schema:dateModified"), "modified"),
}
_DIGITS = re.compile(r"\d")
# Names that outlets make up for the day of publication: "acme:published_on", "x.firstPublicationDate"
_NAMED = re.compile(
    r"(?:publi(?:sh(?:ed)?|cation)|pub|release)[_.-]?(?:date|time|on|at)$|(?:^|[:._-])published$|date[_.-]?pub(?:lished)?$",
    re.I,
)


def date_candidates(document: Document, title: str = "") -> list[Candidate]:
    """Every date that the page shows for the story, the most trustworthy places first, none twice.

    title: the headline, near which printed dates are looked for.
    """
    stated = [
        candidate
        for source in (
            _from_json_ld(document),
            _from_metas(document),
            _from_microdata(document),
            _from_rdfa(document),
        )
        for candidate in source
        if _fits(candidate.text)
    ]
    found = [*stated, *visible_dates(document.tree, title), Candidate("published", document.url, "url")]
    if not any(candidate.field == "published" and "named" not in candidate.origin for candidate in stated):
        found += script_dates(text for _, text in document.scripts if not _is_list(text))
    return list(dict.fromkeys(found))


def _is_list(script: str) -> bool:
    """Whether a script is a list of schema.org's, of which the story's own item was read as such."""
    return "schema.org" in script and "itemListElement" in script and load_json(script) is not None


def _fits(text: str) -> bool:
    return 4 <= len(text) <= MAX_TEXT and bool(_DIGITS.search(text))


def _from_json_ld(document: Document) -> Iterator[Candidate]:
    """The story's own object first, then what any other object of the page says."""
    for node in sorted(document.nodes, key=lambda node: not is_story(node)):
        origin = "json-ld" if is_story(node) else f"json-ld {next(iter(types(node)), '')}"
        for key, field in _KEYS.items():
            for value in _strings(node.get(key)):
                yield Candidate(field, clean(value), f"{origin} {key}")


def _strings(value: object) -> Iterable[str]:
    if isinstance(value, dict):
        value = value.get("@value")
    values = value if isinstance(value, list) else [value]
    return [str(item) for item in values if isinstance(item, str | int)]


def _from_metas(document: Document) -> Iterator[Candidate]:
    for name, field in META.items():
        for value in document.metas.get(name, ()):
            yield Candidate(field, clean(value), f"meta {name}")
    for name, values in document.metas.items():
        if name not in META and _NAMED.search(name):
            yield from (Candidate("published", clean(value), f"meta named {name}") for value in values)


def _from_microdata(document: Document) -> Iterator[Candidate]:
    for node in document.marked:
        for name in node.get("itemprop", "").split():
            if name in _KEYS and node.tag != "meta":
                value = node.get("datetime") or node.get("content") or words_of(node)
                away = " elsewhere" if is_elsewhere(node) else ""
                yield Candidate(_KEYS[name], clean(value), f"microdata {name}{away}")


def _from_rdfa(document: Document) -> Iterator[Candidate]:
    for node in around_headline(document):
        value = node.get("content") or ""
        for name in (node.get("property") or "").split():
            if name in _PROPERTIES and value and node.tag != "meta":
                field = _PROPERTIES[name]
                yield Candidate(field, clean(value), f"microdata date{field.capitalize()}")
