"""What a machine lacks skips the tests that need it, in whichever way it is lacking; under `CI=true` it fails them."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from tests import corpora
from tests.browse import looker
from tests.evidence import authority, test_judges


def nothing(folder: Path) -> Path:
    return folder / "venv"


def half_set_up(folder: Path) -> Path:
    """As `make judges` leaves it that was stopped: an interpreter, and not yet what it is to run."""
    python = folder / "venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.touch()
    return folder / "venv"


def without_its_interpreter(folder: Path) -> Path:
    venv = half_set_up(folder)
    (venv / ".done").touch()
    (venv / "bin" / "python").unlink()
    (venv / "bin" / "python").symlink_to(folder / "gone")
    return venv


def not_to_be_looked_at(folder: Path) -> Path:
    """Where asking whether a file is there is an error, as in a folder of another user."""
    return folder / ("x" * 300)


def judges(state: Callable[[Path], Path], folder: Path) -> None:
    test_judges.set_up(state(folder))


def public_set(state: Callable[[Path], Path], folder: Path) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(corpora, "CORPORA", state(folder))
        corpora.need("aeb")


def on_the_path(need: Callable[[], object], folder: Path) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PATH", str(folder))
        need()


NEEDS = {
    "no judges": (partial(judges, nothing), "make judges"),
    "judges half set up": (partial(judges, half_set_up), "make judges"),
    "judges without an interpreter": (partial(judges, without_its_interpreter), "make judges"),
    "judges of another user": (partial(judges, not_to_be_looked_at), "make judges"),
    "no public set": (partial(public_set, nothing), "CUTTINGS_CORPORA"),
    "a public set of another user": (partial(public_set, not_to_be_looked_at), "CUTTINGS_CORPORA"),
    "no browser": (partial(on_the_path, looker.needed_browser), "apt-get install chromium"),
    "no OpenSSL": (lambda folder: on_the_path(partial(authority.openssl, folder), folder), "install openssl"),
}


@pytest.mark.parametrize(("ci", "outcome"), [("", "Skipped"), ("true", "Failed")])
@pytest.mark.parametrize("name", NEEDS)
def test_what_is_lacking_skips_or_fails_under_ci(
    name: str, ci: str, outcome: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CI", ci)
    need, how = NEEDS[name]
    with pytest.raises(BaseException, match=how) as told:
        need(tmp_path)
    assert told.typename == outcome
