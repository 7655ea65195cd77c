"""A text as tokens: words, quotations as single tokens, sentences, paragraphs."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from stories.quotes.languages import Language
from stories.quotes.layout.introduced import introduced_regions
from stories.quotes.layout.marks import find_regions
from stories.quotes.layout.regions import Region

TokenSpan = tuple[int, int]  # [first, last) token numbers

WORD = r"[^\W\u3400-\u9fff]+(?:[’'\-‑.][^\W\u3400-\u9fff]+)*"
VOWELLED = r"[\w\u064b-\u0652]+"  # Arabic words with their vowel signs
MARK = r"\n+|[^\w\s]"
QUOTATION = "<q>"
STOPS = frozenset(".!?…。！？؟")
FINAL = tuple(".!?…。！？؟")
ENDING = STOPS | {QUOTATION}  # the tokens that a sentence may end with
MAX_SENTENCE_TOKENS = 300  # tokens of a sentence; what is longer is a list, and is cut
HEADING = 60  # characters of a heading
SIGNS = 3  # signs of a word, about, where words are written together
NOT_ELIDED = frozenset(("après", "abord", "accord", "ailleurs"))  # "d’après" is one word
# Of a person: "G.K. Butterley", not "in the U.S. The well"
INITIALS = re.compile(r"(?!U\.|D\.C|E\.U|L\.A|R\.I|[AP]\.M|[NS]\.[CDHJMY])[A-Z]\.[A-Z]")
LOOKAHEAD = 9  # tokens after a quotation that ends with ? or ! in which "he asked" is looked for


@dataclass(slots=True)
class Doc:
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


def tokenise(text: str, language: Language, set_off: Sequence[tuple[int, int]] = ()) -> Doc:
    """Split `text` into tokens, quotations and sentences. set_off: see `find_quotes`."""
    regions = find_regions(text, language.say if language.spoken_dash else None)
    regions += introduced_regions(text, language, set_off, regions)
    doc = Doc(text, language, sorted(regions))
    breaks: list[int] = []
    position = 0
    for number, region in enumerate(doc.regions):
        _tokens(doc, position, region.opens, breaks)
        _add(doc, QUOTATION, QUOTATION, region.opens, region.closes, number)
        position = region.closes
    _tokens(doc, position, len(text), breaks)
    _sentences(doc, breaks)
    if language.noun_capitals:
        doc.capitals = {raw for raw in doc.raw if raw[0].isupper()}
        doc.last_names = set(_last_names(doc))
    return doc


def _last_names(doc: Doc) -> Iterator[str]:
    closed = doc.language.closed
    for i in range(1, len(doc.raw)):
        if doc.is_name(i) and doc.is_name(i - 1) and doc.low[i - 1] not in closed:
            yield doc.raw[i]


def is_heading(doc: Doc, number: int) -> bool:
    """Whether a sentence is a paragraph of nothing but pointed words, as headings between paragraphs are.

    Speech that stands alone ends with a full stop or the like, inside its marks or after them.
    """
    first, last = doc.sentences[number]
    if last != first + 1 or doc.region[first] < 0:
        return False
    around = (doc.paragraph[i] for i in (number - 1, number + 1) if 0 <= i < len(doc.sentences))
    region = doc.regions[doc.region[first]]
    said = doc.text[region.start : region.end]
    short = doc.paragraph[number] not in around and len(said) < HEADING and region.closed
    return short and (said[-1:].isalnum() or _in_other_marks(doc, region))


def _in_other_marks(doc: Doc, region: Region) -> bool:
    """Whether a quotation has single marks where the speech of the text has double ones: 'There’s so much anger.'"""
    single = region.start == region.opens + 1 and doc.text[region.opens] in "'‘"
    return single and any(
        doc.text[other.opens] in '"“' or other.start > other.opens + 1 for other in doc.regions
    )


@cache
def _pattern(language: Language) -> re.Pattern[str]:
    """What a token is: where words are written together, each word of the table, else a single character."""
    if language.no_spaces:
        known = "|".join(sorted(language.vocabulary(), key=len, reverse=True))
        return re.compile(rf"{known}|[\u3400-\u9fff]|{WORD}|{MARK}")
    return re.compile(f"{VOWELLED}|{MARK}" if language.code == "ar" else f"{WORD}|{MARK}")


def _add(doc: Doc, raw: str, low: str, start: int, end: int, region: int) -> None:
    doc.raw.append(raw)
    doc.low.append(low)
    doc.start.append(start)
    doc.end.append(end)
    doc.region.append(region)


def _tokens(doc: Doc, start: int, end: int, breaks: list[int]) -> None:
    raw, low, starts, ends, region = doc.raw, doc.low, doc.start, doc.end, doc.region
    hyphened, elided = doc.language.hyphen_pronouns, doc.language.elisions
    for match in _pattern(doc.language).finditer(doc.text, start, end):
        word = match.group()
        if word[0] == "\n":
            breaks.append(len(raw))
            continue
        if hyphened and ("-" in word or "’" in word or "'" in word):
            _add_parts(doc, word, match.start(), elided)
            continue
        at, till = match.span()
        raw.append(word)
        low.append(word.lower())
        starts.append(at)
        ends.append(till)
        region.append(-1)


def _add_parts(doc: Doc, word: str, start: int, elided: frozenset[str]) -> None:
    """Add a word without what is elided before it: "d’" and "Ada", "s’", "interroge" and "t-elle"."""
    at = word.replace("'", "’").find("’") + 1
    if word[:at].lower().replace("'", "’") in elided and word.lower()[at:] not in NOT_ELIDED:
        _add(doc, word[:at], word[:at].lower().replace("'", "’"), start, start + at, -1)
        word, start = word[at:], start + at
    _add_verb(doc, word, start)


def _add_verb(doc: Doc, word: str, start: int) -> None:
    """Add a word with a hyphen; a verb and its pronoun are two: "dit-elle"."""
    verb, _, pronoun = word.partition("-")
    end = start + len(word)
    if pronoun.lower() not in doc.language.hyphen_pronouns:
        return _add(doc, word, word.lower(), start, end, -1)
    _add(doc, verb, verb.lower(), start, start + len(verb), -1)
    return _add(doc, pronoun, pronoun.lower(), start + len(verb) + 1, end, -1)


def _sentences(doc: Doc, breaks: list[int]) -> None:
    """Cut at paragraph ends and at full stops, those inside a quotation's end included."""
    ends = [*breaks, len(doc.raw)]
    begin, low = 0, doc.low
    for number, finish in enumerate(ends):
        while begin < finish:
            limit = min(finish, begin + MAX_SENTENCE_TOKENS)
            stop = next(
                (i + 1 for i in range(begin, limit - 1) if low[i] in ENDING and _ends(doc, i, finish)), limit
            )
            doc.sentences.append((begin, stop))
            doc.paragraph.append(number)
            begin = stop


