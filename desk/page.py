"""A page: a template filled, with the policy of our own pages."""

from collections.abc import Sequence
from typing import Any

from datasette.app import Datasette
from datasette.utils.asgi import Request, Response

from desk.look import look
from desk.policy import OURS
from store.sample import MARK, TOLD

HEADERS = {"Content-Security-Policy": OURS, "Cache-Control": "no-cache"}


async def page(
    datasette: Datasette, request: Request, template: str, status: int = 200, **context: Any
) -> Response:
    """A template of ours as an answer. Where the database is the sample, the page says so."""
    marked = await look(datasette, lambda held: held.value("PRAGMA application_id"))
    context["told"] = TOLD if marked == MARK else ""
    return Response.html(
        await datasette.render_template(template, context, request=request), status=status, headers=HEADERS
    )


async def missing(
    datasette: Datasette, request: Request, said: str, alike: Sequence[tuple[str, str]] = ()
) -> Response:
    """The answer where there is no such record: one sentence, and the pages of persons and companies of like names."""
    return await page(datasette, request, "error.html", status=404, error=said, status_code=404, alike=alike)
