"""The tables that the readers of dates build when they are first used, built now.

A process that workers are forked from imports this, so that they are built once and no page pays for them. A command that
reads no page does not import it. The model of languages is not among them: it is unpacked into a file, which fails where
the disk is full, and a process that fails here would take every worker with it.
"""

from stories.dates.names import months
from stories.dates.reader import build_tables
from stories.extraction import reading

__all__ = ["reading"]

months(())
build_tables()
