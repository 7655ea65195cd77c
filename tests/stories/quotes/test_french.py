"""French speech, in invented passages."""

import pytest

from tests.stories.quotes import Said, said

PASSAGES: list[tuple[str, list[Said]]] = [
    ("« Le puits est vide », a déclaré Ada Mousse.", [("Le puits est vide", "Ada Mousse")]),
    ("« Le puits est vide », affirme la meunière.", [("Le puits est vide", "la meunière")]),
    ("« Le puits est vide », dit-elle.", [("Le puits est vide", "elle")]),
    ("« Le puits est vide », a-t-il ajouté.", [("Le puits est vide", "t-il")]),
    ("Ada Mousse a déclaré : « Le puits est vide. »", [("Le puits est vide", "Ada Mousse")]),
    ("Ada Mousse affirme que le puits est vide.", [("que le puits est vide", "Ada Mousse")]),
    ("Selon Ada Mousse, le puits est vide.", [("le puits est vide", "Ada Mousse")]),
    ("Le puits est vide, selon la meunière.", [("Le puits est vide", "la meunière")]),
    ("– Le puits est vide, dit Ada Mousse.", [("Le puits est vide", "Ada Mousse")]),
    ("“Le puits est vide”, explique Ada Mousse.", [("Le puits est vide", "Ada Mousse")]),
    ("La meunière dénonce un puits « empoisonné par la mine ».", [("empoisonné par la mine", "La meunière")]),
    ("D’après le maire, le puits est vide.", [("le puits est vide", "le maire")]),
    (
        "« Le puits est vide », regrette Ada Mousse. « Personne ne vient. »",
        [("Le puits est vide", "Ada Mousse"), ("Personne ne vient", "Ada Mousse")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), PASSAGES)
def test_french(text: str, expected: list[Said]) -> None:
    assert said(text, "fr") == expected
