"""Quotes followed from one version of a story to the next: the same, altered, dropped, new."""

from dataclasses import dataclass
from typing import Literal

from rapidfuzz.fuzz import ratio

from stories.identity.edition import Edition, Said
from stories.identity.fingerprint import normalise_text
from stories.quotes import Stance

ALTERED = 60  # per cent of the characters that a quote and its altered form have in common, at least
State = Literal["same", "altered", "dropped", "new"]


@dataclass(slots=True, frozen=True)
class QuoteChange:
    """One quote and what became of it; `before` or `after` is None where a version does not have it."""

    state: State
    before: str | None
    after: str | None
    speaker: str | None
    speaker_before: str | None
    stance: Stance | None
    stance_before: Stance | None


def quote_changes_between(old: Edition, new: Edition) -> list[QuoteChange]:
    """What became of the old edition's quotes in the new one, in order of the new text; dropped ones last."""
    partner = _partners([said.words for said in old.said], [said.words for said in new.said])
    found = [_change(old.said[partner[n]] if n in partner else None, said) for n, said in enumerate(new.said)]
    met = set(partner.values())
    return found + [_change(said, None) for n, said in enumerate(old.said) if n not in met]


def _change(old: Said | None, new: Said | None) -> QuoteChange:
    if old and new:
        state: State = "same" if _is_same(old, new) else "altered"
        speaker = new.speaker or old.speaker
        return QuoteChange(state, old.words, new.words, speaker, old.speaker, new.stance, old.stance)
    if new:
        return QuoteChange("new", None, new.words, new.speaker, None, new.stance, None)
    assert old  # noqa: S101 -- one of the two is there
    return QuoteChange("dropped", old.words, None, old.speaker, old.speaker, old.stance, old.stance)


def _is_same(old: Said, new: Said) -> bool:
    """Whether two quotes have the same words, and, as far as it is known, the same speaker and stance."""
    stated = ((old.speaker, new.speaker), (old.stance, new.stance))
    agree = all(one == other or not (one and other) for one, other in stated)
    return agree and normalise_text(old.words) == normalise_text(new.words)


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
