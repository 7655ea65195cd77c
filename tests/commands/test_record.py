"""record: a page is kept, and what kept pages must give is recorded anew."""

import json
import shutil
from argparse import Namespace
from pathlib import Path

from commands.record import Command, record
from commands.sample import recorded
from tests.making import LAMP
from tests.server import story_page


def test_a_new_page_is_kept_and_recorded(tmp_path: Path) -> None:
    saved = tmp_path / "saved.html"
    saved.write_text(story_page("Mill closes"))
    pages = tmp_path / "pages"
    Command().keep(pages, ["lamp/mill"], Namespace(file=str(saved), url="https://lamp.example/mill"))
    (page,) = recorded(pages)
    record(page, [LAMP])
    (page,) = recorded(pages)
    assert page.expect["title"] == "Mill closes"
    assert page.expect["published"] == "2026-03-01T08:00:00+00:00"
    assert len(page.expect["body"]) == 6


def test_only_the_fields_that_a_page_expects_are_recorded_anew(tmp_path: Path) -> None:
    source = Path(__file__).parents[2] / "data" / "pages" / "bbc"
    for suffix in (".html", ".json"):
        shutil.copy(source / f"dam-letters{suffix}", tmp_path)
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
