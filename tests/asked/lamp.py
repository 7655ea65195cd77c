"""An outlet that finds its stories in every way."""

import os

from spiders.finders import FeedFinder, ListingFinder, SitemapFinder
from stories.outlet import ListAddress, Outlet

URL = os.environ.get("LAMP_URL", "http://127.0.0.1:9")


class Lamp(FeedFinder, SitemapFinder, ListingFinder):
    """Three feeds, two sitemaps, a listing."""

    name = "lamp"
    outlet = Outlet(
        name="lamp", title="Evening Lamp", domains=("127.0.0.1",), languages=("en", "fr"), country="GB",
        stories="^/mill",
    )  # fmt: skip
    feeds = (
        f"{URL}/rss",
        ListAddress(f"{URL}/gone", seen="a list of feeds", answered="2026-04-01"),
        f"{URL}/hall",
    )
    sitemaps = (f"{URL}/index.xml", f"{URL}/hidden/map.xml")
    listings = (ListAddress(f"{URL}/news", seen="a list of feeds"),)
