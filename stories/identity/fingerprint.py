"""What makes two texts the same text, and what two similar texts share.

A text's shingles are its pairs of neighbouring words; in scripts that write no spaces, its runs of three characters
(Chinese, Japanese) or four (Thai, Lao, Khmer, Burmese). Its bands are a MinHash of the shingles (A. Broder, On the
resemblance and containment of documents, 1997), cut into pieces: texts that share a band are worth comparing. Bands
are stored for years, so nothing here may change without a migration that makes them anew; a test holds some fast.
"""

import re
import unicodedata
from functools import cache
from hashlib import sha256
from itertools import groupby, pairwise
from typing import TYPE_CHECKING
from zlib import crc32

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

TYPOGRAPHY = {
    **dict.fromkeys("‘’‚‛′`´", "'"),
    **dict.fromkeys("“”„‟«»″", '"'),
    **dict.fromkeys("‐‑‒–—―", "-"),
    "…": "...",
    "\u00ad": "",  # soft hyphen
    "\u200b": "",  # zero-width space
}
_TYPOGRAPHY = re.compile(f"[{''.join(TYPOGRAPHY)}]")
HAN_AND_KANA = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U000323af"
INDOCHINESE = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
MARKS = "\u0300-\u036f\u064b-\u065f\u0900-\u0963\u0966-\u0dff"  # vowel signs are part of a word
RUN = {3: re.compile(f"[{HAN_AND_KANA}]+"), 4: re.compile(f"[{INDOCHINESE}]+")}  # its unit, in characters
WORD = re.compile(rf"[{HAN_AND_KANA}]+|[{INDOCHINESE}]+|(?:[^\W_{HAN_AND_KANA}{INDOCHINESE}]|[{MARKS}])+")

# 32 bands of 4: two copies of which one has a tenth of the words replaced (similarity 0.68) share a band 999 times in
# 1,000, a fifth (0.47) 80 times in 100; of 100,000 different stories of one outlet (0.02) one or two share one by chance.
BANDS, ROWS = 32, 4
_MIX = 0x9E3779B97F4A7C15  # 2^64 / golden ratio


def normalise_text(text: str) -> str:
    """`text` without differences of case, white space, width and typography (quotation marks, dashes, ellipses)."""
    plain = unicodedata.normalize("NFKC", _plain(text))  # which makes some marks of others
    return re.sub(r"\s+", " ", _plain(plain).casefold()).strip()


def _plain(text: str) -> str:
    return _TYPOGRAPHY.sub(lambda mark: TYPOGRAPHY[mark[0]], text)


def digest(text: str) -> str:
    """Hex sha256 of the normalised text: equal for two copies of one text that differ in typography only."""
    return sha256(normalise_text(text).encode()).hexdigest()


def shingles(text: str) -> frozenset[int]:
    """The text's shingles, each as 32 bits; empty where it has no word."""
    found: set[str] = set()
    for unit, group in groupby(WORD.findall(normalise_text(text)), _unit):
        words = list(group)
        if unit:
            found.update(run[i : i + unit] for run in words for i in range(max(1, len(run) - unit + 1)))
        else:
            found.update(map(" ".join, pairwise(words)) if len(words) > 1 else words)
    return frozenset(crc32(shingle.encode()) for shingle in found)


def _unit(word: str) -> int:
    """How many characters of the word make a shingle; 0 where words do."""
    if word.isascii():
        return 0
    return next((unit for unit, script in RUN.items() if script.match(word)), 0)


def bands(of: frozenset[int]) -> list[int]:
    """The bands of a text's shingles, each a signed 32-bit number; none of a text without shingles."""
    if not of:
        return []
    import numpy as np  # which takes as long to import as all of `stories`; a command that compares no texts does not

    return cut(minhash(np.fromiter(of, np.uint64, len(of))))


def cut(lowest: "NDArray[np.uint32]") -> list[int]:
    """The bands of a MinHash."""
    return [
        int.from_bytes(sha256(bytes([number]) + band.tobytes()).digest()[:4], "little", signed=True)
        for number, band in enumerate(lowest.reshape(BANDS, ROWS))
    ]


def minhash(values: "NDArray[np.uint64]") -> "NDArray[np.uint32]":
    """For each of the random orders of all numbers, the first of `values`; multiply-shift after one round of mixing."""
    import numpy as np

    factors, offsets = _orders()
    mixed = values * np.uint64(_MIX)
    mixed ^= mixed >> np.uint64(29)
    ordered = (mixed * factors + offsets) >> np.uint64(32)
    lowest: NDArray[np.uint32] = ordered.min(axis=1).astype("<u4")
    return lowest


@cache
def _orders() -> "tuple[NDArray[np.uint64], NDArray[np.uint64]]":
    """The factors and the offsets of the random orders, always the same."""
    import numpy as np

    random = np.random.Generator(np.random.PCG64(1))
    drawn = random.integers(0, 2**63, (2, BANDS * ROWS, 1), dtype=np.uint64)
    return drawn[0] * np.uint64(2) + np.uint64(1), drawn[1]
