"""What is in a body but not of the story: headline, captions, teasers, newsletter and share lines, credits."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from stories.body import Block
from stories.lines import Line, Lines
from stories.phrases import APPARATUS, ASKS, CREDITS, READ_MORE
from stories.text import key

LINKED = 0.9  # from this share of link text on, a line is a link and not a sentence with one
LONG = 200  # longer lines are sentences of the story, whatever they begin with

_CONTAINERS = {
    "caption": r"(?:fig)?captions?|credits?|copyright|photo(?:grapher)?|legend",
    "newsletter": r"newsletters?|subscri(?:be|ption)s?|sign-?up|paywall|piano|regwall|membership",
    "teaser": r"related|teasers?|promos?|read-?more|more-?on|recommend(?:ed|ations?)?|recirc\w*|trending|popular|also|"
    r"linkbox|inline-?links?|most-?read|outbrain|taboola",
    "share": r"share|sharing|social|sharebar|sharetools",
    "byline": r"bylines?|author(?:-?(?:bio|box|info|card|name|s))?|contributors?|signature|bio",
    "advert": r"ad|ads|advert\w*|sponsor\w*|commercial|affiliate",
    "apparatus": r"toolbar|breadcrumbs?|tags?|taglist|topics|keywords|comments?|disqus|cookie|consent|hidden|visually-?hidden|"
    r"sr-?only|off-?screen|screen-?reader\w*|tooltip|modal|popup|rating|pagination",
}
_CLASSES = [
    (why, re.compile(rf"(?:^|[\s_-])(?:{words})(?=$|[\s_-])", re.I)) for why, words in _CONTAINERS.items()
]
_TAGS = {
    "figcaption": "caption",
    "figure": "caption",
    "nav": "apparatus",
    "footer": "apparatus",
    "form": "newsletter",
}
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")


@dataclass(slots=True)
class Cleaning:
    """Blocks kept, and what was cut with why."""

    kept: list[Block]
    cuts: list[tuple[str, str]]


def clear(
    blocks: Sequence[Block], lines: Lines, headlines: Iterable[str], names: Iterable[str] = ()
) -> Cleaning:
    """Take out of `blocks` what is not of the story."""
    titles = {key(title) for title in headlines if title}
    whole = sum(len(block.text) for block in blocks)
    cleaning = Cleaning([], [])
    for block in blocks:
        why = _reason(block, lines, titles, whole)
        if why:
            cleaning.cuts.append((block.text, why))
        else:
            cleaning.kept.append(block)
    return cleaning


def _reason(block: Block, lines: Lines, titles: set[str], whole: int) -> str:
    if key(block.text) in titles:
        return "headline"
    parts = [part.removeprefix("- ") for part in block.text.split("\n")]
    found = [line for part in parts if (line := lines.find(part)) is not None]
    if found and len(found) == len(parts) and block.kind != "heading":
        if all(line.linked >= LINKED for line in found):
            return "link"
        if all(is_teaser(line) for line in found):
            return "teaser"
    if len(block.text) < LONG:
        for pattern, why in ((APPARATUS, "apparatus"), (ASKS, "request"), (CREDITS, "credit")):
            if pattern.match(block.text):
                return why
    return ""


def is_teaser(line: Line) -> bool:
    """A label and a link: "Read more: ..."."""
    rest = len(line.text) * (1 - line.linked)
    if not line.label or rest > len(line.label) + 3:
        return False
    return bool(READ_MORE.match(line.label)) or (line.label[-1] in ":|–-" and len(line.label.split()) <= 5)
