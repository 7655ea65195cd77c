"""From when on two texts are one story, and what is particular to a text."""

import pytest

from stories.identity.changes import changes_between
from stories.identity.comparison import Comparison, Text, compare
from stories.identity.corrections import corrections, is_correction
from stories.identity.edition import Edition
from stories.identity.particulars import are_others, particulars

ALIKE = [
    (Comparison(0.45, 0.5), True, True),
    (Comparison(0.44, 0.5), False, True),
    (Comparison(0.30, 0.8), True, True),
    (Comparison(0.29, 0.8), False, True),
    (Comparison(0.30, 0.79), False, True),
    (Comparison(0.20, 0.5), False, True),
    (Comparison(0.19, 0.5), False, False),
    (Comparison(0.10, 0.8), False, True),
    (Comparison(0.60, 0.9, short=True), True, True),
    (Comparison(0.59, 0.9, short=True), False, True),
    (Comparison(0.80, 0.9, series=True), False, False),
]


@pytest.mark.parametrize(("comparison", "alike", "related"), ALIKE, ids=range(len(ALIKE)))
def test_from_when_on_texts_are_one_story(comparison: Comparison, alike: bool, related: bool) -> None:
    assert (comparison.alike, comparison.related) == (alike, related)


def text(count: int, start: int = 0, title: str = "Trackers on the ferry of the north") -> Text:
    """A text of so many words without names or figures, each another."""
    letters = "abcdefghij"
    return Text(
        title, " ".join("".join(letters[int(d)] for d in f"{n:04}") for n in range(start, start + count))
    )


SERIES = [  # shingles of each, of both: whether names and figures are asked
    (100, 100, 33, False),  # 0.198 of all, 0.33 of the smaller one
    (100, 100, 34, True),
    (120, 100, 0, False),
    (100, 20, 16, True),  # 0.154 of all, 0.8 of the smaller one's own
    (100, 20, 15, False),
    (100, 100, 94, True),
    (100, 100, 95, False),  # nearly all is the same, whatever is named
]


@pytest.mark.parametrize(("one", "other", "both", "asked"), SERIES)
def test_from_when_on_names_and_figures_are_asked(one: int, other: int, both: int, asked: bool) -> None:
    here = Text("", "Ada Moss and Bo Lind of Velm counted 14 boats and Cy Nash of Tarrow 23.")
    there = Text("", "Ed Reed and Flo Ward of Marle counted 61 carts and Gil Hood of Sallow 87.")
    here.shingles, there.shingles = frozenset(range(one)), frozenset(range(one - both, one - both + other))
    assert compare(here, there).series == compare(there, here).series == asked


def test_a_short_text_counts_its_headline() -> None:
    size = len(text(100).shingles) - 100
    own = 40 - size
    assert len(text(own).shingles) == 40
    assert len(text(own - 1).shingles) > 40 - 1
    assert compare(text(own - 1, title=""), text(200)).short
    assert not compare(text(own), text(200)).short
    assert compare(Text("", ""), text(200)) == Comparison(0.0, 0.0, short=True)


def test_the_shares_that_two_texts_have_in_common() -> None:
    one, other = text(150), text(150, 50)
    shared, every = len(one.shingles & other.shingles), len(one.shingles | other.shingles)
    found = compare(one, other)
    assert found == compare(other, one)
    assert found.similarity == shared / every
    assert found.contained == shared / len(one.shingles)


PARTICULARS = {
    "The council met old Ada Moss in the town of Velm last week and said nothing of it.": {
        "ada",
        "moss",
        "velm",
    },
    "Council members met. They left.": set(),
    "A Velm paper wrote about it for some days.": {"velm"},
    "It rained. Velm was wet.": set(),
    "“Velm was wet,” she wrote.": set(),
    "He paid 1,200.50 crowns to three men.": {"1,200.50", "three"},
    "他们在会上说三十人": {"三十"},
    "Der Rat traf am Montag in der Halle der Stadt Ada Moos und den Wirt.": {"stadt", "ada", "moos"},
}


@pytest.mark.parametrize("sentence", PARTICULARS)
def test_names_and_figures(sentence: str) -> None:
    assert particulars(sentence) == PARTICULARS[sentence]


def some(count: int, start: int = 0) -> frozenset[str]:
    return frozenset(f"name{number}" for number in range(start, start + count))


