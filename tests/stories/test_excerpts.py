"""Excerpts split, and held against their sources."""

import random
import re
from dataclasses import dataclass
from functools import partial

import pytest

from stories.entries.excerpts import Passage, check_passages, split_passages
from tests import corpora
from tests.cost import assert_cheap, measure

SOURCE = """The port of Szohod must pay its divers overtime, a court has ruled. "We are not machines," said Ilka \
Boros, who leads the divers' union. The ruling takes effect on Sunday.

Many dockers, among them women from the cannery, had waited nine years. The company, Tarn Freight, said it would \
study the 41-page ruling and that 1,200 workers would be paid by 5 May.

It was cold. The company has 30 days to appeal, and the dockers' lawyer called that "30 days too many"."""


@pytest.mark.parametrize(
    ("paragraphs", "passages"),
    [
        (["One two. Three four."], ["One two. Three four."]),
        (["One two…three four."], ["One two", "three four."]),
        (["One two … three four."], ["One two", "three four."]),
        (["…one two…"], ["one two"]),
        (["One two...three four.... five"], ["One two", "three four", "five"]),
        (["One two..three", "four"], ["One two", "three", "four"]),
        (["One two [...] three [… ] four […]"], ["One two", "three", "four"]),
        (["One (...) two . . . three"], ["One", "two", "three"]),
        (['He said "one two"… "three"'], ['He said "one two"', '"three"']),
        (["One…”", "…"], ["One"]),
        (["[Answer in English only]", "[The mill] is shut...[it] is"], ["[The mill] is shut", "[it] is"]),
        (["[M]any waited... [W]e wait."], ["[M]any waited", "[W]e wait."]),
        (["1.5 per cent, at 10.30"], ["1.5 per cent, at 10.30"]),
        ([], []),
    ],
)
def test_an_excerpt_is_split_at_its_elisions(paragraphs: list[str], passages: list[str]) -> None:
    assert [passage.text for passage in split_passages(paragraphs)] == passages


@pytest.mark.parametrize(
    ("text", "fidelity", "found", "note"),
    [
        ("a court has ruled", "exact", "a court has ruled", ""),
        ("“We are not machines”, said Ilka Boros", "exact", 'We are not machines," said Ilka Boros', ""),
        (
            "[M]any dockers had waited nine years",
            "altered",
            None,
            "“among them women from the cannery” left out",
        ),
        ("workers would be paid by the fifth of May", "altered", None, "“the fifth of” for “5”"),
        ("[A]mong them women", "exact", "among them women", ""),
        ("takes effect on [1 March]. Many dockers", "exact", None, "[1 March] for “Sunday”"),
        ("[The union] had waited nine years", "exact", "had waited nine years", ""),
        ("work[ers] would be paid", "exact", "would be paid", ""),
        ("the divers’ union", "exact", "the divers' union", ""),
        ("study the 41–page ruling and that 1200 workers", "exact", None, ""),
        ("must pay its sailors overtime", "altered", None, "“sailors” for “divers”"),
        ("We are machines", "altered", "We are not machines", "“not” left out"),
        ("The ruling never takes effect on Sunday", "altered", None, "“never” added"),
        ("has 90 days to appeal", "altered", "has 30 days to appeal", "“90” for “30”"),
        ("a court has ruled yesterday", "altered", "a court has ruled", "“yesterday” added"),
        ("Two lawyers called that too many", "altered", None, ""),
        ("Bees made gold of the old hive", "missing", None, "not found"),
        ("It was the", "missing", None, "not found"),
    ],
)
def test_a_passage_is_judged_by_its_words(text: str, fidelity: str, found: str | None, note: str) -> None:
    [passage] = check_passages(split_passages([text]), SOURCE)
    assert passage.fidelity == fidelity
    assert note in passage.note
    assert (passage.story_start is None) == (fidelity == "missing")
    if found:
        assert SOURCE[passage.story_start : passage.story_end] == found


def test_the_same_words_are_looked_for_after_the_passage_before() -> None:
    first, second, third = check_passages(
        split_passages(["said it would study", "The company", "The port of Szohod"]), SOURCE
    )
    assert second.story_start == SOURCE.rindex("The company")
    assert first.story_start < second.story_start
    assert third.story_start == 0


@pytest.mark.parametrize(
    ("text", "body"), [("One two", ""), ("One two", "!?"), ("!?", SOURCE), ("[One]", SOURCE)]
)
def test_without_words_on_both_sides_nothing_is_checked(text: str, body: str) -> None:
    assert check_passages([Passage(text)], body) == [Passage(text)]


def test_scripts_without_spaces_are_compared_by_character() -> None:
    body = "港口必須支付潛水員加班費。工會表示歡迎。港の会社は控訴するとみられる。"
    same, other = check_passages(split_passages(["工會表示歡迎…港の会社は起訴するとみられる"]), body)
    assert same.fidelity == "exact"
    assert (other.fidelity, other.differences) == ("altered", [("控", "起")])


