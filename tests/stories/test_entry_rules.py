"""What makes an entry's source, authors, lines and lists, and what falls just short, in invented words."""

import re

import pytest

from stories.entries.attribution import read_attribution
from stories.entries.content import fill, outside
from stories.entries.dateline import is_date, iso, read_source_line
from stories.entries.layouts import read_entry_page
from stories.entries.lines import EntryLine, fold, main_part, parse, read_lines, without_boilerplate
from stories.entries.listing import next_page, read_listing, read_repeated, take_cards
from stories.entries.new_layout import anchor_of, is_evident, read_new_entry
from stories.entries.old_layout import read_old_entry, read_old_story
from stories.entries.record import Entry
from stories.entries.source import Held, match_source

TITLE, DAY = "Ferry crews of Velm to wear trackers on every crossing", "2019-12-01"


def named(outlet: str = "The Quay", title: str = TITLE, published: str | None = DAY) -> Entry:
    return Entry("", outlet=outlet, source_title=title, source_published=published)


def held(
    title: str = TITLE, outlet: str = "Quay", published: str | None = f"{DAY}T08:00:00+00:00", key: int = 1
) -> Held:
    return Held(key, title, outlet, published)


SOURCES = [
    (named(), [held()], 1),
    (named(), [held(title=TITLE.upper().replace(" ", " - "))], 1),
    (named(), [held(title="Ferry crews of Velm to wear trackers on each crossing")], 1),
    (named(), [held(title="Ferry crews of Velm to wear hats")], None),
    (named(), [held(outlet="Lamp")], None),
    (named(), [held(published="2019-12-04T08:00:00+00:00")], 1),
    (named(), [held(published="2019-11-28")], 1),
    (named(), [held(published="2019-12-05T08:00:00+00:00")], None),
    (named(), [held(published="2019-11-27")], None),
    (named(), [held(published="2019-12")], 1),
    (named(), [held(published="2019-11")], None),
    (named(published="2019-12"), [held()], 1),
    (named(published="2018"), [held()], None),
    (named(), [held(published=None)], None),
    (named(published=None), [held()], None),
    (named(title=""), [held(title="")], None),
    (named(outlet=""), [held(outlet="")], None),
    (named(), [held(title=f"{TITLE} now", key=1), held(key=2)], 2),
    (named(), [held(key=1), held(key=2)], None),
    (named(), [], None),
]


@pytest.mark.parametrize(("entry", "stories", "key"), SOURCES, ids=range(len(SOURCES)))
def test_the_story_that_a_source_line_names(entry: Entry, stories: list[Held], key: int | None) -> None:
    found = match_source(entry, stories)
    assert (found.id if found else None) == key


AUTHORS = [
    ("Ana Bell, Jon Park", ["Ana Bell"], "Jon Park"),
    ("By Ana Bell", ["Ana Bell"], ""),
    ("By Ana Bell, Jon Park", ["Ana Bell"], "Jon Park"),
    ("Ana Bell", [], "Ana Bell"),
    ("Ana 2 Bell, Quay", [], "Ana 2 Bell, Quay"),
    ("Ana, Quay", [], "Ana, Quay"),
    ("Ana Bel Cy Do Ed, Quay", ["Ana Bel Cy Do Ed"], "Quay"),
    ("Ana Bel Cy Do Ed Fo, Quay", [], "Ana Bel Cy Do Ed Fo, Quay"),
    ("Ana BELL, Quay", [], "Ana BELL, Quay"),
    ("Ana BEL, Quay", ["Ana BEL"], "Quay"),
    ("Ana Bell and Stone Ltd, Quay", [], "Ana Bell and Stone Ltd, Quay"),
    ("Ana Bell; Quay", ["Ana Bell"], "Quay"),
]


@pytest.mark.parametrize(("text", "authors", "outlet"), AUTHORS)
def test_persons_before_an_outlet(text: str, authors: list[str], outlet: str) -> None:
    found = read_attribution(text)
    assert (found.authors, found.outlet) == (authors, outlet)


