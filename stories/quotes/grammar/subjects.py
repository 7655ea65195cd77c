"""The grammatical subject of a sentence without a known verb of saying, where nouns have capitals and articles cases."""

from stories.quotes.grammar.phrases import INNER, abbreviates, phrase_after
from stories.quotes.languages import words
from stories.quotes.layout.doc import Doc, TokenSpan

VERBAL = ("te", "ten", "t")  # endings of finite verbs
TOLD = words(
    "mitgeteilt gesagt gefragt vorgeworfen geraten versprochen aufgefordert genannt beschuldigt erklärt befohlen"
)  # what is done to one who is spoken to or of
CITED = words("zitiert")  # who is cited speaks, not who cites
PARTICIPLE_REACH = 16  # tokens between the auxiliary of a passive and its participle
NOUN_REACH = 8  # words of one noun phrase before its noun
PERSON_SCORE = 3.0  # the score from which a phrase is taken for a person who speaks


def subject_of(doc: Doc, first: int, last: int, least: float = -2.0) -> TokenSpan | None:
    """The phrase of tokens `first` to `last` that most likely is the subject; none that scores under `least`."""
    phrases = _phrases(doc, first, last)
    scored = [(_score(doc, phrase, first, order), -order) for order, phrase in enumerate(phrases)]
    best = max(scored, default=None)
    return phrases[-best[1]] if best and best[0] >= least else None


def agent_of(doc: Doc, cue: int, first: int) -> TokenSpan | None:
    """Who does what a passive tells: "wurde von Moos als „leer“ bezeichnet"."""
    table = doc.language
    begin = cue
    while begin > max(first, cue - PARTICIPLE_REACH) and doc.raw[begin - 1] not in ",:;":
        begin -= 1
    if not any(doc.low[i] in table.passives for i in range(begin, cue)):
        return _agent_apposed(doc, cue, first) if begin > first else None
    if doc.low[cue] in CITED:
        return subject_of(doc, first, cue)  # "Moos wird von der Zeitung zitiert"
    end = next((i for i in range(begin, cue) if doc.low[i] in table.naming), cue)
    agents = (i for i in range(cue - 2, begin - 1, -1) if doc.low[i] in table.agents)
    return next((found for i in agents if (found := phrase_after(doc, i + 1, end if i < end else cue))), None)


def _agent_apposed(doc: Doc, cue: int, first: int) -> TokenSpan | None:
    """The agent right behind its auxiliary, with what it is between commas: "wurde von Moos, der Leiterin, erklärt"."""
    table = doc.language
    for i in range(cue - 2, max(first, cue - PARTICIPLE_REACH), -1):
        if doc.region[i] >= 0 or doc.raw[i] in ":;":
            return None
        if doc.low[i] in table.agents and doc.low[i - 1] in table.passives and doc.low[cue] in TOLD:
            return phrase_after(doc, i + 1, cue)
    return None


def is_passive(doc: Doc, cue: int, first: int) -> bool:
    """Whether a verb is told of whom something was said to: "Moos wurde mitgeteilt"; who "wird zitiert" speaks."""
    table = doc.language
    begin = cue
    while begin > max(first, cue - PARTICIPLE_REACH) and doc.raw[begin - 1] not in ",:;":
        begin -= 1
    done = any(
        doc.low[i] in table.passives
        for i in (*range(begin, cue), *range(cue + 1, min(cue + 2, len(doc.low))))
    )
    return done and doc.low[cue] in TOLD


def _phrases(doc: Doc, first: int, last: int) -> list[TokenSpan]:
    """Pronouns and noun phrases, without what hangs on them."""
    table, found, i = doc.language, [], first
    while i < last:
        end = i
        if doc.region[i] < 0 and doc.low[i] in table.subjects - table.impersonal:
            end = i + 1
        elif doc.region[i] < 0 and doc.low[i] in table.articles | table.datives | table.she | table.he:
            end = _nouns(doc, _adjectives(doc, i + 1, last), last)
        elif doc.region[i] < 0 and doc.is_name(i) and (i > first or not _is_small(doc, i)):
            end = _nouns(doc, i, last)
        if end > i:
            found.append((i, end))
        i = max(end, i + 1)
    return found


def _is_small(doc: Doc, i: int) -> bool:
    """Whether the word that opens a sentence has its capital from there only."""
    table, low = doc.language, doc.low[i]
    small = table.closed | table.adverbs | table.stops | table.say | table.closing | table.skips
    return low in small or low.endswith(table.adverb_endings)


def _adjectives(doc: Doc, i: int, last: int) -> int:
    stop = min(last, i + NOUN_REACH)
    while i < stop and doc.raw[i][0].islower() and doc.low[i] not in doc.language.closed:
        i += 1
    return i


def _nouns(doc: Doc, i: int, last: int) -> int:
    """The end of the run of capitals that begins at `i`; `i` is given back where none begins."""
    end = i
    while end < last and doc.region[end] < 0:
        if doc.is_name(end) or doc.raw[end][0].isdigit():
            i = end + 1
        elif (doc.raw[end] not in INNER | {"."} and doc.low[end] not in doc.language.particles) or (
            doc.raw[end] == "." and not abbreviates(doc, end)
        ):
            break
        end += 1
    return i


def _score(doc: Doc, phrase: TokenSpan, first: int, order: int) -> float:
    """How much a phrase looks like a subject: by its case, by what stands before it, by the verb beside it."""
    table, (begin, end) = doc.language, phrase
    word = doc.low[begin]
    before = doc.low[begin - 1] if begin > first else ""
    names = sum(doc.is_name(i) for i in range(begin, end)) - (begin == first and word in table.articles)
    score = 1.0 if word in table.articles else 0.0
    if word in table.subjects:
        score = 3.0
    elif word in table.oblique | table.datives:
        score = -4.0
    elif names > 1:
        score += 2.0
    if before in table.links | table.stops:
        score -= 5.0
    elif before and doc.is_name(begin - 1) and begin - 1 > first:
        score -= 3.0
    return score + (begin == first) + _beside(doc, phrase, first) - order * 0.3


def _beside(doc: Doc, phrase: TokenSpan, first: int) -> float:
    """What a finite verb next to a phrase tells."""
    table, (begin, end) = doc.language, phrase
    near = [begin - 1] if begin > first else []
    near += [end] if end < len(doc.raw) else []
    verbs = [i for i in near if doc.raw[i][0].islower() and doc.low[i] not in table.articles]
    return 1.5 * any(
        doc.low[i] in table.auxiliaries | table.say | table.subjunctives or doc.low[i].endswith(VERBAL)
        for i in verbs
    )
