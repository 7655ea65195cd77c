"""Stories drawn from real ones: paragraphs of many pages put together anew, with other names and figures.

Real are the words and how often they are there, the lengths, how much is quoted and by whom, which dates a page
shows. No two stories are alike but those that are made so. The texts are other people's: a database made of them stays
on the machine.
"""

import json
import logging
import pickle
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from random import Random
from typing import Any

import numpy as np

from store.story_rows import rows_of
from store.tables import Row
from stories.dates import choose_dates, resolve_spoken
from stories.extraction.reading import Reading, read
from stories.identity.fingerprint import cut
from stories.item import Story
from stories.page import Page
from tests import corpora
from tests.bench.pages import UNKNOWN
from tests.bench.store.edited import DATE, NO_WORDS, QUOTE, Editor, Paragraph, said_at, spoken_at

KEPT = corpora.ROOT / ".cache" / "store" / "readings.pickle"
LEAST = 250  # paragraphs of a language from which stories can be drawn
COPIES = 0.08  # of the stories: another outlet's, with another last paragraph
VARIANTS = 20  # of each paragraph


@dataclass(slots=True)
class Whole:
    """What else a real story has: its columns, the dates that its page shows, how many characters its body has."""

    columns: Row
    shown: list[list[Any]]  # values of `dates`
    length: int


@dataclass(slots=True)
class Made:
    """A story that was drawn: what of, and the columns of `stories`; values of `dates` and `quotes`, without ids."""

    whole: Whole
    drawn: list[Paragraph]
    columns: Row
    spoken: list[list[Any]]
    said: list[list[Any]]

    @property
    def dates(self) -> list[Row]:
        """The rows of `dates`."""
        return [dict(zip(DATE, values, strict=True)) for values in self.spoken]

    @property
    def quotes(self) -> list[Row]:
        """The rows of `quotes`."""
        return [dict(zip(QUOTE, values, strict=True)) for values in self.said]

    @property
    def bands(self) -> list[int]:
        """The bands of its paragraphs; those of the text, but where a pair of words at a border comes first."""
        return cut(np.minimum.reduce([one.lowest for one in self.drawn]))


class Drawn:
    """Draws stories; the same ones for the same seed. real: those that they are drawn from."""

    def __init__(self, seed: int, real: Iterable[Story]) -> None:
        self.random = Random(seed)
        self.last: Made | None = None
        self.wholes: list[Whole] = []
        known: dict[str, list[Paragraph]] = defaultdict(list)
        for story in real:
            self._take(story, known)
        self.wholes = [one for one in self.wholes if len(known[one.columns["language"]]) >= LEAST]
        self.editor = Editor(
            self.random, {language: [one.text for one in found] for language, found in known.items()}
        )
        self.stock = {
            language: [
                self.editor.paragraph(one, language) for one in known[language] for _ in range(VARIANTS)
            ]
            for language in sorted({one.columns["language"] for one in self.wholes})
        }

    def story(self) -> Made:
        """The next one."""
        whole = self.random.choice(self.wholes)
        language = whole.columns["language"]
        drawn, length, stock, chance = [], 0, self.stock[language], self.random.random
        while length < whole.length:
            drawn.append(stock[int(chance() * len(stock))])
            length += len(drawn[-1].text) + 2
        changed: dict[str, str] = {}
        told = {
            name: self.editor.edited(whole.columns[name] or "", language, changed)
            for name in ("title", "description")
        }
        return self.joined(Whole(whole.columns | told, whole.shown, length), drawn)

    def story_or_copy(self) -> tuple[Made, bool]:
        """The next one, and whether it is the one before as another outlet has it, with another last paragraph."""
        made, copy = self.story(), self.random.random() < COPIES and self.last is not None
        if copy and self.last:
            made = self.joined(self.last.whole, [*(self.last.drawn[:-1] or self.last.drawn), made.drawn[0]])
        self.last = made
        return made, copy

    def joined(self, whole: Whole, drawn: list[Paragraph]) -> Made:
        """A story of these paragraphs."""
        start, said, spoken = 0, [], whole.shown.copy()
        for one in drawn:
            said += said_at(one, start, len(said))
            spoken += spoken_at(one, start)
            start += len(one.text) + 2
        columns = whole.columns | {"body": "\n\n".join([one.text for one in drawn])}
        return Made(whole, drawn, columns, spoken, said)

    def _take(self, story: Story, known: dict[str, list[Paragraph]]) -> None:
        body, start = story.read.body, 0
        rows = rows_of(story)
        columns, dates = rows.columns, rows.dates
        quotes = [(row, json.loads(str(row["spans"]))) for row in rows.quotes]
        shown = [[row[name] for name in DATE] for row in dates if row["start"] is None]
        self.wholes.append(Whole(columns, shown, len(body)))
        for text in body.split("\n\n"):
            end = start + len(text)
            own = [
                _within(row, spans, start, end)
                for row, spans in quotes
                if start <= spans[0][0] and spans[-1][1] <= end
            ]
            mentions = [
                row
                for row in dates
                if row["start"] is not None and start <= row["start"] and row["end"] <= end
            ]
            there = [row | {"start": row["start"] - start, "end": row["end"] - start} for row in mentions]
            known[columns["language"]].append(Paragraph(text, own, there, NO_WORDS))
            start = end + 2


def _within(row: Row, spans: list[tuple[int, int]], start: int, end: int) -> Row:
    """A quote as its paragraph has it: a source or a cue in another one is not told."""
    moved = row | {"spans": [(first - start, last - start) for first, last in spans]}
    for name in ("source", "cue"):
        ends = row[f"{name}_start"], row[f"{name}_end"]
        inside = ends[0] is not None and start <= ends[0] and ends[1] <= end
        told = {f"{name}_start": ends[0] - start, f"{name}_end": ends[1] - start} if inside else {}
        moved |= told or {name: None, f"{name}_start": None, f"{name}_end": None}
    return moved


def real() -> list[Story]:
    """The news pages of the public sets, read; kept for the next time."""
    if KEPT.exists():
        found: list[tuple[Page, Reading]] = pickle.loads(KEPT.read_bytes())  # noqa: S301 -- ours
    else:
        logging.disable(logging.CRITICAL)
        rows = [(name, row) for name in ("fundus", "aeb", "wcxb") for row in corpora.truth(name)]
        pages = [corpora.page(name, row) for name, row in rows if name != "wcxb" or row.get("news")]
        found = [(page, reading) for page in pages if not (reading := read(page, UNKNOWN)).reject]
        KEPT.parent.mkdir(parents=True, exist_ok=True)
        KEPT.write_bytes(pickle.dumps(found))
    return [_story(page, reading) for page, reading in found]


def _story(page: Page, reading: Reading) -> Story:
    story = Story(page, UNKNOWN, reading=reading)
    story.judged = choose_dates(reading.candidates, UNKNOWN, page.fetched, reading.language or None)
    published = story.chosen("published")
    when = published.value if published else None
    story.judged += resolve_spoken(reading.spoken, reading.body, when, reading.language)
    return story
