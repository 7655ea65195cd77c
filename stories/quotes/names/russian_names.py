"""Whether a Russian name stands in the case of one who speaks; in "сказал представитель Карла Оденова" it does not."""

from stories.quotes.languages import words
from stories.quotes.names.name_words import given_gender, is_given

FULL, TWO_NAMES = 3, 4  # words of a full name, and of two names that stand together
PATRONYMIC = ("вич", "вна", "ична")
MASCULINE = ("л", "лся")  # endings of a man's verb in the past
OBLIQUE = (
    (("е", "ы", "и"), ("ой", "ей")),  # Аде Моховой
    (("у", "ю"), ("у", "ю", "ому")),  # Карлу Оденову
    (("а", "я"), ("ого",)),  # Карла Оденского
)
WOMANS = ("ова", "ева", "ёва", "ина", "ына", "ская")  # or of a man in the genitive


def other_cases(last: str) -> list[str]:
    """The nominatives of which a last name in lower case may be another case: "маркина" of "маркиной"."""
    for ends, bare in CASES:
        if last.endswith(ends) and len(last) > len(ends) + 2:
            return [last[: -len(ends)] + one for one in bare]
    return []


# Endings of last names in -ов, -ин, -ский and -ова, -ина, -ская, and what they stand for
CASES = (
    ("ского", ("ский",)),
    ("скому", ("ский",)),
    ("ской", ("ская", "ской")),
    ("овой", ("ова",)),
    ("евой", ("ева",)),
    ("иной", ("ина",)),
    ("ову", ("ов", "ова")),
    ("еву", ("ев", "ева")),
    ("ину", ("ин", "ина")),
    ("овым", ("ов",)),
    ("евым", ("ев",)),
    ("иным", ("ин",)),
    ("ова", ("ов",)),
    ("ева", ("ев",)),
    ("ина", ("ин",)),
)
KIN = words(
    "вдова вдовец жена муж супруга супруг брат сестра сын дочь мать отец племянник внук внучка представительница"
)
# Whose they are is told by a name in the genitive
RELATED = KIN | words(
    """племянница дядя тётя тетя бабушка дед дедушка мама папа родственник родственница друг подруга сосед соседка
    коллега адвокат защитник юрист помощник помощница секретарь представитель пресс-секретарь
    матери сестры вдовы жены дочери подруги племянницы внучки бабушки соседки супруги"""
)
WOMEN = words("юлия анастасия евгения")  # or, seldom, of Юлий, Анастасий, Евгений
GENITIVE = ("а", "я", "ого", "его")


ADDRESSED = words(  # nouns in the dative: whom somebody speaks to
    """журналисту журналистке журналистам корреспонденту корреспондентке корреспондентам репортёру репортеру репортёрам
    репортерам изданию газете журналу агентству телеканалу каналу порталу радиостанции сайту редакции полиции
    следователю следователям суду судье адвокату собравшимся слушателям"""
)


def without_calling(parts: list[str]) -> list[str]:
    """A name without what stands before it: "адвокат Карла Оденова Юлия Прадова", "Правозащитница Ада Мохова"."""
    return parts[2:] if len(parts) == TWO_NAMES else parts[1:] if _is_called(parts) else parts


def _is_called(parts: list[str]) -> bool:
    """Whether a name of three words begins with what its bearer is, and with no last name before two others."""
    if len(parts) != FULL or not is_given(parts[1]):
        return False
    owner = parts[0].lower().endswith(WOMANS)  # "губернатора Ладина Ольга Шилова"
    return (owner or not is_given(parts[0])) and not parts[2].endswith(PATRONYMIC)


def is_of_kin(name: tuple[str, ...], before: list[str]) -> bool:
    """Whether a full name tells whose kin or lawyer speaks: "вдова шахтёра Ивана Лугова", not "сестра Анна Лугова".

    before: the words of the source before the name.
    """
    owned = len(name) > 1 and name[-1].lower().endswith(GENITIVE) and name[0].lower().endswith(("а", "я"))
    return owned and not RELATED.isdisjoint(before) and not _is_woman(name)


def _is_woman(name: tuple[str, ...]) -> bool:
    return name[0].lower() in WOMEN or given_gender(list(name)) == "she"


def is_oblique(name: tuple[str, ...], verb: str, before: str) -> bool:
    """Whether a full name is that of one who is spoken to or of.

    verb: the cue, which tells a man's or a woman's word. before: the word before the name; somebody's widow is not he.
    """
    given, last = name[0].lower(), name[-1].lower()
    if len(name) < 2:
        return False
    if any(given.endswith(ends) and last.endswith(lasts) for ends, lasts in OBLIQUE):
        return True
    owner = verb.endswith(MASCULINE) or before in KIN
    return owner and given.endswith(("а", "я")) and last.endswith(WOMANS)
