"""Different stories in one frame of words are stories of their own; their copies elsewhere are not."""

import pytest

from stories.identity.comparison import NEARLY_ALL, Text, compare
from stories.identity.particulars import are_others, particulars
from tests.bench.series import FRAMES, distinct, stories, told


@pytest.mark.parametrize("frame", FRAMES)
def test_two_stories_of_a_series_are_not_one(frame: str) -> None:
    texts = [Text(title, body) for title, body in stories(frame, 12)]
    alike = [compare(one, other) for n, one in enumerate(texts) for other in texts[:n]]
    assert max(comparison.similarity for comparison in alike) < NEARLY_ALL
    assert not any(comparison.alike or comparison.related for comparison in alike)


@pytest.mark.parametrize("frame", FRAMES)
def test_a_copy_of_one_of_them_is_one(frame: str) -> None:
    body = told(frame, 1)
    copies = {
        "another byline": f"By Ada Moss. {body}",
        "a figure brought up to date": "".join("9" if letter == "3" else letter for letter in body),
        "the first sentence dropped": body.partition(". ")[2],
    }
    found = {name: compare(Text("", body), Text("", copy)).alike for name, copy in copies.items()}
    assert found == dict.fromkeys(copies, True)


@pytest.mark.parametrize("frame", ["en executions", "de Hinrichtungen", "ru казни"])
def test_the_database_counts_them_and_joins_the_copies_across_outlets(frame: str) -> None:
    assert distinct(frame, 10, copies=True)[0] == 10


PARTICULARS = [
    (
        "The mayor said that it was Ada Moss who paid the 40 men who dug a well in Ebbing. She left.",
        {"ada", "moss", "40", "ebbing"},
    ),
    ("Er kam mit Ada Moos und 40 Kindern aus dem Wald.", {"ada", "moos", "40"}),
    ("Ada left. Moss stayed with seven others.", {"seven"}),
    ("", set()),
]


@pytest.mark.parametrize(("text", "found"), PARTICULARS)
def test_names_and_figures(text: str, found: set[str]) -> None:
    assert particulars(text) == found


def test_few_particulars_tell_nothing() -> None:
    assert not are_others(frozenset("ab"), frozenset("cd"))
    assert are_others(frozenset("abc"), frozenset("def"))
    assert not are_others(frozenset("abcdef"), frozenset("abcxyz"))
