"""Who signs a story."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from lxml.html import HtmlElement

from stories.extraction.document import Document
from stories.extraction.metadata.bylines import BELOW, headline_at, is_elsewhere, printed
from stories.extraction.metadata.names_alone import alone
from stories.extraction.metadata.nodes import story_nodes, texts
from stories.extraction.metadata.persons import MAX_NAMES, is_known, joined, read_names
from stories.extraction.metadata.wordings import host_letters, names_site, site_names
from stories.extraction.structured import JsonObject, types
from stories.outlet import Outlet
from stories.text import key

# Names of meta elements, the most telling first.
METAS = (
    *(
        "author",
        "article:author",
        "article:author_name",
        "parsely-author",
        "sailthru.author",
        "cxenseparse:author",
    ),
    *(
        "dc.creator",
        "dc:creator",
        "dcterms.creator",
        "citation_author",
        "byl",
        "mrf:authors",
        "dcsext.author",
    ),
    *("og:article:author", "articleauthor", "shareaholic:article_author_name"),
)
_SIGNED = re.compile(
    r"(?:^|[\s_-])(?:by-?line|author-?(?:s|name|names|link|title)?|article-?authors?|post-?author|signature|creator|"
    r"autor(?:en|es)?|auteurs?|writers?|journalist|redacteur)(?:[\s_-]|$)",
    re.I,
)
_ABOUT = re.compile(
    r"(?:^|[\s_-])(?:(?:job|author|byline|staff|person)[-_]*(?:title|role|position|place|location|bio|info|description)|role|position|"
    r"affiliation|location)(?=$|[\s_-])",
    re.I,
)
MAX_CLASS_CHARACTERS = 200  # characters of a class that are looked at
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_INSTITUTION = re.compile(
    r"\b(?:redaktion|redaction|redacción|redazione|redakce|rédaction|editorial|editors?|staff|newsroom|news|desk|team|admin|"
    r"online|media|press|zeitung|magazin|verlag|e\.\s?v\.?|gmbh|ltd|inc|foundation|institut\w*|"
    r"ministerium|universit\w+|pressestelle|\w+(?:verband\w*|stiftung|anstalt|ministerium)|"
    r"\w{2,}\.(?-i:[a-z]{2,4}))\b|^(?:(?:die|der|das|the|el|la|le|il)\s\S+|agenc(?:ies|ias?)|agenturen|red)$",
    re.I,
)


_AGENCY = re.compile(
    r"(?:thomson )?reuters|a[fp]p?|agence france[- ]presse|(?:australian )?associated press|pa media|press association|"
    r"dpa|efe|ansa|tass|тасс|xinhua|新华社|bloomberg|upi|kyodo(?: news)?",
    re.I,
)


def authors(document: Document, byline: str, outlet: Outlet) -> tuple[list[str], str]:
    """The names that sign a story and where they stood: sure persons before likely ones, data before what is printed.

    The outlet's own name, a desk or an agency counts only where nobody else signs, and not at all for an outlet that
    states the names under which it signs itself.
    """
    own = site_names(document) | {key(name) for name in (*outlet.own_names, outlet.title) if name}
    institutions = {key(name) for stated in _institutions(document) for name in (stated, *read_names(stated))}
    host = host_letters(document)
    likely: tuple[list[str], str] = ([], "")
    fallback: tuple[list[str], str] = ([], "")
    for origin, source in (("byline", _given(byline)), *SOURCES.items()):
        if likely[0] and origin in ELSEWHERE:
            break
        names = list(dict.fromkeys(name for text in source(document) for name in read_names(text)))
        persons = [name for name in names if key(name) not in own]
        if outlet.own_names:
            persons = [name for name in persons if _is_person(name) and not _AGENCY.fullmatch(name)]
        persons = [name for name in persons if key(name).partition(" ")[0] not in own] or persons
        real = [name for name in persons if _is_person(name) and key(name) not in institutions]
        if any(is_known(name) and not names_site(name, host) for name in real) or (
            real and origin == "byline"
        ):
            return real, origin
        if real and not likely[0]:
            likely = (persons, origin)
        if names and not fallback[0]:
            fallback = (persons or names, origin)
    return likely if likely[0] else ([], "") if outlet.own_names else fallback


def _institutions(document: Document) -> Iterator[str]:
    """What the page itself calls an organisation among its authors, its publisher and the holder of its rights."""
    for node in document.nodes:
        stated = node.get("author")
        for author in stated if isinstance(stated, list) else [stated]:
            if isinstance(author, dict) and any(name.endswith("Organization") for name in types(author)):
                yield from texts(author)
    for name in ("copyright", "publisher", "dc.publisher", "dcterms.publisher"):
        yield from document.metas.get(name, ())


def _given(byline: str) -> Callable[[Document], Iterator[str]]:
    return lambda document: iter([byline])


def _is_person(name: str) -> bool:
    """Whether a name could be a person's: no desk, no address, no phrase, no lower-case initials of an agency."""
    last = name.split()[-1]
    phrase = last != name and last.islower()
    return not phrase and not _INSTITUTION.search(name) and not (name.islower() and len(name) < 5)


