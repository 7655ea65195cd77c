"""What newspapers put above, among and below a text, in the mark-up of their systems; order; data; lists of stories."""

import json

from tests.stories.kinds import SITE, TEXT, TITLE, Case, article, paragraphs, shell

NELL = ["Nell Harrow"]
OTHER = "Bridge at Odder to be widened before the frost"
LINK = f"<a href='/news/bridge'>{OTHER}</a>"
CHANNEL = "<a href='#'>व्हाट्सएप चैनल</a>"
JAPANESE = [
    "浜の網工場で働く女性たちが、六日のうち四日分の賃金しか受け取っていなかったことが分かった。",
    "工場を運営する会社は、帳簿の集計に誤りがあったと説明し、調べを進めていると話した。",
    "長く働く女性は「一週間分の署名をさせられ、日数は後から書き込まれた」と述べた。",
    "労働基準監督署は秋の漁が始まる前に、もう一度工場を調べることにしている。",
]
ABOVE = {  # between the headline and the text
    "a list of facts": "<dl><dt>Datum</dt><dd>22.06.2026</dd><dt>Nummer</dt><dd>12/2026</dd></dl>",
    "a list with a day": "<ul><li>Nell Harrow</li><li>Posted 14 September 2026</li><li>0 replies</li></ul>",
    "a list with the name": "<ul><li>Autor, Nell Harrow</li><li>Oficio, Costa</li></ul>",
    "an office": "<p>By Nell Harrow</p><p>Coast correspondent, reporting from Velm</p>",
    "size of letters": "<div>A+ A-</div>",
}
AMONG = {  # in mid-text
    "label beside a heading": f"<section class='catcher'><span>Lire aussi |</span><h3>{LINK}</h3></section>",
    "label above a heading": f"<div class='box'><header><p>Leia mais</p></header><div><h4>{LINK}</h4></div></div>",
    "label and heading": f"<div><b>Leggi anche</b><h3>{LINK}</h3></div>",
    "Thai label": f"<p><b>อ่านข่าวที่เกี่ยวข้อง</b></p><ul><li>{LINK}</li></ul>",
    "Russian label": f"<p>Что ещё почитать:</p><ul><li>{LINK}</li></ul>",
    "Hungarian label": f"<div class='ajanlo'><p>Kapcsolódó</p>{LINK}</div>",
    "any label before a headline": f"<p><b>Нагадаємо: </b>{LINK}</p>",
    "any label in a list": f"<ul><li>Wages: {LINK}</li><li>Harbour: {LINK}</li></ul>",
    "call": "<div class='c-cta'><p>Did you like this piece? Stand with the paper of the coast.</p></div>",
    "call to action": "<div class='call-to-action'><p>Each coin keeps a reporter on the quay for an hour.</p></div>",
    "named by its data": "<div data-area='newsletter'><p>The coast at dawn: one mail a day, for nothing.</p></div>",
    "component": "<div data-component='newsletter'><p>The coast at dawn: one mail a day, for nothing.</p></div>",
    "a caption's span": "<div class='top'><span class='media__copyright'>Odder Pictures</span></div>",
    "community": "<p><b><a href='/w'>Join our community for all that is new in Velm</a></b></p>",
    "stars": "<p>***</p>",
    "dashes": "<p>– – –</p>",
    "below the film": "<p>Dalszy ciąg artykułu pod materiałem wideo:</p><div class='video'></div>",
    "film": "<p>Simak Video 'Penjahit Jaring':</p>",
    "audio": "<div>Ouvir este artigo 00:00 03:12</div>",
    "audio in French": "<p>Écouter l'article · 4 min</p>",
    "a headline and when it was": f"<div class='link'><div>{LINK}<span>Вчера, 18:20</span></div></div>",
    "a clock alone": "<p>15.10 BST</p>",
    "a clock of twelve hours": "<p>3:10 pm</p>",
    "more in Hebrew": f"<div>כתבות נוספות:</div><div>{LINK}</div>",
    "consent to hear": "<p>請同意我們的隱私權規範，才能聆聽新聞。</p>",
}
BELOW = {
    "life": "<p>Nell Harrow is a staff reporter and has covered the coast for years.</p>",
    "German life": "<p>Nell Harrow ist Redakteurin im Ressort Wirtschaft und schreibt über Löhne.</p>",
    "life in a box": "<div class='autorenbox'><p>Nell Harrow wuchs an der Velm auf und fischt noch immer jeden Sonntag "
    "dort.</p></div>",
    "how to reach her": "<p>Contact Nell Harrow at 555-0123 or nharrow@tarrow-post.example.</p>",
    "agency": "<p>(أ ف ب)</p>",
    "agency in Han brackets": "<p>（共同）</p>",
    "letters of two": "<p>(nha/jbr)</p>",
    "end of a message": "<p>انتهای پیام/</p>",
    "short address": "<p>لینک کوتاه: https://tarrow-post.example/x1</p>",
    "address of a print": "<p>Source URL: https://tarrow-post.example/news/44120</p>",
    "colophon": "<section class='colofon'><h3>Colofon</h3><p>Tekst: Nell Harrow</p><p>Vormgeving: Odder</p></section>",
    "roles": "<p>Fotografie: Jon Brask</p><p>Vormgeving: Studio Odder</p>",
    "more like it": "<p><em>If you enjoyed this, </em><a href='#'><em>follow the Post</em></a>.</p>",
    "Hindi channel": f"<p><strong>ताज़ा खबरों के लिए हमारे {CHANNEL} से जुड़ें</strong></p>",
    "Hebrew letter": "<p>הירשמו לניוזלטר שלנו וקבלו את הסיפורים ישירות לתיבה</p>",
    "Indonesian group": "<p><em>Dapatkan update berita pilihan dan kabar terkini setiap hari dari kami. Mari gabung di "
    "Grup WhatsApp kami.</em></p>",
    "more of it in Spanish": "<p><a href='/n'>Haz clic aquí</a> para leer más historias.</p>",
    "notifications": "<p>Y recuerda que puedes recibir notificaciones en nuestra app.</p>",
    "local papers": "<p><em>Support local journalism by subscribing to the Post.</em></p>",
    "on the air": "<p>Dieses Thema im Programm: Darüber berichtete der Rundblick am 22. Juni um 13 Uhr.</p>",
    "cover": "<p>(Borítókép: a gyár kapuja. Fotó: Post)</p>",
    "Arabic source": "<p>المصدر: الجسر + وكالات</p>",
    "Thai source": "<p>ที่มา : เฟซบุ๊กสหภาพแรงงาน</p>",
    "attachment": "<p>附件：1.工资台账模板.docx</p>",
    "feed": "<p>(Except for the headline, this story has not been edited by our staff.)</p>",
    "comments until": "<p>Voit keskustella aiheesta 4.9. klo 23 saakka.</p>",
    "end": "<p>ENDS</p>",
    "end and whom to ask": "<p>ENDS</p><p>For inquiries and media requests, please contact Ray Oakley "
    "(<a href='#'>r.oakley@tarrow-post.example</a>).</p>",
    "first headline": "<p>原标题：渔网女工讨薪</p>",
    "source in Han": "<p>来源：清溪晚报</p>",
    "the paper's journalism": "<p><b>Support the Tarrow Post's journalism of integrity</b></p>",
    "updates": "<h2>Updates to this page</h2>",
}
KEPT = {  # what only looks so
    "a label and a short link": f"<p>Seen at: <a href='/s'>Odder Stores</a></p>{paragraphs(TEXT[4:])}",
    "somebody's brackets": "<p>(He laughs. Nobody else does.)</p>",
}
SCRIPTS = {
    "named by its state": "<script id='__NUXT_DATA__' type='application/json'>{}</script>",
    "named by its app": "<script id='server-state'>{}</script>",
    "assigned": "<script>window.state = {};</script>",
}