def test_source_lines_at_their_bounds() -> None:
    assert read_source_line(f"“{'x' * 150}”")
    assert read_source_line(f"“{'x' * 151}”") is None
    assert read_source_line(f"“{'x' * 299}”, 3 May 2011")
    assert read_source_line(f"“{'x' * 300}”, 3 May 2011") is None
    assert read_source_line("“x”, 3 May 2011")
    assert read_source_line("“”, 3 May 2011") is None
    assert read_source_line("“Ferries to stop”, quay, 3 May 2011") is None
    assert is_date("1 December 2019")
    assert not is_date(f"1 December 2019{' ' * 26}")
    assert is_date(f"1 December 2019{' ' * 25}")


OFF, HERE = "https://quay.example/a", "https://www.business-humanrights.org/en/a"
OUTSIDE = {
    OFF: True, "http://quay.example": True, "HTTPS://quay.example": True, HERE: False, "https://x.com/a": False,
    "https://m.facebook.com/a": False, "https://xx.com": True, "ftp://quay.example": False, "https://": False, "": False,
}  # fmt: skip


@pytest.mark.parametrize("address", OUTSIDE)
def test_an_address_off_the_site(address: str) -> None:
    assert outside(address) is OUTSIDE[address]


def filled(*lines: EntryLine) -> Entry:
    entry = Entry("")
    fill(entry, list(lines))
    return entry


def link(text: str, href: str) -> EntryLine:
    return EntryLine(text, [(text, href)])


def test_the_address_of_a_line_is_the_first_that_there_is() -> None:
    assert EntryLine("Mill", [("Mill", ""), ("the", OFF), ("Mill", f"{OFF}b")]).link == f"{OFF}b"


TEXT = EntryLine("The crews of Velm must wear trackers.")


def test_the_link_to_the_source() -> None:
    label = link("Read the full post here", OFF)
    entry = filled(TEXT, label)
    assert (entry.excerpt, entry.source_label, entry.source_url) == ([TEXT.text], label.text, OFF)
    short, longer = link("x" * 60, OFF), link("x" * 61, OFF)
    assert (filled(TEXT, short).excerpt, filled(TEXT, short).source_label) == ([TEXT.text], short.text)
    assert (filled(TEXT, longer).excerpt, filled(TEXT, longer).source_url) == ([TEXT.text, longer.text], OFF)
    two = EntryLine("It says here and there.", [("here", OFF), ("there", f"{OFF}b")])
    assert filled(TEXT, two).source_url == ""
    assert filled(TEXT, EntryLine("It says here, here.", [("a", OFF), ("b", OFF)])).source_url == OFF
    assert filled(TEXT, EntryLine("It says here.", [("here", HERE)])).source_url == ""
    line = "“Crews to wear trackers”, 3 May 2011"
    assert filled(EntryLine(line, [("Crews", HERE)]), TEXT).source_url == ""
    head = EntryLine("“Crews to wear trackers”, 3 May 2011", [("Crews", OFF)])
    entry = filled(head, TEXT, EntryLine("It says there.", [("there", f"{OFF}b")]))
    assert (entry.source_title, entry.source_published, entry.source_url) == (
        "Crews to wear trackers",
        "2011-05-03",
        OFF,
    )


def test_what_follows_an_entry() -> None:
    entry = filled(TEXT, EntryLine("Related companies: Stone Ltd; Quay plc"), EntryLine("Lamp Inc"))
    assert (entry.excerpt, entry.companies) == ([TEXT.text], ["Stone Ltd", "Quay plc", "Lamp Inc"])
    entry = filled(
        TEXT,
        EntryLine("Related companies"),
        EntryLine("Stone; Co Quay", [("Stone; Co", HERE), ("Quay", HERE)]),
    )
    assert entry.companies == ["Stone; Co", "Quay"]
    entry = filled(
        TEXT,
        link("Read the full post here", OFF),
        EntryLine("Below"),
        EntryLine("Part of the following timelines"),
        EntryLine("Trackers"),
    )
    assert (entry.excerpt, entry.companies, entry.timelines) == ([TEXT.text], [], ["Trackers"])


