"""Quotations without a cue of their own: whose they may be, and what is done with them."""

import pytest

from stories.quotes.drafts import Draft
from stories.quotes.languages import language
from stories.quotes.layout import lay_out
from stories.quotes.loose import LAST, NEW, NEXT, NOBODY, SPEECH, Place, place, take
from stories.quotes.sight import Sight, look

SPOKEN, TOLD, AHEAD = Draft([(0, 1)], sentence=1), Draft([(2, 3)], sentence=2), Draft([(9, 10)], sentence=5)


def spot(
    speech: Draft | None = None,
    last: Draft | None = None,
    ahead: Draft | None = None,
    named: bool = False,
) -> Place:
    return Place(7, 4, speech, last, ahead, (6, 7) if named else None)


OPTIONS = [
    (spot(), [NOBODY]),
    (spot(SPOKEN), [NOBODY, SPEECH]),
    (spot(SPOKEN, SPOKEN), [NOBODY, SPEECH]),
    (spot(SPOKEN, TOLD), [NOBODY, SPEECH, LAST]),
    (spot(None, TOLD), [NOBODY, LAST]),
    (spot(None, None, AHEAD), [NOBODY, NEXT]),
    (spot(named=True), [NOBODY, NEW]),
]


@pytest.mark.parametrize(("where", "options"), OPTIONS)
def test_options(where: Place, options: list[int]) -> None:
    assert where.options() == options


def test_what_was_decided_is_carried_out() -> None:
    speech, told, ahead = (
        Draft([(0, 1)], sentence=1),
        Draft([(2, 3)], sentence=2),
        Draft([(9, 10)], sentence=5),
    )
    where, drafts = Place(7, 4, speech, told, ahead, (6, 7)), [speech, told]
    for option in (NOBODY, SPEECH, LAST, NEXT):
        take(where, option, drafts)
    assert (speech.pieces, speech.sentence) == ([(0, 1), (7, 8)], 4)
    assert (told.pieces, told.sentence) == ([(2, 3), (7, 8)], 4)
    assert (ahead.pieces, ahead.sentence) == ([(7, 8), (9, 10)], 5)
    take(where, NEW, drafts)
    assert drafts[2:] == [Draft([(7, 8)], None, (6, 7), 4)]


def seen(text: str) -> Sight:
    return look(lay_out(text, language("en")), frozenset(), frozenset())


TEXT = "“It is dry,” said Moss. The town sleeps. “Nobody came to dig.” “We dug,” said Finch."


def test_the_attributions_around_a_quotation() -> None:
    sight = seen(TEXT)
    tokens = [n for n, region in enumerate(sight.page.region) if region >= 0]
    numbers = [n for first in tokens for n, (a, b) in enumerate(sight.page.sentences) if a <= first < b]
    spoken = Draft([(tokens[0], tokens[0] + 1)], sentence=numbers[0])
    told = Draft([(tokens[0] + 2, tokens[0] + 3)], sentence=numbers[0])
    ahead = Draft([(tokens[2], tokens[2] + 1)], sentence=numbers[2])
    where = place(sight, tokens[1], numbers[1], [spoken, told], [ahead])
    assert (where.speech, where.last, where.next) == (spoken, told, ahead)
    far = Draft([(tokens[0], tokens[0] + 1)], sentence=numbers[1] - 10)
    late = Draft([(tokens[2], tokens[2] + 1)], sentence=numbers[1] + 3)
    unquoted = Draft([(tokens[2] + 1, tokens[2] + 2)], sentence=numbers[2])
    where = place(sight, tokens[1], numbers[1], [far], [late])
    assert (where.speech, where.last, where.next) == (None, None, None)
    assert place(sight, tokens[1], numbers[1], [], [unquoted]).next is None
    near = Draft([(tokens[0], tokens[0] + 1)], sentence=numbers[1] - 9)
    assert place(sight, tokens[1], numbers[1], [near, *[told] * 5], []).speech is near
    assert place(sight, tokens[1], numbers[1], [near, *[told] * 6], []).speech is None
