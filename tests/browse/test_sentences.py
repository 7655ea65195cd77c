"""A hit in its sentence."""

import pytest

from desk.sentences import AFTER, BEFORE, CLOSE, OPEN, sentence, with_marks


def marked(text: str) -> str:
    return text.replace("[", OPEN).replace("]", CLOSE)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("One. The [mill] closed. Two.", [("same", "The "), ("hit", "mill"), ("same", " closed.")]),
        ("[Mill] closed", [("hit", "Mill"), ("same", " closed")]),
        ("A line\n\nThe [mill]\n\nMore", [("same", "The "), ("hit", "mill")]),
        ("没有人。门被[锁上]了。火。", [("same", "门被"), ("hit", "锁上"), ("same", "了。")]),
        ("کیا؟ دروازے [بند] تھے۔ اور", [("same", "دروازے "), ("hit", "بند"), ("same", " تھے۔")]),
        ("no hit", []),
    ],
)
def test_the_sentence_of_the_first_hit(text: str, parts: list[tuple[str, str]]) -> None:
    assert sentence(marked(text)) == parts


def test_of_a_long_sentence_what_is_around_the_hit_is_shown() -> None:
    parts = sentence(marked("word " * 300 + "[mill] " + "word " * 300))
    assert [kind for kind, _ in parts] == ["same", "same", "hit", "same", "same"]
    assert parts[0] == ("same", "… ")
    assert parts[-1] == ("same", " …")
    assert sum(len(text) for _, text in parts) <= BEFORE + AFTER + 10


def test_a_long_run_without_blanks_is_cut_too() -> None:
    parts = sentence(marked("字" * 3000 + "[锁]" + "字" * 3000))
    assert ("hit", "锁") in parts
    assert sum(len(text) for _, text in parts) < 1000


def test_parts_of_a_text_are_marked_wherever_they_stand() -> None:
    assert with_marks("锁了又锁", ["锁"]) == marked("[锁]了又[锁]")
