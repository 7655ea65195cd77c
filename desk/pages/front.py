"""The front page: where to begin, what is new, what was changed, which excerpts are doubtful, how the outlets do."""

from datasette.app import Datasette
from datasette.utils.asgi import Request, Response

from desk.charts import health
from desk.lists.kinds import CHANGES, ENTRIES, STORIES
from desk.lists.listing import rows_of
from desk.look import look
from desk.page import page
from desk.snapshot import Row, Snapshot
from desk.wanted import Wanted

NUMBERS = """
SELECT (SELECT count(*) FROM stories) AS stories, (SELECT count(*) FROM quotes) AS quotes,
  (SELECT count(*) FROM entries) AS entries,
  (SELECT count(DISTINCT entry) FROM passages WHERE fidelity IN ('altered', 'missing')) AS doubtful
"""
SHOWN = 6  # rows of each list
RUNS = 20  # of an outlet


async def front_page(datasette: Datasette, request: Request) -> Response:
    """The front page."""
    return await page(datasette, request, "front.html", **await look(datasette, told))


def told(held: Snapshot) -> Row:
    """What the front page shows."""
    return {
        "numbers": held.row(NUMBERS),
        "newest": rows_of(held, STORIES, Wanted(rows=SHOWN)),
        "changes": rows_of(held, CHANGES, Wanted(rows=SHOWN, kind="headline,figure,quote,correction")),
        "doubtful": rows_of(held, ENTRIES, Wanted(rows=SHOWN, state="altered")),
        "outlets": health(held, RUNS),
    }
