"""python -m scrapy docs: print the schema page, and the lists in the README, from the code."""

import argparse
import re
from pathlib import Path
from typing import ClassVar

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError
from scrapy.settings import BaseSettings

from extensions import outlets, run_by_default
from store.schema import TABLES, Table
from store.views import VIEWS

TYPES = {int: "integer", str: "text", float: "real"}
PART = "<!-- {name}: printed by `make docs` -->\n"


class Command(ScrapyCommand):
    """Rewrites what is printed; a test says when it is stale."""

    requires_project = True
    requires_crawler_process = False
    default_settings: ClassVar[dict[str, object]] = {"LOG_ENABLED": False}

    def short_desc(self) -> str:
        return "Print the schema page and the README's lists from the code"

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        assert self.settings is not None  # noqa: S101 -- Scrapy sets it
        root = Path(self.settings["ROOT"])
        if not (root / "README.md").is_file():
            raise UsageError(f"no README.md in {root}: docs is for a checkout", print_help=False)
        for path, text in printed(root, self.settings).items():
            path.write_text(text, encoding="utf-8")
            print(path)


def printed(root: Path, settings: BaseSettings) -> dict[Path, str]:
    """Each file that has printed parts, as it should be."""
    readme = root / "README.md"
    text = readme.read_text(encoding="utf-8")
    for name, part in {"tables": tables_list(), "outlets": outlets_list(settings)}.items():
        text = _fill(text, name, part)
    return {readme: text, root / "docs" / "schema.md": schema_page()}


def tables_list() -> str:
    """The tables, a line each."""
    lines = ["| table | what a row is |", "|---|---|"]
    lines += [f"| `{name}` | {table.about} |" for name, table in TABLES.items()]
    lines += [f"| `{name}` (view) | {about} |" for name, (about, _) in VIEWS.items()]
    return "\n".join(lines) + "\n"


def outlets_list(settings: BaseSettings) -> str:
    """The outlets that have a spider, a line each."""
    lines = ["| spider | outlet | pages | run by `crawlall` |", "|---|---|---|---|"]
    default = run_by_default(settings)
    for name, outlet in outlets(settings).items():
        pages = [f"{domain}{section}" for section in outlet.sections or ("",) for domain in outlet.domains]
        lines.append(
            f"| `{name}` | {outlet.title} | {', '.join(pages)} | {'yes' if name in default else 'where named'} |"
        )
    return "\n".join(lines) + "\n"


def schema_page() -> str:
    """The schema page."""
    head = (
        "# Tables\n\n"
        "Printed from `store/schema.py` by `make docs`. Times are ISO 8601 in UTC; a date whose time is not known is\n"
        "`2019-12-01` with precision `day` (`2019-09`: `month`, `2019`: `year`). Offsets count characters of the text\n"
        "named, end exclusive. Full-text tables hold the words of `stories` (title, body), `quotes` (content,\n"
        "speaker) and `entries` (title, excerpt, attribution): `..._fts` as they stand, `..._stems` by their English\n"
        "stems. Their rowid is the id of the row: [how to search](search.md).\n"
    )
    views = "".join(f"\n## {name}\n\nA view. {about}.\n" for name, (about, _) in VIEWS.items())
    return head + "".join(_section(name, table) for name, table in TABLES.items()) + views


def _section(name: str, table: Table) -> str:
    keys = {table.pk} if isinstance(table.pk, str) else set(table.pk)
    lines = [f"\n## {name}\n\n{table.about}.\n\n| column | type | meaning |\n|---|---|---|\n"]
    for column, (kind, meaning) in table.columns.items():
        notes = [meaning, "primary key" if column in keys else "", _reference(table, column)]
        lines.append(f"| `{column}` | {TYPES[kind]} | {'; '.join(filter(None, notes))} |\n")
    return "".join(lines)


def _reference(table: Table, column: str) -> str:
    other = table.keys.get(column)
    return f"`{other}.{TABLES[other].pk}`" if other else ""


def _fill(text: str, name: str, part: str) -> str:
    start, end = PART.format(name=name), f"<!-- end of {name} -->"
    pattern = re.escape(start) + ".*?" + re.escape(end)
    return re.sub(pattern, lambda _: f"{start}{part}{end}", text, flags=re.DOTALL)
