"""Which stretches of a line stand between quotation marks."""

import pytest

from stories.quotes.layout.marks import find_regions

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
    ("“The well is dry,” said Moss.", ["The well is dry,"]),
    ("The well is dry” said Moss.", []),
    ("”The well is dry,” said Moss.", ["The well is dry,"]),
    ("The well ” is dry.", []),
    ("„Der Brunnen ist leer“, sagte „Moos“.", ["Der Brunnen ist leer", "Moos"]),
    ("„Der Brunnen ist leer”, sagte Moos.", ["Der Brunnen ist leer"]),
    ("»Der Brunnen ist leer«, sagte Moos.", ["Der Brunnen ist leer"]),
    ("«Le puits «vide» est sec», dit Moss.", ["Le puits «vide» est sec"]),
    ("«Le puits «vide est sec», dit Moss.", ["Le puits «vide est sec"]),
    ("«Le puits «vide» «sec» est sec», dit Moss.", ["Le puits «vide» «sec» est sec"]),
    ("「井「干」了」，他說。", ["井「干」了"]),
    ('"The well is dry," she said. "Nobody came." He left.', ["The well is dry,", "Nobody came."]),
    ('"The well is dry, she said. "Nobody came," he said.', ["The well is dry, she said. ", "Nobody came,"]),
    ('"The well is dry"—"Nobody came," he said.', ["The well is dry", "Nobody came,"]),
    ('The pipe is 5" wide and "dry".', ["dry"]),
    ('The pipe is 5" wide and 7" long.', []),
    ('She said "', []),
    ("She said “", []),
    ("‹The well is dry,› said Moss. The well › is dry.", ["The well is dry,"]),
    ("``The well is dry,'' said Moss.", ["The well is dry,"]),
    ("''The well is dry,'' said Moss.", ["The well is dry,"]),
    ("'''The well is dry,''' said Moss.", ["The well is dry,"]),
    ("'The owners' well is dry,' said Moss.", ["The owners' well is dry,"]),
    ("'The owners' well is dry', said 'Moss'.", ["The owners' well is dry", "Moss"]),
    ("'The owners' plan' is 'dry'.", ["The owners' plan", "dry"]),
    ("‘The well is dry,’ said Moss. The owners’ well is ‘dry’.", ["The well is dry,", "dry"]),
    ("The owners' well is dry, said the miller's son.", []),
    ("The '90s were dry, 'twas said, and rock 'n' roll, 'em all.", []),
    ("“The owners' 'well' is dry,” said 'Moss'.", ["The owners' 'well' is dry,", "Moss"]),
    ("'He told me “go home”, and I went,' said Moss.", ["He told me “go home”, and I went,"]),
    ("'He told me “go home, and I went,' said Moss.", ["go home, and I went,' said Moss."]),
    ("'He told me “go home” and left. “No,” he said.", ["go home", "No,"]),
    ("'I wept' and “no” and 'I left' and 'so on'.", ["I wept", "no", "I left", "so on"]),
    ("‚Der Brunnen ist leer‘, sagte Moos.", ["Der Brunnen ist leer"]),
    ("“The well is dry,\nand nobody came,” said Moss.", ["The well is dry,\nand nobody came,"]),
    ("“The well is dry,\n\n“and nobody came,” said Moss.", ["The well is dry,", "and nobody came,"]),
    ("‘We pay $5,’ she said. '£5 is dry,' he said.", ["We pay $5,", "£5 is dry,"]),
    ("'I' said 'a'. 'It' said no.", ["I", "a", "It"]),
    ("(“The well is dry.”) [“No.”] —“Yes.”", ["The well is dry.", "No.", "Yes."]),
    ("The ′well′ and 《井》 are dry.", []),
]  # fmt: skip


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
