"""The same annotated pages give the same weights file to the byte, in invented words; other pages give another."""

import hashlib
import math
from pathlib import Path

import numpy as np
import pytest

from stories.quotes.tagger.weights import MIDDLE, load
from training import train
from training.gold import Document
from training.regression import Examples, _exponential, learn

SAID = [
    ("Ada Moss", "said", "“The well is dry,”"),
    ("Ben Lind", "said", "“Nobody asked the miller,”"),
    ("The mayor", "said", "“We shall dig in May,”"),
    ("Cora Oakes", "added", "“It was never deep,”"),
]


def document(source: str, cue: str, content: str) -> Document:
    """One sentence with its attribution, and one without any."""
    text = f"{content} {cue} {source}. The rope hung on its hook."
    spans = {
        name: [[text.index(words), text.index(words) + len(words)]]
        for name, words in (("source", source), ("cue", cue), ("content", content))
    }
    return {"text": text, "attributions": [spans]}


DOCUMENTS = [document(*said) for said in SAID * 3]


def test_the_same_pages_give_the_same_bytes_and_others_do_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("TURNS", "PART_TURNS", "SECOND_TURNS"):
        monkeypatch.setattr(train, name, 1)
    monkeypatch.setattr(train, "PARTS", 2)
    files = [tmp_path / name for name in ("first", "again", "other")]
    for file, documents in zip(files, (DOCUMENTS, DOCUMENTS, DOCUMENTS[:-1]), strict=True):
        train.train(documents).save(file)
    first, again, other = (file.read_bytes() for file in files)
    assert first == again
    assert first != other
    assert any(value != MIDDLE for value in load(files[0]).values)


def test_the_exponential_is_made_of_what_every_machine_does_alike() -> None:
    powers = np.array([0.0, -0.5, -3.0, -12.0, -90.0])
    found = _exponential(powers)
    assert all(math.isclose(a, math.exp(b), rel_tol=1e-4) for a, b in zip(found[:4], powers[:4], strict=True))
    assert 0 < found[4] < 1e-12
    assert [value.hex() for value in found[1:3].tolist()] == ["0x1.368b2fc3bcf85p-1", "0x1.97db09373e368p-5"]


def test_a_weight_is_learned_to_the_last_bit_as_it_was() -> None:
    """Choices of two, and one that stands alone; what is seen too seldom has no weight."""
    examples = Examples()
    examples.add([([[1, 2], [3, 4]], 0), ([[3, 2], [1, 4]], 1), ([[5, 6]], 1.0), ([[5, 7]], 0.0)] * 20)
    examples.add([([[8]], 1.0)])
    values = learn(examples, turns=2)
    assert values[1] > 0 > values[3]
    assert values[6] > 0 > values[7]
    assert values[8] == 0
    assert hashlib.sha256(values.astype("<f8").tobytes()).hexdigest()[:16] == "96f8f6bdbdc00c59"
