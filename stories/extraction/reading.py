"""A page read, from its bytes to body, metadata, date candidates and quotes."""

from stories.dates import find_spoken
from stories.extraction import Reading
from stories.extraction.body import Block, Body, Metadata, join, read_body, set_off
from stories.extraction.charset import mojibake, slips
from stories.extraction.document import Document, UnreadableError, parse
from stories.extraction.layouts import Facts, read_layout
from stories.extraction.metadata.address import canonical, linked
from stories.extraction.metadata.authors import authors
from stories.extraction.metadata.dates import date_candidates
from stories.extraction.metadata.description import description, section, tags
from stories.extraction.metadata.headline import headline
from stories.extraction.metadata.language import stated_language, story_language
from stories.extraction.metadata.picture import picture
from stories.extraction.metadata.wordings import h1s
from stories.extraction.rejects import reject
from stories.extraction.walls import partial, public
from stories.outlet import Outlet
from stories.page import Page
from stories.quotes import find_quotes

# What only a crawl that found the page by itself turns away: there may be a text to read
DOUBTS = frozenset({"index page", "gallery", "video page", "live page"})


def read(page: Page, outlet: Outlet, given: bool = False) -> Reading:
    """See `stories.extraction.read`, the door."""
    try:
        document = parse(page)
    except UnreadableError as refusal:
        reason, *detail = refusal.args
        return Reading(page.url, reject=reason, detail=" ".join(detail))
    facts = read_layout(document, outlet)
    stated = (facts.reject, f"{outlet.name} {facts.layout or page.url}") if facts.reject else ("", "")
    if facts.reject and not (given and facts.reject in DOUBTS):
        return Reading(page.url, reject=stated[0], detail=stated[1])
    address, origin = canonical(document)
    reading = Reading(address, origins={"url": origin, **facts.origins})
    reading.alternates = linked(document)
    _read_head(reading, document, facts, outlet)
    body = _read_body(reading, document, facts, outlet)
    blocks = body.blocks
    _judge(
        reading, reject(document, reading.title, blocks), stated, given and any(b.is_prose for b in blocks)
    )
    blocks = _keep_public(reading, document, body)
    if page.item and not reading.refused:
        reading.body_from, reading.partial = "feed", True  # nobody knows that it is all
        reading.origins["partial"] = f"the text of {page.url}"
    if garbage := mojibake(reading.body):
        reading.reject, reading.detail, reading.partial = "wrong encoding", garbage, False
    reading.quotes = find_quotes(reading.body, reading.language or None, set_off(blocks))
    if not reading.refused:
        reading.spoken = find_spoken(reading.body, reading.language)
    return reading


def _judge(reading: Reading, found: tuple[str, str], stated: tuple[str, str], is_text: bool) -> None:
    """Whether the page holds a story.

    found, stated: why the general rules and the outlet's facts say that it holds none, and what showed it. is_text: it
    was asked for by name, and has running text: then one of DOUBTS is a doubt.
    """
    if stated[0] and found[0] in ("", *DOUBTS):
        found = stated
    if is_text and found[0] in DOUBTS:
        reading.doubt = ": ".join(found)
    else:
        reading.reject, reading.detail = found


def _keep_public(reading: Reading, document: Document, body: Body) -> list[Block]:
    """The blocks of the body; of a page behind a wall those that are public, its standfirst where none is.

    Fills `partial` where a page shows a part of its story that can be kept: a headline, and a standfirst or a paragraph.
    """
    rejected = ": ".join(filter(None, (reading.reject, reading.detail)))
    why = partial(document, body, rejected)
    if not why:
        return body.blocks
    blocks = public(body.blocks)
    if not any(block.is_prose for block in blocks):
        blocks = [Block(reading.description)] if reading.description else []
    if not reading.title or not blocks:
        return body.blocks
    reading.partial, reading.origins["partial"] = True, why
    reading.body = join(blocks)
    reading.cuts += [(block.text, "wall") for block in body.blocks if block not in blocks]
    return blocks


def _read_head(reading: Reading, document: Document, facts: Facts, outlet: Outlet) -> None:
    """What stands above and around the text; the outlet's facts first."""
    title, origin = headline(document)
    reading.title = facts.headline or title
    reading.origins.setdefault("title", origin)
    reading.authors, origin = authors(document, facts.byline, outlet)
    reading.origins["authors"] = facts.origins.get("authors", origin) if origin == "byline" else origin
    reading.description, reading.origins["description"] = description(document)
    stated, origin = section(document)
    reading.section = facts.section or stated
    reading.origins.setdefault("section", origin)
    filed, origin = tags(document)
    reading.tags = facts.tags or filed
    reading.origins.setdefault("tags", origin)
    reading.image, reading.image_caption, reading.origins["image"] = picture(document)
    reading.candidates = [*facts.candidates, *date_candidates(document, reading.title)]


def _read_body(reading: Reading, document: Document, facts: Facts, outlet: Outlet) -> Body:
    """The text, and the language that it is in."""
    names = (*reading.authors, *outlet.own_names)
    metadata = Metadata(reading.title, tuple(h1s(document.tree)), names, reading.description)
    body = read_body(document, facts.blocks, metadata)
    reading.body, reading.cuts = join(body.blocks), body.cuts
    reading.origins.setdefault("body", body.origin)
    if garbled := slips(reading.body):
        reading.origins["body"] += f", with {garbled}"
    reading.language_stated = stated_language(document)
    reading.language, reading.origins["language"] = story_language(reading.language_stated, reading.body)
    return body
