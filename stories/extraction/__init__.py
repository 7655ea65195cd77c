"""What a page says: bytes in; a Document, its main content, its metadata and why it is no story out. Pure functions.

May import: the rest of `stories`, lxml, trafilatura. The door is `reading.read`."""
