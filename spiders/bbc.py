"""The BBC."""

from dataclasses import replace

from spiders.finders import FeedFinder, SitemapFinder
from stories.outlet import Layout, ListAddress, Outlet

# Sections that have an outlet of their own, by `service`
SERVICES = (
    *("afrique", "arabic", "hindi", "mundo", "persian", "portuguese", "russian", "swahili", "urdu"),
    "zhongwen",
)
BBC = Outlet(
    name="bbc",
    title="BBC",
    domains=("bbc.com", "bbc.co.uk"),
    languages=("en",),
    country="GB",
    timezone="Europe/London",
    date_order="DMY",
    host="www.bbc.com",
    keeps_query=False,
    other_hosts=("news.bbc.co.uk",),  # what was printed until 2010 is there only
    rewrites=(
        (r"^/(\w+)/amp/", r"/\1/"),
        (r"^/go/rss/(?:int/)?(?:-|news)?/*(?=[12]/)", "/"),  # the feeds of 2008
        (r"^/[12]/(?:hi|low|mobile)/", "/2/hi/"),  # one story for each country and connection
    ),
    stories=rf"^/(?!(?:sport|{'|'.join(SERVICES)})/)\w+/(?:.*-\d{{6,}}|articles/c\w{{10,}})$",
    own_names=(
        "BBC",
        "BBC News",
        "BBC Sport",
        "BBC World Service",
        "BBC Verify",
        "BBC Monitoring",
        "Newsbeat",
    ),
    other_pages=(
        ("live", "live page"),
        ("av", "video page"),
        ("videos", "video page"),
        ("topics", "index page"),
        ("in_pictures", "gallery"),
    ),
    layouts=(
        # From 2024. The visible time is the last update; the first publication is in the data alone.
        Layout(
            "2024",
            matches="[data-component=headline-block]",
            headline="[data-component=headline-block] h1, h1",
            byline="[data-component=byline-block] span",
            body="[data-component=text-block] :is(p, ul, ol), [data-component=subheadline-block] :is(h2, h3)",
            tags=":is([data-component=tag-list-block], [data-component=tags]) a",
            modified="[data-component=byline-block] time@datetime",
            payload="#__NEXT_DATA__",
        ),
        # 2020 to 2023: class names are hashed, so only the data-component marks hold.
        Layout(
            "2020-23",
            matches="h1#main-heading",
            headline="h1#main-heading",
            body=":is([data-component=text-block], [data-component=unordered-list-block],"
            " [data-component=ordered-list-block]) :is(p, ul, ol), [data-component=crosshead-block] :is(h2, h3)",
            payload="__INITIAL_DATA__",
        ),
        # 2018 to 2020: one date, that of the last update; the JSON-LD headline is a promotional one.
        Layout(
            "2018-20",
            matches="h1.story-body__h1",
            headline="h1.story-body__h1",
            byline=".byline__name",
            body=".story-body__inner > :is(p, h2, h3, ul, ol, blockquote)",
            tags=".tags-list__tags",
            published="div.date--v2@data-seconds",
        ),
        # 2010 to 2013: quotes, market data and related stories stand in boxes between the paragraphs.
        Layout(
            "2010-13",
            matches="h1.story-header",
            headline="h1.story-header",
            body=".story-body > :is(p, h2, h3, ul, ol, blockquote)",
            drop=".story-body > :is(p.media-message, p.caption, ul.tabs)",
            tags=".related-topics li",
        ),
        # To 2010, in tables: the date line and related stories stand beside the paragraphs, which no box holds alone.
        Layout(
            "to 2010",
            matches="td.storybody",
            headline="h1, .sh",
            body="td.storybody > :is(p, h2, h3, ul, ol, blockquote)",
        ),
        Layout("video", matches=".vxp-media__body, #media-asset-page", reject="video page"),
    ),
)


def service(
    section: str, language: str, title: str, own_name: str, timezone: str = "Etc/UTC", date_order: str = "DMY"
) -> Outlet:
    """The outlet of a language service: the BBC's facts, but for these.

    own_name: its name in its own language. timezone: of the times that its pages print, as its own configuration has it
    (github.com/bbc/simorgh, src/app/lib/config/services).
    """
    return replace(
        BBC,
        name=f"bbc_{section}",
        title=title,
        sections=(f"/{section}",),
        languages=(language,),
        timezone=timezone,
        date_order=date_order,
        own_names=(*BBC.own_names, title, own_name),
        stories=rf"^/{section}/(?:.*-\d{{6,}}|articles/c\w{{10,}}(?:/\w+)?)$",
    )


class Bbc(FeedFinder, SitemapFinder):
    """Feeds every quarter of an hour, and the news sitemap of the last two days."""

    name = "bbc"
    outlet = BBC
    promises = 10
    feeds = (
        ListAddress(
            "https://feeds.bbci.co.uk/news/rss.xml",
            seen="public audits of feeds on GitHub",
            answered="2026-09-22",
        ),
        ListAddress(
            "https://feeds.bbci.co.uk/news/world/rss.xml",
            seen="public audits of feeds on GitHub",
            answered="2026-05-22",
        ),
        ListAddress(
            "https://feeds.bbci.co.uk/news/business/rss.xml",
            seen="public audits of feeds on GitHub",
            answered="2026-05-22",
        ),
    )
    sitemaps = (
        ListAddress(
            "https://www.bbc.com/sitemaps/https-index-com-news.xml",
            seen="public audits of feeds on GitHub",
            answered="2026-09-22",
        ),
    )
    leaves = r"-news-\d+\.xml"
