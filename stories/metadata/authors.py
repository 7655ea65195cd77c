"""Who signs a story."""

import re

from stories.document import Document
from stories.metadata.nodes import story_nodes, texts
from stories.outlet import Outlet


def authors(document: Document, byline: str, outlet: Outlet) -> tuple[list[str], str]:
    """The persons who sign, and where they stood."""
    if byline:
        return [re.sub(r"^By ", "", byline)], "byline"
    stated = [name for node in story_nodes(document) for name in texts(node.get("author")) if name]
    return list(dict.fromkeys(stated)), "json-ld author" if stated else ""
