"""What publishing systems put above, among and below a text, around a name, beside a day; and pages without a story."""

from tests.stories.kinds import SITE, TEXT, TITLE, Case, article, paragraphs, shell

NELL, BOTH = ["Nell Harrow"], ["Nell Harrow", "Jon Brask"]
STANDFIRST = "What the net menders wrote into their books."
LETTER = TEXT[0][0]
KOREAN = [
    "타로 조선소에서 그물을 깁는 여성들이 엿새 가운데 나흘 치 임금만 받은 것으로 드러났다.",
    "조선소는 오스트렐이 운영하며 벨름강 남쪽 기슭에서 삼백 명을 고용하고 있다.",
    "그곳에서 오래 일한 도라 씨는 “감독이 마음대로 적어 넣는다”고 말했다.",
]
SPLIT = {  # the first half in a box that trafilatura takes for another's
    "links": "<div class='RichText RichText--iconLinks'>{}</div><h3>More</h3><div class='RichText'>{}</div>",
    "related": "<div class='text text--related-links'>{}</div><h3>More</h3><div class='text'>{}</div>",
    "share": "<div class='copy copy--share'>{}</div><h3>More</h3><div class='copy'>{}</div>",
}
LOOSE = {  # text straight in a box with a picture
    "two breaks": ("<span class='photo_org'><div><img></div><em>조선소</em></span>", "<br><br>"),
    "one break": ("<div><img></div>", "<br>"),
    "a picture": ("<figure><img><figcaption>조선소</figcaption></figure>", "<br><br>"),
}
DROPPED = {
    "hidden": f"<p><span class='dropcap' aria-hidden='true'>{LETTER}</span>{TEXT[0][1:]}</p>",
    "said twice": f"<p><span aria-hidden='true' class='drop-cap'>{LETTER}</span><span class='sr-only'>{LETTER}</span>"
    f"{TEXT[0][1:]}</p>",
    "in emphasis": f"<p><b class='initial' aria-hidden='true'>{LETTER}</b>{TEXT[0][1:]}</p>",
}
ABOVE = {
    "the title in other words": "<div><h2><span>Half a year</span> Menders paid for four days of every six</h2></div>",
    "section": f"<div class='text-sm'>Labour</div><h1>{TITLE}</h1>",
    "kicker": f"<p>On the coast</p><h1>{TITLE}</h1>",
    "series": f"<ul><li>The nets, part four</li></ul><h1>{TITLE}</h1>",
    "signature below a long standfirst": f"<h1>{TITLE}</h1><p>By Nell Harrow</p>",
}
AMONG = {
    "giving": "<div class='inline-donate'><p>We can only do this work with your help, and each coin that you give "
    "buys a boot or a map.</p><a class='btn'>Give now</a></div>",
    "gift": "<section class='donation'><p>Your gift pays for the boat that takes our reporters down the river.</p>"
    "</section>",
    "letter": "<div class='newsletter-box'><p>One long read from the coast each Sunday, with pictures, for nothing at "
    "all.</p></div>",
    "Hindi": "<p><strong>यह भी पढ़ें: <a href='/b'>नहर टूटने से सौ घर डूबे</a></strong></p>",
    "Greek": "<p>Διαβάστε επίσης: <a href='/b'>Άνοιξε η γέφυρα</a></p>",
    "Persian": "<p>بیشتر بخوانید: <a href='/b'>پل تازه باز شد</a></p>",
    "scroll": "<div>ADVERTISEMENT<br>SCROLL TO CONTINUE WITH CONTENT</div>",
    "joiner alone": "<p>\u200d</p>",
}
BELOW = {
    "print": "<p>A version of this article appears in print on Sept. 15, 2026, Section A, Page 4. <a>Order</a></p>",
    "portal": "<p>Read the original article on <a href='https://x.example'>The Net</a></p>",
    "day of the paper": "<p><em>Published in The Post, September 14th, 2026</em></p>",
    "way to write": "<p>Nell Harrow covers labour. Reach her at nharrow@tarrow-post.example or on X @nharrow.</p>",
    "handle": "<p>Nell Harrow writes about work. On X she is @nharrow.</p>",
    "Russian label": "<p>Автор: Nell Harrow</p>",
    "Bengali label": "<p>লেখক: Nell Harrow</p>",
    "code": "<p>扫一扫在手机打开当前页</p>",
    "Greek": "<p>Ακολουθήστε μας στο Google News</p>",
    "German credits": "<p>Bericht von Nell Harrow, redigiert von Jon Brask.</p>",
}
SIGNED = {
    "office": ("<span itemprop='author'>NELL HARROW Staff Writer</span>", ["NELL HARROW"]),
    "senior": ("<p class='byline'>Nell Harrow Senior Reporter</p>", NELL),
    "day right behind": ("<div>By Nell Harrow<br><time datetime='2026-09-14'>14.09.2026</time></div>", NELL),
    "beside": (
        "<p class='byline'>Par Anne Dubois (avec Paul Petit, à Velm)</p>",
        ["Anne Dubois", "Paul Petit"],
    ),
    "mit": ("<p class='byline'>Von Ina Kerz (mit Uwe Brand)</p>", ["Ina Kerz", "Uwe Brand"]),
    "a name like Thursday's": ("<p class='byline'>Nguyễn Thu Hà</p>", ["Nguyễn Thu Hà"]),
    "a name like Tuesday's": ("<p class='byline'>Maria Di Matteo</p>", ["Maria Di Matteo"]),
    "Thursday": ("<p class='byline'>Nell Harrow Thu 14 Sep 2026</p>", NELL),
    "English label": ("<p>Written by: अनिता वर्मा</p>", ["अनिता वर्मा"]),
    "English preposition": ("<p>By রিনা সেন</p>", ["রিনা সেন"]),
    "desk in Bengali": ("<p class='contributor-name'>নিজস্ব প্রতিবেদক, রিনা সেন</p>", ["রিনা সেন"]),
    "contributor": ("<div class='contributor'>Nell Harrow</div>", NELL),
    "the paper's reporter": ("<div class='author'>本报记者 周立平</div>", ["周立平"]),
    "the site's reporter": ("<p class='byline'>本网记者 周立平</p>", ["周立平"]),
    "Korean label": ("<p>글 이순자 기자</p>", ["이순자"]),
    "link": ("<ul><li><a href='/author/77'>Павел Дорошин</a></li></ul>", ["Павел Дорошин"]),
    "two links": ("<div><a href='/people/n'>Nell Harrow</a> <a href='/people/j'>Jon Brask</a></div>", BOTH),
    "all of hers": ("<div><a href='/authors/n'>Articles by Nell Harrow</a></div>", NELL),
    "profile elsewhere": (
        "<a href='https://net.example/profile/tarrow'>bluesky</a><p>By Nell Harrow</p>",
        NELL,
    ),
    "below a break": ("<div>Nets and boats<br>Автор:&nbsp;Павел Дорошин<br></div>", ["Павел Дорошин"]),
}
UNSIGNED = {
    "office that issued": "<dl><dt>From:</dt><dd><a href='/m'>Ministry of Ports</a> and <a href='/p'>Jane Attwood</a>"
    "</dd><dt>Published</dt><dd>14 September 2026</dd></dl>",
    "related": "<section class='more'><article><h3><a href='/x'>Dora Lind Wins</a></h3><p>18 September 2026</p>"
    "</article></section>",
    "list": "<div><h4><a href='/x'>Mark Rivers</a></h4><span>18 September 2026</span></div>",
}
DAYS = {
    "time before the day": (
        "<div>Published: 6:12 p.m. ET Sept. 14, 2026 Updated: 9:30 a.m. ET Sept. 15, 2026</div>",
        "2026-09-14T22:12:00+00:00",
    ),
    "no time of its own": (
        "<div>Published Sept. 14, 2026 Updated 9:30 a.m. ET Sept. 15, 2026</div>",
        "2026-09-14",
    ),
    "time behind the day": (
        "<div>Published: Sept. 14, 2026 6:12 p.m. ET Updated: Sept. 15, 2026 9:30 a.m. ET</div>",
        "2026-09-14T22:12:00+00:00",
    ),
    "list of updates": (
        "<p>Published 14 September 2026<br>Last updated 16 September 2026</p><ol><li><time>16 September 2026</time> "
        "Added a translation.</li></ol>",
        "2026-09-14",
    ),
    "updates in one line": (
        "<p>Published 14 September 2026. Last updated 16 September 2026.</p><ul><li><time datetime='2026-09-16'>16 "
        "September 2026</time></li></ul>",
        "2026-09-14",
    ),
    "RDFa": (
        "<span property='dc:date dc:created' content='2026-09-14T10:12:00+02:00'>Mon, 09/14/2026 - 10:12</span>",
        "2026-09-14T08:12:00+00:00",
    ),
    "RDFa of schema.org": (
        "<span property='schema:dateCreated' content='2026-09-14T08:12:00+00:00'></span>",
        "2026-09-14T08:12:00+00:00",
    ),
}
NAV = "<form><input name='user'><input type='password'></form>"
CARDS = "".join(
    f"<div class='i'><a href='/a{n}'><h3>Bridge {n}</h3></a><p>{TEXT[n]}</p></div>" for n in range(6)
)
REFUSED = {
    "login": (f"<h1>Log in to continue</h1><p>{TEXT[0]}</p>{NAV}", "Log in", "", "/login"),
    "login in French": (f"<h1>Se connecter</h1><p>{TEXT[0]}</p>{NAV}", "Connexion", "", "/compte"),
    "profile": (f"<h1>Nell Harrow</h1><p>{TEXT[1]}</p>{CARDS}", "Nell Harrow", "profile", "/nell-harrow"),
    "tag": (f"<h1>Wages</h1>{CARDS}", "Wages", "", "/tag/wages"),
    "author's list": (f"<h1>Nell Harrow</h1>{CARDS}", "Nell Harrow", "", "/author/nell-harrow/"),
}


