"""Dates that pages show in unusual places, and dates of other stories, which are not this one's."""

from datetime import UTC, datetime

import pytest

from stories.dates import choose_dates
from stories.dates.url import read_url
from stories.outlet import Outlet
from tests.stories.making import PARAGRAPHS, html, paragraphs, reading

FETCHED = datetime(2026, 11, 20, 12, tzinfo=UTC)
TEXT = paragraphs(PARAGRAPHS)
LATEST = (
    "<aside class='latest'><ul><li><a href='/x'>Ferry timetable changes again</a> <time datetime='2026-11-18'>18"
    " November</time></li><li><a href='/y'>Harbour master retires early</a> <time datetime='2026-11-17'>17 November"
    "</time></li></ul></aside>"
)
CARDS = (
    "<div class='related'><article itemscope><h4>Another</h4><span itemprop='datePublished' content='2026-11-02'>"
    "</span></article></div>"
)


def published(text: str, url: str = "https://news.example/harbour", outlet: Outlet = Outlet()) -> str | None:  # noqa: B008
    """The date of publication that is believed of a page."""
    read = reading(text, url, outlet)
    dates = choose_dates(read.candidates, outlet, FETCHED, read.language or None)
    return next((date.value for date in dates if date.chosen and date.field == "published"), None)


def story(line: str = "", before: str = "", after: str = "", head: str = "") -> str:
    """A page with a line under the headline, and boxes around the story."""
    body = f"{before}<article><h1>Ferry stays in port</h1>{line}{TEXT}</article>{after}"
    return html(body, head=head)


STAMPED = (
    '<script type=\'application/ld+json\'>{"@type": "NewsArticle", "datePublished": "DAY", "dateModified": "EDIT"}'
    "</script>"
)
FOOT = "<footer class='story__meta'><span class='story__date'>14 September 2026</span></footer>"


def stamped(day: str, edit: str) -> str:
    """JSON-LD with a day of publication and one of update."""
    return STAMPED.replace("DAY", day).replace("EDIT", edit)


