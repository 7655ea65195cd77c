"""The parts of an entry's page: author strings, source lines, dates, addresses, countries, languages."""

import pytest

from stories.entries import entry_address, slug_of
from stories.entries.attribution import Attribution, read_attribution
from stories.entries.countries import code_of
from stories.entries.dateline import SourceLine, is_date, iso, read_source_line
from stories.entries.languages import language_of, page_language
from stories.entries.lines import EntryLine, parse, read_lines


@pytest.mark.parametrize(
    ("text", "authors", "outlet", "code"),
    [
        ("Quay", [], "Quay", ""),
        ("Global Lamp", [], "Global Lamp", ""),
        ("BBC (UK)", [], "BBC", "GB"),
        ("Allianz (Germany)", [], "Allianz", "DE"),
        ("Ana Bell, Evening Lamp", ["Ana Bell"], "Evening Lamp", ""),
        ("By Ana Bell, Evening Lamp (Brasil)", ["Ana Bell"], "Evening Lamp", "BR"),
        ("Tan Li, Quay (Borduria)", ["Tan Li"], "Quay", ""),
        ("Ida Moe & Jon Park", ["Ida Moe", "Jon Park"], "", ""),
        ("Ida Moe and Jon Park", ["Ida Moe", "Jon Park"], "", ""),
        ("Ida Moe,, Quay,", ["Ida Moe"], "Quay", ""),
        ("Ida Moe & Jon Park, River Fund, Quay", ["Ida Moe", "Jon Park"], "River Fund, Quay", ""),
        (
            "Ida Moe, Jon Park, Li Wu, Eva van der Berg & Omar al Said, Quay",
            ["Ida Moe", "Jon Park", "Li Wu", "Eva van der Berg", "Omar al Said"],
            "Quay",
            "",
        ),
        ("J. R. O'Shea and Zoë Müller-Kahn, Quay", ["J. R. O'Shea", "Zoë Müller-Kahn"], "Quay", ""),
        ("Sailors Against Corrupt Owners & Masters (SACOM)", [], None, ""),
        ("Harbour Rights Watch, Quay", [], "Harbour Rights Watch, Quay", ""),
        ("Fair Games 2008", [], "Fair Games 2008", ""),
        ("Stone & Sons", [], "Stone & Sons", ""),
        ("Lucía Montalvo, El Faro (Estados Unidos)", ["Lucía Montalvo"], "El Faro", "US"),
        ("", [], "", ""),
    ],
)
def test_an_author_string_is_taken_apart(
    text: str, authors: list[str], outlet: str | None, code: str
) -> None:
    assert read_attribution(text) == Attribution(authors, text if outlet is None else outlet, code)


@pytest.mark.parametrize(
    ("text", "title", "published"),
    [
        ("“Ferries to stop”, 1 December 2019", "Ferries to stop", "2019-12-01"),
        ('"Ferries to stop", 13 Dec 2018', "Ferries to stop", "2018-12-13"),
        ('"Ferries to stop," 28 November 2018', "Ferries to stop", "2018-11-28"),
        ("“Ferries to stop”", "Ferries to stop", None),
        ("« Les bacs s’arrêtent ? », 10 janvier 2015", "Les bacs s’arrêtent ?", "2015-01-10"),
        ("„Fähren stehen still“, 3. März 2021", "Fähren stehen still", "2021-03-03"),
        ("「渡輪停航」, 2023年10月16日", "渡輪停航", "2023-10-16"),
        ("'‘We row’: the ferrymen', 3 May 2011", "‘We row’: the ferrymen", "2011-05-03"),
        ("“Ferries to stop” [PDF], May 2018", "Ferries to stop", "2018-05"),
        ("“Ferries to stop”, Quay, 3 May 2011", "Ferries to stop", "2011-05-03"),
        ("“Ferries to stop”, December 1, 2019", "Ferries to stop", "2019-12-01"),
        ("“Ferries to stop”, Quay, December 1, 2019", "Ferries to stop", "2019-12-01"),
        ("“渡轮停航”，2023年10月16日", "渡轮停航", "2023-10-16"),
        ("「渡輪停航、再び」、河岸新聞、2023年10月16日", "渡輪停航、再び", "2023-10-16"),
        ("«توقف العبّارات»، الرصيف، 3 مايو 2011", "توقف العبّارات", "2011-05-03"),
        ("Nov. 2017", "", "2017-11"),
    ],
)
def test_a_source_line_names_title_and_date(text: str, title: str, published: str | None) -> None:
    assert read_source_line(text) == SourceLine(title, published)


