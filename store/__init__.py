"""What is kept: the schema and its migrations, the records, the pages in WARC files.

In: stories and entries. Out: rows. The only code that writes records; `database.Store` is the one connection.
May import: `stories`.
"""
