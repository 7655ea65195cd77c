"""tagesschau."""

from spiders.finders import FeedFinder
from stories.outlet import ListAddress, Outlet


class Tagesschau(FeedFinder):
    """Its feed."""

    name = "tagesschau"
    named_only = True
    outlet = Outlet(
        name="tagesschau",
        title="tagesschau",
        domains=("tagesschau.de",),
        languages=("de",),
        country="DE",
        timezone="Europe/Berlin",
        date_order="DMY",
        host="www.tagesschau.de",
        keeps_query=False,
        stories=r"-\d{2,4}\.html$",
        own_names=("tagesschau", "tagesschau.de", "ARD"),
        other_pages=(("multimedia", "video page"),),
    )
    feeds = (
        ListAddress("https://www.tagesschau.de/xml/rss2/", seen="flairNLP/fundus, src/fundus/publishers/de"),
    )
