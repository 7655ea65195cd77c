"""The tables, indexes, triggers and views as they were when they were frozen: what the first migration makes.

This text never changes: databases made by it are in other people's hands. What comes later is a migration of its own.
"""

STATEMENTS = """
CREATE TABLE "runs" (
   "id" INTEGER PRIMARY KEY,
   "spider" TEXT,
   "arguments" TEXT,
   "started" TEXT,
   "finished" TEXT,
   "reason" TEXT,
   "verdict" TEXT,
   "found" INTEGER,
   "new" INTEGER,
   "updated" INTEGER,
   "unchanged" INTEGER,
   "rejected" INTEGER,
   "errors" INTEGER,
   "listed" INTEGER,
   "fetched" INTEGER,
   "read" INTEGER,
   "dated" INTEGER,
   "signed" INTEGER,
   "quoted" INTEGER,
   "cause" TEXT,
   "example" TEXT,
   "note" TEXT
)

CREATE TABLE "pages" (
   "id" INTEGER PRIMARY KEY,
   "url" TEXT,
   "fetched" TEXT,
   "status" INTEGER,
   "etag" TEXT,
   "last_modified" TEXT,
   "sha256" TEXT,
   "archive" TEXT,
   "offset" INTEGER,
   "run" INTEGER REFERENCES "runs"("id")
)

CREATE INDEX "idx_pages_url"
    ON "pages" ("url")

CREATE INDEX "idx_pages_sha256"
    ON "pages" ("sha256")

CREATE TABLE "stories" (
   "id" INTEGER PRIMARY KEY,
   "url" TEXT,
   "outlet" TEXT,
   "title" TEXT,
   "authors" TEXT,
   "published" TEXT,
   "published_precision" TEXT,
   "published_text" TEXT,
   "published_from" TEXT,
   "published_day" TEXT,
   "modified" TEXT,
   "language" TEXT,
   "description" TEXT,
   "section" TEXT,
   "tags" TEXT,
   "image" TEXT,
   "image_caption" TEXT,
   "body" TEXT,
   "digest" TEXT,
   "correction" TEXT,
   "same_as" INTEGER REFERENCES "stories"("id"),
   "page" INTEGER REFERENCES "pages"("id"),
   "first_seen" TEXT,
   "last_seen" TEXT,
   "reading" TEXT
)

CREATE UNIQUE INDEX "idx_stories_url"
    ON "stories" ("url")

CREATE INDEX "idx_stories_published"
    ON "stories" ("published")

CREATE INDEX "idx_stories_digest"
    ON "stories" ("digest")

CREATE INDEX "idx_stories_page"
    ON "stories" ("page")

CREATE INDEX "idx_stories_same_as"
    ON "stories" ("same_as")

CREATE VIRTUAL TABLE "stories_fts" USING FTS5 (
    "title", "body",
    tokenize='unicode61 remove_diacritics 2',
    content="stories"
)

CREATE TRIGGER "stories_ai" AFTER INSERT ON "stories" BEGIN
  INSERT INTO "stories_fts" (rowid, "title", "body") VALUES (new.rowid, new."title", new."body");
END

CREATE TRIGGER "stories_ad" AFTER DELETE ON "stories" BEGIN
  INSERT INTO "stories_fts" ("stories_fts", rowid, "title", "body") VALUES('delete', old.rowid, old."title", old."body");
END

CREATE TRIGGER "stories_au" AFTER UPDATE OF title, body ON "stories" BEGIN
  INSERT INTO "stories_fts" ("stories_fts", rowid, "title", "body") VALUES('delete', old.rowid, old."title", old."body");
  INSERT INTO "stories_fts" (rowid, "title", "body") VALUES (new.rowid, new."title", new."body");
END

CREATE TABLE "urls" (
   "url" TEXT PRIMARY KEY,
   "story" INTEGER REFERENCES "stories"("id"),
   "how" TEXT,
   "seen" TEXT
)

CREATE INDEX "idx_urls_story"
    ON "urls" ("story")

CREATE TABLE "dates" (
   "id" INTEGER PRIMARY KEY,
   "story" INTEGER REFERENCES "stories"("id"),
   "field" TEXT,
   "value" TEXT,
   "precision" TEXT,
   "text" TEXT,
   "origin" TEXT,
   "chosen" INTEGER,
   "start" INTEGER,
   "end" INTEGER,
   "zone" TEXT,
   "printed" TEXT,
   "note" TEXT
)

CREATE INDEX "idx_dates_story"
    ON "dates" ("story")

CREATE TABLE "quotes" (
   "id" INTEGER PRIMARY KEY,
   "story" INTEGER REFERENCES "stories"("id"),
   "number" INTEGER,
   "kind" TEXT,
   "content" TEXT,
   "spans" TEXT,
   "source" TEXT,
   "source_start" INTEGER,
   "source_end" INTEGER,
   "speaker" TEXT,
   "speaker_role" TEXT,
   "cue" TEXT,
   "cue_start" INTEGER,
   "cue_end" INTEGER
)

CREATE UNIQUE INDEX "idx_quotes_story_number"
    ON "quotes" ("story", "number")

CREATE INDEX "idx_quotes_speaker"
    ON "quotes" ("speaker")

CREATE VIRTUAL TABLE "quotes_fts" USING FTS5 (
    "content", "speaker",
    tokenize='unicode61 remove_diacritics 2',
    content="quotes"
)

CREATE TRIGGER "quotes_ai" AFTER INSERT ON "quotes" BEGIN
  INSERT INTO "quotes_fts" (rowid, "content", "speaker") VALUES (new.rowid, new."content", new."speaker");
END

CREATE TRIGGER "quotes_ad" AFTER DELETE ON "quotes" BEGIN
  INSERT INTO "quotes_fts" ("quotes_fts", rowid, "content", "speaker") VALUES('delete', old.rowid, old."content", old."speaker");
END

CREATE TRIGGER "quotes_au" AFTER UPDATE OF content, speaker ON "quotes" BEGIN
  INSERT INTO "quotes_fts" ("quotes_fts", rowid, "content", "speaker") VALUES('delete', old.rowid, old."content", old."speaker");
  INSERT INTO "quotes_fts" (rowid, "content", "speaker") VALUES (new.rowid, new."content", new."speaker");
END

CREATE TABLE "versions" (
   "story" INTEGER REFERENCES "stories"("id"),
   "number" INTEGER,
   "seen" TEXT,
   "last_seen" TEXT,
   "title" TEXT,
   "body" TEXT,
   "digest" TEXT,
   "page" INTEGER REFERENCES "pages"("id"),
   "reading" TEXT,
   PRIMARY KEY ("story", "number")
)

CREATE INDEX "idx_versions_page"
    ON "versions" ("page")

CREATE INDEX "idx_versions_digest"
    ON "versions" ("digest")

CREATE TABLE "changes" (
   "story" INTEGER REFERENCES "stories"("id"),
   "number" INTEGER,
   "place" INTEGER,
   "kind" TEXT,
   "before" TEXT,
   "after" TEXT,
   PRIMARY KEY ("story", "number", "place")
)

CREATE TABLE "quote_changes" (
   "story" INTEGER REFERENCES "stories"("id"),
   "number" INTEGER,
   "place" INTEGER,
   "state" TEXT,
   "before" TEXT,
   "after" TEXT,
   "speaker" TEXT,
   "speaker_before" TEXT,
   PRIMARY KEY ("story", "number", "place")
)

CREATE INDEX "idx_quote_changes_speaker"
    ON "quote_changes" ("speaker")

CREATE TABLE "pairs" (
   "story" INTEGER REFERENCES "stories"("id"),
   "other" INTEGER REFERENCES "stories"("id"),
   "similarity" REAL,
   "contained" REAL,
   "bands" TEXT,
   PRIMARY KEY ("story", "other")
)

CREATE INDEX "idx_pairs_other"
    ON "pairs" ("other")

CREATE TABLE "judgements" (
   "story" INTEGER REFERENCES "stories"("id"),
   "other" INTEGER REFERENCES "stories"("id"),
   "verdict" TEXT,
   "made" TEXT,
   "note" TEXT,
   PRIMARY KEY ("story", "other")
)

CREATE INDEX "idx_judgements_other"
    ON "judgements" ("other")

CREATE TABLE "bands" (
   "band" INTEGER,
   "story" INTEGER,
   PRIMARY KEY ("band", "story")
) WITHOUT ROWID

CREATE TABLE "entries" (
   "id" INTEGER PRIMARY KEY,
   "url" TEXT,
   "title" TEXT,
   "kind" TEXT,
   "attribution" TEXT,
   "outlet" TEXT,
   "outlet_country" TEXT,
   "author" TEXT,
   "published" TEXT,
   "source_title" TEXT,
   "source_published" TEXT,
   "source_url" TEXT,
   "source_address" TEXT,
   "story" INTEGER REFERENCES "stories"("id"),
   "source_state" TEXT,
   "source_note" TEXT,
   "archived_url" TEXT,
   "archived" TEXT,
   "language" TEXT,
   "tags" TEXT,
   "excerpt" TEXT,
   "missing" TEXT,
   "page" INTEGER REFERENCES "pages"("id")
)

CREATE UNIQUE INDEX "idx_entries_url"
    ON "entries" ("url")

CREATE INDEX "idx_entries_story"
    ON "entries" ("story")

CREATE INDEX "idx_entries_source_address"
    ON "entries" ("source_address")

CREATE INDEX "idx_entries_source_published"
    ON "entries" ("source_published")

CREATE INDEX "idx_entries_title"
    ON "entries" ("title")

CREATE INDEX "idx_entries_page"
    ON "entries" ("page")

CREATE TABLE "passages" (
   "entry" INTEGER REFERENCES "entries"("id"),
   "number" INTEGER,
   "text" TEXT,
   "story_start" INTEGER,
   "story_end" INTEGER,
   "fidelity" TEXT,
   "note" TEXT,
   "differences" TEXT,
   PRIMARY KEY ("entry", "number")
)

CREATE TABLE "verdicts" (
   "entry" INTEGER REFERENCES "entries"("id"),
   "number" INTEGER,
   "place" INTEGER,
   "checked" TEXT,
   "fidelity" TEXT,
   "note" TEXT,
   PRIMARY KEY ("entry", "number", "place")
)

CREATE TABLE "entry_quotes" (
   "entry" INTEGER REFERENCES "entries"("id"),
   "number" INTEGER,
   "kind" TEXT,
   "content" TEXT,
   "spans" TEXT,
   "source" TEXT,
   "source_start" INTEGER,
   "source_end" INTEGER,
   "speaker" TEXT,
   "speaker_role" TEXT,
   "cue" TEXT,
   "cue_start" INTEGER,
   "cue_end" INTEGER,
   "source_quote" INTEGER,
   "fidelity" TEXT,
   "note" TEXT,
   PRIMARY KEY ("entry", "number")
)

CREATE INDEX "idx_entry_quotes_speaker"
    ON "entry_quotes" ("speaker")

CREATE TABLE "companies" (
   "entry" INTEGER REFERENCES "entries"("id"),
   "name" TEXT,
   PRIMARY KEY ("entry", "name")
)

CREATE INDEX "idx_companies_name"
    ON "companies" ("name")

CREATE TABLE "rejects" (
   "id" INTEGER PRIMARY KEY,
   "page" INTEGER REFERENCES "pages"("id"),
   "url" TEXT,
   "stage" TEXT,
   "reason" TEXT,
   "detail" TEXT,
   "run" INTEGER REFERENCES "runs"("id")
)

CREATE INDEX "idx_rejects_run"
    ON "rejects" ("run")

CREATE INDEX "idx_rejects_page"
    ON "rejects" ("page")

CREATE TABLE "ledger" (
   "url" TEXT PRIMARY KEY,
   "address" TEXT,
   "outlet" TEXT,
   "state" TEXT,
   "reason" TEXT,
   "tries" INTEGER,
   "next_try" TEXT,
   "changed" TEXT,
   "dates" TEXT,
   "etag" TEXT,
   "last_modified" TEXT,
   "listed" INTEGER
)

CREATE INDEX "idx_ledger_outlet"
    ON "ledger" ("outlet")

CREATE INDEX "idx_ledger_address"
    ON "ledger" ("address")

CREATE TABLE "hosts" (
   "host" TEXT PRIMARY KEY,
   "refusals" INTEGER,
   "rests" INTEGER,
   "until" TEXT,
   "reason" TEXT
)

CREATE TABLE "locks" (
   "name" TEXT PRIMARY KEY,
   "owner" TEXT,
   "beat" TEXT,
   "clock" REAL,
   "run" INTEGER
)

CREATE VIEW "distinct_stories" AS
        SELECT stories.*,
          (SELECT count(*) FROM stories AS copy WHERE copy.same_as = stories.id) AS copies,
          (SELECT json_group_array(outlet) FROM (
            SELECT DISTINCT outlet FROM stories AS copy
            WHERE copy.id = stories.id OR copy.same_as = stories.id ORDER BY outlet)) AS outlets
        FROM stories WHERE same_as IS NULL

CREATE VIEW "story_changes" AS
        SELECT stories.url, stories.outlet, versions.story, versions.number, versions.seen, versions.title,
          changes.place, changes.kind, changes.before, changes.after
        FROM versions JOIN stories ON stories.id = versions.story
        LEFT JOIN changes ON changes.story = versions.story AND changes.number = versions.number
        WHERE versions.number > 1 ORDER BY versions.story, versions.number, changes.place
""".strip().split("\n\n")
