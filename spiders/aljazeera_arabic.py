"""Al Jazeera Arabic."""

from spiders.finders import FeedFinder
from stories.outlet import ListAddress, Outlet


class AljazeeraArabic(FeedFinder):
    """Its feed."""

    name = "aljazeera_arabic"
    named_only = True
    outlet = Outlet(
        name="aljazeera_arabic",
        title="Al Jazeera Arabic",
        domains=("aljazeera.net",),
        languages=("ar",),
        country="QA",
        timezone="Asia/Qatar",
        host="www.aljazeera.net",
        keeps_query=False,
        stories=r"/\d{4}/\d{1,2}/\d{1,2}/[^/]+$",
        own_names=("Al Jazeera Arabic", "الجزيرة", "الجزيرة نت"),
        other_pages=(
            ("liveblog", "live page"),
            ("video", "video page"),
            ("videos", "video page"),
            ("gallery", "gallery"),
            ("podcasts", "audio page"),
            ("program", "video page"),
        ),
    )
    feeds = (
        ListAddress(
            "https://www.aljazeera.net/aljazeerarss/a7c186be-1baa-4bd4-9d80-a84db769f779/73d0e1b4-532f-45ef-b135-bfdff8b8cab9",
            seen="public lists of feeds on GitHub",
        ),
    )
