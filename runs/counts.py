"""A run's counts, as Scrapy's stats hold them: what exporters, scrapyd, Spidermon and readers of logs see."""

from collections.abc import Iterator, MutableMapping
from typing import Any, Protocol

from runs.verdict import KEPT, Count

PREFIX = "cuttings/"


class Stats(Protocol):
    """What Scrapy's stats collectors do."""

    def get_value(self, key: str, default: object = None) -> Any:
        """The value of a key."""

    def set_value(self, key: str, value: object) -> None:
        """Set it."""


class Counts(MutableMapping[Count, int]):
    """`crawler.stats` under `cuttings/found`, `cuttings/new` and so on (docs/running.md); 0 for what was not counted."""

    def __init__(self, stats: Stats) -> None:
        self.stats = stats

    def __getitem__(self, name: Count) -> int:
        return int(self.stats.get_value(PREFIX + name, 0))

    def __setitem__(self, name: Count, number: int) -> None:
        self.stats.set_value(PREFIX + name, number)

    def __delitem__(self, name: Count) -> None:
        raise TypeError(f"a count is never taken back: {name}")

    def __iter__(self) -> Iterator[Count]:
        return (name for name in KEPT if self.stats.get_value(PREFIX + name) is not None)

    def __len__(self) -> int:
        return sum(1 for _ in self)
