"""An entry without a link is led to its source by title, outlet and day."""

import pytest

from stories.entries import Entry
from stories.entries.source import Held, match_source

ENTRY = Entry("x", source_title="Ferry crews ‘to wear trackers’", outlet="BBC", source_published="2019-12-01")
FITS = Held(1, "Ferry crews 'to wear trackers'", "bbc", "2019-12-01T09:44:09+00:00")


@pytest.mark.parametrize(
    ("stories", "found"),
    [
        ([FITS], FITS),
        ([FITS._replace(title="Ferry crews to wear tracker")], 1),
        ([FITS._replace(outlet="The BBC")], 1),
        ([FITS._replace(published="2019-12-04")], 1),
        ([FITS._replace(published="2019-12")], 1),
        ([Held(2, "Bus crews to wear ties", "BBC", "2019-12-01"), FITS], 1),
        ([FITS._replace(published="2019-12-05")], None),
        ([FITS._replace(published="2018-12-01")], None),
        ([FITS._replace(published=None)], None),
        ([FITS._replace(outlet="Quay")], None),
        ([FITS._replace(title="Ferry crews strike")], None),
        ([FITS, FITS._replace(id=2)], None),
        ([], None),
    ],
)
def test_a_source_is_matched(stories: list[Held], found: Held | int | None) -> None:
    matched = match_source(ENTRY, stories)
    assert (matched and matched.id) == (found.id if isinstance(found, Held) else found)


@pytest.mark.parametrize("lacking", ["source_title", "outlet", "source_published"])
def test_an_entry_that_names_too_little_matches_nothing(lacking: str) -> None:
    facts = {"source_title": ENTRY.source_title, "outlet": "BBC", "source_published": "2019-12-01"} | {
        lacking: ""
    }
    assert match_source(Entry("x", **facts), [FITS]) is None
