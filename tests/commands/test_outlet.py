"""`outlet` looks at a site, in saved pages or live, and writes an outlet that finds and reads its other pages."""

import importlib.util
import json
import re
from collections.abc import Iterable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from scrapy import Spider

from commands.facts_file import quoted
from stories.extraction import read
from stories.identity.urls import canonical_url, is_story
from stories.outlet import Outlet
from tests.scrapy_process import Done, scrapy
from tests.server import Answer, serve
from tests.stories.making import OTHERS, PARAGRAPHS, page, paragraphs
from tests.waiting import QUICK

MENU = "".join(
    f"<a href='/{name}'>{name}</a>" for name in ("news", "sport", "video/latest-clips-of-the-day", "about-us")
)
SITES = {  # how addresses look, the language, and how a page says when it was published
    "dated": (
        "https://www.tarrow.example.uk/2026/04/{0:02}/ferry-stays",
        "en-GB",
        "2026-04-{0:02}T09:30:00+01:00",
    ),
    "numbered": (
        "https://velmer-bote.example.de/inland/faehre-im-hafen-{0}10457.html",
        "de-DE",
        "2026-04-{0:02}T09:30:00+02:00",
    ),
    "named": (
        "https://costa.example.mx/noticias/el-barco-sigue-en-puerto-{0}",
        "es-MX",
        "2026-04-{0:02}T09:30:00-06:00",
    ),
}


def story(number: int, url: str, language: str, time: str) -> str:
    data = {
        "@type": "NewsArticle",
        "datePublished": time,
        "author": {"name": "Nell Corrigan"},
        "publisher": {"name": "The Post"},
    }
    said = f"<p>“Part {number} of the line is closed,” said Orla Tennick, who has worked there for ten years.</p>"
    return (
        f"<html lang='{language}'><head><title>Ferry {number} stays in port | The Post</title>"
        f"<link rel='canonical' href='{url}'><script type='application/ld+json'>{json.dumps(data)}</script>"
        "<link rel='alternate' type='application/rss+xml' href='/feed.xml'></head><body>"
        f"<nav>{MENU}</nav><article><h1>Ferry {number} stays in port</h1>"
        f"{paragraphs(PARAGRAPHS)}{said}</article></body></html>"
    )


def pages_of(site: str, numbers: Iterable[int]) -> dict[str, str]:
    form, language, time = SITES[site]
    return {form.format(one): story(one, form.format(one), language, time.format(one)) for one in numbers}


def saved(folder: Path, pages: Iterable[str]) -> list[str]:
    files = []
    for number, text in enumerate(pages):
        file = folder / f"{number}.html"
        file.write_text(text, encoding="utf-8")
        files.append(str(file))
    return files


def looked(folder: Path, url: str, *words: str) -> Done:
    return scrapy("outlet", url, "-s", f"DATA={folder / 'data'}", *words, db=folder / "c.db")


def written(file: Path) -> type[Spider]:
    spec = importlib.util.spec_from_file_location(file.stem, file)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    found: type[Spider] = getattr(module, file.stem.capitalize())
    return found


@pytest.mark.parametrize(
    ("site", "zone"),
    [("dated", "Europe/London"), ("numbered", "Europe/Berlin"), ("named", "America/Mexico_City")],
)
def test_an_outlet_from_saved_pages_finds_and_reads_the_others(tmp_path: Path, site: str, zone: str) -> None:
    seen, others, file = pages_of(site, range(1, 5)), pages_of(site, range(5, 9)), tmp_path / "post.py"
    done = looked(tmp_path, next(iter(seen)), "-o", str(file), "--pages", *saved(tmp_path, seen.values()))
    assert done.returncode == 0, done.stderr
    assert "quotes    4 of 4" in done.stdout
    spider = written(file)
    outlet: Outlet = spider.outlet  # type: ignore[attr-defined]
    assert (outlet.name, outlet.title, outlet.timezone) == ("post", "The Post", zone)
    assert outlet.languages == ("en",), "the text decides"
    assert spider.feeds[0].endswith("/feed.xml")  # type: ignore[attr-defined]
    assert (spider.feeds[0].seen, spider.feeds[0].answered) == ("its own pages", "")  # type: ignore[attr-defined]
    for url, text in others.items():
        assert is_story(canonical_url(url, outlet), outlet)
        found = read(page(text, url), outlet)
        assert (found.refused, found.authors, len(found.body.split("\n\n"))) == ("", ["Nell Corrigan"], 5)
    for name in ("news", "video/latest-clips-of-the-day", "about-us"):
        assert not is_story(
            canonical_url(next(iter(seen)).split("/", 3)[0] + f"//{outlet.host}/{name}", outlet), outlet
        )
    kept = sorted((tmp_path / "data" / "outlets" / "post").glob("*.json"))
    assert [json.loads(one.read_text(encoding="utf-8"))["expect"]["title"] for one in kept] == [
        f"Ferry {number} stays in port" for number in range(1, 5)
    ]


