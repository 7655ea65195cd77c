"""What is changed, where, and that each room has files and tests."""

from pathlib import Path

import pytest

from tests.mutate.changes import changes
from tests.mutate.rooms import ROOMS, asked_of, room_of, sources

ROOT = Path(__file__).parent.parent.parent
LINES = {
    "a = b < c": ["a = b <= c"],
    "a = b is not c": ["a = b is c"],
    "a = b not in c": ["a = b in c"],
    "a = 'é' == b": ["a = 'é' != b"],
    "a = b and c": ["a = b or c"],
    "a = not b": ["a = bool(b)"],
    "a = b + c": ["a = b - c"],
    "a = 'b' + c": [],
    "a = 3": ["a = 4"],
    "a = True": ["a = False"],
    "a: int = 3": ["a: int = 4"],
    "a = 'b'": [],
    "a = [b for b in c if b]": ["a = [b for b in c if True]"],
    "if a: b()": ["if ((a) and False): b()"],
    "a = b if c else d": ["a = b if ((c) and False) else d"],
    "def a(b: int = 3) -> None: ...": ["def a(b: int = 4) -> None: ..."],
}


@pytest.mark.parametrize("line", LINES)
def test_changes(line: str) -> None:
    assert [change.apply(line) for change in changes(line)] == LINES[line]


def test_a_change_says_where_it_stands() -> None:
    (change,) = changes("class A:\n    def b(self):\n        return 3\n")
    assert str(change) == "line 3, A.b: '3' becomes '4'"


@pytest.mark.parametrize("room", ROOMS)
def test_every_room_has_files_and_tests(room: str) -> None:
    assert sources(ROOT, room)
    assert len(asked_of(ROOT, room)) >= len(ROOMS[room])


def test_the_first_part_of_a_path_that_is_a_room_counts() -> None:
    for name, room in {
        "metadata/dates": "metadata",
        "identity/quotes": "identity",
        "x": "",
    }.items():
        assert room_of(ROOT, ROOT / "stories" / f"{name}.py") == room