SHARED = "<meta property='article:published_time' content='2026-09-20T11:01:23.917Z'>"
PAGES = {
    # the story's own day beats the times of others, below, above and beside it
    "below": (story("<span class='date'>14 September 2026</span>", after=LATEST), "2026-09-14"),
    "above": (story("<p>By Orla Tamm | 14 September 2026</p>", before=LATEST), "2026-09-14"),
    "german": (story("<p>Von Orla Tamm, 14. September 2026</p>", after=LATEST), "2026-09-14"),
    "cards": (story("<p class='date'>14 September 2026</p>", after=CARDS), "2026-09-14"),
    # attributes
    "abbr": (story(after="<p><a href='/p'><abbr class='published' title='2026-09-14T08:30:00+01:00'>8:30</abbr></a></p>"),
             "2026-09-14T07:30:00+00:00"),
    "relative": (story("<relative-time datetime='2026-09-14T08:30:00Z'>2 months ago</relative-time>"),
                 "2026-09-14T08:30:00+00:00"),
    "data": (story("<span class='x' data-date='2026-09-14T08:30:00Z'></span>"), "2026-09-14T08:30:00+00:00"),
    "epoch": (story("<span data-timestamp='1789374600'>Monday</span>"), "2026-09-14T08:30:00+00:00"),
    # by their distance, behind a name
    "ago": (story("<p>By Orla Tamm · 2 days ago</p>"), "2026-11-18"),
    "ago bar": (story("<p>Orla Tamm | 3 days ago</p>"), "2026-11-17"),
    # Thai years, of two digits and behind the era's name
    "thai short": (story("<span>14 ก.ย. 69</span>"), "2026-09-14"),
    "thai era": (story("<p>14 กันยายน พ.ศ. 2569</p>"), "2026-09-14"),
    "thai digits": (story("<p>๑๔ กันยายน ๒๕๖๙</p>"), "2026-09-14"),
    "thai western": (story("<p>14 กันยายน 2026</p>"), "2026-09-14"),
    # the tag for those who share the page has the last edit
    "edited": (story("<p>Sep 14, 2026 · 3 min read</p>", head=SHARED), "2026-09-14"),
    "same night": (story("<p>Sep 19, 2026 · 3 min read</p>", head=SHARED), "2026-09-20T11:01:23.917000+00:00"),
    "old": (story("<p>Sep 14, 1999</p>", head=SHARED), "2026-09-20T11:01:23.917000+00:00"),
    # the page's data have one stamp for publication and update, and the headline an earlier day
    "stamped": (story("<p>14 September 2025</p>", head=stamped("2026-11-05", "2026-11-05")), "2025-09-14"),
    "stamped, label": (story("<p>Veröffentlicht: 14.09.2024</p>", head=stamped("2026-11-05", "2026-11-04")),
                       "2024-09-14"),
    "stamped, japanese": (story("<p>公開日 2025年9月14日</p>", head=stamped("2026-11-05", "2026-11-05")), "2025-09-14"),
    "told apart": (story("<p>14 September 2025</p>", head=stamped("2026-11-05", "2026-11-09")), "2026-11-05"),
    "stamped, other day": (story("<p>14 September 2001</p>", head=stamped("2026-11-05", "2026-11-05")), "2026-11-05"),
    "stamped, next clock": (story("<p>4 November 2026</p>", head=stamped("2026-11-05", "2026-11-05")), "2026-11-05"),
    "stamped, two days": (
        story("<p>14 September 2025</p><p>16 September 2025</p>", head=stamped("2026-11-05", "2026-11-05")), "2026-11-05"
    ),
    "stamped elsewhere": (
        story("<p>14 September 2025</p><p>Updated 5 November 2026</p>",
              head=STAMPED.replace("DAY", "2026-11-05").replace("EDIT", "")), "2026-11-05"
    ),
    "stamped, month of update": (story("<p>14 September 2025</p>", head=stamped("2026-11-05", "2026-11")), "2026-11-05"),
    "stamped, month": (story("<p>14 September 2025</p>", head=stamped("2026-11", "2026-11")), "2026-11"),
    # what a class says of promotion is of the story itself; the article below its headline has a footer above the text
    **{
        name: (html(f"<h1>Ferry stays in port</h1><div class='{name}'>{'<i></i>' * 30}<p>14 September 2026</p></div>"
                    + TEXT), day)
        for name, day in (("node--promoted", "2026-09-14"), ("story promo", None))
    },
    "footer": (html(f"<h1>Ferry stays in port</h1><article>{FOOT}{TEXT}</article>"), "2026-09-14"),
    "another's footer": (html(f"<h1>Ferry stays in port</h1>{TEXT}<article>{FOOT}</article>"), None),
    # names that an outlet makes up for a meta element, and scripts that tell of one story or of several
    **{
        name: (story(head=f"<meta name='{name}' content='2026-09-14T08:30:00Z'>"), "2026-09-14T08:30:00+00:00")
        for name in ("published_on", "acme:publicationDate", "first_published_time", "x.pubdate", "date-published",
                     "published")
    },
    **{
        name: (story(head=f"<meta name='{name}' content='2026-09-14T08:30:00Z'>"), None)
        for name in ("unpublished_count", "expires", "publisher", "event-date")
    },
    "named last": (story("<p>12 September 2026</p>", head="<meta name='published_on' content='2026-09-14'>"),
                   "2026-09-12"),
    "script": (story(after="<script>x={'publishedAt':'2026-09-14'}</script>"), "2026-09-14"),
    "named and script": (story(head="<meta name='acme:published' content='2026-09-01'>",
                               after="<script>x={'publishedAt':'2026-09-14'}</script>"), "2026-09-14"),
    "scripts": (story("<p>14 September 2026</p>",
                      after="<script>x=[{'publishedAt':'2026-09-20'},{'publishedAt':'2026-09-21'}]</script>"),
                "2026-09-14"),
    # JSON-LD in marks of XML
    **{
        f"cdata {number}": (
            story(head=f"<script type='application/ld+json'>{left}{{\"@type\": \"NewsArticle\", \"datePublished\":"
                  f" \"2026-09-14\"}}{right}</script>"),
            "2026-09-14",
        )
        for number, (left, right) in enumerate([("<![CDATA[", "]]>"), ("//<![CDATA[\n", "\n//]]>"),
                                                ("/* <![CDATA[ */", "/* ]]> */")])
    },
    # days of events, of offers and of other stories
    **{
        line: (story(f"<p>{line}</p>"), None)
        for line in (
            "When: 14 September 2026", "Termin: 14. September 2026", "Quand : 14 septembre 2026",
            "Fecha del evento: 14 de septiembre de 2026", "Data do evento: 14/09/2026", "Когда: 14 сентября 2026",
            "Дата проведения: 14.09.2026", "Коли: 14 вересня 2026", "Πότε: 14 Σεπτεμβρίου 2026",
            "活动时间：2026年9月14日",
            "開催日：2026年9月14日", "締切：2026年9月14日", "일시: 2026년 9월 14일", "موعد الفعالية: 14 سبتمبر 2026",
            "מתי: 14 בספטמבר 2026", "कब: 14 सितंबर 2026", "วันที่จัดงาน: 14 กันยายน 2569",
            "Etkinlik tarihi: 14 Eylül 2026",
            "Thời gian diễn ra: 14/09/2026", "Kapan: 14 September 2026",
            "Kiedy: 14 września 2026", "Lini: 14 Septemba 2026",
            "Offer valid until 14 September 2026", "Oferta válida hasta el 14 de septiembre de 2026",
            "© 14 September 2026 Coast Press",
        )
    },
    "related": (story("<div class='related'><ul><li><a href='/a'>Ferry timetable changes</a> 14 September 2026</li></ul>"
                      "</div>"), None),
    "own": (story("<div class='teaser-date'>14 September 2026 <a href='/t'>Orla Tamm and Jon Abel</a></div>"),
            "2026-09-14"),
    # days as the scripts of the world print them
    **{
        line: (story(f"<p>{line}</p>"), day)
        for line, day in {
            "نُشر في ١٤ سبتمبر ٢٠٢٦": "2026-09-14", "14 أيلول/سبتمبر 2026": "2026-09-14", "14 בספטמבר 2026": "2026-09-14",
            "פורסם: 14.9.2026": "2026-09-14", "۲۳ شهریور ۱۴۰۵": "2026-09-14", "تاریخ انتشار: ۱۴۰۵/۰۶/۲۳": "2026-09-14",
            "令和8年9月14日": "2026-09-14", "發布時間：2026-09-14 08:30": "2026-09-14T08:30:00+00:00",
            "입력 2026.09.14. 오전 8:30": "2026-09-14T08:30:00+00:00", "प्रकाशित: १४ सितम्बर २०२६": "2026-09-14",
            "เผยแพร่: 14 ก.ย. 2569": "2026-09-14", "14 вересня 2026 року, 08:30": "2026-09-14T08:30:00+00:00",
            "Δημοσιεύτηκε: 14/09/2026": "2026-09-14", "Yayınlanma: 14.09.2026 08:30": "2026-09-14T08:30:00+00:00",
            "Ngày 14 tháng 9 năm 2026": "2026-09-14", "14 September 2026, 08:30 WIB": "2026-09-14T01:30:00+00:00",
            "Publié le 14 septembre 2026 à 8h30": "2026-09-14T08:30:00+00:00", "14 set 2026": "2026-09-14",
            "Opublikowano 14 wrz 2026": "2026-09-14", "14 Septemba 2026": "2026-09-14", "14 ستمبر 2026": "2026-09-14",
            "১৪ সেপ্টেম্বর ২০২৬": "2026-09-14",
        }.items()
    },
    # a bare day among the last lines
    **{
        f"last: {line}": (story(after=f"<p>{line}</p>"), "2026-09-14")
        for line in ("14 September 2026", "Velm, 14. September 2026", "(2026年9月14日)", "14.09.2026", "١٤ سبتمبر ٢٠٢٦")
    },
    # a product's code is no year
    "code": (story(after="<p>More.</p>" * 45 + "<p class='meta'>Item 1936-03-23</p>"), None),
}  # fmt: skip


