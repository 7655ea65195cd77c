"""Quotes followed from one version of a story to the next: the same, altered, dropped, new."""

from dataclasses import dataclass
from typing import Literal

from rapidfuzz.fuzz import ratio

from stories.fingerprint import normalise_text
from stories.identity.edition import Edition

ALTERED = 60  # per cent of the characters that a quote and its altered form have in common, at least
Said = tuple[str, str | None]  # the words, and who said them


@dataclass(slots=True, frozen=True)
class QuoteChange:
    """One quote and what became of it; `before` or `after` is None where a version does not have it."""

    state: Literal["same", "altered", "dropped", "new"]
    before: str | None
    after: str | None
    speaker: str | None
    speaker_before: str | None


def quote_changes_between(old: Edition, new: Edition) -> list[QuoteChange]:
    """What became of the old edition's quotes in the new one, in order of the new text; dropped ones last."""
    partner = _partners([words for words, _ in old.said], [words for words, _ in new.said])
    found = [_change(old.said[partner[n]] if n in partner else None, said) for n, said in enumerate(new.said)]
    met = set(partner.values())
    return found + [_change(said, None) for n, said in enumerate(old.said) if n not in met]


def _change(old: Said | None, new: Said | None) -> QuoteChange:
    if old and new:
        same_speaker = old[1] == new[1] or not (old[1] and new[1])
        same = normalise_text(old[0]) == normalise_text(new[0]) and same_speaker
        return QuoteChange("same" if same else "altered", old[0], new[0], new[1] or old[1], old[1])
    if new:
        return QuoteChange("new", None, new[0], new[1], None)
    assert old  # noqa: S101 -- one of the two is there
    return QuoteChange("dropped", old[0], None, old[1], old[1])


def _partners(old: list[str], new: list[str]) -> dict[int, int]:
    """For each new quote the old one that it most likely was; the two most alike find each other first."""
    plain_old, plain_new = [*map(normalise_text, old)], [*map(normalise_text, new)]
    scored = sorted(
        (-ratio(one, other, score_cutoff=ALTERED), abs(i - j), i, j)
        for i, one in enumerate(plain_old)
        for j, other in enumerate(plain_new)
    )
    partner: dict[int, int] = {}
    taken: set[int] = set()
    for score, _, i, j in scored:
        if score and j not in partner and i not in taken:
            partner[j] = i
            taken.add(i)
    return partner
