"""Who signs a story."""

import re
from collections.abc import Callable, Iterator

from stories.extraction.document import Document
from stories.extraction.metadata.bylines import printed
from stories.extraction.metadata.language import stated_language
from stories.extraction.metadata.marked import classed, close, linked, marked, users
from stories.extraction.metadata.names_alone import alone
from stories.extraction.metadata.names_below import below
from stories.extraction.metadata.nodes import story_nodes, texts
from stories.extraction.metadata.persons import AGENCY, MAX_NAMES, is_known, read_names, untitled
from stories.extraction.metadata.wordings import host_letters, names_site, site_names
from stories.extraction.structured import JsonObject, types
from stories.outlet import Outlet
from stories.text import key, letters

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
# Names that outlets make up: "content_author", "acme:author_name"; not a book's
_NAMED = re.compile(r"(?<!book)[:._-]author(?:[_.-]?names?)?$")
MAX_TITLE_CHARACTERS = 200  # of a title's end that may say who wrote
_BY = re.compile(r"\s[|–—-]\s+by\s+(?P<names>[^|]{2,50}?)\s*(?:\||$)")
_INSTITUTION = re.compile(
    r"\b(?:redaktion|redaction|redacción|redazione|redakce|rédaction|editorial|editors?|staff|newsroom|news|desk|team|admin|"
    r"online|media|press|zeitung|magazin|verlag|e\.\s?v\.?|gmbh|ltd|inc|foundation|institut\w*|"
    r"ministerium|universit\w+|pressestelle|\w+(?:verband\w*|stiftung|anstalt|ministerium)|"
    r"committee|commission|council|ministry|department|government|procedures|watch|network|union|association|federation|organi[sz]ation|"
    r"agency|centre|coalition|alliance|campaign|\w{2,}\.(?-i:[a-z]{2,4}))\b|^(?:(?:die|der|das|the|el|la|le|il)\s\S+|agenc(?:ies|ias?)|agenturen|red)$",
    re.I,
)
# The ends of what papers, agencies and stations are called where no blank parts words
_EAST_ASIAN_HOUSE = re.compile(
    r"\S(?:통신|뉴스|신문|일보|방송|미디어|포털|타임스|편집국|新聞|新闻|通信社?|通訊社|通讯社|日報|日报|晚報|晚报|時報|时报|電視台?|电视台?|"
    r"編集部|编辑部|編輯部|取材班|社)$"
)


def authors(document: Document, byline: str, outlet: Outlet) -> tuple[list[str], str]:
    """The names that sign a story and where they stood: sure persons before likely ones, data before what is printed.

    The outlet's own name, a desk or an agency counts only where nobody else signs, and not at all for an outlet that
    states the names under which it signs itself.
    """
    own = site_names(document) | {key(name) for name in (*outlet.own_names, outlet.title)}
    institutions = {key(name) for stated in _institutions(document) for name in (stated, *read_names(stated))}
    host = host_letters(document)
    titled = stated_language(document).startswith("de")  # in German a doctor's title is said with the name
    likely: tuple[list[str], str] | None = None
    fallback: tuple[list[str], str] | None = None
    for origin, source in (("byline", _given(byline)), *SOURCES.items()):
        if likely and origin in ELSEWHERE:
            break
        read = (name for text in source(document) for name in read_names(text))
        apart = (_without_site(name, own, host) for name in read)
        names = list(dict.fromkeys(name if titled else untitled(name) for name in apart))
        persons = [name for name in names if key(name) not in own]
        if outlet.own_names:
            persons = [name for name in persons if _is_person(name) and not AGENCY.fullmatch(name)]
        persons = [name for name in persons if key(name).partition(" ")[0] not in own] or persons
        real = [name for name in persons if _is_person(name) and key(name) not in institutions]
        if any(is_known(name) and not names_site(name, host) for name in real) or (
            real and origin == "byline"
        ):
            return real, origin
        if real and not likely:
            likely = (persons, origin)
        if names and not fallback and not (persons and origin == ALONE):  # its form alone says that it signs
            fallback = (persons or names, origin)
    return likely or (None if outlet.own_names else fallback) or ([], "")


def _without_site(name: str, own: set[str], host: str) -> str:
    """A name without the site's own behind it: "A. Name Coast Daily", where a person is left."""
    words = [] if key(name) in own else name.split()
    for at in range(2, len(words)):
        tail = " ".join(words[at:])
        if (key(tail) in own or letters(tail) == host) and is_known(head := " ".join(words[:at])):
            return head
    return name


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
    house = _INSTITUTION.search(name) or _EAST_ASIAN_HOUSE.search(name)
    return not phrase and not house and not (name.islower() and len(name) < 5)


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
    for name in filter(_NAMED.search, document.metas):  # what others call an author may be a house
        yield from (value for value in document.metas[name] if any(map(is_known, read_names(value))))


def _titled(document: Document) -> Iterator[str]:
    """The name in a title that says who wrote: "Headline | by A. Name | Medium", "Headline - by A. Name"."""
    if found := _BY.search((document.tree.findtext(".//title") or "")[-MAX_TITLE_CHARACTERS:]):
        yield found["names"]


ALONE, BELOW = "name alone", "name below the text"
ELSEWHERE = frozenset({"marked author elsewhere", "classed author elsewhere", ALONE, BELOW})
SOURCES: dict[str, Callable[[Document], Iterator[str]]] = {
    "json-ld author": _json_ld,
    "meta author": _metas,
    "marked author": lambda document: marked(close(document)),
    "classed author": lambda document: classed(close(document)),
    "printed author": printed,
    "link to an author's page": linked,
    "user close to the headline": users,
    "title": _titled,
    "marked author elsewhere": lambda document: marked(document.marked),
    "classed author elsewhere": lambda document: classed(document.tree.iterfind(".//*[@class]")),
    ALONE: alone,
    BELOW: below,
}
