"""German speech, in invented passages."""

import pytest

from tests.stories.quotes import Said, said

PASSAGES: list[tuple[str, list[Said]]] = [
    ("„Der Brunnen ist leer“, sagte Ada Moos.", [("Der Brunnen ist leer", "Ada Moos")]),
    ("Ada Moos sagte: „Der Brunnen ist leer.“", [("Der Brunnen ist leer", "Ada Moos")]),
    ("Am Montag sagte Ada Moos: „Der Brunnen ist leer.“", [("Der Brunnen ist leer", "Ada Moos")]),
    ("„Der Brunnen ist leer“, so die Müllerin.", [("Der Brunnen ist leer", "die Müllerin")]),
    (
        "Ada Moos, Müllerin in Ebertal, erklärte: »Der Brunnen ist leer.«",
        [("Der Brunnen ist leer", "Ada Moos, Müllerin in Ebertal")],
    ),
    ("Ada Moos erklärte, dass der Brunnen leer ist.", [("dass der Brunnen leer ist", "Ada Moos")]),
    ("Ada Moos hatte gestern erklärt, der Brunnen sei leer.", [("der Brunnen sei leer", "Ada Moos")]),
    (
        "Laut Ada Moos ist der Brunnen „ganz und gar leer“.",
        [("ist der Brunnen „ganz und gar leer", "Ada Moos")],
    ),
    ("Der Brunnen sei leer, so Ada Moos.", [("Der Brunnen sei leer", "Ada Moos")]),
    ("In einem Brief schrieb die Müllerin: „Wir haben Durst.“", [("Wir haben Durst", "die Müllerin")]),
    (
        "„Wir haben Durst“, klagte Moos. „Niemand hilft uns.“",
        [("Wir haben Durst", "Moos"), ("Niemand hilft uns", "Moos")],
    ),
    ("Die Zeitung „Ebertaler Bote“ erscheint wieder.", []),
    (
        "Moos betonte, sie habe „nichts als Staub“ gefunden.",
        [("sie habe „nichts als Staub“ gefunden", "Moos")],
    ),
    ("‚Wir haben Durst‘, sagte Ada Moos.", [("Wir haben Durst", "Ada Moos")]),
]


@pytest.mark.parametrize(("text", "expected"), PASSAGES)
def test_german(text: str, expected: list[Said]) -> None:
    assert said(text, "de") == expected
