"""The verdict on a passage at the edges of its rules, in invented words."""

import pytest

from stories.entries.excerpts import check_passages, difference_note, split_passages

WORDS = [f"word{letter}{other}" for letter in "abcdef" for other in "abcdefghij"]
BODY = " ".join(WORDS) + "."


def judged(text: str, body: str = BODY) -> tuple[str, str]:
    [passage] = check_passages(split_passages([text]), body)
    return passage.fidelity, passage.note


def said(first: int, last: int) -> str:
    return " ".join(WORDS[first:last])


def strange(count: int) -> str:
    return " ".join(f"quorv{number}x" for number in range(count))


VERDICTS = {
    f"{said(0, 3)} [and so] {said(3, 6)}": ("exact", "[and so] added"),
    f"{said(0, 3)} [and so] {said(15, 18)}": ("exact", f"[and so] for “{said(3, 15)}”"),
    f"{said(0, 3)} [and] [so] {said(5, 8)}": ("exact", f"[and] for “{said(3, 5)}”"),
    f"{said(0, 3)} [a] {said(4, 7)} [b] {said(8, 11)}": (
        "exact",
        f"[a] for “{WORDS[3]}”; [b] for “{WORDS[7]}”",
    ),
    f"[so] {said(0, 3)} [too]": ("exact", ""),
    f"{said(0, 4)} {strange(4)}": ("altered", None),
    f"{said(0, 4)} {strange(5)}": ("missing", "not found in the source"),
    f"{said(0, 3)} {strange(3)}": ("missing", "not found in the source"),
    f"{said(0, 4)} {strange(3)}": ("altered", None),
    WORDS[0]: ("exact", ""),
    f"{WORDS[0]} quorvx": ("missing", "not found in the source"),
    f"{said(0, 5)} {said(6, 9)}": ("altered", f"“{WORDS[5]}” left out"),
    f"{said(0, 5)} quorvx {said(5, 9)}": ("altered", "“quorvx” added"),
    f"{said(0, 5)} quorvx {said(6, 9)}": ("altered", f"“quorvx” for “{WORDS[5]}”"),
}


@pytest.mark.parametrize("text", VERDICTS)
def test_verdicts(text: str) -> None:
    fidelity, note = VERDICTS[text]
    found = judged(text)
    assert found[0] == fidelity
    assert note is None or found[1] == note


def test_an_insertion_does_not_stand_for_many_words() -> None:
    assert judged(f"{said(0, 3)} [so] {said(25, 28)}")[0] != "exact"


def test_a_changed_word_at_an_edge_stays_in_its_sentence() -> None:
    body = f"{said(0, 8)}. {said(8, 16)}. {said(16, 24)}."
    assert judged(f"quorvx {said(9, 15)} quorvy", body) == (
        "altered",
        f"“quorvx” for “{WORDS[8]}”; “quorvy” for “{WORDS[15]}”",
    )
    assert judged(f"quorvx {said(8, 16)}", body) == ("altered", "“quorvx” added")
    assert judged(f"{said(8, 16)} quorvy", body) == ("altered", "“quorvy” added")


@pytest.mark.parametrize(
    ("there", "here", "note"), [("a", "", "“a” left out"), ("", "b", "“b” added"), ("a", "b", "“b” for “a”")]
)
def test_one_difference_in_words(there: str, here: str, note: str) -> None:
    assert difference_note(there, here) == note


def test_the_first_of_two_equal_places_is_taken() -> None:
    [passage] = check_passages(split_passages(["The crew left"]), "The crew left. Then the crew left again.")
    assert (passage.story_start, passage.story_end) == (0, 13)
