"""Text from outside as one line that steers nothing."""

import json

import pytest

from stories.text import escaped, many, printable


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Mill closes", "Mill closes"),
        ("a\nb\r\nc\rd\x0be\x0cf\x85g\u2028h\u2029i\x1cj", "a⏎b⏎c⏎d⏎e⏎f⏎g⏎h⏎i⏎j"),
        ("a\tb", "a b"),
        ("\x1b[31mred\x1b]0;title\x07", "<U+001B>[31mred<U+001B>]0;title<U+0007>"),
        ("\x9b2J\x7f\x00", "<U+009B>2J<U+007F><U+0000>"),
        ("\u202egnp.exe\u2066\u200f\u061c", "<U+202E>gnp.exe<U+2066><U+200F><U+061C>"),
        ("a\u200bb\ufeffc\xadd\U000e0041", "a<U+200B>b<U+FEFF>c<U+00AD>d<U+E0041>"),
        ("\udc80", "<U+DC80>"),
        ("[red]x[/red] :smile:", "[red]x[/red] :smile:"),
        ("港口　必須\xa0a", "港口　必須\xa0a"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("👩\u200d👧 cafe\u0301", "👩\u200d👧 cafe\u0301"),
        ("", ""),
    ],
    ids=range(13),
)
def test_what_is_no_picture_is_shown_by_its_code(text: str, shown: str) -> None:
    assert printable(text) == shown
    assert printable(shown) == shown


STEERING = "\x1b[2J\x9b1m\x7f\x00\u202egnp\u2066\u200f\u061c\u200b\ufeff\xad\u2028\x85\udc80\U000e0041\ufff9"


@pytest.mark.parametrize("indent", [None, 1])
@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (STEERING, None),
        (f"港口\n{STEERING}", None),
        ("می\u200cخواهم 👩\u200d👧　é \\u202e", "می\u200cخواهم 👩\u200d👧　é \\\\u202e"),
        ("\u202e", "\\u202e"),
        ("\udc80\x9b", "\\udc80\\u009b"),
        ("\U000e0041", "\\udb40\\udc41"),
    ],
    ids=range(6),
)
def test_json_steers_nothing_and_says_the_same(text: str, shown: str | None, indent: int | None) -> None:
    said = escaped(json.dumps({text: [text]}, ensure_ascii=False, indent=indent))
    assert all(printable(line) == line for line in said.split("\n"))
    assert len(said.split("\n")) == (1 if indent is None else 5)
    assert said.encode()
    assert json.loads(said) == {text: [text]}
    assert shown is None or f'"{shown}"' in said


@pytest.mark.parametrize(
    ("number", "noun", "said"),
    [
        (1, "story", "1 story"),
        (0, "story", "0 stories"),
        (2, "Resource Centre entry", "2 Resource Centre entries"),
        (1, "address", "1 address"),
        (2, "address", "2 addresses"),
        (3, "day", "3 days"),
        (21, "page", "21 pages"),
    ],
)
def test_a_number_has_its_noun(number: int, noun: str, said: str) -> None:
    assert many(number, noun) == said
