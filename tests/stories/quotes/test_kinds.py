"""Every kind of layout and phrase that a speaker was ever lost or mistaken in, language by language."""

import pytest

from tests.stories.quotes.kinds import BLIND, FILE, Case, cases, wrong

CASES = cases(FILE.read_text(encoding="utf-8").splitlines())
BLIND_CASES = cases(BLIND.read_text(encoding="utf-8").splitlines())


@pytest.mark.parametrize(
    "case", CASES, ids=(f"{number}-{case.language}-{case.kind}" for number, case in enumerate(CASES))
)
def test_kinds(case: Case) -> None:
    assert wrong(case) == []


@pytest.mark.parametrize("kind", dict.fromkeys(case.kind for case in BLIND_CASES))
def test_no_wrong_mouth_in_texts_written_blind(kind: str) -> None:
    of_kind = (case for case in BLIND_CASES if case.kind == kind)
    assert {case.text: faults for case in of_kind if (faults := wrong(case))} == {}
