"""Indirect speech by rule: a reporting verb and the clause that it reports, without any quotation."""

from stories.quotes.attribution.stance import SAYING
from stories.quotes.drafts import Draft
from stories.quotes.grammar.phrases import phrase_after, phrase_before
from stories.quotes.grammar.verb_subjects import speaker_of
from stories.quotes.languages import words
from stories.quotes.layout.doc import SIGNS, Doc, TokenSpan

TO = words("de d’ d'")  # before an infinitive: "a refusé de commenter"
OWN = 6  # tokens between a verb and the quotation that it reports
OPINION_TOKENS = 10  # from a comma to the quotation that is somebody's opinion


def is_taken(found: list[Draft], i: int) -> bool:
    return any(a <= i < b for draft in found for a, b in draft.pieces)


def clause_end(doc: Doc, last: int, q: int = -1) -> int:
    """The end of a sentence without its closing marks, after token `q`."""
    while last > q + 1 and doc.region[last - 1] < 0 and not doc.raw[last - 1][0].isalnum():
        last -= 1
    return last


def phrase_width(doc: Doc, i: int, last: int) -> int:
    """The length of a phrase such as "according to" that begins at token `i`; 0 where none does."""
    for parts in doc.language.phrases.get(doc.low[i], ()):
        if tuple(doc.low[i : min(last, i + len(parts))]) == parts:
            return len(parts) if _tells_whose(doc, i, last) else 0
    if i and doc.low[i] in doc.language.closing and (doc.raw[i - 1] == "," or doc.region[i - 1] >= 0):
        return 1
    return 0


def phrase_source(doc: Doc, i: int, width: int, last: int) -> TokenSpan | None:
    """Who is named by a phrase of `width` tokens at `i`: behind it, or inside it ("по её словам")."""
    if width > 2 and doc.low[i + 1] in doc.language.owns:
        return i + 1, i + 2
    verb = i + width < last and doc.low[i + width] in doc.language.say and not doc.language.verb_first
    source = phrase_after(doc, i + width + verb, last)  # "Según declaró el gerente"
    if source and doc.language.verb_first and source[1] < last and doc.region[source[1]] >= 0:
        return None  # "وبحسب الخطة نقلت وفاء لبيب «نوبة الليل»": nothing closes the phrase
    return source


def _tells_whose(doc: Doc, i: int, last: int) -> bool:
    """Whether a phrase that may mean something else means "according to": not "para la mina", "o segundo dia"."""
    table, word, before = doc.language, doc.low[i], doc.low[i - 1] if i else ""
    counts = word in table.ordinals and (before in table.articles or before in table.links)
    return not counts and (word not in table.opinions or _opines(doc, i, last))


def _opines(doc: Doc, i: int, last: int) -> bool:
    """Whether "para" or "pour" tells whose words follow: “Para Ada Musgo, «nadie pesó»”, “..., es «una burla»”.

    Elsewhere it is "for", and who stands behind it did not speak: “Trabajó para la mina. «No pagaron»”.
    """
    source = phrase_after(doc, i + 1, last) if doc.is_name(i) else None
    if source is None or doc.raw[source[1] : source[1] + 1] != [","]:
        return False
    begin = source[1] + 1
    quotation = next((k for k in range(begin, min(last, begin + OPINION_TOKENS)) if doc.region[k] >= 0), 0)
    beside = quotation - 1
    while beside > begin and doc.low[beside] in "d’'":
        beside -= 1  # "il s’agit d’« un procès »"
    return quotation == begin or (quotation > 0 and doc.low[beside] in doc.language.copulas)


def postposed(doc: Doc, i: int, first: int, last: int) -> TokenSpan | None:
    """The source that ends before the token `i`: "Moos zufolge", "der Ansicht der Müllerin nach"."""
    table = doc.language
    if doc.low[i] not in table.postpositions and not (doc.low[i] in table.after_views and i + 1 < last):
        return None
    source = phrase_before(doc, i, first)
    if source and source[1] - source[0] == 1 and doc.low[source[0]] in table.articles | table.datives:
        return None  # "der zufolge": of what was named before
    if source and doc.low[i] in table.after_views:
        opens = any(doc.low[j] in table.views for j in range(source[0], min(source[0] + 2, i)))
        noun = doc.is_name(i + 1) or doc.low[i + 1] in table.articles | table.datives
        return source if opens and not noun else None
    return source


