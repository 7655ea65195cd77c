"""A live line an outlet, drawn by Rich, while a crawl runs."""

import sys
import time
from collections.abc import Callable, Mapping
from typing import TextIO, TypedDict

from rich.progress import BarColumn, Progress, ProgressColumn, Task, TaskID, TextColumn
from rich.text import Text

from runs.verdict import Count
from stories.text import many
from terminal.lines import console

BAR = 16  # columns of the bar


class Seen(TypedDict):
    """What a line shows."""

    total: int
    completed: int
    pages: str
    stories: str


class LiveLines:
    """A line an outlet on a terminal, below what is printed: pages done, stories, the time that is left.

    get_time: seconds, for a test.
    """

    def __init__(self, stream: TextIO, get_time: Callable[[], float] = time.monotonic) -> None:
        screen = console(stream)
        screen.soft_wrap = True  # a message that is longer than a line stays one, to be copied
        self.progress = Progress(
            TextColumn("{task.description}", markup=False),
            BarColumn(BAR),
            TextColumn("{task.completed:.0f} of {task.fields[pages]}, {task.fields[stories]}", markup=False),
            Left(),
            console=screen,
            transient=True,
            auto_refresh=False,
            redirect_stdout=sys.stdout.isatty(),
            get_time=get_time,
        )
        self.tasks: dict[str, TaskID] = {}

    def tell(self, name: str, counts: Mapping[Count, int]) -> None:
        """Show what an outlet's run has counted by now."""
        if name not in self.tasks:
            self.tasks[name] = self.progress.add_task(name, total=0, pages="", stories="")
        self.progress.update(self.tasks[name], **seen(counts), refresh=True)

    def forget(self, name: str) -> None:
        """Take an outlet's line away."""
        if name in self.tasks:
            self.progress.remove_task(self.tasks.pop(name))
            self.progress.refresh()


class Left(ProgressColumn):
    """The time that is left, by the speed of the last half minute."""

    def render(self, task: Task) -> Text:
        """`2:05 left`; nothing where the speed is not known yet."""
        if not task.total or task.time_remaining is None:
            return Text()
        minutes, seconds = divmod(int(task.time_remaining), 60)
        return Text(f"{minutes}:{seconds:02} left")


def seen(counts: Mapping[Count, int]) -> Seen:
    """What a line shows of a run's counts: pages asked for, those done with, stories saved."""
    asked = counts.get("fetched", 0)
    done = min(asked, counts.get("read", 0) + counts.get("rejected", 0))
    saved = counts.get("new", 0) + counts.get("updated", 0)
    return Seen(total=asked, completed=done, pages=many(asked, "page"), stories=many(saved, "story"))
