"""A new outlet's file: what is written is valid, is listed, and is what CONTRIBUTING shows."""

import textwrap
import tomllib
from pathlib import Path

import pytest
from scrapy.exceptions import UsageError

from commands.genspider import written
from tests.scrapy_process import ROOT, Done, scrapy

WRITTEN = Path(__file__).parent / "beacon.py"  # what is written, which ruff and mypy look at in `make lint`


def test_a_file_of_the_tests_is_what_is_written() -> None:
    assert WRITTEN.read_text(encoding="utf-8") == written("beacon", "beacon.example", "Morning Beacon")
    assert (
        "tests/commands/beacon.py"
        in tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["mypy"]["files"]
    )


def test_contributing_shows_what_is_written() -> None:
    page = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    shown = textwrap.indent(written("beacon", "beacon.example", "Morning Beacon"), "    ").replace(
        "    \n", "\n"
    )
    assert shown in page


def test_what_is_written_is_listed(tmp_path: Path) -> None:
    drafts = tmp_path / "drafts of mine" / "drafts"
    drafts.mkdir(parents=True)
    (drafts / "__init__.py").touch()

    def run(*words: str) -> Done:
        return scrapy(*words, PYTHONPATH=str(drafts.parent))

    asked = ("genspider", "evening_lamp", "lamp.example", "-s", "NEWSPIDER_MODULE=drafts")
    done = run(*asked)
    assert (done.returncode, done.stderr) == (0, "")
    file = drafts / "evening_lamp.py"
    assert done.stdout.startswith(f"{file}\n")
    assert "class EveningLamp(FeedFinder):" in file.read_text(encoding="utf-8")
    assert run("list", "-s", "SPIDER_MODULES=drafts").stdout == "evening_lamp\n"
    again = run(*asked)
    assert again.returncode == 2
    assert "is there already" in again.stderr


@pytest.mark.parametrize(
    "domain", ["lamp.example", "www.lamp.example", "https://www.Lamp.example/news/", "http://lamp.example"]
)
def test_a_domain_may_be_given_as_an_address(domain: str) -> None:
    assert 'domains=("lamp.example",)' in written("lamp", domain)


@pytest.mark.parametrize(
    ("name", "domain", "title", "feed"),
    [
        ("Lamp", "lamp.example", "", ""),
        ("2lamp", "lamp.example", "", ""),
        ("class", "lamp.example", "", ""),
        ("../lamp", "lamp.example", "", ""),
        ("lamp", "lamp", "", ""),
        ("lamp", 'lamp.example"', "", ""),
        ("lamp", "lamp.example", 'The "Lamp"', ""),
        ("lamp", "lamp.example", "", "rss.xml"),
    ],
)
def test_what_cannot_be_a_spider_is_refused(name: str, domain: str, title: str, feed: str) -> None:
    with pytest.raises(UsageError):
        written(name, domain, title, feed)
