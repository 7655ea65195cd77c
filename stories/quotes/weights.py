"""Weights learned from annotated news: a hashed array of small whole numbers, and the hashes of cue words."""

import zlib
from array import array
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from stories.quotes.features import SIZE

FILE = Path(__file__).parent / "english.weights"
SCALE = 32.0  # one unit of a logit in stored steps


@dataclass(slots=True)
class Weights:
    """values: SIZE weights, in steps of 1/SCALE. cues: hashes of the words that may be cues."""

    values: list[int]
    cues: frozenset[int]

    def score(self, features: list[int]) -> int:
        """The sum of the weights of `features`, in steps."""
        return sum(map(self.values.__getitem__, features))


def save(path: Path, values: list[int], cues: frozenset[int]) -> None:
    """Write a weights file: the number of cue words, their hashes, the weights, all compressed."""
    head = array("I", [len(cues), *sorted(cues)])
    path.write_bytes(zlib.compress(head.tobytes() + array("b", values).tobytes(), 9))


@cache
def load(path: Path = FILE) -> Weights | None:
    """The weights of a file; None where there is none, so that the rules decide alone."""
    try:
        data = zlib.decompress(path.read_bytes())
    except (OSError, zlib.error):
        return None
    count = int.from_bytes(data[:4], "little")
    cues = array("I")
    cues.frombytes(data[4 : 4 + 4 * count])
    values = array("b")
    values.frombytes(data[4 + 4 * count :])
    return Weights(values.tolist(), frozenset(cues)) if len(values) == SIZE else None
