"""Deutsche Welle in Spanish."""

from spiders.dw import service
from spiders.finders import FeedFinder
from stories.outlet import ListAddress


class DwEspanol(FeedFinder):
    """Its feed."""

    name = "dw_espanol"
    named_only = True
    outlet = service("es", "dw_espanol", "DW Español")
    feeds = (ListAddress("https://rss.dw.com/rdf/rss-sp-all", seen="public lists of feeds on GitHub"),)
