"""Interviews and transcripts: whether paragraphs with labels are speech by turns, and whose.

Most labels are none of a speaker: "Price: 12 pounds", "Pros: ...", "Source: ...", "Best of all: ...".
"""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from stories.quotes import Quote
from stories.quotes.languages import Language
from stories.quotes.languages.given_names import is_common
from stories.quotes.layout.labels import (
    ANSWER,
    CLOSING,
    HAN,
    QUESTION,
    Turn,
    is_question,
    key_of,
    labelled_paragraphs,
    name_of,
)
from stories.quotes.names.name_words import is_given
from stories.quotes.names.surnames import chinese_name

MAX_INITIALS = 3  # letters of a label that names nobody
TURN_CONFIDENCE = 0.95  # of all turns on invented pages
ANSWER_CONFIDENCE = 0.6  # that "A:" is the one person whom the rest of the text names; no set has any
GAP = " \n\t[(0123456789:])"  # between two turns, of which the second may have a time
SENTENCE_ENDS = tuple(".?!…。？！؟।۔")
BEFORE = r"(?P<given>[^\W\d_][\w’'-]*) (?:[^\W\d_][\w’'.-]* )?"  # a given name, and another one
AFTER = r" [^\W\d_a-z][\w’'-]+"


def find_turns(text: str, table: Language) -> list[Turn]:
    """The labelled paragraphs of a text that are speech by turns, of people, of who asks them, and of letters ("Q:").

    They are where somebody asks twice, and is answered; where a full name comes again, each time below a question without
    a label; and where a person's label comes again, beside that of somebody else. Of other labels what is kept comes
    again and is made of sentences.
    """
    turns = labelled_paragraphs(text, table)
    if len(turns) < 2:
        return []
    spoken: dict[str, list[str]] = {}
    for turn in turns:
        spoken.setdefault(key_of(text, turn), []).append(text[slice(*turn.speech)])
    asking = {key for key, speeches in spoken.items() if all(map(is_question, speeches)) or _asks(speeches)}
    heard = _recurring(text, turns, table) & {key for key, speeches in spoken.items() if _is_speech(speeches)}
    people = _people(text, turns, table)
    answering = _answering(text, turns, asking, heard) | _answering_alone(text, turns, heard, people)
    if not answering and not (heard & people and len(people | asking) > 1):
        return []
    kept = people | asking | heard | answering | QUESTION | ANSWER
    return [turn for turn in turns if key_of(text, turn) in kept]


def _asks(speeches: Sequence[str]) -> bool:
    """Whether a label opens two questions or more, and little else."""
    questions = sum(map(is_question, speeches))
    return questions > 1 and 2 * questions >= len(speeches)


def _recurring(text: str, turns: Sequence[Turn], table: Language) -> set[str]:
    """The keys of labels that come again, whole or as the last name: "Mill Price" and "Quay Price" do not."""
    names = Counter(_untitled(name_of(text, turn), table) for turn in turns)
    keys = Counter(key_of(text, turn) for turn in turns)
    return {name.split()[-1].lower() for name in names if names[name] > 1 or keys[name.lower()] > 1}


def _people(text: str, turns: Sequence[Turn], table: Language) -> set[str]:
    """The keys of labels that name persons: of rare given names two, for one may be a town's."""
    names = {name_of(text, turn): key_of(text, turn) for turn in turns}
    people = {key for name, key in names.items() if _names_person(name, text, table)}
    people |= {
        key for name, key in names.items() if _parts(name)[0].lower() in people
    }  # "Ada Moss" beside "Ada"
    rare = {key for name, key in names.items() if " " in name and is_given(_parts(name)[0])}
    return people | rare if len(people | rare) > 1 else people


def _parts(name: str) -> list[str]:
    """The words of a label as those of a name are written."""
    return [part.title() if part.isupper() else part for part in name.split()]


