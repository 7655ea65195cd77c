"""Who signs: which source is asked first, what counts as a person, and whose elements are another's."""

import json
from collections.abc import Callable, Iterator

import pytest

from stories.extraction.document import Document, parse
from stories.extraction.metadata.authors import authors
from stories.extraction.metadata.marked import linked, users
from stories.extraction.metadata.names_alone import alone
from stories.extraction.metadata.persons import read_names
from stories.outlet import Outlet
from tests.stories.making import page

TITLE = "Ferry stays in port"
ANY = Outlet()


def document(body: str = "", head: str = "") -> Document:
    return parse(
        page(f"<html><head><title>{TITLE}</title>{head}</head><body><h1>{TITLE}</h1>{body}</body></html>")
    )


def signed(body: str = "", head: str = "", byline: str = "", outlet: Outlet = ANY) -> tuple[list[str], str]:
    return authors(document(body, head), byline, outlet)


def ld(*nodes: dict[str, object]) -> str:
    return f"<script type='application/ld+json'>{json.dumps(list(nodes))}</script>"


def story(author: object) -> dict[str, object]:
    return {"@type": "NewsArticle", "author": author}


def meta(name: str, content: str) -> str:
    return f"<meta name='{name}' content='{content}'>"


MARKED = "<i itemprop='author'>Cleo Ward</i>"
CLASSED = "<i class='author'>Dan Reed</i>"
PRINTED = "<p>By Eve Stone</p>"
FAR = "<hr>" * 60
ORDER = [
    ("Ada Moss", "byline"),
    ("Bo Lind", "json-ld author"),
    ("Cy Nash", "meta author"),
    ("Cleo Ward", "marked author"),
    ("Dan Reed", "classed author"),
    ("Eve Stone", "printed author"),
    ("Cleo Ward", "marked author elsewhere"),
    ("Dan Reed", "classed author elsewhere"),
]


@pytest.mark.parametrize("left", range(len(ORDER)))
def test_the_order_of_sources(left: int) -> None:
    near = [MARKED, CLASSED, PRINTED][max(0, left - 3) :] if left < 6 else []
    far = [MARKED, CLASSED][max(0, left - 6) :]
    head = (ld(story("Bo Lind")) if left < 2 else "") + (meta("author", "Cy Nash") if left < 3 else "")
    body = f"<div>{'</div><div>'.join(near)}</div>{FAR}<div>{'</div><div>'.join(far)}</div>"
    name, origin = ORDER[left]
    assert signed(body, head, "Ada Moss" if left == 0 else "") == ([name], origin)


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ("Ada Moss", ["Ada Moss"]),
        (["Ada Moss", {"name": "Bo Lind"}], ["Ada Moss", "Bo Lind"]),
        ({"name": ["Ada Moss", "Bo Lind"]}, ["Ada Moss", "Bo Lind"]),
        ({"name": {"@value": "Ada Moss", "name": "Ada Moss"}}, ["Ada Moss"]),
        ({"byline": "Ada Moss"}, ["Ada Moss"]),
        ({"name": "Ada Moss", "byline": "Bo Lind"}, ["Ada Moss"]),
        ({"givenName": "Ada", "familyName": "Moss"}, ["Ada Moss"]),
        ({"familyName": "Moss"}, ["Moss"]),
        ({"byline": "Ada Moss", "givenName": "Bo", "familyName": "Lind"}, ["Ada Moss"]),
        ({"@id": "#ada"}, ["Ada Moss"]),
        ({"@id": "#ada", "givenName": "Bo", "familyName": "Lind"}, ["Bo Lind"]),
        ({"@id": "#nobody"}, []),
        ({"@value": "Ada Moss"}, ["Ada Moss"]),
        ({"@type": "Role", "author": {"name": "Ada Moss"}}, ["Ada Moss"]),
        ({"alternateName": "Ada Moss"}, ["Ada Moss"]),
        ({"name": {"name": {"name": {"name": "Ada Moss"}}}}, ["Ada Moss"]),
        ({"name": {"name": {"name": {"name": {"name": "Ada Moss"}}}}}, []),
        ([[[["Ada Moss"]]]], ["Ada Moss"]),
        ([[[[["Ada Moss"]]]]], []),
        (None, []),
        (3, []),
    ],
)
def test_the_author_of_json_ld(author: object, names: list[str]) -> None:
    known = {"@type": "Person", "@id": "#ada", "name": "Ada Moss"}
    assert signed(head=ld(story(author), known))[0] == names


