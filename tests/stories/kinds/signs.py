"""What stands around a name and beside a day in the mark-up of newspapers' systems, and what only looks so."""

from tests.stories.kinds import TEXT, TITLE, Case, article, paragraphs, shell

NELL = ["Nell Harrow"]
SIGNED = {
    "system's user": (
        "<span itemprop='author'>Nell Harrow</span>",
        "<meta name='author' content='Super User'>",
        NELL,
    ),
    "administrator": ("<p>By Nell Harrow</p>", "<meta name='author' content='Administrator'>", NELL),
    "web master": ("<p>By Nell Harrow</p>", "<meta name='author' content='webmaster'>", NELL),
    "a meta of the paper's": ("", "<meta name='content_author' content='Nell Harrow'>", NELL),
    "another such": ("", "<meta name='acme:author_name' content='Nell Harrow'>", NELL),
    "a house in such": ("", "<meta name='content_author' content='Redaktion Odder'>", ["The Tarrow Post"]),
    "the paper behind": ("<p class='byline'>By Nell Harrow The Tarrow Post</p>", "", NELL),
    "the host behind": ("<p class='byline'>NELL HARROW Tarrow-Post</p>", "", ["NELL HARROW"]),
    "no person before it": (
        "<p class='byline'>Redacción Diario The Tarrow Post</p>",
        "",
        ["Redacción Diario The Tarrow Post"],
    ),
    "prefixed link": ("<div><a href='/ty-writers/nell'>Nell Harrow</a></div>", "", NELL),
    "Thai": ("<span>เขียนโดย ปรียานุช แสงทอง</span>", "", ["ปรียานุช แสงทอง"]),
    "Thai report": ("<span>รายงานโดย ปรียานุช แสงทอง</span>", "", ["ปรียานุช แสงทอง"]),
    "section of a paper": ("<span>社会部・早瀬千尋</span>", "", ["早瀬千尋"]),
    "bureau": ("<span>浜松支局 早瀬千尋</span>", "", ["早瀬千尋"]),
    "button in a byline": ("<div class='byline'>By Nell Harrow <button>Follow Us</button></div>", "", NELL),
    "buttons beside": (
        "<div data-testid='byline'><b>Nell Harrow</b></div><button>Save It</button>",
        "",
        NELL,
    ),
    "to follow": ("<a class='author-name'>Nell Harrow Suivre</a>", "", NELL),
    "agency and place": ("<p class='byline'>Reuters, Washington</p>", "", ["Reuters"]),
    "reporter before": ("<p class='byline'>记者 周立平</p>", "", ["周立平"]),
    "Korean house": (
        "<em class='journalist_name'>문가람 기자</em>",
        "<meta property='og:article:author' content='해솔통신 | 해솔포털'>",
        ["문가람"],
    ),
    "Chinese house": ("<p>作者：沈若琳</p>", "<meta name='author' content='清溪晚报'>", ["沈若琳"]),
    "named by its id": ("<div id='story_byline'><b>Lê Minh Khuê</b></div>", "", ["Lê Minh Khuê"]),
    "a desk alone": ("<div class='hero'><div>Special Procedures</div><p>14 September 2026</p></div>", "", []),
    "committee": ("<p>By Nell Harrow</p>", "<meta name='author' content='Grant Committee'>", NELL),
}
DAYS = {
    "noon of a day alone": ("<time datetime='2026-03-03T12:00:00Z'>3 March 2026</time>", "2026-03-03"),
    "noon with an offset": ("<time datetime='2026-03-03T12:00:00+00:00'>03/03/2026</time>", "2026-03-03"),
    "noon that is printed": (
        "<time datetime='2026-03-03T12:00:00Z'>3 March 2026, 14:00</time>",
        "2026-03-03T12:00:00+00:00",
    ),
    "letters of an Arabic keyboard": ("<p>تاريخ: ۲۳ شهريور ۱۴۰۵</p>", "2026-09-14"),
    "Arabic month": ("<p>14 يوليو 2026</p>", "2026-07-14"),
    "beside names in one box": (
        "<div><div class='time'>Tarrow Post - 14/09/2026, 17:45 WIB</div><div>Nell Harrow, Jon Brask, Ada Lind and Uwe "
        "Brand</div></div>",
        "2026-09-14T10:45:00+00:00",
    ),
    "beside a place in one box": (
        "<div><div>Quay 4, 14/09/2026 17:45 WIB</div><div>From our reporter in the harbour of Tarrow, south</div></div>",
        "2026-09-14T10:45:00+00:00",
    ),
    "month of a report": ("<p class='date'>Julio de 2026</p>", "2026-07"),
    "label and month": ("<p class='published'>Published: September 2026</p>", "2026-09"),
    "a day beside a month": (
        "<p class='date'>August 2026</p><p class='date'>14 September 2026</p>",
        "2026-09-14",
    ),
    "a month of no date": ("<p class='box'>September 2026</p>", None),
    "said to screen readers": (
        "<div class='gnt_ar_dt' aria-label='Published: 5:02 p.m. ET Sept. 14, 2026 Updated: 9:15 a.m. ET Sept. 15, 2026'>"
        "Sept. 14, 2026</div>",
        "2026-09-14T21:02:00+00:00",
    ),
}
BELOW_TEXT = {  # who signs on the last line
    "to the right": ("<p style='text-align:right;'>Lê Minh Khuê</p>", ["Lê Minh Khuê"]),
    "old mark-up": ("<p align='right'>Lê Minh Khuê</p>", ["Lê Minh Khuê"]),
    "bold": ("<p><strong>Lê Minh Khuê</strong></p>", ["Lê Minh Khuê"]),
    "in brackets": ("<p>（早瀬千尋）</p>", ["早瀬千尋"]),
    "in brackets, parted": ("<p>（早瀬 千尋）</p>", ["早瀬 千尋"]),
    "neither": ("<p>Lê Minh Khuê</p>", ["The Tarrow Post"]),
    "a heading in bold": ("<p><b>Key Takeaways</b></p>", ["The Tarrow Post"]),
    "a line of the text": ("<p><b>Somewhere On The Coast</b></p>", ["The Tarrow Post"]),
}


def cases() -> dict[str, Case]:
    """Each around the same story."""
    found = {}
    for name, (line, head, names) in SIGNED.items():
        found[f"signed, {name}"] = Case(shell(article(line=line), head=head), {"authors": names})
    for name, (line, names) in BELOW_TEXT.items():
        page = f"<h1>{TITLE}</h1><div class='text'>{paragraphs(TEXT)}{line}</div>"
        found[f"signed below, {name}"] = Case(shell(page), {"authors": names})
    for name, (line, day) in DAYS.items():
        found[f"day, {name}"] = Case(shell(article(line=line), lang="" if day else "en"), {"published": day})
    return found


CASES = cases()
