"""How sure a source is, and what it rests on."""

import pytest

from stories.quotes import How, find_quotes
from stories.quotes.attribution.confidence import LEARNED, MIN_CONFIDENCE
from tests.bench.confidence import table
from tests.corpora import quotes

SURE, DOUBT = 0.9, 0.8
CASES: list[tuple[str, str, How, bool]] = [
    ("“The well is dry,” said Ada Moss.", "en", "cue", True),
    ("Ada Moss said: “The well is dry.”", "en", "cue", True),
    ("“The well is dry, and nobody has come.” ― Ada Moss", "en", "signed", True),
    ("Ada Moss sat down. “It is dry,” she said.", "en", "pronoun", True),
    ("Rahul Nair met Cora Lind. Ada Moss put down her sack. “It was never weighed.”", "en", "actor", False),
    ("The notice by Ada Moss read:\n\n“The well is dry.\n\n“Nobody may drink.”", "en", "carried", False),
    ("„Der Brunnen ist leer“, sagte Ada Moos.", "de", "cue", False),
    ("«El pozo está seco», dijo Ada Prado.", "es", "cue", False),
]


@pytest.mark.parametrize(("text", "language", "how", "sure"), CASES)
def test_what_a_source_rests_on(text: str, language: str, how: How, sure: bool) -> None:
    quote = find_quotes(text, language)[-1]
    assert quote.confidence is not None
    assert (quote.how, quote.confidence >= SURE) == (how, sure)


def test_nobody_is_no_source() -> None:
    (quote,) = find_quotes("The union met.\n\n“You can see the dust. The children know it well.”", "en")
    assert (quote.source, quote.confidence, quote.how) == (None, None, "none")


def test_no_speaker_is_told_in_doubt(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "“The well is dry,” said Ada Moss."
    monkeypatch.setitem(LEARNED, "direct, sure", MIN_CONFIDENCE - 0.01)
    (quote,) = find_quotes(text, "en")
    assert (quote.speaker, text[slice(*quote.source or (0, 0))]) == (None, "Ada Moss")


def test_of_those_that_are_sure_so_many_are_right() -> None:
    counts = table(quotes("dev"), "en")
    (sure, right), (every, _) = counts["sure quotations"], counts["quotations"]
    assert right / sure > 0.975
    assert sure / every > 0.74
    wide = {
        name: (good / seen, LEARNED[name])
        for name, (seen, good) in counts.items()
        if seen >= 40 and name in LEARNED
    }
    assert {name: one for name, one in wide.items() if abs(one[0] - one[1]) > 0.03} == {}
