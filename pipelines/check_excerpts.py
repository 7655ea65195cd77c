"""Stage 400: curated entries' passages, held against the body of the story that they excerpt."""

from pipelines.stage import Item, Stage
from store.decisions import check


class CheckExcerpts(Stage):
    """Fills `check` of an entry, and `checks` of a story: the stored entries whose source it is."""

    async def work(self, item: Item) -> None:
        check(item, self.store)
