"""Interviews and transcripts: paragraphs that a name and a colon open, “ORLA TENNICK: Six hours, always six.”"""

import re
from collections import Counter
from dataclasses import dataclass

from stories.quotes import Quote, Span
from stories.quotes.languages import Language, words
from stories.quotes.layout.regions import Region

PARAGRAPH = re.compile(r"[^\n]+")
STAMP = r"(?:[\[(]?\d{1,2}:\d\d(?::\d\d)?[\])]?\s+)?"  # "[00:12] Ada Moss: ..."
LABEL = re.compile(
    rf"{STAMP}(?P<name>[^\W\d_][^\n:：\"“«„”»?!()]{{0,60}}?)\s*(?:\([^\n()]{{1,40}}\)\s*)?[:：]\s*(?=\S)"
)
LETTER = re.compile(
    r"(?P<name>[QAPRFВО]|Question|Answer|Frage|Antwort|Pregunta|Respuesta|Pergunta|Resposta|Réponse|Вопрос|Ответ)\.\s+(?=\S)"
)  # "Q. Were you afraid?", "P. ¿Cuánto dura?"
HAN = re.compile(r"[\u4e00-\u9fff·]{2,8}")
QUESTION = words("q p f question frage pregunta pergunta вопрос в 问 問 س سؤال")
ANSWER = words("a r answer antwort respuesta resposta réponse ответ о 答 ج جواب")
CLOSING = " \t\"”»“'’"
MAX_LABEL_WORDS = 5  # words of a label
MAX_INITIALS = 3  # letters of a label that names nobody
TURN_CONFIDENCE = 0.95  # of all turns on invented pages
ANSWER_CONFIDENCE = 0.6  # that "A:" is the one person whom the rest of the text names; no set has any


@dataclass(slots=True)
class Turn:
    """One labelled paragraph: the label, and the speech after it."""

    label: Span
    speech: Span


def find_turns(text: str, table: Language) -> list[Turn]:
    """The labelled paragraphs of a text where they are speech by turns: a label comes again, and one is a full name."""
    turns: list[Turn] = []
    colons = ":" in text or "：" in text
    for paragraph in PARAGRAPH.finditer(text):
        found = LABEL.match(text, *paragraph.span()) if colons else None
        if not found or not _is_name(found["name"], table):
            found = LETTER.match(text, *paragraph.span())
        if found:
            end = found.end() + len(text[found.end() : paragraph.end()].rstrip())
            turns.append(Turn(found.span("name"), (found.end(), end)))
    if not turns:
        return []
    seen = Counter(_key(text, turn) for turn in turns)
    asked = any(_key(text, turn) in QUESTION and _is_question(text[slice(*turn.speech)]) for turn in turns)
    full = asked or any(_is_full(_name(text, turn)) for turn in turns) or _are_named(text, turns, seen)
    by_turns = len(seen) > 1 or all(_answers(text, turn) for turn in turns)
    return turns if by_turns and full and max(seen.values()) > 1 else []


def _are_named(text: str, turns: list[Turn], seen: Counter[str]) -> bool:
    """Whether two labels take turns of which one is the last name of somebody named in full: "Kress" of Simone Kress."""
    names = {_name(text, turn) for turn in turns}
    full = any(
        re.search(rf"[^\W\d_]{{2,}} {re.escape(name)}\b(?!\s*:)", text)
        for name in names
        if name[:1].isupper()
    )
    return full and len([key for key in seen if seen[key] > 1]) > 1


def _answers(text: str, turn: Turn) -> bool:
    """Whether the paragraph before a turn asks without a label: a typeface may tell the interviewer's words."""
    before = text[: turn.label[0]].rstrip("[( \n\t0123456789:])")
    return _is_question(before)


def _is_name(name: str, table: Language) -> bool:
    """Whether the words before a colon are a name: capitals, or, where names have none, words that hold no verb."""
    if name.lower() in QUESTION | ANSWER:
        return True
    if HAN.fullmatch(name):
        return not any(verb in name for verb in table.say)
    parts = name.split(",")[0].split()
    if not 0 < len(parts) <= MAX_LABEL_WORDS or any(part.lower() in table.say for part in parts):
        return False
    if not table.capitals:
        return table.closed.isdisjoint(parts)
    return all(part[0].isupper() or part.lower() in table.particles for part in parts)


def _is_full(name: str) -> bool:
    return " " in name or bool(HAN.fullmatch(name)) or (name.isupper() and len(name) > 1)


def _name(text: str, turn: Turn) -> str:
    return text[slice(*turn.label)].split(",")[0]


def _key(text: str, turn: Turn) -> str:
    """What two labels of one speaker share: the last name."""
    return _name(text, turn).split()[-1].lower()


def without(text: str, turns: list[Turn]) -> str:
    """The text with blanks for labels and their speech, every offset as it was."""
    parts, position = [], 0
    for turn in turns:
        parts += [text[position : turn.label[0]], " " * (turn.speech[1] - turn.label[0])]
        position = turn.speech[1]
    return "".join(parts) + text[position:]


def labelled(text: str, turns: list[Turn], names: dict[str, str], table: Language) -> list[Quote]:
    """The quotes of the turns, without those of who only asks.

    names: full names by the last name, of an answer by its label.
    """
    full = dict(names)
    for turn in turns:
        key, name = _key(text, turn), _untitled(_name(text, turn), table)
        if key in ANSWER:
            continue
        full[key] = max(full.get(key, ""), "" if _is_initials(_name(text, turn)) else name, key=len)
    asking = _asking(text, turns)
    return [_quote(turn, _key(text, turn), full) for turn in turns if _key(text, turn) not in asking]


def _asking(text: str, turns: list[Turn]) -> frozenset[str]:
    """The labels of the interviewer: all that they open are questions."""
    told = {_key(text, turn) for turn in turns if not _is_question(text[slice(*turn.speech)])}
    return frozenset(_key(text, turn) for turn in turns) - told | QUESTION


def _is_question(speech: str) -> bool:
    return speech.rstrip(CLOSING)[-1:] in tuple("?？؟")


def _is_initials(name: str) -> bool:
    """Whether a label is no name but its first letters: "OT" for Orla Tennick."""
    return name.isupper() and len(name) <= MAX_INITIALS and " " not in name and name.isascii()


def _quote(turn: Turn, key: str, full: dict[str, str]) -> Quote:
    speaker = full.get(key) or None
    sure = ANSWER_CONFIDENCE if speaker and key in ANSWER else TURN_CONFIDENCE
    return Quote("direct", [turn.speech], turn.label, None, speaker, None, "affirms", sure, "label")


def _untitled(name: str, table: Language) -> str:
    """A label as a name is written, without a title: "Odden" of "MR. ODDEN"."""
    parts = (name.title() if name.isupper() else name).split()
    while len(parts) > 1 and parts[0].lower().rstrip(".") in table.titles:
        parts = parts[1:]
    return " ".join(parts)


def regions(turns: list[Turn]) -> list[Region]:
    """The speech of the turns as quoted stretches, in which others may be quoted."""
    return [Region(start, start, end, end, True) for start, end in (turn.speech for turn in turns)]
