"""Interviews and transcripts, whose speech stands between no marks."""

import pytest

from stories.quotes import find_quotes

ASKED = [
    (
        "The plant is shut.\n\nCourier: How long is your day?\n\nOrla Tennick: From three to one.\n\n"
        "Courier: And the slip?\n\n"
        "Tennick: Six hours, always six.\n\nThe payslips cover half a year.",
        "en",
        [("From three to one.", "Orla Tennick"), ("Six hours, always six.", "Orla Tennick")],
    ),
    (
        "NELL CORRIGAN: How long?\n\nRAHUL O’NEIL: Ten hours.\n\nCORRIGAN: Why?\n\n"
        "O’NEIL: Ask the foreman. He said “go”.",
        "en",
        [("Ten hours.", "Rahul O’Neil"), ("Ask the foreman. He said “go”.", "Rahul O’Neil")],
    ),
    (
        "Priya Nair sued the mine.\n\nQ: Were you afraid?\n\nA: Every day.\n\nQ: Of whom?\n\nA: Of the dust.",
        "en",
        [("Every day.", None), ("Of the dust.", None)],
    ),
    (
        "Karl Odden (Vorarbeiter): Wir haben gewartet.\n\nKurier: Worauf?\n\nOdden: Auf den Lohn.\n\nKurier: Kam er?",
        "de",
        [("Wir haben gewartet.", "Karl Odden"), ("Auf den Lohn.", "Karl Odden")],
    ),
    (
        "El Correo: ¿Cuánto dura el día?\n\nAda Prado: Diez horas.\n\nEl Correo: ¿Y la nómina?\n\nPrado: Dice seis.",
        "es",
        [("Diez horas.", "Ada Prado"), ("Dice seis.", "Ada Prado")],
    ),
    (
        "记者：一天做多久？\n\n李海生：十个小时。\n\n记者：工资单呢？\n\n李海生：写六个小时。",
        "zh",
        [("十个小时。", "李海生"), ("写六个小时。", "李海生")],
    ),
]


@pytest.mark.parametrize(("text", "language", "speech"), ASKED)
def test_speech_by_turns(text: str, language: str, speech: list[tuple[str, str | None]]) -> None:
    quotes = [quote for quote in find_quotes(text, language) if quote.how == "label"]
    assert [(text[slice(*quote.content[0])], quote.speaker) for quote in quotes] == speech


NO_TURNS = [
    "Monday: The gate is shut.\n\nTuesday: The gate is shut.\n\nWednesday: It opens.",
    "Note: The list is a draft.\n\nNote: The list was changed.",
    "Update: The mine is open.\n\nCorrection: The mine is shut.\n\nUpdate: The mine is open.",
    "Ada Moss: the miller of Ebbing.",
    "Ada Moss said: it is dry.\n\nAda Moss said: nobody came.",
]


@pytest.mark.parametrize("text", NO_TURNS)
def test_other_paragraphs_with_a_colon(text: str) -> None:
    assert [quote for quote in find_quotes(text, "en") if quote.how == "label"] == []