def _bodies() -> dict[str, Case]:
    wants: dict[str, object] = {"body": TEXT}
    described = f"<meta name='description' content='{STANDFIRST}'>"
    signed = {"author": {"@type": "Person", "name": "Nell Harrow"}}
    found = {}
    for name, form in SPLIT.items():
        boxes = form.format(paragraphs(TEXT[:3]), paragraphs(TEXT[3:]))
        lead = "<p>Books kept for half a year show what was paid and what was not, and nobody at the yard denies it.</p>"
        page = f"<article><h1>{TITLE}</h1>{lead}<section>{boxes}</section></article>"
        found[f"split, {name}"] = Case(shell(page), {"has": TEXT})
    for name, (picture, gap) in LOOSE.items():
        page = f"<h2>{TITLE}</h2><div><article>{picture}{gap.join(KOREAN)}</article></div>"
        found[f"loose, {name}"] = Case(shell(page, lang="ko"), {"has": KOREAN, "body": KOREAN})
    for name, first in DROPPED.items():
        found[f"initial, {name}"] = Case(shell(article(first + paragraphs(TEXT[1:]))), wants)
    for name, head in ABOVE.items():
        page = f"<article>{head}<div class='text'>{paragraphs(TEXT)}</div></article>"
        found[f"above, {name}"] = Case(shell(page, head=described, data=signed), wants)
    for name, box in AMONG.items():
        page = article(paragraphs(TEXT[:4]) + box + paragraphs(TEXT[4:]))
        found[f"among, {name}"] = Case(shell(page), wants)
    for name, line in BELOW.items():
        found[f"below, {name}"] = Case(shell(article(paragraphs(TEXT) + line), data=signed), wants)
    edit = "<h2>Sources of it<span class='mw-editsection'>[<a href='/e'>edit</a>]</span></h2>"
    page = article(paragraphs(TEXT[:3]) + edit + paragraphs(TEXT[3:]))
    found["edit"] = Case(shell(page), {"body": [*TEXT[:3], "Sources of it", *TEXT[3:]]})
    return found


def cases() -> dict[str, Case]:
    """Each around the same story."""
    found = _bodies()
    for name, (line, names) in SIGNED.items():
        found[f"signed, {name}"] = Case(shell(article(line=line)), {"authors": names})
    for name, box in UNSIGNED.items():
        where = {"line": box} if box.startswith("<dl") else {"foot": box}
        found[f"unsigned, {name}"] = Case(
            shell(article(paragraphs(TEXT[:4]), **where)), {"authors": ["The Tarrow Post"]}
        )
    for name, (line, day) in DAYS.items():
        found[f"day, {name}"] = Case(shell(article(line=line)), {"published": day})
    for name, (page, title, kind, path) in REFUSED.items():
        head = f'<meta property="og:type" content="{kind}">' if kind else ""
        reason = "paywall stub" if NAV in page else "index page"
        text = shell(page, title=title, head=head, shared=False)
        found[f"refused, {name}"] = Case(text, {"reject": reason}, f"{SITE}{path}")
    return found


CASES = cases()
