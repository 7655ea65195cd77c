"""What Datasette says of the tables, from `store.schema`, and the questions that it offers ready made."""

from textwrap import dedent
from typing import Any

from store.schema import TABLES
from store.views import VIEWS

NAME = "cuttings"  # of the database in addresses, whatever its file is called
HIDDEN = ("bands", "locks", "hosts", "pairs", "kept_versions")  # the program's own book-keeping

QUERIES = {
    "who_said": (
        "Who said what with these words in it, the newest story first",
        """
        SELECT quotes.speaker, quotes.kind, quotes.stance, quotes.content, stories.outlet,
          substr(stories.published, 1, 10) AS date, stories.title, stories.url
        FROM quotes JOIN stories ON stories.id = quotes.story
        WHERE quotes.id IN (SELECT rowid FROM quotes_fts WHERE quotes_fts MATCH '"' || replace(:words, '"', '""') || '"')
        ORDER BY stories.published DESC
        """,
    ),
    "altered_excerpts": (
        "Passages of entries that their source does not have as they stand",
        """
        SELECT entries.title, passages.number, passages.fidelity, passages.note, passages.text, entries.url
        FROM passages JOIN entries ON entries.id = passages.entry
        WHERE passages.fidelity IN ('altered', 'missing') ORDER BY entries.published DESC, passages.number
        """,
    ),
    "speakers": (
        "Who is quoted most, in how many stories of how many outlets",
        """
        SELECT quotes.speaker, count(*) AS quotes, count(DISTINCT quotes.story) AS stories,
          count(DISTINCT stories.outlet) AS outlets
        FROM quotes JOIN stories ON stories.id = quotes.story WHERE quotes.speaker IS NOT NULL
        GROUP BY quotes.speaker ORDER BY quotes DESC LIMIT 200
        """,
    ),
    "denials": (
        "What was denied, and by whom",
        """
        SELECT quotes.speaker, quotes.content, quotes.cue, stories.outlet, substr(stories.published, 1, 10) AS date,
          stories.title, stories.url
        FROM quotes JOIN stories ON stories.id = quotes.story WHERE quotes.stance = 'denies'
        ORDER BY stories.published DESC LIMIT 500
        """,
    ),
    "lost_dates": (
        "Dates that a story's page shows and that were not believed, with the reason",
        """
        SELECT stories.title, dates.field, dates.text, dates.value, dates.origin, dates.note, stories.url
        FROM dates JOIN stories ON stories.id = dates.story
        WHERE dates.chosen = 0 AND dates.field != 'mentioned' AND dates.note IS NOT NULL
        ORDER BY dates.id DESC LIMIT 500
        """,
    ),
}


def metadata() -> dict[str, Any]:
    """Datasette's metadata."""
    tables = {
        name: {
            "description": table.about,
            "columns": {
                column: meaning.replace("`", "") for column, (_, meaning) in table.columns.items() if meaning
            },
            **({"hidden": True} if name in HIDDEN else {}),
            **({"label_column": "title"} if "title" in table.columns else {}),
            **({"label_column": "url"} if name == "pages" else {}),
        }
        for name, table in TABLES.items()
    }
    views = {name: {"description": about} for name, (about, _) in VIEWS.items()}
    queries = {name: {"title": about, "sql": dedent(sql).strip()} for name, (about, sql) in QUERIES.items()}
    about = {"title": "Cuttings: tables and SQL", "source": "docs/schema.md"}
    return about | {"databases": {NAME: {"tables": tables | views, "queries": queries}}}
