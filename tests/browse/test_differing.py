"""The words that differ between two texts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.differing import MAX_TOKENS, words_changed


@pytest.mark.parametrize(
    ("before", "after", "parts"),
    [
        (
            "It found 58 men.",
            "It found 61 men.",
            [("same", "It found "), ("gone", "58"), ("come", "61"), ("same", " men.")],
        ),
        ("paid in full", "paid when due", [("same", "paid "), ("gone", "in full"), ("come", "when due")]),
        ("paid", "paid late", [("same", "paid"), ("come", " late")]),
        (None, "New.", [("come", "New.")]),
        ("Old.", None, [("gone", "Old.")]),
        ("厂关了", "厂开了", [("same", "厂"), ("gone", "关"), ("come", "开"), ("same", "了")]),
        ("أغلق المصنع", "فتح المصنع", [("gone", "أغلق"), ("come", "فتح"), ("same", " المصنع")]),
    ],
)
def test_words_that_differ(before: str | None, after: str | None, parts: list[tuple[str, str]]) -> None:
    assert words_changed(before, after) == parts


@given(st.text("ab ,.", max_size=30), st.text("ab ,.", max_size=30))
def test_both_texts_can_be_read_from_the_parts_but_for_blanks(before: str, after: str) -> None:
    parts = words_changed(before, after)
    for text, other in ((before, "come"), (after, "gone")):
        assert "".join("".join(words for kind, words in parts if kind != other).split()) == "".join(
            text.split()
        )


def test_texts_too_long_to_compare_are_shown_whole() -> None:
    long = "a " * MAX_TOKENS
    assert words_changed(long, long + "b") == [("gone", long), ("come", long + "b")]
