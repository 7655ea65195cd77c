"""Tests run in a copy of the tree, in a process that has the libraries loaded already."""

import importlib
import os
import resource
import shutil
import sys
from pathlib import Path
from typing import Any

LIBRARIES = (
    "pytest",
    "hypothesis",
    "lxml.html",
    "trafilatura",
    "dateparser",
    "numpy",
    "scrapy",
    "sqlite_utils",
    "rich",
)
PATIENCE = 300  # CPU seconds; a change that makes a test run for ever is noticed by that
TIMED = {"assert_cheap", "assert_linear", "measure", "seconds"}  # of tests/cost.py
OPTIONS = ("-q", "-x", "-n", "0", "-p", "no:cacheprovider", "-m", "not soak and not process and not corpora")


class Untimed:
    """Leaves out what measures time: it says nothing of a rule, and costs the most."""

    def pytest_collection_modifyitems(self, items: list[Any]) -> None:
        """Called by pytest with the tests that it found."""
        items[:] = [item for item in items if not TIMED & set(item.function.__code__.co_names)]


def copy_tree(root: Path, folder: Path) -> Path:
    """The tree in `folder`, without what is made or kept by runs."""
    made = shutil.ignore_patterns(
        ".*", "__pycache__", "build", "dist", "*.egg-info", "archive", "*.db", "*.db-*"
    )
    shutil.copytree(root, folder, ignore=made, dirs_exist_ok=True)
    return folder


def load_libraries() -> None:
    """Import once what every trial needs."""
    for name in LIBRARIES:
        importlib.import_module(name)


def passes(folder: Path, tests: list[str], log: Path, keep_bytecode: bool = False) -> bool:
    """Whether the tests pass in the copy. keep_bytecode: of an unchanged tree, so that the next trial compiles less."""
    sys.stdout.flush()
    child = os.fork()
    if not child:
        _run(folder, tests, log, keep_bytecode)
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status) == 0


def _run(folder: Path, tests: list[str], log: Path, keep_bytecode: bool) -> None:
    """In the child: forget the project's own modules, and ask the tests of the copy."""
    with log.open("wb") as out:
        os.dup2(out.fileno(), 1)
        os.dup2(out.fileno(), 2)
    code = 1
    try:
        resource.setrlimit(resource.RLIMIT_CPU, (PATIENCE, PATIENCE))
        os.environ["CUTTINGS_CORPORA"] = "/nonexistent"
        os.environ.pop("CI", None)
        sys.dont_write_bytecode = not keep_bytecode
        _move_to(folder)
        code = int(importlib.import_module("pytest").main([*OPTIONS, *tests], plugins=[Untimed()]))
    finally:
        sys.stdout.flush()
        os._exit(code)


def _move_to(folder: Path) -> None:
    """Work in the copy: nothing of the tree that this process began in is loaded any more."""
    here = f"{Path.cwd()}/"
    for name, module in list(sys.modules.items()):
        file = str(getattr(module, "__file__", None) or "")
        if file.startswith(here) and not file.startswith(f"{here}.venv/"):
            del sys.modules[name]
    sys.path = [path for path in sys.path if path not in ("", here.rstrip("/"))]
    sys.argv = ["pytest"]
    os.chdir(folder)
    importlib.invalidate_caches()
