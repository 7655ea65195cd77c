"""Deutsche Welle in Spanish."""

from spiders.dw import service
from spiders.finders import FeedFinder


class DwEspanol(FeedFinder):
    """Its feed."""

    name = "dw_espanol"
    named_only = True
    outlet = service("es", "dw_espanol", "DW Español")
    feeds = ("https://rss.dw.com/rdf/rss-sp-all",)  # public lists of feeds on GitHub
    unconfirmed = feeds  # nobody of ours has asked them yet
