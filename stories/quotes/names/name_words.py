"""The words of a name: which are given names, which an office before it."""

import re

from stories.quotes.languages import words
from stories.quotes.languages.given_names import gender_of, is_common
from stories.quotes.layout.doc import is_initial
from stories.quotes.names.persons import CALLINGS

# Given names that more often are places where they stand alone: "Georgia votes in May"
TOWNS = words(
    """jordan chad georgia austin sydney florence paris charlotte madison victoria adelaide savannah brooklyn chelsea
    dallas houston jackson lincoln logan phoenix denver carolina virginia dakota montana israel kenya india china asia
    america ireland chester lancaster orlando santiago sofia alexandria aurora sierra cuba kerala milan petra verona
    vienna valencia lourdes odessa siena geneva regina london berlin rome roma cairo damascus milton francisco
    salvador martinique trinidad dominica lucia kingston preston clifton bristol devon kent chelsea ashford boston
    trenton clayton camden jersey holland britain catalina marina adana samara lima salem troy tyler lyon"""
)
MIDDLE_NAMES = {"Thi": "she", "Thị": "she", "Van": "he", "Văn": "he"}  # in Vietnamese they tell the gender
VIETNAMESE = words(
    """nguyen nguyễn tran trần le lê pham phạm hoang hoàng huynh huỳnh phan vu vũ vo võ dang đặng bui bùi do đỗ ho hồ
    ngo ngô duong dương ly lý"""
)
# What stands before a name and is a part of none: "Pellan chief executive Karl Odden" in a headline's capitals
OFFICES = CALLINGS | words(
    """ceo leader actor actress singer star host anchor staff state republican democrat democratic rep senate editor chef
    coach captain founder owner boss head chair executive vice aide deputy chief commissioner neither"""
)
OFFICE_ENDINGS = ("er", "or", "ist", "ian", "ant")
MIN_OFFICE = 6  # letters of such a word
# What opens an English sentence before a name and is a part of none: "Whereas Moss sees a chance"
OPENERS = words(
    """whereas meanwhile however moreover instead therefore thus hence besides perhaps maybe here there tomorrow tonight
    earlier finally eventually both either neither each every any upon regarding concerning following including
    texts letters emails messages documents records minutes transcripts"""
)
CYRILLIC = re.compile(r"[А-Яа-яЁёІіЇїЄєҐґ]")
# A given name in Cyrillic letters as the list of given names writes it
LATIN = str.maketrans("абвгдеёзийклмнопрстуфыэіґ", "abvgdeeziyklmnoprstufyeig") | str.maketrans(
    {
        "ж": "zh",
        "х": "kh",
        "ц": "ts",
        "ч": "ch",
        "ш": "sh",
        "щ": "shch",
        "ъ": "",
        "ь": "",
        "ю": "yu",
        "я": "ya",
    }
    | {"ї": "yi", "є": "ye"}
)
MAX_NAME_WORDS = 4  # words of a person's name
NO_GIVEN = words("new north south east west given rip rio")  # in the list, and seldom in persons' names
MANY = words("women men children people fishermen policemen firemen workmen seamen")  # in names of bodies


def without_office(parts: list[str], nouns: bool) -> list[str]:
    """The name after an office that is written like a part of it: "Republican Ada Moss", "FBI Director Karl Odden".

    nouns: all nouns have capitals, so that what stands before a given name is no part of it ("Vorarbeiter Karl Brand").
    """
    for number in range(len(parts) - 2, 0, -1):
        before = parts[number - 1].lower()
        noun = _is_office(parts[number - 1]) or (
            nouns and before not in NO_GIVEN and not is_given(parts[number - 1])
        )
        if noun and is_given(parts[number]):
            return parts[number:]
    return parts


def _is_office(word: str) -> bool:
    """Whether a word with a capital is what somebody is: "Customer Priya Nair", "Historian Ada Moss"."""
    long = len(word) >= MIN_OFFICE and word.endswith(OFFICE_ENDINGS)
    return word.lower() in OFFICES or (long and _gender(word) is None)


def is_given(word: str, whole: bool = False) -> bool:
    """Whether a word is a given name. whole: each part of it is, so no "UN-Generalsekretär"."""
    if whole and "-" in word:
        return all(is_given(part) for part in word.split("-"))
    return word[:1].isupper() and _gender(word) is not None and word.lower() not in NO_GIVEN


def _gender(word: str) -> str | None:
    """The gender of a given name, in Latin or in Cyrillic letters: "Анна" is Anna, but "Карла" is Karla or of Karl."""
    if not CYRILLIC.match(word):
        return gender_of(word)
    letters = word.lower().translate(LATIN)
    return "" if letters[-1:] == "a" and gender_of(letters[:-1]) == "he" else gender_of(letters)


def add_word(parts: list[str], raw: str, elided: bool) -> None:
    """Add a token to the words of a name; marks and what follows an elision go with the one before."""
    if raw in "'’" or (elided and parts and parts[-1].endswith("’")):
        parts[-1:] = [word + raw for word in parts[-1:]]  # "Jeanne d’Arc"
    elif raw != ".":
        parts.append(raw)
    elif parts and is_initial(parts[-1]):
        parts[-1] += "."


def given_gender(parts: list[str]) -> str | None:
    """The gender that a given name before a last name tells; None where none is known. A word alone may be either.

    In Vietnamese the name in the middle tells it: "Tran Thi Hoa", "Nguyen Van Minh".
    """
    if len(parts) > 2 and parts[1] in MIDDLE_NAMES and parts[0].lower() in VIETNAMESE:
        return MIDDLE_NAMES[parts[1]]
    return next((_gender(word) for word in parts[:-1] if is_given(word)), None)


def is_given_alone(name: tuple[str, ...]) -> bool:
    return len(name) == 1 and is_common(name[0]) and name[0].lower() not in TOWNS


def fuller(known: tuple[str, ...], name: tuple[str, ...]) -> tuple[str, ...]:
    """The longer of two names of one person, but not by a word of a headline: "Lawmakers Rip Ada Moss"."""
    short, long = sorted((known, name), key=len)
    if len(short) == len(long) or len(long) > MAX_NAME_WORDS:
        return known
    added = long[: len(long) - len(short)]
    stray = len(short) > 1 and long[len(added) :] == short and gender_of(short[0]) is not None
    return short if stray and not all(map(is_given, added)) else long


def same_given(one: str, two: str) -> bool:
    """Whether two given names may be one: an initial, a short form, a spelling ("Dmitri", "Dmitry")."""
    short, long = sorted((one.rstrip(".").lower(), two.rstrip(".").lower()), key=len)
    if short[:1] != long[:1]:
        return False
    if len(short) == 1 or long.startswith(short[:3]):
        return True
    return gender_of(short) is None or gender_of(long) is None


def owns_next(raw: str) -> bool:
    """Whether a word owns the name behind it: "Moss’s", but not the first of "Women’s League"."""
    return raw.endswith(("’s", "'s")) and raw[:-2].lower() not in MANY
