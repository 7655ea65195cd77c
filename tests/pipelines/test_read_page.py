"""Stage 100: what a worker process reads, and what a page that hurts it costs."""

import asyncio
import os
import signal
import time
from collections.abc import Iterator
from typing import Any

import pytest

from extensions import Reject
from pipelines import read_page
from pipelines.read_page import ReadPage
from stories.entry import Entry
from stories.item import Story
from stories.outlet import Outlet
from stories.page import Page
from tests.making import LAMP, NOON
from tests.server import story_page


def hang(page: Page, outlet: Outlet) -> None:
    time.sleep(60)


def die(page: Page, outlet: Outlet) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def swell(page: Page, outlet: Outlet) -> None:
    raise MemoryError


@pytest.fixture
def stage() -> Iterator[ReadPage]:
    stage = ReadPage(workers=1, seconds=2, megabytes=2048)
    yield stage
    stage.close_spider()


def process(stage: ReadPage, item: Any) -> Any:
    return asyncio.run(stage.process_item(item))


def story(html: str) -> Story:
    return Story(Page("https://lamp.example/mill", html.encode(), NOON), LAMP)


def test_a_story_s_page_is_read(stage: ReadPage) -> None:
    item = process(stage, story(story_page("Mill closes")))
    assert item.read.title == "Mill closes"
    assert item.read.body.count("\n\n") == 5
    assert item.read.quotes[0].speaker == "Lena Ruiz"


def test_a_page_without_a_story_is_rejected_with_the_reason(stage: ReadPage) -> None:
    with pytest.raises(Reject) as refusal:
        process(stage, story("<html><body></body></html>"))
    assert refusal.value.reason


def test_an_entry_passes(stage: ReadPage) -> None:
    entry = Entry("https://www.business-humanrights.org/en/x")
    assert process(stage, entry) is entry


@pytest.mark.parametrize(
    ("reader", "reason"),
    [
        (hang, "reading took too long"),
        (die, "reading killed its worker"),
        (swell, "reading took too much memory"),
    ],
)
def test_a_page_that_hurts_its_worker_costs_one_reject(
    stage: ReadPage, monkeypatch: pytest.MonkeyPatch, reader: Any, reason: str
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(read_page, "read", reader)
        with pytest.raises(Reject) as refusal:
            process(stage, story("<p>"))
        assert refusal.value.reason == reason
    assert process(stage, story(story_page("Mill closes"))).read.title == "Mill closes"
