"""The wordings that a page gives its headline: first-level headings, JSON-LD, title elements."""

import re
import unicodedata
from dataclasses import dataclass
from itertools import islice

from lxml.html import HtmlElement

from stories.extraction.document import Document
from stories.extraction.metadata.kickers import MAX_H1S, heading_text, without_kicker
from stories.extraction.metadata.nodes import first, story_nodes, texts
from stories.sites import host_of, registered_domain
from stories.text import clean, key, letters, plain, words_of

MAX_HEADLINE_CHARACTERS = 400  # characters; no headline is longer
MIN_SIMILARITY = 0.5  # share of words that two wordings of one headline have in common
_SEPARATOR = re.compile(r"\s+[|–—·•»«:›/-]+\s+|:\s+|\s*[|｜ㅣ]\s*|(?<=\S)[-_](?=[^\Wㅣ]+(?:$|\s*[|｜ㅣ]))")
_EAST_ASIAN_SITE = re.compile(
    r"\w{1,8}(?:网|網|报|報|新闻|新聞|周刊|週刊|电视台|電視台|ニュース|テレビ|뉴스|신문|일보|방송)"
)
SHORTEST_HEADLINE = 6  # characters
MAX_PIECES = 6  # of a heading
MAX_CUTS = 8  # ends of the parts of a title
SHORTEST_HOST = 4  # letters of a host by which a site's name is known
LONGEST_NAME = 6  # words
TELLING = 4  # letters of a word that two wordings do not share by chance
_HOME = re.compile(r"(?:.*https?://[^/?#]+)?/?(?:index\.\w+)?")
_DANGLING = re.compile(r"\s+[|–—·•›-]+$")  # before a site's name that a template left empty


def h1s(tree: HtmlElement) -> list[str]:
    """The texts of the page's first-level headings."""
    found = [_filled(heading) for heading in islice(tree.iter("h1"), MAX_H1S)]
    return [text for text in map(heading_text, found) if 0 < len(text) <= MAX_HEADLINE_CHARACTERS]


def _filled(heading: HtmlElement) -> HtmlElement:
    """A heading, or the one right below it that says what a template left out of it."""
    below = None if words_of(heading) else heading.getnext()
    return heading if below is None or below.tag != "h2" else below


def site_names(document: Document) -> set[str]:
    """What the site calls itself, as keys."""
    names = [*document.metas.get("og:site_name", ()), *document.metas.get("application-name", ())]
    names += [name for node in document.nodes for name in texts(node.get("publisher"))]
    own = host_letters(document)
    heads = [(heading, words_of(heading)) for heading in islice(document.tree.iter("h1"), MAX_H1S)]
    names += [words for heading, words in heads if words and (_links_home(heading) or letters(words) == own)]
    host = host_of(document.url).removeprefix("www.")
    return {key(name) for name in (*names, host, host.rpartition(".")[0]) if name}


def _links_home(heading: HtmlElement) -> bool:
    """Whether a heading is nothing but a link to the site's front page."""
    link = next(heading.iter("a"), None)
    if link is None or words_of(link) != words_of(heading):
        return False
    return link.get("rel") == "home" or bool(
        _HOME.fullmatch((link.get("href") or "")[:MAX_HEADLINE_CHARACTERS])
    )


def wordings(document: Document) -> list[tuple[str, str]]:
    """The wordings of the page's headline with where they stand, the visible one first.

    Without the site's name around them, and without a section or topic that another wording lacks.
    """
    others = {
        "json-ld headline": first(
            plain(text) for node in story_nodes(document) for text in texts(node.get("headline"))
        ),
        "meta og:title": plain(document.meta("og:title")),
        "meta twitter:title": plain(document.meta("twitter:title")),
        "title": clean(document.tree.findtext(".//title") or ""),
    }
    stated = {
        origin: _unquoted(text, others["title"])
        for origin, text in others.items()
        if 0 < len(text) <= MAX_HEADLINE_CHARACTERS
    }
    if stated.keys() == {"title"} and next(document.tree.iter("h1"), None) is None:
        at = titled_at(document)
        stated["title"] = stated["title"] if at is None else clean(document.elements[at].text or "")
    names, ends = site_names(document), _Ends(host_letters(document), _sections(document))
    visible = _visible(h1s(document.tree), list(stated.values()), names)
    shorn = _shear(stated, names, ends)
    whole = set(map(key, stated.values()))
    if _stands_lower(document, visible, {key(text) for text, _ in shorn} - names, whole):
        visible = ""
    visible = without_kicker(document.tree, visible, {origin: text for text, origin in shorn})
    known = {key(text) for text, _ in shorn if " " in text}
    visible = _spelt(_part(document.tree, visible, known), [text for text, _ in shorn])
    return _shear({"h1": visible, **stated} if visible else stated, names, ends)


