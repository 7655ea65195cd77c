"""An outlet whose feed gives whole texts, and one that says nothing of that."""

import os
from dataclasses import replace

from spiders.finders import FeedFinder
from stories.outlet import Outlet

URL = os.environ.get("LAMP_URL", "http://127.0.0.1:9")
LAMP = Outlet(
    name="lamp", title="Evening Lamp", domains=("lamp.example",), languages=("en",), country="GB",
    timezone="Europe/London", whole_feeds=True,
)  # fmt: skip


class Lamp(FeedFinder):
    """One feed."""

    name = "lamp"
    outlet = LAMP
    feeds = ("https://lamp.example/feed",)


class Tide(FeedFinder):
    """The same, without the fact."""

    name = "tide"
    outlet = replace(LAMP, name="tide", domains=("tide.example",), whole_feeds=False)
    feeds = ("https://tide.example/feed",)


class Gate(FeedFinder):
    """With the fact, on a server of a test's own."""

    name = "gate"
    outlet = replace(LAMP, name="gate", domains=("127.0.0.1",))
    feeds = (f"{URL}/feed",)
