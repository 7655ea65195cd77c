"""The docs say what the code does: printed parts are fresh, and every link leads somewhere."""

import re
from pathlib import Path

import pytest
from scrapy.utils.project import get_project_settings

from commands.docs import printed
from runs.verdict import SHOWN
from settings import ITEM_PIPELINES
from store.schema import TABLES
from store.views import VIEWS

ROOT = Path(__file__).parent.parent
PAGES = [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")]


def test_what_is_printed_from_the_code_is_fresh() -> None:
    for path, text in printed(ROOT, get_project_settings()).items():
        assert path.read_text(encoding="utf-8") == text, f"{path.name} is stale: run `make docs`"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_within_the_project_leads_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target


@pytest.mark.parametrize("page", ["CONTRIBUTING.md", "docs/architecture.md"])
def test_the_stages_of_the_settings_are_drawn_in_their_order(page: str) -> None:
    paragraphs = (ROOT / page).read_text(encoding="utf-8").split("\n\n")
    (drawing,) = [text for text in paragraphs if re.search(r"→\s+\d00 ", text)]
    drawn = re.findall(r"\b([1-9]\d\d)\s+`?([a-z_]+)", drawing)
    stages = {number: name.split(".")[1] for name, number in ITEM_PIPELINES.items()}
    assert drawn == [(str(number), stages[number]) for number in sorted(stages)]


TERMS = (ROOT / "docs" / "terms.md").read_text(encoding="utf-8")


def test_each_table_and_column_among_the_terms_exists() -> None:
    named = re.findall(r"`([a-z_]+)(?:\.([a-z_]+))?`", TERMS)
    tables = {table: column for table, column in named if table in TABLES or table in VIEWS}
    assert {"stories", "quotes", "dates", "runs", "entries"} <= set(tables)
    wrong = [f"{table}.{column}" for table, column in named if column and column not in columns_of(table)]
    assert not wrong
    first_part = TERMS.split("\n## ")[0]
    stand = [name for line in first_part.splitlines()[6:] for name in re.findall(r"`([a-z_]+)`", line)]
    assert not [name for name in stand if name not in TABLES and name not in VIEWS]


def columns_of(table: str) -> set[str]:
    """The columns of a table; empty where there is none of the name."""
    return set(TABLES[table].columns) if table in TABLES else set()


def test_each_command_among_the_terms_exists() -> None:
    known = {path.stem for path in (ROOT / "commands").glob("*.py")}
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    commands = re.findall(r"`(?:make )?([a-z]+)(?: [^`]*)?`", TERMS.split("\n## ")[1])
    for name in re.findall(r"`make ([a-z]+)`", TERMS):
        assert name in targets, name
    assert {"crawl", "crawlall", "story", "record", "reread", "report", "verify"} <= set(commands)
    assert not [name for name in commands if name not in known | targets | set(TABLES)]


def test_each_count_of_a_run_is_explained() -> None:
    explained = set(re.findall(r"^\| (\w+) \|", TERMS.split("\n## ")[2], re.MULTILINE))
    assert {*SHOWN, "left"} <= explained


def test_the_terms_of_quotes_and_dates_are_explained() -> None:
    explained = set(re.findall(r"[a-z ]+", " ".join(re.findall(r"^\| ([^|]+) \|", TERMS, re.MULTILINE))))
    words = " ".join(explained)
    for column in ("cue", "speaker", "source", "published", "modified", "mentioned"):
        assert column in words, column


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md"])
def test_the_terms_are_linked(page: str) -> None:
    assert "](docs/terms.md)" in (ROOT / page).read_text(encoding="utf-8")


def test_each_picture_is_small_shown_and_made_by_the_command() -> None:
    pictures = {path.stem: path for path in (ROOT / "docs" / "pictures").iterdir()}
    # The command's own module needs a browser's driver, which not everybody who runs this has
    made = (ROOT / "tests" / "browse" / "pictures.py").read_text(encoding="utf-8")
    shown = (ROOT / "docs" / "desk.md").read_text(encoding="utf-8")
    assert set(pictures) == set(re.findall(r'^    "([a-z-]+)": \("/', made, re.MULTILINE))
    for name, path in pictures.items():
        assert path.stat().st_size < 80_000, name
        assert f"](pictures/{path.name})" in shown
