"""What a file, a function and the code as a whole may hold at most, so that each is read at one go. Limits only fall."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.test_rooms import TABLE, files

LINES = 260  # of a file
FUNCTION_LINES = 45
ANYS = 55  # uses of `Any` in all
TABLES = {"schema.py", "first_tables.py", "templates.py"}  # files that are tables


def sources() -> Iterator[tuple[Path, str]]:
    for room in TABLE:
        for file in files(room):
            yield file, file.read_text("utf-8")


def nodes() -> Iterator[tuple[Path, ast.AST]]:
    for file, text in sources():
        for node in ast.walk(ast.parse(text)):
            yield file, node


def test_a_file_is_read_at_one_go() -> None:
    long = {str(file): text.count("\n") for file, text in sources() if text.count("\n") > LINES}
    assert [file for file in long if Path(file).name not in TABLES] == []


def lines_of(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """The lines of a function, without those of a list that it ends in, which is a table."""
    last = function.body[-1]
    table = last.value if isinstance(last, ast.Return) and isinstance(last.value, ast.List) else None
    end = table.lineno if table else function.end_lineno or 0
    return end - function.lineno + 1


def test_a_function_is_read_at_one_go() -> None:
    functions = [
        (file, node) for file, node in nodes() if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    sizes = {f"{file.name} {node.name}": lines_of(node) for file, node in functions}
    assert {name: size for name, size in sizes.items() if size > FUNCTION_LINES} == {}


def test_types_are_said() -> None:
    anys = [file for file, node in nodes() if isinstance(node, ast.Name) and node.id == "Any"]
    assert len(anys) <= ANYS


def test_no_group_of_a_pattern_is_possessive() -> None:
    """Python before 3.11.5, which Debian 12 has, matches such a group wrongly (CPython's issue 106052)."""
    possessive = re.compile(r"(?<!\\)\)(?:[*+?]|\{\d+(?:,\d*)?\})\+")
    found = {
        f"{file.name}: {node.value}"
        for file, node in nodes()
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and possessive.search(node.value)
    }
    assert found == set()
