"""What bug reports of other readers show: unstated encodings, initials, lists of talk, payloads, names, days."""

import json

from tests.stories.kinds import TEXT, TITLE, Case, article, paragraphs, shell

RUSSIAN = [
    "Паромщикам заплатят за зимние месяцы, когда лодки стояли на приколе, решил в среду портовый суд.",
    "Хозяин утверждал, что тот, кто не плавает, не работает. Сорок один экипаж остался без денег.",
    "Каждую ночь они вычерпывали воду, чтобы лодки не затонули, сказала судья.",
]
POLISH = [
    "Przewoźnicy dostaną płacę za zimowe miesiące, orzekł w środę sąd portowy. Śluzy były zamknięte.",
    "Właściciel twierdził, że kto nie pływa, ten nie pracuje. Część załóg żyła z pożyczek u sąsiadów.",
    "Spółka ogłosiła, że przeczyta wyrok, zanim zdecyduje, czy złożyć odwołanie do wyższego sądu.",
]
TAIWANESE = [
    "渡輪船員將拿到停航月份的工資，港口法院星期三裁定。船主是布蘭諾克公司，四十一個船組沒有領到工資。",
    "開了十九年渡輪的陳大江說，他們每天夜裡舀水，船才沒有沉。公司說要先看判決書，再決定怎麼做。",
    "法官認為合同裡沒有寫季節，公司不能在簽字以後再加上去。第二次開庭定在春天的第一個星期。",
]
JAPANESE = [
    "港湾裁判所は水曜日、渡し船の船員に冬の賃金を支払うよう命じた。会社は控訴するか決めていない。",
    "船員たちは毎晩水をくみ出した。四十一の組が十二月から三月まで賃金を受け取っていなかった。",
    "裁判官は契約に季節は書かれていないと述べた。二回目の審理は春の最初の週に開かれる予定だ。",
]
GREEK = [
    "Οι βαρκάρηδες θα πληρωθούν για τους χειμερινούς μήνες, αποφάσισε την Τετάρτη το δικαστήριο του λιμανιού.",
    "Ο ιδιοκτήτης έλεγε ότι όποιος δεν ταξιδεύει δεν δουλεύει. Σαράντα ένα πληρώματα έμειναν χωρίς μισθό.",
    "Η εταιρεία είπε ότι θα διαβάσει την απόφαση πριν αποφασίσει αν θα ασκήσει έφεση.",
]
LATIN = "<meta http-equiv='Content-Type' content='text/html; charset=iso-8859-1'>"
# language, encoding, what the page states, its text
ENCODED = {
    "russian, latin stated": ("ru", "cp1251", LATIN, RUSSIAN),
    "russian, koi8": ("ru", "koi8-r", "", RUSSIAN),
    "russian, iso": ("ru-RU", "iso8859_5", "", RUSSIAN),
    "polish": ("pl", "cp1250", "", POLISH),
    "polish, iso": ("pl-PL", "iso8859_2", LATIN, POLISH),
    "taiwan": ("zh-TW", "cp950", "", TAIWANESE),
    "japan": ("ja", "cp932", "", JAPANESE),
    "japan, euc": ("ja", "euc_jp", LATIN, JAPANESE),
    "greek": ("el", "cp1253", "", GREEK),
}
FIRST, REST = TEXT[0][0], TEXT[0][1:]
WORD, AFTER = TEXT[0].split(" ", 1)
INITIALS = {
    "picture": f"<img src='w.png' alt='{FIRST}' class='initial'>{REST}",
    "picture, drop cap": f"<img class='drop-cap' alt='{FIRST}' src='w.png'>{REST}",
    "seen and read": f"<span class='sr-only'>{WORD}</span><span aria-hidden='true'><b>{FIRST}</b>{WORD[1:]}</span> "
    f"{AFTER}",
    "read behind": f"<span aria-hidden='true'>{WORD}</span><span class='visually-hidden'>{WORD}</span> {AFTER}",
}
SAID = "“A season that is not written is not a season.”"
SIGNED = [*TEXT[:2], SAID, "— Emeric Foss, judge", *TEXT[2:]]
SIGNATURES = {
    "cite": f"<blockquote><p>{SAID}</p><cite>Emeric Foss, judge</cite></blockquote>",
    "cite in the paragraph": f"<blockquote><p>{SAID} <cite>Emeric Foss, judge</cite></p></blockquote>",
    "line": f"<blockquote><p>{SAID}</p><p class='quote__attribution'>Emeric Foss, judge</p></blockquote>",
    "footer": f"<blockquote><p>{SAID}</p><footer>— Emeric Foss, judge</footer></blockquote>",
    "caption": f"<figure><blockquote>{SAID}</blockquote><figcaption>Emeric Foss, judge</figcaption></figure>",
}
TURNS = {
    "Ida Marsh": "How long is your watch?",
    "Tove Harlan": "From dusk until the tide has turned, and then once more before the mail boat.",
    "Marsh": "And who pays for it?",
    "Harlan": "Nobody has paid for it in nineteen years, and nobody has asked.",
}
TALK = [*TEXT[:2], *(f"{name}: {words}" for name, words in TURNS.items())]
TALKS = {
    "terms": "<dl>" + "".join(f"<dt>{name}:</dt><dd>{said}</dd>" for name, said in TURNS.items()) + "</dl>",
    "items": "<ul>" + "".join(f"<li><b>{name}:</b> {said}</li>" for name, said in TURNS.items()) + "</ul>",
    "numbers": "<ol>" + "".join(f"<li>{name}: {said}</li>" for name, said in TURNS.items()) + "</ol>",
}
RANKING = "".join(
    f"<li><a href='/y{n}'>Boats of Tarrow fleet in at 1{n}:42 on Sunday</a></li>" for n in range(4)
)
FACTS = "<ul><li>Deck crew: 6</li><li>Engine crew: 3</li><li>Deck pay: 4</li><li>Engine pay: 2</li></ul>"
BLOCKS = [{"type": "paragraph", "text": text} for text in TEXT]
STATES = {
    "title alone": {"article": {"headline": TITLE, "blocks": BLOCKS}},
    "json in json": {"Article:1": {"title": TITLE, "body": json.dumps(BLOCKS)}},
    "arc": {
        "headlines": {"basic": TITLE},
        "content_elements": [{"type": "text", "content": x} for x in TEXT],
    },
}
NELL = ["Nell Harrow"]
BYLINES = {
    "By Nell Harrow and agencies": NELL,
    "Von Nell Harrow und dpa": NELL,
    "Por Nell Harrow y agencias": NELL,
    "Par Nell Harrow avec agences": NELL,
    "By Nell Harrow and Jon Brask": ["Nell Harrow", "Jon Brask"],
    "来源：渡口日报　作者：陈大江　责任编辑：王小明": ["陈大江"],
    "责任编辑：王小明 作者：陈大江": ["陈大江"],
    "By Nell Harrow with wires": NELL,
    "稿源：港口晚报 记者：陈大江 编辑：李平": ["陈大江"],
    "Автор: Ида Марш Фото: Олег Ершов": ["Ида Марш"],
}
LISTED = "".join(
    f"<li><a href='/y{n}'>Fog keeps the fleet in</a> <time datetime='2026-11-1{n}T08:00:00Z'>1{n} Nov</time></li>"
    for n in range(3)
)
DAYS = {
    "list in the article": f"<p class='dateline'>14 September 2026</p><div class='box'><ul>{LISTED}</ul></div>",
    "numbered": f"<p>14 September 2026</p><ol>{LISTED}</ol>",
    "changed": "<time itemprop='dateModified' datetime='2026-09-20T19:20:45+01:00'>14 September 2026 | "
    "Updated 20 September 2026</time>",
    "minguo": "<p class='date'>發布日期：115年9月14日</p>",
    "minguo, spaced": "<p class='date'>115 年 9 月 14 日</p>",
    "thai": "<p class='date'>14 กันยายน พ.ศ. 2569 น.</p>",
    "thai, weekday": "<span class='date'>วันจันทร์ที่ 14 กันยายน พ.ศ. 2569 เวลา 08:30 น.</span>",
}
TITLES = {
    "empty": (f"<h1></h1><h2>{TITLE}</h2>", TITLE),
    "blank": (f"<h1> <span></span></h1><h2 class='t'>{TITLE}</h2>", TITLE),
    "escaped twice": ("<h1>Court &amp;amp; crews: &amp;quot;paid&amp;quot;</h1>", 'Court & crews: "paid"'),
    "escaped sign": ("<h1>The owner&amp;#8217;s nets are paid for</h1>", "The owner’s nets are paid for"),
    "escaped once": ("<h1>Court &amp; crews</h1>", "Court & crews"),
}
GONE = (
    "Artículo no disponible | Correo",
    "This article has been removed",
    "Sorry, this page was taken down",
    "Article unavailable | Tarrow Post",
)
WALLS = {
    "ru": "Продолжение доступно только подписчикам",
    "pl": "Zaloguj się, aby czytać dalej",
    "zh": "登录后继续阅读",
    "ja": "続きを読むには会員登録が必要です",
}


