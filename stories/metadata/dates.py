"""The dates that a page shows, gathered as they stand; `stories.dates` reads and judges them."""

import re
from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from stories.dates import Candidate, Field
from stories.document import Document
from stories.structured import is_story
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
_DATED = re.compile(
    r"(?:^|[\s_-])(?:date|datum|time|timestamp|published|pubdate|posted|publish|fecha|data)", re.I
)
_UPDATED = re.compile(
    r"updat|modif|edited|aktualis|mis à jour|actualiz|aggiorn|gewijzigd|uppdater|zuletzt", re.I
)
_URL_DATE = re.compile(
    r"(?<!\d)((?:19|20)\d\d)[/-]?(0[1-9]|1[0-2]|[1-9])(?:[/-]?(0[1-9]|[12]\d|3[01]|[1-9]))?(?=[/_.-]|$)"
)
_DIGITS = re.compile(r"\d")


def date_candidates(document: Document) -> list[Candidate]:
    """Every date that the page shows for the story, the most trustworthy places first, none twice."""
    found = (
        *_from_json_ld(document),
        *_from_metas(document),
        *_from_microdata(document.tree),
        *_from_times(document.tree),
        *_from_classes(document.tree),
        *_from_address(document.url),
    )
    return list(dict.fromkeys(candidate for candidate in found if _fits(candidate.text)))


def _fits(text: str) -> bool:
    return 4 <= len(text) <= MAX_TEXT and bool(_DIGITS.search(text))


def _from_json_ld(document: Document) -> Iterator[Candidate]:
    """The story's own object first, then what any other object of the page says."""
    for node in sorted(document.nodes, key=lambda node: not is_story(node)):
        origin = "json-ld" if is_story(node) else f"json-ld {node.get('@type')}"
        for key, field in _KEYS.items():
            for value in _strings(node.get(key)):
                yield Candidate(field, clean(value), f"{origin} {key}")


def _strings(value: object) -> Iterable[str]:
    if isinstance(value, dict):
        value = value.get("@value")
    values = value if isinstance(value, list) else [value]
    return [str(item) for item in values if isinstance(item, str | int) and item]


def _from_metas(document: Document) -> Iterator[Candidate]:
    for name, field in META.items():
        for value in document.metas.get(name, ()):
            yield Candidate(field, clean(value), f"meta {name}")


def _from_microdata(tree: HtmlElement) -> Iterator[Candidate]:
    for node in tree.iterfind(".//*[@itemprop]"):
        for name in node.get("itemprop").split():
            if name in _KEYS and node.tag != "meta":
                value = node.get("datetime") or node.get("content") or words_of(node)
                yield Candidate(_KEYS[name], clean(value), f"microdata {name}")


def _from_times(tree: HtmlElement) -> Iterator[Candidate]:
    for node in tree.iter("time"):
        label = f"{node.get('class')} {node.get('itemprop')} {words_of(node)} {_before(node)}"
        field: Field = "modified" if _UPDATED.search(label) else "published"
        if node.get("datetime"):
            yield Candidate(field, clean(node.get("datetime")), "time[datetime]")
        yield Candidate(field, words_of(node), "time")


def _before(node: HtmlElement) -> str:
    previous, parent = node.getprevious(), node.getparent()
    text = previous.tail if previous is not None else parent.text if parent is not None else ""
    return (text or "")[-40:]


def _from_classes(tree: HtmlElement) -> Iterator[Candidate]:
    """Short elements whose class or id speaks of a date."""
    for node in tree.iterfind(".//*[@class]"):
        name = f"{node.get('class')} {node.get('id') or ''}"
        if (
            node.tag in ("span", "div", "p", "li", "abbr", "small", "b", "em")
            and _DATED.search(name)
            and len(node) < 6
        ):
            text = words_of(node)
            if _fits(text):
                yield Candidate(
                    "modified" if _UPDATED.search(f"{name} {text}") else "published", text, "visible"
                )


def _from_address(url: str) -> Iterator[Candidate]:
    found = _URL_DATE.search(urlsplit(url).path)
    if found:
        yield Candidate("published", "-".join(part.zfill(2) for part in found.groups() if part), "url")
