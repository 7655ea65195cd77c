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
    ("Ada Moos war zufrieden. „Der Brunnen ist voll.“", [("Der Brunnen ist voll", "Ada Moos")]),
    (
        "Wie die Müllerin am Montag erklärte, ist der Brunnen „ganz und gar leer“.",
        [("ist der Brunnen „ganz und gar leer", "die Müllerin")],
    ),
    (
        "Der Brunnen sei leer. Moos zeigte sich besorgt: „Niemand hilft uns.“",
        [("Niemand hilft uns", "Moos")],
    ),
    (
        "Der Müllerin zufolge ist der Brunnen „ganz und gar leer“.",
        [("ist der Brunnen „ganz und gar leer", "Der Müllerin")],
    ),
    (
        "Seiner Ansicht nach ist der Brunnen „ganz und gar leer“.",
        [("ist der Brunnen „ganz und gar leer", "Seiner Ansicht")],
    ),
    (
        "Der Brunnen wurde von der Müllerin als „ganz und gar leer“ bezeichnet.",
        [("ganz und gar leer", "der Müllerin")],
    ),
    (
        "„Der Brunnen ist ganz und gar leer.“ Das sagte Ada Moos.",
        [("Der Brunnen ist ganz und gar leer", "Ada Moos")],
    ),
    ("Mit den Worten „Wir haben Durst“ verließ Ada Moos den Saal.", [("Wir haben Durst", "Ada Moos")]),
    (
        "Ada Moos besuchte den Brunnen und nannte die Lage „ganz und gar trostlos“.",
        [("ganz und gar trostlos", "Ada Moos")],
    ),
    (
        "Den Vorschlag nannte Moos „ganz und gar trostlos“. Ada Moos ging.",
        [("ganz und gar trostlos", "Moos")],
    ),
    (
        "Für Ada Moos ist der Brunnen „ein Geschenk für das ganze Tal, das niemand verdient hat“.",
        [
            (
                "Für Ada Moos ist der Brunnen „ein Geschenk für das ganze Tal, das niemand verdient hat",
                "Ada Moos",
            )
        ],
    ),
    (
        "Ada Moos erklärte, der Brunnen sei leer. Er müsse „ganz und gar neu gegraben“ werden.",
        [("der Brunnen sei leer", "Ada Moos"), ("Er müsse „ganz und gar neu gegraben“ werden", "Ada Moos")],
    ),
    ("Am 12. Mai sagte Ada Moos: „Wir haben Durst.“", [("Wir haben Durst", "Ada Moos")]),
    (
        "Der Brunnen ist nach Angaben der Müllerin seit dem Sommer leer.",
        [("Der Brunnen ist | seit dem Sommer leer", "Müllerin")],
    ),
    ("Von der Moos betonte: „Wir haben Durst.“", [("Wir haben Durst", "Von der Moos")]),
    ("„Wir haben Durst“, ließ Ada Moos verlauten.", [("Wir haben Durst", "Ada Moos")]),
    ("Der Brunnen ist laut Ada Moos „ganz und gar leer“.", [("ganz und gar leer", "Ada Moos")]),
    ("Laut Ada Moos: „Wir haben Durst.“", [("Wir haben Durst", "Ada Moos")]),
    ("Ein Müller sagte dem „Ebertaler Boten“: „Wir haben Durst.“", [("Wir haben Durst", "Ein Müller")]),
    (
        "Ada Moos ging an den Brunnen. Sinngemäß hofft Moos, dass der Brunnen im Herbst voll ist.",
        [("dass der Brunnen im Herbst voll ist", "Moos")],
    ),
    (
        "Hier sparte die Müllerin nicht mit Kritik: „Niemand im ganzen Tal hilft uns.“",
        [("Niemand im ganzen Tal hilft uns", "die Müllerin")],
    ),
    (
        "Als ein Kind kam, lief die Müllerin hinaus und rief: „Lasst uns in Ruhe!“",
        [("Lasst uns in Ruhe!", "die Müllerin")],
    ),
    ("Moos zufolge ist der Brunnen leer.", [("ist der Brunnen leer", "Moos")]),
    (
        "Der Brunnen ist Ada Moos zufolge seit dem Sommer leer.",
        [("Der Brunnen ist | seit dem Sommer leer", "Ada Moos")],
    ),
    ("Ada Moos war zufrieden. Das Buch bekam einen Titel: „Der Brunnen“.", []),
    ("Das Lied hat einen Namen: „Der Brunnen im Tal“. Ada Moos singt es.", []),
    (
        "Der Brunnen ist leer, sagte Ada Moos.\n\n„Niemand hilft uns“\n\nDas Tal wartet.",
        [("Der Brunnen ist leer", "Ada Moos")],  # a heading between paragraphs is nobody's
    ),
    ("„Der Brunnen ist leer“, heißt es in dem Schreiben.", [("Der Brunnen ist leer", "dem Schreiben")]),
    ("„Der Brunnen ist leer“, hieß es von der Müllerin.", [("Der Brunnen ist leer", "der Müllerin")]),
]


@pytest.mark.parametrize(("text", "expected"), PASSAGES)
def test_german(text: str, expected: list[Said]) -> None:
    assert said(text, "de") == expected
