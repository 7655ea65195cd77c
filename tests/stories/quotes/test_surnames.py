"""Chinese speakers: the name that ends a source."""

import pytest

from stories.quotes import find_quotes
from stories.quotes.names.surnames import chinese_name

NAMES = [
    ("劳动监察员王小明", "王小明"),
    ("李海生", "李海生"),
    ("在厂里干了二十年的李海生", "李海生"),
    ("律師陳秀英", "陳秀英"),
    ("女工张兰", "张兰"),
    ("村民欧阳文", "欧阳文"),
    ("工会", None),
    ("警方", None),
    ("马拉威政府", None),
    ("一名不愿透露姓名的女工", None),
]


@pytest.mark.parametrize(("source", "name"), NAMES)
def test_the_name_that_ends_a_source(source: str, name: str | None) -> None:
    assert chinese_name(source) == name


SAID = [
    ("“我们签的是一整天，记账的人想怎么写就怎么写。”在厂里干了二十年的李海生说。", "李海生"),
    ("劳动监察员王小明表示：“账本锁了半年。”", "王小明"),
    ("“没有人给我们水。”在矿上做工的女工张兰说。", "张兰"),
    ("工会表示：“账本锁了半年。”", None),
]


@pytest.mark.parametrize(("text", "speaker"), SAID)
def test_who_speaks(text: str, speaker: str | None) -> None:
    (quote,) = find_quotes(text, "zh")
    assert quote.speaker == speaker