def _bodies() -> dict[str, Case]:
    wants: dict[str, object] = {"body": TEXT}
    signed = {"author": {"@type": "Person", "name": "Nell Harrow"}}
    found = {}
    for name, line in ABOVE.items():
        found[f"above, {name}"] = Case(shell(article(line + paragraphs(TEXT)), data=signed), wants)
    for name, box in AMONG.items():
        page = article(paragraphs(TEXT[:4]) + box + paragraphs(TEXT[4:]))
        found[f"among, {name}"] = Case(shell(page), wants)
    for name, line in BELOW.items():
        found[f"below, {name}"] = Case(shell(article(paragraphs(TEXT) + line), data=signed), wants)
    for name, line in KEPT.items():
        page = article(paragraphs(TEXT[:4]) + line)
        found[f"kept, {name}"] = Case(shell(page, data=signed), {"has": [shown(line)]})
    for label in ("Leggi anche", "Lire aussi :", "Lesen Sie auch"):
        box = f"<div class='inline-article'><span>{label}</span><a href='/b'><h3>{OTHER}</h3></a></div>"
        text = f"<div class='story__text'>{paragraphs(TEXT[:4])}{box}{paragraphs(TEXT[4:])}</div>"
        found[f"in one block, {label}"] = Case(shell(article(text)), wants)
    kicker = f"<div><span class='copyright'>Odder Pictures</span></div><h1><span>Velm</span> {TITLE}</h1>"
    page = f"<article><p>Coast</p>{kicker}<div class='text'>{paragraphs(TEXT)}</div></article>"
    found["above a headline with a kicker"] = Case(shell(page, data={}), wants)
    return found


