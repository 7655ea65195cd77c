"""The grammatical subject of a sentence without a known verb of saying, where nouns have capitals and articles cases."""

from stories.quotes.layout import Layout
from stories.quotes.phrases import INNER, Tokens, abbreviates, phrase_after

VERBAL = ("te", "ten", "t")  # endings of finite verbs
REACH = 16  # tokens between the auxiliary of a passive and its participle
FAR = 8  # words of one noun phrase before its noun
SURE = 3.0  # the score from which a phrase is taken for a person who speaks


def subject_of(page: Layout, first: int, last: int, least: float = -2.0) -> Tokens | None:
    """The phrase of tokens `first` to `last` that most likely is the subject; none that scores under `least`."""
    phrases = _phrases(page, first, last)
    scored = [(_score(page, phrase, first, order), -order) for order, phrase in enumerate(phrases)]
    best = max(scored, default=None)
    return phrases[-best[1]] if best and best[0] >= least else None


def agent_of(page: Layout, cue: int, first: int) -> Tokens | None:
    """Who does what a passive tells: "wurde von Moos als „leer“ bezeichnet"."""
    table = page.language
    begin = cue
    while begin > max(first, cue - REACH) and page.raw[begin - 1] not in ",:;":
        begin -= 1
    if not any(page.low[i] in table.passives for i in range(begin, cue)):
        return None
    end = next((i for i in range(begin, cue) if page.low[i] in table.naming), cue)
    agents = (i for i in range(cue - 2, begin - 1, -1) if page.low[i] in table.agents)
    return next(
        (found for i in agents if (found := phrase_after(page, i + 1, end if i < end else cue))), None
    )


def _phrases(page: Layout, first: int, last: int) -> list[Tokens]:
    """Pronouns and noun phrases, without what hangs on them."""
    table, found, i = page.language, [], first
    while i < last:
        end = i
        if page.region[i] < 0 and page.low[i] in table.subjects - table.impersonal:
            end = i + 1
        elif page.region[i] < 0 and page.low[i] in table.articles | table.datives | table.she | table.he:
            end = _nouns(page, _adjectives(page, i + 1, last), last)
        elif page.region[i] < 0 and page.is_name(i) and (i > first or not _is_small(page, i)):
            end = _nouns(page, i, last)
        if end > i:
            found.append((i, end))
        i = max(end, i + 1)
    return found


def _is_small(page: Layout, i: int) -> bool:
    """Whether the word that opens a sentence has its capital from there only."""
    table, low = page.language, page.low[i]
    small = table.closed | table.adverbs | table.stops | table.say | table.closing | table.skips
    return low in small or low.endswith(table.adverb_endings)


def _adjectives(page: Layout, i: int, last: int) -> int:
    stop = min(last, i + FAR)
    while i < stop and page.raw[i][0].islower() and page.low[i] not in page.language.closed:
        i += 1
    return i


def _nouns(page: Layout, i: int, last: int) -> int:
    """The end of the run of capitals that begins at `i`; `i` is given back where none begins."""
    end = i
    while end < last and page.region[end] < 0:
        if page.is_name(end) or page.raw[end][0].isdigit():
            i = end + 1
        elif (page.raw[end] not in INNER | {"."} and page.low[end] not in page.language.particles) or (
            page.raw[end] == "." and not abbreviates(page, end)
        ):
            break
        end += 1
    return i


def _score(page: Layout, phrase: Tokens, first: int, order: int) -> float:
    """How much a phrase looks like a subject: by its case, by what stands before it, by the verb beside it."""
    table, (begin, end) = page.language, phrase
    word = page.low[begin]
    before = page.low[begin - 1] if begin > first else ""
    names = sum(page.is_name(i) for i in range(begin, end)) - (begin == first and word in table.articles)
    score = 1.0 if word in table.articles else 0.0
    if word in table.subjects:
        score = 3.0
    elif word in table.oblique | table.datives:
        score = -4.0
    elif names > 1:
        score += 2.0
    if before in table.links | table.stops:
        score -= 5.0
    elif before and page.is_name(begin - 1) and begin - 1 > first:
        score -= 3.0
    return score + (begin == first) + _beside(page, phrase, first) - order * 0.3


def _beside(page: Layout, phrase: Tokens, first: int) -> float:
    """What a finite verb next to a phrase tells."""
    table, (begin, end) = page.language, phrase
    near = [begin - 1] if begin > first else []
    near += [end] if end < len(page.raw) else []
    verbs = [i for i in near if page.raw[i][0].islower() and page.low[i] not in table.articles]
    return 1.5 * any(
        page.low[i] in table.auxiliaries | table.say | table.subjunctives or page.low[i].endswith(VERBAL)
        for i in verbs
    )
