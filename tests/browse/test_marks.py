"""Quotes marked in a body: every character stays, each quote has its words, and none has another's."""

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from desk.marks import HUES, coloured, paragraphs

BODY = 'The mill closed.\n\n"Nobody asked us," said Lena Ruiz.\n"We heard it on the bus."\n\nIts owner gave no reason.'


def quote(
    number: int, *spans: tuple[int, int], speaker: str | None = "Lena Ruiz", source: str | None = None
) -> Any:
    return {
        "number": number,
        "spans": json.dumps(spans),
        "speaker": speaker,
        "source": source,
        "kind": "direct",
    }


def place(words: str) -> tuple[int, int]:
    return BODY.index(words), BODY.index(words) + len(words)


def marked(*quotes: Any) -> list[list[tuple[str, int | None]]]:
    made = paragraphs(BODY, coloured(quotes))
    return [[(piece.text, piece.quote and piece.quote["number"]) for piece in pieces] for pieces in made]


def test_paragraphs_are_apart_where_a_blank_line_is_and_lines_within_them_stay() -> None:
    assert marked() == [
        [("The mill closed.", None)],
        [('"Nobody asked us," said Lena Ruiz.\n"We heard it on the bus."', None)],
        [("Its owner gave no reason.", None)],
    ]


def test_a_quote_in_two_pieces_has_both_and_not_the_words_between() -> None:
    second = marked(quote(1, place('"Nobody asked us,"'), place('"We heard it on the bus."')))[1]
    assert second == [
        ('"Nobody asked us,"', 1),
        (" said Lena Ruiz.\n", None),
        ('"We heard it on the bus."', 1),
    ]


def test_a_quote_over_two_paragraphs_is_marked_in_both() -> None:
    start, end = place("The mill closed.")[0], place('"Nobody asked us,"')[1]
    assert marked(quote(1, (start, end)))[:2] == [
        [("The mill closed.", 1)],
        [('"Nobody asked us,"', 1), (' said Lena Ruiz.\n"We heard it on the bus."', None)],
    ]


def test_of_two_quotes_that_share_words_the_shorter_has_them() -> None:
    first = marked(quote(1, place("The mill closed.")), quote(2, place("mill")))[0]
    assert first == [("The ", 1), ("mill", 2), (" closed.", 1)]


def test_each_quote_begins_at_one_place() -> None:
    made = paragraphs(BODY, coloured([quote(1, place("The mill")), quote(2, place("The"), place("owner"))]))
    assert [piece.begins for pieces in made for piece in pieces if piece.begins] == [(1, 2)]


def test_a_speaker_keeps_one_colour_and_who_is_not_known_has_none() -> None:
    people = ["Lena Ruiz", "Ida Moss", "Lena Ruiz", None]
    made = coloured([quote(number, (0, 3), speaker=name) for number, name in enumerate(people, 1)])
    assert [one["hue"] for one in made] == [1, 2, 1, 0]
    assert coloured([quote(1, (0, 3), speaker=None, source="a guard")])[0]["who"] == "a guard"


def test_there_are_as_many_colours_as_the_style_sheet_has() -> None:
    many = coloured([quote(number, (0, 3), speaker=f"P{number}") for number in range(1, 30)])
    assert {one["hue"] for one in many} == set(range(1, HUES + 1))


@given(st.lists(st.tuples(st.integers(-5, 130), st.integers(-5, 130)), max_size=8))
def test_whatever_the_offsets_no_character_is_lost_or_doubled(spans: list[tuple[int, int]]) -> None:
    made = paragraphs(BODY, coloured([quote(number, span) for number, span in enumerate(spans, 1)]))
    assert "\n\n".join("".join(piece.text for piece in pieces) for pieces in made) == BODY
