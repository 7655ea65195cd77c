"""What both layouts have in common below an entry's title: source line, body, link to the source."""

from stories.entries import labels
from stories.entries.dateline import read_source_line
from stories.entries.lines import EntryLine
from stories.entries.record import Entry
from stories.sites import host_of, is_within

CENTRE = "business-humanrights.org"
SHARING = (
    "facebook.com",
    "twitter.com",
    "x.com",
    "linkedin.com",
    "whatsapp.com",
    "wa.me",
    "t.me",
    "pinterest.com",
)


def fill(entry: Entry, lines: list[EntryLine]) -> None:
    """Read `[picture credit] [source line] BODY* [link label] [companies] [timelines]` into the entry."""
    rest = [line for line in lines if not labels.CREDIT.match(line.text)]
    source = read_source_line(rest[0].text) if rest else None
    head = rest[:1] if source else []
    if source:
        entry.source_title, entry.source_published = source.title, source.published
    body, tail = _split_at_end(rest[len(head) :])
    for line in body:
        if _is_source_link(line):
            entry.source_label = line.text
        else:
            entry.excerpt.append(line.text)
    entry.source_url = _source_url(entry, head, body)
    _read_tail(entry, tail)


def outside(address: str) -> bool:
    """Whether an address leads off the Centre's site, to something other than a button for sharing."""
    host = host_of(address)
    web = address.lower().startswith(("http://", "https://"))
    return web and bool(host) and not is_within(host, (CENTRE, *SHARING))


def _split_at_end(lines: list[EntryLine]) -> tuple[list[EntryLine], list[EntryLine]]:
    """The body, which ends with the link to the source or before the first label of what follows an entry."""
    for number, line in enumerate(lines):
        linked = labels.is_label(line.text, labels.SOURCE_LINKS)
        if linked or _label_of(line.text) in labels.ENDS:
            return lines[: number + linked], lines[number:]
    return lines, []


def _is_source_link(line: EntryLine) -> bool:
    """A known label, or a short line that is nothing but a link to another site."""
    return labels.is_label(line.text, labels.SOURCE_LINKS) or (len(line.text) <= 60 and outside(line.link))


def _source_url(entry: Entry, head: list[EntryLine], body: list[EntryLine]) -> str:
    """The label's link; else the source line's; else the body's, if it links to one address only."""
    for line in reversed(body):
        if line.text == entry.source_label and line.links:
            return line.links[0][1]
    named = [href for line in head for _, href in line.links if outside(href)]
    linked = list(dict.fromkeys(href for line in body for _, href in line.links if outside(href)))
    return named[0] if named else linked[0] if len(linked) == 1 else ""


def _label_of(text: str) -> str:
    """The label that the line is, or that stands before its colon: only companies share their label's line."""
    before, colon, _ = text.partition(":")
    inline = labels.plain(before) if colon else ""
    return inline if inline in labels.COMPANIES else labels.plain(text)


def _read_tail(entry: Entry, tail: list[EntryLine]) -> None:
    """Companies, on the label's line or below it, and the titles of the timelines."""
    section = ""
    for line in tail:
        label = _label_of(line.text)
        if label in labels.ENDS:
            section = label
            _add_companies(entry, label, line, line.text.partition(":")[2].strip())
        elif section in labels.TIMELINES:
            entry.timelines.append(line.text)
        elif section:
            _add_companies(entry, section, line, line.text)


def _add_companies(entry: Entry, section: str, line: EntryLine, names: str) -> None:
    """Each link is a company; names without links share one line, whose separator was never seen."""
    if section in labels.COMPANIES:
        linked = [text for text, _ in line.links if text in names]
        entry.companies += linked or [name.strip() for name in names.split(";") if name.strip()]
