"""What is kept: the schema and its migrations, the records, the pages in WARC files. Stories and entries in, rows out.

May import: `stories`. The only code that writes records; `database.Store` is the one connection."""
