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


# What recurs in interviews and transcripts of many kinds: who speaks, in order, without who only asks.
TURNS = {
    "two whose names are rare": (
        "The panel met in Ebbing.\n\nThandiwe Zungu: We were never paid for the night.\n\n"
        "Olena Hrytsenko: Nor were we. The foreman kept the list.\n\nZungu: He wrote six hours for ten.",
        "en",
        ["Thandiwe Zungu", "Olena Hrytsenko", "Thandiwe Zungu"],
    ),
    "a host who tells as well": (
        "HOST: Welcome. With me is Babak Rahimi.\n\nRAHIMI: Good evening.\n\nHOST: You left in May. Why?\n\n"
        "RAHIMI: The dust. I could not sleep.\n\nHOST: Did they answer you?\n\nRAHIMI: They never did.",
        "en",
        ["Host", "Rahimi", "Host", "Rahimi", "Host", "Rahimi"],
    ),
    "Russian": (
        "Журналист: Сколько длится смена?\n\nАнна Ковалёва: Двенадцать часов.\n\nЖурналист: А платят?\n\n"
        "Ковалёва: За восемь.",
        "ru",
        ["Анна Ковалёва", "Анна Ковалёва"],
    ),
    "Arabic": (
        "الصحيفة: كم ساعة تعملون؟\n\nأحمد منصور: عشر ساعات كل يوم.\n\nالصحيفة: وهل يدفعون؟\n\n"
        "أحمد منصور: لا يدفعون إلا ست ساعات.",
        "ar",
        ["أحمد منصور", "أحمد منصور"],
    ),
    "nobody is named": (
        "THE COURT: Did you read the list?\n\nTHE WITNESS: I did not.\n\nTHE COURT: Who wrote it?\n\n"
        "THE WITNESS: The foreman wrote it.",
        "en",
        ["The Witness", "The Witness"],
    ),
    "questions without a label": (
        "Simone Kress talks about the mill.\n\nHow long is the day?\n\nSimone Kress: Ten hours.\n\nAnd the slip?\n\n"
        "Kress: It says six.",
        "en",
        ["Simone Kress", "Simone Kress"],
    ),
    "a first name alone, and a title": (
        "Ada Quill Moss: We begin at three.\n\nProf. Karl: And the slip?\n\nAda: It says six. It always did.\n\n"
        "Prof. Karl: The list is another one.",
        "en",
        ["Ada Quill Moss", "Karl", "Ada Quill Moss", "Karl"],
    ),
    "with times": (
        "[10:02] Ada Moss: the gate is shut again.\n[10:03] Karl Odden: nobody told us.\n[10:05] Ada Moss: ask them.",
        "en",
        ["Ada Moss", "Karl Odden", "Ada Moss"],
    ),
}


@pytest.mark.parametrize("kind", TURNS)
def test_who_speaks_by_turns(kind: str) -> None:
    text, language, speakers = TURNS[kind]
    assert [quote.speaker for quote in find_quotes(text, language) if quote.how == "label"] == speakers


# Labels of other things, which come again as well
THINGS = {
    "figures": "Reviews: 726\n\nRating: 4.9\n\nThe firm is known.\n\nReviews: 628\n\nRating: 4.8",
    "for and against": "Pros: It is light. It dries.\n\nCons: It is dear.\n\nPros: It is warm.\n\nCons: It is heavy.",
    "myths": "Myth: Salt kills weeds.\n\nFact: It kills the soil.\n\nMyth: Is rain enough?\n\nFact: It never is.",
    "sources": "Royal Mill News: The wheel stands.\n\nSource: ANI\n\nRoyal Mill News: The wheel turns.\n\nSource: ANI",
    "German addresses": (
        "Telefon: 030 1234\n\nE-Mail: ada@muehle.example\n\nAnsprechpartnerin: Ada Moos\n\nTelefon: 030 1235\n\n"
        "E-Mail: karl@muehle.example"
    ),
    "in Chinese": "优点：很轻。\n\n缺点：很贵。\n\n优点：很暖。\n\n缺点：很重。",
    "recipes": "Serves: 4\n\nTip: Use rye. It keeps.\n\nTip: Let it rest.\n\nStep One: Mix it.\n\nStep Two: Bake it.",
    "who made it": "Director: Ada Moss\n\nCamera: Karl Odden\n\nSound: Nell Corrigan\n\nDirector: Rahul Nair",
    "scores": "Ebbing: Moss 12 points.\n\nVelm: Reed 9 points.\n\nEbbing: Moss 7 points.\n\nVelm: Reed 1 point.",
    "a scholar's notes": (
        "Disclaimer: The views are the authors'.\n\nDr. Moss: 12 Mill Lane, Ebbing.\n\nDr. Odden: 4 Quay Street.\n\n"
        "Editors' Disclosures: None is known.\n\nDisclosures: Dr. Moss holds a share."
    ),
    "books": "Ada Moss’s Salt, Bread and Mills: A history.\n\nAda Moss’s Salt, Bread and Mills: It was a joy."
    "\n\nKarl Odden’s Rye: A memoir.",
    "points": "Ada Moss: 12 points\n\nKarl Odden: 4 points\n\nAda Moss: 7 points",
    "one alone": "Ada Moss: the mill is dry.\n\nThe council met.\n\nAda Moss: it is dry again.",
    "prices": "Ada Mill Price: It is low. It fell.\n\nKarl Quay Price: It is high. It rose.\n\nNell Bay Fee: It is new.",
    "teams": "Mills: Two more boats came in.\n\nNotes: Nobody left?\n\nMills: The crew is back.",
}


@pytest.mark.parametrize("kind", THINGS)
def test_labels_of_things_are_nobody_s_speech(kind: str) -> None:
    text = THINGS[kind]
    quotes = find_quotes(text, "zh" if "，" in text or "。" in text else "de" if "Telefon" in text else "en")
    assert [quote.speaker for quote in quotes if quote.how == "label"] == []


def test_an_answer_without_a_name_is_not_sure() -> None:
    quotes = find_quotes("Q: Is the mill open?\n\nA: On Mondays.\n\nQ: And the shop?\n\nA: Never.", "en")
    assert [(quote.speaker, quote.confidence) for quote in quotes] == [(None, 0.6), (None, 0.6)]


def test_of_an_interview_with_notes_between_them_the_turns_are_kept() -> None:
    text = "Nora Atum: Six.\n\nHow many?\n\nAtum: Always six.\n\nPhotos: Ada Moss\n\nSince when?\n\nAtum: Since May."
    labels = [
        quote
        for quote in find_quotes(text.replace("Nora", "How so?\n\nNora", 1), "en")
        if quote.how == "label"
    ]
    assert [quote.speaker for quote in labels] == ["Nora Atum"] * 3
