"""Quotation marks paired: the outermost quoted stretches of a text, paragraph by paragraph."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from stories.quotes.layout.dashes import DASHES, dashed_speech
from stories.quotes.layout.incises import parted
from stories.quotes.layout.regions import Region

CLOSERS = {
    "“": '”"',
    "”": "”",  # Swedish and Finnish open with the closing mark; also careless English
    "„": '“”"„',
    "«": "»",
    "»": "«",
    "‹": "›",
    "›": "‹",
    "「": "」",
    "『": "』",
    "《": "》",
    '"': '"”',
    "″": "″",
    "``": "''``",
    "''": "''",
    "‚": "‘’",
}
DOUBLE = re.compile(r"'{2,3}|``|[\"“”„«»″‹›「」『』]")
SINGLE_OPENS = re.compile(r"(?<![\w’'])[‘'‚](?=[\w“\"$£€])")
SINGLE_CLOSES = re.compile(r"(?<=[\w.,!?…;)])[’'‘](?![\w’'])")
SURE_CLOSE = re.compile(r"(?<=[,.!?…”\"])[’'](?!\w)")
CLIPPED = re.compile(r"['‘’](?:\d0s|\d\d\b|em|til|cause|bout|twas|tis|n)\b", re.IGNORECASE)  # no opening mark
LONGEST_NESTED = 2000  # characters in which a stretch inside another is closed
LONGEST_SINGLE = 600  # characters; a longer stretch between single marks is two apostrophes
BEFORE_OPENING = " \t\u00a0([{—–-/‘'\u200f\u200e"
# A quotation over the lines of one paragraph, as <br> leaves it: “We walked at night,\nand hid by day,”
BROKEN = re.compile(
    "|".join(
        rf"{opens}[^{both}\n]{{1,400}}(?:\n(?!\n)[^{both}\n]{{1,400}}){{1,6}}{closes}"
        for opens, both, closes in (
            ("“", "“”", "”"),
            ("«", "«»", "»"),
            ("„", "„“”", "[“”]"),
            ("「", "「」", "」"),
            (r'(?<![^\s(])"(?=\S)', '"', r'(?<=\S)"(?!\w)'),
        )
    )
)
PARAGRAPH = re.compile(r"[^\n]+")


def find_regions(text: str, dashed: frozenset[str] | None = None) -> list[Region]:
    """The outermost quoted stretches of `text`, in order; none crosses the end of a paragraph.

    dashed: where given, a dash at the start of a paragraph opens speech, and these verbs tell narration in it.
    """
    regions: list[Region] = []
    text = BROKEN.sub(lambda found: found.group().replace("\n", " "), text)
    for paragraph in PARAGRAPH.finditer(text):
        line, offset = paragraph.group(), paragraph.start()
        found = dashed_speech(line, dashed) if dashed and line[:1] in DASHES else []
        if not found:
            found = list(_double(line))
            if dashed and found:
                found = list(parted(line, found, dashed))
            if "'" in line or "‘" in line or "‚" in line:
                singles = list(_single(line, found))
                found = sorted([r for r in found if not _holds(singles, r.opens)] + singles)
        regions += [Region(r[0] + offset, r[1] + offset, r[2] + offset, r[3] + offset, r[4]) for r in found]
    return regions


def _double(line: str) -> Iterator[Region]:
    """Pair double marks. A mark that looks like an opening while one is open means a closing was lost."""
    mark, opens, start, depth = "", 0, 0, 0
    for match in DOUBLE.finditer(line):
        character, (begin, end) = match.group()[:2], match.span()
        looks_open = _looks_open(line, begin, end)
        if not mark:
            if _can_open(line, character, begin, end):
                mark, opens, start, depth = character, begin, end, 0
        elif character == mark and character in "«「『" and _closes_twice(line, end, character):
            depth += 1
        elif character in CLOSERS[mark]:
            if depth:
                depth -= 1
            elif character in ('"', "''") and looks_open and line[begin - 1] not in "—–-'‘":
                yield Region(opens, start, begin, begin, False)
                opens, start = begin, end
            else:
                yield Region(opens, start, begin, end, True)
                mark = ""
    if mark:
        yield Region(opens, start, len(line), len(line), False)


def _closes_twice(line: str, position: int, character: str) -> bool:
    """Whether a stretch opened inside another of the same mark leaves a closing mark for the outer one."""
    ahead = position + LONGEST_NESTED
    return line.count(CLOSERS[character], position, ahead) >= line.count(character, position, ahead) + 2


def _looks_open(line: str, begin: int, end: int) -> bool:
    before = line[begin - 1] if begin else " "
    return before in BEFORE_OPENING and end < len(line) and not line[end].isspace()


def _can_open(line: str, character: str, begin: int, end: int) -> bool:
    """Whether a mark met outside a quotation opens one: never before a space, never an inch sign."""
    if end >= len(line) or character not in CLOSERS:
        return False
    if character in "”›":
        return _looks_open(line, begin, end)
    if character == '"' and begin and line[begin - 1].isdigit():
        return False
    return character in "“„«‹「『" or not line[end].isspace()


def _single(line: str, doubles: list[Region]) -> Iterator[Region]:
    """Single marks outside double ones; an apostrophe inside or after a word is no mark."""
    after, opens = 0, [double.opens for double in doubles]
    for match in SINGLE_OPENS.finditer(line):
        begin = match.start()
        if begin < after or line[begin : begin + 2] == "''" or line[begin - 1 : begin] == "'":
            continue
        following = bisect_right(opens, begin)  # doubles are in order, and apart
        if CLIPPED.match(line, begin) or _holds(doubles, begin):
            continue
        close = _single_close(line, begin)
        if following < len(opens) and (close is None or opens[following] < close):
            close = _close_around(line, begin, doubles, following)
        if close is None:
            continue
        after = close + 1
        yield Region(begin, begin + 1, close, close + 1, True)


def _holds(regions: list[Region], position: int) -> bool:
    """Whether a position stands in one of the stretches, which are in order, and apart."""
    at = bisect_right(regions, position, key=lambda region: region.opens) - 1
    return at >= 0 and position < regions[at].closes


def _close_around(line: str, begin: int, doubles: list[Region], following: int) -> int | None:
    """The mark that closes a single quotation with a double one in it, ‘He told me “go home”, and I went,’ said Ada."""
    held = doubles[following]
    if not held.closed or held.closes > begin + LONGEST_SINGLE:
        return None
    close = SURE_CLOSE.search(line, held.closes, begin + LONGEST_SINGLE)
    return close.start() if close and not _holds(doubles, close.start()) else None


def _single_close(line: str, begin: int) -> int | None:
    """The mark that closes a single quotation: the first after punctuation, else the first after a word.

    A plural possessive ("the owners' plan") looks like a closing: it is one where no better one comes before the
    next opening.
    """
    possessive = None
    for match in SINGLE_CLOSES.finditer(line, begin + 2, begin + LONGEST_SINGLE):
        close = match.start()
        if possessive is not None and SINGLE_OPENS.search(line, possessive + 1, close):
            return possessive
        if line[close - 1] != "s" or not line[close + 1 : close + 3].strip()[:1].isalpha():
            return close
        possessive = close if possessive is None else possessive
    return possessive
