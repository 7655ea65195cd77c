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


MILL = "The old man is sad. He sold the mill to a ferryman."
WAGES = "The mill is shut and the women of the mill have not had their wages since the mill was sold."
W = WORDS
# passage, body, where it stands in the body, what is said of it
ALTERED = [
    ("The old man quorvx", MILL, None, "not found in the source"),
    ("The mill man quorvx", MILL.replace("old", "mill"), "The mill man is", "“quorvx” for “is”"),
    (
        "the have not had their wages quorvx the", WAGES,
        "the mill have not had their wages since the", "“mill” left out; “quorvx” for “since”",
    ),
    (f"quorvx {said(0, 5)}", BODY, said(0, 5), "“quorvx” added"),
    (f"quorvx {said(1, 5)}", BODY, said(0, 5), f"“quorvx” for “{W[0]}”"),
    (f"quorvx quorvy {said(1, 5)}", BODY, said(0, 5), f"“quorvx quorvy” for “{W[0]}”"),
    (f"{said(5, 10)} quorvx", said(0, 10), said(5, 10), "“quorvx” added"),
    (f"{said(5, 9)} quorvx quorvy", said(0, 10), said(5, 10), f"“quorvx quorvy” for “{W[9]}”"),
    (f"{said(4, 9)} quorvx", f"{said(0, 8)}. {said(8, 16)}.", f"{said(4, 8)}. {said(8, 10)}", f"“quorvx” for “{W[9]}”"),
    (f"{said(0, 5)} {W[8]}", BODY, said(0, 9), f"“{said(5, 8)}” left out"),
    (f"{said(0, 5)} {W[9]}", BODY, said(0, 6), f"“{W[9]}” for “{W[5]}”"),
    (f"{W[0]} {said(4, 9)}", BODY, said(0, 9), f"“{said(1, 4)}” left out"),
    (f"{W[0]} {said(5, 10)}", BODY, said(4, 10), f"“{W[0]}” for “{W[4]}”"),
    (f"{said(0, 5)} it", f"{said(0, 6)} it {said(6, 9)}.", f"{said(0, 6)} it", f"“{W[5]}” left out"),
    (f"{said(0, 5)} it", f"{said(0, 7)} it {said(7, 9)}.", said(0, 6), f"“it” for “{W[5]}”"),
    (f"{said(0, 4)} {said(16, 20)}", BODY, said(0, 20), f"“{said(4, 16)}” left out"),
    (f"{said(0, 3)} [so] {said(5, 8)} quorvx {said(9, 12)}", BODY, said(0, 12), f"“quorvx” for “{W[8]}”"),
    (f"{said(0, 3)} [so] quorvx {said(5, 8)}", BODY, said(0, 8), f"“quorvx” for “{said(3, 5)}”"),
    (f"{said(0, 3)} {W[4]} [so] {said(5, 8)}", BODY, said(0, 8), f"“{W[3]}” left out"),
    (f"{said(0, 3)} quorvx {said(3, 5)}", f"{said(0, 5)}. {strange(12)}. {said(0, 5)}.", said(0, 5), "“quorvx” added"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "body", "found", "note"), ALTERED, ids=range(len(ALTERED)))
def test_where_an_altered_passage_stands(text: str, body: str, found: str | None, note: str) -> None:
    [passage] = check_passages(split_passages([text]), body)
    stands = None if passage.story_start is None else body[passage.story_start : passage.story_end]
    assert (stands, passage.note) == (found, note)
    assert found is None or passage.story_start == body.index(found)


SCATTERED = " ".join(f"{W[n]} {strange(12)}" for n in range(6))
WHERE = {
    "directly behind the passage before": (
        f"{said(0, 6)}. {strange(12)}. It rained. {said(0, 6)}.",
        ["It rained"],
        1,
    ),
    "before the passage before, if nowhere else": (f"{said(0, 6)}. It rained.", ["It rained"], 0),
    "where its words stand together": (f"{SCATTERED}. {said(0, 6)}.", [], 1),
    "where it has more words, not one word more often": (f"{f'{W[0]} ' * 9}. {said(0, 6)}.", [], 1),
}


@pytest.mark.parametrize("name", WHERE)
def test_an_altered_passage_is_looked_for(name: str) -> None:
    """The words of the passage in order stand once or twice in the body; where: once before it."""
    body, before, where = WHERE[name]
    *_, passage = check_passages(split_passages([*before, f"{said(0, 3)} quorvx {said(3, 6)}"]), body)
    assert passage.story_start == (body.rindex(said(0, 6)) if where else 0)
    assert passage.note == "“quorvx” added"


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
