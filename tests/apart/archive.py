"""What `crawl archive` does where no range can be read."""

from pathlib import Path

from spiders.archive import ArchiveSpider
from spiders.ranges import Came


class Apart(ArchiveSpider):
    """Reads each page by itself."""

    name = "apart"

    async def read_range(self, path: Path, places: list[int]) -> list[Came]:
        return [Came(place, apart=True, read=False) for place in places]
