"""What a source does to a content: it affirms it, denies it, asks about it, or declines to say.

The cue tells, with the negation before it: of "Moss denied that the well was dry" the content alone says the contrary.
Words that a source said itself are affirmed, whatever verb stands beside them: Moss denied it: “The well is full.”
"""

from functools import cache

from stories.quotes import Kind, Stance
from stories.quotes.drafts import Draft
from stories.quotes.languages import Language, words
from stories.quotes.layout.doc import Doc, TokenSpan

NEGATION_REACH = 6  # tokens between a negation and its verb, or a verb and what it reports
CONTENT_TOKENS = 7  # tokens of a content in which a verb of saying or a question word is looked for
FOLLOWS = frozenset(("de", "fr"))  # languages whose negation follows its verb: "bestritt nicht", "ne dit pas"
ONLY = frozenset(["only", "just", "merely", "nur", "seulement", "solo", "sólo", "só", "apenas", "только"])
JOINS = frozenset(["y", "e", "et", "und", "sondern", "и", "並", "并", "و"])
SET_OFF = frozenset(",:—–-―،：，")
# What follows these is so
KNOWING = frozenset(["know", "knows", "knew", "known", "realize", "realized", "realise", "realised"])
REJECTED_PREFIX = "zurück"  # "wies den Vorwurf zurück"
WRITTEN_TO = ("و", "ف")  # "and", "so", which Arabic writes to the verb behind them
# Declined to comment, saying that ...: what follows is affirmed
SAYING = words(
    "قائلا قائلة قائلاً قائلًا قائلين مضيفا مضيفة مضيفاً مضيفًا موضحا موضحة موضحاً موضحًا مؤكدا مؤكدة مؤكداً مؤكدًا"
)


def take_negation(doc: Doc, draft: Draft) -> None:
    """Give the words that turn a cue to the cue, "did not deny", and take them from the source."""
    if draft.cue is None:
        return
    draft.cue = _nearer(doc, draft, draft.cue)
    table, (cue, end) = doc.language, draft.cue
    turning = table.negations | (table.refuses - {doc.low[cue]})
    before = draft.source is not None and draft.source[1] <= cue
    if before and draft.source and any(low in turning for low in doc.low[draft.source[0] + 1 : cue]):
        draft.source = _without_end(doc, *draft.source, turning | table.unwilling | table.unable)
    floor = max(draft.source[1] if before and draft.source else 0, cue - NEGATION_REACH, _clause(doc, cue))
    taken = {i for piece in draft.pieces for i in range(*piece)}
    begin = cue
    for k in range(cue - 1, floor - 1, -1):
        if k in taken or doc.region[k] >= 0 or not doc.raw[k][0].isalnum():
            break
        if _bare(table, doc.low[k]) in turning | table.denies:
            begin = k
        elif doc.low[k] not in table.helpers | table.unwilling | table.unable | table.comments | {
            "to",
            "de",
            "zu",
        }:
            break
    while floor < begin < cue and doc.low[begin - 1] in table.helpers | table.unwilling | table.unable:
        begin -= 1  # "did not"
    draft.cue = (begin, end)


def _nearer(doc: Doc, draft: Draft, cue: TokenSpan) -> TokenSpan:
    """The cue, or a verb of saying after an "and" behind it: what was said in "denied the report and said that ..."."""
    begin = min((a for a, _ in draft.pieces if a >= cue[1]), default=cue[1])
    table = doc.language
    if table.code == "en":
        return cue
    joins = [k for k in range(cue[1], begin) if doc.low[k] in JOINS and doc.region[k] < 0]
    verbs = (
        k
        for k in range(begin - 1, joins[-1] if joins else begin, -1)
        if doc.low[k] in table.say - table.denies
    )
    verb = next(
        (k for k in verbs if not doc.is_name(k) and doc.low[joins[-1] + 1] not in table.articles), None
    )
    return cue if verb is None else (verb, verb + 1)


def _without_end(doc: Doc, first: int, last: int, ends: frozenset[str]) -> TokenSpan:
    """The source without the words at its end that belong to a negated verb: "Moss could"."""
    while last > first + 1 and doc.low[last - 1] in ends:
        last -= 1
    return first, last


def _clause(doc: Doc, i: int) -> int:
    """The token after the last mark before token `i`."""
    k = i
    while k > 0 and doc.region[k - 1] < 0 and doc.raw[k - 1][0].isalnum() and i - k < NEGATION_REACH:
        k -= 1
    return k