def failing(numbers: Iterable[int]) -> dict[str, str]:
    """Pages that state their text, and whose boxes the general reader mistakes for each other."""
    pages = {}
    for url, text in pages_of("dated", numbers).items():
        stated = json.dumps(" ".join(re.findall("<p>(.*?)</p>", text)))
        text = text.replace('"datePublished"', f'"articleBody": {stated}, "datePublished"')
        text = text.replace("<article>", "<div class='comments'>")
        pages[url] = text.replace("</article>", f"</div><div>{paragraphs(OTHERS)}</div>")
    return pages


def test_a_layout_is_written_where_the_pages_prove_that_the_general_reader_fails(tmp_path: Path) -> None:
    seen, file = failing((1, 2, 3)), tmp_path / "post.py"
    done = looked(tmp_path, next(iter(seen)), "-o", str(file), "--pages", *saved(tmp_path, seen.values()))
    assert done.returncode == 0, done.stderr
    assert re.search(
        r"stated text +general reader +layout\n +page 1 +\d% of .* 100% of it, 0% foreign", done.stdout
    )
    for url, text in failing((7,)).items():
        found = read(page(text, url), written(file).outlet)  # type: ignore[attr-defined]
        assert found.origins["body"] == "layout div.comments"
        assert found.body.split("\n\n")[:-1] == PARAGRAPHS
    record = json.loads((tmp_path / "data" / "outlets" / "post" / "1.json").read_text(encoding="utf-8"))
    assert record["expect"]["body"][:-1] == PARAGRAPHS


SHELL = "<html><head><title>Post</title><script src=a.js></script><script>x=1</script></head><body><i></i></body></html>"
CONSENT = (
    "<html><head><title>Before you continue</title></head><body><p>Accept all cookies.</p></body></html>"
)
BAD = {  # what is saved, the exit code, and what is said
    "only JavaScript": ([SHELL] * 3, 1, "built by JavaScript"),
    "only a consent page": ([CONSENT] * 2, 1, "consent wall"),
    "ten sites": (
        [story(n, f"https://post{n}.example/2026/04/01/ferry", "en", "") for n in range(10)],
        2,
        "an outlet is one site",
    ),
    "nothing in it": (["", ""], 1, "empty page"),
}


@pytest.mark.parametrize("name", BAD)
def test_what_makes_no_outlet_is_said_and_nothing_is_written(tmp_path: Path, name: str) -> None:
    texts, code, said = BAD[name]
    marked = [
        text.replace("<head>", "<head><link rel=canonical href='https://post.example/x'>")
        if name != "ten sites"
        else text
        for text in texts
    ]
    file = tmp_path / "post.py"
    done = looked(tmp_path, "https://post.example/", "-o", str(file), "--pages", *saved(tmp_path, marked))
    assert (done.returncode, done.stdout) == (code, ""), done.stderr
    assert said in " ".join(done.stderr.split())
    assert not file.exists()
    assert not (tmp_path / "data").exists()


WORDS = {
    "no site": ((), "name one site"),
    "no file": (("https://a.example/", "--pages", "gone.html"), "--pages gone.html: No such file"),
    "no archive": (("https://a.example/", "--pages", "gone.warc.gz"), "cannot read the archive gone.warc.gz"),
    "no name": (("https://a.example/", "-o", "The Post.py"), "no name of a spider's file"),
    "a name that is taken": (
        ("https://a.example/", "-o", "spiders/bbc.py"),
        "there is an outlet or a spider bbc already",
    ),
    "no folder": (("https://a.example/", "-o", "nowhere/post.py"), "there is no folder nowhere"),
}


