"""Daily Maverick."""

from spiders.finders import FeedFinder
from stories.outlet import ListAddress, Outlet


class DailyMaverick(FeedFinder):
    """Its feed."""

    name = "daily_maverick"
    named_only = True
    outlet = Outlet(
        name="daily_maverick",
        title="Daily Maverick",
        domains=("dailymaverick.co.za",),
        languages=("en",),
        country="ZA",
        timezone="Africa/Johannesburg",
        host="www.dailymaverick.co.za",
        keeps_query=False,
        stories=r"^/(?:article|opinionista)/\d{4}-\d{2}-\d{2}-[^/]+$",
        own_names=("Daily Maverick", "Daily Maverick Staff"),
    )
    feeds = (ListAddress("https://www.dailymaverick.co.za/dmrss/", seen="public lists of feeds on GitHub"),)
