"""Forms of one word."""

import pytest

from stories.quotes.grammar.stems import stem

FORMS = [
    "warn warns warned warning warnings",
    "say says said saying",
    "argue argues argued arguing",
    "deny denies denied denying",
    "plan plans planned planning",
    "praise praises praised praising",
    "tell tells told telling",
    "discuss discusses discussed discussing",
]


@pytest.mark.parametrize("forms", FORMS)
def test_forms_share_a_stem(forms: str) -> None:
    assert len({stem(form) for form in forms.split()}) == 1


def test_other_words_keep_theirs() -> None:
    assert len({stem(word) for word in ("say", "see", "warn", "war", "press", "bus", "is")}) == 7
