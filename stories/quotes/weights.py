"""Weights learned from annotated news: a hashed array of small whole numbers, and the hashes of cue words."""

import zlib
from array import array
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from stories.quotes.sight import SIZE

FILE = Path(__file__).parent / "english.weights"
SCALE = 32.0  # one unit of a logit in stored steps


MIDDLE = 128  # the byte of a weight of nothing
SHIFTED = bytes((byte + MIDDLE) % 256 for byte in range(256))  # from signed bytes to bytes, and back


@dataclass(slots=True)
class Weights:
    """values: SIZE weights in steps of 1/SCALE, each a byte, MIDDLE more than it is: bytes are small and soon read.

    cues: hashes of the stems that may be cues. verbs: see `look`.
    """

    values: bytes
    cues: frozenset[int]
    verbs: frozenset[int]

    def score(self, features: list[int]) -> int:
        """The sum of the weights of `features`, in steps."""
        return sum(map(self.values.__getitem__, features)) - MIDDLE * len(features)

    def save(self, path: Path) -> None:
        """Write a weights file: both sets of hashes, each after its size, then the weights, all compressed."""
        head = array("I")
        for hashes in (self.cues, self.verbs):
            head.extend([len(hashes), *sorted(hashes)])
        path.write_bytes(zlib.compress(head.tobytes() + self.values.translate(SHIFTED), 9))


@cache
def load(path: Path = FILE) -> Weights | None:
    """The weights of a file; None where there is none, so that the rules decide alone."""
    try:
        data = zlib.decompress(path.read_bytes())
    except (OSError, zlib.error):
        return None
    cues, at = _hashes(data, 0)
    verbs, at = _hashes(data, at)
    values = data[at:].translate(SHIFTED)
    return Weights(values, cues, verbs) if len(values) == SIZE else None


def _hashes(data: bytes, at: int) -> tuple[frozenset[int], int]:
    """The set of hashes at a place of a weights file, and the place after it."""
    first = at + 4
    last = first + 4 * int.from_bytes(data[at:first], "little")
    found = array("I")
    found.frombytes(data[first:last])
    return frozenset(found), last
