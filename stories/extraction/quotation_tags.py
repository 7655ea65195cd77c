"""Speech in `<q>`, around which a browser prints the marks: the mark-up has none."""

from collections.abc import Iterable

from lxml.html import HtmlElement

# By the rendering section of the HTML standard (15.3.8, quotes of CSS by language), those of the languages we read
MARKS = {
    "de": ("„", "“"),
    "es": ("«", "»"),
    "fr": ("«", "»"),
    "ru": ("«", "»"),
    "ja": ("「", "」"),
    "zh-tw": ("「", "」"),
    "zh-hant": ("「", "」"),
}
OUTER, INNER = ("“", "”"), ("‘", "’")
OPENING = tuple("“„«»‹「『\"'‘‚")


def mark_quotations(elements: Iterable[HtmlElement], language: str) -> None:
    """Write the marks into the text of each `<q>` that has none of its own. language: BCP 47, of the page."""
    code = language.lower()
    outer = MARKS.get(code) or MARKS.get(code.split("-")[0], OUTER)
    for element in elements:
        if element.tag == "q" and not "".join(element.itertext()).lstrip().startswith(OPENING):
            inner = any(True for _ in element.iterancestors("q"))
            opens, closes = INNER if inner else outer
            element.text = opens + (element.text or "")
            last = element[-1] if len(element) else None
            if last is None:
                element.text += closes
            else:
                last.tail = (last.tail or "") + closes