def _answering(text: str, turns: Sequence[Turn], asking: set[str], heard: set[str]) -> set[str]:
    """Who speaks right below a question of who asks twice: who is heard again, or says a sentence under a full name."""
    often = Counter(name_of(text, turn) for turn in turns if key_of(text, turn) in asking)
    found = set()
    for one, other in pairwise(turns):
        key = key_of(text, other)
        below = often[name_of(text, one)] > 1 and not text[one.speech[1] : other.label[0]].strip(GAP)
        full = _is_full(text, other) and _is_speech([text[slice(*other.speech)]])
        if below and (key in heard or full):
            found.add(key)
    return found


def _answering_alone(text: str, turns: Sequence[Turn], heard: set[str], people: set[str]) -> set[str]:
    """Those heard again, persons or with a full name once, each of whose turns stands below a question without a label.

    A typeface may tell the interviewer's words.
    """
    starts: dict[str, list[int]] = {}
    for turn in turns:
        starts.setdefault(key_of(text, turn), []).append(turn.label[0])
    full = {key_of(text, turn) for turn in turns if _is_full(text, turn)}
    return {
        key for key in heard & full if all(is_question(text[:start].rstrip(GAP)) for start in starts[key])
    }


def _is_full(text: str, turn: Turn) -> bool:
    name = name_of(text, turn)
    return " " in name or bool(HAN.fullmatch(name)) or (name.isupper() and len(name) > MAX_INITIALS)


def _is_speech(speeches: Sequence[str]) -> bool:
    """Whether most of them end as sentences do: no price, no list of names."""
    return 2 * sum(speech.rstrip(CLOSING).endswith(SENTENCE_ENDS) for speech in speeches) > len(speeches)


def _names_person(name: str, text: str, table: Language) -> bool:
    """Whether a label is a person's: a frequent given name before a last one, or a part of a name in the text."""
    if HAN.fullmatch(name):
        return chinese_name(name) == name
    if not table.capitals:
        return len(re.findall(re.escape(name), text)) > len(re.findall(rf"{re.escape(name)}\s*[:：]", text))
    first, *others = _parts(name)
    if others:
        return first.lower().rstrip(".") in table.titles or is_common(
            others[0] if first.endswith(".") else first
        )
    before = (found["given"] for found in re.finditer(rf"\b{BEFORE}{re.escape(first)}\b", text, re.I))
    given = (word.title() if word.isupper() else word for word in before)
    return any(map(is_given, given)) or (
        is_given(first) and re.search(rf"\b{re.escape(first)}{AFTER}", text) is not None
    )


def quotes_of(text: str, turns: list[Turn], names: dict[str, str], table: Language) -> list[Quote]:
    """The quotes of the turns, without those of who only asks.

    names: full names by the last name, of an answer by its label.
    """
    full = dict(names)
    for turn in turns:
        key, name = key_of(text, turn), _untitled(name_of(text, turn), table)
        if key in ANSWER:
            continue
        for one in (key, name.split()[0].lower()):
            full[one] = max(full.get(one, ""), "" if _is_initials(name_of(text, turn)) else name, key=len)
    asking = _asking(text, turns)
    return [_quote(turn, key_of(text, turn), full) for turn in turns if key_of(text, turn) not in asking]


def _asking(text: str, turns: list[Turn]) -> frozenset[str]:
    """The labels of the interviewer: all that they open are questions."""
    told = {key_of(text, turn) for turn in turns if not is_question(text[slice(*turn.speech)])}
    return frozenset(key_of(text, turn) for turn in turns) - told | QUESTION


def _is_initials(name: str) -> bool:
    """Whether a label is no name but its first letters: "OT" for Orla Tennick."""
    return name.isupper() and len(name) <= MAX_INITIALS and " " not in name and name.isascii()


def _quote(turn: Turn, key: str, full: dict[str, str]) -> Quote:
    speaker = full.get(key) or None
    sure = ANSWER_CONFIDENCE if key in ANSWER else TURN_CONFIDENCE
    return Quote("direct", [turn.speech], turn.label, None, speaker, None, "affirms", sure, "label")


def _untitled(name: str, table: Language) -> str:
    """A label as a name is written, without a title: "Odden" of "MR. ODDEN"."""
    parts = (name.title() if name.isupper() else name).split()
    while len(parts) > 1 and parts[0].lower().rstrip(".") in table.titles:
        parts = parts[1:]
    return " ".join(parts)