def report_clauses(doc: Doc, first: int, last: int, found: list[Draft]) -> list[Draft]:
    """Ada said (that) the well was dry / The well was dry, Ada said / The well is dry, according to Ada."""
    table = doc.language
    made: list[Draft] = []
    for cue in range(first, last):
        if doc.region[cue] >= 0 or is_taken(found + made, cue):
            continue
        if any(draft.cue and draft.cue[0] <= cue < draft.cue[1] for draft in found + made):
            continue
        width = phrase_width(doc, cue, last)
        draft = _by_phrase(doc, cue, width, first, last) if width else _by_postposition(doc, cue, first, last)
        if doc.low[cue] in table.say or doc.low[cue] in table.think:
            teller = made[-1].source if made and _joins(doc, cue) else None
            draft = _by_verb(doc, cue, first, last, teller)
        if draft and not any(is_taken(found + made, i) for a, b in draft.pieces for i in range(a, b)):
            made.append(draft)
    return made


def _by_phrase(doc: Doc, cue: int, width: int, first: int, last: int) -> Draft | None:
    source = phrase_source(doc, cue, width, last)
    if source is None:
        return None
    if cue > first + 1:
        apart = doc.raw[cue - 1] in ",،，"
        pieces = [(first, cue - apart)]
        if doc.language.noun_capitals and not apart and source[1] < clause_end(doc, last, cue):
            pieces.append(
                (source[1], clause_end(doc, last, cue))
            )  # "Der Brunnen ist nach Angaben von Moos leer"
        return Draft(pieces, (cue, cue + width), source)
    told = max(source[1], cue + width)
    begin = told + (doc.raw[told] in ",،，") if told < last else last
    end = clause_end(doc, last, begin)
    return Draft([(begin, end)], (cue, cue + width), source) if begin < end else None


def _by_postposition(doc: Doc, cue: int, first: int, last: int) -> Draft | None:
    """Moos zufolge ist der Brunnen leer / Der Brunnen ist Moos zufolge leer."""
    source, end = postposed(doc, cue, first, last), clause_end(doc, last, cue)
    if source is None:
        return None
    pieces = [(a, b) for a, b in ((first, source[0]), (cue + 1, end)) if a < b]
    return Draft(pieces, (cue, cue + 1), source) if pieces else None


def _joins(doc: Doc, cue: int) -> bool:
    """Whether a verb goes on with what another's subject said: "y añadió que", "并补充说，", "وأضاف أن"."""
    table, following = doc.language, doc.low[cue + 1] if cue + 1 < len(doc.low) else ""
    joined = doc.low[cue - 1] in table.ands or (table.verb_first and doc.low[cue][0] in "وف")
    opens = following in table.that or following in table.clause_marks or doc.low[cue + 1 : cue + 2] == [","]
    return cue > 0 and doc.low[cue] in table.say and joined and opens


def goes_on(doc: Doc, i: int, last: int) -> bool:
    """Whether a verb at `i`, joined to what was said, leads to the next quotation: “...”, y añade: “...”."""
    table = doc.language
    verb = i + 1
    while verb + 1 < last and doc.low[verb] in table.helpers:
        verb += 1  # "et a ajouté"
    joined = verb + 1 < last and doc.low[i] in table.ands and doc.low[verb] in table.say
    return joined and any(doc.region[k] >= 0 and doc.raw[k - 1] == ":" for k in range(verb + 1, last))


def stands_beside(doc: Doc, cue: int, q: int) -> bool:
    """Whether a verb that often means something else reports a quotation: by a colon, a "that", right beside it."""
    near = all(doc.low[i] in doc.language.links or doc.low[i] in "d’'" for i in range(cue + 1, q))
    that = any(low in doc.language.that for low in doc.low[cue + 1 : q])
    return near or that or doc.raw[q - 1] in ":："