@pytest.mark.parametrize("seen", PAGES)
def test_published(seen: str) -> None:
    text, day = PAGES[seen]
    assert published(text) == day


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://a.example/news/ferry-14-09-2026", "2026-09-14"),
        ("https://a.example/news/14.09.2026.html", "2026-09-14"),
        ("https://a.example/news/09-14-2026/", "2026-09-14"),
        ("https://a.example/news/ferry-04-04-2026", "2026-04-04"),
        ("https://a.example/news/ferry-05-04-2026", None),
        ("https://a.example/news/41-99-2026", None),
        ("https://a.example/news/14-09-2026/ferry", "2026-09-14"),
        ("https://a.example/news/2026/september/14/ferry", "2026-09-14"),
        ("https://a.example/news/2026/Sep/14/ferry", "2026-09-14"),
        ("https://a.example/news/2026-may-04", "2026-05-04"),
        ("https://a.example/news/2026/septem/14/ferry", None),
        ("https://a.example/top/2026-ferries-14", None),
    ],
)
def test_the_end_of_an_address(url: str, day: str | None) -> None:
    assert read_url(url).value == day


def test_a_tag_of_the_bbc_is_gmt() -> None:
    outlet = Outlet(name="bbc", country="GB", timezone="Europe/London")
    text = story(head="<meta name='OriginalPublicationDate' content='2009/06/02 19:50:44'>")
    assert published(text, outlet=outlet) == "2009-06-02T19:50:44+00:00"
