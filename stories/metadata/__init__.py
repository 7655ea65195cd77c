"""What a page says about its story: headline, signatures, description, section, tags, picture, address."""

from stories.metadata.address import canonical
from stories.metadata.authors import authors
from stories.metadata.description import description, section, tags
from stories.metadata.headline import headline
from stories.metadata.picture import picture

__all__ = ["authors", "canonical", "description", "headline", "picture", "section", "tags"]
