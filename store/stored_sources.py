"""The stories of the user's own database, for an entry that is shown and not stored."""

from dataclasses import replace

from store.decisions import Outlets, check, match
from store.held import held
from store.trouble import StoreError
from stories.entries import Entry
from stories.item import Story
from stories.text import printable


class StoredSources:
    """The stories of the user's own database, by which an entry is checked whose source was not read just now.

    told: why they could not be asked, in a sentence; nothing is written to them.
    """

    def __init__(self, database: str, known: Outlets) -> None:
        self.database = database
        self.outlets = known
        self.told: set[str] = set()

    def checked(self, item: Story | Entry) -> Story | Entry:
        """An entry that came alone, as it would be stored there; any other item as it is."""
        if isinstance(item, Story) or not item.passages:
            return item
        entry = replace(item)
        try:
            with held(self.database) as store:
                match(entry, store, self.outlets)
                check(entry, store)
        except StoreError as error:
            self.told.add(printable(f"passages are held against no stored story: {error}"))
            return item
        return entry