def titled_at(document: Document) -> int | None:
    """The number, among the document's elements, of the first line that is a part of the page's title, and no link."""
    title = clean(document.tree.findtext(".//title") or "")[:MAX_HEADLINE_CHARACTERS]
    cuts = [
        (0, 0),
        *((found.start(), found.end()) for found in _SEPARATOR.finditer(title)),
        (len(title),) * 2,
    ][:MAX_CUTS]
    parts = {
        said
        for at, (_, begin) in enumerate(cuts)
        for end, _ in cuts[at + 1 :]
        if len(said := key(title[begin:end])) >= SHORTEST_HEADLINE
    }
    for number, element in enumerate(document.elements):
        text = element.text or ""
        if len(text) < SHORTEST_HEADLINE or element.tag == "title" or key(text) not in parts:
            continue
        if element.tag != "a" and all(box.tag != "a" for box in element.iterancestors()):
            return number
    return None


def _spelt(visible: str, others: list[str]) -> str:
    """The heading as another wording spells it that has the same signs in more words: its lines stood in boxes."""
    said = visible.replace(" ", "")
    same = (text for text in others if text.count(" ") > visible.count(" ") and text.replace(" ", "") == said)
    return next(same, visible)


def _unquoted(text: str, title: str) -> str:
    """The title where an attribute ends at the first quotation mark of it, which its template did not escape."""
    return title if len(title) <= MAX_HEADLINE_CHARACTERS and title.startswith(f'{text} "') else text


def _visible(found: list[str], others: list[str], names: set[str]) -> str:
    """The first-level heading that is most like what the page calls itself elsewhere; none that names the site."""
    proper = [text for text in found if key(text) not in names]
    others = [text for text in others if key(text) not in names]
    if not others:
        return first(iter(proper))
    similarity = {text: max(_similarity(text, other) for other in others) for text in proper}
    best = max(proper, key=lambda text: similarity[text], default="")
    ends_as_site = best and any(
        key(other).endswith(key(best)) and key(other) != key(best) for other in others
    )
    return (
        best
        if best and (similarity[best] >= MIN_SIMILARITY or (len(proper) == 1 and not ends_as_site))
        else ""
    )


def _stands_lower(document: Document, visible: str, known: set[str], whole: set[str]) -> bool:
    """Whether the page calls itself what stands elsewhere on it, in a heading of a lower level or in a line that all its
    titles agree on, while its first-level heading says nothing of that, or is the last part of a title: the site's name.

    known, whole: the keys of those titles, shorn and as they stand.
    """
    said = key(visible)
    heads = {head for other in known | whole if (head := _before(other, said)).count(" ") > said.count(" ")}
    if not heads and any(
        _similarity(visible, other) >= MIN_SIMILARITY or said in other for other in known | whole
    ):
        return False
    wanted = heads or {other for other in known if " " in other}
    lower = islice(document.tree.iter("h2", "h3"), MAX_H1S)
    if any(key(words_of(heading)) in wanted for heading in lower):
        return True
    shared = set(said.split()) & {word for other in known for word in other.split()}
    if len(known) != 1 or heads or any(len(word) >= TELLING for word in shared):
        return False
    lines = (node.text for node in document.elements if node.tag != "title")
    return any(len(line) >= SHORTEST_HEADLINE and key(line) in wanted for line in lines if line)