def reports_another(doc: Doc, draft: Draft, last: int) -> bool:
    """Whether the verb behind a quotation has one of its own: “A” nennt es Moos, Lind sieht darin “B”."""
    if draft.cue is None:
        return False
    begin = max(draft.cue[1], draft.source[1] if draft.source else 0)
    reach = OWN * (SIGNS if doc.language.no_spaces else 1)
    other = next((k for k in range(begin, min(last, begin + reach)) if doc.region[k] >= 0), 0)
    return other > 0 and doc.raw[other - 1] not in ",，،"


def _goes_on(doc: Doc, begin: int, end: int) -> int:
    """Where a content ends that another verb of the same subject follows, else `end`."""
    table = doc.language
    opens = next(
        (k for k in range(begin, end) if doc.low[k] in table.that or doc.raw[k] in table.clause_marks), end
    )
    for i in range(opens + 2, end - 2):
        if _joins(doc, i):
            at = i if table.verb_first else i - 1
            return at - 1 if doc.raw[at - 1] in ",،，" else at
    return end


def _by_verb(doc: Doc, cue: int, first: int, last: int, teller: TokenSpan | None) -> Draft | None:
    """teller: who speaks, where the verb goes on with the one before it."""
    source = teller or speaker_of(doc, cue, first, last)
    if source is None:
        return None
    start, end = max(cue + 1, source[1]), _goes_on(doc, cue + 1, clause_end(doc, last, cue))
    if draft := _of_question(doc, cue, start, end) or _of_refusal(doc, cue, start, end):
        draft.source = source
        return draft
    for i in range(start, min(end, start + 10)):
        if doc.low[i] in doc.language.that:
            return Draft([(i, end)], (cue, cue + 1), source) if i + 2 < end else None
    left = min(source[0], cue)
    if left > first + 2 and doc.raw[left - 1] in ",،，" and start >= end:
        return Draft([(first, left - 1)], (cue, cue + 1), source)
    reported = not doc.language.subjunctives.isdisjoint(
        doc.low[start:end]
    )  # "Am Montag sagte Moos, er sei krank"
    opens = start + 2 < end and doc.raw[start] in doc.language.clause_marks
    if opens and (cue > source[0] or reported):
        return Draft([(start + (not doc.raw[start][0].isalnum()), end)], (cue, cue + 1), source)
    bare = doc.language.bare_clauses and doc.low[cue] not in doc.language.beside
    if bare and cue == source[1] and start + 3 < end:
        return Draft([(start, end)], (cue, cue + 1), source)
    return None


def _of_question(doc: Doc, cue: int, start: int, end: int) -> Draft | None:
    """Moss asked, who shut the well / did not say, who shut it: a comma opens what is asked (Russian)."""
    table = doc.language
    asks = doc.low[cue] in table.asks or (cue > 0 and doc.low[cue - 1] in table.negations)
    opens = start + 1
    if not asks or opens + 1 >= end or doc.raw[start] != ",":
        return None
    questions = any(low in table.questions for low in doc.low[opens : opens + 3])
    return Draft([(opens, end)], (cue, cue + 1), None) if questions else None


def _of_refusal(doc: Doc, cue: int, start: int, end: int) -> Draft | None:
    """Moss declined to comment on the well, where the noun or infinitive stands behind the source."""
    table = doc.language
    start += start < end and doc.low[start] in TO
    unwilling = doc.low[cue] in table.unwilling and not table.negations.isdisjoint(doc.low[cue - 3 : cue])
    refuses = unwilling or doc.low[cue].removeprefix("و") in table.refuses
    if not refuses or start >= end or doc.low[start] not in table.comments:
        return None
    if any(low in SAYING for low in doc.low[start:end]) or doc.low[min(start + 1, end - 1)] in table.that:
        return None  # what follows is said
    return _of_question(doc, cue, start + 1, end) or Draft([(start, end)], (cue, cue + 1), None)
