"""Days that a page tells of and was not published on: alone they date no story, beside its own day they lose to it."""

import json

from tests.stories.kinds import TEXT, TITLE, Case, article, paragraphs, shell
from tests.stories.kinds.dates import DAY, OWN, STAMP

SENTENCES = (
    "The labour court will hear their case on 9 April 2026, and the yard is to close.",
    "The next hearing is on 9 April 2026.",
    "Under the Labour Act of 12 June 1998, wages are due each month.",
    "The yard was opened by the mayor on 9 April 2019 and has changed hands twice.",
    "Her first book was published on 9 May 2019 by a small press in the town.",
    "The ministry released its report on 9 May 2019 and has said nothing since.",
    "By 9 April 2026 the yard has to pay all of them, the labour court has held.",
    "De rechtbank hoort de zaak van de vrouwen op 9 april 2026.",
    "Por la tarde del 9 de abril de 2026 se cerró el astillero entero.",
    "Le tribunal entendra l'affaire le 9 avril 2026, a indiqué le greffe.",
    "Das Gericht verhandelt am 9. April 2026 über die Klage der Arbeiter.",
    "El tribunal verá el caso el 9 de abril de 2026, según un funcionario.",
    "Суд рассмотрит дело 9 апреля 2026 года, сообщили в канцелярии.",
    "法庭将于2026年4月9日开庭审理此案，工会表示。",
    "裁判所は二〇二六年四月九日に審理を開く見通しだ。",
    "ستنظر المحكمة في القضية في 9 أبريل 2026، بحسب النقابة.",
    "अदालत 9 अप्रैल 2026 को मामले की सुनवाई करेगी।",
)
TOLD = {
    **{text: f"<p class='lead'>{text}</p>" for text in SENTENCES},
    "heading": "<h2>Court to hear the menders on 9 April 2026</h2>",
    "caption": "<figure><img src='a.jpg'><figcaption>The yard on 11 May 2019</figcaption></figure>",
    "caption by class": "<div><img src='a.jpg'><p class='wp-caption'>The yard on 11 May 2019</p></div>",
    "caption by class of an image": "<img src='a.jpg'><span class='image-caption'>The yard, 11 May 2019</span>",
    "photo": "<p>Photo taken 9 May 2019 by Tom Reed</p>",
    "file photo": "<p>File photo, 9 May 2019</p>",
}
BELOW = {
    "events": "<aside class='events'><ul><li>9 April 2026 - Choir in the hall</li></ul></aside>",
    "weather": "<div class='weather'>20.11.2026 Tarrow 4°C</div>",
    "bar": "<div class='topbar'>20 Nov 2026 | Tarrow 4 C</div>",
    "today": "<span class='current-date'>November 20, 2026</span>",
    "related": f"<aside><h2>Related</h2><ul><li>{STAMP} <a href='/x'>Yard sold to Ostrel</a></li></ul></aside>",
    "latest": "<section class='latest'><div><a href='/x'>Mayor speaks</a> <span>19 November 2026</span></div></section>",
}
MASTHEADS = (
    "Friday, 20 November 2026",
    "Thursday, 19 November 2026",
    "Edition of Friday 20 November 2026",
    "Freitag, 20. November 2026",
    "الجمعة 20 نوفمبر 2026",
    "2026年11月20日 星期五",
)
DATED = {  # by the story's own lines, though they end as sentences do
    "<p>TARROW (14 September 2026) – The menders were paid for four days today.</p>": DAY,
    "<p>TARROW, September 14, 2026 (Post) — The menders were paid for four days.</p>": DAY,
    "<p>14 September 2026 – The menders were paid for four days of every six.</p>": DAY,
    "<p>14 September 2026 by Nell Harrow in the pages of work and trade.</p>": DAY,
    "<p>Reporting by Nell Harrow in the town of Tarrow, 14 September 2026.</p>": DAY,
    "<p>This article was first published on 14 September 2026.</p>": DAY,
    "<p>This story appeared in print on 14 September 2026.</p>": DAY,
    "<p>Dieser Artikel ist am 14. September 2026 in der Post erschienen.</p>": DAY,
    "<p>Este artículo apareció en la edición impresa del 14 de septiembre de 2026.</p>": DAY,
    "<p>Published on 14 September 2026 by Nell Harrow in News and Work.</p>": DAY,
}
LINE = "<p>14 September 2026</p>"
HEADERS = {  # that are the story's, not the page's
    "with a heading": shell(article(), before=f"<header><h2>Work and pay</h2>{LINE}</header>"),
    "with a link in a heading": shell(
        article(), before=f"<header><h2>Work, by <a href='/nell'>Nell Harrow</a></h2>{LINE}</header>"
    ),
    "in the article": shell(article().replace("<article>", f"<article><header>{LINE}</header>")),
    "named caption": shell(
        f"<div class='caption'><img src='a.jpg'><div>{LINE}</div></div>".join(
            ("<h1>" + TITLE + "</h1>", paragraphs(TEXT))
        )
    ),
}
LISTED = {
    "@context": "https://schema.org",
    "@type": "ItemList",
    "itemListElement": [
        {
            "@type": "NewsArticle",
            "headline": "Mayor speaks",
            "datePublished": "2026-11-02",
            "author": "Tom Reed",
        }
    ],
}


def cases() -> dict[str, Case]:
    """Each of them alone, and beside the story's own day."""
    found = {}
    for name, line in TOLD.items():
        found[f"alone: {name}"] = Case(shell(article(line=line)), {"published": None})
        found[f"beside: {name}"] = Case(shell(article(line=line + OWN["class"])), {"published": DAY})
    for name, box in BELOW.items():
        found[f"below: {name}"] = Case(shell(article(), after=box), {"published": None})
    for line in MASTHEADS:
        head = f"<header><a href='/'>The Tarrow Post</a><div class='date'>{line}</div></header>"
        found[f"masthead: {line}"] = Case(shell(article(), before=head), {"published": None})
        found[f"masthead and own: {line}"] = Case(
            shell(article(line=OWN["name"]), before=head), {"published": DAY}
        )
    for line, day in DATED.items():
        found[line] = Case(shell(article(line=line)), {"published": day})
    for name, page in HEADERS.items():
        found[name] = Case(page, {"published": DAY})
    data = f"<script type='application/ld+json'>{json.dumps(LISTED)}</script>"
    found["listed"] = Case(shell(article(), head=data), {"published": None, "authors": ["The Tarrow Post"]})
    return found


CASES = cases()
