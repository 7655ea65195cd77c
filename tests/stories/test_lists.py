"""Feeds, sitemaps and listings of every kind: one broken item costs itself, and no list is read for long."""

import gzip
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stories.dates import Candidate
from stories.lists import Named, read_links, read_list
from stories.lists.mended import mended
from tests.cost import assert_linear

CASES = Path(__file__).parents[1] / "cases"
LIMIT = 2**20
MILL, TIDE = "https://lamp.example/mill", "https://lamp.example/tide"
RSS = "<rss version='2.0'><channel><title>Lamp</title>{}</channel></rss>"
URLSET = "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>{}</urlset>"
DAY, INSTANT = "2026-11-20", "2026-11-20T05:00:00Z"


def read(text: str | bytes, charset: str | None = None) -> Named:
    return read_list(text if isinstance(text, bytes) else text.encode(), charset, LIMIT)


def links(text: str | bytes, charset: str | None = None) -> list[str]:
    return [link for link, _ in read(text, charset).stories]


def items(title: str) -> str:
    """A feed of three items, of which one has this title."""
    return RSS.format(
        f"<item><title>A</title><link>{MILL}</link></item><item><title>{title}</title><link>{MILL}/2</link></item>"
        f"<item><title>B</title><link>{TIDE}</link></item>"
    )


@pytest.mark.parametrize(
    "title",
    [
        "&#xD83D;&#xDE00; closes",  # an emoji as two references
        "&#55357;&#56832;",
        "&#xD83D; alone",
        "&#x110000; beyond Unicode",
        "&#99999999999999; &#0; &#xFFFF; &#11;",
        "R&D & more &nbsp;&mdash; &AMPERSAND; &a;",
        "a \x0b control, a \x00",
        "<b>never closed",
        "</strong> never opened",
        "<![CDATA[A & B &#xD83D; <br>]]>",
        "< 5 %",
    ],
)
def test_a_broken_item_costs_no_other(title: str) -> None:
    found = links(items(title))
    assert {MILL, TIDE} <= set(found)
    assert len(found) == 3


def test_an_emoji_as_two_references_is_one_letter() -> None:
    assert links(RSS.format(f"<item><link>{MILL}/&#xD83D;&#xDE00;</link></item>")) == [f"{MILL}/😀"]


@pytest.mark.parametrize(
    "title", ["The <b>mill", "<title>", "a <x:y> b", "<i><b>", "<p>The <a href='/x'>mill"]
)
def test_an_item_whose_title_leaves_a_tag_open_has_its_link(title: str) -> None:
    text = f"<item><link>{MILL}/1</link></item><item><title>{title}</title><link>{MILL}/2</link></item>"
    found = links(RSS.format(f"{text}<item><guid>{MILL}/3</guid></item>"))
    assert found == [f"{MILL}/{number}" for number in (1, 2, 3)]


@pytest.mark.parametrize(
    ("item", "dates"),
    [
        (f"<pubDate>{DAY}</pubDate>", [Candidate("published", DAY, "feed pubDate")]),
        (f"<dc:date xmlns:dc='d'>{INSTANT}</dc:date>", [Candidate("published", INSTANT, "feed dc:date")]),
        (f"<dc:date>{INSTANT}</dc:date>", [Candidate("published", INSTANT, "feed dc:date")]),
        (f"<updated>{INSTANT}</updated>", [Candidate("modified", INSTANT, "feed updated")]),
        ("<pubDate></pubDate>", []),
        (f"<media><date>{DAY}</date></media>", []),
    ],
)
def test_what_dates_an_item(item: str, dates: list[Candidate]) -> None:
    assert read(RSS.format(f"<item><link>{MILL}</link>{item}</item>")).stories == [(MILL, dates)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (f'{{"version": "https://jsonfeed.org/version/1.1", "items": [{{"id": "7", "url": "{MILL}"}}]}}', "feed"),
        (f'\ufeff{{"items": [3, {{"url": 4, "id": ""}}, {{"external_url": "{MILL}"}}]}}', "feed"),
        (f'{{"title": "a,]", "items": [{{"id": "7", "url": "{MILL}",}},],}}', "feed"),
        (f'{{"items": [{{"title": "The\nmill", "url": "{MILL}"}}]}}', "feed"),
        (f"{MILL}\r\n\r\n", "sitemap"),
        (f"# our pages\n{MILL}\n", "sitemap"),
        (f"<br><b>Warning</b>: x.php\n<?xml version='1.0'?>{RSS.format(f'<item><link>{MILL}</link></item>')}", "feed"),
        ("Notice: y\n" + URLSET.format(f"<url><loc>{MILL}</loc></url>"), "sitemap"),
        (f"\ufeff{MILL}\n", "sitemap"),
        (RSS.format(f"<item><guid>{MILL}</guid></item>"), "feed"),
        (f"<feed xmlns='http://a'><entry><link rel='self' href='/x'/><link href='{MILL}'/></entry></feed>", "feed"),
        (f"<r:RDF xmlns:r='r' xmlns='p'><item r:about='x'><link>{MILL}</link></item></r:RDF>", "feed"),
        (f"<?xml version='1.0'?><!-- a --><!DOCTYPE rss>{RSS.format(f'<item><link> {MILL} </link></item>')}", "feed"),
        (URLSET.format(f"<url><loc>\n{MILL}\n</loc></url>"), "sitemap"),
    ],
)  # fmt: skip
def test_each_kind_of_list(text: str, kind: str) -> None:
    found = read(text)
    assert found.kind == kind
    assert [link for link, _ in found.stories if link] == [MILL]


