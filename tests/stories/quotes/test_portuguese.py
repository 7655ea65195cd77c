"""Portuguese speech, in invented passages."""

import pytest

from tests.stories.quotes import Said, said

PASSAGES: list[tuple[str, list[Said]]] = [
    ("“O poço está seco”, disse Ada Musgo.", [("O poço está seco", "Ada Musgo")]),
    ("«O poço está seco», afirmou a moleira.", [("O poço está seco", "a moleira")]),
    ('Ada Musgo disse: "O poço está seco".', [("O poço está seco", "Ada Musgo")]),
    ("Ada Musgo garantiu que o poço está seco.", [("que o poço está seco", "Ada Musgo")]),
    ("Segundo Ada Musgo, o poço está seco.", [("o poço está seco", "Ada Musgo")]),
    ("O poço está seco, de acordo com a moleira.", [("O poço está seco", "a moleira")]),
    (
        "— O poço está seco — disse Ada Musgo. — Ninguém veio.",
        [("O poço está seco", "Ada Musgo"), ("Ninguém veio", "Ada Musgo")],
    ),
    ("“O poço está seco”, lamentou ontem o prefeito.", [("O poço está seco", "o prefeito")]),
    ("Ela acrescentou: “Ninguém veio”.", [("Ninguém veio", "Ela")]),
    ("A prefeita alertou que o poço foi “envenenado”.", [("que o poço foi “envenenado", "A prefeita")]),
    ("O moleiro acredita que vai chover.", [("que vai chover", "O moleiro")]),
    (
        "“O poço está seco”, explicou Ada Musgo, moleira de Areal.",
        [("O poço está seco", "Ada Musgo, moleira de Areal")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), PASSAGES)
def test_portuguese(text: str, expected: list[Said]) -> None:
    assert said(text, "pt") == expected
