"""clusters, split and join: what is shown, what is remembered, what is refused."""

from argparse import Namespace
from datetime import timedelta
from pathlib import Path

import pytest
from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError
from scrapy.utils.project import get_project_settings

from commands import clusters, history, join, split
from store.database import Store
from stories.outlet import Outlet
from tests.making import LAMP, NOON, made_story, match_and_save
from tests.scrapy_process import scrapy

VOICE = Outlet(
    name="voice", title="Harbour Voice", domains=("voice.example",), languages=("en",), timezone="UTC"
)
TEXT = " ".join(f"word{n}" for n in range(80))
LEAD, COPY, OTHER = "https://lamp.example/mill", "https://voice.example/mill", "https://voice.example/ferry"


@pytest.fixture
def db(tmp_path: Path) -> Path:
    path = tmp_path / "cuttings.db"
    store = Store(path)
    for number, (url, body, outlet) in enumerate(
        [(LEAD, TEXT, LAMP), (COPY, TEXT.replace("word7 ", "another "), VOICE), (OTHER, TEXT[::-1], VOICE)]
    ):
        with store.transaction():
            match_and_save(
                store, made_story(url, body, f"Title {number}", NOON + timedelta(hours=number), outlet)
            )
    store.close()
    return path


def run(db: Path, command: type[ScrapyCommand], *words: str, note: str = "") -> None:
    """The same without a process of its own."""
    running = command()
    running.settings = get_project_settings()
    running.settings.set("CUTTINGS_DB", str(db))
    running.run(list(words), Namespace(note=note, rows=20, json=False))


def leads(db: Path) -> dict[str, str | None]:
    store = Store(db)
    sql = "SELECT url, (SELECT url FROM stories AS lead WHERE lead.id = stories.same_as) AS lead FROM stories"
    found = {row["url"]: row["lead"] for row in store.rows(sql)}
    store.close()
    return found


def test_copies_are_shown_with_the_reason_and_counted_once(db: Path) -> None:
    done = scrapy("clusters", db=db)
    assert done.returncode == 0, done.stderr
    assert LEAD in done.stdout
    assert COPY in done.stdout
    assert OTHER not in done.stdout
    assert "similarity 0.95, contained 0.97, bands [" in done.stdout
    store = Store(db)
    assert store.rows("SELECT url, copies, outlets FROM distinct_stories ORDER BY copies DESC") == [
        {"url": LEAD, "copies": 1, "outlets": '["lamp","voice"]'},
        {"url": OTHER, "copies": 0, "outlets": '["voice"]'},
    ]


def test_what_is_split_stays_apart_until_it_is_joined(db: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(db, split.Command, COPY, note="a reply, not a copy")
    assert leads(db) == {LEAD: None, COPY: None, OTHER: None}
    store = Store(db)
    with store.transaction():  # the machine sees both again
        match_and_save(store, made_story(COPY, TEXT, "Title 1", NOON + timedelta(days=1), VOICE))
    store.close()
    assert leads(db) == {LEAD: None, COPY: None, OTHER: None}
    run(db, clusters.Command, COPY)
    assert "a reply, not a copy" in capsys.readouterr().out
    run(db, join.Command, LEAD, COPY, OTHER)
    assert leads(db) == {LEAD: None, COPY: LEAD, OTHER: LEAD}


@pytest.mark.parametrize(
    ("command", "words", "message"),
    [
        (clusters.Command, ("https://lamp.example/unknown",), "no story is stored under"),
        (split.Command, (), "name the address"),
        (split.Command, (LEAD, LEAD), "nothing to split"),
        (join.Command, (LEAD,), "two stored stories"),
        (join.Command, (LEAD, LEAD + "?utm_source=x"), "one stored story already"),
        (history.Command, ("lamp",), "not a web address"),
    ],
)
def test_what_cannot_be_done_is_said(
    db: Path, command: type[ScrapyCommand], words: tuple[str, ...], message: str
) -> None:
    with pytest.raises(UsageError, match=message):
        run(db, command, *words)
