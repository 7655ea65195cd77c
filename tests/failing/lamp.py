"""An outlet like any other, on a server of the test's own, and others that raise where they should not."""

import os
from collections.abc import Iterator
from typing import Any

from scrapy import Request

from spiders.finders import FeedFinder
from stories.outlet import Outlet

URL = os.environ.get("LAMP_URL", "http://127.0.0.1:9")


class Lamp(FeedFinder):
    """A feed."""

    name = "lamp"
    outlet = Outlet(name="lamp", title="Evening Lamp", domains=("127.0.0.1",), languages=("en",))
    feeds = (f"{URL}/rss",)


class Raising(Lamp):
    """Every callback raises."""

    name = "raising"

    def parse_story(self, *_: Any, **__: Any) -> Iterator[Any]:
        raise ZeroDivisionError("a fault in a callback")


class Unstarted(Lamp):
    """The start raises."""

    name = "unstarted"

    def first_requests(self) -> Iterator[Request]:
        raise ZeroDivisionError("a fault at the start")
