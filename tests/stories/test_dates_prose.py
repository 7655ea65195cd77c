"""Sentences that tell of a day, and lines that are dated by it."""

import pytest

from stories.dates.prose import is_sentence

DAY = "3 May 2026"
LINES = {
    "It rained. {} – the council met in the old hall again.": True,
    "Velm, {} – the council met in the old hall again.": False,
    "By Ada Moss, {}. She writes of the council and its hall.": False,
    "The council met on {} in the old hall of the town.": True,
    "The council met on {} in the old hall of the town": False,
}


@pytest.mark.parametrize("line", LINES, ids=range(len(LINES)))
def test_a_sentence_tells_of_its_day(line: str) -> None:
    start = line.index("{}")
    assert is_sentence(line.format(DAY), [(start, start + len(DAY))]) is LINES[line]
