"""A site looked at: what its own pages say of the outlet that a file of facts is to state.

In: pages of one site: robots.txt, a front page, feeds, sitemaps, stories. Out: a `Survey`.
May import, of `stories`: `extraction`, `identity`, `item`, `lists`, `outlet`, `page`, `sites`, `text`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from stories.item import Story
from stories.outlet import Outlet
from stories.page import Page


class SurveyError(ValueError):
    """No outlet can be made of these pages; what was found, and what to do. code: the exit code."""

    def __init__(self, said: str, code: int = 1) -> None:
        super().__init__(said)
        self.code = code


@dataclass(slots=True, frozen=True)
class Fit:
    """A body held against the text that its page states.

    url: of the page. kept: the share of the stated words that the body has. foreign: of its own words, the share that is
    not stated.
    """

    url: str
    kept: float
    foreign: float

    @property
    def misses(self) -> bool:
        """Whether the body plainly is another text."""
        return self.kept < 0.8 or self.foreign > 0.3

    @property
    def f1(self) -> float:
        """The harmonic mean of what is kept and what is not foreign."""
        own = 1 - self.foreign
        return 2 * self.kept * own / (self.kept + own) if self.kept else 0.0


@dataclass(slots=True)
class Survey:
    """What is known of a site.

    stories: those of its pages that are, read with the outlet's facts. passed: (address, why) of its other pages.
    feeds, sitemaps, listings: where stories are named; leaves: as in `SitemapFinder`. answered: those that are among the
    pages, with the day; the others only were named. notes: sentences for the person who checks it.
    by_reader, by_layout: on the pages that state their text, the bodies of the general reader where it fails, and of the
    layout that the outlet has for it.
    """

    outlet: Outlet
    stories: list[Story] = field(default_factory=list)
    passed: list[tuple[str, str]] = field(default_factory=list)
    feeds: list[str] = field(default_factory=list)
    sitemaps: list[str] = field(default_factory=list)
    listings: list[str] = field(default_factory=list)
    leaves: str = ""
    answered: dict[str, str] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    by_reader: list[Fit] = field(default_factory=list)
    by_layout: list[Fit] = field(default_factory=list)


def survey(url: str, pages: Sequence[Page], name: str = "", agent: str = "*") -> Survey:
    """Look at the pages of the site at `url`; name: of the outlet, else from the site's. agent: who asks robots.txt.

    Raises SurveyError where they are of other sites, hold no story, or may not be asked for.
    """
    from stories.survey import site  # only who looks at a site pays for what reading needs

    return site.survey(url, pages, name, agent)
