"""The spider of archives, which is killed where its environment says: after so much work, or at a statement of SQL."""

import os
from typing import Any

from extensions import RunRecord
from spiders.archive import ArchiveSpider
from tests.soak.mortal.lamp import STATEMENT, Mortal


class MortalArchive(ArchiveSpider):
    """Reads an archive; `Mortal` counts and tells."""

    name = "mortal_archive"
    count, closed = Mortal.count, Mortal.closed

    def __init__(self, **arguments: str) -> None:
        super().__init__(**arguments)
        self.statements = 0
        self.last = int(os.environ.get(STATEMENT, 0))

    async def start(self) -> Any:
        RunRecord.of(self.crawler).store.db.conn.set_trace_callback(self.count)
        async for item in super().start():
            yield item
