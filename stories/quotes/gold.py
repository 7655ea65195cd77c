"""Annotated attributions laid over a page, for training."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from stories.quotes.features import Sight, look
from stories.quotes.languages import language
from stories.quotes.layout import lay_out
from stories.quotes.wordclass import CLASS_OF


@dataclass(slots=True)
class Frame:
    """One annotated attribution in token numbers: the anchor of its cue, its content, its source."""

    cue: int
    cues: frozenset[int]
    content: frozenset[int]
    source: frozenset[int]


@dataclass(slots=True)
class Lesson:
    """A page with its frames by anchor, and all of them."""

    sight: Sight
    frames: dict[int, Frame]
    all: list[Frame]
    names: list[list[str]]  # of each frame of `all`, as a coreference system told them


def tokens_of(sight: Sight, spans: Iterable[Sequence[int]]) -> frozenset[int]:
    """The word tokens that the character spans cover; a quotation counts when half of it is covered."""
    page = sight.page
    found = set()
    for start, end in spans:
        i = bisect_right(page.end, start)
        while i < len(page.raw) and page.start[i] < end:
            if page.region[i] >= 0:
                inside = min(end, page.end[i]) - max(start, page.start[i])
                if 2 * inside >= page.end[i] - page.start[i]:
                    found.add(i)
            elif page.raw[i][0].isalnum():
                found.add(i)
            i += 1
    return frozenset(found)


def cue_words(documents: Iterable[dict[str, Any]], least: int = 3, share: float = 0.04) -> dict[str, float]:
    """Lower-case words that annotated cues hold, with the share of their uses that are in cues."""
    used: Counter[str] = Counter()
    cued: Counter[str] = Counter()
    for document in documents:
        sight = look(lay_out(document["text"], language("en")))
        used.update(sight.page.low)
        for attribution in document["attributions"]:
            cued.update(
                sight.page.low[i] for i in tokens_of(sight, attribution["cue"]) if sight.page.raw[i].islower()
            )
        cued[":"] += sum(
            sight.page.raw[i] == ":" for a in document["attributions"] for i in _marks(sight, a["cue"])
        )
    return {
        word: count / (used[word] + 5)
        for word, count in cued.items()
        if count >= least and count / (used[word] + 5) >= share and word not in CLASS_OF
    }


def _marks(sight: Sight, spans: Iterable[Sequence[int]]) -> list[int]:
    page = sight.page
    return [
        i
        for start, end in spans
        for i in range(bisect_right(page.end, start), bisect_right(page.start, end - 1))
    ]


def lesson(document: dict[str, Any], lexicon: dict[str, float]) -> Lesson:
    """A document of the corpus as a page with frames."""
    sight = look(lay_out(document["text"], language("en")))
    page = sight.page
    frames: dict[int, Frame] = {}
    every, names = [], []
    for attribution in document["attributions"]:
        cues, content = tokens_of(sight, attribution["cue"]), tokens_of(sight, attribution["content"])
        marks = cues or frozenset(i for i in _marks(sight, attribution["cue"]) if page.raw[i] == ":")
        if not marks or not content:
            continue
        anchor = max(marks, key=lambda i: (lexicon.get(page.low[i], 0.0), i))
        frame = Frame(anchor, marks, content - cues, tokens_of(sight, attribution["source"]))
        every.append(frame)
        names.append(attribution.get("silver_names", []))
        frames[anchor] = frame
    return Lesson(sight, frames, every, names)
