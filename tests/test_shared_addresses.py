"""Sites state one address for many pages. Unlike stories stay apart, and views of one story are one record: by every
door, in either order.
"""

import random
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.scrapy_process import scrapy
from tests.world import World, feed, kept

SITE = "http://127.0.0.1:9"
VERSIONS = "SELECT stories.url FROM versions JOIN stories ON stories.id = story"
LAMP = ("-s", "SPIDER_MODULES=spiders,tests.asked")
SYLLABLES = (
    "ka",
    "ro",
    "mil",
    "den",
    "tas",
    "ve",
    "lun",
    "bor",
    "shi",
    "ne",
    "gal",
    "pu",
    "rim",
    "wo",
    "zek",
    "ath",
)
THINGS = ("mill", "ferry", "quay", "loom", "net", "kiln", "barge", "well")
DOES = (
    "closed",
    "burned",
    "opened again",
    "was sold",
    "stood empty",
    "was searched",
    "ran late",
    "lost its roof",
)


def story(seed: int, changed: float = 0.0) -> str:
    """The paragraphs of an invented story; the share `changed` of its words is other than in the story as it was."""
    chance, other = random.Random(seed), random.Random(f"{seed} {changed}")

    def word() -> str:
        was, now = ("".join(by.choice(SYLLABLES) for _ in range(by.randint(1, 3))) for by in (chance, other))
        return now if other.random() < changed else was

    lines = [f"The {' '.join(word() for _ in range(14))}." for _ in range(12)]
    return "".join(f"<p>{' '.join(lines[at : at + 3])}</p>" for at in range(0, 12, 3))


def framed(number: int) -> str:
    """A story of a series, told in one frame of words."""
    name, place = SYLLABLES[number].title() + "holm", SYLLABLES[number + 3].title() + "stad"
    return (
        f"<p>A court sitting in {place} on day {number + 3} of the year {1900 + number} ordered that {number + 40} "
        f"workers of the firm {name} be paid what they were owed in full, and that the books be opened to all of "
        f"them.</p><p>The firm {name} said on the steps in {place} that it would ask a higher court to look at the "
        f"order again within {number + 20} days, as the law allows, and had no more to say to anybody there.</p>"
    )


def page(number: int, head: str, body: str) -> str:
    title = f"{THINGS[number]} number {number} {DOES[number % 8]}"
    return (
        f"<!doctype html><html lang=en><head><meta charset=utf-8><title>{title}</title>{head}</head><body><article>"
        f"<h1>{title}</h1>{body}</article></body></html>"
    )


def canonical(address: str) -> str:
    return f'<link rel="canonical" href="{address}">'


# What pages state whose texts are unlike
STATED = {
    "campaign": canonical("/mill/campaign/sign-our-letter-today"),
    "section": canonical("/mill/section/"),
    "front page": canonical(f"{SITE}/"),
    "template": canonical("{{ page.url }}"),
    "og url": '<meta property="og:url" content="/mill/og-url/the-letter-of-today">',
    "json-ld": '<script type="application/ld+json">{"@type": "NewsArticle", "mainEntityOfPage": '
    f'"{SITE}/mill/json-ld/the-letter-of-today"}}</script>',
}


def kinds() -> dict[str, tuple[dict[str, str], int]]:
    """Pages by address, of each kind, and the number of records that they are."""
    made: dict[str, tuple[dict[str, str], int]] = {}
    for number, (name, head) in enumerate(STATED.items()):
        path = f"/mill/{name.replace(' ', '-')}"
        told = {f"{path}/{n}-a-slug-of-words": page(n, head, story(number * 10 + n)) for n in (0, 1)}
        made[name] = told, 2
    at = "/mill/first/the-first-of-them"
    told = {f"/mill/first/{n}-a-slug-of-words": page(n, canonical(at), story(90 + n)) for n in (1, 2)}
    made["one story for all"] = {at: page(0, canonical(at), story(90)), **told}, 3
    head = canonical("/mill/series/all-the-orders-of-court")
    told = {f"/mill/series/{n}-a-slug-of-words": page(3, head, framed(n)) for n in (0, 1, 2)}
    made["a series in one frame"] = told, 3
    at = "/mill/views/one-story-seen-often"
    views = ("", "/amp", "/print", "?utm_source=letter", "?view=4711")
    made["views of one"] = {at + view: page(4, canonical(at), story(300)) for view in views}, 1
    at = "/mill/edited/one-story-set-twice"
    made["an edited copy"] = {f"{at}/{n}": page(5, canonical(at), story(400, n / 20)) for n in range(3)}, 1
    at, teaser = "/mill/stub/the-whole-story-here", "</p>".join(story(500).split("</p>")[:2])
    told = {"/mill/stub/for-readers-on-trains": page(6, canonical(at), f"{teaser}</p>")}
    made["a shortened view"] = {**told, at: page(6, canonical(at), story(500))}, 1
    return made


def by_outlet(world: World, pages: Mapping[str, str]) -> None:
    world.crawl("lamp", {f"{SITE}/rss": feed(*pages), **pages}, *LAMP, LAMP_URL=SITE)


def by_address(world: World, pages: Mapping[str, str]) -> None:
    world.crawl("story", pages, "-a", f"url={','.join(pages)}", *LAMP)


def by_archive(world: World, pages: Mapping[str, str]) -> None:
    world.read(kept(world.folder / "w.warc.gz", pages), *LAMP)


def by_two_runs(world: World, pages: Mapping[str, str]) -> None:
    for number in (0, 1):
        part = {url: text for at, (url, text) in enumerate(pages.items()) if at % 2 == number}
        world.read(kept(world.folder / f"{number}.warc.gz", part), *LAMP)


def by_reread(world: World, pages: Mapping[str, str]) -> None:
    by_archive(world, pages)
    done = scrapy("reread", *LAMP, db=world.folder / "c.db")
    assert done.stdout.startswith("0 fields"), done.stdout


DOORS = (by_outlet, by_address, by_archive, by_two_runs, by_reread)


@pytest.mark.parametrize("door", DOORS, ids=[door.__name__ for door in DOORS])
def test_stories_under_one_address_are_as_many_as_there_are(
    door: Callable[[World, Mapping[str, str]], None], tmp_path: Path
) -> None:
    """Every order of arrival: tests/store/test_identity_any_order.py."""
    pages = [(SITE + url, text) for told, _ in kinds().values() for url, text in told.items()]
    world = World(tmp_path)
    door(world, dict(pages if DOORS.index(door) % 2 else pages[::-1]))
    urls = [
        row["url"].removeprefix("https://127.0.0.1/mill/") for row in world.rows("SELECT url FROM stories")
    ]
    found = Counter(url.split("/")[0] for url in urls)
    assert found == {next(iter(told)).split("/")[2]: records for told, records in kinds().values()}, urls
    later = {row["url"].split("/")[4] for row in world.rows(f"{VERSIONS} WHERE number > 1")}
    assert later == {"edited", "stub"}
