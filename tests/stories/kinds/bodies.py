"""Bodies: what unfolds, initials, letters to subscribe to, pull quotes, tables, breaks, corners and sign-offs."""

from tests.stories.kinds import OTHER, SITE, TEXT, TITLE, Case, article, paragraphs, shell

REST = "<button aria-expanded='false'>Read more</button>"
FOLDS = {
    "hidden from readers": "div aria-hidden='true'",
    "class": "div class='collapse'",
    "style": "div class='more' style='display:none'",
    "details": "details",
    "attribute": "div hidden",
    "section": "section class='accordion__panel' aria-hidden='true'",
}
FIRST = TEXT[0]
INITIALS = {
    "span": f"<p><span class='dropcap'>{FIRST[0]}</span>{FIRST[1:]}</p>",
    "own box": f"<div><span class='drop-cap'>{FIRST[0]}</span><p>{FIRST[1:]}</p></div>",
    "space": f"<p><span class='dropcap'>{FIRST[0]}</span>\n{FIRST[1:]}</p>",
    "paragraph": f"<p class='dropcap'>{FIRST[0]}</p><p>{FIRST[1:]}</p>",
}
LETTERS = {
    "class": "<div class='NewsletterSignup__x9'><h4>The Net</h4><p>Sign up for our weekly letter.</p></div>",
    "plain": "<p>Sign up for our weekly letter from the coast</p>",
    "inbox": "<div class='nl'><b>The Net</b><p>Our letter, in your inbox.</p><a href='/n'>Sign up</a></div>",
    "german": "<div class='x'><p>Melden Sie sich für unseren wöchentlichen Brief an.</p></div>",
    "french": "<div class='x'><p>Inscrivez-vous à notre lettre hebdomadaire.</p></div>",
    "spanish": "<div class='x'><p>Suscríbete a nuestro boletín semanal.</p></div>",
}
SAID = "We sign for the week and the foreman fills in what he likes"
QUOTES = {
    "class": f"<p class='pull-quote'>{SAID}</p>",
    "quote": f"<blockquote>{SAID}</blockquote>",
    "signed": f"<div class='pq'><p>“{SAID}”</p><cite>Dora Lindqvist</cite></div>",
    "plain": f"<p>“{SAID}”</p>",
}
ROWS = ["struck out twice", "no stamp on it", "signed in blue ink"]
ITEMS = "".join(f"<li>{row}</li>" for row in ROWS)
ONE_ROW = "<tr><td>March</td><td>CELL</td></tr><tr><td>April</td><td>none</td></tr>"
LISTS = {
    "list": f"<ul>{ITEMS}</ul>",
    "numbers": f"<ol>{ITEMS}</ol>",
    "terms": f"<dl><dt>{ROWS[0]}</dt><dd>{ROWS[1]}</dd><dt>also</dt><dd>{ROWS[2]}</dd></dl>",
    "cells": f"<table>{''.join(f'<tr><td>x</td><td>{row}</td></tr>' for row in ROWS)}</table>",
    "list in a cell": f"<table>{ONE_ROW.replace('CELL', f'<ul>{ITEMS}</ul>')}</table>",
    "numbers in a cell": f"<table>{ONE_ROW.replace('CELL', f'<ol>{ITEMS}</ol>')}</table>",
    "lines in a cell": f"<table>{ONE_ROW.replace('CELL', '<br>'.join(ROWS))}</table>",
}
BROKEN = {
    "two breaks": "<br><br>".join(TEXT),
    "one break": "<br>\n".join(TEXT),
    "advert between": "<br><br>".join(TEXT[:3])
    + "<div class='ad'>Advertisement</div>"
    + "<br><br>".join(TEXT[3:]),
    "bold opening": f"<b>{TEXT[0]}</b><br><br>" + "<br><br>".join(TEXT[1:]),
    "font": f"<font size='2'>{'<br><br>'.join(TEXT)}</font>",
}
HOLDERS = ("div class='artText'", "article class='artData'", "section", "td")
BELOW = {
    "name": "<p>Nell Harrow</p>",
    "dash": "<p>— Nell Harrow</p>",
    "initials": "<p>(nh)</p>",
    "agency": "<p>(dpa)</p>",
    "day": "<p>Published: 14 September 2026</p>",
    "print": "<p>Print this page</p>",
    "chinese": "<p>责任编辑：李海生</p>",
    "japanese": "<p>【記者・鈴木良子】</p>",
    "korean": "<p>이순자 기자 lee@post.example</p>",
    "spanish": "<p>Síguenos en Twitter</p>",
    "subscriber": "<p>Already a subscriber? Log in</p>",
}
CORNERS = {
    "cards": article()
    + "".join(f"<div class='card'><h3><a href='/c'>Other</a></h3><p>{text}</p></div>" for text in OTHER),
    "chunks": f"<h1>{TITLE}</h1>"
    + "".join(f"<section class='c'><div><p>{text}</p></div></section>" for text in TEXT),
    "rows": f"<h1>{TITLE}</h1>"
    + "".join(f"<div class='r{n}'><p>{text}</p></div>" for n, text in enumerate(TEXT)),
    "unknown elements": f"<h1>{TITLE}</h1><x-body>{''.join(f'<x-p><p>{text}</p></x-p>' for text in TEXT)}</x-body>",
    "quote of an embed": article(
        paragraphs(TEXT[:3])
        + f"<blockquote class='rich-embed'><p>{TEXT[3]}</p></blockquote>"
        + paragraphs(TEXT[4:])
    ),
    "endless": f"{article()}<article><h1>Mill closes its gates</h1><div>{paragraphs(OTHER)}</div></article>",
}
TEASERS = "".join(f"<h3><a href='/n{n}'>Teaser number {n} of the day</a></h3>" for n in range(16))


