"""How often the chosen date is the true one on the public sets. CONTRIBUTING says what they are; the floors only rise."""

from typing import Any

from stories.dates import DateEvidence, choose_dates
from stories.extraction.document import UnreadableError, parse
from stories.extraction.metadata.dates import date_candidates
from stories.outlet import Outlet
from stories.page import Page
from tests import corpora

UNKNOWN = Outlet()
Key = tuple[str, object, str]


def published(page: Page) -> DateEvidence | None:
    try:
        document = parse(page)
    except UnreadableError:
        return None
    language = (document.tree.get("lang") or "").strip() or None
    judged = choose_dates(date_candidates(document), UNKNOWN, page.fetched, language)
    return next((one for one in judged if one.chosen and one.field == "published"), None)


def days(corpus: str, read: dict[Key, str | None]) -> tuple[list[dict[str, Any]], dict[str, dict[str, Any]]]:
    """The dated rows of a set, and the days that its readers saw. A page that was read already is not read again."""
    rows = [row for row in corpora.truth(corpus) if row.get("published")]
    predicted = {}
    for row in rows:
        page = corpora.page(corpus, row)
        key = (page.url, page.fetched, page.sha256)
        if key not in read:
            chosen = published(page)
            read[key] = chosen.printed if chosen else None
        predicted[row["id"]] = {"published": read[key]}
    return rows, predicted


def test_days_of_pages_of_all_kinds() -> None:
    scorer, read = corpora.scorer("score_pages"), dict[Key, str | None]()  # the sets share pages
    assert scorer.meta(*days("traf", read))["date_day"] >= 0.91
    rows, predicted = days("htmldate", read)
    assert scorer.score("htmldate", predicted, rows)["f1"] >= 0.965
