"""The story's own day among the days of others; days in attributes, by distance, in other calendars, in addresses."""

from tests.stories.kinds import SITE, Case, article, paragraphs, shell

DAY = "2026-09-14"
MOMENT = "2026-09-14T08:30:00+00:00"


def _cards(tag: str, stamp: str) -> str:
    return "".join(f"<{tag}><a href='/x{n}'><h3>Another story {n}</h3></a>{stamp}</{tag}>" for n in range(3))


STAMP = "<time datetime='2026-11-18T10:00:00Z'>18 November 2026</time>"
OTHERS = {
    "latest": f"<section class='latest'><ul><li><a href='/x'>Ferry timetable changes</a> {STAMP}</li></ul></section>",
    "cards": _cards("div class='card'", STAMP).replace("</div class='card'>", "</div>"),
    "articles": _cards("article class='teaser'", STAMP).replace("</article class='teaser'>", "</article>"),
    "sidebar": f"<aside class='sidebar'><p><a href='/x'>Another</a><br>{STAMP}</p></aside>",
    "breaking": f"<div class='breaking'>{STAMP} <a href='/x'>Storm warning</a></div>",
    "today": "<div class='today'><time datetime='2026-11-20'>Friday, 20 November 2026</time></div>",
    "comments": f"<section id='comments'><div class='comment'>{STAMP}<p>Well said, and high time.</p></div></section>",
}
OWN = {
    "class": "<span class='date'>14 September 2026</span>",
    "name": "<p>By Nell Harrow | 14 September 2026</p>",
    "american": "<div class='meta'><a href='/staff/n'>Nell Harrow</a> <span>Sept. 14, 2026</span></div>",
    "dots": "<div>14.09.2026</div>",
}
STATED = {
    "abbr": ("<abbr class='published' title='2026-09-14T04:30:00-04:00'>4:30 AM</abbr>", MOMENT),
    "relative-time": ("<relative-time datetime='2026-09-14T08:30:00Z'>2 months ago</relative-time>", MOMENT),
    "data-pub-date": ("<div data-pub-date='2026-09-14'>Monday</div>", DAY),
    "data-epoch": ("<span class='timestamp' data-epoch='1789374600'>Sep</span>", MOMENT),
    "data-utime": ("<span data-utime='1789374600'>Mon</span>", MOMENT),
    "title": ("<span class='date' title='14 September 2026, 08:30'>2 months ago</span>", MOMENT),
    "title of a distance": ("<span class='ago' title='2026-09-14T08:30:00Z'>2 months ago</span>", MOMENT),
    "label": ("<span class='date' aria-label='Published on 14 September 2026'>Mon</span>", DAY),
    "of an update": (
        "<p>14 September 2026</p><span class='date' data-updated-date='2026-10-01'>x</span>",
        DAY,
    ),
}
AGO = {
    "2026-11-20": (
        *(
            "By Nell Harrow · 2 hours ago",
            "2 hrs ago",
            "5h ago",
            "hace 2 horas",
            "il y a 3 heures",
            "vor 2 Stunden",
            "2 ore fa",
        ),
        *(
            "há 2 horas",
            "2 uur geleden",
            "2 часа назад",
            "2 години тому",
            "2 घंटे पहले",
            "२ घंटे पहले",
            "2시간 전",
            "2 小时前",
        ),
        *(
            "2小時前",
            "2時間前",
            "منذ ساعتين",
            "2 ساعت پیش",
            "2 saat önce",
            "2 godziny temu",
            "2 jam lalu",
            "2 giờ trước",
        ),
        *(
            "2 ชั่วโมงที่แล้ว",
            "2 ঘণ্টা আগে",
            "לפני שעתיים",
            "πριν 2 ώρες",
            "för 2 timmar sedan",
            "2 tuntia sitten",
            "acum 2 ore",
        ),
        *(
            "před 2 hodinami",
            "2 گھنٹے پہلے",
            "saa 2 zilizopita",
            "преди 2 часа",
            "2 மணி நேரத்திற்கு முன்",
            "今天",
        ),
    ),
    "2026-11-17": (
        *(
            "3 days ago",
            "Por Ana Ruiz · hace 3 días",
            "Von Ina Kerz, vor 3 Tagen",
            "Publié il y a 3 jours",
            "3 giorni fa",
        ),
        *(
            "3 dagen geleden",
            "3 дня назад",
            "3 दिन पहले",
            "3일 전",
            "3天前",
            "3日前",
            "منذ 3 أيام",
            "۳ روز پیش",
            "3 gün önce",
        ),
        *(
            "3 dni temu",
            "3 hari yang lalu",
            "3 ngày trước",
            "3 วันที่แล้ว",
            "৩ দিন আগে",
            "לפני 3 ימים",
            "πριν από 3 ημέρες",
        ),
        *("3 dage siden", "3 napja", "acum 3 zile", "3 دن پہلے", "siku 3 zilizopita", "prije 3 dana"),
    ),
    "2026-11-19": ("yesterday", "gestern", "вчера", "昨天", "昨日", "어제"),
}
PRINTED = [
    *(
        "二〇二六年九月十四日",
        "二零二六年九月十四日 星期一",
        "令和8年9月14日",
        "民國115年9月14日",
        "２０２６年９月１４日",
    ),
    *(
        "14 ก.ย. 69",
        "14 กันยายน พ.ศ. 2569",
        "๑๔ ก.ย. ๖๙",
        "۲۳ شهریور ۱۴۰۵",
        "14 سبتمبر/أيلول 2026",
        "१४ सितंबर २०२६",
        "2026. 9. 14.",
    ),
    *(
        "2026-yil 14-sentabr",
        "Ngày 14/9/2026",
        "14 Սեպտեմբերի 2026",
        "14 სექტემბერი, 2026",
        "2026. szeptember 14.",
    ),
    *(
        "14. září 2026",
        "14 września 2026",
        "14 Eylül 2026",
        "14 de setembro de 2026",
        "14 Σεπτεμβρίου 2026",
        "14 בספטמבר 2026",
    ),
]
ADDRESSES = [
    *(
        "/news/net-menders-14-09-2026",
        "/news/14-09-2026/net-menders",
        "/2026/09/14/net-menders",
        "/20260914/net-menders",
    ),
    *(
        "/news/net-menders_14-09-2026.html",
        "/news/sep/14/2026/net-menders",
        "/net-menders-14092026",
        "/2026/sep/14/nets",
    ),
]
CARD = (
    "<div class='more'><div itemscope itemtype='https://schema.org/NewsArticle'><h4 itemprop='headline'><a "
    "href='/x'>Other"
    "</a></h4><meta itemprop='datePublished' content='2026-11-02'></div></div>"
)
NO_DATES = ["<p>Model 1936-03-23 is sold out.</p>", "<p>Founded in 23 March 1936</p>"]


