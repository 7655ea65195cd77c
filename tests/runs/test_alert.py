"""An alert is run once for each change; one whose command failed is run again."""

import shlex
import sys
from pathlib import Path

import pytest

from runs.alert import alert
from store.database import Store
from store.tables import stamp
from tests.making import NOON

DOWN = shlex.join([sys.executable, "-c", "raise SystemExit(3)"])
UP = shlex.join([sys.executable, "-c", ""])


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "c.db")


def ended(store: Store, verdict: str, command: str) -> str | None:
    """What became of the alert of a run that ended so."""
    run = store.add("runs", {"spider": "lamp", "started": stamp(NOON), "verdict": verdict})
    asked = alert(store, run, command, "lamp: as it went")
    (row,) = store.rows("SELECT alert FROM runs WHERE id = ?", run)
    assert asked == (row["alert"] is not None)
    return str(row["alert"]) if asked else None


def test_an_alert_whose_command_failed_is_sent_again_while_it_stands(store: Store) -> None:
    verdicts = [
        ("ok", UP),
        ("failed", DOWN),
        ("failed", "/none/such"),
        ("failed", UP),
        ("failed", UP),
        ("ok", UP),
    ]
    assert [ended(store, *run) for run in verdicts] == [None, "failed", "failed", "sent", None, "sent"]


def test_a_change_that_is_gone_again_is_not_told(store: Store) -> None:
    verdicts = [("ok", UP), ("degraded", DOWN), ("ok", UP), ("skipped", UP), ("failed", UP)]
    assert [ended(store, *run) for run in verdicts] == [None, "failed", None, None, "sent"]


def test_an_alert_is_in_utf_8_whatever_the_locale(store: Store, tmp_path: Path) -> None:
    told = tmp_path / "told"
    script = "import os, sys; open(sys.argv[1], 'wb').write(sys.stdin.buffer.read() + os.environb[b'CUTTINGS_NOTE'])"
    run = store.add("runs", {"spider": "lamp", "started": stamp(NOON), "verdict": "failed", "note": "港口"})
    assert alert(store, run, shlex.join([sys.executable, "-c", script, str(told)]), "lamp: Вельм")
    assert told.read_text(encoding="utf-8") == "lamp: Вельм\n港口"