def _before(title: str, tail: str) -> str:
    """What of a title, both as keys, stands before its last part; empty where that is not the last part of it."""
    return title.removesuffix(tail).strip() if tail and title.endswith(f" {tail}") else ""


def _part(tree: HtmlElement, visible: str, known: set[str]) -> str:
    """The part of a heading that another wording is, where elements of its own hold the rest: a kicker, a subtitle."""
    headings = islice(tree.iter("h1"), MAX_H1S)
    heading = next((found for found in headings if heading_text(found) == visible), None)
    if heading is None or key(visible) in known:
        return visible
    pieces = [str(piece) for piece in heading.itertext() if not piece.isspace()][:MAX_PIECES]
    parts = [clean("".join(half)) for cut in range(1, len(pieces)) for half in (pieces[:cut], pieces[cut:])]
    return first(part for part in parts if key(part) in known) or visible


def _similarity(one: str, other: str) -> float:
    a, b = set(key(one).split()), set(key(other).split())
    return len(a & b) / min(len(a), len(b)) * (len(a & b) / max(len(a), len(b))) ** 0.5 if a and b else 0.0


@dataclass(slots=True, frozen=True)
class _Ends:
    """What a title may end with that no heading has: the site's name, known by its host, and the story's sections."""

    host: str
    sections: frozenset[str]

    def fits(self, mark: str, head: str, tail: str) -> bool:
        """Whether the end of a title is none of the headline: behind an upright bar anything is."""
        bar = "|" in unicodedata.normalize("NFKC", mark) or "ㅣ" in mark
        site = names_site(tail, self.host) or bool(_EAST_ASIAN_SITE.fullmatch(tail))
        return site or key(tail) in self.sections or (bar and len(head) >= SHORTEST_HEADLINE)

    def begins(self, head: str, names: set[str]) -> bool:
        """Whether the beginning of a title is the site's name."""
        return key(head) in names or (bool(self.host) and letters(head) == self.host)


def _sections(document: Document) -> frozenset[str]:
    """The sections that the page says its story is filed under, as keys."""
    stated = [*document.metas.get("article:section", ())]
    stated += [name for node in story_nodes(document) for name in texts(node.get("articleSection"))]
    return frozenset(filter(None, map(key, stated)))


def _shear(found: dict[str, str], names: set[str], ends: _Ends) -> list[tuple[str, str]]:
    """The wordings, shorn.

    A site's name that is stated nowhere, and a section, are known at the end of a wording that no heading has whole.
    """
    known = {key(text) for text in found.values()}
    whole = {key(text) for origin, text in found.items() if origin in ("h1", "json-ld headline")}
    return [
        (_shorn(text, known, names, None if key(text) in whole else ends), origin)
        for origin, text in found.items()
    ]


def host_letters(document: Document) -> str:
    """The registered name in the page's host, `coastpress` of `news.coastpress.example`; empty where it is short."""
    label = registered_domain(host_of(document.url)).split(".")[0]
    return letters(label) if len(label) >= SHORTEST_HOST else ""


def _shorn(text: str, known: set[str], names: set[str], ends: _Ends | None) -> str:
    for separator in reversed(list(_SEPARATOR.finditer(text))):
        head, tail = text[: separator.start()].strip(), text[separator.end() :].strip()
        apart = ends is not None and ends.fits(separator[0], head, tail)
        if key(head) and (key(head) in known or key(tail) in names or apart):
            text = head
        elif ends is not None and ends.begins(head, names) and len(tail) >= SHORTEST_HEADLINE:
            return _DANGLING.sub("", tail)
        elif key(tail) in known and (key(head) in names or key(tail).count(" ") > 1):
            return tail
    return _DANGLING.sub("", text)


def names_site(tail: str, host: str) -> bool:
    """Whether the end of a title is the site's name: it holds the host's, or the host holds all of it."""
    said = letters(tail)
    return (
        bool(host)
        and tail.count(" ") < LONGEST_NAME
        and (host in said or (len(said) >= SHORTEST_HOST and said in host))
    )
