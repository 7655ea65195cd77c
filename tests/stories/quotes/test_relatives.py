"""A noun with a relative clause speaks as a whole; "The body that grants it said" gave "it"."""

import pytest

from stories.quotes import find_quotes

# language, text, source
CASES = [
    ("en", "The body that grants it said the licence would lapse in May.", "The body that grants it"),
    ("en", "The company that runs the port said wages would be paid.", "The company that runs the port"),
    ("en", "The men who dug it said they were never paid.", "The men who dug it"),
    (
        "en",
        "“Nobody was told,” the group that organised the strike said.",
        "the group that organised the strike",
    ),
    (
        "en",
        "The firm that supplies Karl Odden said wages would be paid.",
        "The firm that supplies Karl Odden",
    ),
    ("en", "In the clip that was shown, Ada Moss said the well was dry.", "Ada Moss"),
    ("en", "It was the first time that many officials said the well was dry.", "many officials"),
    (
        "es",
        "La entidad que lo concede informó de que la licencia vence en mayo.",
        "La entidad que lo concede",
    ),
    ("es", "La empresa que gestiona el puerto dijo que se pagará todo.", "La empresa que gestiona el puerto"),
    (
        "es",
        "El abogado que defiende a Carlos Odén dijo que nadie cobró.",
        "El abogado que defiende a Carlos Odén",
    ),
    ("pt", "A entidade que o concede informou que a licença vence em maio.", "A entidade que o concede"),
    ("pt", "A empresa que administra o porto disse que tudo será pago.", "A empresa que administra o porto"),
    ("fr", "L’organisme qui l’accorde a indiqué que la licence expire en mai.", "L’organisme qui l’accorde"),
    (
        "fr",
        "L’entreprise que dirige Charles Odin a dit que tout serait payé.",
        "L’entreprise que dirige Charles Odin",
    ),
    (
        "de",
        "Die Stelle, die sie erteilt, sagte, dass die Lizenz im Mai endet.",
        "Die Stelle, die sie erteilt",
    ),
    ("ru", "Ведомство, которое её выдаёт, сообщило, что лицензия истекает.", "Ведомство, которое её выдаёт"),
    ("zh", "经营港口的公司说，工资将会支付。", "经营港口的公司"),
    ("ar", "قالت الشركة التي تدير الميناء إن الأجور ستدفع.", "الشركة"),
]


@pytest.mark.parametrize(
    ("language", "text", "source"), CASES, ids=(f"{number}-{case[0]}" for number, case in enumerate(CASES))
)
def test_the_noun_speaks(language: str, text: str, source: str) -> None:
    told = [text[slice(*quote.source)] for quote in find_quotes(text, language) if quote.source]
    assert told == [source]


def test_nobody_in_the_clause_is_the_speaker() -> None:
    for language, text, _ in (
        case for case in CASES if "Odden" in case[1] or "Odin" in case[1] or "Odén" in case[1]
    ):
        assert [quote.speaker for quote in find_quotes(text, language)] == [None], text
