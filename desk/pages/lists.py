"""The lists and searches, as pages and as files: `/stories?q=fishing`, `/quotes.csv?person=Lena+Ruiz`."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from datasette.app import Datasette
from datasette.utils.asgi import Request, Response

from desk import files
from desk.lists.kinds import KINDS, Kind
from desk.lists.listing import Listing, listing, total
from desk.look import look
from desk.page import HEADERS, page
from desk.snapshot import Row, Snapshot
from desk.wanted import Wanted, wanted

# The values of an indexed column, each found from the one before: SELECT DISTINCT would read the whole index
VALUES = """
WITH RECURSIVE one(value) AS (
  SELECT min({0}) FROM stories
  UNION ALL SELECT (SELECT min({0}) FROM stories WHERE {0} > value) FROM one WHERE value NOT NULL
) SELECT value FROM one WHERE value NOT NULL
"""
CHOICES = {
    "changes": ("headline", "figure", "quote", "correction", "addition", "removal", "wording", "typo"),
    "quotes": ("direct", "mixed", "indirect", "block"),
    "stance": ("affirms", "denies", "asks", "declines"),
    "entries": ("altered", "found", "moved", "archived", "gone", "blocked", "not followed"),
}
WORDS = {
    "outlet": "of {}",
    "language": "in the language {}",
    "speaker": "with words of {}",
    "person": "with words of {}",
    "company": "about {}",
    "about": "about {}",
    "kind": "of the kind {}",
    "stance": "whose speaker {}",
    "state": "with the state {}",
    "since": "since {}",
    "until": "until {}",
    "story": "of story {}",
}


async def list_page(datasette: Datasette, request: Request) -> Response:
    """A list as a page, or as a file where the address ends in the name of one."""
    kind, form = KINDS[request.url_vars["kind"]], request.url_vars["form"]
    asked = wanted({name: request.args.get(name) for name in request.args})
    if form:
        return await file(datasette, request, kind, asked, form)
    found = await look(datasette, lambda held: shown(held, kind, asked))
    return await page(
        datasette, request, "list.html", here=f"/{kind.name}", asked=asked, title=title(kind, asked), **found
    )


def shown(held: Snapshot, kind: Kind, asked: Wanted) -> Row:
    """What the page of a list shows.

    Of the other lists it tells how many rows they have where words alone are asked for: an index knows that at once.
    """
    found = listing(held, kind, asked)
    words_alone = asked.chosen.keys() <= {"q", "order", "rows"}
    totals: dict[str, int | None] = {}
    for other in KINDS.values():
        if other.text and asked.q:
            counted = total(held, other, asked) if words_alone and other is not kind else None
            totals[other.name] = found.total if other is kind else counted
    return {
        "found": found,
        "totals": totals,
        "outlets": [row["value"] for row in held.rows(VALUES.format("outlet"))],
        "languages": [row["value"] for row in held.rows(VALUES.format("language"))],
        "choices": CHOICES,
    }


async def file(datasette: Datasette, request: Request, kind: Kind, asked: Wanted, form: str) -> Response:
    """A list as a file. A feed has what was found last first, whatever the page's order."""
    if form == "atom":
        asked = replace(asked, order="found", page=1)
    found = await look(datasette, lambda held: listing(held, kind, asked))
    address: files.Address = partial(whole_address, datasette, request)
    name, body, content_type = FORMS[form](found, title(kind, asked), address)
    headers = HEADERS | {"Content-Disposition": f'{name}; filename="{kind.name}.{form}"'}
    return Response(body, headers=headers, content_type=content_type)


def as_csv(found: Listing, _: str, address: files.Address) -> tuple[str, str, str]:
    """CSV, to be kept."""
    rows = files.linked(found, address)
    return "attachment", files.csv_text(rows, files.COLUMNS[found.kind.name]), "text/csv; charset=utf-8"


def as_json(found: Listing, heading: str, address: files.Address) -> tuple[str, str, str]:
    """JSON, to be looked at."""
    text = files.json_text(found, files.linked(found, address), heading)
    return "inline", text, "application/json; charset=utf-8"


def as_atom(found: Listing, heading: str, address: files.Address) -> tuple[str, bytes, str]:
    """Atom, to be subscribed to."""
    query = found.asked.query(order="newest")
    here, there = (address(f"/{found.kind.name}{end}{query}") for end in (".atom", ""))
    return (
        "inline",
        files.atom_text(found, heading, here, there, address),
        "application/atom+xml; charset=utf-8",
    )


FORMS: dict[str, Callable[[Listing, str, files.Address], tuple[str, str | bytes, str]]] = {
    "csv": as_csv,
    "json": as_json,
    "atom": as_atom,
}


def whole_address(datasette: Datasette, request: Request, path: str) -> str:
    """The whole address of a path here, as the visitor sees it."""
    return str(datasette.absolute_url(request, path))


def title(kind: Kind, asked: Wanted) -> str:
    """A list in words: `Quotes with “wages”, of bbc, since 2026-11-01`."""
    parts = [f"with {asked.q}" if '"' in asked.q else f"with “{asked.q}”"] if asked.q else []
    parts += [words.format(value) for name, words in WORDS.items() if (value := getattr(asked, name))]
    return f"{kind.name.capitalize()} {', '.join(parts)}".strip()