def _json_ld(document: Document) -> Iterator[str]:
    known = {name: node for node in document.nodes if isinstance(name := node.get("@id"), str)}
    for node in story_nodes(document):
        found = list(_named(node.get("author") or node.get("creator"), known))
        if found:
            yield from found
            return


def _named(value: object, known: dict[str, JsonObject], depth: int = 0) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list) and depth < 4:
        for item in value:
            yield from _named(item, known, depth + 1)
    elif isinstance(value, dict) and depth < 4:
        parts = " ".join(str(value.get(part) or "") for part in ("givenName", "familyName")).strip()
        name = (
            value.get("name")
            or value.get("byline")
            or value.get("@value")
            or parts
            or value.get("author")  # of a Role
            or value.get("alternateName")
            or known.get(str(value.get("@id")), {}).get("name")
        )
        yield from _named(name, known, depth + 1)


def _metas(document: Document) -> Iterator[str]:
    for name in METAS:
        values = [value for value in document.metas.get(name, ()) if read_names(value)]
        if 0 < len(values) <= MAX_NAMES:
            yield from values
            return


def _close(document: Document) -> list[HtmlElement]:
    """The elements right after the headline, where the story's own signature stands; all where there is none."""
    at = headline_at(document)
    return document.elements if at is None else document.elements[at : at + BELOW]


def _marked(nodes: Iterable[HtmlElement]) -> Iterator[str]:
    """Elements that the mark-up calls the author, itemprop or rel: the first one with a name, and those beside it."""
    for node in nodes:
        names = _names_of(node)
        if names and node.tag not in ("meta", "link") and not is_elsewhere(node):
            yield from names
            for sibling in node.itersiblings():
                yield from _names_of(sibling)
            return


def _names_of(node: HtmlElement) -> list[str]:
    """The signatures in an element that is marked as the author's; none where it is not, or names nobody."""
    if node.get("rel") != "author" and "author" not in node.get("itemprop", ""):
        return []
    inner = node.xpath(".//*[@itemprop='name']")
    texts = [text for item in inner or [node] if len(text := _spaced(item)) < 80]
    return texts if any(map(read_names, texts)) else []


def _classed(nodes: Iterable[HtmlElement]) -> Iterator[str]:
    """The first short element whose class speaks of a signature, and those of the same class beside it."""
    for node in nodes:
        name = node.get("class") or ""
        if (
            name
            and _signs(name[:MAX_CLASS_CHARACTERS])
            and not is_elsewhere(node)
            and (text := _signature(node))
        ):
            yield text
            yield from (_signature(other) for other in node.itersiblings() if other.get("class") == name)
            return


def _signature(node: HtmlElement) -> str:
    """The text of an element, if it is short and names somebody."""
    text = _spaced(node)
    return text if 2 < len(text) < 100 and read_names(text) else ""


@lru_cache(maxsize=20_000)  # the classes of a page repeat, and those of one outlet's pages
def _signs(name: str) -> bool:
    return bool(_SIGNED.search(_CAMEL.sub("-", name)))


def _spaced(node: HtmlElement) -> str:
    """The text of a signature, whose parts often stand in boxes without a space between them."""
    if not len(node):
        return joined([node.text or ""])
    about = {inner for box in node.iterdescendants() if _is_about(box) for inner in box.iter()}
    if not about:
        return joined(map(str, node.itertext()))
    pieces: list[str | None] = [node.text]
    for box in node.iterdescendants():
        pieces += [None if box in about else box.text, None if box.getparent() in about else box.tail]
    return joined(piece or "" for piece in pieces)


def _is_about(node: HtmlElement) -> bool:
    """Whether an element of a signature tells of the person: the office, the place, a life."""
    name = node.get("class")
    return bool(name) and bool(_ABOUT.search(_CAMEL.sub("-", name[:MAX_CLASS_CHARACTERS])))


ELSEWHERE = frozenset({"marked author elsewhere", "classed author elsewhere", "name alone"})
SOURCES: dict[str, Callable[[Document], Iterator[str]]] = {
    "json-ld author": _json_ld,
    "meta author": _metas,
    "marked author": lambda document: _marked(_close(document)),
    "classed author": lambda document: _classed(_close(document)),
    "printed author": printed,
    "marked author elsewhere": lambda document: _marked(document.marked),
    "classed author elsewhere": lambda document: _classed(document.tree.iterfind(".//*[@class]")),
    "name alone": alone,
}
