"""What stands above a text and is none of it: headline, kicker, standfirst, who signs and when."""

import re
from dataclasses import dataclass
from itertools import islice, takewhile

from stories.extraction.body.block import MIN_LEAD_CHARACTERS, PROSE, Block, ends_sentence
from stories.extraction.body.lines import Line, Lines
from stories.extraction.body.phrases import DATELINE, DAY, SIGNED
from stories.extraction.body.surroundings import Surroundings
from stories.extraction.metadata.persons import OFFICE
from stories.text import key, words_of

SHARED, LEAST_SHARED = 0.5, 3  # of the words of a heading that the title has; how many at least
KICKED = 30  # letters of a kicker before a headline, which has more; of what stands on both sides of it together, twice
SIGNED_CHARACTERS, DATED_WORDS = 110, 16  # of a line that says who signs and when; of one that has only a day
DESCRIBED = 60  # characters that tell one sentence from another
EARLY = 3  # blocks; a signature below a standfirst comes before
BOXES = 5  # boxes around a standfirst that may hold nothing else
_WORD = re.compile(r"[^\W\d_]{2,}")
STANDFIRST = re.compile(
    r"stand-?first|sub-?(?:title|head(?:line|ing)?|line)|(?:^|[\s_-])(?:lead(?:-?text)?|lede|intro|(?<!with-)summary|synopsis|deck|dek|abstract|excerpt|"
    r"chapo|sapo|ingress|preamble|epigraph|entradilla|bajada|vorspann|einleitung|anons|spot|perex|teaser-?text|description)(?=$|[\s_-])",
    re.I,
)


@dataclass(slots=True, frozen=True)
class Metadata:
    """What the page says of its story elsewhere: title, first-level headings, who signs, description."""

    title: str = ""
    headings: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    description: str = ""


@dataclass(slots=True)
class Context:
    """What the rules need to know of the page, as keys. opening: no prose has come yet; before: blocks that have.

    headline: the line that says it.
    """

    around: Surroundings
    title: str
    words: set[str]
    headings: set[str]
    names: set[str]
    description: str
    lines: Lines
    opening: bool = True
    before: int = 0

    @property
    def headline(self) -> Line | None:
        """The line that says the page's title, or the first-level heading that says more."""
        if (line := self.lines.by_key.get(self.title)) is not None or not self.title:
            return line
        heads = (line for line in self.lines.lines if line.element.tag in ("h1", "h2"))
        return next((line for line in heads if self.title in line.said), None)


def is_headline(block: Block, context: Context) -> bool:
    """The page's title anywhere; before the text begins with a kicker too, and another first-level heading."""
    more = len(block.said) - len(context.title)
    if context.opening and 0 < more <= 2 * KICKED and len(context.title) > KICKED:
        glued = block.said.startswith(context.title) and not ends_sentence(block.text)
        if glued or block.said.endswith(context.title):
            return True
    if block.said == context.title or (context.opening and block.said in context.headings):
        return True
    return context.opening and not context.before and block.kind != "list" and _words_title(block, context)


def _words_title(block: Block, context: Context) -> bool:
    """Whether a line above the box of the text words the title anew: it shares many of its words."""
    line = context.lines.by_key.get(block.said)
    if line is None or line.element in context.lines.within:
        return False
    words = set(key(block.text).split())
    return len(words & context.words) >= max(LEAST_SHARED, SHARED * len(words)) and not ends_sentence(
        block.text
    )


def is_subtitle(block: Block, block_lines: list[Line], context: Context) -> bool:
    """A short heading above the text that the page describes itself with: it is kept as the description."""
    if (
        block.kind != "heading"
        or len(block.text) >= MIN_LEAD_CHARACTERS
        or any(line.element in context.lines.within for line in block_lines)
    ):
        return False
    return key(block.text)[:DESCRIBED] == context.description


def is_standfirst(line: Line) -> bool:
    """Whether a class says that it stands between headline and text: its own, its box's, or one around it alone."""
    boxes = [line.element, *islice(line.element.iterancestors(), BOXES)]
    if any(STANDFIRST.search(box.get("class") or "") for box in boxes[:2]):
        return True
    alone = takewhile(lambda box: len(words_of(box)) == len(line.text), boxes[2:])
    return any(STANDFIRST.search(box.get("class") or "") for box in alone)


def is_above(block: Block, block_lines: list[Line], context: Context) -> bool:
    """A line that is no running text and stands above the headline: a section, a kicker."""
    head = context.headline
    if block.is_prose or head is None or head.element.tag not in ("h1", "h2"):
        return False
    return bool(block_lines) and all(line.place < head.place and not line.twice for line in block_lines)


def _opens_with_day(text: str) -> bool:
    """Whether a line that dates something is a sentence, whose words go on behind the day."""
    day = DAY.search(text)
    return day is not None and ends_sentence(text) and len(_WORD.findall(text[day.end() :])) > 1


def is_signature(block: Block, context: Context) -> bool:
    """Who signs, and when: in a line that makes no sentence, or that says nothing else; below a standfirst, a name."""
    said, names = key(block.text), context.names
    if not context.opening:
        short = context.before < EARLY and len(block.text) < PROSE and not ends_sentence(block.text)
        return short and any(name in said for name in names)
    if (
        said in names
        or SIGNED.match(block.text)
        or (DATELINE.match(block.text) and not _opens_with_day(block.text))
    ):
        return True
    if len(block.text) > SIGNED_CHARACTERS or ends_sentence(block.text):
        return False
    if block.kind == "list":
        return any(
            DATELINE.match(part) or DAY.search(part) or any(name in key(part) for name in names)
            for part in block.parts
        )
    return block.kind == "paragraph" and (
        any(name in said for name in names)
        or (bool(DAY.search(block.text)) and block.text.count(" ") <= DATED_WORDS)
        or (len(block.text) < PROSE and bool(OFFICE.search(block.text)))
    )