def _between(box: str) -> str:
    return article(paragraphs(TEXT[:4]) + box + paragraphs(TEXT[4:]))


def cases() -> dict[str, Case]:
    """Each in the middle of the story, or around it."""
    wants = {"body": TEXT}
    found = {}
    for name, opening in FOLDS.items():
        closed = f"<{opening}>{paragraphs(TEXT[2:4])}</{opening.split()[0]}>"
        page = article(paragraphs(TEXT[:2]) + REST + closed + paragraphs(TEXT[4:]))
        found[f"fold, {name}"] = Case(shell(page), wants)
    for name, markup in INITIALS.items():
        found[f"initial, {name}"] = Case(shell(article(markup + paragraphs(TEXT[1:]))), wants)
    for name, box in LETTERS.items():
        found[f"letter, {name}"] = Case(shell(_between(box)), wants)
        twice = article(paragraphs(TEXT[:2]) + box + paragraphs(TEXT[2:4]) + box + paragraphs(TEXT[4:]))
        found[f"letter twice, {name}"] = Case(shell(twice), wants)
    for name, box in QUOTES.items():
        found[f"pull quote, {name}"] = Case(shell(_between(box)), wants)
    for name, box in LISTS.items():
        found[name] = Case(shell(_between(box)), {"has": TEXT + ROWS})
    for name, text in BROKEN.items():
        for holder in HOLDERS:
            tag = holder.split()[0]
            box = f"<table><tr><td>{text}</td></tr></table>" if tag == "td" else f"<{holder}>{text}</{tag}>"
            page = f"<h1>{TITLE}</h1><div class='byline'>By Nell Harrow</div>{box}"
            found[f"{name}, {tag}"] = Case(shell(page), {"has": TEXT})
    for name, line in BELOW.items():
        signed = {"author": {"@type": "Person", "name": "Nell Harrow"}}
        found[f"below, {name}"] = Case(shell(article(paragraphs(TEXT) + line), data=signed), wants)
    for name, page in CORNERS.items():
        found[name] = Case(shell(page), wants)
    struck = FIRST.replace("four days", "<del>three</del> <ins>four</ins> days", 1)
    found["struck out"] = Case(shell(article(paragraphs([struck, *TEXT[1:]]))), wants)
    short = shell(f"<h1>{TITLE}</h1><p>{TEXT[0]}</p>{TEASERS}", shared=False)
    found["short among teasers"] = Case(short, {"body": TEXT[:1]}, f"{SITE}/n/123")
    found["plain permalink"] = Case(shell(article(), shared=False, after=TEASERS), wants, f"{SITE}/?p=2895")
    return found


CASES = cases()
