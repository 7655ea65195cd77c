"""Learn the weights from an annotated corpus: `python -m training.train CORPUS.jsonl.gz [WEIGHTS]`."""

import gzip
import json
import sys
from pathlib import Path

from stories.quotes.doc import tokenise
from stories.quotes.languages import language
from stories.quotes.token_features import annotate
from stories.quotes.weights import FILE, MIDDLE, SCALE, Weights
from stories.quotes.wordclass import REPORTING, word_class
from training.examples import examples, pronoun_examples, uncued_examples, verification_examples
from training.gold import Document, cue_words, finite_verbs, lesson
from training.regression import Example, learn

PARTS = 5  # of the corpus, for verification
TURNS = 5  # orders of the lessons
PART_TURNS = 2  # the same, for the lessons of verification
SECOND_TURNS = 10  # the same, for verification itself


def train(documents: list[Document]) -> Weights:
    """The weights learned from annotated documents.

    Whether an attribution holds is learned from what weights of other documents make of each document.
    """
    verifications: list[Example] = []
    for part in range(PARTS):
        learned = train_choices(
            [row for number, row in enumerate(documents) if number % PARTS != part], PART_TURNS
        )
        for document in documents[part::PARTS]:
            verifications += verification_examples(document, learned)
    learned = train_choices(documents, TURNS)
    # Verification has features of its own, so that no weight of it is one of the choices'.
    second = _stored(learn(verifications, SECOND_TURNS, least=3))
    pairs = zip(learned.values, second, strict=True)
    learned.values = bytes(choice if other == MIDDLE else other for choice, other in pairs)
    return learned


def train_choices(documents: list[Document], turns: int) -> Weights:
    """The weights of everything but verification."""
    lexicon, verbs = cue_words(documents), finite_verbs(documents)
    cues = frozenset({*lexicon, *(word_class(word)[2] for word in REPORTING)})
    data = []
    for document in documents:
        taught = lesson(document, lexicon, annotate(tokenise(document["text"], language("en")), verbs, cues))
        data += [*examples(taught, cues), *uncued_examples(taught), *pronoun_examples(taught, verbs)]
    return Weights(_stored(learn(data, turns)), cues, verbs)


def _stored(values: list[float]) -> bytes:
    return bytes(MIDDLE + max(-127, min(127, round(value * SCALE))) for value in values)


def main() -> int:
    """Train on the corpus that the command names."""
    with gzip.open(sys.argv[1], "rt", encoding="utf-8") as lines:
        documents = [json.loads(line) for line in lines]
    target = Path(sys.argv[2]) if len(sys.argv) > 2 else Path(str(FILE))
    learned = train(documents)
    learned.save(target)
    kept = sum(value != MIDDLE for value in learned.values)
    print(f"{target}: {target.stat().st_size} bytes, {kept} weights, {len(learned.cues)} stems of cues")
    return 0


if __name__ == "__main__":
    sys.exit(main())
