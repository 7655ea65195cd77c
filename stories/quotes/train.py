"""Learn the weights from an annotated corpus: `python -m stories.quotes.train CORPUS.jsonl.gz [WEIGHTS]`."""

import gzip
import json
import math
import random
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from stories.quotes import decisions, weights
from stories.quotes.candidates import cue_places, last_word
from stories.quotes.drafts import Draft
from stories.quotes.features import SIZE
from stories.quotes.gold import Frame, Lesson, cue_words, lesson
from stories.quotes.loose import LAST, NEW, NEXT, NOBODY, SPEECH, Place, place, take
from stories.quotes.speakers import Cast
from stories.quotes.wordclass import REPORTING, word_class

Example = tuple[
    list[list[int]], int
]  # candidates' features, and the number of the right one; -1: none of one


def examples(taught: Lesson, cues: frozenset[int]) -> Iterator[Example]:
    """Every decision of a page with its right answer."""
    sight = taught.sight
    page = sight.page
    for first, last in page.sentences:
        found = cue_places(sight, first, last, cues)
        end = last_word(page, first, last)
        if not found:
            continue
        tail = decisions.tail_cue(sight, found, first, last)
        lead, inside = None, set()
        for i in found:
            if i in inside:
                continue
            frame = taught.frames.get(i)
            yield [decisions.cue_choice(sight, i, first, last, lead, tail)], 0 if frame else -1
            if frame is None:
                continue
            yield from _frame(taught, frame, first, last, end, lead.source if lead else None)
            inside |= {j for j in range(first, last) if j in frame.content}
            source = [j for j in frame.source if first <= j < last]
            own = sorted(j for j in frame.content if first <= j < last)
            speaker = (min(source), max(source) + 1) if source else None
            lead = Draft([(own[0], own[-1] + 1)] if own else [], (i, i + 1), speaker)


def loose_examples(taught: Lesson) -> Iterator[Example]:
    """Every quotation that no cue of its sentence takes, with its owner."""
    sight, page = taught.sight, taught.sight.page
    sentence = {i: n for n, (first, last) in enumerate(page.sentences) for i in range(first, last)}
    ahead, owner, loose, drafts = [], {}, [], []
    for frame in sorted(taught.all, key=lambda frame: frame.cue):
        number = sentence[frame.cue]
        own = sorted(i for i in frame.content if sentence[i] == number)
        source = (min(frame.source), max(frame.source) + 1) if frame.source else None
        draft = Draft([(own[0], own[-1] + 1)] if own else [], (frame.cue, frame.cue + 1), source, number)
        ahead.append(draft)
        for i in frame.content:
            owner[i] = draft
        loose += [i for i in frame.content if page.region[i] >= 0 and sentence[i] != number]
    loose += [i for i in range(len(page.raw)) if page.region[i] >= 0 and i not in owner]
    for token in sorted(loose):
        while ahead and ahead[0].sentence <= sentence[token]:
            drafts.append(ahead.pop(0))
        spot = place(sight, token, sentence[token], drafts, ahead)
        features, options = decisions.loose_choices(sight, spot)
        right = _owner(spot, owner.get(token))
        if right in options:
            yield features, options.index(right)
            take(spot, right, drafts)


def pronoun_examples(taught: Lesson) -> Iterator[Example]:
    """Every pronoun that is a source, with the mention whose name the coreference of the corpus gives."""
    cast = Cast(taught.sight.page, None)
    page = taught.sight.page
    frames = sorted(zip(taught.all, taught.names, strict=True), key=lambda pair: pair[0].cue)
    for frame, names in frames:
        if not frame.source:
            continue
        first = min(frame.source)
        word = page.low[first]
        if len(frame.source) > 1 or word not in page.language.he | page.language.she:
            cast.speaker(Draft([], None, (first, max(frame.source) + 1)))
            continue
        gender = "he" if word in page.language.he else "she"
        last = {re.sub(r"[’']s$", "", name).split()[-1].lower() for name in names if name}
        found = cast.candidates(first, gender)
        right = next((n for n, m in enumerate(found) if m.person.name[-1].lower() in last), -1)
        if right >= 0:
            yield [cast.features(m, first, gender) for m in found], right
            cast.heard(found[right].person)


def _owner(spot: Place, draft: Draft | None) -> int:
    if draft is None:
        return NOBODY
    if draft is spot.speech:
        return SPEECH
    if draft is spot.last:
        return LAST
    if draft is spot.next:
        return NEXT
    near = (
        draft.source and spot.source and draft.source[0] < spot.source[1] and spot.source[0] < draft.source[1]
    )
    return NEW if near else -1


