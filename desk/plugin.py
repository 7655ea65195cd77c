"""What Datasette asks of us: our pages, what templates may use, the policy of every answer, and how errors are told."""

import logging
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

from datasette import hookimpl
from datasette.utils.asgi import Base400, Request, Response
from datasette.views.base import DatasetteError
from jinja2 import Environment

from desk.pages import ROUTES
from desk.policy import App, Nonces, guarded
from desk.shown import FILTERS

Hook = TypeVar("Hook", bound=Callable[..., Any])
hook: Callable[[Hook], Hook] = hookimpl
# What Datasette says where an address is none of its own
CLEARER = dict.fromkeys(("", "404", "Database not found"), "There is no such page.") | {
    "Table not found": "There is no such table; /cuttings lists those that there are.",
    "Record not found": "There is no such row.",
}
log = logging.getLogger(__name__)


@hook
def register_routes() -> list[tuple[str, Callable[..., Awaitable[Response]]]]:
    """Our pages."""
    return ROUTES


@hook
def prepare_jinja2_environment(env: Environment) -> None:
    """The words of our templates, and the nonce in Datasette's."""
    env.filters.update(FILTERS)
    env.add_extension(Nonces)


@hook
def extra_template_vars(request: Request | None) -> dict[str, object]:
    """The nonce of the request."""
    return {"nonce": request.scope.get("nonce", "") if request else ""}


@hook
def asgi_wrapper() -> Callable[[App], App]:
    """The policy."""
    return guarded


@hook
def handle_exception(
    datasette: Any, request: Request, exception: Exception
) -> Callable[[], Awaitable[Response]]:
    """A page that says what is wrong in a sentence; only a fault of the program is logged."""

    async def told() -> Response:
        status, said = meant(exception)
        if status == 500:
            log.error("%s: %s", request.path, exception, exc_info=exception)
        if request.path.endswith(".json"):
            return Response.json({"ok": False, "error": said, "status": status}, status=status)
        template = datasette.jinja_env.get_template("error.html")
        return Response.html(await template.render_async(error=said, status=status), status=status)

    return told


def meant(exception: Exception) -> tuple[int, str]:
    """The HTTP status of an error and a sentence on it."""
    if isinstance(exception, DatasetteError):
        return exception.status, str(exception.message)
    if isinstance(exception, Base400):
        said = str(exception.args[0]) if exception.args else ""
        return exception.status, CLEARER.get(said, said)
    return 500, f"The desk failed on this page: {exception}"
