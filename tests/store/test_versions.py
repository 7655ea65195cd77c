"""What changed from one version to the next, and what became of the quotes."""

import pytest

from stories.identity.changes import changes_between
from stories.identity.corrections import corrections, is_correction
from stories.identity.edition import Edition
from stories.identity.quote_changes import quote_changes_between

FIRST = "The mill closed on Monday, and 40 spinners lost their work."
SAID = '"Nobody asked us about the gates," said Lena Ruiz, a spinner.'
LAST = "Its owner gave no reason for the decision."


def edition(*paragraphs: str, title: str = "Mill closes") -> Edition:
    return Edition(title, "\n\n".join(paragraphs), "en")


@pytest.mark.parametrize(
    ("after", "kinds"),
    [
        ((FIRST, SAID, LAST), []),
        ((FIRST.replace("mill", "Mill"), SAID.replace('"', "”"), LAST), []),
        ((FIRST, SAID, LAST, "The town has another mill."), ["addition"]),
        ((FIRST, LAST), ["removal"]),
        ((FIRST.replace("40", "45"), SAID, LAST), ["figure"]),
        ((FIRST.replace("40", "forty"), SAID, LAST), ["figure"]),
        ((FIRST.replace("closed", "closde"), SAID, LAST), ["typo"]),
        ((FIRST.replace("Monday,", "Monday"), SAID, LAST), ["typo"]),
        ((FIRST.replace("lost their work", "were sent home unpaid"), SAID, LAST), ["wording"]),
        ((FIRST, SAID.replace("Nobody", "No one"), LAST), ["quote"]),
        ((FIRST, SAID.replace("a spinner", "who spins there"), LAST), ["wording"]),
        ((FIRST, SAID.replace("the gates", "the 3 gates"), LAST), ["quote", "figure"]),
        ((FIRST.replace("40", "45").replace("closed", "closde"), SAID, LAST), ["figure", "typo"]),
        ((FIRST, SAID, LAST, "Correction: the mill closed on a Monday."), ["correction"]),
        (
            (FIRST, SAID, LAST + " This story was corrected on 3 March 2026 to name the owner."),
            ["correction"],
        ),
        (("Snow fell on the hills all night long.", SAID, LAST), ["removal", "addition"]),
    ],
)
def test_kinds_of_change(after: tuple[str, ...], kinds: list[str]) -> None:
    found = changes_between(edition(FIRST, SAID, LAST), edition(*after))
    assert sorted(change.kind for change in found) == sorted(kinds)


def test_a_changed_headline_is_a_change_and_its_typography_is_none() -> None:
    before = edition(FIRST, title="Mill 'closes'")
    assert changes_between(before, edition(FIRST, title="Mill \u2018closes\u2019")) == []
    (change,) = changes_between(before, edition(FIRST, title="Mill shuts"))
    assert (change.kind, change.before, change.after) == ("headline", "Mill 'closes'", "Mill shuts")


def test_paragraphs_without_spaces_are_compared_by_character() -> None:
    before, after = (
        Edition("工場", "紡績工場は月曜日に閉鎖された。40人が失業した。", "ja"),
        Edition("工場", "紡績工場は月曜日に閉鎖された。45人が失業した。", "ja"),
    )
    assert [change.kind for change in changes_between(before, after)] == ["figure"]


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        (SAID, [("same", "Lena Ruiz")]),
        (SAID.replace("asked", "ever asked"), [("altered", "Lena Ruiz")]),
        (SAID.replace("Lena Ruiz", "Otto Brandt"), [("altered", "Otto Brandt")]),
        (LAST, [("dropped", "Lena Ruiz")]),
        (
            SAID + '\n\n"It rained all the week," said Otto Brandt.',
            [("same", "Lena Ruiz"), ("new", "Otto Brandt")],
        ),
        ('"It rained all the week," said Otto Brandt.', [("new", "Otto Brandt"), ("dropped", "Lena Ruiz")]),
    ],
)
def test_what_became_of_a_quote(after: str, expected: list[tuple[str, str]]) -> None:
    found = quote_changes_between(edition(FIRST, SAID), edition(FIRST, after))
    assert [(change.state, change.speaker) for change in found] == expected
    altered = [change for change in found if change.state == "altered"]
    assert all(change.speaker_before == "Lena Ruiz" for change in altered)


def test_a_source_that_now_denies_its_words_altered_them() -> None:
    before, after = (
        f'{LAST}\n\nLena Ruiz {verb} that the mill was "a place of debts".' for verb in ("said", "denied")
    )
    (change,) = quote_changes_between(edition(before), edition(after))
    assert (change.state, change.stance, change.stance_before) == ("altered", "denies", "affirms")
    (dropped,) = quote_changes_between(edition(after), edition(LAST))
    assert (dropped.state, dropped.stance, dropped.stance_before) == ("dropped", "denies", "denies")


@pytest.mark.parametrize(
    "paragraph",
    [
        "Correction: the mill has two looms.",
        "CORRECTION (3 March 2026): the mill has two looms.",
        "Correction, March 3: the mill has two looms.",
        "*Clarification - the mill has two looms.",
        "Editor's note: the mill has two looms.",
        "This article was amended on 3 March 2026 to say that the mill has two looms.",
        "An earlier version of this story said that the mill had three looms.",
        "Fe de errores: la hilandería tiene dos telares.",
        "Una versión anterior de este artículo decía que la hilandería tenía tres.",
        "Rectificatif du 3 mars : la filature a deux métiers.",
        "Korrektur: Die Spinnerei hat zwei Webstühle.",
        "Anm. d. Red.: In einer früheren Version war von drei Webstühlen die Rede.",
        "Correção: a fiação tem dois teares.",
        "Rettifica: la filanda ha due telai.",
        "Уточнение: на фабрике два станка.",
        "تصحيح: في المصنع نولان.",
        "【訂正】織機は2台でした。",
        "更正：织机有两台。",
    ],
)
def test_notices_of_correction_are_known(paragraph: str) -> None:
    assert is_correction(paragraph)


@pytest.mark.parametrize(
    "paragraph",
    [
        "Corrections officers locked the gates of the mill.",
        "The correction of the river took ten years.",
        "Clarification was asked for by the spinners.",
        "Precision looms were sold to the ferry yard.",
        "The owner published an earlier version of his letter.",
        "Correcciones menores no bastan, dijo la hilandera.",
        "Correction: " + "the mill has two looms " * 50,
    ],
)
def test_what_only_sounds_like_a_correction_is_none(paragraph: str) -> None:
    assert not is_correction(paragraph)


def test_the_notices_of_a_body_are_found() -> None:
    assert corrections(f"{FIRST}\n\nCorrection: it has two looms.\n\n{LAST}") == [
        "Correction: it has two looms."
    ]
