"""Text from outside as one line that steers nothing."""

import pytest

from stories.text import printable


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
