"""Our pages: their addresses, and what answers each."""

from collections.abc import Awaitable, Callable

from datasette.utils.asgi import Response

from desk.pages.charts import charts_page
from desk.pages.entry import entry_page
from desk.pages.front import front_page
from desk.pages.lists import list_page
from desk.pages.names import company_page, person_page
from desk.pages.story import story_page

ROUTES: list[tuple[str, Callable[..., Awaitable[Response]]]] = [
    (r"^/(?P<kind>stories|quotes|entries|changes)(?:\.(?P<form>csv|json|atom))?$", list_page),
    (r"^/$", front_page),
    (r"^/person$", person_page),
    (r"^/company$", company_page),
    (r"^/charts$", charts_page),
    (r"^/entry/(?P<key>\d{1,18})$", entry_page),
    (r"^/story/(?P<key>\d{1,18})$", story_page),
]
