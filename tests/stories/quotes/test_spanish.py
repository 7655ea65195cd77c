"""Spanish speech, in invented passages."""

import pytest

from tests.stories.quotes import Said, said

PASSAGES: list[tuple[str, list[Said]]] = [
    ("«El pozo está seco», dijo Ada Musgo.", [("El pozo está seco", "Ada Musgo")]),
    ("“El pozo está seco”, afirmó la molinera.", [("El pozo está seco", "la molinera")]),
    ('Ada Musgo dijo: "El pozo está seco".', [("El pozo está seco", "Ada Musgo")]),
    ("Ada Musgo aseguró que el pozo está seco.", [("que el pozo está seco", "Ada Musgo")]),
    ("Según Ada Musgo, el pozo está seco.", [("el pozo está seco", "Ada Musgo")]),
    ("El pozo está seco, según la molinera.", [("El pozo está seco", "la molinera")]),
    (
        "«El pozo está seco», explicó Ada Musgo, molinera de Valdearena. «Nadie vino».",
        [
            ("El pozo está seco", "Ada Musgo, molinera de Valdearena"),
            ("Nadie vino", "Ada Musgo, molinera de Valdearena"),
        ],
    ),
    (
        "—El pozo está seco —dijo Ada Musgo—. Nadie vino.",
        [("El pozo está seco", "Ada Musgo"), ("Nadie vino", "Ada Musgo")],
    ),
    (
        "La alcaldesa denunció que el pozo fue “envenenado”.",
        [("que el pozo fue “envenenado", "La alcaldesa")],
    ),
    ("Ella añadió: «Nadie vino a vernos».", [("Nadie vino a vernos", "Ella")]),
    ("El molinero ha dicho que no se irá.", [("que no se irá", "El molinero")]),
    ("«Nadie vino», lamentó ayer el portavoz.", [("Nadie vino", "el portavoz")]),
    ("De acuerdo con Ada Musgo, el pozo “ya no sirve”.", [("el pozo “ya no sirve", "Ada Musgo")]),
    ("La novela «El pozo seco» cuenta la vida de un valle.", []),
    (
        "Ada Musgo dijo que el pozo está vacío y añadió que nadie ayuda al valle.",
        [("que el pozo está vacío", "Ada Musgo"), ("que nadie ayuda al valle", "Ada Musgo")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), PASSAGES)
def test_spanish(text: str, expected: list[Said]) -> None:
    assert said(text, "es") == expected
