"""Pages of publishing systems in several languages: what their templates put around a story is none of it."""

from typing import NamedTuple

from tests.stories.kinds import SITE, TEXT, TITLE, Case

SITE_NAME = "The Tarrow Post"


class Told(NamedTuple):
    """A story as a page of its language prints it."""

    lang: str
    title: str
    name: str
    by: str
    day: str
    text: list[str]


STORIES = [
    Told("en", TITLE, "Nell Harrow", "By {}", "14 September 2026", TEXT),
    Told(
        "ru",
        "Сетевязальщицам платили за четыре дня из шести",
        "Лидия Остова",
        "Автор: {}",
        "14 сентября 2026",
        [
            "Женщинам, которые чинят сети в Тарроу, платили за четыре дня из шести, показывают их книги.",
            "Верфь принадлежит фирме «Острел» и держит на южном берегу Вельма триста человек, почти все из двух сёл.",
            "«Мы расписываемся за неделю, а мастер вписывает, что хочет», — рассказала Дора Линд, которая там много лет.",
        ],
    ),
    Told(
        "es",
        "Las rederas cobraron cuatro días de cada seis",
        "Ana Ruiz",
        "Por {}",
        "14 de septiembre de 2026",
        [
            "Las mujeres que remiendan redes en el astillero cobraron cuatro días de cada seis, según sus libretas.",
            "El astillero es de la firma Ostrel y emplea a trescientas personas en la orilla sur del río Velma.",
            "«Firmamos la semana entera y el capataz apunta lo que quiere», contó Dora Linde, que lleva años allí.",
        ],
    ),
    Told(
        "ja",
        "網を繕う女性、六日のうち四日分しか払われず",
        "鈴木 良子",
        "文・{}",
        "2026年9月14日",
        [
            "タロー造船所で網を繕う女性たちが、六日働いても四日分しか賃金を受け取っていなかったことが、手帳の記録から分かった。",
            "造船所はオストレル網業が持ち、ヴェルム川の南岸で三百人を雇っている。多くは対岸の二つの村から通う人たちだ。",
            "長く働くドーラさんは「一週間分の署名をすると、監督が好きな数を書き込む」と話した。誰も帳簿を見せてもらえない。",
        ],
    ),
]


def _paragraphs(told: Told) -> str:
    return "".join(f"<p>{text}</p>" for text in told.text)


def _broken(told: Told) -> str:
    return "<br><br>".join(told.text)


def blogger(told: Told) -> str:
    """The name of the blog in a first-level heading, the headline in a third-level one and behind the name in a title."""
    return (
        f"<title>{SITE_NAME}: {told.title}</title></head><body><h1 class=title><a href=/>{SITE_NAME}</a></h1>"
        f"<h2 class=date-header>{told.day}</h2><div class='post hentry'><h3 class=post-title>{told.title}</h3>"
        f"<div class='post-body entry-content'>{_broken(told)}</div><div class=post-footer>Posted by <span class=fn>"
        f"{told.name}</span></div></div>"
    )


def logo(told: Told) -> str:
    """The name of the site in a first-level heading and before the headline in the title."""
    return (
        f"<title>{SITE_NAME} » {told.title}</title></head><body><h1 class=logo><a href=/>{SITE_NAME}</a>"
        f"</h1><div class=post>"
        f"<h2 class=headline>{told.title}</h2><p class=byline>{told.name} | {told.day}</p>{_paragraphs(told)}</div>"
    )


def tables(told: Told) -> str:
    """A table lays out the page, and no heading is one."""
    return (
        f"<title>{SITE_NAME} | News | {told.title}</title></head><body><table><tr><td><img src=l.gif></td></tr><tr>"
        f"<td><a href=/a>News</a><br><a href=/b>Trade</a></td><td><font size=5><b>{told.title}</b></font><br>"
        f"<font size=2><i>{told.by.format(told.name)}</i><br>{told.day}</font><br><br>"
        f"<font size=3>{_broken(told)}</font><br>"
        f"<br><a href=/p>Printer friendly version</a></td></tr></table>"
    )


def boxes(told: Told) -> str:
    """Kicker and headline, and name, office and day, in boxes of one box each."""
    return (
        f"<title>{told.title} | {SITE_NAME}</title></head><body><main><div><span class=k>Trade</span>"
        f"<h1>{told.title}</h1>"
        f"<div class=byline><div>{told.name}</div></div><div class=d>{told.day}</div></div><div class=a>"
        f"{''.join(f'<div data-c=text><p>{text}</p></div>' for text in told.text)}</div></main>"
    )


def breaks(told: Told) -> str:
    """The text straight in a box, beside boxes for headline, name and day."""
    return (
        f"<title>{told.title} - {SITE_NAME}</title></head><body><div class=top><a href=/>{SITE_NAME}</a></div>"
        f"<div class=story><h1>{told.title}</h1><div class=author>{told.name}</div>"
        f"<div class=day>{told.day}</div><div class=txt>"
        f"{_broken(told)}</div></div>"
    )


def ngo(told: Told) -> str:
    """A line above the text that is a day, and whom to ask below it."""
    return (
        f"<title>{told.title} :: {SITE_NAME}</title></head><body><main><h1>{told.title}</h1>"
        f"<div class=author>{told.name}"
        f"</div><div class=meta-line>{told.day}</div><div class=rte>{_paragraphs(told)}<hr><p>"
        f"<b>For media enquiries:</b>"
        f"<br>press@tarrow-post.example, +00 20 0000 0000</p></div></main>"
    )


def dated(told: Told) -> str:
    """Two days in one line, labelled, as a paragraph above the text."""
    return (
        f"<title>{told.title}</title></head><body><article><h1>{told.title}</h1><p>{told.day} · {told.day}, 10:00</p>"
        f"<div class=author>{told.name}</div>{_paragraphs(told)}<p>48 views</p></article>"
    )


def medium(told: Told) -> str:
    """Who wrote stands in the title."""
    return (
        f"<title>{told.title} | by {told.name} | Medium</title></head><body><article><h1>{told.title}</h1>"
        f"<div><a href=/@n>"
        f"{told.name}</a><span>·</span><a href=/f>Follow</a><span>3 min read</span><span>·</span>"
        f"<span>{told.day}</span></div>"
        f"{_paragraphs(told)}</article>"
    )


def cases() -> dict[str, Case]:
    """Each template in each language."""
    found = {}
    for template in (blogger, logo, tables, boxes, breaks, ngo, dated, medium):
        for told in STORIES:
            page = f"<!doctype html><html lang={told.lang}><head><meta charset=utf-8>{template(told)}</body></html>"
            wants = {"title": told.title, "authors": [told.name], "body": told.text}
            found[f"{template.__name__}, {told.lang}"] = Case(page, wants, f"{SITE}/news/4711")
    return found


CASES = cases()