def _page(lang: str, head: str, text: list[str], title: str = "") -> str:
    body = f"<article><h1>{title or text[0][:20]}</h1><div>{paragraphs(text)}</div></article>"
    return f"<html lang='{lang}'><head>{head}<title>{title or text[0][:20]}</title></head><body>{body}</body></html>"


def _bodies() -> dict[str, Case]:
    found = {}
    for name, (lang, codec, head, text) in ENCODED.items():
        found[name] = Case(_page(lang, head, text).encode(codec), {"body": text})
    for name, words in INITIALS.items():
        found[name] = Case(shell(article(f"<p>{words}</p>" + paragraphs(TEXT[1:]))), {"body": TEXT})
    for name, box in SIGNATURES.items():
        text = paragraphs(TEXT[:2]) + box + paragraphs(TEXT[2:])
        found[f"signed by {name}"] = Case(shell(article(text)), {"body": SIGNED})
    for name, box in TALKS.items():
        found[f"talk in {name}"] = Case(shell(article(paragraphs(TEXT[:2]) + box)), {"body": TALK})
    for name, state in STATES.items():
        script = f"<script>window.__STATE__ = {json.dumps(state)};</script>"
        head = f"<head><title>{TITLE} | Tarrow Post</title></head>"
        found[name] = Case(f"<html>{head}<body><div id='root'></div>{script}</body></html>", {"body": TEXT})
    return found