@pytest.mark.parametrize("name", WORDS)
def test_wrong_words(tmp_path: Path, name: str) -> None:
    words, said = WORDS[name]
    done = scrapy("outlet", *words, db=tmp_path / "c.db")
    assert done.returncode == 2
    assert said in " ".join(done.stderr.split())


def test_a_site_is_looked_at_live_politely_and_its_lists_are_stated(tmp_path: Path) -> None:
    paths = [f"/2026/04/{number:02}/ferry-stays" for number in range(1, 5)]
    with serve({}) as site:
        items = "".join(f"<item><link>{site.url}{path}</link></item>" for path in paths)
        links = "".join(f"<h3><a href='{path}'>Ferry</a></h3>" for path in paths)
        feed = "<link rel=alternate type='application/rss+xml' href='/feed.xml'>"
        front = f"<html lang=en><head>{feed}</head><body>{MENU}{links}</body></html>"
        site.answers |= {
            path: Answer(story(n, f"{site.url}{path}", "en", "2026-04-01T09:30:00Z"))
            for n, path in enumerate(paths)
        }
        site.answers |= {
            "/": Answer(front),
            "/feed.xml": Answer(
                f"<rss><channel>{items}</channel></rss>", headers={"Content-Type": "application/xml"}
            ),
            "/robots.txt": Answer(
                f"User-agent: *\nDisallow: /hidden\nSitemap: {site.url}/gone.xml",
                headers={"Content-Type": "text/plain"},
            ),
        }
        done = looked(tmp_path, f"{site.url}/", *QUICK, *site.open)
        assert done.returncode == 0, done.stderr
        assert "4 of 6 pages are stories" in done.stdout
        day = re.search(
            rf'feeds = \(ListAddress\("{site.url}/feed.xml", seen="its own pages", answered="([\d-]+)"\),\)',
            done.stdout,
        )
        assert day, done.stdout
        assert date.fromisoformat(day[1]) <= datetime.now(UTC).date()
        assert f'ListAddress("{site.url}/gone.xml", seen' not in done.stdout
        assert r'stories=r"/\d{4}/\d{1,2}/\d{1,2}/"' in done.stdout
        assert not (tmp_path / "c.db").exists()
        site.answers["/robots.txt"] = Answer(
            "User-agent: *\nDisallow: /", headers={"Content-Type": "text/plain"}
        )
        done = looked(tmp_path, f"{site.url}/", *QUICK, *site.open)
        assert done.returncode == 1
        assert "robots.txt forbids" in done.stderr
        url, opened = site.url, site.open
    done = looked(tmp_path, f"{url}/", *QUICK, *opened)
    assert done.returncode == 1
    assert f"{url}/ gave no page: connection refused" in done.stderr


@pytest.mark.parametrize(
    "text", ['a "b" c', "d'e", "f\\g", "h\ni", "\u202eé"], ids=["double", "single", "back", "break", "turned"]
)
def test_what_a_site_says_cannot_end_a_string(text: str) -> None:
    assert eval(quoted(text)) == text  # noqa: S307


def test_a_copy_is_read_at_the_address_that_it_has_on_its_own_site(tmp_path: Path) -> None:
    pages = pages_of("dated", range(1, 4))
    copies = [
        text.replace(f"href='{url}'", "href='https://www.tide.example/x'").replace(
            "</head>", f"<meta property='og:url' content='{url}'><link rel=alternate href='/none'></head>"
        )
        for url, text in pages.items()
    ]
    bare = [text.replace("application/rss+xml", "text/html") for text in copies]
    done = looked(tmp_path, next(iter(pages)), "--pages", *saved(tmp_path, bare))
    assert done.returncode == 0, done.stderr
    assert r'stories=r"/\d{4}/\d{1,2}/\d{1,2}/"' in done.stdout
    assert "no feed, sitemap or front page is known" in done.stdout
    assert "    named_only = True" in done.stdout
