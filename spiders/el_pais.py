"""El País."""

from spiders.finders import FeedFinder, SitemapFinder
from stories.outlet import ListAddress, Outlet


class ElPais(FeedFinder, SitemapFinder):
    """Its feed; a sitemap a month for what was before (flairNLP/fundus, src/fundus/publishers/es)."""

    name = "el_pais"
    named_only = True
    outlet = Outlet(
        name="el_pais",
        title="El País",
        domains=("elpais.com",),
        languages=("es",),
        country="ES",
        timezone="Europe/Madrid",
        date_order="DMY",
        host="elpais.com",
        keeps_query=False,
        stories=r"/\d{4}-\d{2}-\d{2}/[^/]+\.html$|/\d{4}/\d{2}/\d{2}/[^/]+/\d+_\d+\.html$",
        own_names=("El País", "EL PAÍS", "Agencias"),
        other_pages=(
            ("videos", "video page"),
            ("album", "gallery"),
        ),
    )
    feeds = (
        ListAddress(
            "https://feeds.elpais.com/mrss-s/pages/ep/site/elpais.com/portada",
            seen="flairNLP/fundus, src/fundus/publishers/es",
        ),
    )
    months = ListAddress(
        "https://elpais.com/sitemaps/{year}/{month:02}/sitemap_0.xml",
        seen="flairNLP/fundus, src/fundus/publishers/es",
    )
