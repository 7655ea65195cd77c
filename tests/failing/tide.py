"""An outlet whose stories have addresses of their own form, by every kind of list."""

from spiders.finders import FeedFinder, ListingFinder, SitemapFinder
from stories.outlet import Outlet
from tests.failing.lamp import URL


class Tide(FeedFinder, SitemapFinder, ListingFinder):
    """A feed, an index of sitemaps, and a page of headlines."""

    name = "tide"
    outlet = Outlet(name="tide", title="Tide", domains=("127.0.0.1",), stories=r"^/2026/")
    feeds = (f"{URL}/rss",)
    sitemaps = (f"{URL}/maps.xml",)
    leaves = r"/map-\d"
    listings = (f"{URL}/list",)
    links = "h2 a"


class Tidelinks(ListingFinder):
    """All links of a page."""

    name = "tidelinks"
    outlet = Outlet(name="tide", title="Tide", domains=("127.0.0.1",), stories=r"^/2026/")
    listings = (f"{URL}/list",)