def cases() -> dict[str, Case]:
    """Every own day beside every other's; each attribute, distance, calendar and address."""
    found = {}
    for name, box in OTHERS.items():
        for own, line in OWN.items():
            found[f"{own} before {name}"] = Case(shell(article(line=line), after=box), {"published": DAY})
            found[f"{own} after {name}"] = Case(shell(article(line=line), before=box), {"published": DAY})
    for name, (line, day) in STATED.items():
        found[name] = Case(shell(article(line=line)), {"published": day})
    for day, lines in AGO.items():
        for line in lines:
            found[line] = Case(shell(article(line=f"<p class='meta'>{line}</p>")), {"published": day})
    for line in PRINTED:
        text = paragraphs(["ผู้หญิงที่ซ่อมอวนในอู่ทาร์โรว์ได้รับค่าแรงเพียงสี่วันจากทุกหกวัน"]) if "ก" in line else ""
        found[line] = Case(shell(article(text, line=f"<div><span>{line}</span></div>")), {"published": DAY})
    for path in ADDRESSES:
        found[path] = Case(shell(article()), {"published": DAY}, SITE + path)
    own = article(line=OWN["class"])
    found["microdata of a card"] = Case(shell(own, after=CARD), {"published": DAY})
    for line in NO_DATES:
        found[line] = Case(shell(article(line=line)), {"published": None})
    return found


CASES = cases()
