"""Which tests call which functions of `stories`: those alone are asked about a change to a function."""

import os
import pickle
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from types import CodeType, FrameType

import pytest

RULES = str(Path("stories").resolve())
Function = tuple[str, str]  # path from the root, qualified name of the outermost function


@dataclass(slots=True)
class Touched:
    """seconds: CPU of each test. by_function: the tests that call it. failed: a test that fails unchanged."""

    seconds: dict[int, float] = field(default_factory=dict)
    by_function: dict[Function, set[int]] = field(default_factory=lambda: defaultdict(set))
    failed: str = ""

    def of_function(self, path: str, name: str) -> list[int]:
        """The tests that call a function, the quickest first."""
        return self.in_order(self.by_function.get((path, name), set()))

    def of_file(self, path: str) -> list[int]:
        """The tests that call any function of a file, the quickest first."""
        return self.in_order(
            {test for key, tests in self.by_function.items() if key[0] == path for test in tests}
        )

    def in_order(self, tests: set[int]) -> list[int]:
        return sorted(tests, key=lambda test: (self.seconds[test], test))


def called(code: CodeType) -> Function:
    """The path and the name of a function."""
    path = Path(code.co_filename).relative_to(Path.cwd())
    return str(path), code.co_qualname.partition(".<locals>")[0]


@contextmanager
def calls() -> Iterator[set[CodeType]]:
    """The code that is called meanwhile."""
    seen: set[CodeType] = set()

    def note(frame: FrameType, event: str, _: object) -> None:
        if event == "call":
            seen.add(frame.f_code)

    sys.setprofile(note)
    try:
        yield seen
    finally:
        sys.setprofile(None)


def run(item: pytest.Item, following: pytest.Item | None) -> bool:
    """Whether a test passes."""
    before = item.session.testsfailed
    item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
    return item.session.testsfailed == before


def watch(items: list[pytest.Item]) -> Touched:
    """Run all tests, those of a file in a process of their own, where nothing is remembered from another file."""
    touched = Touched()
    for _, group in groupby(range(len(items)), key=lambda number: items[number].path):
        for number, seconds, functions, passed in in_a_child(
            lambda group=list(group): watch_file(items, group)
        ):
            touched.seconds[number] = seconds
            for function in functions:
                touched.by_function[function].add(number)
            if not passed:
                touched.failed = items[number].nodeid
    return touched


def watch_file(items: list[pytest.Item], group: list[int]) -> list[tuple[int, float, set[Function], bool]]:
    """Each test of a file: its number, its CPU seconds, what it calls, whether it passes."""
    rows = []
    for number, following in zip(group, [*group[1:], None], strict=True):
        began = time.process_time()
        with calls() as codes:
            passed = run(items[number], None if following is None else items[following])
        functions = {called(code) for code in codes if code.co_filename.startswith(RULES)}
        rows.append((number, time.process_time() - began, functions, passed))
    return rows


def in_a_child(work: Callable[[], list]) -> list:
    """What `work` returns in a forked process; an empty list where it dies."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        silence()
        with os.fdopen(writing, "wb") as out:
            pickle.dump(work(), out)
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as given:
        data = given.read()
    os.waitpid(child, 0)
    return pickle.loads(data) if data else []  # noqa: S301 -- our own child wrote it


def silence() -> None:
    """What this process prints is lost."""
    sys.stdout.flush()
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