def shown(line: str) -> str:
    """The words of the first paragraph of a piece of mark-up."""
    text = line.partition("</p>")[0]
    while "<" in text:
        text = text.partition("<")[0] + text.partition("<")[2].partition(">")[2]
    return text


def _scattered() -> dict[str, Case]:
    """Pages whose parts trafilatura finds in another order than they stand in."""
    found = {}
    for name, gap in {"breaks": "<br>", "paragraphs": "</p><p>"}.items():
        boxes = "".join(
            f"<section class='content--body'><div class='body-text'><p>{gap.join(texts)}</p></div></section>"
            for texts in (JAPANESE[1:3], JAPANESE[3:])
        )
        page = (
            f"<article><section><header class='content--header'><h1>{TITLE}</h1></header><p class='content--summary'>"
            f"{JAPANESE[0]}</p><div class='content--more'>{boxes}</div></section></article>"
        )
        between = "\n" if name == "breaks" else "\n\n"
        body = "\n\n".join([JAPANESE[0], between.join(JAPANESE[1:3]), JAPANESE[3]])
        found[f"order, {name}"] = Case(
            shell(page, lang="ja"), {"body": [" ".join(part.split()) for part in body.split("\n\n")]}
        )
    return found


def _in_data() -> dict[str, Case]:
    """Pages whose text waits in a script for the reader's browser."""
    story = json.dumps([{"post": 1}, {"title": TITLE, "body": paragraphs(TEXT)}])
    return {
        f"script, {name}": Case(
            f'<html><head><title>{TITLE}</title><meta property="og:title" content="{TITLE}"></head><body><div id="app">'
            f"</div>{form.format(story.replace('</', '<' + chr(92) + '/'))}</body></html>",
            {"body": TEXT},
        )
        for name, form in SCRIPTS.items()
    }


def _lists() -> dict[str, Case]:
    """Lists of stories with a standfirst each; a story in chapters that link is none."""
    found = {}
    for name, box in {"articles": "article", "items": "li", "boxes": "div"}.items():
        cards = "".join(
            f"<{box} class='c'><h2><a href='/a{n}'>Bridge {n}</a></h2><p>{text}</p><time>1{n} Nov 2026</time></{box}>"
            for n, text in enumerate(TEXT)
        )
        page = shell(f"<h1>Labour</h1>{cards}", title="Labour", shared=False)
        found[f"list, {name}"] = Case(page, {"reject": "index page"}, f"{SITE}/labour/")
    parts = "".join(
        f"<div><h2><a href='#{n}'>Day {n}</a></h2><p>{text}</p></div>" for n, text in enumerate(TEXT)
    )
    found["list, chapters"] = Case(
        shell(f"<h1>Six days</h1>{parts}", title="Six days", shared=False),
        {"reject": "", "has": TEXT},
        f"{SITE}/six-days",
    )
    return found


def cases() -> dict[str, Case]:
    """Each around the same story."""
    return _bodies() | _scattered() | _in_data() | _lists()


CASES = cases()
