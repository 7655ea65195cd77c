"""The text that a story has now is kept once: `versions` shows it, whoever writes what in which order."""

import sqlite3
from datetime import timedelta
from pathlib import Path

import pytest

from store.database import Store
from tests.desk import Desk
from tests.making import BODY, NOON

LATER = f"{BODY} It was sold in May."
KEPT = "SELECT number, body FROM kept_versions WHERE story = ? ORDER BY number"
SHOWN = "SELECT number, body FROM versions WHERE story = ? ORDER BY number"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "c.db")


def texts(store: Store, sql: str, key: int = 1) -> list[str | None]:
    return [row["body"] for row in store.rows(sql, key)]


def test_a_text_stands_in_its_story_alone_while_it_is_the_storys(desk: Desk) -> None:
    desk.story()
    assert (texts(desk.store, KEPT), texts(desk.store, SHOWN)) == ([None], [BODY])
    desk.story(body=LATER, fetched=NOON + timedelta(days=1))
    assert (texts(desk.store, KEPT), texts(desk.store, SHOWN)) == ([BODY, None], [BODY, LATER])


def test_a_text_that_an_outlet_goes_back_to_stands_in_its_story_again(desk: Desk) -> None:
    for day, body in enumerate((BODY, LATER, BODY)):
        desk.story(body=body, fetched=NOON + timedelta(days=day))
    assert (texts(desk.store, KEPT), texts(desk.store, SHOWN)) == ([None, LATER], [BODY, LATER])


def test_two_stories_that_are_one_keep_the_texts_of_both(desk: Desk) -> None:
    other = "https://lamp.example/other"
    desk.story()
    desk.story(url=other, body=LATER.upper())
    desk.story(url=other, body=BODY, fetched=NOON + timedelta(days=1))
    (key,) = (row["id"] for row in desk.store.rows("SELECT id FROM stories"))
    assert sorted(filter(None, texts(desk.store, SHOWN, key))) == sorted([BODY, LATER.upper()])


@pytest.mark.parametrize(
    ("sql", "shown"),
    [
        ("UPDATE stories SET body = 'Rewritten.'", [BODY, LATER]),
        ("UPDATE stories SET body = (SELECT body FROM versions WHERE number = 1)", [BODY, LATER]),
        ("UPDATE stories SET title = 'Another'", [BODY, LATER]),
        ("UPDATE versions SET title = 'Another'", [BODY, LATER]),
        ("UPDATE versions SET body = 'Rewritten.' WHERE number = 2", [BODY, "Rewritten."]),
        ("DELETE FROM versions WHERE number = 1", [LATER]),
        ("DELETE FROM stories", [BODY, LATER]),
    ],
    ids=[
        "rewrite",
        "go back",
        "title of story",
        "title",
        "rewrite version",
        "delete version",
        "delete story",
    ],
)
def test_whoever_writes_by_plain_sql_loses_no_other_text(desk: Desk, sql: str, shown: list[str]) -> None:
    desk.story()
    desk.story(body=LATER, fetched=NOON + timedelta(days=1))
    desk.store.close()
    plain = sqlite3.connect(desk.store.path)  # keys that point elsewhere are not looked at, as in a shell
    plain.execute(sql)
    plain.commit()
    assert [body for _, body in plain.execute(SHOWN, [1])] == shown
    own = "SELECT count(*) FROM kept_versions JOIN stories ON stories.id = story AND stories.body = kept_versions.body"
    assert plain.execute(own).fetchone() == (0,)
    plain.close()
