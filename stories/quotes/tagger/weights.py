"""Weights learned from annotated news: a hashed array of small whole numbers, and the hashes of cue words."""

import os
import struct
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from operator import itemgetter
from pathlib import Path
from zlib import crc32

from stories.quotes.tagger.templates import checksum
from stories.quotes.tagger.token_features import SIZE

FILE = files("stories.quotes") / "english.weights"
VERSION = 2  # of the file
MAGIC = b"Cuttings quotes"  # what a file begins with; then its version, the checksum of the templates, that of the rest
SCALE = 32.0  # one unit of a logit in stored steps
MIDDLE = 128  # the byte of a weight of nothing


@dataclass(slots=True)
class Weights:
    """values: SIZE weights in steps of 1/SCALE, each a byte, MIDDLE more than it is: bytes are small and soon read.

    cues: hashes of the stems that may be cues. verbs: see `annotate`.
    """

    values: bytes
    cues: frozenset[int]
    verbs: frozenset[int]

    def score(self, features: list[int]) -> int:
        """The sum of the weights of `features`, two or more, in steps.

        An item getter of all of them takes half the time of a look-up each; nothing is asked more often.
        """
        steps: tuple[int, ...] = itemgetter(*features)(self.values)
        return sum(steps) - MIDDLE * len(features)

    def save(self, path: Path) -> None:
        """Write a weights file: its head, then both sets of hashes, each after its size, and the weights.

        Nothing is compressed, since not every machine compresses to the same bytes.
        """
        numbers = [number for hashes in (self.cues, self.verbs) for number in (len(hashes), *sorted(hashes))]
        data = struct.pack(f"<{len(numbers)}I", *numbers) + self.values
        path.write_bytes(_head() + struct.pack("<I", crc32(data)) + data)


class WeightsError(Exception):
    """The weights cannot be read; the message says which file, why, and what to do."""


def chosen() -> Weights | None:
    """The weights that the variable QUOTE_WEIGHTS names: a file, or none where it is empty; by default those shipped."""
    name = os.environ.get("QUOTE_WEIGHTS")
    if name is None:
        return load()
    return load(Path(name)) if name else None


def _head() -> bytes:
    return MAGIC + struct.pack("<HI", VERSION, checksum())


@cache
def load(file: Traversable = FILE) -> Weights:
    """The weights of a file, of an installed package in a zip too.

    Raises WeightsError where they cannot be read: without them a third of the quotes would be missed in silence.
    """
    try:
        read = file.read_bytes()
        if read.startswith(MAGIC) and not read.startswith(_head()):
            raise _of_others(file)
        (stated,), data = struct.unpack_from("<I", read, len(_head())), read[len(_head()) + 4 :]
        if stated != crc32(data):
            raise _unreadable(file, "it is damaged")
        cues, at = _hashes(data, 0)
        verbs, at = _hashes(data, at)
    except (OSError, KeyError, struct.error) as error:
        raise _unreadable(file, error) from error
    if len(data) - at != SIZE:
        raise _unreadable(file, f"{len(data) - at} weights for {SIZE}")
    return Weights(data[at:], cues, verbs)


def _of_others(file: Traversable) -> WeightsError:
    return WeightsError(
        f"the weights of English quotes do not fit: {file} was learned with other templates or "
        f"is no file of version {VERSION}; put stories/quotes/tagger/templates.py back, or learn them again: "
        "python -m training.train CORPUS.jsonl.gz"
    )


def _unreadable(file: Traversable, why: object) -> WeightsError:
    return WeightsError(
        f"the weights of English quotes cannot be read: {file}: {why}; install Cuttings again"
    )


def _hashes(data: bytes, at: int) -> tuple[frozenset[int], int]:
    """The set of hashes at an offset of a weights file, and the offset after it."""
    (count,) = struct.unpack_from("<I", data, at)
    found = struct.unpack_from(f"<{count}I", data, at + 4)
    return frozenset(found), at + 4 + 4 * count
