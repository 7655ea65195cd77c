"""What a page says about its story: headline, signatures, description, dates, address."""

from stories.metadata.address import canonical

__all__ = ["canonical"]
