"""A person's page, with all that is attributed to them; a company's, with its entries and the stories they lead to."""

from datasette.app import Datasette
from datasette.utils.asgi import Request, Response

from desk.lists.choices import speaker_match
from desk.lists.kinds import ENTRIES, QUOTES, STORIES
from desk.lists.listing import listing
from desk.look import look
from desk.page import missing, page
from desk.snapshot import Row, Snapshot
from desk.wanted import Wanted, wanted

OUTLETS = """
SELECT stories.outlet, count(*) AS quotes, count(DISTINCT stories.id) AS stories, min(stories.published) AS first,
  max(stories.published) AS last
FROM quotes JOIN stories ON stories.id = quotes.story WHERE quotes.speaker = ?
GROUP BY stories.outlet ORDER BY quotes DESC, stories.outlet
"""
ROLES = """
SELECT speaker_role AS role, count(*) AS times FROM quotes WHERE speaker = ? AND speaker_role IS NOT NULL
GROUP BY speaker_role ORDER BY times DESC, role LIMIT 8
"""
STANCES = """
SELECT stance, count(*) AS times FROM quotes WHERE speaker = ? AND stance IS NOT NULL GROUP BY stance ORDER BY times DESC
"""
EXCERPTED = """
SELECT entries.id, entries.title, entries.published, count(*) AS quotes FROM entry_quotes
JOIN entries ON entries.id = entry_quotes.entry WHERE entry_quotes.speaker = ? GROUP BY entries.id
ORDER BY entries.published DESC LIMIT 50
"""
ALIKE = """
SELECT DISTINCT speaker AS name FROM quotes WHERE id IN (SELECT rowid FROM quotes_fts WHERE quotes_fts MATCH ?) LIMIT 8
"""
COMPANIES = "SELECT DISTINCT name FROM companies WHERE instr(lower(name), lower(?)) ORDER BY name LIMIT 8"


async def person_page(datasette: Datasette, request: Request) -> Response:
    """The page of a speaker, named in the query."""
    name = asked_name(request)
    asked = wanted({"person": name, "page": request.args.get("page") or ""})
    found = await look(datasette, lambda held: person(held, name, asked))
    if not found["outlets"] and not found["excerpted"]:
        said = (
            f"Nobody called “{name}” is quoted in this database."
            if name
            else "No name is given: /person?name=NAME."
        )
        return await missing(
            datasette, request, said, alike=[("person", one["name"]) for one in found["alike"]]
        )
    return await page(datasette, request, "person.html", name=name, asked=asked, **found)


def person(held: Snapshot, name: str, asked: Wanted) -> Row:
    """What the page of a speaker shows; those of like names, where nobody has this one."""
    outlets = held.rows(OUTLETS, (name,))
    match = speaker_match(name) if not outlets else ""
    return {
        "outlets": outlets,
        "roles": held.rows(ROLES, (name,)),
        "stances": held.rows(STANCES, (name,)),
        "excerpted": held.rows(EXCERPTED, (name,)),
        "found": listing(held, QUOTES, asked),
        "alike": held.rows(ALIKE, (match,)) if match else [],
    }


async def company_page(datasette: Datasette, request: Request) -> Response:
    """The page of a company, named in the query."""
    name = asked_name(request)
    asked = wanted({"company": name, "page": request.args.get("page") or ""})
    found = await look(datasette, lambda held: company(held, asked))
    if not name or not found["found"].total:
        said = (
            f"No entry is about a company called “{name}”."
            if name
            else "No name is given: /company?name=NAME."
        )
        return await missing(
            datasette, request, said, alike=[("company", one["name"]) for one in found["alike"]]
        )
    return await page(datasette, request, "company.html", name=name, asked=asked, **found)


def company(held: Snapshot, asked: Wanted) -> Row:
    """What the page of a company shows; those of like names, where no entry has this one."""
    found = listing(held, ENTRIES, asked)
    name = asked.company
    return {
        "found": found,
        "stories": listing(held, STORIES, asked) if found.total else None,
        "alike": held.rows(COMPANIES, (name,)) if name and not found.total else [],
    }


def asked_name(request: Request) -> str:
    """The name in the query."""
    return " ".join((request.args.get("name") or "").replace("\0", "").split())[:400]
