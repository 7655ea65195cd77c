"""What makes the tables, step by step: those of store/first_migrations.py, then these.

A step that has been out never changes: what comes later is a step of its own.
"""

from sqlite_utils import Database

from store.first_migrations import migrations

__all__ = ["migrations"]

STORY_CHANGES = """
        SELECT stories.url, stories.outlet, versions.story, versions.number, versions.seen, versions.title,
          changes.place, changes.kind, changes.before, changes.after
        FROM versions JOIN stories ON stories.id = versions.story
        LEFT JOIN changes ON changes.story = versions.story AND changes.number = versions.number
        WHERE versions.number > 1 ORDER BY versions.story, versions.number, changes.place
"""
# Of addresses that were kept before it was told whether a page was read there
READ = """
UPDATE urls SET read = iif(how = 'same text', 'canonical', how) WHERE how = 'variant' OR EXISTS (
  SELECT 1 FROM pages WHERE rtrim(replace(pages.url, 'http:', 'https:'), '/') = rtrim(urls.url, '/') AND pages.id IN (
    SELECT page FROM versions WHERE story = urls.story UNION SELECT page FROM stories WHERE id = urls.story))
OR how IN ('canonical', 'same text')
  AND NOT EXISTS (SELECT 1 FROM urls AS other WHERE other.story = urls.story AND other.how = 'variant')
"""


@migrations()
def m011_listed(db: Database) -> None:
    """The desk finds by an index what it lists: stories by outlet and language, entries by date, what changed last."""
    db.execute('CREATE INDEX "idx_stories_outlet" ON "stories" ("outlet", "published")')
    db.execute('CREATE INDEX "idx_stories_language" ON "stories" ("language")')
    db.execute('CREATE INDEX "idx_versions_seen" ON "versions" ("seen") WHERE "number" > 1')
    db.execute('CREATE INDEX "idx_entries_published" ON "entries" ("published")')


@migrations()
def m012_doubt(db: Database) -> None:
    """What a page that was asked for by name may be instead of a story."""
    db.execute('ALTER TABLE "stories" ADD COLUMN "doubt" TEXT')


@migrations()
def m013_partial(db: Database) -> None:
    """Whether a story is only what a wall lets through; null until the record is read again."""
    for table in ("stories", "versions"):
        db.execute(f'ALTER TABLE "{table}" ADD COLUMN "partial" INTEGER')


@migrations()
def m014_shared_urls(db: Database) -> None:
    """Which addresses a page was read at, and what unlike stories claim alike.

    What led to a story was not read, nor what its pages stated while they stood elsewhere, unless a page of it is kept.
    """
    db.execute('ALTER TABLE "urls" ADD COLUMN "read" TEXT')
    db.execute(READ)
    db.execute(
        'CREATE TABLE "shared_urls" ("url" TEXT, "story" INTEGER REFERENCES "stories"("id"), "how" TEXT, "seen" TEXT, '
        'PRIMARY KEY ("url", "story"))'
    )
    db.execute('CREATE INDEX "idx_shared_urls_story" ON "shared_urls" ("story")')


@migrations()
def m015_translations(db: Database) -> None:
    """A story's copies in other languages, so that none of them is taken for another text of it."""
    db.execute(
        'CREATE TABLE "translations" ("story" INTEGER REFERENCES "stories"("id"), "url" TEXT, "language" TEXT, '
        'PRIMARY KEY ("story", "url"))'
    )
    db.execute('CREATE INDEX "idx_translations_url" ON "translations" ("url")')


@migrations()
def m016_body_from(db: Database) -> None:
    """Whether a story's text is that of its feed, its page not being had."""
    db.execute('ALTER TABLE "stories" ADD COLUMN "body_from" TEXT')


@migrations()
def m017_counted(db: Database) -> None:
    """What `report` counts is found by indexes, so that it reads no text; a run's past by its spider, pages by file.

    Those of digests go: whoever asks for a text asks for a version's, and for a page by its address.
    """
    for column, which in (("doubt", "IS NOT NULL"), ("partial", "= 1"), ("body_from", "IS NOT NULL")):
        db.execute(f'CREATE INDEX "idx_stories_{column}" ON "stories" ("{column}") WHERE "{column}" {which}')
    db.execute('DROP INDEX "idx_quotes_speaker"')
    db.execute('CREATE INDEX "idx_quotes_speaker" ON "quotes" ("speaker", "confidence")')
    db.execute('CREATE INDEX "idx_passages_fidelity" ON "passages" ("fidelity")')
    db.execute('CREATE INDEX "idx_rejects_reason" ON "rejects" ("reason", "url")')
    db.execute('CREATE INDEX "idx_runs_spider" ON "runs" ("spider")')
    db.execute('CREATE INDEX "idx_pages_archive" ON "pages" ("archive")')
    for index in ("idx_stories_digest", "idx_pages_sha256"):
        db.execute(f'DROP INDEX "{index}"')


