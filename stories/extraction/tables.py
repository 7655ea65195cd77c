"""The tables and models that the readers build when they are first used, built now.

A process that many workers are forked from imports this, so that they are built once and no page pays for them. They cost
about a second. A command that reads no page does not import it.
"""

import py3langid

from stories.dates.names import months
from stories.dates.reader import build_tables
from stories.extraction import reading
from stories.quotes.weights import load

__all__ = ["reading"]

months(())
build_tables()
py3langid.classify("the first text loads the model")
load()
