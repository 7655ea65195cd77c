"""The tables that the reading of dates builds when it is first used, built now: a process that reads pages imports this.

They cost some hundred milliseconds. A command that reads no page does not pay for them.
"""

from stories.dates.names import months
from stories.dates.reader import build_tables

months(())
build_tables()