def test_who_signs_the_site_does_not_sign_the_story() -> None:
    site = {"@type": "WebSite", "author": "Zed Finch"}
    assert signed(head=ld(site, story("Ada Moss")))[0] == ["Ada Moss"]
    assert signed(head=ld(site)) == ([], "")
    assert signed(head=ld(story(None), story("Bo Lind"), story("Ada Moss")))[0] == ["Bo Lind"]


PERSONS = {
    "Ada Moss": True,
    "Moss": False,  # one word may be a person's name; a whole name elsewhere is
    "moss": False,
    "afp": False,
    "Ada moss": False,
    "Velm Newsroom": False,
    "Redaktion": False,
    "coast.com": False,
    "Hafenverband": False,
    "The Gull": False,
    "Agencies": False,
    "Quay Ltd": False,
}


@pytest.mark.parametrize("name", PERSONS)
def test_a_person_counts_before_a_desk(name: str) -> None:
    found = signed(head=ld(story(name)) + meta("author", "Bo Lind"))
    assert found == (([name], "json-ld author") if PERSONS[name] else (["Bo Lind"], "meta author"))


def test_what_the_page_calls_an_organisation_is_no_person() -> None:
    head = ld(story({"@type": "NewsMediaOrganization", "name": "Quay Morrow"}))
    assert signed(MARKED, head) == (["Cleo Ward"], "marked author")
    assert signed(MARKED, ld(story([{"@type": "Organization", "name": "Quay Morrow"}]))) == (
        ["Cleo Ward"],
        "marked author",
    )
    assert signed(MARKED, ld(story({"@type": "Person", "name": "Quay Morrow"}))) == (
        ["Quay Morrow"],
        "json-ld author",
    )
    assert signed("", head) == (["Quay Morrow"], "json-ld author")


@pytest.mark.parametrize("name", ["copyright", "publisher", "dc.publisher", "dcterms.publisher"])
def test_the_holder_of_the_rights_is_no_person(name: str) -> None:
    assert signed(MARKED, ld(story("Quay Morrow")) + meta(name, "Quay Morrow"))[0] == ["Cleo Ward"]


OWN = Outlet(name="coast", title="Coast Weekly", own_names=("Coast Crew",))


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ("Ada Moss", ["Ada Moss"]),
        (["Ada Moss", "Coast Weekly"], ["Ada Moss"]),
        (["Ada Moss", "Coast Crew"], ["Ada Moss"]),
        (["Ada Moss", "Reuters"], ["Ada Moss"]),
        (["Ada Moss", "Velm Newsroom"], ["Ada Moss"]),
        ("Coast Weekly", []),
        ("Coast Crew", []),
        ("Moss", ["Moss"]),
        ("Thomson Reuters", []),
        ("Xinhua", []),
        ("Velm Newsroom", []),
    ],
)
def test_an_outlet_that_states_its_own_names(author: object, names: list[str]) -> None:
    assert signed(head=ld(story(author)), outlet=OWN)[0] == names


@pytest.mark.parametrize(
    ("author", "names"),
    [
        (["Coast Weekly", "Ada Moss"], ["Ada Moss"]),
        ("Coast Weekly", ["Coast Weekly"]),
        ("Reuters", ["Reuters"]),
    ],
)
def test_an_outlet_that_states_none(author: object, names: list[str]) -> None:
    assert signed(head=ld(story(author)), outlet=Outlet(title="Coast Weekly"))[0] == names


