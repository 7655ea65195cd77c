"""No request is dropped without a row: addresses that are too long, and what lies too deep."""

from pathlib import Path

import pytest

from tests.world import World, feed

CASES = Path(__file__).parents[1] / "cases"
WORLD = "https://www.theguardian.com/world/rss"
STORY = "https://www.theguardian.com/world/2026/nov/20/mill-{}"


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path)


def test_an_entry_whose_link_is_too_long_is_kept_and_says_so(world: World) -> None:
    done = world.crawl("resource_centre", CASES / "rc-long-source-link.warc.gz")
    assert done.returncode == 0, done.stderr
    assert [reason for _, reason in world.rejects()] == ["address too long"]
    entries = world.rows("SELECT source_state, source_note FROM entries ORDER BY url")
    assert [tuple(entry.values()) for entry in entries] == [
        ("not followed", "address too long 2302 characters"),
        ("found", None),
    ]


def test_what_lies_too_deep_is_kept_and_says_so(world: World) -> None:
    done = world.crawl("resource_centre", CASES / "rc-long-source-link.warc.gz", "-s", "DEPTH_LIMIT=1")
    assert "found=4 new=2 updated=0 unchanged=0 rejected=2" in done.stderr
    assert sorted(reason for _, reason in world.rejects()) == ["address too long", "too deep"]
    notes = world.rows("SELECT source_note FROM entries ORDER BY url")
    assert notes[1] == {"source_note": "too deep more than 1 links lead there"}


def test_an_address_that_grows_too_long_by_its_encoding_is_a_reject(world: World) -> None:
    long, leads = STORY.format("é" * 700), STORY.format("leads")
    pages = {WORLD: feed(long, leads), leads: (302, {"Location": STORY.format("a" * 3000)}, "")}
    done = world.crawl("guardian", pages)
    assert "found=2 new=0 updated=0 unchanged=0 rejected=2" in done.stderr
    assert [reason for _, reason in world.rejects()] == ["address too long"] * 2
