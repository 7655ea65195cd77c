"""Evening Lamp."""

from spiders.finders import FeedFinder
from stories.outlet import Outlet


class Lamp(FeedFinder):
    """The feed of the front page."""

    name = "lamp"
    outlet = Outlet(
        name="lamp",
        title="Evening Lamp",
        domains=("lamp.example",),
        languages=(),  # the likeliest first: ("en",)
        country="",  # "GB"
        timezone="",  # "Europe/London"
        date_order="",  # of dates in digits: "DMY", "MDY" or "YMD"
        stories=r"",  # pattern of the paths of stories: r"/\d{4}/\d{2}/"
    )
    feeds = ("https://lamp.example/rss",)
