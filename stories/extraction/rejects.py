"""Pages that hold no story: challenges, consent and pay walls, errors, indexes, galleries, videos."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby, islice
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from stories.extraction.body import Block, join
from stories.extraction.body.block import SENTENCE_ENDS
from stories.extraction.document import Document
from stories.extraction.reject_phrases import CHALLENGE, CONSENT, ERROR, LOGIN, PAY
from stories.extraction.structured import is_story, types
from stories.extraction.walls import is_closed, public, rest_of
from stories.page import UNKNOWN
from stories.sites import host_of
from stories.text import letters, many, words_of

STUB = 700  # characters; below, a body under a wall is what the wall lets through
LONG_STUB = 1_000  # the same, where data and words both tell of the wall
MAX_WALL_CHARACTERS = 1_500  # a page about a wall has less text than a story about walls
NOTE = 250  # characters; what is shown before a reader is sent on has no more
MIN_HEADLINE_WORDS = 6  # the name of a section has fewer
MANY_LINKS = 12  # headings that link
HEADINGS = ("h2", "h3", "h4")
LEAST_TEASERS, NEARLY_ALL = 4, 0.8  # paragraphs of a list; their share of its prose
MIN_BODY_CHARACTERS = 12  # characters that a body has at least: a short sentence

_VIDEO = re.compile(r"^(?:videos?|av|watch|mediathek|mediaplayer|tv)$", re.I)
_GALLERY = re.compile(
    r"^(?:galler(?:y|ies)|galerie|galeria|fotogaler\w+|photos?|fotos?|bildergalerie|fotostrecke|slideshow|"
    r"in_pictures)$",
    re.I,
)
_SENT_ON = re.compile(r"\s*[\d.]*\s*[;,]\s*\S")  # a refresh that names another address
_SLUG = re.compile(r"[^/]+(?:-[^/-]+){3}[^/]*/?$|\d{5}[^/]*/?$")  # how the address of one story ends
# How the address of a list ends
_LISTS = re.compile(
    r"/(?:tags?|topics?|authors?|categor(?:y|ies)|search|labels?|etiquetas?|autor(?:en|es)?|auteurs?|themen?|mots-cles|schlagwort\w*)"
    r"/[^/]+/?$",
    re.I,
)
_DENSE = re.compile("[\u3000-\U0003ffff]")
_MARKS = re.compile(f"[{SENTENCE_ENDS}]")
_UNMARKED = re.compile("[\u0e00-\u0eff]")  # Thai and Lao, which end no sentence with a mark
_INDEX_TYPES = {"CollectionPage", "SearchResultsPage", "ItemList"}


@dataclass(frozen=True)
class PageEvidence:
    """What the rules look at."""

    document: Document
    title: str
    blocks: Sequence[Block]

    @cached_property
    def length(self) -> int:
        """Characters of text; one of a script without spaces says as much as two and a half others."""
        text = join(self.blocks)
        return len(text) if text.isascii() else len(text) + len(_DENSE.findall(text)) * 3 // 2

    @cached_property
    def prose(self) -> int:
        """How many paragraphs of running text there are."""
        return sum(block.is_prose for block in self.blocks)

    @cached_property
    def run(self) -> int:
        """How many paragraphs of running text follow one another; a list of stories has a heading before each."""
        runs = (list(group) for prose, group in groupby(self.blocks, lambda block: block.is_prose) if prose)
        return max(map(len, runs), default=0)

    @property
    def tells(self) -> bool:
        """Whether a headline of a sentence's length stands right above running text."""
        return len(self.title.split()) >= MIN_HEADLINE_WORDS and bool(self.blocks) and self.blocks[0].is_prose

    @property
    def stated(self) -> bool:
        """Whether the page says that it is a written piece."""
        return any(map(is_story, self.document.nodes)) or self.document.meta("og:type").lower() == "article"

    @cached_property
    def words(self) -> str:
        """All words of the page."""
        return words_of(self.document.tree)

    def words_of_short(self, longest: int) -> str:
        """All words of the page if it has at most `longest` characters of text."""
        return self.words if len(self.words) <= longest else ""

    def in_path(self, pattern: re.Pattern[str]) -> bool:
        """Whether a segment of the address says so."""
        return any(map(pattern.match, urlsplit(self.document.url).path.split("/")))


def reject(document: Document, title: str, blocks: Sequence[Block]) -> tuple[str, str]:
    """Why a page is no story and what showed it; two empty strings where it is one."""
    evidence = PageEvidence(document, title, blocks)
    for reason, rule in RULES.items():
        detail = rule(evidence)
        if detail:
            return reason, detail
    return "", ""


def _challenge(evidence: PageEvidence) -> str:
    if evidence.prose > 3:
        return ""
    found = CHALLENGE.search(evidence.title) or CHALLENGE.search(evidence.words_of_short(MAX_WALL_CHARACTERS))
    return found[0] if found else ""


def _error(evidence: PageEvidence) -> str:
    if evidence.length >= STUB:
        return ""
    titles = (evidence.title, *map(words_of, evidence.document.tree.iter("title")))
    return next((found[0] for title in titles if (found := ERROR.search(title))), "")


def _consent(evidence: PageEvidence) -> str:
    host = host_of(evidence.document.url)
    if host.startswith(("consent.", "cmp.", "privacy.")):
        return host
    if evidence.length >= MAX_WALL_CHARACTERS or evidence.prose > 5:
        return ""
    title = (
        [evidence.title] if evidence.prose < 3 else []
    )  # above running text it may be a story's about consent
    read = " ".join([*title, *(block.text for block in evidence.blocks[:3])])
    found = CONSENT.search(read if evidence.length else evidence.words_of_short(2 * MAX_WALL_CHARACTERS))
    return found[0] if found else ""


