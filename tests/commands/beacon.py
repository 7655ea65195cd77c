"""Morning Beacon."""

from spiders.finders import FeedFinder
from stories.outlet import Outlet


class Beacon(FeedFinder):
    """The feed of the front page."""

    name = "beacon"
    outlet = Outlet(
        name="beacon",
        title="Morning Beacon",
        domains=("beacon.example",),
        languages=(),  # the likeliest first: ("en",)
        country="",  # "GB"
        timezone="",  # "Europe/London"
        date_order="",  # of dates in digits: "DMY", "MDY" or "YMD"
        stories=r"",  # pattern of the paths of stories: r"/\d{4}/\d{2}/"
    )
    feeds = ("https://beacon.example/rss",)
