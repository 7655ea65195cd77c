"""A letter that an editor put in brackets makes no speaker of one letter."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stories.entries import brackets
from stories.entries.brackets import quotes_of
from stories.quotes import Quote
from tests.cost import assert_linear

CASES = [
    ('[T]he port said it had "done nothing wrong".', None, "[T]he port", 'it had "done nothing wrong"'),
    ('…[T]he port said: "Nobody asked us."…', None, "[T]he port", '"Nobody asked us."'),
    ('“Nobody asked us,” said [R]uiz.', "Ruiz", "[R]uiz", "“Nobody asked us,”"),
    ('"[W]e were not asked," [M]inister Lena Moss said.', "Lena Moss", "[M]inister Lena Moss", '"[W]e were not asked,"'),
    ('"Nobody asked us", [s]he said…', None, "[s]he", '"Nobody asked us"'),
    ('[M]s Ruiz said: "Nobody asked us."', "Ruiz", "[M]s Ruiz", '"Nobody asked us."'),
    ('A worker, K., said: "Nobody asked us."', "K.", "A worker, K.", '"Nobody asked us."'),
    ("«[Н]ас не спросили», — сказал [М]осс.", "Мосс", "[М]осс", "«[Н]ас не спросили»"),
    ("[L]e port a déclaré : « Personne ne nous a vus. »", None, "[L]e port", "« Personne ne nous a vus. »"),
    ('"Nobody [of u]s was asked," said Ruiz [1].', "Ruiz", "Ruiz", '"Nobody [of u]s was asked,"'),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speaker", "source", "content"), CASES, ids=range(len(CASES)))
def test_a_bracketed_letter_is_a_part_of_its_word(
    text: str, speaker: str | None, source: str, content: str
) -> None:
    language = "ru" if "сказал" in text else "fr" if "déclaré" in text else "en"
    (quote,) = quotes_of(text, language)
    assert quote.source
    assert (quote.speaker, text[slice(*quote.source)]) == (speaker, source)
    assert [text[start:end] for start, end in quote.content] == [content]
    assert len(quote.speaker_role or "role") > 2
    assert quote.cue
    assert text[slice(*quote.cue)] in ("said", "сказал", "déclaré", "a déclaré")


def test_a_quote_without_a_cue_is_moved_too() -> None:
    text = "The mill is shut.\n\n“[N]obody asked us. We were on the [b]oat.”"
    (quote,) = quotes_of(text, "en")
    assert (quote.cue, text[slice(*quote.content[0])]) == (
        None,
        "“[N]obody asked us. We were on the [b]oat.”",
    )


@given(st.text('[]aT \n"“”.,said:Moss'))
def test_no_text_breaks_it(text: str) -> None:
    for quote in quotes_of(text, "en"):
        for start, end in [*quote.content, *filter(None, [quote.source, quote.cue])]:
            assert 0 <= start < end <= len(text)


def test_thousands_of_quotes_are_moved_in_time_that_grows_with_their_number(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    line = '"[N]o bell rang," said Moss. '
    monkeypatch.setattr(
        brackets,
        "find_quotes",
        lambda text, _: [Quote("direct", [(n, n + 9)]) for n in range(0, len(text) - 9, 28)],
    )
    assert_linear(lambda size: quotes_of(line * size, "en"), 400)
