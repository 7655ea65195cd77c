"""Every kind of layout and phrase that a speaker was ever lost or mistaken in, language by language."""

import pytest

from tests.stories.quotes.kinds import FILE, Case, cases, wrong

CASES = cases(FILE.read_text(encoding="utf-8").splitlines())


@pytest.mark.parametrize(
    "case", CASES, ids=(f"{number}-{case.language}-{case.kind}" for number, case in enumerate(CASES))
)
def test_kinds(case: Case) -> None:
    assert wrong(case) == []
