"""What the comparison with trafilatura counts."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from stories.page import Page
from tests import corpora
from tests.bench import peers
from tests.stories.making import PARAGRAPHS, html, paragraphs

PAGES = {
    "story": html(paragraphs(PARAGRAPHS * 2)),
    "nothing": html("<h1>Ferry stays in port</h1>"),
}


@pytest.fixture(autouse=True)
def invented(monkeypatch: pytest.MonkeyPatch) -> None:
    def page(corpus: str, row: peers.Row) -> Page:
        return Page(
            "https://coastpress.example/a/ferry-stays-in-port-1", PAGES[row["id"]].encode(), datetime.now(UTC)
        )

    monkeypatch.setattr(corpora, "page", page)


def test_a_rejected_page_gives_nothing() -> None:
    found = peers.ours("aeb", {"id": "nothing"})
    assert (found["reject"], "body" in found) == ("no text", False)


@pytest.mark.parametrize("reader", [peers.ours, peers.theirs])
def test_both_read_a_story(reader) -> None:  # type: ignore[no-untyped-def]
    assert PARAGRAPHS[1] in reader("aeb", {"id": "story"})["body"]


def test_only_pages_that_lose_much_are_named() -> None:
    mine, peer = {"a": 0.9, "b": 0.5, "c": 0.0}, {"a": 1.0, "b": 0.8, "c": 0.9}
    assert list(peers.losses(mine, peer)) == ["c", "b"]


def test_readings_are_kept_a_line_a_page(tmp_path: Path) -> None:
    peers.keep(tmp_path / "new" / "aeb.jsonl", [{"id": "a"}, {"id": "b"}])
    assert (tmp_path / "new" / "aeb.jsonl").read_text(encoding="utf-8") == '{"id": "a"}\n{"id": "b"}\n'
