"""The session of pytest that asks the tests about each change: a forked process a change, where the function is another.

A change to a function is made in the process, by exchanging the function's code. What a module works out when it is
imported needs a new interpreter, and the file is changed for it.
"""

import gc
import os
import resource
import shutil
import signal
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from types import CodeType, FunctionType

import pytest

from tests.mutate.changes import Change
from tests.mutate.rooms import Place
from tests.mutate.touched import Touched, called, run, silence, watch

TESTS = ("tests/stories", "tests/gold", "tests/store", "tests/pipelines", "tests/test_recorded.py")
QUIETLY = ("-q", "-s", "--tb=no", "-n", "0", "-p", "no:cacheprovider")
LEFT_OUT = {"soak", "process", "corpora"}
TIMED = {
    "assert_cheap",
    "assert_linear",
    "measure",
    "seconds",
}  # of tests/cost.py: they say nothing of a rule
PATIENCE = (
    20  # CPU seconds beyond three times what the tests take; a change that makes one run for ever is noticed
)
NOT_MADE = 77  # exit code
MEMORY = 4 << 30  # bytes, likewise


class Trials:
    """Called by pytest in place of its own loop over the tests."""

    def __init__(self, places: list[Place]) -> None:
        self.places = places
        self.noticed: list[bool] = []
        self.wrong = ""

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Leaves out what starts a process, reads the public sets, measures time or draws hundreds of examples."""
        items[:] = [item for item in items if asked(item)]

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Tries each change."""
        session.config.pluginmanager.unregister(name="terminalreporter")
        touched = watch(session.items)
        self.wrong = touched.failed and f"{touched.failed} fails before anything is changed"
        if not self.wrong and fails_here(session.items, {}, sum(touched.seconds.values())):
            self.wrong = "the tests fail in a forked process with nothing changed"
        if self.wrong:
            return True
        for path, change in self.places:
            seen = notices(session.items, touched, path, change)
            self.noticed.append(seen)
            print("noticed " if seen else "SURVIVED", path, change, flush=True)
        return True


def asked(item: pytest.Item) -> bool:
    """Whether a test is asked at all."""
    function = getattr(item, "function", asked)
    costly = TIMED & set(function.__code__.co_names) or hasattr(function, "hypothesis")
    return not costly and not LEFT_OUT & {mark.name for mark in item.iter_markers()}


def notices(items: list[pytest.Item], touched: Touched, path: Path, change: Change) -> bool:
    """Whether a test that calls what is changed fails."""
    source = path.read_text("utf-8")
    import_module(module_of(path))  # no test may have done so yet
    codes = exchanged(source, change.apply(source), path)
    numbers: list[int] = []
    if codes is not None and change.function != "the module":
        name = called(next(iter(codes)))[1]
        # A test that meets what another one's call left calls less than it rests on
        remembered = "cache" in source
        numbers = touched.of_file(str(path)) if remembered else touched.of_function(str(path), name)
    if codes is None or not numbers:  # what is called while a module is imported, no test calls
        rest_on_it = touched.of_file(str(path)) or of_importers(items, touched, path)
        return fails_anew([items[number] for number in rest_on_it], path, change)
    seconds = sum(touched.seconds[number] for number in numbers)
    return fails_here([items[number] for number in numbers], codes, seconds)


def module_of(path: Path) -> str:
    """The name under which a file is imported."""
    return ".".join(path.with_suffix("").parts).removesuffix(".__init__")


def of_importers(items: list[pytest.Item], touched: Touched, path: Path) -> list[int]:
    """The tests of a file of which nothing is called, a list of patterns: those that rest on what imports it."""
    importers = {
        importer
        for importer in Path("stories").rglob("*.py")
        if module_of(path) in importer.read_text("utf-8")
    }
    numbers = {number for importer in importers for number in touched.of_file(str(importer))}
    own = {test for test in {item.path for item in items} if module_of(path) in test.read_text("utf-8")}
    return touched.in_order(numbers | {n for n, item in enumerate(items) if item.path in own})


