"""The table that a text is read with, told by its script and its frequent words."""

import pytest

from stories.quotes.languages import ENOUGH, SAMPLE, language, tell_language

TEXTS = {
    "en": "The ferry that had been at the quay was sold, and nobody knew who had bought it from them.",
    "de": "Die Fähre, die am Kai lag, wurde verkauft, und niemand wusste, wer sie von ihnen gekauft hatte.",
    "es": "El barco que estaba en el muelle fue vendido, y nadie sabía quién lo había comprado por la noche.",
    "fr": "Le bac qui était au quai a été vendu, et personne ne savait qui l’avait acheté pour une nuit.",
    "pt": "O barco que estava no cais foi vendido, e ninguém sabia quem o tinha comprado para uma noite.",
    "ru": "Паром, который стоял у причала, был продан, и никто не знал, кто его купил.",
    "zh": "停在码头的渡船被卖掉了，没有人知道是谁买的。",
    "ar": "بيعت العبّارة التي كانت راسية عند الرصيف ولم يعرف أحد من اشتراها.",
}
FINNISH = (
    "Lautta jäi satamaan, koska miehistö kieltäytyi lähtemästä eikä kukaan tiennyt, milloin matka jatkuisi. "
)


@pytest.mark.parametrize("code", TEXTS)
def test_the_table_that_fits(code: str) -> None:
    assert tell_language(TEXTS[code]) == code
    assert language(code).code == code


def test_a_text_too_short_to_tell_is_english() -> None:
    assert tell_language("") == tell_language("Xq zv.") == "en"
    word = FINNISH.split()[0]
    assert tell_language(f"{word} " * (ENOUGH - 1)) == "en"
    assert tell_language(f"{word} " * ENOUGH) == "und"


def test_a_language_without_a_table_is_told() -> None:
    assert tell_language(FINNISH * 9) == "und"
    assert language("fi").code == "und"


@pytest.mark.parametrize("code", ["ru", "zh", "ar"])
def test_a_script_counts_from_a_quarter_of_the_characters_on(code: str) -> None:
    sign = TEXTS[code][0].lower()
    assert tell_language(sign * 26 + "9" * 74) == code
    assert tell_language(sign * 25 + "9" * 75) != code


def test_the_beginning_tells() -> None:
    assert tell_language("9" * SAMPLE + TEXTS["zh"] * 99) != "zh"


@pytest.mark.parametrize("tag", ["en-GB", "en_GB", "EN"])
def test_a_region_is_no_matter(tag: str) -> None:
    assert language(tag).code == "en"
