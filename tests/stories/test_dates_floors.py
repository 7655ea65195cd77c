"""How often the chosen date is the true one on the public sets. CONTRIBUTING says what they are; the floors only rise."""

import pytest

from stories.dates import DateEvidence, choose_dates
from stories.extraction.document import UnreadableError, parse
from stories.extraction.metadata.dates import date_candidates
from stories.outlet import Outlet
from stories.page import Page
from tests import corpora

UNKNOWN = Outlet()


def published(page: Page) -> DateEvidence | None:
    try:
        document = parse(page)
    except UnreadableError:
        return None
    language = (document.tree.get("lang") or "").strip() or None
    judged = choose_dates(date_candidates(document), UNKNOWN, page.fetched, language)
    return next((one for one in judged if one.chosen and one.field == "published"), None)


def printed(page: Page) -> str | None:
    """The day that the page's readers saw."""
    chosen = published(page)
    return chosen.printed if chosen else None


@pytest.mark.parametrize(
    ("corpus", "measure", "floor"), [("traf", "date_day", 0.91), ("htmldate", "f1", 0.965)]
)
def test_days_of_pages_of_all_kinds(corpus: str, measure: str, floor: float) -> None:
    rows = [row for row in corpora.truth(corpus) if row.get("published")]
    predicted = {row["id"]: {"published": printed(corpora.page(corpus, row))} for row in rows}
    scorer = corpora.scorer("score_pages")
    figures = scorer.score(corpus, predicted, rows) if corpus == "htmldate" else scorer.meta(rows, predicted)
    assert figures[measure] >= floor
