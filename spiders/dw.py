"""Deutsche Welle in English, and the facts that its services share."""

from dataclasses import replace

from spiders.finders import FeedFinder, SitemapFinder
from stories.outlet import ListAddress, Outlet

DW = Outlet(
    name="dw",
    title="Deutsche Welle",
    domains=("dw.com",),
    sections=("/en",),
    languages=("en",),
    country="DE",
    timezone="Europe/Berlin",
    host="www.dw.com",
    keeps_query=False,
    stories=r"^/en/[^/]+/a-\d+$",  # av-, g-, live- are videos, galleries, live pages
    own_names=("Deutsche Welle", "DW"),
)


def service(language: str, name: str, title: str, date_order: str = "DMY") -> Outlet:
    """The outlet of a service in another language: its pages stand under `/language`."""
    return replace(
        DW,
        name=name,
        title=title,
        sections=(f"/{language}",),
        languages=(language,),
        date_order=date_order,
        stories=rf"^/{language}/[^/]+/a-\d+$",
        own_names=(*DW.own_names, title),
    )


class Dw(FeedFinder, SitemapFinder):
    """Its feed and its news sitemap."""

    name = "dw"
    named_only = True
    outlet = DW
    feeds = (
        ListAddress(
            "https://rss.dw.com/rdf/rss-en-all",
            seen="public audits of feeds on GitHub",
            answered="2026-09-05",
        ),
    )
    sitemaps = (
        ListAddress(
            "https://www.dw.com/en/news-sitemap.xml", seen="flairNLP/fundus, src/fundus/publishers/de"
        ),
    )