def _frame(
    taught: Lesson, frame: Frame, first: int, last: int, end: int, previous: tuple[int, int] | None
) -> Iterator[Example]:
    sight, cue = taught.sight, frame.cue
    after = sorted(i for i in frame.content if cue < i < last)
    before = sorted(i for i in frame.content if first <= i < cue)
    if not after and not before:
        return
    layout = decisions.AROUND if after and before else decisions.AFTER if after else decisions.BEFORE
    yield decisions.layout_choices(sight, cue, first, last), layout
    if frame.source or layout >= 0:
        features, phrases = decisions.source_choices(sight, cue, layout, first, last, previous)
        right = max(range(len(phrases)), key=lambda k: _fit(phrases[k], frame.source))
        if not frame.source or _fit(phrases[right], frame.source) > 0:
            yield features, right
    if after:
        features, places = decisions.start_choices(sight, cue, last, cue + 1)
        if after[0] in places:
            yield features, places.index(after[0])
        features, places = decisions.end_choices(sight, cue, after[0], end)
        right = _ending(taught, places, after)
        if right >= 0:
            yield features, right
    if before:
        features, places = decisions.before_end_choices(sight, cue, first, last)
        right = _ending(taught, places, before)
        if right >= 0:
            yield features, right
        features, places = decisions.before_start_choices(sight, cue, first, before[-1] + 1)
        if before[0] in places:
            yield features, places.index(before[0])


def _ending(taught: Lesson, places: list[int], run: list[int]) -> int:
    """The number of the place that cuts right after the last word of `run`."""
    page = taught.sight.page
    for number, e in enumerate(places):
        j = e
        while j > run[0] and page.region[j - 1] < 0 and not page.raw[j - 1][0].isalnum():
            j -= 1
        if j - 1 == run[-1]:
            return number
    return -1


def _fit(phrase: tuple[int, int] | None, source: frozenset[int]) -> float:
    if phrase is None:
        return 0.0 if source else 1.0
    inside = sum(1 for i in range(*phrase) if i in source)
    return 2 * inside / (phrase[1] - phrase[0] + len(source))


def learn(
    data: list[Example], rounds: int = 5, rate: float = 0.05, decay: float = 1e-6, least: int = 5
) -> list[float]:
    """Weights by logistic regression with AdaGrad: binary where there is one candidate, else over all of them."""
    counts = [0] * SIZE
    for candidates, _ in data:
        for features in candidates:
            for f in features:
                counts[f] += 1
    keep = [count >= least for count in counts]
    data = [
        ([[f for f in features if keep[f]] for features in candidates], right) for candidates, right in data
    ]
    values, seen = [0.0] * SIZE, [1e-3] * SIZE
    order = random.Random(5)  # noqa: S311 - the order of lessons, not a secret
    for _ in range(rounds):
        order.shuffle(data)
        for candidates, right in data:
            scores = [sum([values[f] for f in features]) for features in candidates]
            if len(scores) == 1:
                slopes = [(right == 0) - 1 / (1 + math.exp(-max(-30.0, min(30.0, scores[0]))))]
            else:
                top = max(scores)
                parts = [math.exp(score - top) for score in scores]
                total = sum(parts)
                slopes = [(number == right) - part / total for number, part in enumerate(parts)]
            for slope, features in zip(slopes, candidates, strict=True):
                if -0.01 < slope < 0.01:
                    continue
                for f in features:
                    g = slope - decay * values[f]
                    seen[f] += g * g
                    values[f] += rate * g / math.sqrt(seen[f])
    return values


def train(documents: list[dict[str, Any]]) -> tuple[list[int], frozenset[int]]:
    """The stored form of the weights learned from annotated documents, and the hashes of the cue words."""
    lexicon = cue_words(documents)
    cues = frozenset(word_class(word)[0] for word in {*lexicon, *REPORTING})
    data = []
    for document in documents:
        taught = lesson(document, lexicon)
        data += [*examples(taught, cues), *loose_examples(taught), *pronoun_examples(taught)]
    values = learn(data)
    stored = [max(-127, min(127, round(value * weights.SCALE))) for value in values]
    return stored, cues


def main() -> int:
    """Train on the corpus that the command names."""
    with gzip.open(sys.argv[1], "rt", encoding="utf-8") as lines:
        documents = [json.loads(line) for line in lines]
    target = Path(sys.argv[2]) if len(sys.argv) > 2 else weights.FILE
    values, cues = train(documents)
    weights.save(target, values, cues)
    print(f"{target}: {target.stat().st_size} bytes, {sum(map(bool, values))} weights, {len(cues)} cue words")
    return 0


if __name__ == "__main__":
    sys.exit(main())
