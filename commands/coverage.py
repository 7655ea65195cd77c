"""How many of an outlet's stories have each field and which page lacks it; how much of the stated texts is read."""

from collections.abc import Callable, Sequence

from store.tables import Row
from stories.item import Story
from stories.survey import Fit

FIELDS: dict[str, Callable[[Story], bool]] = {
    "headline": lambda story: bool(story.read.title),
    "byline": lambda story: bool(story.read.authors),
    "instant": lambda story: any(date.chosen and date.precision == "instant" for date in story.dates),
    "body": lambda story: bool(story.read.body) and not story.read.partial,
    "quotes": lambda story: bool(story.read.quotes),
}


def coverage(stories: Sequence[Story]) -> tuple[list[Row], list[str]]:
    """A row a field: how many stories have it; and the address of one that lacks it, empty where none does."""
    rows: list[Row] = []
    lacking = []
    for name, has in FIELDS.items():
        without = [story.page.url for story in stories if not has(story)]
        rows.append({"field": name, "pages": f"{len(stories) - len(without)} of {len(stories)}"})
        lacking.append(f"lacks it: {without[0]}" if without else "")
    return rows, lacking


def stated_texts(by_reader: Sequence[Fit], by_layout: Sequence[Fit]) -> tuple[list[Row], list[str]]:
    """A row a page that states its text: how much the general reader reads of it, and the layout, if there is one."""
    rows: list[Row] = []
    for number, held in enumerate(by_reader):
        row = {"stated text": f"page {number + 1}", "general reader": _shares(held)}
        rows.append(row | ({"layout": _shares(by_layout[number])} if by_layout else {}))
    return rows, [held.url for held in by_reader]


def _shares(held: Fit) -> str:
    return f"{held.kept:.0%} of it, {held.foreign:.0%} foreign"
