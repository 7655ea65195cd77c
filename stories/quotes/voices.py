"""The subject of a verb of saying: the phrase before it, after it, or beside its auxiliary."""

from itertools import pairwise

from stories.quotes.layout import Layout
from stories.quotes.phrases import Tokens, phrase_after, subject_after, subject_before


def speaker_of(page: Layout, cue: int, first: int, last: int) -> Tokens | None:
    """The phrase before the verb `cue`, or the one after it where an adverbial stands before it, or nothing.

    "Am Montag sagte Moos", "Am Montag hatte Moos gesagt": in languages whose finite verb stands second a
    preposition or an adverb at the start tells that the subject follows the verb.
    """
    table = page.language
    finite = _auxiliary(page, cue, first) if table.auxiliaries else cue
    left = subject_before(page, finite, first)
    right = subject_after(page, finite, last)
    if right and finite != cue and right[1] > cue:
        right = (right[0], cue) if right[0] < cue else None  # "hatte gestern erklärt": nothing but adverbs
    if left and not table.verb_first and not _is_adverbial(page, left):
        return right if right and table.noun_capitals and _outranks(page, right, left) else left
    if right and page.low[right[0]] in table.impersonal:
        right = _named_place(page, right[1], last) or left or right
    if right is None and left and page.low[left[0]] in table.links | table.stops:
        return left if _is_noble(page, left) else None
    return right or left


def _is_noble(page: Layout, phrase: Tokens) -> bool:
    """Whether a phrase is a name that opens a sentence with its particles: "Von der Moos"."""
    return phrase[1] - phrase[0] > 2 and all(
        page.low[phrase[0] + k] in page.language.particles for k in (0, 1)
    )


def _outranks(page: Layout, right: Tokens, left: Tokens) -> bool:
    """Whether the phrase after a verb is its subject though another stands before it: a person after a thing."""
    table, word = page.language, page.low[right[0]]
    if word in table.subjects:
        return True
    if word in table.datives | table.oblique:
        return False
    if page.low[left[0]] in table.datives | table.oblique:
        return True
    if _names_person(page, left):
        return False
    return _names_person(page, right) or (_is_last_name(page, right) and not _is_last_name(page, left))


def _is_last_name(page: Layout, phrase: Tokens) -> bool:
    """Whether a phrase is one word that elsewhere in the text follows another with a capital."""
    first, last = phrase
    alone = last - first == 1 or not page.is_name(first + 1)
    return alone and page.raw[first] in page.last_names


def _names_person(page: Layout, phrase: Tokens) -> bool:
    """Whether two words with capitals stand together, none of them a genitive of a name of the text."""
    names = [
        page.is_name(i) and not (page.raw[i].endswith("s") and page.raw[i][:-1] in page.capitals)
        for i in range(*phrase)
    ]
    return any(one and other for one, other in pairwise(names[1:] if phrase[0] == 0 else names))


def _auxiliary(page: Layout, cue: int, first: int) -> int:
    """The auxiliary that opens the verb of which `cue` is the last part, else `cue`."""
    for i in range(cue - 1, max(first, cue - 14) - 1, -1):
        if page.low[i] in page.language.auxiliaries:
            return i
        if page.raw[i] in ",:;" or page.region[i] >= 0:
            break
    return cue


def _is_adverbial(page: Layout, phrase: Tokens) -> bool:
    first, last = phrase
    table, low = page.language, page.low
    if low[first] in table.links or low[first] in table.stops:
        return True
    alone = last - first == 1 and low[first] in table.adverbs
    return alone or (page.is_name(first) and low[first].endswith(table.adverb_endings))


def _named_place(page: Layout, i: int, last: int) -> Tokens | None:
    """ "heißt es in dem Schreiben": the phrase after the preposition."""
    while i + 1 < last and page.low[i] in page.language.adverbs | page.language.skips:
        i += 1
    return phrase_after(page, i + 1, last) if i + 1 < last and page.low[i] in page.language.links else None
