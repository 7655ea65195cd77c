"""Folha de S.Paulo."""

from spiders.finders import FeedFinder
from stories.outlet import ListAddress, Outlet


class Folha(FeedFinder):
    """Its feed."""

    name = "folha"
    named_only = True
    outlet = Outlet(
        name="folha",
        title="Folha de S.Paulo",
        domains=("folha.uol.com.br", "folha.com.br"),
        languages=("pt",),
        country="BR",
        timezone="America/Sao_Paulo",
        date_order="DMY",
        host="www1.folha.uol.com.br",
        keeps_query=False,
        stories=r"/\d{4}/\d{2}/[^/]+\.shtml$",
        own_names=("Folha de S.Paulo", "Folha"),
        rewrites=((r"^/redir/.*(?:\*|%2A)https?:/+[^/]+/", "/"),),
    )
    feeds = (
        ListAddress(
            "https://feeds.folha.uol.com.br/emcimadahora/rss091.xml", seen="public lists of feeds on GitHub"
        ),
    )
