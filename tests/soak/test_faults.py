"""A thousand faults put into a bundle of evidence, one at a time: each is found."""

from pathlib import Path

import pytest

from stories.outlet import Outlet
from tests.evidence import test_bundle as bundles
from tests.evidence.conftest import bundle, db, known

__all__ = ["bundle", "db", "known"]  # fixtures


def test_a_thousand_faults_are_found(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: Path = request.getfixturevalue("bundle")
    outlets: dict[str, Outlet] = request.getfixturevalue("known")
    monkeypatch.setattr(bundles, "FAULTS", 1000)
    bundles.test_faults_of_every_kind_are_found(made, outlets, tmp_path)
