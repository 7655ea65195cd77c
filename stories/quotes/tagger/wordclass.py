"""Words as numbers: a hash for each common word, a class for each word by closed lists, endings and shape.

Names and numbers are never told apart, so that what is learned from texts cannot hold them.
"""

from functools import lru_cache
from zlib import crc32

from stories.quotes.grammar.stems import stem
from stories.quotes.languages import words
from stories.quotes.languages.english import TABLE
from stories.quotes.layout.doc import Doc

SPACE = 1 << 20  # hashes are below this

CLOSED = {
    1: "i he she we they it you",
    2: "who which whom whose",
    3: "the a an this these those his her its their my our your some many several any all both each no every another",
    4: "of in on at by for with from about against into over under after before during since until between among"
    " through amid despite without within toward towards upon as like than via per",
    5: "and or but nor yet so plus",
    6: "is are was were be been being am isn’t isn't wasn’t wasn't aren’t aren't weren’t weren't",
    7: "has have had having hasn’t hasn't haven’t haven't hadn’t hadn't",
    8: "will would could should may might can must shall won’t won't wouldn’t wouldn't couldn’t couldn't can’t can't",
    9: "do does did don’t don't doesn’t doesn't didn’t didn't",
    10: "that whether if",
    11: "what why how when where while because although though unless once",
    12: "to",
    13: "not never also just only even still already again ever now then soon later once often always too",
    14: "monday tuesday wednesday thursday friday saturday sunday",
    15: "january february march april may june july august september october november december",
    16: "mr mrs ms dr sen rep gov gen col lt sgt",
    17: "him me us them himself herself themselves myself ourselves itself yourself",
    18: "he’s she’s it’s they’re we’re i’m you’re he's she's it's they're we're i'm you're he’d she’d they’d we’d i’d"
    " he'd she'd they'd we'd i'd he’ll she’ll they’ll we’ll i’ll i’ve we’ve they’ve i've we've they've it’ll",
    19: "people officials others one reporters supporters critics aides",
    20: "today yesterday tomorrow tonight week month year earlier ago morning evening afternoon night last next",
    21: "there here",
}
REPORTING = TABLE.say | TABLE.think | {"according"}
CLASS_OF = {word: number for number, text in CLOSED.items() for word in words(text)}
MARKS = {
    ",": 30,
    ".": 31,
    "!": 31,
    "?": 31,
    ":": 32,
    ";": 33,
    "—": 34,
    "–": 34,
    "-": 34,
    "―": 34,
    "(": 35,
    ")": 36,
}
NAME, FIRST, NUMBER, QUOTED, OTHER = 40, 41, 42, 43, 44
ENDINGS = (("ing", 50), ("ed", 51), ("ly", 52), ("es", 53), ("s", 54), ("tion", 55), ("er", 56), ("en", 57))
PLAIN = 58


@lru_cache(maxsize=1 << 16)
def word_class(word: str) -> tuple[int, int, int]:
    """(hash, class, hash of the stem) of a lower-case word or a mark."""
    if not word[0].isalpha():
        if word[0].isdigit():
            return NUMBER, NUMBER, NUMBER
        number = crc32(word.encode()) % SPACE
        return number, MARKS.get(word, OTHER), number
    number, kind = crc32(word.encode()) % SPACE, CLASS_OF.get(word, 0)
    if kind:
        return number, kind, number
    kind = next((number for ending, number in ENDINGS if word.endswith(ending)), PLAIN)
    return number, kind, crc32(stem(word).encode()) % SPACE


@lru_cache(maxsize=1 << 16)
def token_class(raw: str) -> tuple[int, int, int]:
    """The same of a token; of a capitalised word only when it is a closed-class word, else one for all names."""
    low = raw.lower()
    if not raw[0].isupper() or low in CLASS_OF or low in REPORTING:
        return word_class(low)
    number = NAME + (2000 if low.endswith(("’s", "'s")) else 1000)
    return number, NAME, number


def classify(doc: Doc) -> tuple[list[int], list[int], list[int]]:
    """The hashes of the tokens of a text, their classes, and the hashes of their stems."""
    triples = list(map(token_class, doc.raw))
    hashes = [triple[0] for triple in triples]
    classes = [triple[1] for triple in triples]
    stems = [triple[2] for triple in triples]
    for i, region in enumerate(doc.region):
        if region >= 0:
            last = doc.text[doc.regions[region].end - 1]
            classes[i] = QUOTED
            hashes[i] = QUOTED + (1 if last == "," else 2 if last in ".!?" else 3)
    return hashes, classes, stems