@migrations()
def m018_text_once(db: Database) -> None:
    """The text that a story has now stands in its own row alone, no second time in its version's.

    `versions` shows it all the same, and is written as before: it is a view over `kept_versions`, kept by triggers.
    """
    columns = "story, number, seen, last_seen, title, body, digest, page, reading, reader, partial"
    new = columns.replace("story", "new.story", 1).replace(", ", ", new.")
    held = "(SELECT body FROM stories WHERE id = {}story)"
    values = new.replace("new.body", f"nullif(new.body, {held.format('new.')})")
    shown = columns.replace("body", f"coalesce(body, {held.format('kept_versions.')}) AS body")
    this = "story = old.story AND number = old.number"
    db.execute('DROP VIEW "story_changes"')
    db.execute('ALTER TABLE "versions" RENAME TO "kept_versions"')
    db.execute(f'CREATE VIEW "versions" AS SELECT {shown} FROM kept_versions')  # noqa: S608
    db.execute(f'CREATE VIEW "story_changes" AS {STORY_CHANGES}')
    for done, sql in {
        "INSERT": f"INSERT INTO kept_versions ({columns}) VALUES ({values})",  # noqa: S608
        "UPDATE": f"UPDATE kept_versions SET ({columns}) = ({values}) WHERE {this}",  # noqa: S608
        "DELETE": f"DELETE FROM kept_versions WHERE {this}",  # noqa: S608
    }.items():
        db.execute(
            f'CREATE TRIGGER "versions_{done.lower()}" INSTEAD OF {done} ON "versions" BEGIN {sql}; END'
        )
    keep = "UPDATE kept_versions SET body = old.body WHERE story = old.id AND body IS NULL"
    leave = "UPDATE kept_versions SET body = NULL WHERE story = new.id AND body = new.body"
    changed = 'AFTER UPDATE OF body ON "stories"'
    db.execute(f'CREATE TRIGGER "stories_text" {changed} BEGIN {keep}; {leave}; END')
    db.execute(f'CREATE TRIGGER "stories_gone" BEFORE DELETE ON "stories" BEGIN {keep}; END')
    db.execute(
        "UPDATE kept_versions SET body = NULL WHERE body = (SELECT body FROM stories WHERE id = kept_versions.story)"
    )


@migrations()
def m019_quote_counts(db: Database) -> None:
    """How many quotes there are is kept, for `report` went through all of them."""
    db.execute(
        'CREATE TABLE "quote_counts" ("id" INTEGER PRIMARY KEY, "quotes" INTEGER, "spoken" INTEGER, "sure" INTEGER)'
    )
    all_of_them = "count(*), count(speaker), count(iif(confidence >= 0.9, 1, NULL))"
    db.execute(f"INSERT INTO quote_counts SELECT 1, {all_of_them} FROM quotes")  # noqa: S608
    spoken, sure = "({}.speaker IS NOT NULL)", "coalesce({}.confidence >= 0.9, 0)"
    new, old = ([told.format(of) for told in (spoken, sure)] for of in ("new", "old"))
    more = "quotes = quotes + 1, spoken = spoken + excluded.spoken, sure = sure + excluded.sure"
    for done, sql in {
        "INSERT": f"INSERT INTO quote_counts VALUES (1, 1, {', '.join(new)}) ON CONFLICT (id) DO UPDATE SET {more}",  # noqa: S608
        "DELETE": f"UPDATE quote_counts SET quotes = quotes - 1, spoken = spoken - {old[0]}, sure = sure - {old[1]}",  # noqa: S608
        "UPDATE OF speaker, confidence": (
            f"UPDATE quote_counts SET spoken = spoken + {new[0]} - {old[0]}, sure = sure + {new[1]} - {old[1]}"  # noqa: S608
        ),
    }.items():
        name = f"quote_counts_{done.split()[0].lower()}"
        db.execute(f'CREATE TRIGGER "{name}" AFTER {done} ON "quotes" BEGIN {sql}; END')
