"""The file of an outlet, from what a look at its site found."""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import fields
from datetime import UTC, datetime
from keyword import iskeyword

from stories.outlet import Outlet
from stories.survey import Survey

FINDERS = {"feeds": "FeedFinder", "sitemaps": "SitemapFinder", "listings": "ListingFinder"}
FACTS = ("name", "title", "domains", "languages", "country", "timezone", "date_order", "host", "keeps_query")
SEEN = "its own pages"
WIDTH = 110  # of a line of code, as pyproject.toml says
MORE = ("stories", "own_names", "other_pages")


def is_name(word: str) -> bool:
    """Whether a spider, and so its file and its class, can be named so."""
    return bool(re.fullmatch(r"[a-z][a-z0-9_]*", word)) and not iskeyword(word)


def facts_file(found: Survey, live: bool) -> str:
    """Python source: one class, whose facts are what was found; what is not known is left empty, with a comment."""
    outlet = found.outlet
    ways = {way: finder for way, finder in FINDERS.items() if getattr(found, way)}
    bases = ", ".join(ways.values()) or "OutletSpider"
    seen = f"{'seen live' if live else 'from saved pages'}, {datetime.now(UTC):%d %b %Y}"
    lines = [
        f'"""{one_line(outlet.title)}."""',
        "",
        f"from spiders.finders import {bases}",
        f"from stories.outlet import {'Layout, ' * bool(outlet.layouts)}{'ListAddress, ' * bool(ways)}Outlet",
        "",
        "",
        f"class {''.join(map(str.capitalize, outlet.name.split('_')))}({bases}):",
        f'    """Written by `outlet` from {len(found.stories)} stories, {seen}."""',
        "",
        f"    name = {quoted(outlet.name)}",
        "    named_only = True  # until it is checked: then this line goes, or OUTLETS names it",
        "    outlet = Outlet(",
    ]
    for name in (*FACTS, *MORE):
        lines += fact(name, getattr(outlet, name))
    lines += layouts(outlet)
    lines.append("    )")
    for way in ways:
        lists = [
            f"ListAddress({quoted(url)}, seen={quoted(SEEN)}{answered(found, url)})"
            for url in getattr(found, way)
        ]
        lines += set_off(f"    {way} = ", lists, "")
    if found.leaves:
        lines.append(f"    leaves = {pattern(found.leaves)}")
    return "\n".join(lines) + "\n"


def fact(name: str, value: object) -> Iterator[str]:
    """The lines of a fact; a tuple that is too long for one has a line for each of its parts."""
    line = f"        {name}={literal(name, value)},"
    if isinstance(value, tuple) and len(line) > WIDTH:
        yield from set_off(f"        {name}=", [literal("", part) for part in value], ",")
    else:
        yield line


def set_off(begin: str, parts: Sequence[str], end: str) -> Iterator[str]:
    """The lines of a tuple as `make format` leaves them: one of a single part stands in one line where it can."""
    line = f"{begin}({parts[0]},){end}"
    if len(parts) == 1 and len(line) <= WIDTH:
        yield line
        return
    indent = " " * (len(begin) - len(begin.lstrip()))
    yield f"{begin}("
    yield from (f"{indent}    {part}," for part in parts)
    yield f"{indent}){end}"


def layouts(outlet: Outlet) -> Iterator[str]:
    """The lines of its layouts; none where it has none."""
    if outlet.layouts:
        yield "        layouts=("
        for layout in outlet.layouts:
            yield "            Layout("
            stated = ((one.name, getattr(layout, one.name)) for one in fields(layout))
            yield from (f"                {name}={quoted(value)}," for name, value in stated if value)
            yield "            ),"
        yield "        ),"


def answered(found: Survey, url: str) -> str:
    """The day on which an address answered, as an argument; nothing of one that was only named."""
    return f", answered={quoted(found.answered[url])}" if found.answered.get(url) else ""


def literal(name: str, value: object) -> str:
    """A fact as Python source."""
    if name == "stories":
        return pattern(str(value))
    if isinstance(value, tuple):
        parts = [literal("", part) for part in value]
        return "(" + ", ".join(parts) + ("," if len(parts) == 1 else "") + ")"
    return quoted(value) if isinstance(value, str) else repr(value)


def pattern(text: str) -> str:
    """A regular expression as a raw string."""
    return f'r"{text}"' if '"' not in text else repr(text)


def quoted(text: str) -> str:
    """A string in double quotes, as the house writes them; what a site says cannot end it."""
    return json.dumps(text, ensure_ascii=False)


def one_line(text: str) -> str:
    """A title that can stand in a docstring."""
    return " ".join(text.replace("\\", " ").replace('"', "'").split()).rstrip(".")
