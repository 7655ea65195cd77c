"""Every kind of layout and phrase that a speaker was ever lost or mistaken in, language by language."""

import pytest

from tests.stories.quotes.kinds import FILE, Case, cases, wrong

CASES = cases(FILE.read_text(encoding="utf-8").splitlines())


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.language}-{case.kind}-{case.text[:16]}")
def test_kinds(case: Case) -> None:
    assert wrong(case) == []
