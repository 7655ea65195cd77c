"""What the boxes around a line of a page say of it, by their tags and class names."""

import re
from functools import lru_cache

from lxml.etree import _Element

from stories.extraction.body.block import PROSE
from stories.text import text_of

# A box that holds more than this share of the body is the story's own, whatever its class names say.
MOST = 0.4
LONG_LETTER = "newsletter, with text"  # what is named so and says more may hold some of the story
APPEAL = 400  # characters of a box that asks to subscribe or to give: its sentences are none of the story's
AROUND = 3  # paragraphs of running text beside a gallery
MAX_CLASS_CHARACTERS = 1_000  # characters of the class names and the id of a box

_CLASSES = {
    "caption": r"(?:fig)?captions?|credits?|copyright|(?:img|image|photo)[_-](?:desc|org)\w*",
    "newsletter": r"newsletters?|newsletter\w+|subscribe|subscription|sign-?up|"
    r"donat(?:e|ions?)|fundrais\w*|support-us|cta|call-to-action|feedback",
    "wall": r"paywall|regwall",
    "teaser box": r"related|teasers?|promos?|read-?more|more-?on|recommend(?:ed|ations?)?|recirc\w*|trending|"
    r"link-?box|more-?info(?:rmation)?|in-?line-?links?|most-?read|outbrain|taboola|see-?also",
    "background box": r"info-?box(?:es)?|fact-?box(?:es)?",
    "gallery": r"(?:photo-?|image-?|inline-?|media-?)?galler(?:y|ies|ie)|slide-?shows?|carousels?",
    "share": r"share|sharing|social|share-?bar|share-?tools",
    "byline": r"by-?lines?|authors?|author-?(?:bio|box|info|card|name)|contributors?|bio|autor(?:en|in)?(?:-?box)?",
    "advert": r"ad|ads|advert\w*|sponsor\w*|commercial|affiliate",
    "apparatus": r"toolbar|bread-?crumbs?|tags?|tag-?list|colo(?:f|ph)on|keywords|comments?|disqus|cookie|consent|"
    "visually-?hidden|"
    r"sr-?only|off-?screen|screen-?reader\w*|tooltip|modal|popup|pagination",
}
_PATTERNS = [(why, re.compile(rf"[\s_-](?:{words})[\s_-]")) for why, words in _CLASSES.items()]
_TAGS = {"figcaption": "caption", "nav": "apparatus", "footer": "apparatus", "form": "newsletter"}
_BOXES = frozenset({"div", "section", "aside"})
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")


class Surroundings:
    """Looks up what encloses an element, remembering what it has seen. size: characters of the whole body."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._known: dict[_Element, str] = {}

    def of(self, element: _Element) -> str:
        """Why the innermost telling box around `element` is no part of a story; empty if none tells."""
        if element not in self._known:
            parent = element.getparent()
            why = self._told(element) or (
                self.of(parent) if parent is not None and parent.tag != "body" else ""
            )
            self._known[element] = why
        return self._known[element]

    def _told(self, element: _Element) -> str:
        names = f"{element.get('class')} {element.get('id')}"
        if element.tag in _BOXES and (stated := element.get("data-area") or element.get("data-component")):
            names += f" {stated}"
        alone = element[0] if len(element) == 1 and not (element.text or "").strip() else None
        if alone is not None and alone.tag == "span" and not (alone.tail or "").strip():
            names += f" {alone.get('class') or ''}"
        why = _TAGS.get(str(element.tag), "") or _by_names(names[:MAX_CLASS_CHARACTERS])
        if not why:
            return ""
        if why == "gallery":
            return why if _stands_among_paragraphs(element) else ""
        held = len(text_of(element))
        if held > MOST * self._size:
            return ""
        return LONG_LETTER if why == "newsletter" and held > APPEAL else why


def _stands_among_paragraphs(element: _Element) -> bool:
    """Whether the text goes on around it: a story that is told in slides stands in them alone."""
    around = element.getparent()
    texts = (
        [] if around is None else [node for node in around.iterchildren("p") if len(text_of(node)) >= PROSE]
    )
    return len(texts) >= AROUND


@lru_cache(maxsize=4096)
def _by_names(names: str) -> str:
    names = f" {_CAMEL.sub('-', names).lower()} "
    return next((why for why, pattern in _PATTERNS if pattern.search(names)), "")
