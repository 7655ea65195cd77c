"""A quotation without a cue is whose that acts before it, and nobody's where another was named in between."""

import pytest

from stories.quotes import Quote, find_quotes

STANN = "“Nobody was cheated,” said Ivo Stann, a lawyer.\n\nBoats lay idle. The union met in the chapel.\n\n"
LIND = "The plant is shut until Monday, according to Cora Lind.\n\n"
BEATS: list[tuple[str, str, str | None]] = [
    (
        STANN + "Alice Trent turned to the clerk. “You never opened the book.” He nodded.",
        "You never",
        "Alice Trent",
    ),
    (
        STANN + "Orla Tennick, 54, guts fish. “You stand, you cut.”\n\n“So did my mother.”",
        "You stand",
        "Orla Tennick",
    ),
    (
        STANN + "Orla Tennick, 54, guts fish. “You stand, you cut.”\n\n“So did my mother.”",
        "So did",
        "Orla Tennick",
    ),
    (LIND + "Rahul Nair shrugged. “We wait.” The gate was shut.", "We wait", "Rahul Nair"),
    (LIND + "The miller Ada Moss put down her sack. “It was never weighed.”", "It was never", "Ada Moss"),
    (
        LIND + "Priya Nair left the hall. She shook her head. “They will not listen.”",
        "They will",
        "Priya Nair",
    ),
    (
        LIND + "Kwame Boateng held up the payslip.\n\n“Look at the ink, it is the same on every line.”",
        "Look",
        "Kwame Boateng",
    ),
    (
        LIND
        + "The clerk met Ada Moss. He had no answer for Ada Moss that day.\n\n“Come back on Friday. Bring the book.”",
        "Come",
        None,
    ),
    (
        STANN
        + "The barracks belong to the firm of Karl Odden, of Ebbing.\n\n“There is no lock on the door.”",
        "There",
        None,
    ),
    (
        STANN + "A nurse who knew Nadia Iqbal and Sana Khan sat down.\n\n“I washed them both.”",
        "I washed",
        None,
    ),
]


def holds(text: str, quote: Quote, opens: str) -> bool:
    return any(text[slice(*piece)].startswith("“" + opens) for piece in quote.content)


@pytest.mark.parametrize(("text", "opens", "speaker"), BEATS)
def test_beats(text: str, opens: str, speaker: str | None) -> None:
    (quote,) = [quote for quote in find_quotes(text, "en") if holds(text, quote, opens)]
    assert quote.speaker == speaker
    assert "cheated" not in text[slice(*quote.content[0])]


def test_the_speaker_who_acts_speaks_on() -> None:
    text = "“It is dry,” said Ada Moss. She wiped her hands. “It has not turned since May.”"
    (quote,) = find_quotes(text, "en")
    assert len(quote.content) == 2


IDLE = "Fishing boats lay idle. The union met on Sunday.\n\n"
SPEECH = "“You can write the date in the dust. The children know what a bad day looks like.”"
POINTED: list[tuple[str, str | None]] = [
    ("\n\nThose are the words of Hettie Marl, who keeps the school.", "Hettie Marl"),
    ("\n\nThese were the words of Nadia Iqbal.", "Nadia Iqbal"),
    ("\n\nThis is how Rahul Nair, the foreman, tells it.", "Rahul Nair"),
    ("\n\nThe school has ninety chairs.", None),
    ("", None),
]


@pytest.mark.parametrize(("after", "speaker"), POINTED)
def test_speech_that_nobody_takes_is_recorded(after: str, speaker: str | None) -> None:
    text = IDLE + SPEECH + after
    (quote,) = find_quotes(text, "en")
    assert (quote.speaker, text[slice(*quote.content[0])]) == (speaker, SPEECH)


NO_SPEECH = ["\n\n“A lesson for every mill”\n\n", "\n\n“Salt and Oar. The musical", " The “Book of Hours.” "]


@pytest.mark.parametrize("marked", NO_SPEECH)
def test_headings_and_titles_are_not(marked: str) -> None:
    assert find_quotes(IDLE.strip() + marked + "The mayor went home.", "en") == []