def exchanged(source: str, changed: str, path: Path) -> dict[CodeType, CodeType] | None:
    """The code of the functions that differ, and their new code; None where more than functions differ."""
    old, new = (codes_of(compile(text, str(path.resolve()), "exec")) for text in (source, changed))
    if [code.co_qualname for code in old] != [code.co_qualname for code in new]:
        return None
    pairs = {before: after for before, after in zip(old, new, strict=True) if before != after}
    inner = {before for before in pairs if before.co_flags & 2}  # a function: it has names of its own
    whole = {before for before in pairs if before not in inner}
    bare = all(same_but_for_inner(before, pairs[before]) for before in whole)
    if not inner or not bare or any(code.co_freevars != pairs[code].co_freevars for code in inner):
        return None
    return {code: pairs[code] for code in pairs if code in inner}


def same_but_for_inner(before: CodeType, after: CodeType) -> bool:
    """Whether two codes of a module or a class differ only in the functions that they make."""
    plain = [[one for one in code.co_consts if not isinstance(one, CodeType)] for code in (before, after)]
    return before.co_code == after.co_code and plain[0] == plain[1]


def codes_of(code: CodeType) -> list[CodeType]:
    """A code and those within it."""
    return [
        code,
        *(one for inner in code.co_consts if isinstance(inner, CodeType) for one in codes_of(inner)),
    ]


def fails_here(items: list[pytest.Item], codes: dict[CodeType, CodeType], seconds: float) -> bool:
    """Whether a test fails in a forked process in which functions have their new code."""
    child = os.fork()
    if not child:
        silence()
        bound(seconds)
        code = 1
        try:
            exchange(codes)
            code = int(not passes(items))
        except LookupError:
            code = NOT_MADE
        finally:
            os._exit(code)
    _, status = os.waitpid(child, 0)
    code = os.waitstatus_to_exitcode(status)
    if code == NOT_MADE:
        raise RuntimeError(f"the change could not be made: {next(iter(codes))}")
    return code != 0


def passes(items: list[pytest.Item]) -> bool:
    """Whether all tests pass; none is run after one that fails."""
    return all(run(item, following) for item, following in zip(items, [*items[1:], None], strict=True))


def bound(seconds: float) -> None:
    """Let this process end by itself where the tests run for ever or fill the memory."""
    limit = int(3 * seconds) + PATIENCE
    resource.setrlimit(resource.RLIMIT_CPU, (limit, limit))
    resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
    signal.alarm(30 * limit)


def exchange(codes: dict[CodeType, CodeType]) -> None:
    """Give every function its new code. Raises LookupError where there is no such function.

    Code that has run is not equal to the same code compiled anew (CPython 3.11 keeps its caches in it). What was
    collected is frozen (`tests/conftest.py`), and what is frozen is not listed.
    """
    gc.unfreeze()
    by_place = {place(before): after for before, after in codes.items()}
    found = 0
    for one in gc.get_objects():
        if isinstance(one, FunctionType) and (after := by_place.get(place(one.__code__))):
            one.__code__ = after
            found += 1
    gc.freeze()
    if codes and not found:
        raise LookupError(f"no function has the code of {next(iter(codes))}")


def place(code: CodeType) -> tuple[str, str, int]:
    """What tells a function's code from that of others."""
    return code.co_filename, code.co_qualname, code.co_firstlineno


def fails_anew(items: list[pytest.Item], path: Path, change: Change) -> bool:
    """Whether a test fails in a new interpreter that reads the changed file."""
    if not items:
        return False
    source = path.read_text("utf-8")
    listed = Path("asked.txt")
    listed.write_text("\n".join(item.nodeid for item in items), "utf-8")
    path.write_text(change.apply(source), "utf-8")
    try:
        command = [sys.executable, "-m", "pytest", "-x", *QUIETLY, f"@{listed}"]
        return bool(subprocess.run(command, capture_output=True, check=False, timeout=3600).returncode)
    finally:
        path.write_text(source, "utf-8")


def copy_tree(root: Path, folder: Path) -> Path:
    """The tree in `folder`, without what is made or kept by runs."""
    made = shutil.ignore_patterns(
        ".*", "__pycache__", "build", "dist", "*.egg-info", "archive", "*.db", "*.db-*"
    )
    shutil.copytree(root, folder, ignore=made, dirs_exist_ok=True)
    return folder
