"""history: a story's versions, what changed in each, and what became of its quotes."""

from datetime import timedelta
from pathlib import Path

from commands.history import history
from stories.identity.matching import story_at
from stories.store import Store
from stories.story_record import save_story
from tests.making import BODY, LAMP, NOON, made_story


def told(tmp_path: Path, *versions: tuple[str, str]) -> list[str]:
    store = Store(tmp_path / "cuttings.db")
    for day, (title, body) in enumerate(versions):
        with store.transaction():
            save_story(store, made_story(body=body, title=title, fetched=NOON + timedelta(days=day)), None)
    story = story_at(store, "http://lamp.example/mill?utm_source=x#top", LAMP)
    assert story
    return history(store, story)


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
        "  quote altered, Lena Ruiz",
        '    - "Nobody asked us,"',
        '    + "No one asked us,"',
    ]


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
