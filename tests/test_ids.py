"""Test ids: two processes, hours and machines apart, collect the same ones (pytest-xdist stops where they do not)."""

import json
import os
import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis.internal.conjecture import providers

ROOT = Path(__file__).parent.parent
LONGEST = 120  # characters between the brackets
ELSEWHERE = """
import json, pathlib, sys, time
now = time.time
time.time = lambda: now() + 40_000_000  # more than a year on: compressed bytes hold the second
import pytest

class Plugin:
    def pytest_collection_finish(self, session):
        ids = [item.nodeid for item in session.items]
        pathlib.Path("ids.json").write_text(json.dumps(ids), encoding="utf-8")

sys.exit(pytest.main(sys.argv[1:], [Plugin()]))
"""


def collected_elsewhere(paths: list[str], folder: Path) -> list[str]:
    """The ids of those files in a process with another clock, zone, language, home, folder and hash seed."""
    kept = {name: os.environ[name] for name in ("PATH", "CUTTINGS_CORPORA", "CI") if name in os.environ}
    other = {"PYTHONHASHSEED": "7", "TZ": "Asia/Kathmandu", "LC_ALL": "C", "HOME": str(folder)}
    options = ["--collect-only", "-q", "-p", "no:cacheprovider", "-o", "addopts=", "--assert=plain"]
    options += ["-c", str(ROOT / "pyproject.toml"), f"--rootdir={ROOT}"]
    done = subprocess.run(
        [sys.executable, "-c", ELSEWHERE, *options, *paths],
        cwd=folder,
        env=kept | other,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    ids: list[str] = json.loads((folder / "ids.json").read_text(encoding="utf-8"))
    return ids


def test_the_same_ids_are_collected_elsewhere(request: pytest.FixtureRequest, tmp_path: Path) -> None:
    items = request.session.items
    there = iter(collected_elsewhere(list(dict.fromkeys(str(item.path) for item in items)), tmp_path))
    # `in` reads on from where it was: the order is compared too
    assert [item.nodeid for item in items if item.nodeid not in there] == []


def test_an_id_is_short_and_in_ascii(request: pytest.FixtureRequest) -> None:
    ids = [item.nodeid.partition("[")[2] for item in request.session.items]
    assert [name for name in ids if len(name) > LONGEST or re.search(r"[^ -~]|\\[xu]", name)] == []


@pytest.mark.skipif(os.environ.get("HYPOTHESIS_PROFILE", "same") != "same", reason="for who looks for faults")
def test_what_is_drawn_hangs_on_no_module_that_is_loaded() -> None:
    import_module("stories.text")  # which has constants
    assert len(providers._get_local_constants()) == 0
