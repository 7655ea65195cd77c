"""The quotes of an excerpt and those of its source: which is which, and whether the excerpt changed the words."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from stories.entries.excerpts import Fidelity, Passage, check_passages, difference_note
from stories.quotes import Span

WORST: tuple[Fidelity, ...] = ("unchecked", "exact", "altered", "missing")


@dataclass(slots=True)
class Echo:
    """A quote of an excerpt, as its source has it.

    quote: which of the source's quotes it is, from 1; None where the source's words are in none.
    fidelity, note: of the quoted words, as for a passage.
    """

    quote: int | None = None
    fidelity: Fidelity = "unchecked"
    note: str = ""


def match_quotes(
    excerpt: str,
    quotes: Iterable[Sequence[Span]],
    passages: Sequence[Passage],
    body: str,
    source: Sequence[Sequence[Span]],
) -> list[Echo]:
    """For each of an excerpt's quotes, the source's quote that it is.

    quotes, source: the pieces of each quote, as offsets into `excerpt` and `body`. passages: those of the excerpt, in
    order, checked against `body`: a quote is looked for only where its passage was found.
    """
    placed = list(_placed(excerpt, passages))
    return [_echo(excerpt, pieces, placed, body, source) for pieces in quotes]


def _placed(excerpt: str, passages: Sequence[Passage]) -> Iterator[tuple[int, Passage]]:
    """The passages, each with the offset of its text in the excerpt."""
    at = 0
    for passage in passages:
        start = excerpt.find(passage.text, at)
        if start >= 0:
            yield start, passage
            at = start + len(passage.text)


def _echo(
    excerpt: str,
    pieces: Sequence[Span],
    placed: list[tuple[int, Passage]],
    body: str,
    source: Sequence[Sequence[Span]],
) -> Echo:
    checked = [
        _checked(excerpt[max(start, at) : min(end, at + len(passage.text))], passage, body)
        for start, end in pieces
        for at, passage in placed
        if start < at + len(passage.text) and at < end
    ]
    worst: Fidelity = max((piece.fidelity for piece in checked), key=WORST.index, default="unchecked")
    note = "; ".join(dict.fromkeys(piece.note for piece in checked if piece.note))
    return Echo(_nearest(checked, source), worst, note)


def _checked(text: str, passage: Passage, body: str) -> Passage:
    """A quoted piece held against the part of the source that its passage stands for."""
    if passage.story_start is None or passage.story_end is None:
        return Passage(text, fidelity=passage.fidelity)
    [piece] = check_passages([Passage(text)], body[passage.story_start : passage.story_end])
    inside = [pair for pair in passage.differences if pair[1] and pair[1] in text]
    if piece.fidelity == "missing" and 0 < sum(len(words.split()) for _, words in inside) < len(text.split()):
        return _altered(text, passage, inside)
    if piece.story_start is not None and piece.story_end is not None:
        piece.story_start += passage.story_start
        piece.story_end += passage.story_start
    return piece


def _altered(text: str, passage: Passage, differences: list[tuple[str, str]]) -> Passage:
    """A piece that is too short to be found by itself once it was changed, as its passage tells the changes."""
    note = "; ".join(difference_note(*pair) for pair in differences)
    return Passage(text, passage.story_start, passage.story_end, "altered", note, differences)


def _nearest(checked: list[Passage], source: Sequence[Sequence[Span]]) -> int | None:
    """The source's quote that shares most characters with where the pieces were found, relative to its length."""
    best, number = 0.0, None
    found = [(piece.story_start or 0, piece.story_end or 0) for piece in checked]
    for place, spans in enumerate(source, 1):
        shared = sum(
            max(0, min(end, upto) - max(start, since)) for start, end in spans for since, upto in found
        )
        share = shared / max(sum(end - start for start, end in spans), sum(b - a for a, b in found))
        if share > best:
            best, number = share, place
    return number
