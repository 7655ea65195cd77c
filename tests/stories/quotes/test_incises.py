"""Narration inside a quotation, in the languages whose news writes it so."""

import pytest

from stories.quotes import find_quotes

INCISES = [
    (
        "« Nous signons pour le jour, a déclaré Ada Mousse, et ils écrivent ce qu’ils veulent. »",
        "fr",
        "Ada Mousse",
    ),
    ("« La porte est fermée, affirme Rachid Belkacem, depuis le mois de mai. »", "fr", "Rachid Belkacem"),
    ("Ada Mousse attend. « On a froid, dit-elle, et personne ne vient. »", "fr", "Ada Mousse"),
    ("«Firmamos por todo el día, dijo Ada Prado, y ellos escriben lo que quieren.»", "es", "Ada Prado"),
    ("«Мы подписываем за весь день, сказала Анна Мохова, а они пишут что хотят».", "ru", "Анна Мохова"),
    ("«Assinamos pelo dia inteiro, disse Ana Prado, e eles escrevem o que querem.»", "pt", "Ana Prado"),
]


@pytest.mark.parametrize(("text", "language", "speaker"), INCISES)
def test_who_stands_inside_a_quotation_speaks(text: str, language: str, speaker: str) -> None:
    quotes = [quote for quote in find_quotes(text, language) if quote.kind == "direct"]
    assert {quote.speaker for quote in quotes} == {speaker}
    assert sum(len(quote.content) for quote in quotes) == 2


WHOLE = [
    ("« Hier, a dit Marie Dupont, il pleuvait », raconte Ada Mousse.", "fr"),
    ("Ada Mousse raconte : « Hier, a dit Marie Dupont, il pleuvait. »", "fr"),
    ("« Le puits, le moulin, la roue, tout est sec », dit Ada Mousse.", "fr"),
]


@pytest.mark.parametrize(("text", "language"), WHOLE)
def test_who_stands_outside_it_speaks_the_whole(text: str, language: str) -> None:
    quote = max(find_quotes(text, language), key=lambda quote: quote.content[-1][1] - quote.content[0][0])
    assert (quote.speaker, len(quote.content)) == ("Ada Mousse", 1)
