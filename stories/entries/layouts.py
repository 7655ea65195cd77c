"""Which of the Centre's layouts a page is in, told by its words: the new site serves old addresses too."""

from lxml import html

from stories.entries import labels, lines, listing, new_layout, old_layout
from stories.entries.address import NEWS, entry_address, slug_of
from stories.entries.languages import language_of, page_language
from stories.entries.record import Entry, EntryPage

EXPECTED = ("title", "attribution", "published", "source_url", "excerpt")


def read_entry_page(html: str, url: str) -> EntryPage:
    """Read a page of the Centre, old layout or new, told apart by content. Never raises on bad markup."""
    tree = lines.parse(html)
    if tree is None:
        return EntryPage("other")
    ui_language = page_language(url, tree.get("lang", ""))
    tags, next_page, cards = _take_tags(tree), listing.next_page(tree, url), listing.take_cards(tree, url)
    page = _read(lines.without_boilerplate(tree), url, ui_language)
    if cards and (page.kind == "other" or slug_of(url) in NEWS):
        page = EntryPage("listing", cards, list(dict.fromkeys(card.url for card in cards)), evident=True)
    if page.kind in ("entry", "story"):
        for entry in page.entries:
            _finish(entry, tags, ui_language)
    page.next_page = next_page if page.kind in ("story", "listing") else ""
    return page


def _read(tree: html.HtmlElement, url: str, ui_language: str) -> EntryPage:
    shown = lines.read_lines(lines.main_part(tree), url)
    text = [line for line in shown if not labels.ICONS.search(line.text)]
    if old_layout.is_story(text):
        return old_layout.read_old_story(text, url)
    if repeated := listing.read_repeated(text):
        return repeated
    if old_layout.byline_at(text) is not None:
        return EntryPage("entry", [old_layout.read_old_entry(text, url)], evident=True)
    if new_layout.anchor_of(text) is not None:
        evident = len(text) < len(shown) or new_layout.is_evident(text)
        return EntryPage("entry", [new_layout.read_new_entry(text, url, ui_language)], evident=evident)
    listed = listing.read_listing(text, tree, url)
    if listed.entries:
        return listed
    entry = old_layout.read_old_entry(text, url) if _is_primary(tree) else None
    return EntryPage("entry", [entry]) if entry and entry.excerpt else EntryPage("other")


def _is_primary(tree: html.HtmlElement) -> bool:
    """An entry's place in the old layout, which an entry without a byline is known by."""
    return bool(tree.xpath("//div[contains(concat(' ', @class, ' '), ' primary ')]//h1"))


def _take_tags(tree: html.HtmlElement) -> list[str]:
    """The tags' words. They leave the tree, since the new layout prints them between title and text."""
    found = tree.xpath("//a[contains(@class, 'related_tags') or contains(concat(' ', @class, ' '), ' tag ')]")
    words = [lines.fold(tag.text_content()) for tag in found]
    for tag in found:
        tag.drop_tree()
    return list(dict.fromkeys(word for word in words if word))


def _finish(entry: Entry, tags: list[str], ui_language: str) -> None:
    """What is read of every entry alike: address, languages, tags, and the list of what it lacks."""
    entry.url = entry.url if "#" in entry.url else entry_address(entry.url)  # "#": a part of a story's page
    entry.ui_language = entry.ui_language or ui_language
    entry.language = (
        entry.language or language_of(" ".join([entry.title, *entry.excerpt])) or entry.ui_language
    )
    entry.tags = tags
    entry.missing = [name for name in EXPECTED if not getattr(entry, name)]
