"""The Guardian, of which one rule is another one: the headline is taken from where the summary stands."""

from dataclasses import replace

from spiders import guardian

LAYOUT = replace(guardian.GUARDIAN.layouts[0], headline="[data-gu-name=meta] [rel=author]")


class Guardian(guardian.FeedFinder):
    """The world feed."""

    name = "guardian"
    outlet = replace(guardian.GUARDIAN, layouts=(LAYOUT,))
    feeds = ("https://www.theguardian.com/world/rss",)
