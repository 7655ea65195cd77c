"""What changed from one version of a story to the next, paragraph by paragraph, and what kind of change each is."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import Literal

from rapidfuzz.distance import Levenshtein
from rapidfuzz.fuzz import ratio

from stories.identity.corrections import is_correction
from stories.identity.edition import Edition, Paragraph
from stories.identity.fingerprint import HAN_AND_KANA, INDOCHINESE, normalise_text

Kind = Literal["headline", "quote", "figure", "correction", "addition", "removal", "typo", "wording"]
IN_PLACE: tuple[Kind, ...] = ("quote", "figure", "wording", "typo")  # of a paragraph that stayed
SAME_PARAGRAPH = 50  # per cent of the characters that a paragraph shares with its changed form, at least
TYPOS = 3  # a paragraph with more mended words was reworded
WORD = re.compile(
    rf"[{HAN_AND_KANA}{INDOCHINESE}]|\d+(?:[.,:]\d+)*|[^\W\d_{HAN_AND_KANA}{INDOCHINESE}]+|[^\w\s]"
)
_NUMBERS = """
two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions
billion billions dozen dozens half twice double
dos tres cuatro cinco seis siete ocho nueve diez once doce veinte treinta cien mil millones
deux trois quatre cinq sept huit neuf dix onze douze vingt trente cent mille millions
zwei drei vier fünf sechs sieben acht neun zehn elf zwölf zwanzig dreißig hundert tausend millionen
dois três quatro sete oito nove dez doze vinte trinta cem milhões
due tre quattro cinque sei sette otto nove dieci undici dodici venti trenta cento mila milioni
"""
NUMBER_WORDS = frozenset(_NUMBERS.split())


@dataclass(slots=True, frozen=True)
class Change:
    """One change: of the headline, or of a paragraph; `before` or `after` is None where a version lacks it."""

    kind: Kind
    before: str | None
    after: str | None


def changes_between(old: Edition, new: Edition) -> list[Change]:
    """The changes in order of the text. A paragraph that changed in several ways is there once for each kind."""
    found: list[Change] = []
    if normalise_text(old.title) != normalise_text(new.title):
        found.append(Change("headline", old.title, new.title))
    for before, after in _partners(old.paragraphs, new.paragraphs):
        old_text, new_text = before.text if before else None, after.text if after else None
        found += [Change(kind, old_text, new_text) for kind in _kinds(before, after)]
    return found


def _partners(
    old: list[Paragraph], new: list[Paragraph]
) -> Iterator[tuple[Paragraph | None, Paragraph | None]]:
    """Every paragraph that is not in both versions, beside its other form where it has one."""
    plain_old = [normalise_text(paragraph.text) for paragraph in old]
    plain_new = [normalise_text(paragraph.text) for paragraph in new]
    matcher = SequenceMatcher(None, plain_old, plain_new, autojunk=False)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            continue
        i = i1
        for j in range(j1, j2):
            score, best = max(
                ((ratio(plain_old[k], plain_new[j], score_cutoff=SAME_PARAGRAPH), k) for k in range(i, i2)),
                key=lambda scored: (scored[0], -scored[1]),
                default=(0.0, 0),
            )
            if score:
                yield from ((paragraph, None) for paragraph in old[i:best])
                yield old[best], new[j]
                i = best + 1
            else:
                yield None, new[j]
        yield from ((paragraph, None) for paragraph in old[i:i2])


def _kinds(before: Paragraph | None, after: Paragraph | None) -> list[Kind]:
    if after and is_correction(after.text):
        return ["correction"]
    if before is None:
        return ["addition"]
    if after is None:
        return ["removal"]
    return _kinds_of_edit(before, after)


def _kinds_of_edit(before: Paragraph, after: Paragraph) -> list[Kind]:
    """How a paragraph was edited: in a quote, in a figure, otherwise."""
    old, new = list(WORD.finditer(before.text)), list(WORD.finditer(after.text))
    ops = Levenshtein.opcodes([_plain(word) for word in old], [_plain(word) for word in new])
    kinds: set[Kind] = set()
    mended = 0
    for op in ops:
        if op.tag == "equal":
            continue
        gone, come = old[op.src_start : op.src_end], new[op.dest_start : op.dest_end]
        if _quoted(gone, before) or _quoted(come, after):
            kinds.add("quote")
        if any(map(_is_figure, (*gone, *come))):
            kinds.add("figure")
        elif all(_is_typo(one, other) for one, other in zip_longest(gone, come)):
            mended += 1
        else:
            kinds.add("wording")
    if "quote" in kinds:
        kinds.discard("wording")
    elif mended and "wording" not in kinds:
        kinds.add("typo" if mended <= TYPOS else "wording")
    return [kind for kind in IN_PLACE if kind in kinds]


def _plain(word: re.Match[str]) -> str:
    return normalise_text(word[0])


def _quoted(words: list[re.Match[str]], paragraph: Paragraph) -> bool:
    return any(start <= word.start() < end for word in words for start, end in paragraph.quoted)


def _is_figure(word: re.Match[str]) -> bool:
    return word[0][0].isdigit() or word[0].casefold() in NUMBER_WORDS


def _is_typo(one: re.Match[str] | None, other: re.Match[str] | None) -> bool:
    """Whether one word is the other one mended: one or two letters off, or a mark of punctuation."""
    words = [_plain(word) for word in (one, other) if word]
    if all(not word.isalnum() for word in words):
        return True
    if len(words) < 2 or min(map(len, words)) < 4:
        return False
    return Levenshtein.distance(*words) <= 2