def test_of_those_who_may_be_persons_the_first_signs() -> None:
    assert signed(head=ld(story("Moss")) + meta("author", "Lind")) == (["Moss"], "json-ld author")
    assert signed(MARKED.replace("Cleo Ward", "Ward"), meta("author", "Lind")) == (["Lind"], "meta author")
    far = FAR + MARKED
    assert signed(far, ld(story("Moss"))) == (["Moss"], "json-ld author")
    assert signed(far, ld(story("Velm Newsroom"))) == (["Cleo Ward"], "marked author elsewhere")


@pytest.mark.parametrize(
    ("author", "names"),
    [
        (["Mara Dunn", "Coast Velm"], ["Mara Dunn"]),
        ("Coast Velm", ["Coast Velm"]),
        (["Coast", "Velm Newsroom"], ["Velm Newsroom"]),
        (["Velm Newsroom", "Tarrow Newsroom"], ["Velm Newsroom", "Tarrow Newsroom"]),
    ],
    ids=range(4),
)
def test_what_is_named_for_the_outlet_signs_where_nobody_else_does(author: object, names: list[str]) -> None:
    assert signed(head=ld(story(author)), outlet=Outlet(title="Coast"))[0] == names


@pytest.mark.parametrize(("language", "name"), [("de-AT", "Dr. Ada Moss"), ("en", "Ada Moss")])
def test_a_doctor_is_one_in_german(language: str, name: str) -> None:
    head = ld({**story("Dr. Ada Moss"), "inLanguage": language})
    assert signed(head=head) == ([name], "json-ld author")


@pytest.mark.parametrize(
    ("title", "origin"),
    [
        ("Ferry | by Ada Moss | Coast", "title"),
        ("Ferry - by Ada Moss", "title"),
        ("Ferry by Ada Moss | Coast", ""),
        (f"Ferry | by Ada Moss | {'x' * 183}", "title"),
        (f"Ferry | by Ada Moss | {'x' * 184}", ""),
    ],
    ids=range(5),
)
def test_a_title_that_says_who_wrote(title: str, origin: str) -> None:
    page_of = parse(page(f"<html><head><title>{title}</title></head><body><p>x</p></body></html>"))
    assert authors(page_of, "", ANY) == (["Ada Moss"] if origin else [], origin)


LETTERS = "abcdefghijklmnopqrstuvwxyz"
METAS = {
    "the more telling one": (meta("byl", "Bo Lind") + meta("author", "Ada Moss"), ["Ada Moss"]),
    "the next one where it names nobody": (
        meta("byl", "Bo Lind") + meta("author", "https://x.example/a"),
        ["Bo Lind"],
    ),
    "twenty": (
        "".join(meta("author", f"Ada Moss{letter}") for letter in LETTERS[:20]),
        [f"Ada Moss{letter}" for letter in LETTERS[:20]],
    ),
    "more than twenty": (
        "".join(meta("author", f"Ada Moss{letter}") for letter in LETTERS[:21]) + meta("byl", "Bo Lind"),
        ["Bo Lind"],
    ),
    "several": (meta("author", "Ada Moss") + meta("author", "Bo Lind"), ["Ada Moss", "Bo Lind"]),
}


@pytest.mark.parametrize("kind", METAS)
def test_meta_elements(kind: str) -> None:
    head, names = METAS[kind]
    assert signed(head=head)[0] == names


