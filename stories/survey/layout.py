"""A layout for pages that the general reader reads badly, found by the text that the pages themselves state.

The text that a page states is the `articleBody` of its JSON-LD (schema.org), else what the site's feed gives as the whole
text of its address.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from statistics import mean

from lxml.html import HtmlElement

from stories.extraction import Reading, read
from stories.extraction.body import join
from stories.extraction.document import Document, parse
from stories.extraction.layouts import read_layout
from stories.extraction.metadata.nodes import story_nodes, texts
from stories.identity.fingerprint import shingles
from stories.item import Story
from stories.outlet import Layout, Outlet
from stories.survey import Fit, Survey
from stories.text import key, letters, many, plain, words_of

LEAST = 3  # pages that state their text: fewer prove nothing
WHOLE = 500  # characters; a shorter text, and one that breaks off, may be a teaser
FITS = 0.95  # F1 of what a selector gives, on each page
PARTS = ":is(p, h2, h3, ul, ol, blockquote)"
MISSED = "the general reader misses the text that pages state"
_TAG = re.compile(r"<[^<>]*>")
_WORD = re.compile(r"[A-Za-z_][\w-]*", re.ASCII)
_VALUE = re.compile(r"[\w.:/-]{1,60}", re.ASCII)
_NO_NAMES = ("id", "class", "style", "href", "src")
# What a page states of a field, and what a reading gives
_HEADS: dict[str, tuple[Callable[[Document], str], Callable[[Reading], str]]] = {
    "headline": (lambda document: document.meta("og:title"), lambda reading: reading.title),
    "byline": (
        lambda document: " ".join(
            name for node in story_nodes(document) for name in texts(node.get("author"))
        ),
        lambda reading: " ".join(reading.authors),
    ),
}


@dataclass(slots=True)
class Sample:
    """A story's page that states its text.

    said: the shingles of that text. boxes: elements by a name, in CSS, that no other of the page has. bodies: the F1 of
    what a selector gives, of those selectors that give the text.
    """

    story: Story
    document: Document
    said: frozenset[int]
    boxes: dict[str, HtmlElement]
    bodies: dict[str, float] = field(default_factory=dict)

    def held(self, body: str) -> Fit:
        """A body held against the stated text."""
        given = shingles(body)
        both = len(given & self.said)
        return Fit(self.story.page.url, both / len(self.said), 1 - both / len(given) if given else 0.0)

    def read(self, outlet: Outlet, layout: Layout) -> Reading:
        """What the page says by this layout."""
        return read(self.story.page, replace(outlet, layouts=(layout,)), given=True)


def find_layout(told: Survey, whole: Mapping[str, str]) -> Layout | None:
    """The layout that gives the stated text where the general reader plainly fails; None where none is due or holds.

    The reader fails where it misses the text (`Fit.misses`) on half of the pages that state one, and these are LEAST.
    whole: the texts that feeds give, by the addresses of stories. Fills `by_reader`, `by_layout` and `notes`.
    """
    by_text = {one.said: one for one in _samples(told.stories, whole)}  # what many state is said of none
    samples = list(by_text.values())
    held = [one.held(one.story.read.body) for one in samples]
    missed = [one.url for one in held if one.misses]
    layout = None
    if len(samples) >= LEAST and 2 * len(missed) >= len(samples):
        told.by_reader = held
        layout = _proven(samples, told.outlet)
    if layout:
        told.by_layout = [one.held(one.read(told.outlet, layout).body) for one in samples]
    elif missed:
        where = f"on {len(missed)} of {many(len(samples), 'page')}: {', '.join(missed)}"
        why = ", no box holds it on each" if told.by_reader else ""
        told.notes.append(
            f"{MISSED} {where}{why}: look at them, and state a Layout where they are read wrongly"
        )
    return layout


def _samples(stories: Sequence[Story], whole: Mapping[str, str]) -> Iterator[Sample]:
    """The pages that state their whole text; what is behind a wall is not there to be found."""
    for story in stories:
        if story.read.partial:
            continue
        document = parse(story.page)
        text = stated_text(document, whole.get(story.page.url, ""))
        if said := shingles(text):
            sample = Sample(story, document, said, _boxes(document.tree))
            sample.bodies = dict(_bodies(sample, FITS * len(letters(text))))
            yield sample


def stated_text(document: Document, fed: str = "") -> str:
    """The whole text that a page states, or a feed of it (`fed`); empty where none does."""
    stated = [text for node in story_nodes(document) if isinstance(text := node.get("articleBody"), str)]
    whole = (
        text
        for text in (plain(_TAG.sub(" ", one)) for one in (*stated, fed))
        if len(text) >= WHOLE and not text.endswith(("...", "…"))
    )
    return next(whole, "")


def _boxes(tree: HtmlElement) -> dict[str, HtmlElement]:
    named = [(name, box) for box in tree.iter() for name in set(_names(box))]
    counted = Counter(name for name, _ in named)
    return {name: box for name, box in named if counted[name] == 1}


def _names(box: HtmlElement) -> Iterator[str]:
    if box.tag in ("article", "main"):
        yield box.tag
    for mark, attribute in (("#", "id"), (".", "class")):
        words = (box.get(attribute) or "").split()
        yield from (f"{box.tag}{mark}{word}" for word in words if _WORD.fullmatch(word))
    for attribute, value in box.items():
        if attribute not in _NO_NAMES and _WORD.fullmatch(attribute) and _VALUE.fullmatch(value):
            yield f"{box.tag}[{attribute}='{value}']"


def _bodies(sample: Sample, least: float) -> Iterator[tuple[str, float]]:
    """The selectors that give the text, with the F1 of each. least: letters of a box that can hold it."""
    for name, box in sample.boxes.items():
        if len(letters(words_of(box))) >= least:
            for css in (f"{name} > {PARTS}", f"{name} {PARTS}"):
                outlet = Outlet(layouts=(Layout(name, matches=name, body=css),))
                f1 = sample.held(join(read_layout(sample.document, outlet).blocks)).f1
                if f1 >= FITS:
                    yield css, f1


def _proven(samples: Sequence[Sample], outlet: Outlet) -> Layout | None:
    """The layout of the best selector, where the one that is best on the others holds on each page that is left out."""
    for left in samples:
        if _best([one for one in samples if one is not left]) not in left.bodies:
            return None
    body = _best(samples)
    name = body.split(" ")[0]
    layout = Layout(name, matches=name, body=body)
    if not body or any(one.held(one.read(outlet, layout).body).f1 < FITS for one in samples):
        return None
    for head in _HEADS:
        layout = _with_head(layout, head, samples, outlet)
    return layout


def _best(samples: Sequence[Sample]) -> str:
    """The selector that gives the text of all of them, and the most of it; empty where none does."""

    def worth(css: str) -> tuple[float, bool, bool, bool, int, str]:
        return round(mean(one.bodies[css] for one in samples), 2), " > " in css, *_lasting(css)

    return max(set.intersection(*(set(one.bodies) for one in samples)), key=worth, default="")


def _lasting(css: str) -> tuple[bool, bool, int, str]:
    """The greater, the likelier other pages have what is selected: a name without a number, no mere tag, and short."""
    name = css.split(" ")[0]
    return not any(map(str.isdigit, name)), not name.isalpha(), -len(name), name


def _with_head(layout: Layout, head: str, samples: Sequence[Sample], outlet: Outlet) -> Layout:
    """With a selector for `headline` or `byline` too, where the reader misses on half of the pages what all state."""
    stated, given = _HEADS[head]
    wanted = [key(stated(one.document)) for one in samples]
    missed = 0
    for one, want in zip(samples, wanted, strict=True):
        said = key(given(one.story.read))
        missed += not said or (said not in want and want not in said)
    if not all(wanted) or 2 * missed < len(samples):
        return layout
    shared = set.intersection(
        *(
            {name for name, box in one.boxes.items() if key(words_of(box)) == want}
            for one, want in zip(samples, wanted, strict=True)
        )
    )
    found = replace(layout, **{head: max(shared, key=_lasting, default="")})
    read_so = [key(given(one.read(outlet, found))) for one in samples]
    return found if read_so == wanted else layout
