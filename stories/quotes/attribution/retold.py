"""Whose words somebody tells again: of “Lind recalled Holm’s reply: “...”” they are Holm’s."""

from stories.quotes.attribution.papers import PAPERS
from stories.quotes.drafts import Draft
from stories.quotes.grammar.phrases import phrase_before, subject_before
from stories.quotes.languages import words
from stories.quotes.languages.english import TABLE, forms
from stories.quotes.layout.doc import Doc, TokenSpan

RETELLING = forms(
    words("recall remember repeat quote recount cite echo relate relay paraphrase retell")
) | words(
    """read reads reading hears heard retold
    recordó recuerda recuerdan repitió repite citó cita evocó evoca rappelle rappelé souvient souviennent répète répété
    cite cité évoque lembrou lembra relembrou relembra repetiu repete citou recordou recorda
    erinnerte erinnert wiederholte wiederholt zitierte zitiert вспомнил вспомнила вспоминает повторил повторила
    процитировал процитировала передал передала"""
)
SPOKEN = words(
    """reply replies answer answers words response warning warnings advice verdict remark remarks message promise motto
    question threat order orders instruction instructions rebuke complaint plea saying confession line refrain
    respuesta palabras advertencia consejo promesa amenaza frase réponse mots paroles avertissement conseil promesse
    menace phrase resposta palavras aviso conselho promessa ameaça antwort worte warnung rat drohung satz
    ответ слова предупреждение совет обещание угрозу фразу"""
)
BE = words("is was were are")
OWNERS = ("’s", "'s", "s’", "s'")
OF = words("de del du do da dos das d’ von")
NEAR = 4  # tokens from a quotation to the verb before its colon
ADJECTIVES = 3  # words between the owner and what is owned


def retold(doc: Doc, draft: Draft) -> TokenSpan | None:
    """Who speaks an attribution: its source, or whose words its verb tells again; None where their name has a case."""
    cue = draft.cue[0] if draft.cue else -1
    q = next((i for a, b in draft.pieces for i in range(a, b) if doc.region[i] >= 0), -1)
    if q - 3 < cue or cue < 0 or doc.low[q - 1] not in (":", "that"):
        return draft.source
    if doc.low[cue] not in RETELLING:
        says = doc.language.code == "en" and doc.low[cue] in TABLE.say
        return _answering(doc, draft, cue, q) if says else draft.source
    if saying := _saying(doc, cue, q):
        return saying
    noun = next((i for i in range(q - 2, cue, -1) if doc.low[i] in SPOKEN | PAPERS), -1)
    if noun < 0:
        return draft.source
    return _owner(doc, draft, cue, noun, q) if doc.language.code == "en" else _behind(doc, draft, noun, q)


def _answering(doc: Doc, draft: Draft, cue: int, q: int) -> TokenSpan | None:
    """Who said the words behind a colon by the clause that tells of it: "Lind said Holm had answered: “...”"."""
    first = max(cue + 1, draft.source[1] if draft.source else 0)
    alone = all(doc.region[i] >= 0 or i >= q for a, b in draft.pieces for i in range(a, b))
    if doc.raw[q - 1] != ":" or first >= q - 2 or not alone:
        return draft.source
    if doc.low[q - 2] in BE:
        noun = next((i for i in range(q - 3, first, -1) if doc.low[i] in SPOKEN), -1)
        owner = next((i for i in range(noun - 1, first - 1, -1) if doc.raw[i].endswith(OWNERS)), -1)
        return (first + (doc.low[first] == "that"), owner + 1) if first <= owner else draft.source
    verb = next((i for i in (q - 2, q - 3) if doc.low[i] in TABLE.say and i > first), -1)
    return subject_before(doc, verb, first) if verb > 0 else draft.source


def _saying(doc: Doc, cue: int, q: int) -> TokenSpan | None:
    """Whom somebody remembers saying something: "Lind remembers Tom Holm saying: “...”"."""
    told = phrase_before(doc, q - 2, cue + 1) if doc.low[q - 2] in ("saying", "say") else None
    return told if told and told[0] == cue + 1 else None


def _owner(doc: Doc, draft: Draft, cue: int, noun: int, q: int) -> TokenSpan | None:
    """The one behind "from", or the one who owns the words; else the source: “Lind repeated her demand: “...””."""
    if doc.low[noun + 1] in ("from", "by"):
        return noun + 2, q - 1  # "read a letter from his mother: “...”"
    owner = next((i for i in range(noun - 1, cue, -1) if doc.raw[i].endswith(OWNERS)), -1)
    if noun != q - 2 or owner < noun - 1 - ADJECTIVES:
        return draft.source
    begin = owner
    while begin - 1 > cue and (doc.is_name(begin - 1) or doc.low[begin - 1] in doc.language.articles):
        begin -= 1
    return begin, owner + 1


def _behind(doc: Doc, draft: Draft, noun: int, q: int) -> TokenSpan | None:
    """The same outside English: "la respuesta de Carlos Odén"; of "Oddens Antwort", "ответ Карла Оденова" nobody."""
    if doc.low[noun + 1] in OF:
        return noun + 2, q - 1
    german = doc.language.noun_capitals and doc.is_name(noun - 1) and doc.raw[noun - 1].endswith("s")
    return None if german or (doc.is_name(noun + 1) and noun + 1 < q - 1) else draft.source


def tells_again(doc: Doc, draft: Draft) -> bool:
    """Whether a content holds what another says behind a colon: "Moss said the mayor had told her: “Go home.””."""
    for first, last in draft.pieces:
        if draft.source and first <= draft.source[0] < last:
            return False  # the other one is the source already
        for q in range(first + 3, last):
            if doc.region[q] >= 0 and doc.raw[q - 1] == ":":
                return any(_says(doc, i) for i in range(max(first + 1, q - NEAR), q - 1)) or (
                    doc.low[q - 2] in BE and not SPOKEN.isdisjoint(doc.low[first : q - 2])
                )
    return False


def _says(doc: Doc, i: int) -> bool:
    """Whether a word is a verb of saying, and no noun: "the offer"."""
    return doc.low[i] in doc.language.say and doc.low[i - 1] not in doc.language.articles