def test_json_feeds_date_their_items() -> None:
    text = f'{{"items": [{{"url": "{MILL}", "date_published": "{INSTANT}", "date_modified": "{DAY}"}}]}}'
    published = Candidate("published", INSTANT, "feed date_published")
    modified = Candidate("modified", DAY, "feed date_modified")
    assert read(text).stories == [(MILL, [published, modified])]


@pytest.mark.parametrize(
    "text", ["", " ", "<html><p>Gone</p></html>", '{"items": 4}', "[" * 90_000, "{" * 90_000, "two words"]
)
def test_what_is_no_list_names_nothing(text: str) -> None:
    assert not read(text).stories


@pytest.mark.parametrize(
    ("loc", "link"),
    [
        ("?x=1&y=2", "?x=1&y=2"),
        ("?x=1&amp;y=2", "?x=1&y=2"),
        ("?a=1&copy=2", "?a=1&copy=2"),
        ("?a=<![CDATA[1&y=2]]>", "?a=1&y=2"),
        ("?a=1&#38;y=2", "?a=1&y=2"),
    ],
)
def test_an_ampersand_in_an_address_is_one(loc: str, link: str) -> None:
    assert links(URLSET.format(f"<url><loc>{MILL}{loc}</loc></url>")) == [MILL + link]


@pytest.mark.parametrize(
    ("raw", "link"),
    [
        ("/b<c", "/b<c"),
        ("/b?q=1 < 2", "/b?q=1 < 2"),
        ("/b</c", "/b</c"),
        ("/b<?c", "/b<?c"),
        ("/b<!--", "/b<!--"),
        ("/b<a href=", "/b<a href="),
        ("/b<![CDATA[?x=1&y", "/b?x=1&y"),  # a section that does not end
        ("/b<![CDATA[?x=1<y]]>", "/b?x=1<y"),
        ("/<b>c</b>", "/c"),  # mark-up, and no address
    ],
    ids=range(9),
)
def test_a_raw_bracket_in_an_address_costs_no_other(raw: str, link: str) -> None:
    own, found = [f"{MILL}{raw}", MILL, TIDE], [f"{MILL}{link}", MILL, TIDE]
    assert links(URLSET.format("".join(f"<url><loc>{one}</loc></url>" for one in own))) == found
    assert links(RSS.format("".join(f"<item><link>{one}</link></item>" for one in own))) == found
    index = "".join(f"<sitemap><x:loc>{one}</x:loc></sitemap>" for one in own)
    assert read(f"<sitemapindex>{index}</sitemapindex>").leaves == found


@pytest.mark.parametrize(
    "text",
    [
        f"<rss version=2.0><channel><item><link>{MILL}</link></item><item><link>{TIDE}</link></item></channel></rss>",
        f"<feed xmlns=http://www.w3.org/2005/Atom><entry><link rel='alternate' href={MILL}/></entry>"
        f"<entry><link href={TIDE} /></entry></feed>",
        RSS.format(f"<!--->{'<item><link>{}</link></item>' * 2}<!---- -->").format(MILL, TIDE),
        RSS.format(f"<item><link>{MILL}</link><title>a <!-- b</title></item><item><link>{TIDE}</link></item>"),
        RSS.format(f"<!-- <item><link>{MILL}/no</link></item> --><item><link>{MILL}</link><description><![CDATA[ <!-- ]]>"
                   f"</description></item><item><link>{TIDE}</link><description><![CDATA[ --> ]]></description></item>"),
        f"<r:RDF xmlns:r='r'><item r:about='{MILL}'/><item r:about='{TIDE}'><link>{TIDE}</link></item></r:RDF>",
        RSS.format(f"<item><link>{MILL}</link></item><item><link>{TIDE}</link></item>").encode("utf-16-le"),
        RSS.format(f"<item><link>{MILL}</link></item><item><link>{TIDE}</link></item>").encode("utf-16-be"),
    ],
    ids=range(8),
)  # fmt: skip
def test_values_without_quotes_comments_without_end_and_letters_of_two_bytes(text: str | bytes) -> None:
    assert links(text) == [MILL, TIDE]


@pytest.mark.parametrize(
    "part",
    [
        "<!--",
        "<a b=",
        "<a b='",
        "<a b=c ",
        "<![CDATA[<!--",
        "<loc>",
        "<loc><b>",
        "<link><![CDATA[",
        "<",
        "</loc",
    ],
)
def test_addresses_that_do_not_end_are_read_in_time_that_grows_with_them(part: str) -> None:
    assert_linear(lambda size: [mended(part * size), mended("<loc>" + part * size + "-->")], 4000)


