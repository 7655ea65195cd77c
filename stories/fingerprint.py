"""What makes two texts the same text."""

import re
import unicodedata
from hashlib import sha256

TYPOGRAPHY = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛′`´", "'"),
        **dict.fromkeys("“”„‟«»″", '"'),
        **dict.fromkeys("‐‑‒–—―", "-"),
        "…": "...",
        "\u00ad": None,  # soft hyphen
        "\u200b": None,  # zero-width space
    }
)


def normalise_text(text: str) -> str:
    """`text` without differences of case, white space, width and typography (quotation marks, dashes, ellipses)."""
    plain = unicodedata.normalize("NFKC", text.translate(TYPOGRAPHY)).translate(TYPOGRAPHY).casefold()
    return re.sub(r"\s+", " ", plain).strip()


def digest(text: str) -> str:
    """Hex sha256 of the normalised text: equal for two copies of one text that differ in typography only."""
    return sha256(normalise_text(text).encode()).hexdigest()