def texts(markup: str) -> list[tuple[str, list[tuple[str, str]]]]:
    tree = parse(f"<body>{markup}</body>")
    assert tree is not None
    return [(line.text, line.links) for line in read_lines(tree, "https://a.example/b")]


LINES = [
    ("<p>One <a href=/x>two</a> three</p>", [("One two three", [("two", "https://a.example/x")])]),
    ("<p><a href='#x'>One</a> <a href=mailto:a@b.example>two</a></p>", [("One two", [("One", ""), ("two", "")])]),
    ("<p><a href=/x></a>One</p>", [("One", [])]),
    ("<p>One<!-- no --> two</p>", [("One two", [])]),
    ("<a href=/x>One<p>two</p>three</a>four", [
        ("One", [("One", "https://a.example/x")]), ("two", [("two", "https://a.example/x")]),
        ("threefour", [("three", "https://a.example/x")]),
    ]),
    ("One <a href=/x>two<br>three</a>", [
        ("One two", [("two", "https://a.example/x")]), ("three", [("three", "https://a.example/x")]),
    ]),
    ("<style>no</style>One", [("One", [])]),
    ("<select><option>no</select>One<noscript><p>no <a href=/x>no</a></noscript>", [("One", [])]),
    ("<a href=/x>One <i>two</i> three</a> four", [("One two three four", [("One two three", "https://a.example/x")])]),
]  # fmt: skip


@pytest.mark.parametrize(("markup", "lines"), LINES)
def test_lines_and_their_links(markup: str, lines: list[tuple[str, list[tuple[str, str]]]]) -> None:
    assert texts(markup) == lines


def test_folded_text_and_boilerplate() -> None:
    assert fold(" One\u00a0 two\u200b\n") == "One two"
    assert fold(None) == ""
    tree = parse(
        "<body><nav>Menu</nav><main> </main><div class=primary>One</div><footer>Foot</footer></body>"
    )
    assert tree is not None
    assert "Menu" not in without_boilerplate(tree).text_content()
    assert main_part(tree).text_content() in ("One", " One")


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>Before</p><main><p>One</p></main>", "One"),
        ("<main> </main><article>One</article>", "One"),
        ("<p>One</p>", "One"),
        ("<nav class=menu>Menu</nav><p>One</p>", "One"),
        ("<body class=menu><p>One</p>", "One"),
        ("<html class=nav><p>One</p>", "One"),
        ("<main id=menu><p>One</p></main>", "One"),
        ("<div id=footer>Foot</div><p class='one menu'>Menu</p><p>One</p>", "One"),
        ("<header>Top</header><main><header>One</header></main>", "One"),
    ],
)
def test_the_main_part_is_what_no_menu_or_foot_holds(markup: str, text: str) -> None:
    tree = parse(markup)
    assert tree is not None
    assert fold(main_part(without_boilerplate(tree)).text_content()) == text


LIST = "<a class='card__main-link' href=/en/a><h3>{}</h3><p>A longer line below it</p></a>"


