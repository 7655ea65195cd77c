"""Which stretches of a line stand between quotation marks."""

import pytest

from stories.quotes.marks import find_regions

LINES = [
    ("He said “dry” and “dusty”.", ["dry", "dusty"]),
    ('He said "dry" and "dusty".', ["dry", "dusty"]),
    ("He said ``dry'' and ''dusty''.", ["dry", "dusty"]),
    ("''I call it 'dry,''' he said.", ["I call it 'dry,"]),
    ("Er sagte „trocken“ und »staubig« und «leer».", ["trocken", "staubig", "leer"]),
    ("Il dit « sec » et ‹ vide ›.", [" sec ", " vide "]),
    ("他说「干」和『空』和“无”。", ["干", "空", "无"]),
    ("«Ферма «Мох» закрыта», — сказал он.", ["Ферма «Мох» закрыта"]),
    ("He said 'dry' and 'dusty'.", ["dry", "dusty"]),
    ("'The owners' well is dry,' he said.", ["The owners' well is dry,"]),
    ("He likes 'the Greens' and 'the Reds' alike.", ["the Greens", "the Reds"]),
    ("The owners' well, the miller's dog, the '90s, rock 'n' roll.", []),
    ('A 5" pipe and a 7" pipe.', []),
    ("“I told her ‘dig’ twice,” he said.", ["I told her ‘dig’ twice,"]),
    ("“Never closed, he said.", ["Never closed, he said."]),
    ('"First. "Second," he said.', ["First. ", "Second,"]),
    ("“First.\n\n“Second.”", ["First.", "Second."]),
]


@pytest.mark.parametrize(("text", "inner"), LINES)
def test_regions(text: str, inner: list[str]) -> None:
    assert [text[region.start : region.end] for region in find_regions(text)] == inner


AROUND = [
    ("‘He told me “go home”, and I went,’ said Ada Moss.", ["‘He told me “go home”, and I went,’"]),
    ("'He told me \"go home\", and I went,' said Ada Moss.", ["'He told me \"go home\", and I went,'"]),
    ("‘The sign said “shut”,’ Ada Moss said. ‘Nobody came.’", ["‘The sign said “shut”,’", "‘Nobody came.’"]),
    ("The workers’ “charter” is dead, said Ada Moss, of the owners’ “club”.", ["“charter”", "“club”"]),
]


@pytest.mark.parametrize(("text", "marked"), AROUND)
def test_single_marks_around_double_ones(text: str, marked: list[str]) -> None:
    assert [text[region.opens : region.closes] for region in find_regions(text)] == marked


BROKEN = [
    ("“We walked at night,\nand hid by day,” said Ada Moss.", ["“We walked at night,\nand hid by day,”"]),
    ("« On marche,\non se cache », dit Ada Mousse.", ["« On marche,\non se cache »"]),
    ("“We walked.\n“We hid,” said Ada Moss.", ["“We walked.", "“We hid,”"]),
    ("“We walked.\n\nShe hid.” Moss", ["“We walked."]),
]


@pytest.mark.parametrize(("text", "marked"), BROKEN)
def test_a_quotation_over_the_lines_of_a_paragraph(text: str, marked: list[str]) -> None:
    assert [text[region.opens : region.closes] for region in find_regions(text)] == marked
