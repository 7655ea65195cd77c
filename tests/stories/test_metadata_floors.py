"""How often headline, authors and day are right on pages of all kinds; CONTRIBUTING says which. Floors only rise."""

from typing import Any

from stories.dates import choose_dates
from stories.extraction.document import UnreadableError, parse
from stories.extraction.metadata.authors import authors
from stories.extraction.metadata.dates import date_candidates
from stories.extraction.metadata.headline import headline
from stories.extraction.metadata.language import stated_language
from stories.outlet import Outlet
from stories.page import Page
from tests import corpora

UNKNOWN = Outlet()
FLOORS = {"title_exact": 0.86, "author_f1": 0.805, "date_day": 0.865}


def head(page: Page) -> dict[str, Any]:
    """What is scored of a page; its body is not read."""
    try:
        document = parse(page)
    except UnreadableError:
        return {}
    title, _ = headline(document)
    dates = choose_dates(
        date_candidates(document, title), UNKNOWN, page.fetched, stated_language(document) or None
    )
    chosen = next(
        (date.printed or date.value for date in dates if date.chosen and date.field == "published"), None
    )
    return {"title": title, "authors": authors(document, "", UNKNOWN)[0], "published": chosen}


def test_heads_of_pages_of_all_kinds() -> None:
    rows = corpora.truth("wcxb")
    predicted = {row["id"]: head(corpora.page("wcxb", row)) for row in rows}
    reached = corpora.scorer("score_pages").meta(rows, predicted)
    assert {name: reached[name] for name, floor in FLOORS.items() if reached[name] < floor} == {}
