"""Names in a text: where each stands, and the people and bodies that they name."""

from dataclasses import dataclass, field

from stories.quotes.languages import words
from stories.quotes.languages.given_names import gender_of
from stories.quotes.layout.doc import Doc, is_initial
from stories.quotes.names.demonstratives import demonstrative
from stories.quotes.names.genders import told_gender
from stories.quotes.names.german_nouns import is_noun
from stories.quotes.names.name_words import (
    OPENERS,
    add_word,
    fuller,
    given_gender,
    is_given,
    is_given_alone,
    owns_next,
    same_given,
    without_office,
)
from stories.quotes.names.persons import is_body, is_person
from stories.quotes.names.russian_names import KIN, other_cases, without_calling

SURNAMES = words("sen judge bishop major")  # titles that people are called by
# Particles that stand behind another: "Ursula von der Moos", "Jaap de la Cruz"
SECOND = words("der den la las los")
TOLD_OF = words("словам мнению данным")  # before a name in the genitive


@dataclass(slots=True)
class Person:
    """Somebody or something named: the fullest name, what tells the gender (`he`, `she` or empty), the role.

    human: something tells that it is a person. body: something tells that it is none. given: it is called by a
    given name alone, which tells less.
    """

    name: tuple[str, ...]
    gender: str = ""
    role: str | None = None
    titled: bool = False
    human: bool = False
    body: bool = False
    given: bool = False
    seen: int = 0


@dataclass(slots=True)
class Mention:
    """One naming: tokens [first, last), the words without titles, whose it is; human, body: see `Person`.

    told: the text itself tells the gender.
    """

    first: int
    last: int
    name: tuple[str, ...]
    owning: bool
    gender: str = ""
    titled: bool = False
    human: bool = False
    body: bool = False
    told: bool = False
    person: Person = field(default_factory=lambda: Person(()))


def find_mentions(doc: Doc) -> list[Mention]:
    """Runs of capitalised words outside quotations; words of the closed classes begin none."""
    table = doc.language
    raw, low, count = doc.raw, doc.low, len(doc.raw)
    common = {word for word in raw if word.islower()}
    opening = {first for first, _ in doc.sentences}
    bare = not table.articles  # "Ведомство сообщило": nothing but its place gives a noun its capital
    named = {raw[i] for i in range(count) if bare and i not in opening and raw[i][0].isupper()}
    found: list[Mention] = []
    i = 0
    while i < count:
        if not raw[i][0].isupper() or (low[i] in table.closed and not _is_month_of_name(doc, i)):
            i += 1
            continue
        if (bare and low[i] in KIN and i in opening) or (
            (low[i] in common or low[i] in OPENERS) and i in opening
        ):
            i += 1  # a common word that opens a sentence
            continue
        j = i + 1
        while j < count and doc.region[j] < 0 and not owns_next(raw[j - 1]):
            joined = raw[j][0].isupper() and low[j] not in table.closed and doc.end[j - 1] + 1 >= doc.start[j]
            # "University of Moss", but not "Ada Moss of Leeds", nor "said Moss of Odden"
            of = low[j] == "of" and j == i + 1 and raw[i] not in (m.name[-1] for m in found if m.name[1:])
            both = (
                low[j] == "and" and j == i + 1 and i and low[i - 1] in table.bodies
            )  # "the union Salt and Oar"
            joins = of or both or (low[j] in table.particles and not _parts(doc, j))
            particle = joins and _goes_on(doc, j + 1)
            owner = _owns_plural(doc, j)
            if not (joined or particle or owner or _dot(doc, j)) or _is_another(doc, i, j):
                break
            j += 1
        mention = _mention(doc, i, j)
        if mention and not (bare and i in opening and j == i + 1 and raw[i] not in named):
            found.append(mention)
        i = j
    _identify(doc, found, bare)
    return found


def _is_another(doc: Doc, first: int, j: int) -> bool:
    """Whether a second full name begins at `j`: "rief Ada Moos Tom Rau zu"."""
    if not doc.language.noun_capitals or j < first + 2 or j + 1 >= len(doc.raw):
        return False
    return is_given(doc.raw[j - 2], whole=True) and is_given(doc.raw[j]) and doc.is_name(j + 1)


def _goes_on(doc: Doc, j: int) -> bool:
    """Whether a name goes on at `j`, behind a particle: with its last word, or a second particle and that."""
    parts = doc.raw[j : j + 2]
    # "Ada Moos de la Unión" is of the union
    own = doc.language.code == "en" or doc.low[j - 1] in ("von", "van")
    second = len(parts) == 2 and own and parts[0] in SECOND
    return bool(parts) and parts[second][0].isupper()


def _parts(doc: Doc, j: int) -> bool:
    """Whether the preposition at `j` parts a noun from a name: "ein Sprecher von Karl Odden", not "Karl von Odden"."""
    before = doc.raw[j - 1]
    table = doc.language
    named = is_given(before) or len(before) == 1 or doc.low[j - 1] in table.titles | table.particles
    after = doc.raw[j + 1 : j + 3]  # "Ada Moos zu Tom Rau", "zu Richterin Karla Odden": a full name follows
    full = len(after) == 2 and any(map(is_given, after)) and after[1][0].isupper()
    return table.noun_capitals and doc.low[j] in table.links and (full or not named)


