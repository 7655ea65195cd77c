"""The spider of archives whose first range is long at work, and shows that it is; asked for again, it is read."""

import os
import time
from pathlib import Path

import spiders.ahead
from spiders.archive import ArchiveSpider
from spiders.ranges import Came, Scan, read_range
from store.location import Location


def linger(path: Location, places: list[int], scan: Scan) -> list[Came]:
    """Only the first who comes here lingers."""
    try:
        Path(os.environ["SIGN"]).touch(exist_ok=False)
    except FileExistsError:
        return read_range(path, places, scan)
    time.sleep(1e6)
    return []


class LingeringArchive(ArchiveSpider):
    """Reads an archive."""

    name = "lingering_archive"

    def __init__(self, **arguments: str) -> None:
        super().__init__(**arguments)
        spiders.ahead.read_range = linger