def _ends(doc: Doc, i: int, finish: int) -> bool:
    """Whether a sentence ends after token `i`."""
    following = doc.raw[i + 1]
    if doc.region[i] >= 0:
        return _quotation_ends(doc, i, finish)
    word = doc.low[i]
    if word not in STOPS:
        return False
    if following in STOPS or following in ")]":
        return False
    if word == "." and (_abbreviates(doc, i) or _is_ordinal(doc, i)):
        return False
    return not following[0].islower() and following not in ",;:"


def _abbreviates(doc: Doc, i: int) -> bool:
    """Whether the full stop at `i` belongs to an abbreviation or an initial."""
    if not i or doc.end[i - 1] != doc.start[i] or not doc.raw[i - 1][0].isalpha():
        return False
    return doc.low[i - 1] in doc.language.abbreviations or is_initial(doc.raw[i - 1])


def is_initial(raw: str) -> bool:
    """Whether a word before a full stop is a letter or several: "G.K." of "G.K. Butterley"."""
    return len(raw) == 1 or bool(INITIALS.fullmatch(raw))


def _is_ordinal(doc: Doc, i: int) -> bool:
    """Whether the full stop at `i` makes a number an ordinal: "am 12. Mai", "der 2. Brunnen"."""
    table = doc.language
    if i < 2 or not table.noun_capitals or not doc.raw[i - 1].isdigit() or len(doc.raw[i - 1]) > 2:
        return False
    return doc.low[i + 1] in table.days or doc.low[i - 2] in table.articles | table.links | table.datives


def _quotation_ends(doc: Doc, i: int, finish: int) -> bool:
    region, following = doc.regions[doc.region[i]], doc.raw[i + 1]
    last = doc.text[region.start : region.end].rstrip(" ’'”\"")[-1:]
    if not last or last not in FINAL or following[0].islower() or following in ",;:.—–-":
        return False
    if (last in ".…" or doc.region[i + 1] >= 0) and not doc.language.no_spaces:
        return True
    say = doc.language.say
    if not doc.language.speaker_follows:
        return True  # elsewhere a comma or a dash comes before "he asked"
    ahead = LOOKAHEAD * (SIGNS if doc.language.no_spaces else 1)
    for j in range(i + 1, min(finish, i + ahead)):
        if doc.low[j] in say:
            return False
        if doc.region[j] >= 0 or doc.low[j] in STOPS:
            return True
    return True
