"""What a page may load, on every kind of page; and that no script of a record's gets a nonce."""

import re
import sqlite3
from pathlib import Path

import pytest

from store.database import Store
from tests.browse.visitor import Visitor
from tests.desk import Desk

OURS = ["/story/1", "/story/4711"]
DATASETTES = [
    "/cuttings",
    "/cuttings/stories",
    "/cuttings/quotes?_facet=kind",
    "/cuttings/stories/1",
    "/cuttings/denials",
    "/cuttings?sql=select+1",
]
NONCE = re.compile(r"'nonce-([\w-]+)'")


@pytest.mark.parametrize("address", OURS)
def test_our_pages_run_nothing_and_load_only_their_own_files(visitor: Visitor, address: str) -> None:
    answer = visitor.get(address)
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "nonce" not in policy
    assert not re.search(r"<script|<style|\sstyle=|\son\w+=", answer.text)
    loaded = re.findall(r'(?:src|href)="([^"#]*)"', re.sub(r"<a [^>]*>", "", answer.text))
    assert loaded
    assert all(address.startswith("/static/") for address in loaded)
    for address in loaded:
        assert visitor.get(address).status_code == 200


@pytest.mark.parametrize("address", [*DATASETTES, "/nothing/here"])
def test_on_datasette_s_pages_the_scripts_of_templates_alone_may_run(visitor: Visitor, address: str) -> None:
    answer = visitor.get(address)
    policy = answer.headers["content-security-policy"]
    (script,) = NONCE.findall(policy)
    assert "script-src 'self' 'nonce-" in policy
    assert "unsafe-inline" not in policy.split("style-src")[0]
    for tag in re.findall(r"<script\b[^>]*>", answer.text):
        assert f'nonce="{script}"' in tag
    assert NONCE.findall(visitor.get(address).headers["content-security-policy"])[0] != script


@pytest.mark.parametrize("address", [*OURS, *DATASETTES, "/static/desk.css", "/-/versions.json"])
def test_every_answer_is_taken_for_what_it_says_it_is(visitor: Visitor, address: str) -> None:
    headers = visitor.get(address).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"


def test_a_record_s_own_script_has_no_nonce_and_is_text(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "c.db")
    desk.story(title="<script>alert(1)</script><style>p{}</style>")
    visitor = Visitor(desk.store.path)
    for address in ("/story/1", "/cuttings/stories", "/cuttings/stories/1"):
        text = visitor.get(address).text
        assert "<script>" not in text
        assert "&lt;script&gt;" in text


@pytest.mark.parametrize(
    "sql",
    ["DELETE+FROM+stories", "INSERT+INTO+companies+VALUES(1,'x')", "PRAGMA+journal_mode=DELETE", "VACUUM"],
)
def test_nothing_can_be_written(visitor: Visitor, sql: str) -> None:
    assert visitor.get(f"/cuttings.json?sql={sql}").status_code == 400


def test_no_connection_of_the_desk_can_write(visitor: Visitor) -> None:
    held = visitor.desk.get_database("cuttings")
    with pytest.raises(PermissionError):
        held.connect(write=True)
    connection = held.connect()
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        connection.execute("DELETE FROM stories")
    connection.close()


def test_what_a_crawl_writes_meanwhile_is_seen_when_it_is_whole(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "c.db")
    desk.story()
    visitor = Visitor(desk.store.path)
    assert visitor.words("/story/1")
    with desk.store.transaction():
        desk.store.change("stories", 1, {"title": "Mill opens"})
        assert "Mill closes" in visitor.words("/story/1")
    assert "Mill opens" in visitor.words("/story/1")
    other = Store(tmp_path / "c.db")
    assert other.row("PRAGMA wal_checkpoint(TRUNCATE)") == {
        "busy": 0,
        "log": 0,
        "checkpointed": 0,
    }  # no reader holds it


@pytest.mark.parametrize("name", ["who_said", "altered_excerpts", "speakers", "denials", "lost_dates"])
def test_a_question_that_is_offered_has_an_answer(visitor: Visitor, name: str) -> None:
    answer = visitor.get(f"/cuttings/{name}.json?_shape=array&words=the")
    assert answer.status_code == 200
    assert answer.json()


def test_a_table_is_described_as_in_the_schema(visitor: Visitor) -> None:
    words = visitor.words("/cuttings/quotes")
    assert "Who said what; offsets count characters" in words
    assert "what the source does to the content: affirms" in words


def test_a_table_has_the_facets_that_are_asked_for_and_tries_no_others(visitor: Visitor) -> None:
    assert "Suggested facets" not in visitor.words("/cuttings/quotes")
    words = visitor.words("/cuttings/quotes?_facet=kind")
    count = visitor.value("SELECT count(*) FROM quotes WHERE kind = 'direct'")
    assert f"direct {count}" in words
