"""Eight outlets as their servers answer: stories in invented words in their mark-up, and the lists that name them."""

import gzip
import json
from dataclasses import dataclass

TEXT = (
    "The ferry between Velm and Tarrow stayed in port on Monday after its crew refused to sail without a second mate.",
    "The harbour office said that it had asked the owners for a relief crew, and that none could be found in time.",
    "“We sign for the whole day and nobody shows us the book,” said Orla Tennick, who has worked there for ten years.",
)


@dataclass(frozen=True, slots=True)
class Markup:
    """How an outlet marks up its pages: around the headline, a paragraph, all paragraphs; whether it gives JSON-LD.

    address: of story number {0}. lists: where each is named, with the numbers of its stories.
    """

    address: str
    headline: str
    paragraph: str
    body: str
    lists: dict[str, tuple[int, ...]]
    data: bool = True


OUTLETS = {
    "reuters": Markup(
        "https://www.reuters.com/world/ferry-{0}-stays-port-2026-03-0{0}/",
        '<header data-testid="DefaultArticleHeader"><h1 data-testid="Heading" class="text__text__1FZLe">{}</h1></header>',
        '<div data-testid="paragraph-0" class="text__text__1FZLe">{}</div>',
        '<div data-testid="ArticleBody"><div class="article-body__content__17Yit">{}</div></div>',
        {"https://www.reuters.com/arc/outboundfeeds/news-sitemap-index/?outputType=xml": (1, 2)},
    ),
    "ap": Markup(
        "https://apnews.com/article/ferry-port-crew-{0}cc842471fb9df42315d658d88c8403a",
        '<div class="Component-headline-0-2-15"><h1 class="Component-heading-0-2-16">{}</h1></div>',
        '<p class="Component-root-0-2-50 p Component-p-0-2-40">{}</p>',
        '<div class="Content WireStory"><div class="Article">{}</div></div>',
        {"https://apnews.com/sitemap/google-news-sitemap/sitemap_index.xml": (1, 2)},
    ),
    "aljazeera": Markup(
        "https://www.aljazeera.com/news/2026/3/{0}/ferry-{0}-stays-in-port",
        '<div class="article-heading"><h1 class="post-title">{}</h1></div>',
        "<p>{}</p>",
        '<div class="main-article-body"><div class="article-p-wrapper">{}</div></div>',
        {
            "https://www.aljazeera.com/xml/rss/all.xml": (1, 2),
            "https://www.aljazeera.com/news-sitemap.xml": (2, 3),
        },
    ),
    "dw": Markup(
        "https://www.dw.com/en/ferry-{0}-stays-in-port/a-6546432{0}",
        '<div id="bodyContent"><div class="col3"><h1>{}</h1></div></div>',
        "<p>{}</p>",
        '<div class="group"><div class="longText">{}</div></div>',
        {"https://rss.dw.com/rdf/rss-en-all": (1, 2), "https://www.dw.com/en/news-sitemap.xml": (2, 3)},
        data=False,
    ),
    "le_monde": Markup(
        "https://www.lemonde.fr/international/article/2026/03/0{0}/le-ferry-{0}-reste-au-port_618709{0}_3210.html",
        '<header class="article__header"><h1 class="article__title">{}</h1></header>',
        '<p class="article__paragraph">{}</p>',
        '<section class="article__wrapper"><article class="article__content">{}</article></section>',
        {"https://www.lemonde.fr/rss/une.xml": (1, 2), "https://www.lemonde.fr/sitemap_news.xml": (2, 3)},
    ),
    "tagesschau": Markup(
        "https://www.tagesschau.de/ausland/faehre-hafen-10{0}.html",
        '<div class="seitenkopf"><h1 class="seitenkopf__headline"><span>{}</span></h1></div>',
        '<p class="textabsatz m-ten m-offset-one">{}</p>',
        '<article class="container content-wrapper__group">{}</article>',
        {"https://www.tagesschau.de/xml/rss2/": (1, 2, 3)},
    ),
    "sueddeutsche": Markup(
        "https://www.sueddeutsche.de/wirtschaft/faehre-hafen-mannschaft-1.444584{0}",
        '<section class="header"><h2>{}</h2></section>',
        "<p>{}</p>",
        '<article id="sitecontent" class="article hentry"><section class="body" id="article-body">{}</section></article>',
        {"https://rss.sueddeutsche.de/alles": (1, 2)},
    ),
    "el_pais": Markup(
        "https://elpais.com/internacional/2026-02-0{0}/el-barco-{0}-sigue-en-puerto.html",
        '<header class="articulo-encabezado"><h1 class="articulo-titulo" itemprop="headline">{}</h1></header>',
        "<p>{}</p>",
        '<div class="articulo-cuerpo" id="cuerpo_noticia" itemprop="articleBody">{}</div>',
        {
            "https://feeds.elpais.com/mrss-s/pages/ep/site/elpais.com/portada": (1, 2),
            "https://elpais.com/sitemaps/2026/02/sitemap_0.xml": (2, 3, 4),
            "https://elpais.com/sitemaps/2026/03/sitemap_0.xml": (),
        },
    ),
}


def story_of(markup: Markup, number: int) -> str:
    """A story's page. The publication day is in its JSON-LD, or in a line that it prints."""
    title = f"Ferry {number} stays in port for a week"
    url = markup.address.format(number)
    data = {"@type": "NewsArticle", "headline": title, "datePublished": f"2026-03-0{number}T08:00:00+00:00"}
    head = f"<script type='application/ld+json'>{json.dumps(data)}</script>" if markup.data else ""
    line = (
        "" if markup.data else f"<ul class='smallList'><li><strong>Date</strong> 0{number}.03.2026</li></ul>"
    )
    said = [
        *TEXT,
        f"It was ferry number {number} of the line, and the third to stay in port since the autumn.",
    ]
    body = markup.body.format("".join(map(markup.paragraph.format, said)))
    return (
        f"<html><head><title>{title}</title><link rel='canonical' href='{url}'>{head}</head>"
        f"<body>{markup.headline.format(title)}{line}{body}</body></html>"
    )


def answers() -> dict[str, tuple[bytes, str]]:
    """What each address answers, and its media type."""
    found: dict[str, tuple[bytes, str]] = {}
    for markup in OUTLETS.values():
        for numbers in markup.lists.values():
            found |= {
                markup.address.format(number): (story_of(markup, number).encode(), "text/html")
                for number in numbers
            }
        for url, numbers in markup.lists.items():
            found |= _list(url, [markup.address.format(number) for number in numbers])
    return found


def _list(url: str, stories: list[str]) -> dict[str, tuple[bytes, str]]:
    """A feed, a sitemap, or an index with its one leaf."""
    if "index" in url:
        leaf = url.replace("index", "leaf")
        told = f"<sitemapindex><sitemap><loc>{leaf.replace('&', '&amp;')}</loc></sitemap></sitemapindex>"
        return {url: (told.encode(), "application/xml"), **_list(leaf, stories)}
    if "sitemap" in url:
        text = "".join(f"<url><loc>{story}</loc></url>" for story in stories)
        packed = f"<urlset>{text}</urlset>".encode()
        return {url: (gzip.compress(packed) if url.endswith(".gz") else packed, "application/xml")}
    text = "".join(f"<item><title>Ferry</title><link>{story}</link></item>" for story in stories)
    return {url: (f"<rss><channel>{text}</channel></rss>".encode(), "application/rss+xml")}