@dataclass
class Invented:
    """A passage made from a real body, with what was done to it."""

    text: str
    fidelity: str
    start: int = 0
    changed: tuple[str, str] = ("", "")


WORD = re.compile(r"[^\W\d_]{4,}")
STRANGE = "quorvish"
ELISIONS = ("…", "...", "....", " [...] ", " … ", " […] ")


def stretch(body: str, dice: random.Random) -> tuple[int, str] | None:
    """Five to forty words (or as many characters) of one paragraph, cut between words."""
    words = list(re.finditer(r"\S+", body))
    if len(words) < 60:
        return None
    first = dice.randrange(len(words) - 45)
    last = first + dice.randint(5, 40)
    start, end = words[first].start(), words[last].end()
    text = body[start:end].split("\n")[0].strip(" .…")
    plain = not re.search(r"\.\.|…|[\[\]]|\. \. \.", text)
    return (start, text) if plain and len(WORD.findall(text)) >= 5 else None


def invented(body: str, dice: random.Random) -> Invented | None:
    """A passage as it stands, or with typography, an insertion, or one word changed, added or left out."""
    found = stretch(body, dice)
    if not found:
        return None
    start, text = found
    inner = list(WORD.finditer(text))[1:-1]
    word = dice.choice(inner)
    how = dice.choice(("plain", "plain", "marks", "bracket", "changed", "added", "left out", "unrelated"))
    if how == "marks":
        text = text.translate(str.maketrans("“”’–\u00a0", '""\'- '))
    elif how == "bracket":
        text = f"{text[: word.start()]}[{STRANGE}]{text[word.end() :]}"
    elif how == "changed":
        return Invented(
            text[: word.start()] + STRANGE + text[word.end() :], "altered", start, (word[0], STRANGE)
        )
    elif how == "added":
        return Invented(
            f"{text[: word.start()]}{STRANGE} {text[word.start() :]}", "altered", start, ("", STRANGE)
        )
    elif how == "left out":
        kept = text[: word.start()].rstrip() + " " + text[word.end() :].lstrip()
        return Invented(kept, "altered", start, (word[0], ""))
    elif how == "unrelated":
        letters = random.Random(text).sample("bdfgklmnprstvz" * 9, 60)
        return Invented(
            " ".join(f"{c}u{c}a{d}o" for c, d in zip(letters[::2], letters[1::2], strict=True)), "missing"
        )
    return Invented(text, "exact", start)


def test_of_a_thousand_invented_passages_of_real_bodies() -> None:
    """Exact, altered and missing told apart with 99 % precision and recall; the changed word named where it is."""
    dice = random.Random(7)
    bodies = [row["body"] for row in corpora.truth("fundus") if row.get("body")]
    right: dict[str, list[bool]] = {"exact": [], "altered": [], "missing": []}
    given: dict[str, list[bool]] = {"exact": [], "altered": [], "missing": []}
    named, placed = [], []
    while sum(map(len, right.values())) < 1000:
        body = dice.choice(bodies)
        made = [passage for _ in range(dice.randint(2, 12)) if (passage := invented(body, dice))]
        excerpt = dice.choice(ELISIONS).join(passage.text for passage in made)
        split = split_passages([excerpt])
        assert [passage.text for passage in split] == [passage.text for passage in made]
        for truth, checked in zip(made, check_passages(split, body), strict=True):
            right[truth.fidelity].append(checked.fidelity == truth.fidelity)
            given.get(checked.fidelity, []).append(checked.fidelity == truth.fidelity)
            if truth.fidelity == "altered":
                named.append(checked.differences == [truth.changed])
                placed.append(checked.story_start == truth.start)
    for fidelity in right:
        assert sum(right[fidelity]) >= 0.99 * len(right[fidelity]), f"recall of {fidelity}"
        assert sum(given[fidelity]) >= 0.99 * len(given[fidelity]), f"precision of {fidelity}"
    assert sum(named) >= 0.97 * len(named)


def long_text(words: int) -> list[str]:
    """Words with the frequencies of a language, invented."""
    dice = random.Random(words)
    return dice.choices([f"word{n}" for n in range(5000)], [1 / (n + 2) for n in range(5000)], k=words)


def excerpt_and_text(words: int) -> tuple[list[Passage], str]:
    """An excerpt of 2,000 words, half its passages altered, and a text of `words` words that it is from."""
    dice, body = random.Random(1), long_text(words)
    excerpt = []
    for number in range(60):
        start = dice.randrange(words - 40)
        passage = body[start : start + 33]
        passage[9] = "changed" if number % 2 else passage[9]
        excerpt.append(" ".join(passage))
    return split_passages(excerpt), " ".join(body)


def test_a_long_excerpt_is_checked_in_no_time_and_growth_is_linear() -> None:
    short, long = (partial(check_passages, *excerpt_and_text(words)) for words in (10_000, 80_000))
    assert_cheap(short, measure, 12)
    assert_cheap(long, short, 14)
