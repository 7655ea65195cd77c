"""The tables that readers build when they are first used, built now.

A process that workers are forked from imports this, so that they are built once and no page pays for them. A command that
reads no page does not import it. The model of languages is unpacked into a file: where the disk is full that fails, and
is tried again by the worker that needs it.
"""

from contextlib import suppress

from stories.dates import choice, mentions
from stories.dates.names import months
from stories.dates.reader import build_tables
from stories.extraction import reading
from stories.language_model import whole_model
from stories.quotes import reader
from stories.quotes.languages.given_names import gender_of
from stories.quotes.tagger.weights import WeightsError, load
from stories.sites import registered_domain

__all__ = ["choice", "mentions", "reader", "reading"]

months(())
build_tables()
registered_domain("news.example.com")
gender_of("Ada")
for table in (load, whole_model):
    with suppress(OSError, WeightsError):
        table()
