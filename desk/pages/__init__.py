"""Our pages: their addresses, and what answers each."""

from collections.abc import Awaitable, Callable

from datasette.utils.asgi import Response

from desk.pages.lists import list_page
from desk.pages.story import story_page

ROUTES: list[tuple[str, Callable[..., Awaitable[Response]]]] = [
    (r"^/(?P<kind>stories|quotes|entries|changes)(?:\.(?P<form>csv|json|atom))?$", list_page),
    (r"^/story/(?P<key>\d{1,18})$", story_page),
]
