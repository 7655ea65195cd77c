"""The edges of a text: what stands apart above and below it, where it ends, whom to ask; names and headlines there."""

from tests.stories.kinds import TEXT, TITLE, Case, article, paragraphs, shell

ONE_WORD = "https://www.tarrowpost.example/4411"
FOURTH = "On 30 April 2026 it rained."
SIGNED = {"author": {"@type": "Person", "name": "Nell Harrow"}}
HAN = [
    "新供水管道全线贯通，沿线六个乡镇的十一万居民将在春节前用上自来水，水务局十四日宣布了这个消息。",
    "住在石桥镇的何秀英说，以前一到冬天井里的水就不够用，要排两个小时的队，现在拧开龙头就有水。",
    "据水务局介绍，该工程三年前开工，途经四座山岭，其中最长的一条隧洞将近两公里，由三支队伍修成。",
]
APART = {  # between the headline and the text, in boxes of their own
    "fields": "<div class='field'><div class='field__label'>Release date</div><div class='field__item'>9 April 2026</div>"
    "</div><div class='field'><div class='field__label'>Reference</div><div class='field__item'>TY/PR/041</div></div>",
    "kind and pages": "<div class='field'><div class='field__label'>News flash</div><div>Page 1 of 8</div></div>",
    "languages": "<div class='field'><div>English</div><div>Velmish</div></div>",
}
NOTES = "<p>The Tarrow Guild speaks for the trades of the coast and was founded when the second quay was built there.</p>"
ENDED = {  # inside the box of the text
    "ends": f"<p><strong>-ENDS-</strong></p>{NOTES}<p>Follow the guild: @tarrow_guild</p>",
    "three marks": f"<p>###</p><p>About the guild</p>{NOTES}",
    "Han": "<p>（完）</p><p>海岸社记者名录见第二版</p>",
    "whom to ask": "<p>For more information contact:<br>Guild office<br>Tel: 020 555 0142</p>",
    "whom to ask in German": "<h3>Pressekontakt</h3><p>Uwe Brand, Leitung</p><p>presse@gilde.example, +49 555 0110</p>",
    "whom to ask in Japanese": "<p>【本件に関するお問い合わせ先】<br>網工房 広報担当<br>pr@guild.example</p>",
}
GOES_ON = {
    "a contact that is none": "<h3>Contact</h3><p>It was made by letter only, and the letters are lost to the guild.</p>",
    "an end in the midst": f"<p>END</p>{paragraphs(TEXT[3:])}<p>So it was told to the whole guild on the quay.</p>",
}
LAST = {
    "initials": "<p>NH</p>",
    "small initials": "<p>nh</p>",
    "initials of Cyrillic": "<p>НХ</p>",
    "place and day": "<p>Tarrow Guild<br>Velm, 5 October 2026</p>",
    "day": "<p>14. September 2026</p>",
    "day behind a label": "<p>Erstellt am: 14.09.2026</p>",
    "how to reach her": "<p>The writer can be reached on 020 555 0199.</p>",
    "how to reach them": "<p>To reach the reporter behind this story, write to nell@tarrow-post.example.</p>",
    "printed": "<p>Printed from www.tarrow-post.example</p>",
    "information in French": "<p><em>Vous avez une information à nous transmettre ? Ecrivez-nous.</em></p>",
    "agency in Greek": "<p><em>Με πληροφορίες από ΑΠΕ</em></p>",
    "Thai picture": "<p>ภาพจาก เทศบาลเมือง</p>",
}
LINK = "<a href='/news/bridge'>Bridge at Odder to be widened before the frost</a>"
SHORT = "<a href='/news/bridge'>Bridge at Odder closed</a>"
LABELLED = {  # in mid-text
    "label above a loose link": f"<div class='i'><p>CZYTAJ TAKŻE:</p>{LINK}</div>",
    "Croatian": f"<div class='i'><p>Pročitajte još</p>{LINK}</div>",
    "Tamil": f"<div class='i'><p><b>இதையும் படிக்க: </b>{SHORT}</p></div>",
    "Telugu": f"<p><strong>ఇవీ చదవండి:</strong> {SHORT}</p>",
    "Amharic": f"<p>ተመሳሳይ ርዕስ: {SHORT}</p>",
    "link and time in one": f"<div class='i'><div>{LINK}<div>Вчера, 14:10</div></div></div>",
    "link and clock in one": f"<div class='i'><div>{LINK}<div>18:20</div></div></div>",
    "Hindi headings": "<h2>विस्तार</h2>",
    "Japanese count of signs": "<p>残り612文字</p>",
}
OPENS = {
    "English": FOURTH,
    "German": "Am 30. April 2026 regnete es.",
    "with a label's word": "By 30 April 2026 all of them had left the yard.",
}
ITEMS = "<li>Roof: 40,000 crowns</li><li>Yard: 9,000 crowns</li>"
TABLE = "<table><tr><th>Stall</th><th>Rent</th></tr><tr><td>Fish</td><td>12</td></tr></table>"
LISTS = {
    "figure": f"<ul>{ITEMS}</ul><figure>{TABLE}</figure>",
    "box": f"<ul>{ITEMS}</ul><div class='t'>{TABLE}</div>",
    "numbered": f"<ol>{ITEMS}</ol><figure>{TABLE}</figure>",
}
OWN_HEADING = {
    "title alone": (f"<div><h1>Tarrow Post</h1></div><article>{paragraphs(TEXT)}</article>", TITLE),
    "a line below": (f"<h1>TARROW POST</h1><article><div>{TITLE}</div>{paragraphs(TEXT)}</article>", TITLE),
    "title with the name": (
        f"<h1>Tarrow-Post</h1><article>{paragraphs(TEXT)}</article>",
        f"{TITLE} | Tarrow Post",
    ),
}
ASKED = {
    "English": "For further information, please contact:",
    "German": "Ansprechpartnerin für die Presse:",
    "French": "Contact presse :",
}
REPORTERS = {
    "same day": "海岸日報／ 記者周佳穎／即時報導",
    "a town": "海岸日報／記者周佳穎／青港報導",
    "a bar": "海岸日報/ 記者 周佳穎 /即時報導",
}
CORRESPONDENTS = ["প্রতিনিধি", "প্রতিনিধি, নদীপুর", "জেলা প্রতিনিধি"]


