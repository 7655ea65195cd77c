"""Stories that a page shows below its own, as endless scroll appends them: each in a box, under its headline."""

from itertools import islice, zip_longest

from lxml.html import HtmlElement

from stories.text import clean, letters

MIN_PARAGRAPHS = 2  # paragraphs of running text in each box; fewer are a teaser
MIN_PARAGRAPH_CHARACTERS = 80  # characters; a shorter paragraph may be a label
MAX_HEADLINES = 40  # first-level headlines that are looked at


def drop_later_stories(tree: HtmlElement, headline: str) -> None:
    """Take the later stories out, and what stands below them.

    headline: what the page states for itself. A box is a later story where it is like the box of the page's own
    headline, tag, classes and all, and both hold a first-level headline and running text. First-level headings inside
    a text have no such boxes.
    """
    titles = list(islice(tree.iter("h1"), MAX_HEADLINES))
    if len(titles) < 2:
        return
    said = letters(headline)
    known = {title: letters(title.text_content()) for title in titles}
    own = max(titles, key=lambda title: len(known[title]) if known[title] in said else 0)
    if not known[own] or known[own] not in said:
        return
    for title in titles[titles.index(own) + 1 :]:
        if (box := _box_like_own(own, title)) is not None:
            _drop_from(box)
            return


def _box_like_own(own: HtmlElement, title: HtmlElement) -> HtmlElement | None:
    """The box of a later headline beside the box of the first; None where they are not two of a kind."""
    if letters(own.text_content()) == letters(title.text_content()):
        return None
    first, second = (list(reversed([*one.iterancestors()])) for one in (own, title))
    pairs = zip_longest(first, second)
    mine, other = next(((one, two) for one, two in pairs if one is not two), (None, None))
    if mine is None or other is None or _kind(mine) != _kind(other):
        return None
    return other if _is_story(mine) and _is_story(other) else None


def _kind(box: HtmlElement) -> tuple[object, ...]:
    return box.tag, *sorted({name for name in (box.get("class") or "").lower().split() if name.isalpha()})


def _is_story(box: HtmlElement) -> bool:
    """Whether a box holds running text enough, in paragraphs that are no links."""
    texts = (clean(paragraph.text_content()) for paragraph in box.iter("p") if paragraph.find(".//a") is None)
    found = (text for text in texts if len(text) >= MIN_PARAGRAPH_CHARACTERS)
    return len(list(islice(found, MIN_PARAGRAPHS))) == MIN_PARAGRAPHS


def _drop_from(box: HtmlElement) -> None:
    """Remove a box and its later siblings."""
    for later in [*box.itersiblings(), box]:
        later.drop_tree()