def _paywall(evidence: PageEvidence) -> str:
    """A wall is stated by schema.org's isAccessibleForFree or printed; what stands before it is too little to keep."""
    if evidence.length >= LONG_STUB:
        return ""
    if evidence.prose < 3 and LOGIN.match(evidence.title) and _asks_password(evidence.document):
        return evidence.title
    closed = is_closed(evidence.document)
    if evidence.length < STUB / 2 and closed:
        return f"it says that it is not free, {evidence.length} characters of text"
    if not closed and (evidence.length >= STUB or evidence.prose >= 3):
        return ""
    if found := PAY.search(evidence.words):
        return found[0]
    return "" if public(evidence.blocks) else rest_of(evidence.words)


def _asks_password(document: Document) -> bool:
    """Whether it has a field for a password; what reads the body takes fields out of the tree."""
    return any(node.tag == "input" and node.get("type") == "password" for node in document.elements)


def _video(evidence: PageEvidence) -> str:
    if evidence.prose > 2 or evidence.length >= STUB:
        return ""
    kinds = {name for node in evidence.document.nodes for name in types(node)}
    if evidence.document.meta("og:type").lower().startswith("video"):
        return f"og:type {evidence.document.meta('og:type')}"
    if "VideoObject" in kinds and not any(map(is_story, evidence.document.nodes)):
        return "JSON-LD VideoObject"
    return urlsplit(evidence.document.url).path if evidence.in_path(_VIDEO) else ""


def _gallery(evidence: PageEvidence) -> str:
    if evidence.prose > 2 or evidence.length >= STUB:
        return ""
    kinds = {name for node in evidence.document.nodes for name in types(node)}
    if kinds & {"ImageGallery", "MediaGallery"}:
        return "JSON-LD ImageGallery"
    return urlsplit(evidence.document.url).path if evidence.in_path(_GALLERY) else ""


def _index(evidence: PageEvidence) -> str:
    """A front page, or a list of stories: headings that link, little text of its own."""
    if evidence.stated:
        return ""
    own = urlsplit(evidence.document.url)
    if evidence.document.meta("og:type").lower() == "profile" and evidence.run < 2:
        return "og:type profile"
    linking = [node for node in evidence.document.tree.iter(*HEADINGS) if _links(node)]
    if len(linking) < 5:
        return ""
    if evidence.document.url != UNKNOWN and own.path.strip("/") == "" and not own.query:
        return "front page"
    if _SLUG.search(own.path):
        return ""
    return _teasers(linking, evidence) or _list(evidence, own.path, len(linking))


def _list(evidence: PageEvidence, path: str, links: int) -> str:
    """What shows that a page is a list, by its address, its data and its headings that link."""
    if evidence.run > 1:
        return ""
    told = f"{links} headings that link, {many(evidence.prose, 'paragraph')}"
    if listed := _LISTS.search(path):
        return f"{listed[0]}, {told}"
    if evidence.prose > 4 or evidence.tells:
        return ""
    kinds = {name for node in evidence.document.nodes for name in types(node)}
    if kinds & _INDEX_TYPES:
        return f"JSON-LD {', '.join(sorted(kinds & _INDEX_TYPES))}"
    return told if links >= MANY_LINKS else ""


def _teasers(headings: Sequence[HtmlElement], evidence: PageEvidence) -> str:
    """How many paragraphs stand each in a box of its own with a heading that links and a date, where nearly all do."""
    near = (box for node in headings for box in islice(node.iterancestors(), 3))
    dated = {box for box in near if box.find(".//time") is not None}
    own = (box for box in dated if sum(node in headings for node in box.iter(*HEADINGS)) == 1)
    said = {letters(words_of(part)) for box in own for part in box.iter("p")}
    prose = [block for block in evidence.blocks if block.is_prose]
    teasers = sum(block.said in said for block in prose)
    if teasers < max(LEAST_TEASERS, NEARLY_ALL * len(prose)):
        return ""
    return f"{teasers} of {many(len(prose), 'paragraph')} below headings that link, each with a date"


def _links(node: HtmlElement) -> bool:
    parent = node.getparent()
    return next(node.iter("a"), None) is not None or (parent is not None and parent.tag == "a")


def _empty(evidence: PageEvidence) -> str:
    if evidence.length < MIN_BODY_CHARACTERS:
        return f"{evidence.length} characters"
    sent = [told for told in evidence.document.metas.get("refresh", ()) if _SENT_ON.match(told)]
    if sent and evidence.length < NOTE:
        return f"{evidence.length} characters, and readers are sent on: {sent[0]}"
    text = join(evidence.blocks)
    if 2 * len(_UNMARKED.findall(text)) > len(text):
        return ""
    marks = len(_MARKS.findall(text))
    return (
        f"{evidence.length} characters, {marks} sentences"
        if marks * MAX_WALL_CHARACTERS < evidence.length
        else ""
    )


RULES: dict[str, Callable[[PageEvidence], str]] = {
    "challenge page": _challenge,
    "consent wall": _consent,
    "error page": _error,
    "video page": _video,
    "gallery": _gallery,
    "index page": _index,
    "paywall stub": _paywall,
    "no text": _empty,
}