def _bodies() -> dict[str, Case]:
    wants: dict[str, object] = {"body": TEXT}
    found = {}
    for name, box in APART.items():
        body = f"<div class='node__content'>{box}<div class='clearfix field--name-body'>{paragraphs(TEXT)}</div></div>"
        page = f"<h1><span>{TITLE}</span></h1><article class='node'>{body}</article>"
        found[f"apart, above, {name}"] = Case(shell(page, data=SIGNED), wants)
    for name, line in (ENDED | LAST).items():
        found[f"below, {name}"] = Case(shell(article(paragraphs(TEXT) + line), data=SIGNED), wants)
    for name, line in GOES_ON.items():
        page = article(paragraphs(TEXT[:3]) + line)
        found[f"goes on, {name}"] = Case(
            shell(page, data=SIGNED), {"has": [line.split("<p>")[-1].split("</p>")[0]]}
        )
    for name, box in LABELLED.items():
        page = article(paragraphs(TEXT[:4]) + box + paragraphs(TEXT[4:]))
        found[f"among, {name}"] = Case(shell(page), wants)
    for name, line in OPENS.items():
        found[f"opens with a day, {name}"] = Case(
            shell(article(paragraphs([line, *TEXT])), data=SIGNED), {"body": [line, *TEXT]}
        )
    for name, box in LISTS.items():
        page = f"<div class='body'><h1>{TITLE}</h1>{paragraphs(TEXT[:3])}{box}</div>"
        html = f"<html><head><title>{TITLE}</title></head><body>{page}</body></html>"
        found[f"list before a table, {name}"] = Case(html, {"has": ["- Roof: 40,000 crowns", "Stall | Rent"]})
    header = "<header><div><p>有料記事</p></div><div class='k'><p>字号：大 中 小</p></div></header>"
    page = f"<article><h1>供水管道贯通</h1>{header}<section>{paragraphs(HAN)}</section></article>"
    found["apart, above a text of broad signs"] = Case(
        shell(page, title="供水管道贯通", lang="zh"), {"body": HAN}
    )
    return found


def _heads() -> dict[str, Case]:
    found = {}
    for name, (page, title) in OWN_HEADING.items():
        html = f"<html><head><title>{title}</title></head><body>{page}</body></html>"
        found[f"headline, {name}"] = Case(html, {"title": TITLE, "body": TEXT}, ONE_WORD)
    for mark in ("::", "»", "|"):
        text = "<br><br>".join(TEXT)
        page = (
            f"<html><head><title>Tarrow Post {mark} Court: nets must be paid</title></head><body><table><tr><td>"
            f"<font><b>Court: nets must be paid</b></font><br>"
            "<font>By Nell Harrow<br>Thursday, 19 February 2026</font><br><br>"
            f"<font>{text}</font></td></tr></table></body></html>"
        )
        wants: dict[str, object] = {"title": "Court: nets must be paid", "authors": ["Nell Harrow"]}
        found[f"headline, print, {mark}"] = Case(page, wants)
    for name, label in ASKED.items():
        page = article(
            paragraphs(TEXT[:2])
            + f"<p><b>{label}</b></p><p>Jonas Östberg, Head of Media<br>+46 70 555 01 88</p>"
        )
        found[f"authors, whom to ask, {name}"] = Case(shell(page), {"authors": []})
    for name, line in REPORTERS.items():
        page = f"<article><h1>{TITLE}</h1><span>{line}</span>{paragraphs(HAN)}</article>"
        house = "<meta name='author' content='海岸日報'>"
        found[f"authors, slashes, {name}"] = Case(
            shell(page, head=house, lang="zh-Hant"), {"authors": ["周佳穎"]}
        )
    for name in CORRESPONDENTS:
        data: dict[str, object] = {"author": {"@type": "Person", "name": name}}
        found[f"authors, correspondent {CORRESPONDENTS.index(name)}"] = Case(
            shell(article(paragraphs(TEXT)), data=data, lang="bn"), {"authors": ["The Tarrow Post"]}
        )
    return found


CASES = _bodies() | _heads()
