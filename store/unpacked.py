"""A stretch that is not packed record by record, as it unpacks: into a file without a name, once for all its records."""

import os
from tempfile import TemporaryFile, gettempdir

from store.file_bytes import LocalFile
from store.members import SKIPPABLE, DamagedError, EndedError, is_packed, skip, unpack
from store.record_start import resume
from store.stretch import Stretch

ALWAYS, TIMES = 2**30, 64  # bytes that any may unpack to, and for each byte of it; more is a bomb
KEPT = 2  # of them at a time


class Unpacked(Stretch):
    """What a stretch unpacks to. places: where in it a member begins, by the member's byte in the stretch.

    told: what is damaged, by its byte. ends: whether the file ended in the middle of a member.
    """

    def __init__(self, stretch: Stretch) -> None:
        self.kept = TemporaryFile()  # noqa: SIM115 -- open as long as this is
        super().__init__(LocalFile(self.kept.fileno()), 0, 0, stretch.number)
        self.places: dict[int, int] = {}
        self.told: dict[int, str] = {}
        self.ends = False
        self.left = ALWAYS + TIMES * (stretch.end - stretch.start)
        self._fill(stretch)
        self.kept.flush()

    def _fill(self, stretch: Stretch) -> None:
        place: int | None = stretch.start
        while place is not None and (place := stretch.behind_gap(place)) < stretch.end:
            start = stretch.at(place, 4)
            if SKIPPABLE.match(start):
                place = skip(stretch, place)
            elif is_packed(start):
                place = self._add(stretch, place)
            else:
                self.told[place] = "no record begins there"
                place = resume(stretch, place + 1)

    def _add(self, stretch: Stretch, place: int) -> int | None:
        self.places[place] = self.end
        try:
            return unpack(stretch, place, self._keep)
        except EndedError:
            self.ends = True
        except DamagedError as error:
            self.end = self.kept.seek(self.places[place])
            self.kept.truncate()
            self.told[place] = str(error)
            return resume(stretch, place + 1)
        return None

    def _keep(self, piece: bytes) -> None:
        self.end += len(piece)
        if self.end > self.left:
            raise DamagedError(f"it unpacks to more than {self.left} bytes")
        self.kept.write(piece)


_made: dict[tuple[object, ...], Unpacked] = {}
os.register_at_fork(after_in_child=_made.clear)  # a file without a name is one process's own


def unpacked(stretch: Stretch) -> Unpacked:
    """What a stretch unpacks to; the last ones are kept. Raises DamagedError where there is no room for it."""
    key = (*stretch.file.key, stretch.start, stretch.end)
    if key not in _made:
        while len(_made) >= KEPT:
            del _made[next(iter(_made))]
        try:
            _made[key] = Unpacked(stretch)
        except OSError as error:
            room = f"it is packed as a whole, and there is no room for it in {gettempdir()} (TMPDIR)"
            raise DamagedError(f"{room}: {error.strerror or error}") from error
    return _made[key]
