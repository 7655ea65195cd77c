"""The lists: stories, quotes, entries and changes, each cut down to what is wanted, a page at a time."""