MARKS = {
    "itemprop": ("<i itemprop='author'>Ada Moss</i>", ["Ada Moss"]),
    "rel": ("<a rel='author'>Ada Moss</a>", ["Ada Moss"]),
    "another rel": ("<a rel='tag'>Ada Moss</a>", []),
    "a name within": ("<i itemprop='author'>Zed <b itemprop='name'>Ada Moss</b></i>", ["Ada Moss"]),
    "two beside each other": (
        "<p><a rel='author'>Ada Moss</a><a rel='author'>Bo Lind</a></p>",
        ["Ada Moss", "Bo Lind"],
    ),
    "a tag beside it": ("<p><a rel='author'>Ada Moss</a><a rel='tag'>Bo Lind</a></p>", ["Ada Moss"]),
    "the first of two places": (
        "<p><a rel='author'>Ada Moss</a></p><p><a rel='author'>Bo Lind</a></p>",
        ["Ada Moss"],
    ),
    "a comment's": ("<p class='comment'><a rel='author'>Bo Lind</a></p>", []),
    "a picture's": ("<figcaption><a rel='author'>Bo Lind</a></figcaption>", []),
    "a life": (f"<i itemprop='author'>Ada Moss {'was born at sea ' * 5}</i>", []),
}


@pytest.mark.parametrize("kind", MARKS)
def test_elements_that_are_marked(kind: str) -> None:
    body, names = MARKS[kind]
    assert signed(body) == (names, "marked author" if names else "")


CLASSES = {
    "a class": ("<i class='byline'>Ada Moss</i>", ["Ada Moss"]),
    "in capitals": ("<i class='postAuthor'>Ada Moss</i>", ["Ada Moss"]),
    "beside each other": (
        "<p><i class='author'>Ada Moss</i><i class='author'>Bo Lind</i></p>",
        ["Ada Moss", "Bo Lind"],
    ),
    "another class beside it": (
        "<p><i class='author'>Ada Moss</i><i class='place'>Bo Lind</i></p>",
        ["Ada Moss"],
    ),
    "the first of two places": (
        "<p><i class='author'>Ada Moss</i></p><p><i class='author'>Bo Lind</i></p>",
        ["Ada Moss"],
    ),
    "a teaser's": ("<p class='related'><i class='author'>Bo Lind</i></p>", []),
    "two letters": ("<i class='author'>Bo</i>", []),
    "a life": (f"<i class='author'>Ada Moss {'was born at sea ' * 6}</i>", []),
    "an office in a box": (
        "<i class='author'><b>Ada Moss</b><u class='role'>Quay Clerk</u></i>",
        ["Ada Moss"],
    ),
    "an office in a named box": (
        "<i class='author'>Ada Moss<u class='authorTitle'>Quay Clerk</u></i>",
        ["Ada Moss"],
    ),
    "after an office": ("<i class='author'><u class='role'>Quay Clerk</u>Ada Moss</i>", ["Ada Moss"]),
    "a class near the bound": (f"<i class='{'x' * 193} author'>Ada Moss</i>", ["Ada Moss"]),
    "what Wix says": ("<i data-hook='author'>Ada Moss</i>", ["Ada Moss"]),
    "what Medium says": ("<i class='x' data-testid='authorName'>Ada Moss</i>", ["Ada Moss"]),
    "three letters": ("<i class='author'>Ada</i>", ["Ada"]),
    "99 characters": (f"<i class='author'>Ada Moss, {'x' * 89}</i>", ["Ada Moss"]),
    "100 characters": (f"<i class='author'>Ada Moss, {'x' * 90}</i>", []),
    "a forum's": (
        "<i class='author'><span>von <b><a>Ada Moss</a></b> » </span>21.01.2009, 05:42</i>",
        ["Ada Moss"],
    ),
    "a comment": ("<i class='author'><!-- Quay Clerk -->Ada Moss</i>", ["Ada Moss"]),
    "an office in a box, a name behind": (
        "<i class='author'><b><u class='role'>Quay Clerk</u> Ada</b> Moss</i>",
        ["Ada Moss"],
    ),
    "an office in an office": (
        "<i class='author'>Ada Moss<u class='role'>Quay <b>Clerk</b> of it</u></i>",
        ["Ada Moss"],
    ),
}