def _is_month_of_name(doc: Doc, i: int) -> bool:
    """Whether a month or a day is a given name: "Julio Prado", "April Moss", not "in April Moss"."""
    table, following = doc.language, doc.raw[i + 1 : i + 2]
    if doc.low[i] not in table.days or not following or not following[0][0].isupper():
        return False
    before = doc.low[i - 1] if i else ""
    named = doc.low[i + 1] not in table.closed and before not in table.links and not table.noun_capitals
    return named and gender_of(doc.low[i]) is not None


def _dot(doc: Doc, j: int) -> bool:
    """Whether the full stop at `j` goes with a title or an initial before it."""
    if doc.raw[j] != "." or doc.end[j - 1] != doc.start[j]:
        return False
    return doc.low[j - 1] in doc.language.titles or is_initial(doc.raw[j - 1])


def _owns_plural(doc: Doc, j: int) -> bool:
    """Whether the apostrophe at `j` stands inside a name: "the Deck Hands' Mission"."""
    if doc.raw[j] not in "'’" or doc.end[j - 1] != doc.start[j] or j + 1 >= len(doc.raw):
        return False
    return doc.raw[j - 1].endswith("s") and doc.raw[j + 1][0].isupper()


def _mention(doc: Doc, first: int, last: int) -> Mention | None:
    table = doc.language
    parts: list[str] = []
    before = doc.low[first - 1] if first else ""
    gender, titled = _gender(doc, before), before in table.titles  # "el doctor Prado"
    for k in range(first, last):
        word = doc.low[k]
        if word in table.titles and not (parts and _is_surname(doc, parts, k, last)):
            titled, parts = True, []  # "Senator" in "Ohio Senator Moss" parts the place from the name
            gender = _gender(doc, word) or gender
        else:
            add_word(parts, doc.raw[k], elided=bool(table.elisions))
    if parts[0:1] == ["of"]:
        parts = parts[2:]  # "Secretary of State Ada Moss"
    parts = without_office(parts, table.noun_capitals)
    parts = without_calling(parts) if table.code == "ru" else parts
    if demonstrative(doc, first, last):
        return None
    if not parts or parts == ["I"] or (len(parts) == 1 and parts[0].lower() in table.groups):
        return None
    if table.noun_capitals and is_noun(doc, first, parts):
        return None
    owning = parts[-1].endswith(("’s", "'s", "s’"))
    if parts[-1].endswith(("’s", "'s")):
        parts[-1] = parts[-1][:-2]
    if not parts[-1]:
        return None
    body = not titled and is_body(doc, first, last, parts)
    known = given_gender(parts) if table.capitals and not body else None
    human = not body and (titled or known is not None or is_person(doc, first, last))
    told = told_gender(doc, first, last) if human and not owning else ""
    gender = told or gender or known or ""
    return Mention(first, last, tuple(parts), owning, gender, titled, human, body, bool(told))


def _is_surname(doc: Doc, parts: list[str], k: int, last: int) -> bool:
    """Whether a title is the last name of an English name: "Ravi Sen", "Mike Judge"."""
    alone = len(parts) == 1 and k == last - 1 and doc.language.code == "en"
    return alone and doc.low[k] in SURNAMES and is_given(parts[0])


def _gender(doc: Doc, word: str) -> str:
    """The gender that a title tells, if it tells one."""
    return "he" if word in doc.language.men else "she" if word in doc.language.women else ""


def _identify(doc: Doc, mentions: list[Mention], bare: bool) -> None:
    """Give each mention its person: one person a last name, the fullest name that fits.

    bare: the language has no articles but cases (Russian).
    """
    people: dict[str, list[Person]] = {}
    for mention in mentions:
        key = mention.name[-1].lower()
        told_of = bare and doc.low[mention.first - 1] in TOLD_OF  # "По словам Лугова" is a man's
        if bare and len(mention.name) == 1 and (told_of or key not in people):
            key = next((other for other in other_cases(key) if other in people), key)
        known = people.setdefault(key, [])
        person = _bearer(known[-20:], mention)
        if person is None:
            person = Person(mention.name)
            known.append(person)
            if len(mention.name) > 1 and mention.gender:
                people.setdefault(mention.name[0].lower(), []).append(person)
        person.name = fuller(person.name, mention.name)
        person.gender = mention.gender if mention.told else person.gender or mention.gender
        person.titled = person.titled or mention.titled
        person.human = person.human or mention.human
        person.body = person.body or mention.body
        person.given = person.given or is_given_alone(mention.name)
        person.seen += 1
        mention.person = person
    for person in {id(mention.person): mention.person for mention in mentions}.values():
        alone = person.given and not person.human and not person.body
        person.human = person.human or alone
        if alone and not any(len(other.name) > 1 for other in people[person.name[-1].lower()]):
            person.gender = person.gender or gender_of(person.name[0]) or ""


def _bearer(known: list[Person], mention: Mention) -> Person | None:
    """The person whom a mention names; of several who bear a last name that stands alone, whom the text names most.

    "Dr Moss" is the one who was called a doctor before, if one of them was.
    """
    fits = [person for person in known if _same(person, mention)]
    if len(mention.name) > 1:
        return fits[-1] if fits else None
    called = [person for person in fits if person.titled] if mention.titled else []
    return max(reversed(called or fits), key=lambda person: person.seen, default=None)


def _same(person: Person, mention: Mention) -> bool:
    full = len(mention.name) > 1 and mention.name == person.name and mention.told
    if mention.gender and person.gender and mention.gender != person.gender and not full:
        return False
    if len(mention.name) == 1 or len(person.name) == 1:
        return True
    if mention.name[-2:] == person.name[-2:]:
        return True
    return same_given(mention.name[0], person.name[0])
