"""Süddeutsche Zeitung."""

from spiders.finders import FeedFinder
from stories.outlet import ListAddress, Outlet


class Sueddeutsche(FeedFinder):
    """Its feed."""

    name = "sueddeutsche"
    named_only = True
    outlet = Outlet(
        name="sueddeutsche",
        title="Süddeutsche Zeitung",
        domains=("sueddeutsche.de",),
        languages=("de",),
        country="DE",
        timezone="Europe/Berlin",
        date_order="DMY",
        host="www.sueddeutsche.de",
        keeps_query=False,
        stories=r"-(?:1\.\d{5,}|li\.\d+|lux\.\w+)$",
        own_names=("Süddeutsche Zeitung", "SZ"),
    )
    feeds = (
        ListAddress("https://rss.sueddeutsche.de/alles", seen="flairNLP/fundus, src/fundus/publishers/de"),
    )
