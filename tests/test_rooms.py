"""Who may import whom: stories -> themselves; nothing -> spiders or pipelines, which settings.py names."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ROOMS = {"stories", "spiders", "pipelines", "commands", "middlewares", "extensions", "settings", "tests"}
MAY = {
    "stories": {"stories"},
    "extensions": {"stories"},
    "middlewares": {"stories", "extensions"},
    "pipelines": {"pipelines", "stories", "extensions"},
    "spiders": {"spiders", "stories", "extensions"},
    "commands": {"commands", "stories", "extensions"},
    "settings": set[str](),
}
OUT_OF_STORIES = {"scrapy", "twisted", "itemadapter", "itemloaders"}
NAMELESS = {"utils.py", "util.py", "helpers.py", "misc.py", "common.py"}


def files(room: str) -> list[Path]:
    single = ROOT / f"{room}.py"
    return [single] if single.is_file() else sorted((ROOT / room).rglob("*.py"))


def imported(file: Path) -> set[str]:
    """The top-level packages that a file imports, anywhere in it."""
    found = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}: relative import"
            found.add((node.module or "").split(".")[0])
    return found


@pytest.mark.parametrize("room", MAY)
def test_a_room_imports_only_the_rooms_it_may(room: str) -> None:
    assert files(room)
    for file in files(room):
        beyond = imported(file) & ROOMS - MAY[room]
        assert not beyond, f"{file.relative_to(ROOT)} imports {beyond}"


def test_stories_never_import_scrapy() -> None:
    for file in files("stories"):
        assert not imported(file) & OUT_OF_STORIES, file


def test_every_file_has_a_noun_or_a_verb_for_a_name() -> None:
    named = {file.name for room in MAY for file in files(room)}
    assert not named & NAMELESS


def test_the_top_level_is_as_prescribed() -> None:
    folders = {path.name for path in ROOT.iterdir() if path.is_dir() and not path.name.startswith(("_", "."))}
    assert folders == {"spiders", "pipelines", "stories", "commands", "tests", "data", "docs"}
