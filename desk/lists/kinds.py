"""The kinds of lists, and what each shows of a row."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from desk.lists.choices import of_changes, of_entries, of_quotes, of_stories_alone
from desk.wanted import ORDERS, Wanted
from desk.words import Condition

STORY = "stories.id AS story, stories.outlet, stories.published, stories.title, stories.language, stories.url"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of list.

    key: the column that has its rows' ids; text: the columns that words are looked for in; shown: which of them is shown
    where it has the words; time: the column that dates are held against; counted: the table to be counted where nothing
    is asked of another.
    """

    name: str
    columns: str
    tables: str
    key: str
    text: tuple[str, ...]
    shown: int
    time: str
    orders: dict[str, str]
    choices: Callable[[Wanted], Iterator[Condition]]
    always: str = "1"
    counted: str = ""


STORIES = Kind(
    "stories",
    f"{STORY}, stories.authors, stories.description, stories.partial, stories.first_seen AS found, "
    "(SELECT count(*) FROM quotes WHERE quotes.story = stories.id) AS quotes",
    "stories",
    "story",
    ("title", "body"),
    1,
    "stories.published",
    {"newest": "stories.published DESC, stories.id DESC", "found": "stories.id DESC"},
    of_stories_alone,
)
QUOTES = Kind(
    "quotes",
    f"quotes.id, {STORY}, quotes.number, quotes.speaker, quotes.source, quotes.speaker_role, quotes.kind, quotes.stance, "
    "quotes.cue, quotes.confidence, quotes.content, stories.first_seen AS found",
    "quotes JOIN stories ON stories.id = quotes.story",
    "id",
    ("content", "speaker"),
    0,
    "stories.published",
    {
        "newest": "stories.published DESC, stories.id DESC, quotes.number",
        "found": "stories.id DESC, quotes.number",
    },
    of_quotes,
    counted="quotes",
)
ENTRIES = Kind(
    "entries",
    "entries.id AS entry, entries.published, entries.title, entries.outlet, entries.attribution, entries.language, "
    "entries.story, entries.source_state, entries.source_url, entries.url, "
    "(SELECT fetched FROM pages WHERE pages.id = entries.page) AS found, "
    "(SELECT json_group_array(name) FROM companies WHERE entry = entries.id) AS companies, "
    "(SELECT count(*) FROM passages WHERE entry = entries.id) AS passages, "
    "(SELECT count(*) FROM passages WHERE entry = entries.id AND fidelity = 'altered') AS altered, "
    "(SELECT count(*) FROM passages WHERE entry = entries.id AND fidelity = 'missing') AS missing",
    "entries",
    "entry",
    ("title", "excerpt"),
    1,
    "entries.published",
    {"newest": "entries.published DESC, entries.id DESC", "found": "entries.id DESC"},
    of_entries,
)
CHANGES = Kind(
    "changes",
    f"{STORY}, versions.seen AS found, changes.number, changes.place, changes.kind, changes.before, changes.after",
    "versions JOIN changes ON changes.story = versions.story AND changes.number = versions.number "
    "JOIN stories ON stories.id = versions.story",
    "story",
    (),
    0,
    "versions.seen",
    dict.fromkeys(ORDERS, "versions.seen DESC, versions.story DESC, changes.place"),
    of_changes,
    always="versions.number > 1",
)
KINDS = {kind.name: kind for kind in (STORIES, QUOTES, ENTRIES, CHANGES)}