def test_cards_and_listings() -> None:
    tree = parse(
        f"<body><div class='card x'>{LIST.format('One')}</div><div class=cards>{LIST.format('Two')}</div>Rest</body>"
    )
    assert tree is not None
    found = take_cards(tree, "https://a.example/")
    assert [(entry.url, entry.title) for entry in found] == [
        ("https://a.example/en/a", "One"),
        ("https://a.example/en/a", "Two"),
    ]
    assert fold(tree.text_content()) == "Rest"
    cards = parse("""<body><a class='card__main-link' href=/en/a><p>A report of 3 Mar 2022</p><h3>One</h3></a>
        <a class='card__main-link' href=/en/b><p>Lamp</p><p>A mill is shut</p><p>Read</p></a>
        <a class='card__main-link' href='#top'><h3>Up</h3></a></body>""")
    assert cards is not None
    assert [entry.title for entry in take_cards(cards, "https://a.example/")] == ["One", "A mill is shut"]
    pairs = [EntryLine("Crews strike", [("Crews", OFF)]), EntryLine("Quay, 3 May 2011")]
    one = read_listing(pairs, tree, "")
    assert [(entry.url, entry.title, entry.published) for entry in one.entries] == [
        (OFF, "Crews strike", "2011-05-03")
    ]
    assert not one.evident
    assert read_listing(pairs * 2, tree, "").evident
    assert read_listing([*pairs * 2, *[TEXT] * 4], tree, "").evident
    assert not read_listing([*pairs * 2, *[TEXT] * 5], tree, "").evident
    assert read_listing([TEXT], tree, "").entries == []
    bare = read_listing([EntryLine("Mill shut"), EntryLine("Lamp, 4 May 2011"), *pairs], tree, "")
    assert (bare.title, [entry.title for entry in bare.entries]) == (
        "Mill shut",
        ["Mill shut", "Crews strike"],
    )
    assert bare.links == [OFF]


ONE, TWO, THREE = "Article / 3 Mar 2022", "Report / 4 Mar 2022", "Blog / 5 Mar 2022"
FOUND = ["Crews strike", "Mill shut", "Lock"]
SIGNED = "Author: Quay, Published on: 3 May 2011", "Author: Lamp, Published on: 4 May 2011"
# Lines of a page, and the titles of the list that it is; no list is a page of one entry, or of none that is known
REPEATED = [
    (f"{ONE} / Crews strike / {TWO} / Mill shut", ["Crews strike", "Mill shut"]),
    (f"News / Crews strike / {ONE} / Mill shut / {TWO}", ["Crews strike", "Mill shut"]),
    (f"{ONE} / Crews strike", None),
    ("Crews strike / 3 Mar 2022 / They did / Mill shut / 4 Mar 2022 / It is", None),
    (f"{ONE} / Crews strike / They did / {TWO} / Mill shut", None),
    (f"{ONE} / Crews strike / They did / {TWO} / Mill shut / It is / {THREE} / Lock", FOUND),
    (f"{ONE} / Crews strike / They did / {TWO} / Mill shut / It is / Now / {THREE} / Lock", FOUND),
    (f"{ONE} / Crews strike / They did / Then / {TWO} / Mill shut / It is / {THREE} / Lock", None),
    (f"{ONE} / Author: Ana Bell, Quay / Crews strike / {TWO} / Author: Lamp / Mill shut / {THREE} / Lock", FOUND),
    (f"Crews strike / {SIGNED[0]} / They did / Mill shut / {SIGNED[1]}", ["Crews strike", "Mill shut"]),
    (f"Crews strike / {SIGNED[0]} / They did", None),
    (f"{SIGNED[0]} / They did / Mill shut / {SIGNED[1]}", ["", "Mill shut"]),
]  # fmt: skip


@pytest.mark.parametrize(("page", "titles"), REPEATED, ids=range(len(REPEATED)))
def test_a_list_in_the_words_of_an_entry(page: str, titles: list[str] | None) -> None:
    found = read_repeated([EntryLine(text) for text in page.split(" / ")])
    assert (found and [entry.title for entry in found.entries]) == titles
    days = re.findall(r"[345] Ma[ry] (?:2022|2011)", page)
    if found:
        assert [entry.published for entry in found.entries] == [iso(day) for day in days]
        assert found.evident == (SIGNED[0] in page)
        assert found.title == page.partition(" / ")[0]