@pytest.mark.parametrize("kind", CLASSES)
def test_elements_whose_class_speaks(kind: str) -> None:
    body, names = CLASSES[kind]
    assert signed(body) == (names, "classed author" if names else "")


def test_two_hundred_characters_of_a_class_are_read() -> None:
    assert signed(f"<i class='{'x' * 194} author'>Ada Moss</i>")[1] == "name alone"


USERS = {
    "a user": ("<i class='username'>Ada Moss</i>", ["Ada Moss"]),
    "in capitals": ("<i class='userName'>Ada Moss</i>", ["Ada Moss"]),
    "a part in capitals": ("<i class='articleUserName'>Ada Moss</i>", ["Ada Moss"]),
    "behind one that names nobody": (
        f"<i class='username'>{'x' * 120}</i><i class='username'>Ada Moss</i>",
        ["Ada Moss"],
    ),
    "by its hook": ("<i data-hook='user-name'>Ada Moss</i>", ["Ada Moss"]),
    "another name": ("<i class='usernames'>Ada Moss</i>", []),
    "no person": ("<i class='username'>Qxanthe</i>", []),
    "one of two is no person": ("<i class='username'>Ada Moss, Velm</i>", ["Ada Moss"]),
    "a comment's": ("<p class='comment'><i class='username'>Ada Moss</i></p>", []),
    "the first of two": ("<i class='username'>Ada Moss</i><i class='username'>Bo Lind</i>", ["Ada Moss"]),
    "a class near the bound": (f"<i class='{'x' * 191} username'>Ada Moss</i>", ["Ada Moss"]),
    "a class beyond the bound": (f"<i class='{'x' * 192} username'>Ada Moss</i>", []),
    "far below": (f"{'<hr>' * 38}<i class='username'>Ada Moss</i>", ["Ada Moss"]),
    "too far below": (f"{'<hr>' * 39}<i class='username'>Ada Moss</i>", []),
}
LINKS = {
    "to a writer": ("<u>At <a href='/author/ada'>Ada Moss</a></u>", ["Ada Moss"]),
    "to two writers": (
        "<u>At <a href='/author/ada'>Ada Moss</a> <a href='/staff/bo'>Bo Lind</a></u>",
        ["Ada Moss", "Bo Lind"],
    ),
    "to two in two boxes": (
        "<u>At <a href='/author/ada'>Ada Moss</a></u><u>At <a href='/staff/bo'>Bo Lind</a></u>",
        ["Ada Moss"],
    ),
    "to all writers": ("<u>At <a href='/author/'>Ada Moss</a></u>", []),
    "to a topic": ("<u>At <a href='/topics/ada'>Ada Moss</a></u>", []),
    "to the site": ("<u>At <a href='https://www.news.example/author/a'>Ada Moss</a></u>", ["Ada Moss"]),
    "to a network": ("<u>At <a href='https://tide.example/author/a'>Ada Moss</a></u>", []),
    "a word": ("<u>At <a href='/author/ada'>Qxanthe</a></u>", []),
    "without a space": ("<u>At <a href='/author/a'>高橋海</a></u>", ["高橋海"]),
    "a name of no list": ("<u>At <a href='/author/a'>Qxanthe Dunn</a></u>", ["Qxanthe Dunn"]),
    "six words": ("<u>At <a href='/author/ada'>Ada Moss, a b c d</a></u>", ["Ada Moss"]),
    "seven words": ("<u>At <a href='/author/ada'>Ada Moss, a b c d e</a></u>", []),
    "a comment's": ("<p class='comment'>At <a href='/author/ada'>Ada Moss</a></p>", []),
    "far below": (f"{'<hr>' * 37}<u>At <a href='/author/ada'>Ada Moss</a></u>", ["Ada Moss"]),
    "too far below": (f"{'<hr>' * 38}<u>At <a href='/author/ada'>Ada Moss</a></u>", []),
}