@pytest.mark.parametrize(
    "text",
    [
        "",
        '"Nobody asked us."',
        '"Nobody asked us," she said.',
        '"Nobody asked us," she said on 3 May 2011',
        "“We row…”",
        "In May 2018 the ferries stopped.",
        "“",
    ],
)
def test_a_line_of_the_body_is_no_source_line(text: str) -> None:
    assert read_source_line(text) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("19 Mar 2018", "2018-03-19"),
        ("23 Ago 2023", "2023-08-23"),
        ("10 Abr 2019", "2019-04-10"),
        ("10 Avr 2019", "2019-04-10"),
        ("10 Апр 2019", "2019-04-10"),
        ("31 Май 2023", "2023-05-31"),
        ("29 أغسطس 2023", "2023-08-29"),
        ("2018년 11월 28일", "2018-11-28"),
        ("2023年10月16日", "2023-10-16"),
        ("1 Okt 2026", "2026-10-01"),
        ("5 Aug 2020", "2020-08-05"),
    ],
)
def test_dates_are_read_in_every_interface_language(text: str, value: str) -> None:
    assert is_date(text)
    assert iso(text) == value


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("http://business-humanrights.org/es/últimas-noticias/a-b/?q=1#c", "en/latest-news/a-b"),
        (
            "https://www.business-humanrights.org/ko/%EC%B5%9C%EC%8B%A0-%EB%89%B4%EC%8A%A4/a-b/",
            "en/latest-news/a-b",
        ),
        ("https://www.business-humanrights.org/zh-hant/latest-news/a-b", "en/latest-news/a-b"),
        ("https://www.business-humanrights.org/fr/a-b?page=2&dateorder=dateasc", "en/a-b"),
        ("https://www.business-humanrights.org/en/blog/a-b/", "en/blog/a-b"),
        ("https://www.business-humanrights.org/people/a-b/", "people/a-b"),
        ("https://www.business-humanrights.org/es/últimas-noticias/", "en/últimas-noticias"),
        ("https://www.business-humanrights.org/de/neuste-meldungen/mill/a-b", "en/latest-news/mill/a-b"),
        ("https://www.business-humanrights.org/", ""),
    ],
)
def test_an_entry_has_one_address(url: str, address: str) -> None:
    assert entry_address(url) == f"https://www.business-humanrights.org/{address}"
    assert slug_of(url) == address.rpartition("/")[2]


def test_an_address_elsewhere_is_left_alone() -> None:
    for url in ("https://quay.example/es/últimas-noticias/a?b=1", "nonsense", "http://[", ""):
        assert entry_address(url) == url


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("UK", "GB"), ("United States", "US"), ("Côte d’Ivoire", "CI"), ("España", "ES"), ("中国", "CN"), ("日本", "JP"),
        ("Россия", "RU"), ("Deutschland", "DE"), ("Freedonia", ""), ("SACOM", ""), ("European Union", ""), ("", ""),
    ],
)  # fmt: skip
def test_countries_have_codes(name: str, code: str) -> None:
    assert code_of(name) == code


@pytest.mark.parametrize(
    ("url", "stated", "language"),
    [
        ("https://www.business-humanrights.org/zh-hant/a/", "", "zh-Hant"),
        ("https://www.business-humanrights.org/pt/a", "en", "pt"),
        ("https://www.business-humanrights.org/a", "de-DE", "de"),
        ("https://www.business-humanrights.org/ES", "en", "es"),
        ("https://www.business-humanrights.org/enough/a", "de", "de"),
        ("", " zh-hans ", "zh-Hans"),
        ("", "zh-CN", "zh"),
        ("", "PT-Hans", "pt"),
        ("", "", ""),
    ],
)
def test_a_page_speaks_the_language_of_its_address(url: str, stated: str, language: str) -> None:
    assert page_language(url, stated) == language


def test_a_text_too_short_has_no_language() -> None:
    assert language_of("Quay") == ""
    assert language_of("Les marins ont quitté le port avant l’aube.") == "fr"
    assert language_of("ဆိပ်ကမ်း") == "my"
    assert language_of("The crew of the ferry named ဆိပ်ကမ်း has left the harbour of Velm.") == "en"
    assert (language_of("It stops in the port"), language_of("It stops in the por")) == ("en", "")
    assert (language_of("渡轮停航了"), language_of("渡轮停航")) == ("zh", "")


def test_lines_end_where_blocks_do_and_keep_their_links() -> None:
    tree = parse(
        '<div>One <b>two</b><br>three<p><a href="/x">four <i>five</i></a></p>six<script>no</script></div>'
    )
    assert tree is not None
    assert [(line.text, line.tag) for line in read_lines(tree)] == [
        ("One two", "div"),
        ("three", "div"),
        ("four five", "p"),
        ("six", "div"),
    ]
    assert read_lines(tree, "https://a.example/b")[2] == EntryLine(
        "four five", [("four five", "https://a.example/x")], "p"
    )


def test_a_link_over_several_blocks_is_on_each_line() -> None:
    tree = parse('<a href="https://a.example/x"><h3>One</h3><p>two</p></a>')
    assert tree is not None
    assert [line.link for line in read_lines(tree)] == ["https://a.example/x", "https://a.example/x"]
