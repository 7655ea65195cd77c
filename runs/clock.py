"""The time that a run goes by."""

from datetime import UTC, datetime


class Clock:
    """replayed: the time of the archive that a run replays; None of a live run."""

    def __init__(self) -> None:
        self.replayed: datetime | None = None

    def now(self) -> datetime:
        """The time now, aware: in a replay, the archive's."""
        return self.replayed or datetime.now(UTC)
