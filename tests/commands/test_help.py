"""What the commands say of themselves: every one that is offered, and what stands in for those that are not."""

import re
from pathlib import Path

import pytest
from scrapy import cmdline
from scrapy.commands import ScrapyCommand
from scrapy.settings import Settings
from scrapy.spiderloader import get_spider_loader
from scrapy.utils.project import get_project_settings

import commands
from commands.help import MEANINGS, NOT_OFFERED, OF, offered

ROOT = Path(commands.__file__).parent.parent
SETTINGS = Settings()
SETTINGS.setmodule("settings", priority="project")  # by name: the tests may be collected from any folder
OFFERED: dict[str, ScrapyCommand] = offered(SETTINGS)
PAGES = [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), ROOT / "Makefile"]


def said(words: list[str], capsys: pytest.CaptureFixture[str]) -> tuple[object, str]:
    """The exit code and all that is printed."""
    with pytest.raises(SystemExit) as end:
        cmdline.execute(["scrapy", *words])
    printed = capsys.readouterr()
    return end.value.code, printed.out + printed.err


def test_the_overview_has_every_command_that_is_of_use(capsys: pytest.CaptureFixture[str]) -> None:
    code, text = said([], capsys)
    assert code == 0
    listed = re.findall(r"^  (\w+)  ", text, re.MULTILINE)
    assert listed == list(OFFERED)
    assert {"crawl", "genspider", "list", "settings", "shell", "story", "version"} <= set(listed)
    assert not set(listed) & set(NOT_OFFERED)
    assert not re.search(r"(?<!-m )scrapy (?!is)", text)


@pytest.mark.parametrize("name", NOT_OFFERED)
def test_a_command_that_is_not_offered_says_what_to_use(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code, text = said([name, "--help"], capsys)
    assert code == 2
    assert f"python -m scrapy {name} is not offered here: " in text
    assert len(text.splitlines()) == 1


def test_a_command_that_there_is_not_names_those_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    code, text = said(["crwal", "bbc"], capsys)
    assert code == 2
    assert text.startswith("there is no command 'crwal'; there are archive, browse, clusters, ")


@pytest.mark.parametrize("name", OFFERED)
def test_help_says_how_a_command_is_called_and_how_it_ends(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code, text = said([name, "--help"], capsys)
    assert code == 0
    assert f"  python -m scrapy {name} {OFFERED[name].syntax()}".rstrip() in text
    assert not re.search(r"(?<!-m )\bscrapy " + name, text)
    codes = [int(number) for number in re.findall(r"^  (\d+) +\S", text.split("Exit codes")[1], re.MULTILINE)]
    assert codes == list(OF.get(name, {0: "", 2: ""}))
    logged = "WARNING" if name in ("crawl", "crawlall", "reread", "shell", "story") else "nothing is logged"
    assert f"(default: {logged}" in " ".join(text.split())


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("crawl", ["since", "until", "limit", "url", "file", "path", "ccnews", "domains", "about", "stored"]),
        ("crawlall", ["since", "until", "limit"]),
        ("reread", ["since", "until", "limit"]),
    ],
)
def test_help_names_the_arguments_of_the_spiders(
    name: str, arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    _, text = said([name, "--help"], capsys)
    told = text.split("Spider arguments")[1].split("Exit codes")[0]
    assert re.findall(r"^  (\w+)=", told, re.MULTILINE) == arguments
    if name == "crawl":
        assert "standard input (story)" in told
        assert (told.count("(archive)"), told.count("(reread)")) == (4, 1)


def test_every_argument_that_a_spider_takes_has_a_meaning() -> None:
    loader = get_spider_loader(get_project_settings())
    takes = {argument for name in loader.list() for argument in getattr(loader.load(name), "takes", ())}
    assert takes == set(MEANINGS)


def test_an_error_has_the_call_before_it(capsys: pytest.CaptureFixture[str]) -> None:
    code, text = said(["history"], capsys)
    assert code == 2
    assert "python -m scrapy history: error: name the address" in text


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_docs_have_one_spelling_of_the_call(page: Path) -> None:
    calls = "|".join([*OFFERED, *NOT_OFFERED])
    for line in page.read_text(encoding="utf-8").splitlines():
        assert not re.search(rf"(?<!-m )\bscrapy ({calls})\b", line), line
