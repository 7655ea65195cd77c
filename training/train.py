"""Learn the weights from an annotated corpus: `python -m training.train CORPUS.jsonl.gz [WEIGHTS]`."""

import gzip
import json
import sys
from pathlib import Path

import numpy as np

from stories.quotes.languages import language
from stories.quotes.layout.doc import tokenise
from stories.quotes.tagger.token_features import annotate
from stories.quotes.tagger.weights import FILE, MIDDLE, SCALE, Weights
from stories.quotes.tagger.wordclass import REPORTING, word_class
from training.examples import examples, pronoun_examples, uncued_examples, verification_examples
from training.gold import Document, cue_words, finite_verbs, lesson
from training.regression import Examples, Values, joined, learn

PARTS = 5  # of the corpus, for verification
TURNS = 5  # orders of the lessons
PART_TURNS = 2  # the same, for the lessons of verification
SECOND_TURNS = 10  # the same, for verification itself


def train(documents: list[Document]) -> Weights:
    """The weights learned from annotated documents.

    Whether an attribution holds is learned from what weights of other documents make of each document.
    """
    lexicon, verbs = cue_words(documents), finite_verbs(documents)
    cues = frozenset({*lexicon, *(word_class(word)[2] for word in REPORTING)})
    choices = [_choices(document, lexicon, cues, verbs) for document in documents]
    verifications = Examples()
    for part in range(PARTS):
        others = (taught for number, taught in enumerate(choices) if number % PARTS != part)
        learned = Weights(_stored(learn(joined(others), PART_TURNS)), cues, verbs)
        for document in documents[part::PARTS]:
            verifications.add(verification_examples(document, learned))
    first, second = learn(joined(choices), TURNS), learn(verifications, SECOND_TURNS, least=3)
    # Verification has features of its own, so that no weight of it is one of the choices'.
    return Weights(_stored(np.where(np.rint(second * SCALE) == 0, first, second)), cues, verbs)


def _choices(
    document: Document, lexicon: dict[int, float], cues: frozenset[int], verbs: frozenset[int]
) -> Examples:
    """The examples of a document of everything but verification."""
    taught = lesson(document, lexicon, annotate(tokenise(document["text"], language("en")), verbs, cues))
    found = Examples()
    found.add(examples(taught, cues))
    found.add(uncued_examples(taught))
    found.add(pronoun_examples(taught, verbs))
    return found


def _stored(values: Values) -> bytes:
    """Weights as the file has them, in whole steps."""
    return (MIDDLE + np.clip(np.rint(values * SCALE), -127, 127)).astype(np.uint8).tobytes()


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
