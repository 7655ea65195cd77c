"""The spider of archives, of which one file ends each worker that goes through it."""

import os
import signal

import spiders.ahead
from spiders.archive import ArchiveSpider
from spiders.ranges import Scan, Walked, walk
from store.location import Location
from store.warc import Reached


def end(path: Location, reached: Reached, scan: Scan) -> Walked:
    """What a file does that takes too long to go through."""
    if path.name.startswith("bad"):
        os.kill(os.getpid(), signal.SIGPROF)
    return walk(path, reached, scan)


class Unwalked(ArchiveSpider):
    """Reads archives."""

    name = "unwalked"

    def __init__(self, **arguments: str) -> None:
        super().__init__(**arguments)
        spiders.ahead.walk = end
