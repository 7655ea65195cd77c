"""Annotated attributions laid over the tokens of a text, for training."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from stories.quotes.languages import language
from stories.quotes.layout.doc import tokenise
from stories.quotes.tagger.candidates import OPEN
from stories.quotes.tagger.token_features import TokenFeatures, annotate
from stories.quotes.tagger.wordclass import CLASS_OF

Document = dict[str, Any]  # an annotated text, as the corpora have it
SUBJECTS = frozenset(("i", "he", "she", "they", "we", "who"))


@dataclass(slots=True)
class Frame:
    """One annotated attribution in token numbers: the anchor of its cue, its content, its source."""

    cue: int
    cues: frozenset[int]
    content: frozenset[int]
    source: frozenset[int]


@dataclass(slots=True)
class Lesson:
    """A text with its frames by anchor, and all of them."""

    tokens: TokenFeatures
    frames: dict[int, Frame]
    all: list[Frame]
    names: list[list[str]]  # of each frame of `all`, as a coreference system told them


def tokens_of(tokens: TokenFeatures, spans: Iterable[Sequence[int]]) -> frozenset[int]:
    """The word tokens that the character spans cover; a quotation counts when half of it is covered."""
    doc = tokens.doc
    found = set()
    for start, end in spans:
        i = bisect_right(doc.end, start)
        while i < len(doc.raw) and doc.start[i] < end:
            if doc.region[i] >= 0:
                inside = min(end, doc.end[i]) - max(start, doc.start[i])
                if 2 * inside >= doc.end[i] - doc.start[i]:
                    found.add(i)
            elif doc.raw[i][0].isalnum():
                found.add(i)
            i += 1
    return frozenset(found)


def cue_words(documents: Iterable[Document], least: int = 3, share: float = 0.04) -> dict[int, float]:
    """Hashes of the stems of the words that annotated cues hold, with the share of their uses that are in cues."""
    used: Counter[int] = Counter()
    cued: Counter[int] = Counter()
    for document in documents:
        tokens = annotate(tokenise(document["text"], language("en")))
        doc = tokens.doc
        used.update(tokens.stem)
        for attribution in document["attributions"]:
            words = (i for i in tokens_of(tokens, attribution["cue"]) if doc.raw[i].islower())
            colons = (i for i in _marks(tokens, attribution["cue"]) if doc.raw[i] == ":")
            cued.update(tokens.stem[i] for i in {*words, *colons} if doc.low[i] not in CLASS_OF)
    shares = {number: count / (used[number] + 5) for number, count in cued.items() if count >= least}
    return {number: part for number, part in shares.items() if part >= share}


def finite_verbs(documents: Iterable[Document], least: int = 6, share: float = 0.1) -> frozenset[int]:
    """Hashes of the words that often stand right after "he", "they" or "who": mostly finite verbs."""
    used: Counter[int] = Counter()
    after: Counter[int] = Counter()
    for document in documents:
        tokens = annotate(tokenise(document["text"], language("en")))
        open_class = [i for i, kind in enumerate(tokens.kind[:-4]) if kind >= OPEN]
        used.update(tokens.word[i] for i in open_class)
        after.update(tokens.word[i] for i in open_class if i and tokens.doc.low[i - 1] in SUBJECTS)
    return frozenset(
        word for word, n in after.items() if used[word] >= least and n / (used[word] + 5) > share
    )


def _marks(tokens: TokenFeatures, spans: Iterable[Sequence[int]]) -> list[int]:
    doc = tokens.doc
    return [
        i
        for start, end in spans
        for i in range(bisect_right(doc.end, start), bisect_right(doc.start, end - 1))
    ]


def lesson(document: Document, lexicon: dict[int, float], tokens: TokenFeatures) -> Lesson:
    """A document of the corpus as a text with frames."""
    doc = tokens.doc
    frames: dict[int, Frame] = {}
    every, names = [], []
    for attribution in document["attributions"]:
        cues, content = tokens_of(tokens, attribution["cue"]), tokens_of(tokens, attribution["content"])
        marks = cues or frozenset(i for i in _marks(tokens, attribution["cue"]) if doc.raw[i] == ":")
        if not marks or not content:
            continue
        anchor = max(marks, key=lambda i: (lexicon.get(tokens.stem[i], 0.0), tokens.kind[i] >= OPEN, i))
        frame = Frame(anchor, marks, content - cues, tokens_of(tokens, attribution["source"]))
        every.append(frame)
        names.append(attribution.get("silver_names", []))
        frames[anchor] = frame
    return Lesson(tokens, frames, every, names)
