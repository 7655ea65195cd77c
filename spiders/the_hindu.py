"""The Hindu."""

from spiders.finders import FeedFinder
from stories.outlet import ListAddress, Outlet


class TheHindu(FeedFinder):
    """Its feed."""

    name = "the_hindu"
    named_only = True
    outlet = Outlet(
        name="the_hindu",
        title="The Hindu",
        domains=("thehindu.com",),
        languages=("en",),
        country="IN",
        timezone="Asia/Kolkata",
        date_order="DMY",
        host="www.thehindu.com",
        keeps_query=False,
        stories=r"/article\d{6,}\.ece$",
        own_names=("The Hindu", "The Hindu Bureau"),
    )
    feeds = (
        ListAddress(
            "https://www.thehindu.com/news/national/feeder/default.rss",
            seen="public lists of feeds on GitHub",
        ),
    )