LINK, LONG = "Read the full post here", "A line of forty letters or more is no type"
FIRST = "Article / 3 May 2018 / Part one / Author: Quay / Text."
# What stands below the mark of a story's components: the kind, title and text of each
COMPONENTS = {
    f"{FIRST} / {LINK} / Article / 4 May 2018 / Two / Author: Lamp / More.": ["Article", "Article"],
    f"{FIRST} / {LINK} / Reply / 4 May 2018 / Two / Author: Lamp / More.": ["Article", "Reply"],
    f"{FIRST.replace('Article', 'Reply')} / {LINK} / 4 May 2018 / Two / Author: Lamp / More.": ["Reply", ""],
    f"{FIRST} / {LINK} / {LONG} / 4 May 2018 / Two / Author: Lamp / More.": ["Article", ""],
    f"{FIRST} / {LINK} / 4 May 2018 / 4 May 2018 / Two / Author: Lamp / More.": ["Article", "", ""],
    f"3 May 2018 / Part one / Author: Quay / Text. / {LINK} / Report / 4 May 2018 / Two / Author: Lamp / More.": [
        "", "Report",
    ],
    f"{FIRST} / {LINK} / Company response / 4 May 2018 / Two": ["Article", "Company response"],
}  # fmt: skip


@pytest.mark.parametrize("below", COMPONENTS, ids=range(len(COMPONENTS)))
def test_the_components_of_a_story(below: str) -> None:
    lines = [EntryLine(text) for text in f"Ferries / All components of this story / {below}".split(" / ")]
    page = read_old_story(lines, HERE)
    assert (page.kind, page.title, page.evident) == ("story", "Ferries", True)
    assert [entry.kind for entry in page.entries] == COMPONENTS[below]
    first, *_, last = page.entries
    assert (first.title, first.excerpt, first.outlet) == ("Part one", ["Text."], "Quay")
    assert last.title == "Two"


def test_what_is_no_component_of_its_own() -> None:
    told = f"{FIRST} / Reply / 4 May 2018 / It rained. / It was cold. / We left. / Author: nobody / End."
    lines = [EntryLine(text) for text in f"Ferries / All components of this story / {told}".split(" / ")]
    (entry,) = read_old_story(lines, HERE).entries
    assert entry.excerpt[:3] == ["Text.", "Reply", "4 May 2018"]
    signed = [EntryLine(text) for text in told.replace(" / We left.", "").split(" / ")]
    first, second = read_old_story([*lines[:2], *signed], HERE).entries
    assert (first.excerpt, second.published) == (["Text.", "Reply"], "2018-05-04")


def test_the_title_of_a_story_and_what_leads_to_it() -> None:
    mark = EntryLine("All components of this story")
    linked = link("Home", HERE)
    assert read_old_story([linked, EntryLine("Ferries"), mark], HERE).title == "Ferries"
    assert read_old_story([linked, mark], HERE).title == "Home"
    headed = [EntryLine("News", tag="h1"), EntryLine("Ferries", tag="h1"), EntryLine("All of it"), mark]
    assert read_old_story(headed, HERE).title == "Ferries"
    assert read_old_story([mark], HERE).title == ""


def test_a_byline_on_two_lines_is_read_and_a_third_is_text() -> None:
    head = EntryLine("Ferries", tag="h1")
    below = [EntryLine(text) for text in ("Author: Quay", "Published on: 3 May 2018", "Author: nobody knows")]
    entry = read_old_entry([head, *below], HERE)
    assert (entry.title, entry.outlet, entry.published) == ("Ferries", "Quay", "2018-05-03")
    assert entry.excerpt == ["Author: nobody knows"]


def test_what_an_item_of_a_list_says_of_itself() -> None:
    told = link("Crews strike", OFF), EntryLine(SIGNED[0]), EntryLine("Mill shut"), EntryLine(SIGNED[1])
    found = read_repeated(list(told))
    assert found is not None
    assert [entry.outlet for entry in found.entries] == ["Quay", "Lamp"]
    assert found.links == [OFF]
    typed = f"{ONE} / Author: Ana Bell, Quay / Strike / {TWO} / Author: Lamp / Shut / {THREE} / Lock"
    found = read_repeated([EntryLine(text) for text in typed.split(" / ")])
    assert found is not None
    assert [(entry.authors, entry.outlet) for entry in found.entries] == [
        (["Ana Bell"], "Quay"),
        ([], "Lamp"),
        ([], ""),
    ]


