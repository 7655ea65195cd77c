"""An entry held against its source: its passages, its quotes, and what became of them as the source changed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from stories.entries.excerpt_quotes import Echo, match_quotes
from stories.entries.excerpts import Fidelity, Passage, check_passages
from stories.quotes import Span

BEHIND = "not in the part of the source that is public"
UNSURE = frozenset(
    {"missing", "altered"}
)  # what a text without its end may say of a passage that is as printed


@dataclass(slots=True, frozen=True)
class Source:
    """The story that an entry excerpts.

    quotes: the number of each quote and its pieces, offsets into `body`.
    history: each body that it had, with the time that it was seen from, the oldest first.
    partial: it is only what a wall lets through: what an excerpt has and this lacks may stand behind the wall.
    """

    body: str
    quotes: list[tuple[int, list[Span]]] = field(default_factory=list)
    history: list[tuple[str, str]] = field(default_factory=list)
    partial: bool = False


@dataclass(slots=True, frozen=True)
class Excerpt:
    """An entry's own words. quotes: the pieces of each quote, offsets into `text`."""

    text: str
    passages: list[Passage]
    quotes: list[list[Span]]


@dataclass(slots=True, frozen=True)
class Verdict:
    """What a text of the source says to a passage: which passage (from 1), which verdict on it (from 1), since when."""

    number: int
    place: int
    checked: str
    fidelity: Fidelity
    note: str


@dataclass(slots=True, frozen=True)
class Check:
    """What stage 400 decides of an entry; without a source its passages stay `unchecked`, and there are no verdicts.

    echoes: for each of the excerpt's quotes, the source's; `quote` is that one's number.
    """

    passages: list[Passage]
    echoes: list[Echo] = field(default_factory=list)
    verdicts: list[Verdict] = field(default_factory=list)


def check_entry(excerpt: Excerpt, source: Source | None) -> Check:
    """Hold an entry against its source. Passages and quotes are held against its body, verdicts follow its history."""
    passages = [Passage(passage.text) for passage in excerpt.passages]
    if source is None:
        return Check(passages)
    checked = _held_against(passages, source.body, source.partial)
    theirs = [spans for _, spans in source.quotes]
    echoes = match_quotes(excerpt.text, excerpt.quotes, checked, source.body, theirs)
    numbered = [
        replace(echo, quote=source.quotes[echo.quote - 1][0]) if echo.quote else echo for echo in echoes
    ]
    if source.partial:
        numbered = [Echo(note=BEHIND) if echo.fidelity in UNSURE else echo for echo in numbered]
    return Check(checked, numbered, list(_verdicts(passages, source)))


def _held_against(passages: Sequence[Passage], body: str, partial: bool) -> list[Passage]:
    """Passages held against a body; of a partial one what it lacks is not told, for it may stand behind the wall."""
    checked = check_passages(passages, body)
    if not partial:
        return checked
    return [
        replace(before, note=BEHIND) if after.fidelity in UNSURE else after
        for before, after in zip(passages, checked, strict=True)
    ]


def _verdicts(passages: Sequence[Passage], source: Source) -> Iterator[Verdict]:
    """One verdict a passage and change of it."""
    last: dict[int, tuple[str, str]] = {}
    positions = [0] * len(passages)
    for time, body in source.history:
        for number, passage in enumerate(_held_against(passages, body, source.partial)):
            verdict = passage.fidelity, passage.note
            if passage.fidelity == "unchecked" or last.get(number) == verdict:
                continue
            last[number] = verdict
            positions[number] += 1
            yield Verdict(number + 1, positions[number], time, passage.fidelity, passage.note)
