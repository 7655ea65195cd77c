"""Who answers under a label that is no name, "A: Six hours", where the text around an interview tells it."""

from collections.abc import Sequence

from stories.quotes.languages import words
from stories.quotes.layout.doc import Doc
from stories.quotes.layout.labels import ANSWER
from stories.quotes.names.mentions import Mention

# What stands beside the name of somebody who is asked
ASKED = words(
    """answered answers interview interviewed questions asked
    geantwortet antwortet antwortete interview fragen gefragt befragt
    respondió responde contestó entrevista entrevistó preguntas
    répond répondu répondait entretien interview interrogé interrogée questions
    respondeu responde entrevista perguntas
    ответил ответила отвечает интервью вопросы"""
)


def answerer(doc: Doc, mentions: Sequence[Mention]) -> dict[str, str]:
    """The one person whom the rest of the text names and says to have been asked, by the labels of answers."""
    people = {id(mention.person): mention for mention in mentions if mention.person.human}
    if len(people) != 1:
        return {}
    (mention,) = people.values()
    name = " ".join(mention.person.name)
    told = any(
        first <= mention.first < last and not ASKED.isdisjoint(doc.low[first:last])
        for first, last in doc.sentences
    )
    return dict.fromkeys(ANSWER, name) if told and " " in name else {}