OTHERS = [
    (some(2), some(9, 20), False),
    (some(3), some(9, 20), True),
    (some(3), some(9, 2), False),
    (some(4), some(9, 3), True),
    (some(5), some(9, 4), True),
    (some(5), some(9, 3), False),
    (some(6), some(9, 4), True),
    (some(6), some(9, 3), False),
    (some(9), some(9), False),
]


@pytest.mark.parametrize(("one", "other", "others"), OTHERS, ids=range(len(OTHERS)))
def test_texts_about_other_names_and_figures(
    one: frozenset[str], other: frozenset[str], others: bool
) -> None:
    assert are_others(one, other) is others
    assert are_others(other, one) is others


NOTICES = {
    "Correction: the mill has nine looms.": True,
    "Correction 3 May: the mill has nine looms.": True,
    "Correction": True,
    "Corrections officers met in Velm.": False,
    "Berichtigung: Die Mühle hat neun Webstühle.": True,
    "更正：磨坊有九台织机。": True,
    "An earlier version of this story said ten looms.": True,
    "This article was amended on Monday.": True,
    "This article was praised on Monday.": False,
    f"Correction: {'x' * 888}": True,
    f"Correction: {'x' * 889}": False,
}


@pytest.mark.parametrize("paragraph", NOTICES)
def test_notices_of_correction(paragraph: str) -> None:
    assert is_correction(paragraph) is NOTICES[paragraph]
    assert corrections(f"One.\n\n{paragraph}") == [paragraph] * NOTICES[paragraph]


def test_the_paragraphs_of_an_edition_and_what_is_quoted_in_them() -> None:
    body = "“The well is dry,” said Ada Moss.\n\nNobody came.\n\nShe added: “It was always dry.”"
    edition = Edition("Dry", body, "en")
    assert [paragraph.text for paragraph in edition.paragraphs] == body.split("\n\n")
    quoted = [[paragraph.text[a:b] for a, b in paragraph.quoted] for paragraph in edition.paragraphs]
    assert quoted == [["“The well is dry,”"], [], ["“It was always dry.”"]]
    assert [(said.words, said.speaker) for said in edition.said] == [
        ("“The well is dry,”", "Ada Moss"),
        ("“It was always dry.”", "Ada Moss"),
    ]
    assert Edition("Dry", "Moss said that the well was dry.", "en").said == []


def kinds(old: str, new: str) -> list[str]:
    return [change.kind for change in changes_between(Edition("Dry", old, "en"), Edition("Dry", new, "en"))]


def test_a_paragraph_that_shares_half_its_characters_is_the_same_one() -> None:
    assert not {"addition", "removal"} & set(kinds("abcd", "abxy"))
    assert sorted(kinds("abcdef", "abwxyz")) == ["addition", "removal"]


def test_a_notice_of_correction_is_told_once() -> None:
    notice = "Correction: the mill has nine looms."
    assert kinds("Nobody came.", f"Nobody came.\n\n{notice}") == ["correction"]
    assert kinds(f"Nobody came.\n\n{notice}", f"Nobody left.\n\n{notice}") == ["wording"]


def test_a_change_has_the_words_before_and_after() -> None:
    before, after = (
        Edition("Dry", "Nobody came.\n\nThe mill shut.", "en"),
        Edition("Wet", "Nobody came.\n\nRain fell.", "en"),
    )
    assert [(change.before, change.after) for change in changes_between(before, after)] == [
        ("Dry", "Wet"),
        (None, "Rain fell."),
        ("The mill shut.", None),
    ]


def test_what_stands_right_behind_a_quotation_is_not_quoted() -> None:
    said = "Ada Moss said: “The well is dry”."
    assert kinds(said, said.replace("dry", "full")) == ["quote"]
    assert kinds(said, said.replace("”.", "”!")) == ["typo"]


def test_up_to_three_mended_places_are_typos() -> None:
    words = ["gardens", "harbour", "freight", "captain", "weather", "bridges"]
    for count, kind in ((3, "typo"), (4, "wording")):
        mended = [f"{word[:3]}{word[3]}{word[3:]}" for word in words[:count]] + words[count:]
        assert kinds(" and ".join(words), " and ".join(mended)) == [kind]


def test_a_short_word_that_changed_is_no_typo() -> None:
    now = "the mill was dry and Ada came"
    for before in (now.replace("was", "is"), now.replace(" Ada", ""), f"{now} too"):
        assert kinds(before, now) == ["wording"]
