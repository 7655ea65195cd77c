"""history: a story's versions, what changed in each, and what became of its quotes."""

import json
from argparse import Namespace
from datetime import timedelta
from pathlib import Path

import pytest
from scrapy.utils.project import get_project_settings

from commands.history import Command, finding, history
from store.addresses import story_at
from store.database import Store
from tests.making import BODY, LAMP, NOON, made_story, match_and_save


def told(tmp_path: Path, *versions: tuple[str, str]) -> list[str]:
    store = Store(tmp_path / "cuttings.db")
    for day, (title, body) in enumerate(versions):
        with store.transaction():
            match_and_save(store, made_story(body=body, title=title, fetched=NOON + timedelta(days=day)))
    story = story_at(store, "http://lamp.example/mill?utm_source=x#top", LAMP)
    assert story
    return history(finding(store, story))


def test_one_version(tmp_path: Path) -> None:
    lines = told(tmp_path, ("Mill closes", BODY), ("Mill closes", BODY))
    assert lines == [
        "https://lamp.example/mill",
        "",
        "version 1  2026-03-01 12:00 UTC  Mill closes",
        "",
        "One version, seen until 2026-03-02 12:00 UTC.",
    ]


def test_changes_and_altered_quotes_are_shown(tmp_path: Path) -> None:
    changed = BODY.replace("Nobody", "No one") + "\n\nCorrection: the mill closed at noon."
    lines = told(tmp_path, ("Mill closes", BODY), ("Mill shuts", changed))
    assert lines[3:] == [
        "",
        "version 2  2026-03-02 12:00 UTC  Mill shuts",
        "  headline",
        "    - Mill closes",
        "    + Mill shuts",
        "  quote",
        '    - "Nobody asked us," said Lena Ruiz, a spinner.',
        '    + "No one asked us," said Lena Ruiz, a spinner.',
        "  correction",
        "    + Correction: the mill closed at noon.",
        "  quote altered, Lena Ruiz (affirms)",
        '    - "Nobody asked us,"',
        '    + "No one asked us,"',
    ]


DENIED = 'The mill closed.\n\nLena Ruiz {} that the mill was "a place of debts".\n\nIts owner gave no reason.'


def test_a_denied_quote_is_said_to_be_denied(tmp_path: Path) -> None:
    lines = told(tmp_path, ("Mill closes", DENIED.format("said")), ("Mill closes", DENIED.format("denied")))
    assert lines[-3:] == [
        "  quote altered, Lena Ruiz (denies; before: affirms)",
        '    - that the mill was "a place of debts"',
        '    + that the mill was "a place of debts"',
    ]
    lines = told(tmp_path / "x", ("Mill closes", DENIED.format("denied")), ("Mill closes", BODY))
    assert "  quote dropped, Lena Ruiz (denies)" in lines


def test_a_program_gets_the_same_as_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told(tmp_path, ("Mill closes", DENIED.format("said")), ("Mill shuts", DENIED.format("denied")))
    running = Command()
    running.settings = get_project_settings()
    running.settings.set("CUTTINGS_DB", str(tmp_path / "cuttings.db"))
    running.run(["https://lamp.example/mill"], Namespace(json=True))
    (found,) = json.loads(capsys.readouterr().out)
    assert found["url"] == "https://lamp.example/mill"
    first, second = found["versions"]
    assert (first["changes"], first["quotes"]) == ([], [])
    assert [change["kind"] for change in second["changes"]] == ["headline", "wording"]
    (quote,) = second["quotes"]
    assert (quote["state"], quote["stance"], quote["stance_before"]) == ("altered", "denies", "affirms")


def test_a_way_back_to_an_old_text_is_said(tmp_path: Path) -> None:
    lines = told(tmp_path, ("Mill closes", BODY), ("Mill shuts", BODY), ("Mill closes", BODY))
    assert lines[-1] == "The outlet went back to version 1, seen until 2026-03-03 12:00 UTC."


def test_the_view_has_the_changes(tmp_path: Path) -> None:
    told(tmp_path, ("Mill closes", BODY), ("Mill shuts", BODY))
    rows = Store(tmp_path / "cuttings.db").rows("SELECT url, number, kind, before, after FROM story_changes")
    assert rows == [
        {
            "url": "https://lamp.example/mill",
            "number": 2,
            "kind": "headline",
            "before": "Mill closes",
            "after": "Mill shuts",
        }
    ]
