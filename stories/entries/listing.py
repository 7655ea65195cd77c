"""Pages that list entries: the old browse pages, the old news list, and the new list of cards."""

import re
from itertools import pairwise

from lxml import html

from stories.entries.dateline import DATE, is_date, iso
from stories.entries.labels import TYPES, is_label
from stories.entries.lines import EntryLine, address, fold, read_lines
from stories.entries.old_layout import BYLINE, SIGNED, add_byline
from stories.entries.record import Entry, EntryPage

ITEM = re.compile(rf"(?P<who>.{{2,200}}?),\s*(?P<when>{DATE.pattern})")
BARE = 3  # lines of an item without a teaser: type, date, title
CARD = "//a[contains(concat(' ', normalize-space(@class), ' '), ' card__main-link ')]"
NEXT = "//li[contains(@class, 'pager-next')]//a/@href | //a[@rel='next']/@href | //link[@rel='next']/@href"


def take_cards(tree: html.HtmlElement, url: str) -> list[Entry]:
    """The entries that cards link to. The cards leave the tree: an entry's page shows others' cards too."""
    entries = []
    for link in tree.xpath(CARD):
        lines = read_lines(link, url)
        heading = next((line for line in lines if line.tag in {"h2", "h3", "h4"}), None)
        title = heading or max(
            lines, key=lambda line: len(line.text), default=EntryLine(fold(link.get("title")))
        )
        entries.append(Entry(address(link, url), title.text))
        card = next((up for up in link.iterancestors() if "card" in (up.get("class") or "").split()), link)
        if card.getparent() is not None:
            card.drop_tree()
    return [entry for entry in entries if entry.url]


def read_listing(lines: list[EntryLine], tree: html.HtmlElement, url: str) -> EntryPage:
    """Pairs of a title and "<author>, <D Mon YYYY>"; else the headings of the old news list."""
    page = EntryPage("listing")
    for title, below in pairwise(lines):
        match = ITEM.fullmatch(below.text)
        if match and not ITEM.fullmatch(title.text):
            entry = Entry(_first_link(title) or _first_link(below), title.text, published=iso(match["when"]))
            add_byline(entry, match["who"])
            page.entries.append(entry)
    # A byline below a headline is a pair too: it takes a list of them
    page.evident = len(page.entries) > 1 and 4 * len(page.entries) >= len(lines)
    if not page.entries:
        page.entries = _headings(tree, url)
        page.evident = bool(page.entries)
    page.title = lines[0].text if lines else ""
    page.links = list(dict.fromkeys(entry.url for entry in page.entries if entry.url))
    return page


def read_repeated(lines: list[EntryLine]) -> EntryPage | None:
    """A list of entries in the words that one entry begins with: byline after byline, or type after type.

    None where they stand once, and on the page of an entry below whose text others are named: the first is longer then.
    """
    bylines = [n for n, line in enumerate(lines) if BYLINE.fullmatch(line.text)]
    typed = [
        n for n, line in enumerate(lines[:-1]) if is_label(line.text, TYPES) and is_date(lines[n + 1].text)
    ]
    if len(bylines) > 1:
        items = [_item(lines, n - 1, n) for n in bylines]
    elif _alike([below - above for above, below in pairwise(typed)]):
        above = typed[-1] + 2 >= len(lines)  # whether titles stand above their type
        items = [_item(lines, n - 1 if above else n + 2, n + 1) for n in typed]
    else:
        return None
    links = list(dict.fromkeys(entry.url for entry in items if entry.url))
    return EntryPage("listing", items, links, title=lines[0].text, evident=len(bylines) > 1)


def _alike(sizes: list[int]) -> bool:
    """Whether items of so many lines, but for the last, are those of a list: the first is no longer than the others."""
    return bool(sizes) and (sizes[0] <= BARE or (len(sizes) > 1 and sizes[0] <= min(sizes[1:])))


def _item(lines: list[EntryLine], title: int, told: int) -> Entry:
    """An entry of a list by the numbers of its title's line, and of the line with its byline or date."""
    below = lines[title : title + 2] if title >= 0 else []
    author = SIGNED.fullmatch(below[0].text) if below and title > told else None
    titled = next(iter(below[1:] if author else below), EntryLine(""))
    entry = Entry(_first_link(titled), titled.text)
    byline = BYLINE.fullmatch(lines[told].text)
    entry.published = iso(byline["when"] if byline else lines[told].text)
    if signed := byline or author:
        add_byline(entry, signed["who"])
    return entry


def next_page(tree: html.HtmlElement, url: str) -> str:
    """The address of the next page of a list, or an empty string."""
    links = tree.xpath(NEXT)
    link = html.Element("a", href=str(links[0])) if links else None
    return address(link, url) if link is not None else ""


def _headings(tree: html.HtmlElement, url: str) -> list[Entry]:
    links = tree.xpath("//div[contains(@class, 'story_outer')]//h2//a")
    return [Entry(address(link, url), fold(link.text_content())) for link in links]


def _first_link(line: EntryLine) -> str:
    return next((href for _, href in line.links if href), "")
