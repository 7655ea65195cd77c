"""Paragraphs that a name and a colon open, “ORLA TENNICK: Six hours, always six.”, whoever or whatever is named so."""

import re
from dataclasses import dataclass

from stories.quotes import Span
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


@dataclass(slots=True)
class Turn:
    """One labelled paragraph: the label, and the speech after it."""

    label: Span
    speech: Span


def labelled_paragraphs(text: str, table: Language) -> list[Turn]:
    """All paragraphs that a name, or the letter of a question or an answer, opens."""
    turns: list[Turn] = []
    colons = ":" in text or "：" in text
    for paragraph in PARAGRAPH.finditer(text):
        found = LABEL.match(text, *paragraph.span()) if colons else None
        if not found or not _is_name(found["name"], table):
            found = LETTER.match(text, *paragraph.span())
        if found:
            end = found.end() + len(text[found.end() : paragraph.end()].rstrip())
            turns.append(Turn(found.span("name"), (found.end(), end)))
    return turns


def _is_name(name: str, table: Language) -> bool:
    """Whether the words before a colon are a name: capitals, or, where names have none, words that hold no verb."""
    if name.lower() in QUESTION | ANSWER:
        return True
    if HAN.fullmatch(name):
        return not any(verb in name for verb in table.say)
    parts = name.split(",")[0].split()
    if any(part.lower().endswith(("’s", "'s")) for part in parts):
        return False  # "Ada Moss’s Salt and Mills: A history"
    if not 0 < len(parts) <= MAX_LABEL_WORDS or any(part.lower() in table.say for part in parts):
        return False
    if not table.capitals:
        return table.closed.isdisjoint(parts)
    return all(part[0].isupper() or part.lower() in table.particles for part in parts)


def name_of(text: str, turn: Turn) -> str:
    """The name of a label, without what stands behind a comma."""
    return text[slice(*turn.label)].split(",")[0]


def key_of(text: str, turn: Turn) -> str:
    """What two labels of one speaker share: the last name, in lower case."""
    return name_of(text, turn).split()[-1].lower()


def is_question(speech: str) -> bool:
    """Whether a speech ends in a mark of a question."""
    return speech.rstrip(CLOSING)[-1:] in tuple("?？؟")


def without(text: str, turns: list[Turn]) -> str:
    """The text with blanks for labels and their speech, every offset as it was."""
    parts, position = [], 0
    for turn in turns:
        parts += [text[position : turn.label[0]], " " * (turn.speech[1] - turn.label[0])]
        position = turn.speech[1]
    return "".join(parts) + text[position:]


def regions(turns: list[Turn]) -> list[Region]:
    """The speech of the turns as quoted stretches, in which others may be quoted."""
    return [Region(start, start, end, end, True) for start, end in (turn.speech for turn in turns)]
