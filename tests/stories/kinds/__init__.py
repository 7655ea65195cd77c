"""Kinds of pages that were once read wrong, each in several scripts, templates and orders: a table a kind."""

import json
from typing import NamedTuple

SITE = "https://www.tarrow-post.example"
URL = f"{SITE}/news/net-menders-paid-for-four-days-of-six"
TITLE = "Net menders paid for four days of every six"
TEXT = [
    "Women who mend nets at the Tarrow yard have been paid for four days of every six that they worked, "
    "their books show.",
    "The yard, which belongs to Ostrel Nets, employs three hundred people on the south bank of the Velm.",
    "“We sign for the week and the foreman fills in what he likes,” said Dora Lindqvist, who has worked there for years.",
    "The books cover the months from March to August, and on each page the number of days was struck out "
    "and written anew.",
    "Ostrel Nets said that it was looking into the matter, and that it paid each worker in line with the "
    "law of the land.",
    "The inspector of labour is to visit the yard a second time before the fleet goes out for herring in the autumn.",
]
OTHER = [
    "The mill at Odder closed its gates on Friday after the river had risen above the second step of the yard.",
    "Its owner said that the wheel would not turn before the weir had been mended, which takes a month at the least.",
    "Some twenty men carried the sacks to the chapel, where the flour was weighed and stored until the water fell.",
]
RELATED = (
    "<aside class='related-stories'><h3>Related stories</h3><ul><li><a href='/news/a'>Bridge at Odder to be widened</a>"
    "</li><li><a href='/news/b'>Lighthouse keeper retires after forty years</a></li></ul></aside>"
)


class Case(NamedTuple):
    """A page and what a careful person records of it.

    wants: `title`, `authors`, `published`, `body` (paragraphs), `has` and `lacks` (parts of the body), `reject`, `url`.
    """

    page: str | bytes
    wants: dict[str, object]
    url: str = URL
    encoding: str | None = None


def paragraphs(texts: list[str]) -> str:
    """The texts as p elements."""
    return "".join(f"<p>{text}</p>\n" for text in texts)


def shell(
    main: str,
    *,
    title: str = TITLE,
    head: str = "",
    lang: str = "en",
    before: str = "",
    after: str = "",
    shared: bool = True,
    data: dict[str, object] | None = None,
    canonical: str = "",
    charset: str = "utf-8",
) -> str:
    """A page as templates make it. shared: with tags for those who share it; data: JSON-LD of the story."""
    stated = f"<link rel='canonical' href='{canonical}'>" if canonical else ""
    if shared:
        stated += (
            f'<meta property="og:title" content="{title}"><meta property="og:type" content="article">'
            '<meta property="og:site_name" content="The Tarrow Post">'
        )
    if data is not None:
        story = json.dumps({"@type": "NewsArticle", "headline": title, **data}, ensure_ascii=False)
        stated += f'<script type="application/ld+json">{story}</script>'
    return (
        f'<!DOCTYPE html><html lang="{lang}"><head><meta charset="{charset}"><title>{title} | The Tarrow Post</title>'
        f"{stated}{head}</head><body><header><a class='logo' href='/'>The Tarrow Post</a><nav><ul><li>"
        f"<a href='/news'>News</a></li><li><a href='/trade'>Trade</a></li></ul></nav></header>"
        f"{before}<main>{main}</main>{after}{RELATED}"
        "<footer><ul><li><a href='/about'>About us</a></li></ul><p>The Tarrow Post, Quay 4</p></footer></body></html>"
    )


def article(text: str = "", *, line: str = "", title: str = TITLE, foot: str = "") -> str:
    """The story. line: what stands below its headline; foot: what stands below its text."""
    text = text or paragraphs(TEXT)
    return f"<article><h1>{title}</h1>{line}<div class='article-body'>{text}</div>{foot}</article>"
