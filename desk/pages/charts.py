"""The charts."""

from datasette.app import Datasette
from datasette.utils.asgi import Request, Response

from desk.charts import COMPANIES, SPEAKERS, health, most, over_time
from desk.look import look
from desk.page import page
from desk.snapshot import Row, Snapshot


async def charts_page(datasette: Datasette, request: Request) -> Response:
    """Stories over time by outlet, quotes by speaker, entries by company, runs."""
    return await page(datasette, request, "charts.html", here="/charts", **await look(datasette, drawn))


def drawn(held: Snapshot) -> Row:
    """All charts of one state of the database."""
    return {
        "time": held.kept("over time", over_time),
        "speakers": held.kept("speakers", lambda at: most(at, SPEAKERS)),
        "companies": held.kept("companies", lambda at: most(at, COMPANIES)),
        "outlets": health(held),
    }
