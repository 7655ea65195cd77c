"""A text laid out for reading: words, quotations as single tokens, sentences, paragraphs."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from stories.quotes.languages import Language
from stories.quotes.marks import find_regions
from stories.quotes.regions import Region

WORD = r"[^\W\u3400-\u9fff]+(?:[’'\-‑.][^\W\u3400-\u9fff]+)*"
VOWELLED = r"[\w\u064b-\u0652]+"  # Arabic words with their vowel signs
MARK = r"\n+|[^\w\s]"
QUOTATION = "<q>"
STOPS = frozenset(".!?…。！？؟")
FINAL = tuple(".!?…。！？؟")
LONGEST = 300  # tokens of a sentence; what is longer is a list, and is cut
HEADING = 60  # characters of a heading
LOOKAHEAD = 9  # tokens after a quotation that ends with ? or ! in which "he asked" is looked for


@dataclass(slots=True)
class Layout:
    """Tokens in parallel lists: raw and lower-case words, character offsets, and the quotation (or -1).

    sentences: [first, last) token numbers. paragraph: the paragraph's number of each sentence. capitals, last_names:
    words with a capital and those that follow another one, in languages whose nouns have capitals too.
    """

    text: str
    language: Language
    regions: list[Region]
    raw: list[str] = field(default_factory=list)
    low: list[str] = field(default_factory=list)
    start: list[int] = field(default_factory=list)
    end: list[int] = field(default_factory=list)
    region: list[int] = field(default_factory=list)
    sentences: list[tuple[int, int]] = field(default_factory=list)
    paragraph: list[int] = field(default_factory=list)
    capitals: set[str] = field(default_factory=set)
    last_names: set[str] = field(default_factory=set)

    def is_name(self, i: int) -> bool:
        """Whether token `i` begins with a capital letter."""
        return self.raw[i][:1].isupper()


def lay_out(text: str, language: Language) -> Layout:
    """Split `text` into tokens, quotations and sentences."""
    page = Layout(text, language, find_regions(text, language.say if language.spoken_dash else None))
    breaks: list[int] = []
    position = 0
    for number, region in enumerate(page.regions):
        _tokens(page, position, region.opens, breaks)
        _add(page, QUOTATION, QUOTATION, region.opens, region.closes, number)
        position = region.closes
    _tokens(page, position, len(text), breaks)
    _sentences(page, breaks)
    if language.noun_capitals:
        page.capitals = {raw for raw in page.raw if raw[0].isupper()}
        page.last_names = set(_last_names(page))
    return page


def _last_names(page: Layout) -> Iterator[str]:
    closed = page.language.closed
    for i in range(1, len(page.raw)):
        if page.is_name(i) and page.is_name(i - 1) and page.low[i - 1] not in closed:
            yield page.raw[i]


def is_heading(page: Layout, number: int) -> bool:
    """Whether a sentence is a paragraph of nothing but pointed words, as headings between paragraphs are.

    Speech that stands alone ends with a full stop or the like, inside its marks or after them.
    """
    first, last = page.sentences[number]
    if last != first + 1 or page.region[first] < 0:
        return False
    around = (page.paragraph[i] for i in (number - 1, number + 1) if 0 <= i < len(page.sentences))
    region = page.regions[page.region[first]]
    said = page.text[region.start : region.end]
    return (
        page.paragraph[number] not in around and len(said) < HEADING and region.closed and said[-1:].isalnum()
    )


@cache
def _pattern(language: Language) -> re.Pattern[str]:
    """What a token is: where words are written together, each word of the table, else a single character."""
    if language.no_spaces:
        known = "|".join(sorted(language.vocabulary(), key=len, reverse=True))
        return re.compile(rf"{known}|[\u3400-\u9fff]|{WORD}|{MARK}")
    return re.compile(f"{VOWELLED}|{MARK}" if language.code == "ar" else f"{WORD}|{MARK}")


def _add(page: Layout, raw: str, low: str, start: int, end: int, region: int) -> None:
    page.raw.append(raw)
    page.low.append(low)
    page.start.append(start)
    page.end.append(end)
    page.region.append(region)


def _tokens(page: Layout, start: int, end: int, breaks: list[int]) -> None:
    raw, low, starts, ends, region = page.raw, page.low, page.start, page.end, page.region
    hyphened = page.language.hyphen_pronouns
    for match in _pattern(page.language).finditer(page.text, start, end):
        word = match.group()
        if word[0] == "\n":
            breaks.append(len(raw))
            continue
        if hyphened and "-" in word:
            _add_verb(page, word, match.start())
            continue
        raw.append(word)
        low.append(word.lower())
        starts.append(match.start())
        ends.append(match.end())
        region.append(-1)


def _add_verb(page: Layout, word: str, start: int) -> None:
    """Add a word with a hyphen; a verb and its pronoun are two: "dit-elle"."""
    verb, _, pronoun = word.partition("-")
    end = start + len(word)
    if pronoun.lower() not in page.language.hyphen_pronouns:
        return _add(page, word, word.lower(), start, end, -1)
    _add(page, verb, verb.lower(), start, start + len(verb), -1)
    return _add(page, pronoun, pronoun.lower(), start + len(verb) + 1, end, -1)


def _sentences(page: Layout, breaks: list[int]) -> None:
    """Cut at paragraph ends and at full stops, those inside a quotation's end included."""
    ends = [*breaks, len(page.raw)]
    begin = 0
    for number, finish in enumerate(ends):
        while begin < finish:
            stop = begin + 1
            while stop < min(finish, begin + LONGEST) and not _ends(page, stop - 1, finish):
                stop += 1
            page.sentences.append((begin, stop))
            page.paragraph.append(number)
            begin = stop


