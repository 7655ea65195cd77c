"""Files that are gone through ahead of who takes what was met: several at once, none too far, and in their order."""

import asyncio
from collections import Counter
from collections.abc import Callable, Coroutine
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from scrapy.exceptions import CloseSpider

from spiders.ahead import FED, FILES, ReadsAhead
from spiders.ranges import Walked
from store.location import Location
from store.warc import Reached

MANY = 100  # pieces of a file
NAMES = [Path(f"/{number}.warc.gz") for number in range(9)]


class Files(ReadsAhead):
    """Files of MANY pieces, a page each; `left` is the limit of the run. wrong: of which nothing can be met."""

    def __init__(self, slots: int, wrong: Location | None = None) -> None:
        self.paths = [*NAMES]
        self.left: int | None = None
        self.wrong = wrong
        self.slots = slots
        self.walked: Counter[Location] = Counter()
        self.told: list[object] = []

    @property
    def readers(self) -> Any:
        return SimpleNamespace(slots=self.slots)

    async def walk(self, path: Location, reached: Reached) -> Walked:
        await asyncio.sleep(0)
        if path == self.wrong:
            raise CloseSpider("broken")
        self.walked[path] += 1
        met = self.walked[path]
        return Walked([met], 1, reached=reached if met < MANY else None)

    def tell(self, path: Location, walked: Walked) -> None:
        self.told.append((path, *walked.places))

    def tell_derived(self, path: Location) -> None:
        self.told.append(path)


async def rest(files: Files) -> None:
    """Let walks go on until none does."""
    before = -1
    while before < files.walked.total():
        before = files.walked.total()
        for _ in range(10):
            await asyncio.sleep(0)


def taken(files: Files, each: Callable[[], Coroutine[Any, Any, None]] | None = None) -> list[object]:
    """The places that are given, in their order."""

    async def take() -> list[object]:
        found = []
        async for path, places in files.places():
            found.append((path, *places))
            if each:
                await each()
        return found

    return asyncio.run(take())


def test_places_come_in_the_order_of_the_files() -> None:
    files = Files(slots=40)
    expected = [(name, piece) for name in NAMES for piece in range(1, MANY + 1)]
    assert taken(files) == expected
    assert [one for one in files.told if isinstance(one, tuple)] == expected
    assert [one for one in files.told if isinstance(one, Path)] == NAMES
    assert files.told.index(NAMES[0]) == MANY


@pytest.mark.parametrize("slots", [0, 1, 3, FED, 5 * FED])
def test_so_many_files_are_gone_through_at_once_and_none_too_far(slots: int) -> None:
    async def look() -> None:
        await rest(files)
        begun = {path for path in files.walked if path not in files.told}
        assert len(begun) <= FILES + slots // FED
        held = {path: files.walked[path] - sum(one[0] == path for one in given()) for path in begun}
        assert max(held.values(), default=0) <= max(slots, 1) + 1
        most.append(len(begun))

    def given() -> list[tuple[object, ...]]:
        return [one for one in files.told if isinstance(one, tuple)]

    files, most = Files(slots), list[int]()
    taken(files, look)
    assert max(most) == FILES + slots // FED


@pytest.mark.parametrize("left", [0, 1, FED])
def test_where_workers_are_lost_what_was_begun_is_gone_through(left: int) -> None:
    async def lose() -> None:
        files.slots = left

    files = Files(slots=6 * FED)
    assert taken(files, lose) == [(name, piece) for name in NAMES for piece in range(1, MANY + 1)]


def test_what_a_walk_raises_comes_at_its_place() -> None:
    files = Files(slots=40, wrong=NAMES[1])
    with pytest.raises(CloseSpider):
        taken(files)
    assert files.told[-1] == NAMES[0]


def test_after_the_limit_nothing_is_told() -> None:
    async def end() -> None:
        files.left = 0

    files = Files(slots=1)
    assert taken(files, end) == [(NAMES[0], 1)]
    assert cast("list[object]", files.told) == [(NAMES[0], 1), NAMES[0]]
