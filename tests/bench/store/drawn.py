"""Stories drawn from real ones: paragraphs of many pages put together anew, with other names and figures.

Real are the words and how often they are there, the lengths, how much is quoted and by whom, which dates a page
shows. No two stories are alike but those that are made so. The texts are other people's: a database made of them stays
on the machine.
"""

import json
import logging
import pickle
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from random import Random

from store.story_rows import rows_of
from store.tables import Row
from stories.dates import choose_dates, resolve_spoken
from stories.extraction.reading import Reading, read
from stories.item import Story
from stories.page import Page
from tests import corpora
from tests.bench.pages import UNKNOWN

KEPT = corpora.ROOT / ".cache" / "store" / "readings.pickle"
LEAST = 250  # paragraphs of a language from which stories can be drawn
NEW_NAMES = 0.3  # of the names in a story; the rest stay what they are
NAMES = 20_000  # invented names of each length
EDITED = re.compile(r"\d+|\b[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ]{3,15}\b")
SYLLABLES = [hard + soft for hard in "bcdfghjklmnprst" for soft in "aeiou"]


@dataclass(slots=True)
class Paragraph:
    """A paragraph with its quotes and the dates that it speaks of; offsets count from its start."""

    text: str
    quotes: list[Row]
    mentions: list[Row]


@dataclass(slots=True)
class Whole:
    """What else a real story has: its columns, the dates that its page shows, how many characters its body has."""

    columns: Row
    dates: list[Row]
    length: int


@dataclass(slots=True)
class Made:
    """A story that was drawn: the rows of `stories`, `dates` and `quotes`, without ids."""

    columns: Row
    dates: list[Row]
    quotes: list[Row]


class Drawn:
    """Draws stories; the same ones for the same seed. real: those that they are drawn from."""

    def __init__(self, seed: int, real: Iterable[Story]) -> None:
        self.random = Random(seed)
        self.wholes: list[Whole] = []
        self.paragraphs: dict[str, list[Paragraph]] = defaultdict(list)
        for story in real:
            self._take(story)
        self.wholes = [one for one in self.wholes if len(self.paragraphs[one.columns["language"]]) >= LEAST]
        self.names = {length: [self._name(length) for _ in range(NAMES)] for length in range(4, 17)}

    def story(self) -> Made:
        """The next one."""
        whole = self.random.choice(self.wholes)
        pool, length, drawn = self.paragraphs[whole.columns["language"]], 0, []
        while length < whole.length:
            drawn.append(self.random.choice(pool))
            length += len(drawn[-1].text) + 2
        changed: dict[str, str] = {}
        body = self.edited("\n\n".join(one.text for one in drawn), changed)
        title, description = (
            self.edited(whole.columns[name] or "", changed) for name in ("title", "description")
        )
        columns = whole.columns | {"title": title, "description": description, "body": body}
        start, quotes, dates = 0, [], list(whole.dates)
        for one in drawn:
            quotes += [self._moved(quote, start, body, changed) for quote in one.quotes]
            dates += [
                row | {"start": row["start"] + start, "end": row["end"] + start} for row in one.mentions
            ]
            start += len(one.text) + 2
        return Made(columns, dates, [row | {"number": n} for n, row in enumerate(quotes, 1)])

    def edited(self, text: str, changed: dict[str, str]) -> str:
        """A text with other figures and some other names, as long as it was. changed: names by what they were."""
        return EDITED.sub(lambda found: self._other(found[0], changed), text)

    def _other(self, word: str, changed: dict[str, str]) -> str:
        if word[0].isdigit():
            return str(self.random.randrange(10 ** len(word))).zfill(len(word))
        if word not in changed:
            new = self.random.random() < NEW_NAMES
            changed[word] = self.names[len(word)][int(NAMES * self.random.random() ** 3)] if new else word
        return changed[word]

    def _moved(self, quote: Row, start: int, body: str, changed: dict[str, str]) -> Row:
        spans = [[first + start, last + start] for first, last in quote["spans"]]
        moved = quote | {
            "content": " ".join(body[first:last] for first, last in spans),
            "spans": str(spans),
            "speaker": quote["speaker"] and self.edited(quote["speaker"], changed),
        }
        for name in ("source", "cue"):
            if quote[f"{name}_start"] is not None:
                ends = quote[f"{name}_start"] + start, quote[f"{name}_end"] + start
                moved |= {f"{name}_start": ends[0], f"{name}_end": ends[1], name: body[ends[0] : ends[1]]}
        return moved

    def _take(self, story: Story) -> None:
        body, start = story.read.body, 0
        rows = rows_of(story)
        columns, dates = rows.columns, rows.dates
        quotes = [(row, json.loads(str(row["spans"]))) for row in rows.quotes]
        self.wholes.append(Whole(columns, [row for row in dates if row["start"] is None], len(body)))
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
            moved = [row | {"start": row["start"] - start, "end": row["end"] - start} for row in mentions]
            self.paragraphs[columns["language"]].append(Paragraph(text, own, moved))
            start = end + 2

    def _name(self, length: int) -> str:
        return "".join(self.random.choices(SYLLABLES, k=(length + 1) // 2))[:length].title()


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
