"""An alert: a command that the user sets, run once for each change of an outlet's state."""

import logging
import os
import shlex
import subprocess

from store.database import Store
from stories.text import printable

log = logging.getLogger(__name__)
SECONDS = 60  # that the command may take
BEFORE = """
SELECT verdict FROM runs WHERE spider = ? AND id < ? AND verdict IS NOT NULL AND verdict != 'skipped'
AND alert IS NOT 'failed' ORDER BY id DESC LIMIT 1
"""


def alert(store: Store, run: int, command: str, line: str) -> bool:
    """Run `command` where this run's verdict is another than that of the run before; returns whether it was run.

    It gets the run's line on standard input, and CUTTINGS_SPIDER, CUTTINGS_VERDICT, CUTTINGS_BEFORE, CUTTINGS_CAUSE,
    CUTTINGS_NOTE and CUTTINGS_EXAMPLE in its environment. No shell is involved, since a note may quote a page.
    What a command that failed was to tell is told after the next run, if it is still so.
    An outlet's first run alerts only where it is not `ok`; a skipped or cancelled run is no state.
    """
    now = store.row("SELECT * FROM runs WHERE id = ?", run) or {}
    if not command or now.get("verdict") in (None, "skipped") or now.get("reason") == "cancelled":
        return False
    row = store.row(BEFORE, now["spider"], run)
    before = row["verdict"] if row else "ok"
    if before == now["verdict"]:
        return False
    told = {
        name: printable(str(now[name] or "")) for name in ("spider", "verdict", "cause", "note", "example")
    } | {"before": before}
    store.change("runs", run, {"alert": "sent" if _tell(command, line, told) else "failed"})
    return True


def _tell(command: str, line: str, told: dict[str, str]) -> bool:
    """Whether the command was run, and ended well."""
    # Bytes: the machine's locale may lack a letter
    own = {f"CUTTINGS_{name.upper()}".encode(): value.encode() for name, value in told.items()}
    try:
        done = subprocess.run(  # noqa: S603 -- the user's own command, without a shell
            shlex.split(command),
            input=line + "\n",
            encoding="utf-8",
            errors="replace",
            env=os.environb | own,
            timeout=SECONDS,
            capture_output=True,
            check=False,
        )
    except (OSError, ValueError, subprocess.TimeoutExpired) as error:
        log.error("ALERT_COMMAND %r could not be run: %s", command, error)
        return False
    if done.returncode:
        log.error(
            "ALERT_COMMAND %r ended with exit code %s: %s", command, done.returncode, done.stderr.strip()
        )
    return not done.returncode
