"""What each list can be cut down by: SQL of each choice, with its parameters."""

from collections.abc import Iterator

from desk.wanted import Wanted
from desk.words import Condition, words_of

# A date may be no more than a month: it is kept where the day that is asked for may be in it
SINCE = "({0} >= ? OR (length({0}) < 10 AND {0} >= substr(?, 1, length({0}))))"
SAID_BY = "IN (SELECT rowid FROM quotes_fts WHERE quotes_fts MATCH ?)"
ABOUT = "(SELECT entry FROM companies WHERE instr(lower(name), lower(?)))"
NAMED = "(SELECT entry FROM companies WHERE name = ?)"
DOUBTFUL = "(SELECT entry FROM passages WHERE fidelity IN ('altered', 'missing'))"


def of_stories(asked: Wanted) -> Iterator[Condition]:
    """The choices about a story, of lists that have `stories` among their tables."""
    if asked.outlet:
        yield "stories.outlet = ?", [asked.outlet]
    if asked.language:
        yield "(stories.language = ? OR stories.language LIKE ? || '-%')", [asked.language] * 2
    if asked.about:
        yield f"stories.id IN (SELECT story FROM entries WHERE id IN {ABOUT})", [asked.about]
    if asked.company:
        yield f"stories.id IN (SELECT story FROM entries WHERE id IN {NAMED})", [asked.company]
    if asked.story:
        yield "stories.id = ?", [str(asked.story)]


def of_stories_alone(asked: Wanted) -> Iterator[Condition]:
    """The choices of the list of stories: who speaks in them, too."""
    yield from of_stories(asked)
    if match := speaker_match(asked.speaker):
        yield f"stories.id IN (SELECT story FROM quotes WHERE id {SAID_BY})", [match]
    if asked.person:
        yield "stories.id IN (SELECT story FROM quotes WHERE speaker = ?)", [asked.person]


def of_quotes(asked: Wanted) -> Iterator[Condition]:
    """The choices of the list of quotes."""
    yield from of_stories(asked)
    if match := speaker_match(asked.speaker):
        yield f"quotes.id {SAID_BY}", [match]
    for column, value in (("speaker", asked.person), ("kind", asked.kind), ("stance", asked.stance)):
        if value:
            yield f"quotes.{column} = ?", [value]


def of_entries(asked: Wanted) -> Iterator[Condition]:
    """The choices of the list of entries."""
    if asked.outlet:
        yield (
            "(entries.outlet = ? OR entries.story IN (SELECT id FROM stories WHERE outlet = ?))",
            [asked.outlet] * 2,
        )
    if asked.language:
        yield "(entries.language = ? OR entries.language LIKE ? || '-%')", [asked.language] * 2
    if asked.about:
        yield f"entries.id IN {ABOUT}", [asked.about]
    if asked.company:
        yield f"entries.id IN {NAMED}", [asked.company]
    if asked.state == "altered":
        yield f"entries.id IN {DOUBTFUL}", []
    elif asked.state:
        yield "entries.source_state = ?", [asked.state]
    if asked.story:
        yield "entries.story = ?", [str(asked.story)]


def of_changes(asked: Wanted) -> Iterator[Condition]:
    """The choices of the list of changes."""
    yield from of_stories(asked)
    if asked.kind:  # several may be named, with commas between
        kinds = asked.kind.split(",")
        yield f"changes.kind IN ({', '.join('?' * len(kinds))})", kinds


def speaker_match(name: str) -> str:
    """Words of a name for the index of quotes; empty where there are none."""
    terms = words_of(name).wanted
    return f"speaker : ({' AND '.join(term.match for term in terms)})" if terms else ""
