"""record: a page is kept, and what kept pages must give is recorded anew."""

import json
import shutil
from argparse import Namespace
from pathlib import Path

import pytest
from scrapy.exceptions import UsageError
from scrapy.settings import BaseSettings

from commands.record import Command, record
from commands.sample import recorded
from tests.making import LAMP
from tests.server import story_page


def test_a_new_page_is_kept_and_recorded(tmp_path: Path) -> None:
    saved = tmp_path / "saved.html"
    saved.write_text(story_page("Mill closes"))
    pages = tmp_path / "pages"
    Command().keep(pages, "lamp/mill", saved, "https://lamp.example/mill")
    (page,) = recorded(pages)
    record(page, [LAMP])
    (page,) = recorded(pages)
    assert page.expect["title"] == "Mill closes"
    assert page.expect["published"] == "2026-03-01T08:00:00+00:00"
    assert len(page.expect["body"]) == 6


def test_only_the_fields_that_a_page_expects_are_recorded_anew(tmp_path: Path) -> None:
    source = Path(__file__).parents[2] / "data" / "pages" / "bbc"
    for suffix in (".html", ".json"):
        shutil.copyfile(
            source / f"dam-letters{suffix}", tmp_path / f"dam-letters{suffix}"
        )  # a checkout may be read-only
    sidecar = tmp_path / "dam-letters.json"
    told = json.loads(sidecar.read_text())
    right = told["expect"].pop("title")
    told["expect"]["description"] = "wrong"
    sidecar.write_text(json.dumps(told))
    (page,) = recorded(tmp_path)
    record(page, [])
    again = json.loads(sidecar.read_text())["expect"]
    assert right
    assert "title" not in again
    assert again["description"] != "wrong"
    assert again["quotes"] == told["expect"]["quotes"]


@pytest.mark.parametrize("name", ["../evil", "lamp/../../evil", "/evil", "lamp//x", "lamp/.x", "link/x", ""])
def test_nothing_is_kept_outside_the_folder(name: str, tmp_path: Path) -> None:
    saved = tmp_path / "saved.html"
    saved.write_text(story_page("Mill closes"))
    (tmp_path / "pages").mkdir()
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "pages" / "link").symlink_to(tmp_path / "elsewhere")
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(UsageError, match="no name of a page below"):
        Command().keep(tmp_path / "pages", name, saved, "https://lamp.example/mill")
    assert sorted(tmp_path.rglob("*")) == before


def test_a_kept_page_is_written_over_only_when_that_is_said(tmp_path: Path) -> None:
    one, two = tmp_path / "one.txt", tmp_path / "two.html"
    one.write_text(
        "Mill closes\n\nThe mill closed on Monday, and nobody at the gate had been told why it did."
    )
    two.write_text(story_page("Mill opens"))
    Command().keep(tmp_path / "pages", "lamp/mill", one, "https://lamp.example/mill")
    with pytest.raises(UsageError, match="is kept already: choose another name, or --force"):
        Command().keep(tmp_path / "pages", "lamp/mill", two, "https://lamp.example/mill")
    assert next(recorded(tmp_path / "pages")).payload == one.read_bytes()
    Command().keep(tmp_path / "pages", "lamp/mill", two, "https://lamp.example/mill", force=True)
    assert next(recorded(tmp_path / "pages")).payload == two.read_bytes()
    assert len(list((tmp_path / "pages" / "lamp").iterdir())) == 2


@pytest.mark.parametrize(
    ("content", "url", "said"),
    [
        (b"", "https://lamp.example/mill", "empty page"),
        (b"\x89PNG\r\n", "https://lamp.example/mill", "picture"),
        (None, "https://lamp.example/mill", "No such file"),
        (b"<p>Mill", "lamp.example/mill", "no web address"),
    ],
)
def test_what_is_no_page_is_not_kept(content: bytes | None, url: str, said: str, tmp_path: Path) -> None:
    saved = tmp_path / "saved.html"
    if content is not None:
        saved.write_bytes(content)
    with pytest.raises(UsageError, match=said):
        Command().keep(tmp_path / "pages", "lamp/mill", saved, url)
    assert not list(tmp_path.rglob("*.json"))


def test_where_no_page_is_kept_it_says_so(tmp_path: Path) -> None:
    command = Command()
    command.settings = BaseSettings({"DATA": tmp_path})
    with pytest.raises(UsageError, match="of which there is none, not: mill"):
        command.run(["mill"], Namespace(file="", url=""))
