"""The desk: what is held, to be read and searched in a browser. Datasette serves it; nothing here writes.

In: a database and what a visitor asks. Out: pages, lists, files to take away.
May import: `store`, `stories`.
"""
