"""English speech, in invented passages."""

import pytest

from stories.quotes import find_quotes
from tests.stories.quotes import Said, said

PASSAGES: list[tuple[str, list[Said]]] = [
    ("“The well is dry,” said Ada Moss.", [("The well is dry", "Ada Moss")]),
    ("“The well is dry,” Ada Moss said.", [("The well is dry", "Ada Moss")]),
    ('Ada Moss said: "The well is dry."', [("The well is dry", "Ada Moss")]),
    ("''The well isn't dry,'' Ada Moss said.", [("The well isn't dry", "Ada Moss")]),
    ("'The owners' well is dry,' said Ada Moss.", [("The owners' well is dry", "Ada Moss")]),
    ("'The owners' well is dry', said Ada Moss.", [("The owners' well is dry", "Ada Moss")]),
    ("The well is dry, according to Ada Moss.", [("The well is dry", "Ada Moss")]),
    ("According to Ada Moss, the well is dry.", [("the well is dry", "Ada Moss")]),
    ("“The well is dry,” said Ada Moss. “Nobody came.”", [("The well is dry | Nobody came", "Ada Moss")]),
    ("“The well,” Ada Moss said, “is dry.”", [("The well | is dry", "Ada Moss")]),
    (
        "Ada Moss, a miller in Ebbing, said the well was dry.",
        [("the well was dry", "Ada Moss, a miller in Ebbing")],
    ),
    ("“It is dry,” said Ada Moss, 63, a miller.", [("It is dry", "Ada Moss, 63, a miller")]),
    (
        "Moss said that the well was dry, adding that nobody came.",
        [("that the well was dry", "Moss"), ("that nobody came", "Moss")],
    ),
    ("The well was dry, she said.", [("The well was dry", "she")]),
    ("Another reason, he said, was to save water.", [("Another reason | was to save water", "he")]),
    ("Moss said the well was “as dry as dust.”", [("the well was “as dry as dust", "Moss")]),
    ("He added: “Nobody came.”", [("Nobody came", "He")]),
    ("“Is it dry?” Moss asked.", [("Is it dry?", "Moss")]),
    (
        "“The well is dry,” Ada Moss, the miller, said in an interview.",
        [("The well is dry", "Ada Moss, the miller")],
    ),
    ("Two officials told reporters that the well was dry.", [("that the well was dry", "Two officials")]),
    (
        "A statement by the council said the well was dry.",
        [("the well was dry", "A statement by the council")],
    ),
    ('The pipe is 5" wide and 7" long.', []),
    ("“The Dry Well” is a novel of the ’90s.", []),
    ("On Friday Ebbing's minister said the well was dry.", [("the well was dry", "Ebbing's minister")]),
    ('Friday Ada Moss told the paper: "The well is dry."', [("The well is dry", "Ada Moss")]),
]


@pytest.mark.parametrize(("text", "expected"), PASSAGES)
def test_english(text: str, expected: list[Said]) -> None:
    assert said(text, "en") == expected


CARRIED = "“The well is dry,” said Ada Moss.\n\n“Nobody came.\n\n“Nobody will.”\n\nThe mayor went home."
UNCLOSED = "“The well is dry, said Ada Moss.\n\nThe mayor went home. Nobody followed."


def test_a_paragraph_goes_on_quoting() -> None:
    (quote,) = find_quotes(CARRIED, "en")
    assert [CARRIED[slice(*piece)].strip("“”") for piece in quote.content] == [
        "The well is dry,",
        "Nobody came.",
        "Nobody will.",
    ]
    assert quote.speaker == "Ada Moss"


def test_a_mark_never_closed_stays_in_its_paragraph() -> None:
    end = UNCLOSED.index("\n")
    assert all(piece[1] <= end for quote in find_quotes(UNCLOSED, "en") for piece in quote.content)


NESTED = "“Moss looked at me and said, ‘The well is dry,’ and I believed her,” said Bela Finch."


def test_speech_inside_speech() -> None:
    outer, inner = find_quotes(NESTED, "en")
    assert outer.speaker == "Bela Finch"
    assert NESTED[slice(*inner.content[0])] == "‘The well is dry,’"
    assert inner.source
    assert NESTED[slice(*inner.source)] == "Moss"


KINDS = [
    ("“Dry,” said Moss.", "direct"),
    ("Moss called it “dry as dust” in May.", "mixed"),
    ("Moss said it was dry.", "indirect"),
    ("The notice by Moss read:\n\n“The well is dry.\n\n“Nobody may drink.”", "block"),
]


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_kinds(text: str, kind: str) -> None:
    assert find_quotes(text, "en")[0].kind == kind


INTRODUCED = "Ada Moss, a miller in Ebbing, met Bela Finch. "
SPEAKERS = [
    ("Ms Moss said the well was dry.", "Ada Moss", "a miller in Ebbing"),
    ("Mr Finch said the well was dry.", "Bela Finch", None),
    ("“It is dry,” she said.", "Ada Moss", "a miller in Ebbing"),
    ("The miller said it was dry.", "Ada Moss", "a miller in Ebbing"),
    ("Moss’s lawyer, Cora Lind, said it was dry.", "Cora Lind", "Moss’s lawyer"),
    ("Moss’s lawyer said it was dry.", None, None),
]


@pytest.mark.parametrize(("text", "speaker", "role"), SPEAKERS)
def test_speakers(text: str, speaker: str | None, role: str | None) -> None:
    quote = find_quotes(INTRODUCED + text, "en")[-1]
    assert (quote.speaker, quote.speaker_role) == (speaker, role)


def test_language_is_told_from_the_text() -> None:
    text = "Die Müllerin sagte gestern, dass der Brunnen leer ist und dass sie nicht mehr mahlt."
    assert find_quotes(text) == find_quotes(text, "de")


def test_an_unknown_language_is_read_by_its_marks_alone() -> None:
    text = (
        "A malom kútja kiszáradt, mondta Moha Ada tegnap este, és senki nem jött el megnézni, pedig mindenki tudta. "
        * 3
    )
    assert find_quotes(text) == []


def test_a_heading_in_marks_is_nobodys() -> None:
    text = "“The well is dry,” said Ada Moss. “Nobody came.”\n\n‘A lesson for every mill’\n\nThe mayor went home."
    (quote,) = find_quotes(text, "en")
    assert [text[slice(*piece)] for piece in quote.content] == ["“The well is dry,”", "“Nobody came.”"]
