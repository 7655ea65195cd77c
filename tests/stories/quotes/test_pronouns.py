""" "He" and "she" stand for persons, in invented passages: better nobody than a company, a town or the husband."""

import pytest

from stories.quotes import find_quotes
from stories.quotes.languages.given_names import gender_of, is_common

NOBODY = [
    "Halvard Seafoods owns the plant. The union has asked for talks.\n\n“I keep ninety chairs,” he said.",
    "Brightwell owns the mine. A guard stood at the gate.\n\n“We have orders,” he said.",
    "Volta Refining sells to Brightwell. A teacher met us in the yard.\n\n“They are small,” she said.",
    "A worker stood at the gate. Police closed the road at noon.\n\n“We have nothing,” he said.",
    "Dozens came to the chapel in Lower Sallow. One had brought her son.\n\n“He cannot sleep,” she said.",
    "Protesters marched through Ebbing. A nurse walked in front.\n\n“We are tired,” she told us.",
    "Officials in Marrow Bay met a weaver of forty. “The looms are old,” she said.",
    "The Ministry of Labour sent a man to the pits. “It is all in order,” he said.",
    "The strike in Kenya is in its third week. A picker showed us her hands.\n\n“They bleed,” she said.",
    "A picker sued. Brightwell told the court that she had been paid. “I was not,” she said.",
    "Brightwell told the picker that she would be paid. “I was not,” she said.",
    "A boy of nine came out of the shaft. He had never heard of Saltcoats. “It is dark,” he said.",
]


@pytest.mark.parametrize("text", NOBODY)
def test_no_person_is_named(text: str) -> None:
    assert find_quotes(text, "en")[-1].speaker is None


SOMEBODY = [
    ("Priya Nair left in March. Her husband, Rahul Nair, stayed.\n\n“We walked,” she said.", "Priya Nair"),
    ("Priya Nair left in March. Her husband, Rahul Nair, stayed.\n\n“I hid,” he said.", "Rahul Nair"),
    ("Thandiwe Moyo met Kwame Boateng in Ebbing. “The dust is everywhere,” he said.", "Kwame Boateng"),
    ("Oksana Hryn sat with Taras Hryn. “The cellar was cold,” she said.", "Oksana Hryn"),
    ("Siti Rahma works for Halvard Seafoods. “They took my passport,” she said.", "Siti Rahma"),
    ("Ngozi Eze lives near Brightwell. “The river is black,” she said.", "Ngozi Eze"),
    ("Anna came to the gate with Volta’s manager. “Let us in,” she said.", "Anna"),
    ("Marl Tennick, 54, guts fish at Halvard. “My hands are numb,” he said.", "Marl Tennick"),
    ("Marl Tennick, who guts fish, spoke to the Courier. “My hands are numb,” she said.", "Marl Tennick"),
    ("Marl Tennick, a retired deckhand, sued Halvard. “I was never paid,” he said.", "Marl Tennick"),
    ("Sana Nair and Sunita Nair ran. Sunita Nair fell. “I lay still,” she said.", "Sunita Nair"),
    ("Rook told the court that he had signed. “Nobody reads them,” he said.", "Rook"),
    ("Rook said she had signed. “Nobody reads them,” she told us.", "Rook"),
    ("Mr Moss leads the Moss campaign. In Ebbing it rained. “I will not go,” he said.", "Moss"),
    ("Marie Dupont travaille chez Halvard. « On a froid », a-t-elle dit.", "Marie Dupont"),
    ("Rosa Prado trabaja en Halvard. «Hace frío», dijo ella.", "Rosa Prado"),
]


@pytest.mark.parametrize(("text", "speaker"), SOMEBODY)
def test_the_person_named(text: str, speaker: str) -> None:
    language = "fr" if "«" in text and "dit" in text else "es" if "«" in text else "en"
    assert [quote.speaker for quote in find_quotes(text, language)][-1:] == [speaker]


NAMES = [
    ("Priya", "she"),
    ("Rahul", "he"),
    ("José", "he"),
    ("Łukasz", "he"),
    ("Anne-Marie", "she"),
    ("Brightwell", None),
]


@pytest.mark.parametrize(("name", "gender"), NAMES)
def test_what_a_given_name_tells(name: str, gender: str | None) -> None:
    assert gender_of(name) == gender


def test_a_name_that_many_bear_tells_a_person_alone() -> None:
    assert (is_common("Anna"), is_common("Florida"), is_common("Fox")) == (True, False, False)