@pytest.mark.parametrize("kind", USERS)
def test_users_close_to_the_headline(kind: str) -> None:
    markup, names = USERS[kind]
    found = parse(page(f"<html><body><h1>{TITLE}</h1>{markup}</body></html>"))
    assert [name for text in users(found) for name in read_names(text)] == names


@pytest.mark.parametrize("kind", LINKS)
def test_links_to_who_writes(kind: str) -> None:
    markup, names = LINKS[kind]
    found = parse(page(f"<html><body><h1>{TITLE}</h1>{markup}</body></html>"))
    assert [name for text in linked(found) for name in read_names(text)] == names


@pytest.mark.parametrize("reader", [users, linked])
def test_what_stands_far_above_the_headline_signs_nothing(
    reader: Callable[[Document], Iterator[str]],
) -> None:
    sign = "<a class=username href=/author/a>Ada Moss</a>"
    for gap, names in ((11, ["Ada Moss"]), (12, [])):
        assert list(reader(parse(page(f"<body>{sign}{'<hr>' * gap}<h1>{TITLE}</h1></body>")))) == names
    assert list(reader(parse(page(f"<body>{sign}</body>")))) == []


ALONE = {
    "a name": ("<p>Anna Tamm</p>", ["Anna Tamm"]),
    "a double name": ("<p>Anna-Qxan Tamm</p>", ["Anna-Qxan Tamm"]),
    "two names": ("<p>Anna Tamm and Peter Ask</p>", ["Anna Tamm", "Peter Ask"]),
    "far below": (f"{'<br>' * 28}<p>Anna Tamm</p>", ["Anna Tamm"]),
    "too far below": (f"{'<br>' * 29}<p>Anna Tamm</p>", []),
    "a rare name above a day": ("<p>Wiebke Tamm</p><p>14 September 2026</p>", ["Wiebke Tamm"]),
    "a rare name above an office": ("<p>Wiebke Tamm</p><p>Harbour reporter</p>", ["Wiebke Tamm"]),
    "a rare name above a line": ("<p>Wiebke Tamm</p><p>The quay of Velm</p>", []),
    "a rare name in a link above a day": ("<p><a href=/w>Wiebke Tamm</a></p><p>14 September 2026</p>", []),
    "a rare name in a box of one line": ("<div><p>Wiebke Tamm</p></div>", []),
    "the last element": ("<p>Anna Tamm", ["Anna Tamm"]),
    "a link beside words": ("<p>From: Velm and <a href=/a>Anna Tamm</a></p>", []),
    "a link beside a day": ("<p><a href=/a>Anna Tamm</a>, 14.09.2026</p>", ["Anna Tamm"]),
    "a heading's link": ("<h4><a href=/a>Anna Tamm</a></h4>", []),
    "a heading": ("<h4>Anna Tamm</h4>", ["Anna Tamm"]),
    "told of in ninety characters": (f"<p>Anna Tamm</p><p>{'x ' * 42}Tammix</p>", ["Anna Tamm"]),
    "told of in ninety-one": (f"<p>Anna Tamm</p><p>{'x ' * 42}Tammixx</p>", []),
}


@pytest.mark.parametrize("kind", ALONE)
def test_a_name_alone_on_its_line(kind: str) -> None:
    markup, names = ALONE[kind]
    assert list(alone(parse(page(f"<html><body><h1>{TITLE}</h1>{markup}")))) == names


@pytest.mark.parametrize(("gap", "names"), [(5, ["Anna Tamm"]), (6, [])])
def test_a_name_alone_above_the_headline(gap: int, names: list[str]) -> None:
    assert list(alone(parse(page(f"<body><p>Anna Tamm</p>{'<br>' * gap}<h1>{TITLE}</h1></body>")))) == names


@pytest.mark.parametrize("between", [37, 39])
def test_how_close_to_the_headline(between: int) -> None:
    assert signed(f"{'<hr>' * between}{CLASSED}")[1] == (
        "classed author" if between < 39 else "classed author elsewhere"
    )
