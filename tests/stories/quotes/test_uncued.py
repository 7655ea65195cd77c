"""Quotations without a cue of their own: whose they may be, and what is done with them."""

import pytest

from stories.quotes.drafts import LAST, NEW, NEXT, NOBODY, SPEECH, Draft, UncuedQuotation
from stories.quotes.languages import language
from stories.quotes.layout.doc import tokenise
from stories.quotes.tagger.token_features import TokenFeatures, annotate
from stories.quotes.tagger.uncued import take, uncued_quotation

SPOKEN, TOLD, AHEAD = Draft([(0, 1)], sentence=1), Draft([(2, 3)], sentence=2), Draft([(9, 10)], sentence=5)


def quotation(
    speech: Draft | None = None,
    last: Draft | None = None,
    ahead: Draft | None = None,
    named: bool = False,
) -> UncuedQuotation:
    return UncuedQuotation(7, 4, speech, last, ahead, (6, 7) if named else None)


OPTIONS = [
    (quotation(), [NOBODY]),
    (quotation(SPOKEN), [NOBODY, SPEECH]),
    (quotation(SPOKEN, SPOKEN), [NOBODY, SPEECH]),
    (quotation(SPOKEN, TOLD), [NOBODY, SPEECH, LAST]),
    (quotation(None, TOLD), [NOBODY, LAST]),
    (quotation(None, None, AHEAD), [NOBODY, NEXT]),
    (quotation(named=True), [NOBODY, NEW]),
]


@pytest.mark.parametrize(("where", "options"), OPTIONS)
def test_options(where: UncuedQuotation, options: list[int]) -> None:
    assert where.options() == options


def test_what_was_decided_is_carried_out() -> None:
    speech, told, ahead = (
        Draft([(0, 1)], sentence=1),
        Draft([(2, 3)], sentence=2),
        Draft([(9, 10)], sentence=5),
    )
    where, drafts = UncuedQuotation(7, 4, speech, told, ahead, (6, 7)), [speech, told]
    for option in (NOBODY, SPEECH, LAST, NEXT):
        take(where, option, drafts)
    assert (speech.pieces, speech.sentence) == ([(0, 1), (7, 8)], 4)
    assert (told.pieces, told.sentence) == ([(2, 3), (7, 8)], 4)
    assert (ahead.pieces, ahead.sentence) == ([(7, 8), (9, 10)], 5)
    take(where, NEW, drafts)
    assert drafts[2:] == [Draft([(7, 8)], None, (6, 7), 4)]


def seen(text: str) -> TokenFeatures:
    return annotate(tokenise(text, language("en")), frozenset(), frozenset())


TEXT = "“It is dry,” said Moss. The town sleeps. “Nobody came to dig.” “We dug,” said Finch."


def test_the_attributions_around_a_quotation() -> None:
    tokens = seen(TEXT)
    quoted = [n for n, region in enumerate(tokens.doc.region) if region >= 0]
    numbers = [n for first in quoted for n, (a, b) in enumerate(tokens.doc.sentences) if a <= first < b]
    spoken = Draft([(quoted[0], quoted[0] + 1)], sentence=numbers[0])
    told = Draft([(quoted[0] + 2, quoted[0] + 3)], sentence=numbers[0])
    ahead = Draft([(quoted[2], quoted[2] + 1)], sentence=numbers[2])
    where = uncued_quotation(tokens, quoted[1], numbers[1], [spoken, told], [ahead])
    assert (where.speech, where.last, where.next) == (spoken, told, ahead)
    far = Draft([(quoted[0], quoted[0] + 1)], sentence=numbers[1] - 10)
    late = Draft([(quoted[2], quoted[2] + 1)], sentence=numbers[1] + 3)
    unquoted = Draft([(quoted[2] + 1, quoted[2] + 2)], sentence=numbers[2])
    where = uncued_quotation(tokens, quoted[1], numbers[1], [far], [late])
    assert (where.speech, where.last, where.next) == (None, None, None)
    assert uncued_quotation(tokens, quoted[1], numbers[1], [], [unquoted]).next is None
    near = Draft([(quoted[0], quoted[0] + 1)], sentence=numbers[1] - 9)
    assert uncued_quotation(tokens, quoted[1], numbers[1], [near, *[told] * 5], []).speech is near
    assert uncued_quotation(tokens, quoted[1], numbers[1], [near, *[told] * 6], []).speech is None