@pytest.mark.parametrize(
    ("markup", "address"),
    [
        ("<li class=pager-next><a href='?page=2'>Next</a></li>", "https://a.example/?page=2"),
        ("<a rel=next href=/2>2</a>", "https://a.example/2"),
        ("<a href=/2>2</a>", ""),
    ],
)
def test_the_next_page(markup: str, address: str) -> None:
    tree = parse(f"<body>{markup}</body>")
    assert tree is not None
    assert next_page(tree, "https://a.example/") == address


# Lines of a page, a heading with a star before it, and the line at which an entry begins
ANCHORS = {
    "Article / Report / 3 Mar 2022 / Crews strike": 1,
    "Article / Menu / Report / Author: Ana Bell / Crews strike": 0,
    "Article / Menu / Home / News / Report / Home / News / Author: Ana Bell": 4,
    "Article / Menu / Home / News / Report / Home / News / More / Author: Ana Bell": 0,
    "Article / Menu / Home / News / Report / Home / News / *Crews strike": 4,
    "Article / Menu / Home / News / Report / Home / News / More / *Crews strike": 0,
    "*Crews strike / Article / Menu / Home / News / Report / Home / Author: Ana Bell": 5,
    "Article / Author: Ana Bell / Report / 3 Mar 2022": 2,
    "Article / *Crews strike / Report / Menu / Author: Ana Bell": 2,
    "Crews strike / Article": None,
    "Crews strike / 3 Mar 2022 / Author: Ana Bell": 1,
    "Crews strike / 3 Mar 2022 / Ana Bell": None,
    "Crews strike / Author: Ana Bell": None,
}


@pytest.mark.parametrize("page", ANCHORS)
def test_where_an_entry_begins(page: str) -> None:
    lines = [EntryLine(text.lstrip("*"), tag="h1" if text[0] == "*" else "p") for text in page.split(" / ")]
    assert anchor_of(lines) == ANCHORS[page]


EVIDENT = {
    "a date and an author": (["Article", "19 Mar 2018", "Author:", "Ana Bell", "Crews strike"], True),
    "a date alone": (["Article", "19 Mar 2018", "Crews strike"], False),
    "an author without a date": (["Article", "Author:", "Ana Bell", "Crews strike"], False),
    "a source's title and date": (["Article", "Crews strike", "“Crews strike”, 3 May 2011"], True),
    "a source's title without a date": (["Article", "Crews strike", "“Crews strike”"], False),
    "no type": (["Crews strike", "19 Mar 2018", "Author:", "Ana Bell"], False),
    "a date and its timelines": (
        ["Article", "19 Mar 2018", "Crews strike", "Part of the following timelines"],
        True,
    ),
}


@pytest.mark.parametrize("name", EVIDENT)
def test_more_than_a_type_s_word_shows_an_entry(name: str) -> None:
    said, evident = EVIDENT[name]
    assert is_evident([EntryLine(text) for text in said]) is evident


def test_an_entry_may_end_with_its_head() -> None:
    entry = read_new_entry([EntryLine("Story"), EntryLine("1 Dec 2019"), EntryLine(TITLE)], "", "en")
    assert (entry.kind, entry.published, entry.title) == ("Story", DAY, TITLE)


def test_a_list_of_cards_is_evident() -> None:
    cards = "".join(f"<div class=card>{LIST.format(title)}</div>" for title in ("One", "Two"))
    found = read_entry_page(
        f"<html><body>{cards}</body></html>", "https://www.business-humanrights.org/en/latest-news/"
    )
    assert (found.kind, found.evident, found.links) == (
        "listing",
        True,
        ["https://www.business-humanrights.org/en/a"],
    )
