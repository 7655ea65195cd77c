"""What people write to search, and what is found; no text that is written is an error."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.words import words_of
from tests.browse.visitor import Visitor
from tests.desk import Desk
from tests.making import BODY

STORIES = {
    "Mill closes": BODY,
    "Quarry opens": "Dust lay on the road.\n\nThe doors were locked from outside, and nobody asked the workers.",
    "Mine and mill": "A worker locked the doors himself.",
    "厂房失火": "警方说，厂房的门被锁上了。没有人受伤。",
    "โรงงานปิด": "คนงานบอกว่าประตูถูกล็อก",
    "Crème brûlée": "El dueño se negó.",
}


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Visitor:
    made = Desk(tmp_path_factory.mktemp("words") / "c.db")
    for number, (title, body) in enumerate(STORIES.items()):
        made.story(url=f"https://lamp.example/{number}", title=title, body=body)
    return Visitor(made.store.path)


def found(desk: Visitor, q: str, kind: str = "stories", **more: str) -> list[str]:
    answer = desk.get_with(f"/{kind}.json", q=q, **more)
    assert answer.status_code == 200, answer.text
    return sorted(row["title"] for row in answer.json()["rows"])


@pytest.mark.parametrize(
    ("q", "titles"),
    [
        ("mill", ["Mill closes", "Mine and mill"]),
        ("mills", ["Mill closes", "Mine and mill"]),  # by its stem
        ("worker door", ["Mine and mill", "Quarry opens"]),  # both, in any order and form
        ('"locked the doors"', ["Mine and mill"]),
        ("“locked the doors”", ["Mine and mill"]),
        ("«locked the doors»", ["Mine and mill"]),
        ('"locked the doors', ["Mine and mill"]),  # never closed
        ("quarry OR mill", ["Mill closes", "Mine and mill", "Quarry opens"]),
        ("mill | quarry", ["Mill closes", "Mine and mill", "Quarry opens"]),
        ("mill -mine", ["Mill closes"]),
        ('doors -"locked from outside"', ["Mine and mill"]),
        ("locked quarry OR mine", ["Mine and mill", "Quarry opens"]),  # OR binds more closely than a blank
        ("locked AND worker", ["Mine and mill", "Quarry opens"]),
        ("qua*", ["Quarry opens"]),
        ("creme brulee", ["Crème brûlée"]),
        ("dueno", ["Crème brûlée"]),
        ("锁上", ["厂房失火"]),
        ("警方 -火灾", ["厂房失火"]),
        ("-厂房 mill", ["Mill closes", "Mine and mill"]),
        ("ประตู", ["โรงงานปิด"]),
        ("锁上 OR quarry", ["Quarry opens", "厂房失火"]),
        ("-mill -quarry -dueño -厂 -ประตู", []),
    ],
)
def test_what_a_search_finds(desk: Visitor, q: str, titles: list[str]) -> None:
    assert found(desk, q) == titles


def test_only_what_is_not_wanted_leaves_the_rest(desk: Visitor) -> None:
    assert found(desk, "-mill") == sorted(title for title in STORIES if "mill" not in title.lower())


HOSTILE = [
    *(
        '"',
        '""',
        "'",
        "*",
        "(",
        ")",
        "NEAR(",
        "NEAR(a b, 5)",
        "title:",
        "title: mill",
        "^mill",
        "-",
        "--",
        "- -",
        "OR",
        "OR OR",
    ),
    *(
        "AND",
        "NOT",
        "a AND",
        "{title} : mill",
        "mill)",
        "(mill",
        'mill"',
        "\\",
        "\x00",
        "%",
        "_",
        ";",
        "--drop",
        "' OR 1=1 --",
    ),
    *(
        '"; DROP TABLE stories; --',
        "+mill",
        "mill+",
        "a*b*c",
        "***",
        '"*"',
        '"-"',
        "🪨",
        "\u202emill",
        "x" * 5000,
        "a " * 3000,
    ),
    *(
        "(" * 400,
        "a OR " * 200,
        "<script>alert(1)</script>",
        "mill NEAR/3 mine",
        "stories_fts:mill",
        "?",
        "?1",
        ":words",
        "@x",
    ),
]


@pytest.mark.parametrize("kind", ["stories", "quotes", "entries", "changes"])
@pytest.mark.parametrize("q", HOSTILE)
def test_no_syntax_is_an_error(desk: Visitor, kind: str, q: str) -> None:
    for end in ("", ".json", ".csv", ".atom"):
        answer = desk.get_with(f"/{kind}{end}", q=q, speaker=q, about=q, outlet=q)
        assert answer.status_code == 200, answer.text
        assert "<script>alert" not in answer.text or end in (".json", ".csv")


@pytest.mark.parametrize("q", HOSTILE[:40])
def test_what_has_no_letter_is_left_out_and_finds_what_the_rest_finds(desk: Visitor, q: str) -> None:
    if not words_of(q).groups and not words_of(q).unwanted:
        assert len(found(desk, q)) == len(STORIES)


@given(st.text('ab"-*|OR NT\0锁ก(“»', max_size=40))
def test_any_text_is_a_search(text: str) -> None:
    words = words_of(text)
    assert all(term.text for term in words.wanted)
    assert all(term.match.count('"') % 2 == 0 for term in words.wanted)


def test_a_word_in_another_language_is_looked_for_as_it_stands(desk: Visitor) -> None:
    assert found(desk, "mills", language="es") == []


def test_every_text_can_be_asked_of_a_database_with_nothing_in_it(tmp_path: Path) -> None:
    empty = Visitor(Desk(tmp_path / "c.db").store.path)
    for kind in ("stories", "quotes", "entries", "changes"):
        assert "Nothing held fits." in empty.words(f"/{kind}")
        assert empty.get(f"/{kind}.atom").status_code == 200
