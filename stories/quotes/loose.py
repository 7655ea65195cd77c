"""Quotations that no cue of their own sentence takes: whose they are, if anybody's."""

from collections.abc import Sequence
from dataclasses import dataclass

from stories.quotes.carried import nearest
from stories.quotes.drafts import Draft
from stories.quotes.phrases import Tokens
from stories.quotes.sight import SIZE, P, Q, Sight, T, distance
from stories.quotes.wordclass import QUOTED

NOBODY, SPEECH, LAST, NEXT, NEW = range(5)
FAR = 9  # sentences beyond which nobody speaks on


@dataclass(slots=True)
class Place:
    """A loose quotation: its token and sentence, and the attributions that could own it."""

    token: int
    sentence: int
    speech: Draft | None
    last: Draft | None
    next: Draft | None
    source: Tokens | None

    def options(self) -> list[int]:
        """What may be decided here."""
        found = [NOBODY]
        if self.speech:
            found.append(SPEECH)
        if self.last and self.last is not self.speech:
            found.append(LAST)
        if self.next:
            found.append(NEXT)
        if self.source:
            found.append(NEW)
        return found


def place(sight: Sight, token: int, number: int, before: list[Draft], after: Sequence[Draft]) -> Place:
    """The place of the quotation `token` of sentence `number` between the attributions before and after it."""
    page = sight.page
    near = [draft for draft in before[-6:] if number - draft.sentence <= FAR]
    speech = next(
        (
            d
            for d in reversed(near)
            if any(page.region[b - 1] >= 0 or page.region[a] >= 0 for a, b in d.pieces)
        ),
        None,
    )
    follower = None
    if after and after[0].sentence - number <= 2:
        begin = page.sentences[after[0].sentence][0]
        if sight.kind[begin] == QUOTED and any(a == begin for a, _ in after[0].pieces):
            follower = after[0]
    source = nearest(page, page.sentences[number][0], token)
    return Place(token, number, speech, near[-1] if near else None, follower, source)


def loose_features(sight: Sight, spot: Place) -> list[int]:
    """What tells who owns a loose quotation; each option shifts them."""
    page, kind, i = sight.page, sight.kind, spot.token
    first, last = page.sentences[spot.sentence]
    region = page.regions[page.region[i]]
    size = distance((region.end - region.start) // 8)
    outside = min(15, sum(1 for j in range(first, last) if page.region[j] < 0 and page.raw[j][0].isalnum()))
    b = kind[i - 1] if i > first else 60
    d = kind[i + 1] if i + 1 < last else 61
    opening = page.text[region.start : region.start + 1]
    lower = 1 if opening.islower() else 2 if opening.isupper() else 0
    paragraph = page.paragraph[spot.sentence]
    starts = spot.sentence == 0 or page.paragraph[spot.sentence - 1] != paragraph
    unclosed = page.region[i] > 0 and not page.regions[page.region[i] - 1].closed
    colon = first > 0 and page.raw[first - 1] == ":"
    speech = _relation(sight, spot, spot.speech)
    near = _relation(sight, spot, spot.last)
    follow = (
        (spot.next.sentence - spot.sentence) * 2 + (page.paragraph[spot.next.sentence] == paragraph)
        if spot.next
        else 9
    )
    shape = (outside * 4 + starts * 2 + (i == first)) * 16 + size
    return [
        151 * T % SIZE,
        (shape * P + 152 * T) % SIZE,
        (outside * P + (b * 64 + d) * Q + 153 * T) % SIZE,
        (sight.word[i - 1] * P + (b != 60) * Q + 154 * T) % SIZE,
        (sight.word[i + 1] * P + (d != 61) * Q + 155 * T) % SIZE,
        (b * P + (size * 4 + lower) * Q + 156 * T) % SIZE,
        (d * P + (size * 4 + lower) * Q + 157 * T) % SIZE,
        (speech * P + (outside * 4 + starts * 2 + unclosed) * Q + 158 * T) % SIZE,
        (near * P + (outside * 4 + starts * 2 + colon) * Q + 159 * T) % SIZE,
        (speech * P + near * Q + 160 * T) % SIZE,
        (follow * P + (outside * 4 + starts * 2 + unclosed) * Q + 161 * T) % SIZE,
        (follow * P + (min(outside, 3) * 512 + speech) * Q + 162 * T) % SIZE,
        (size * P + (min(outside, 3) * 8 + lower) * Q + 163 * T) % SIZE,
        (sight.word[i] * P + (min(outside, 3) * 512 + speech) * Q + 164 * T) % SIZE,
        (sight.word[first] * P + min(outside, 6) * Q + 165 * T) % SIZE,
    ]


def _relation(sight: Sight, spot: Place, draft: Draft | None) -> int:
    """How far an attribution is, in sentences and paragraphs, and how it ends."""
    if draft is None:
        return 0
    page = sight.page
    away = min(3, spot.sentence - draft.sentence)
    lines = min(2, page.paragraph[spot.sentence] - page.paragraph[draft.sentence])
    final = page.sentences[draft.sentence][1]
    quoted = sum(page.region[j] >= 0 for a, b in draft.pieces for j in (a, b - 1)) > 0
    open_end = any(b >= final - 1 for _, b in draft.pieces)
    return 1 + ((away * 3 + lines) * 2 + quoted) * 2 + open_end


def take(spot: Place, option: int, drafts: list[Draft]) -> None:
    """Carry out a decision."""
    piece = (spot.token, spot.token + 1)
    owner = {SPEECH: spot.speech, LAST: spot.last, NEXT: spot.next}.get(option)
    if owner is not None:
        if option == NEXT:
            owner.pieces.insert(0, piece)
        else:
            owner.pieces.append(piece)
            owner.sentence = spot.sentence
    elif option == NEW:
        drafts.append(Draft([piece], None, spot.source, spot.sentence))
