"""Who imports whom, as docs/architecture.md says; nothing imports spiders or pipelines, which settings.py names."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ROW = re.compile(r"^\| `(\w+)` \| (.*?) ?\|$", re.MULTILINE)
TABLE = {
    room: set(re.findall(r"\w+", others))
    for room, others in ROW.findall((ROOT / "docs" / "architecture.md").read_text(encoding="utf-8"))
}
# Within stories, the rooms that each may import
WITHIN = {
    "quotes": {"text"},
    "dates": {"outlet", "text"},
    "identity": {"outlet", "quotes", "sites", "text"},
    "extraction": {
        "dates",
        "language_model",
        "lists",
        "loose_json",
        "outlet",
        "page",
        "quotes",
        "sites",
        "text",
    },
    "lists": {"dates", "loose_json", "transfer"},
    "entries": {
        "dates",
        "extraction",
        "identity",
        "language_model",
        "outlet",
        "page",
        "quotes",
        "sites",
        "text",
    },
    "survey": {"extraction", "identity", "item", "lists", "outlet", "page", "sites", "text"},
}
ALLOWED = re.compile(r"^May import(?:, of `stories`)?: ([^.]*)\.", re.MULTILINE)
OUT_OF_STORIES = {"scrapy", "twisted", "itemadapter", "itemloaders"}
SCRAPYS = {"Command"}  # Scrapy finds a command by this name in its file
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


def module_of(file: Path) -> str:
    parts = file.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def packages_of(module: str) -> set[str]:
    """A module and the packages around it: whoever imports it runs them all."""
    parts = module.split(".")
    return {".".join(parts[:end]) for end in range(1, len(parts) + 1)}


def run_first(file: Path) -> Iterator[str]:
    """The modules that a file imports as it is imported; what its functions import comes later."""
    for node in ast.parse(file.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def test_any_module_can_be_the_first_one_imported() -> None:
    modules = {module_of(file): file for room in TABLE for file in files(room)}
    graph = {
        module: set[str]().union(*map(packages_of, run_first(file))) & set(modules) - packages_of(module)
        for module, file in modules.items()
    }
    assert graph["stories.extraction.document"]
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(f"a circle of imports: {' <- '.join(error.args[1])}")


def test_the_rooms_of_quotes_come_one_after_the_other() -> None:
    folder = ROOT / "stories" / "quotes"
    graph: dict[str, set[str]] = {}
    for file in folder.rglob("*.py"):
        named = re.findall(r"^from stories\.quotes\.(\w+)", file.read_text(encoding="utf-8"), re.MULTILINE)
        room = file.relative_to(folder).with_suffix("").parts[0]
        graph.setdefault(room, set()).update(set(named) - {room})
    assert graph["attribution"] > {"drafts", "grammar"}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(f"a circle of rooms: {' <- '.join(error.args[1])}")


def test_the_table_names_every_room() -> None:
    folders = {path.name for path in ROOT.iterdir() if (path / "__init__.py").is_file()}
    modules = {path.stem for path in ROOT.glob("*.py")} - {"setup"}
    assert set(TABLE) == (folders | modules) - {"tests"}


@pytest.mark.parametrize("room", TABLE)
def test_a_room_imports_the_rooms_that_the_docs_say(room: str) -> None:
    assert files(room)
    found = set[str]().union(*map(imported, files(room)))
    assert found & ({*TABLE, "tests"} - {room}) == TABLE[room]


def test_the_drawing_has_every_room() -> None:
    drawing = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8").split("```")[1]
    folders = {room for room in TABLE if (ROOT / room).is_dir()} - {"training"}
    assert {*folders, *WITHIN} == set(re.findall(r"(\w+)/", drawing))


@pytest.mark.parametrize("room", [room for room in TABLE if (ROOT / room).is_dir()])
def test_a_room_says_what_comes_in_what_goes_out_and_what_it_may_import(room: str) -> None:
    inner = {f"stories/{name}": others for name, others in WITHIN.items()} if room == "stories" else {}
    for folder, others in {room: TABLE[room], **inner}.items():
        said = ast.get_docstring(ast.parse((ROOT / folder / "__init__.py").read_text(encoding="utf-8"))) or ""
        assert re.search(r"^In: .*Out: ", said, re.MULTILINE | re.DOTALL), folder
        assert [set(re.findall(r"`(\w+)`", line)) for line in ALLOWED.findall(said)] == [others], folder


@pytest.mark.parametrize("room", WITHIN)
def test_a_room_of_stories_imports_only_those_before_it(room: str) -> None:
    for file in sorted((ROOT / "stories" / room).rglob("*.py")):
        source = file.read_text(encoding="utf-8")
        named = set(re.findall(r"^\s*from stories\.(\w+)", source, re.MULTILINE))
        assert named <= WITHIN[room] | {room}, file


def test_stories_never_import_scrapy() -> None:
    for file in files("stories"):
        assert not imported(file) & OUT_OF_STORIES, file


def test_every_file_has_a_noun_or_a_verb_for_a_name() -> None:
    named = {file.name for room in TABLE for file in files(room)}
    assert not named & NAMELESS


def test_no_two_classes_have_one_name() -> None:
    trees = [ast.parse(file.read_text(encoding="utf-8")) for room in TABLE for file in files(room)]
    named = Counter(node.name for tree in trees for node in ast.walk(tree) if isinstance(node, ast.ClassDef))
    assert {name for name, count in named.items() if count > 1} == SCRAPYS


def test_the_top_level_is_as_prescribed() -> None:
    folders = {path.name for path in ROOT.iterdir() if path.is_dir() and not path.name.startswith(("_", "."))}
    rooms = {room for room in TABLE if (ROOT / room).is_dir()}
    assert folders == {*rooms, "tests", "data", "docs"}