def stance_of(doc: Doc, draft: Draft, kind: Kind) -> Stance | None:
    """The stance of a source to a content; None where the cue does not tell, or where nobody is the source."""
    table = doc.language
    if draft.cue is None:
        return "affirms" if draft.source else None
    if draft.source and _is_nobody(doc, draft.source[0]):
        return None
    cue = [_bare(table, low) for low in doc.low[slice(*draft.cue)]]
    after, opening = _after(doc, draft)
    words = frozenset(cue) | (frozenset(after) if table.code in FOLLOWS else frozenset())
    negated = _is_negated(table, [*cue, *(after if table.code in FOLLOWS else [])])
    near = words | frozenset(after) | frozenset(opening)
    if SAYING & frozenset(after):
        return "affirms"
    if _refuses(table, words, near, negated):
        return "declines"
    if table.no_spaces and opening[:1] and opening[0] in table.say:
        return "affirms"  # "retorted, saying"
    if table.denies & frozenset(cue) or (table.code == "de" and REJECTED_PREFIX in near):
        return _of_denial(table, words, negated, _is_set_off(doc, draft, kind))
    if table.refuses & words or (table.wishes - table.asks) & words:
        return None
    if table.asks & words:
        return None if negated else "asks"
    if not negated:
        return "affirms" if _reports(table, cue) else None
    return _of_negation(table, words, opening)


def _bare(table: Language, low: str) -> str:
    """A word of a cue without an "and" that is written to it, where what is left tells a stance: ونفى is نفى."""
    bare = low[1:]
    telling = table.denies | table.refuses | table.asks | table.negations
    return bare if table.code == "ar" and low.startswith(WRITTEN_TO) and bare in telling else low


def _is_nobody(doc: Doc, first: int) -> bool:
    return doc.low[first] in doc.language.nobody or doc.low[first : first + 2] == ["no", "one"]


def _refuses(table: Language, words: frozenset[str], near: frozenset[str], negated: bool) -> bool:
    """Whether somebody will not say: "refused to say", "neither confirmed nor denied"."""
    both = negated and table.comments & words and table.denies & near
    return bool(both or (table.refuses & words and _sayings(table) & (near - table.refuses)))


@cache
def _sayings(table: Language) -> frozenset[str]:
    """The words that tell what somebody refuses: to comment, in English and Chinese to say anything."""
    own = table.say - table.denies - table.refuses if table.code in ("en", "zh") else frozenset()
    return table.comments | own


def _of_denial(table: Language, words: frozenset[str], negated: bool, set_off: bool) -> Stance | None:
    if set_off:
        return "affirms"
    if not negated:
        return "denies"
    return "affirms" if table.unable & words else None  # "could not deny"; "did not deny" tells nothing


def _of_negation(table: Language, words: frozenset[str], opening: list[str]) -> Stance | None:
    """Of a verb of saying that is negated: "would not say whether", "never said that"."""
    asked = opening[:1] and opening[0] in table.questions
    if asked or table.unwilling & words or table.comments & words:
        return "declines"
    if table.code in ("ru", "zh") and table.questions & frozenset(opening):
        return "declines"  # whose question word does not open the clause
    return None if KNOWING & words else "denies"


def _is_negated(table: Language, words: list[str]) -> bool:
    pairs = zip(words, [*words[1:], ""], strict=True)
    return any(word in table.negations and following not in ONLY for word, following in pairs)


def _reports(table: Language, cue: list[str]) -> bool:
    phrase = " ".join(cue)
    return (
        any(word in table.reports or word in table.phrases or word in table.postpositions for word in cue)
        or phrase in table.according
    )


def _is_set_off(doc: Doc, draft: Draft, kind: Kind) -> bool:
    """Whether quoted words stand for themselves: after a mark, or before the cue."""
    assert draft.cue  # noqa: S101 -- the caller looked
    begin = draft.pieces[0][0]
    return kind in ("direct", "block") and (begin < draft.cue[0] or doc.raw[begin - 1] in SET_OFF)


def _after(doc: Doc, draft: Draft) -> tuple[list[str], list[str]]:
    """The words between a cue and the content after it, without the source, and the first words of that content."""
    assert draft.cue  # noqa: S101 -- the caller looked
    end = draft.cue[1]
    begin = min((a for a, _ in draft.pieces if a >= end), default=-1)
    if begin < 0:
        return [], []
    source = range(*draft.source) if draft.source else range(0)
    between = [doc.low[k] for k in range(end, min(begin, end + 2 * NEGATION_REACH)) if k not in source]
    last = next(b for a, b in draft.pieces if a == begin)
    return between, doc.low[begin : min(last, begin + CONTENT_TOKENS)]