def _ends(page: Layout, i: int, finish: int) -> bool:
    """Whether a sentence ends after token `i`."""
    following = page.raw[i + 1]
    if page.region[i] >= 0:
        return _quotation_ends(page, i, finish)
    word = page.low[i]
    if word not in STOPS:
        return False
    if following in STOPS or following in ")]":
        return False
    if word == "." and (_abbreviates(page, i) or _is_ordinal(page, i)):
        return False
    return not following[0].islower() and following not in ",;:"


def _abbreviates(page: Layout, i: int) -> bool:
    """Whether the full stop at `i` belongs to an abbreviation or an initial."""
    if not i or page.end[i - 1] != page.start[i] or not page.raw[i - 1][0].isalpha():
        return False
    return page.low[i - 1] in page.language.abbreviations or len(page.raw[i - 1]) == 1


def _is_ordinal(page: Layout, i: int) -> bool:
    """Whether the full stop at `i` makes a number an ordinal: "am 12. Mai", "der 2. Brunnen"."""
    table = page.language
    if i < 2 or not table.noun_capitals or not page.raw[i - 1].isdigit() or len(page.raw[i - 1]) > 2:
        return False
    return page.low[i + 1] in table.days or page.low[i - 2] in table.articles | table.links | table.datives


def _quotation_ends(page: Layout, i: int, finish: int) -> bool:
    region, following = page.regions[page.region[i]], page.raw[i + 1]
    last = page.text[region.start : region.end].rstrip(" ’'”\"")[-1:]
    if not last or last not in FINAL or following[0].islower() or following in ",;:.—–-":
        return False
    if (last in ".…" or page.region[i + 1] >= 0) and not page.language.no_spaces:
        return True
    say = page.language.say
    if not page.language.speaker_follows:
        return True  # elsewhere a comma or a dash comes before "he asked"
    for j in range(i + 1, min(finish, i + LOOKAHEAD)):
        if page.low[j] in say:
            return False
        if page.region[j] >= 0 or page.low[j] in STOPS:
            return True
    return True
