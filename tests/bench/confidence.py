"""How often the source is right, by grade: `python -m tests.bench.confidence`.

The grades are those of `stories/quotes/attribution/confidence.py`.

Quotations of three words and more as `score_quotes` counts them; indirect speech where half of its words are in a content
that the annotators marked. Right: the source shares a word with theirs.
"""

import sys
from collections import Counter
from collections.abc import Iterator
from typing import Any
from unittest import mock

from stories.quotes import Quote, find_quotes, reader
from stories.quotes.attribution.confidence import LEARNED, grade
from tests.corpora import quotes, scorer
from tests.gold import quotes as gold

SETS = ("dev", "german_train", "gold")
SURE = 0.9
WORDS = 3


def graded(text: str, language: str) -> list[tuple[Quote, str]]:
    """The quotes of a text that have a source, each with its grade."""
    found: list[tuple[Quote, str]] = []
    make = reader._quote

    def noted(doc: Any, draft: Any, *rest: Any) -> Quote:
        quote = make(doc, draft, *rest)
        if quote.source and len(doc.text) == len(text):
            found.append((quote, grade(doc, draft, quote.kind)))
        return quote

    with mock.patch.object(reader, "_quote", noted):
        find_quotes(text, language)
    return found


def judged(row: dict[str, Any], language: str) -> Iterator[tuple[Quote, str, bool]]:
    """Each attribution of a document with its grade, and whether it is right."""
    page = scorer("score_quotes").Doc(row["text"])
    truth = [(page.set(one["content"]), page.set(one["source"])) for one in row["attributions"]]
    made = [
        (page.set(map(list, quote.content)), quote, name) for quote, name in graded(row["text"], language)
    ]
    marked = [page.set([[region[1], region[2]]]) for region in page.regs]
    for said in (words for words in marked if len(words) >= WORDS):
        content, quote, name = max(made, key=lambda one: len(one[0] & said), default=(frozenset(), None, ""))
        if quote and len(content & said) * 2 >= len(said):
            yield quote, name, _is_right(said, page.set([list(quote.source)]), truth)
    for content, quote, name in made:
        if quote.kind == "indirect":
            yield quote, name, _is_right(content, page.set([list(quote.source)]), truth)


def _is_right(said: frozenset[int], source: frozenset[int], truth: list[Any]) -> bool:
    content, teller = max(truth, key=lambda one: len(one[0] & said), default=(frozenset(), frozenset()))
    return len(content & said) * 2 >= len(said) and bool(teller & source)


def table(rows: list[dict[str, Any]], language: str) -> dict[str, tuple[int, int]]:
    """How many attributions of each grade there are, and how many of them are right; `sure`: quotations over `SURE`."""
    counts: dict[str, tuple[int, int]] = {}
    for row in rows:
        for quote, name, right in judged(row, language):
            keys = [name] if quote.kind == "indirect" else [name, "quotations"]
            sure = quote.kind != "indirect" and (quote.confidence or 0) >= SURE
            for key in keys + ["sure quotations"] * sure:
                seen, good = counts.get(key, (0, 0))
                counts[key] = (seen + 1, good + right)
    return counts


def counted(name: str) -> dict[str, tuple[int, int]]:
    """The table of a set; `gold`: of our own passages in the languages that are read by rule, together."""
    if name != "gold":
        return table(quotes(name), "de" if name.startswith("german") else "en")
    counts: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for language in set(gold.LANGUAGES) - {"en"}:
        for key, (seen, good) in table(gold.rows(language), language).items():
            counts[key] += seen
            right[key] += good
    return {key: (seen, right[key]) for key, seen in counts.items()}


def main() -> int:
    """Print the table of each set."""
    for name in sys.argv[1:] or SETS:
        print(f"| grade, on {name} | right, of 100 | of how many |\n|---|---|---|")
        counts = counted(name)
        for key in sorted(counts, key=lambda one: (list(LEARNED).index(one) if one in LEARNED else 99, one)):
            seen, good = counts[key]
            print(f"| {key} | {100 * good / seen:.1f} | {seen} |")
    return 0


if __name__ == "__main__":
    sys.exit(main())
