"""What is changed, where, and that each room has files and tests."""

import gc
from collections import defaultdict
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from tests.mutate import session
from tests.mutate.changes import changes
from tests.mutate.rooms import ROOMS, draw, room_of, sources
from tests.mutate.session import codes_of, exchange, exchanged
from tests.mutate.touched import Touched

ROOT = Path(__file__).parent.parent.parent
LINES = {
    "a = b < c": ["a = b <= c"],
    "a = b is not c": ["a = b is c"],
    "a = b not in c": ["a = b in c"],
    "a = 'é' == b": ["a = 'é' != b"],
    "a = b and c": ["a = b or c", "a = True and c", "a = b and True"],
    "a = b or c": ["a = b and c", "a = False or c", "a = b or False"],
    "a = re.compile('b')": ["a = re.compile(\"(?!)\" or ('b'))"],
    "a(b)": ["pass"],
    "a = b(c=True)": ["a = b(c=False)"],
    "a = zip(b, 3, strict=True)": ["a = zip(b, 4, strict=True)"],
    "a += b": ["pass"],
    "for a in b: continue": ["for a in b: pass"],
    "'b'": [],
    "a = not b": ["a = bool(b)"],
    "a = b + c": ["a = b - c"],
    "a = 'b' + c": [],
    "a = 3": ["a = 4"],
    "a = True": ["a = False"],
    "a: int = 3": ["a: int = 4"],
    "a = 'b'": [],
    "a = [b for b in c if b]": ["a = [b for b in c if True]"],
    "if a: b = c": ["if ((a) and False): b = c"],
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
def test_every_room_has_files(room: str) -> None:
    assert sources(ROOT, room)


def test_every_file_of_a_room_is_in_one_sample_only() -> None:
    for name, room in {
        "extraction/metadata/dates": "metadata",
        "extraction/rejects": "documents",
        "identity/quotes": "identity",
        "x": "",
    }.items():
        assert room_of(ROOT, ROOT / "stories" / f"{name}.py") == room


def test_a_line_is_changed_once() -> None:
    lines = [(path, change.line) for path, change in draw(ROOT, "identity", 500, "")]
    assert len(lines) == len(set(lines)) > 100


def test_a_sample_is_the_same_until_another_seed_is_given() -> None:
    drawn = draw(ROOT, "identity", 9, "")
    assert drawn == draw(ROOT, "identity", 9, "") != draw(ROOT, "identity", 9, "other")
    assert {path.name for path, _ in draw(ROOT, "quotes", 3, "", "marks")} == {"marks.py"}


RULE = "LEAST = 3\n\n\ndef long(text: str, least: int = 4) -> bool:\n    return len(text) > least\n"


def test_a_function_is_changed_where_it_is_used() -> None:
    space: dict[str, Any] = {}
    before = compile(RULE, "rule.py", "exec")
    exec(before, space)  # noqa: S102 -- our own words
    (change,) = [change for change in changes(RULE) if change.text == ">="]
    codes = exchanged(RULE, change.apply(RULE), Path("rule.py"))
    assert codes is not None
    assert [code.co_name for code in codes] == ["long"]
    space["long"].__code__ = next(iter(codes))  # compiled from the same text: equal, as the imported one is
    gc.freeze()
    exchange(codes)
    assert space["long"]("five")


@pytest.mark.parametrize("number", ["4", "5"])
def test_what_an_import_works_out_needs_a_new_interpreter(number: str) -> None:
    (change,) = [change for change in changes(RULE) if change.text == number]
    assert exchanged(RULE, change.apply(RULE), Path("rule.py")) is None


def test_what_only_an_import_calls_is_asked_of_a_new_interpreter(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    path = Path("stories/dates/labels.py")
    change = next(one for one in changes(path.read_text("utf-8")) if one.function == "_words")
    asked = list[Any]()
    monkeypatch.setattr(session, "fails_anew", lambda items, *_: not asked.append(items))
    touched = Touched({0: 1.0}, defaultdict(set, {(str(path), "says"): {0}}))
    assert session.notices(["a test"], touched, path, change)  # type: ignore[list-item]
    assert asked == [["a test"]]


def test_of_a_file_of_patterns_those_that_import_it_are_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    path = Path("stories/extraction/reject_phrases.py")
    calls = {("stories/extraction/walls.py", "asks"): {1}, ("stories/extraction/tables.py", "x"): {2}}
    touched = Touched(dict.fromkeys(range(4), 1.0), defaultdict(set, calls))
    test = SimpleNamespace(path=Path(__file__))  # it names stories.extraction.reject_phrases
    other = SimpleNamespace(path=ROOT / "tests" / "making.py")
    assert session.of_importers([other, other, other, test], touched, path) == [1, 3]  # type: ignore[list-item]


def test_codes_within_a_class_are_found() -> None:
    code = compile("class A:\n    def b(self):\n        return [c for c in self]\n", "a.py", "exec")
    assert [one.co_qualname for one in codes_of(code)][1:3] == ["A", "A.b"]
