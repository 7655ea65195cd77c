"""First-level headings that are no headline, kickers glued to it, lines in boxes, and titles for search engines."""

from tests.stories.kinds import SITE, TEXT, Case, paragraphs, shell

HEADLINE = "Gates of the yard opened after nine days"
BODY = paragraphs(TEXT)
LONE = [
    *(
        "Opinion",
        "Latest news",
        "We value your privacy",
        "The voice of the coast since 1901",
        "Meinung",
        "الأخبار",
    ),
    *("ニュース", "Sign up for our newsletter", "The Tarrow Post", "Menu"),
]
KICKERS = ["Exclusive", "Analysis", "Exklusiv", "独家", "LIVE"]
GLUED = {
    "div": "<div class='kicker'>KICK</div><div>HEAD</div>",
    "span": "<span class='kicker'>KICK</span>HEAD",
    "label": "<span class='label'>KICK</span> <span>HEAD</span>",
    "strong": "<strong>KICK</strong>HEAD",
    "line": "<small>KICK</small><br>HEAD",
    "link": "<a href='/t'>KICK</a> HEAD",
    "after": "HEAD<em class='tag'>KICK</em>",
    "styled": "<span style='display:block'>KICK</span><span style='display:block'>HEAD</span>",
    "colon": "<span class='flag'>KICK:</span> HEAD",
}
PARTS = {
    "subtitle": f"{HEADLINE}<small>Women go back to work on Monday</small>",
    "lines": "Gates of the yard<br>opened after nine days",
    "boxes": "<div>Gates of the yard</div><div>opened after nine days</div>",
    "blocks": "<span style='display:block'>Gates of the yard</span><span style='display:block'>opened after "
    "nine days</span>",
    "any style": "<span class='l1'>Gates of the yard</span><span class='l2'>opened after nine days</span>",
    "links": "<a href='#1'>Gates of the yard</a><a href='#2'>opened after nine days</a>",
    "any style, three": "<b class='l1'>Gates of the yard</b><b class='l2'>opened after</b><b class='l3'>nine days</b>",
    "icon": f"<i class='icon'>lock</i>{HEADLINE}",
    "count": f"{HEADLINE}<span class='count'>12</span>",
}
ENDS = [
    *(
        " - The New Tarrow Times",
        " | Opinion",
        ": Shots - Health News",
        " : NPR",
        " – Tarrow Post",
        " | News | The Post",
    ),
    *(
        " » Tarrow Post",
        " • Tarrow Post",
        " - tarrow-post.example",
        " :: Tarrow Post",
        "｜塔罗报",
        "_塔罗网",
        " - 塔罗新闻网",
    ),
]
SEARCHED = "Tarrow net menders: yard gates opened after strike"


def _titled(markup: str, title: str) -> str:
    return markup.replace(f"<title>{HEADLINE} | The Tarrow Post</title>", f"<title>{title}</title>")


def _page(heading: str, shared: bool = False) -> str:
    return shell(f"<article><h1>{heading}</h1>{BODY}</article>", title=HEADLINE, shared=shared)


def cases() -> dict[str, Case]:
    """Each with and without tags for those who share the page."""
    wants = {"title": HEADLINE}
    found = {}
    for line in LONE:
        lower = f"<h1>{line}</h1><article><h2 class='headline'>{HEADLINE}</h2>{BODY}</article>"
        found[f"{line}, shared"] = Case(shell(lower, title=HEADLINE), wants)
        found[f"{line}, not shared"] = Case(shell(lower, title=HEADLINE, shared=False), wants)
        boxed = f"<h1>{line}</h1><article><div class='title'>{HEADLINE}</div>{BODY}</article>"
        found[f"{line}, box"] = Case(shell(boxed, title=HEADLINE), wants)
    for kicker in KICKERS:
        for name, markup in GLUED.items():
            page = _page(markup.replace("KICK", kicker).replace("HEAD", HEADLINE))
            found[f"{kicker}, {name}"] = Case(page, wants)
            title = f"{kicker}: {HEADLINE} - The Tarrow Post"
            found[f"{kicker}, {name}, titled"] = Case(_titled(page, title), wants)
    for name, markup in PARTS.items():
        found[f"{name}, shared"] = Case(_page(markup, shared=True), wants)
    for end in ENDS:
        found[f"title{end}"] = Case(_titled(_page(HEADLINE), HEADLINE + end), wants)
        url = f"{SITE}/news/tarrow-net-menders-yard-gates-opened-after-strike"
        found[f"searched{end}"] = Case(_titled(_page(HEADLINE), SEARCHED + end), wants, url)
    return found


CASES = cases()