def test_the_case_of_an_ampersand() -> None:
    assert links((CASES / "sitemap-ampersand.xml").read_bytes()) == ["https://lamp.example/a?x=1&y=2"]


CAFE = f"<urlset><url><loc>{MILL}/café</loc></url></urlset>"
DECLARED = "<?xml version='1.0' encoding='{}'?>" + CAFE


@pytest.mark.parametrize(
    ("data", "charset"),
    [
        (f"<?xml version='1.0'?>{CAFE}".encode("latin-1"), "ISO-8859-1"),
        (DECLARED.format("iso-8859-1").encode("latin-1"), None),
        (DECLARED.format("utf-16").encode("utf-16"), None),
        (DECLARED.format("utf-16").encode(), None),
        (CAFE.encode("cp1252"), None),
        (CAFE.encode(), "klingon"),
    ],
)
def test_the_encoding_of_a_list(data: bytes, charset: str | None) -> None:
    assert links(data, charset) == [f"{MILL}/café"]


def test_a_packed_list_that_is_cut_names_what_came_and_says_so() -> None:
    urls = "".join(f"<url><loc>{MILL}/{n * 7919 % 10007}</loc></url>" for n in range(400))
    data = gzip.compress(URLSET.format(urls).encode(), mtime=0)
    assert len(links(data)) == 400
    found = read(data[: len(data) // 2])
    assert 50 < len(found.stories) < 400
    assert "cut short" in found.trouble
    assert not read(data).trouble


def test_a_bomb_unpacks_to_the_limit_and_no_further() -> None:
    data = gzip.compress(b"<urlset>" + b" " * 3 * LIMIT + b"<url><loc>https://lamp.example/x</loc></url>")
    assert not read(data).stories


def test_entities_of_a_document_are_not_opened() -> None:
    bomb = "<!DOCTYPE r [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b SYSTEM 'file:///etc/hostname'>]>"
    assert links(bomb + RSS.format(f"<item><link>{MILL}</link><title>&a;&b;</title></item>")) == [MILL]


def test_the_links_of_a_listing() -> None:
    page = f"<base href=/x><a class=s href=' {MILL} '>A</a><a class=s>none</a><a class=s href=/t>T</a><a id=m href=?p=2>"
    found = read_links(page.encode(), None, "a.s", "#m")
    assert ([link for link, _ in found.stories], found.following) == ([MILL, "/t"], "?p=2")
    assert not read_links(b"", None, "a", "").stories


@pytest.mark.parametrize(
    "unclosed", ["<item>", "<item><link>", "<url><loc>", "<entry><news>", "<item><guid><b>"]
)
def test_items_that_are_not_closed_are_read_in_time_that_grows_with_their_number(unclosed: str) -> None:
    part = f"{unclosed}{MILL}<pubDate>{DAY}</pubDate>"
    assert_linear(
        lambda size: read(f"<urlset>{part * size}" if "<url>" in part else f"<rss>{part * size}"), 700
    )


def test_an_item_in_an_item_gives_it_no_date() -> None:
    found = read(
        RSS.format(
            f"<item><link>{MILL}</link><item><link>{TIDE}</link><pubDate>{DAY}</pubDate></item></item>"
        )
    )
    assert [(link, len(dates)) for link, dates in found.stories] == [(MILL, 0), (TIDE, 1)]


WHOLE = [
    RSS.format(f"<item><guid>{MILL}</guid><pubDate>{DAY}</pubDate><dc:date>x</dc:date></item>").encode(),
    URLSET.format(f"<url><loc>{MILL}</loc><lastmod>{DAY}</lastmod></url>").encode(),
    f'{{"items": [{{"url": "{MILL}", "date_published": "{DAY}"}}]}}'.encode(),
    f"<feed><entry><link href='{MILL}'/><updated>{DAY}</updated></entry></feed>".encode("utf-16"),
    gzip.compress(URLSET.encode()),
]
MARKS = b'&#xD83D; & <!-- <![CDATA[ ]]> <!DOCTYPE <? <item> </rss> {[ " &#1; <a:b> \0'.split(b" ")
NOISE = st.one_of(st.binary(max_size=6), st.sampled_from(MARKS))
PLACES = st.tuples(st.integers(0, 400), st.integers(0, 9), NOISE)


@given(whole=st.sampled_from(WHOLE), changes=st.lists(PLACES, max_size=4))
def test_no_list_that_is_changed_raises(whole: bytes, changes: list[tuple[int, int, bytes]]) -> None:
    for place, length, noise in changes:
        whole = whole[:place] + noise + whole[place + length :]
    for charset in (None, "utf-8", "utf-16", "nonsense"):
        found = read_list(whole, charset, LIMIT)
        assert all(isinstance(link, str) for link, _ in found.stories)
        assert all(link.encode("utf-8", "replace") for link in found.leaves)
    read_links(whole, None, "a", "b")
