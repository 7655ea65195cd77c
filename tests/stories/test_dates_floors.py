"""How often the chosen date is the true one on the public sets. CONTRIBUTING says what they are; the floors only rise."""

from typing import Any

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


def predictions(corpus: str, rows: list[dict[str, Any]], attribute: str) -> dict[str, dict[str, str | None]]:
    """What is scored of each row: the instant in UTC (`value`), or the day that its readers saw (`printed`)."""
    found = {row["id"]: published(corpora.page(corpus, row)) for row in rows}
    return {key: {"published": getattr(one, attribute) if one else None} for key, one in found.items()}


def test_instants_of_news_stories() -> None:
    rows = corpora.truth("fundus")
    figures = corpora.scorer("score_pages").meta(rows, predictions("fundus", rows, "value"))
    assert figures["date_instant"] >= 0.94
    assert figures["date_day_utc"] >= 0.99


@pytest.mark.parametrize(
    ("corpus", "measure", "floor"), [("traf", "date_day", 0.91), ("htmldate", "f1", 0.965)]
)
def test_days_of_pages_of_all_kinds(corpus: str, measure: str, floor: float) -> None:
    rows = [row for row in corpora.truth(corpus) if row.get("published")]
    predicted = predictions(corpus, rows, "printed")
    scorer = corpora.scorer("score_pages")
    figures = scorer.score(corpus, predicted, rows) if corpus == "htmldate" else scorer.meta(rows, predicted)
    assert figures[measure] >= floor
