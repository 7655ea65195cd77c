"""The figures of the quote reader on the public corpora: `python -m tests.bench.quotes [set ...]`."""

import sys
import time
from typing import Any

from stories.quotes import Quote, find_quotes
from tests.corpora import quotes, scorer

SETS = {"dev": "en", "german_dev": "de"}


def prediction(quote: Quote) -> dict[str, Any]:
    """A quote in the scorer's form."""
    return {
        "content": [list(piece) for piece in quote.content],
        "source": [list(quote.source)] if quote.source else [],
        "cue": [list(quote.cue)] if quote.cue else [],
        "kind": quote.kind,
        "speaker": quote.speaker,
    }


def measure(name: str) -> tuple[dict[str, Any], float]:
    """The scorer's figures on a set, and documents read in a second of processor time."""
    documents = quotes(name)
    language = "de" if name.startswith("german") else "en"
    find_quotes(documents[0]["text"], language)  # tables and weights load once
    begin = time.process_time()
    found = {row["id"]: find_quotes(row["text"], language) for row in documents}
    speed = len(documents) / (time.process_time() - begin)
    predicted = {
        key: {"attributions": [prediction(quote) for quote in value]} for key, value in found.items()
    }
    return scorer("score_quotes").score({row["id"]: row for row in documents}, predicted), speed


def main() -> int:
    """Print the figures of each set."""
    for name in sys.argv[1:] or SETS:
        figures, speed = measure(name)
        print(f"== quotes/{name}: {speed:.0f} documents a second")
        scorer("score_quotes").show(figures)
    return 0


if __name__ == "__main__":
    sys.exit(main())