def _heads() -> dict[str, Case]:
    found = {}
    for line, names in BYLINES.items():
        found[line] = Case(shell(article(line=f"<p class='byline'>{line}</p>")), {"authors": names})
    for name, line in DAYS.items():
        day = "2026-09-14T08:30:00+00:00" if "08:30" in line else "2026-09-14"
        found[name] = Case(shell(article(line=line)), {"published": day})
    for name, (heading, title) in TITLES.items():
        text = f"<html><head><title>{title if 'escaped' not in name else ''}</title></head><body>{heading}"
        found[f"title, {name}"] = Case(f"{text}{paragraphs(TEXT)}</body></html>", {"title": title})
    return found


def _rejects() -> dict[str, Case]:
    found = {}
    for title in GONE:
        page = f"<html><head><title>{title}</title></head><body><h1>{title}</h1><p>Look elsewhere.</p></body></html>"
        found[title] = Case(page, {"reject": "error page"})
    for lang, wall in WALLS.items():
        page = _page(lang, "", RUSSIAN[:1], TITLE).replace(
            "</article>", f"<div class='x'>{wall}</div></article>"
        )
        found[f"wall, {lang}"] = Case(page, {"reject": "paywall stub"})
    return found


def cases() -> dict[str, Case]:
    """Each form on a page of its own."""
    broken = _page("ru", "", RUSSIAN).encode().replace(b"<p>", b"<p>\x92", 1)
    own = shell(
        article(line="<p class='byline'>By Nell Harrow</p>"), data={"author": {"name": "The Tarrow Post"}}
    )
    return {
        "utf-8 but for a byte": Case(broken, {"has": RUSSIAN[1:]}),
        "no talk": Case(
            shell(article(foot=f"<div class='ranking'><ul>{RANKING}</ul></div>")), {"body": TEXT}
        ),
        "facts are no talk": Case(
            shell(article(paragraphs(TEXT[:3]) + FACTS + paragraphs(TEXT[3:]))), {"has": ["- Deck crew: 6"]}
        ),
        "the paper itself": Case(own, {"authors": NELL}),
        **_bodies(),
        **_heads(),
        **_rejects(),
    }


CASES = cases()
