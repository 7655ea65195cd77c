"""The outlet of the tests, which is killed where its environment says: after so much work, or at a statement of SQL."""

import os
import resource
import signal
from pathlib import Path
from typing import Any

from extensions import RunRecord
from tests.failing.lamp import Lamp

SECONDS, STATEMENT, MEASURE = "MORTAL_SECONDS", "MORTAL_STATEMENT", "MORTAL_MEASURE"


def spent() -> float:
    """The CPU seconds of this process."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


# The signal ends the process wherever it is, as SIGKILL does; of work, since the clock of a busy machine says nothing
signal.setitimer(signal.ITIMER_PROF, float(os.environ.get(SECONDS, 0)))
BEGAN = spent()


class Mortal(Lamp):
    """Counts the statements of its database; measures a whole run where it is asked to."""

    name = "lamp"

    def __init__(self, **arguments: str) -> None:
        super().__init__(**arguments)
        self.statements = 0
        self.last = int(os.environ.get(STATEMENT, 0))

    async def start(self) -> Any:
        RunRecord.of(self.crawler).store.db.conn.set_trace_callback(self.count)
        async for request in super().start():
            yield request

    def count(self, statement: str) -> None:
        """A statement is about to be done."""
        self.statements += 1
        if self.statements == self.last:
            os.kill(os.getpid(), signal.SIGKILL)

    def closed(self, reason: str) -> None:
        """Scrapy calls it at the end of a run."""
        if path := os.environ.get(MEASURE):
            Path(path).write_text(f"{spent() - BEGAN} {self.statements}")
