"""Quality may not fall: floors on the public corpora, a little below what was measured when they were pinned."""

import pytest

from stories.quotes.tagger import weights
from stories.quotes.tagger.token_features import SIZE
from tests.bench.quotes import measure

F1 = 2  # precision, recall, F1
FLOORS = {
    "dev": [
        (("quoted_spans", "right"), 92.8),
        (("quoted_spans", "precision"), 92.8),
        (("direct", "content_exact", F1), 90.9),
        (("mixed", "content_overlap", F1), 90.4),
        (("all", "content_exact", F1), 60.5),
        (("all", "content_overlap", F1), 85.7),
        (("indirect-say", "content_exact", F1), 64.6),
        (("all", "resolved_silver", 0), 87.7),
        (("all", "resolved_pron_silver", 0), 81.3),
    ],
    "german_train": [
        (("quoted_spans", "right"), 79.5),
        (("quoted_spans", "precision"), 76.0),
        (("direct", "content_exact", F1), 83.2),
    ],
    "german_dev": [
        (("quoted_spans", "right"), 86.6),
        (("quoted_spans", "precision"), 85.8),
        (("direct", "content_exact", F1), 83.9),
        (("mixed", "content_exact", F1), 38.0),
    ],
}


@pytest.mark.parametrize("name", FLOORS)
def test_floors(name: str) -> None:
    figures, _ = measure(name)
    low = []
    for path, floor in FLOORS[name]:
        value = figures
        for step in path:
            value = value[step]
        if 100 * value < floor:
            low.append((path, round(100 * value, 1), floor))
    assert not low


def test_the_weights_hold_no_words() -> None:
    """Small whole numbers and hashes below 2 ** 20; a file that is small and loads at once."""
    assert weights.FILE.stat().st_size < 1_500_000
    learned = weights.load()
    assert learned is not None
    assert len(learned.values) == SIZE
    assert all(0 <= number < 1 << 20 for number in learned.cues | learned.verbs)


def test_rules_decide_without_weights(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that is missing or broken costs quality, never the reading."""
    monkeypatch.setattr("stories.quotes.reader.chosen", lambda: None)
    figures, _ = measure("dev")
    assert figures["quoted_spans"]["right"] > 0.80
