"""The tables: their columns and what each means. What makes them is in store/migrations.py."""

from dataclasses import dataclass, field

Column = tuple[type, str]


@dataclass(slots=True, frozen=True)
class Table:
    """One table: columns (name to type and meaning), primary key, foreign keys (column to table)."""

    about: str
    columns: dict[str, Column]
    pk: str | tuple[str, ...] = "id"
    keys: dict[str, str] = field(default_factory=dict)


QUOTE: dict[str, Column] = {
    "number": (int, "place among the quotes of one text, from 1"),
    "kind": (str, "`direct`, `mixed`, `indirect` or `block`"),
    "content": (str, "what was said; pieces joined by a space"),
    "spans": (str, "JSON list of [start, end) pieces"),
    "source": (str, "the words that name who said it, as written"),
    "source_start": (int, "character offset"),
    "source_end": (int, "character offset, exclusive"),
    "speaker": (str, "resolved name, or null"),
    "speaker_role": (str, "what the text says the speaker is"),
    "cue": (str, "the words that report the saying"),
    "cue_start": (int, "character offset"),
    "cue_end": (int, "character offset, exclusive"),
    "stance": (
        str,
        "what the source does to the content: `affirms`, `denies`, `asks`, `declines` to say; null: not known",
    ),
    "confidence": (
        float,
        "how sure the source is, 0 to 1: of those at .9, nine in ten are right; null: no source. "
        "Under 0.4 there is no speaker",
    ),
    "how": (
        str,
        "what tells the source: a `cue` beside the words, one in another paragraph (`carried`), `signed`, "
        "who acts beside them (`actor`), a name and a colon (`label`), a `pronoun`, `none`",
    ),
}

TABLES: dict[str, Table] = {
    "runs": Table(
        "One row a spider run",
        {
            "id": (int, ""),
            "spider": (str, "its name, as in `python -m scrapy list`"),
            "arguments": (str, "JSON object of the -a arguments"),
            "started": (str, "time"),
            "finished": (str, "time, or null while it runs or where it was killed"),
            "reason": (str, "why it ended: `finished`, `cancelled`, ..."),
            "verdict": (str, "`ok`, `degraded`, `failed`, `skipped`"),
            "found": (int, "stories and entries met; what is neither saved nor rejected was left"),
            "new": (int, "stories and entries not seen before"),
            "updated": (int, "known, with a changed text"),
            "unchanged": (int, "known, the same text"),
            "rejected": (int, "pages that are no record, each a row in `rejects`"),
            "errors": (int, "faults of the program or the network"),
            "listed": (int, "stories that feeds, sitemaps and listings named"),
            "fetched": (int, "story and entry pages asked for"),
            "read": (int, "pages that became a whole record, of those asked for"),
            "dated": (int, "of those read, with a date"),
            "signed": (int, "with an author"),
            "quoted": (int, "with a quote"),
            "cause": (
                str,
                "`blocked`, `moved`, `markup changed`, `feed empty`, `network`, `program`, where not `ok`",
            ),
            "example": (str, "an address that shows it"),
            "note": (str, "one line for people"),
            "matched": (
                int,
                "of those listed, with the address of a story; null in runs before it was counted",
            ),
            "passed_over": (
                str,
                "JSON object: why addresses that lists named were not asked for; each reason with their number and the "
                "first of them",
            ),
            "alert": (str, "`sent`, or `failed`: then the next run tries again; null where there was none"),
        },
    ),
    "pages": Table(
        "One row a fetched page that a record or a reject points at",
        {
            "id": (int, ""),
            "url": (str, "the address that answered"),
            "fetched": (str, "time"),
            "status": (int, "HTTP status"),
            "etag": (str, "HTTP ETag"),
            "last_modified": (str, "HTTP Last-Modified, as sent"),
            "sha256": (str, "of the payload, content-encoding undone"),
            "archive": (
                str,
                "WARC file that holds it, relative to the database's folder where it lies below, or its address; "
                "null where none does, or none any more (`archive --prune`)",
            ),
            "offset": (
                int,
                "byte where its record starts in the archive; -N is byte N of what the archive unpacks to",
            ),
            "run": (int, "the run that fetched it first"),
        },
        keys={"run": "runs"},
    ),
    "stories": Table(
        "One row a story, as last seen",
        {
            "id": (int, ""),
            "url": (str, "canonical address, unique"),
            "outlet": (str, "the outlet's spider name, or the site's host"),
            "title": (str, "headline"),
            "authors": (str, "JSON list of persons"),
            "published": (str, "first publication, to its precision"),
            "published_precision": (str, "`instant`, `day`, `month`, `year`"),
            "published_text": (str, "the words or digits it was read from"),
            "published_from": (str, "where those stood"),
            "published_day": (str, "the day as the publisher's readers saw it, in the publisher's zone"),
            "modified": (str, "last change that the page states"),
            "language": (str, "BCP 47"),
            "description": (str, "the page's own summary"),
            "section": (str, ""),
            "tags": (str, "JSON list"),
            "image": (str, "address of the lead image"),
            "image_caption": (str, ""),
            "body": (str, "paragraphs joined by a blank line; NFC"),
            "digest": (str, "sha256 of the normalised body"),
            "correction": (str, "notices of correction in the body, joined by a blank line, or null"),
            "same_as": (int, "the lead story of its cluster, or null"),
            "doubt": (
                str,
                "what the page may be instead of a story, and what showed it (`index page: 16 headings that link, ...`): "
                "kept because somebody asked for it by name; else null",
            ),
            "partial": (
                int,
                "1: the rest of the story is behind a wall, and this is what is public; 0: whole; "
                "null in records that were read before it was told",
            ),
            "body_from": (
                str,
                "`feed`: its page could not be had, and this is what its feed gave (`page` is that feed, `partial` 1); "
                "null: the text of its page",
            ),
            "page": (int, "the page it was read from"),
            "first_seen": (str, "time"),
            "last_seen": (str, "time"),
            "reading": (str, "sha256 of all that was read, to tell whether a later capture reads the same"),
            "reader": (
                str,
                "the version of the rules that read it (docs/evidence.md); null before it was told",
            ),
        },
        keys={"page": "pages", "same_as": "stories"},
    ),
    "urls": Table(
        "Every address a story was seen under",
        {
            "url": (str, ""),
            "story": (int, ""),
            "how": (
                str,
                "`canonical`: the story's own; `same text`: another canonical one, of a copy; `redirect`, `amp`, `feed`; "
                "`variant`: another form, or of a page that names the story's as canonical",
            ),
            "seen": (str, "time it was first seen"),
            "read": (
                str,
                "how it came by the pages that were read there; null where none was, and it is a claim only",
            ),
        },
        pk="url",
        keys={"story": "stories"},
    ),
    "shared_urls": Table(
        "Claims on addresses that several unlike stories claim, so that they tell none of them",
        {
            "url": (str, "what pages state for themselves, or what led to them"),
            "story": (int, "one of the stories that claim it"),
            "how": (str, "as in `urls`"),
            "seen": (str, "time it was first seen"),
        },
        pk=("url", "story"),
        keys={"story": "stories"},
    ),
    "translations": Table(
        "A story's copies in other languages, as `hreflang` links them: each is a story of its own",
        {
            "story": (int, ""),
            "url": (str, "the copy's address, canonical"),
            "language": (str, "BCP 47, as it is stated"),
        },
        pk=("story", "url"),
        keys={"story": "stories"},
    ),
    "dates": Table(
        "Every date a story's page, feed or body shows, believed or not",
        {
            "id": (int, ""),
            "story": (int, ""),
            "field": (str, "`published`, `modified`, `mentioned`"),
            "value": (str, "ISO 8601 to its precision, or null where it could not be read"),
            "precision": (str, "`instant`, `day`, `month`, `year`"),
            "text": (str, "the words or digits it was read from"),
            "origin": (str, "where those stood, e.g. `json-ld datePublished`"),
            "chosen": (int, "1 where it was believed"),
            "start": (int, "of a mention: character offset in the body"),
            "end": (int, "exclusive"),
            "zone": (str, "time zone, where one was stated or assumed"),
            "printed": (str, "the day as the publisher's readers saw it; `value` is in UTC"),
            "note": (str, "why it lost, or its other reading"),
        },
        keys={"story": "stories"},
    ),
    "quotes": Table(
        "Who said what; offsets count characters of `stories.extraction.body`",
        {"id": (int, ""), "story": (int, ""), **QUOTE},
        keys={"story": "stories"},
    ),
    "quote_counts": Table(
        "One row: how many quotes there are, kept by triggers, so that nobody has to go through all of them",
        {
            "id": (int, "1"),
            "quotes": (int, "all"),
            "spoken": (int, "with a speaker"),
            "sure": (int, "with a confidence of .9 or more"),
        },
    ),
    "kept_versions": Table(
        "What `versions` shows: a text that is the story's own still stands in `stories` alone",
        {
            "story": (int, ""),
            "number": (int, "from 1, the oldest"),
            "seen": (str, "time it was first seen"),
            "last_seen": (
                str,
                "time it was last seen: later than a later version's where the outlet went back to it",
            ),
            "title": (str, ""),
            "body": (str, "null where it is the body of its row of `stories`"),
            "digest": (str, "sha256 of the normalised body"),
            "partial": (int, "as in `stories`; a whole text takes the place of partial ones"),
            "page": (int, "the page that first showed it"),
            "reading": (str, "sha256 of all that was read of that page"),
            "reader": (
                str,
                "the version of the rules that read it (docs/evidence.md); null before it was told",
            ),
        },
        pk=("story", "number"),
        keys={"story": "stories", "page": "pages"},
    ),
    "changes": Table(
        "One row a change that a version made to the one before",
        {
            "story": (int, ""),
            "number": (int, "the version that shows it, from 2"),
            "place": (int, "from 1, in order of the text"),
            "kind": (
                str,
                "`headline`, `quote`, `figure`, `correction`, `addition`, `removal`, `typo`, or `wording` for any other",
            ),
            "before": (str, "the paragraph as it was, or null"),
            "after": (str, "the paragraph as it became, or null"),
        },
        pk=("story", "number", "place"),
        keys={"story": "stories"},
    ),
    "quote_changes": Table(
        "One row a quote of a version and what the next one made of it",
        {
            "story": (int, ""),
            "number": (int, "the later version, from 2"),
            "place": (int, "from 1"),
            "state": (str, "`same`, `altered`, `dropped`, `new`"),
            "before": (str, "what was said, as it was printed, or null"),
            "after": (str, "as it is printed now, or null"),
            "speaker": (str, "resolved name or source as written, in the later version where it has one"),
            "speaker_before": (str, "the same in the earlier version"),
            "stance": (
                str,
                "what the source does to the quote, in the later version where it has it (see `quotes`)",
            ),
            "stance_before": (str, "the same in the earlier version"),
        },
        pk=("story", "number", "place"),
        keys={"story": "stories"},
    ),
    "pairs": Table(
        "One row two stories that are alike, and how that was found",
        {
            "story": (int, "the smaller id"),
            "other": (int, "the larger id"),
            "similarity": (float, "share of all their shingles that both texts have (Jaccard)"),
            "contained": (float, "share of the shorter text's shingles that the other has"),
            "bands": (str, "JSON list of the bands that brought them together, from 0"),
        },
        pk=("story", "other"),
        keys={"story": "stories", "other": "stories"},
    ),
    "judgements": Table(
        "One row two stories that a person joined or split; it wins over what the texts say",
        {
            "story": (int, "the smaller id"),
            "other": (int, "the larger id"),
            "verdict": (str, "`same` or `different`"),
            "made": (str, "time"),
            "note": (str, "why, in the person's words"),
        },
        pk=("story", "other"),
        keys={"story": "stories", "other": "stories"},
    ),
    # No foreign key: deleting a story would search the whole table for its id
    "bands": Table(
        "The look-up of near-duplicates: one row a band of a story's MinHash (see docs/identity.md)",
        {"band": (int, "32 bits"), "story": (int, "`stories.id`")},
        pk=("band", "story"),
    ),
    "entries": Table(
        "One row an entry of the Resource Centre",
        {
            "id": (int, ""),
            "url": (str, "unique"),
            "title": (str, ""),
            "kind": (str, "item type as shown: Article, Company response, ..."),
            "attribution": (str, "the whole author string"),
            "outlet": (str, ""),
            "outlet_country": (str, "ISO 3166-1 alpha-2"),
            "author": (str, "persons, joined by a comma"),
            "published": (str, "the entry's own date"),
            "source_title": (str, ""),
            "source_published": (str, "the source's date, as the entry states it"),
            "source_url": (str, "the address behind its link to the source"),
            "source_address": (str, "its canonical form, by which the entry is joined to its source"),
            "story": (int, "the source as stored, or null"),
            "source_state": (str, "`found`, `moved`, `archived`, `gone`, `blocked`, `not followed`"),
            "source_note": (str, "why"),
            "archived_url": (
                str,
                "of a source that is gone: the Internet Archive's copy that was read instead",
            ),
            "archived": (str, "time of that copy"),
            "language": (str, "of the text"),
            "tags": (str, "JSON list"),
            "timelines": (str, "JSON list: the titles of the Centre's timelines that have the entry"),
            "excerpt": (str, "the excerpt as shown, paragraphs joined by a blank line"),
            "missing": (str, "JSON list of what an entry should have and this one lacks"),
            "page": (int, ""),
            "reader": (
                str,
                "the version of the rules that read it (docs/evidence.md); null before it was told",
            ),
        },
        keys={"story": "stories", "page": "pages"},
    ),
    "passages": Table(
        "An entry's excerpt, cut at its elisions and held against the source",
        {
            "entry": (int, ""),
            "number": (int, "from 1"),
            "text": (str, ""),
            "story_start": (int, "character offset in the source's body"),
            "story_end": (int, "exclusive"),
            "fidelity": (str, "`exact`, `altered`, `missing`, `unchecked`"),
            "note": (str, "the words that differ"),
            "differences": (str, "JSON list of [the source's words, the excerpt's words]"),
        },
        pk=("entry", "number"),
        keys={"entry": "entries"},
    ),
    "verdicts": Table(
        "One row a verdict on a passage: against the source's first text, and each time that a later text changed it",
        {
            "entry": (int, ""),
            "number": (int, "the passage, `passages.number`"),
            "place": (int, "from 1, in order of time"),
            "checked": (str, "time of the source's text that it was held against"),
            "fidelity": (str, "`exact`, `altered`, `missing`"),
            "note": (str, "the words that differ"),
        },
        pk=("entry", "number", "place"),
        keys={"entry": "entries"},
    ),
    "entry_quotes": Table(
        "Who said what in an entry's excerpt; offsets count characters of `entries.excerpt`",
        {
            "entry": (int, ""),
            **QUOTE,
            "source_quote": (
                int,
                "the source's quote that it is: `quotes.number` of the entry's story, or null",
            ),
            "fidelity": (
                str,
                "`exact`, `altered`, `missing`, `unchecked`: the quoted words against the source's",
            ),
            "note": (str, "the words that differ"),
        },
        pk=("entry", "number"),
        keys={"entry": "entries"},
    ),
    "companies": Table(
        "The companies an entry names",
        {"entry": (int, ""), "name": (str, "")},
        pk=("entry", "name"),
        keys={"entry": "entries"},
    ),
    "rejects": Table(
        "One row a page that became no record, and why",
        {
            "id": (int, ""),
            "page": (int, "null where nothing was fetched"),
            "url": (str, ""),
            "stage": (str, "where it stopped: `fetch`, `spider`, or the pipeline stage"),
            "reason": (str, "a few words, the same for the same cause"),
            "detail": (str, ""),
            "run": (int, ""),
        },
        keys={"page": "pages", "run": "runs"},
    ),
    "ledger": Table(
        "One row an address that was met: what became of it, and when it is due again",
        {
            "url": (
                str,
                "canonical address of a story's or entry's page; of a feed, sitemap or listing as it stands",
            ),
            "address": (str, "the address to ask for"),
            "outlet": (str, "whose it is; that outlet's next run picks up what is due"),
            "state": (
                str,
                "`queued`, `fetched`, `saved`, `rejected`, `failed`, `left out`; `list` of a feed or the like",
            ),
            "reason": (str, "why it was rejected or failed"),
            "tries": (int, "visits in a row that brought nothing new"),
            "next_try": (str, "time before which it is left alone; null: not asked for again by itself"),
            "changed": (str, "time of this state"),
            "dates": (str, "JSON object of the dates that feeds and sitemaps gave it, by origin"),
            "etag": (str, "HTTP ETag of the last visit"),
            "last_modified": (str, "HTTP Last-Modified of the last visit"),
            "listed": (int, "of a list: how many stories it named"),
            "matched": (int, "of a list: how many of them had the address of a story"),
            "passed_over": (str, "of a list: as in `runs`"),
        },
        pk="url",
    ),
    "hosts": Table(
        "One row a host that refuses, until when it is left alone",
        {
            "host": (str, ""),
            "refusals": (int, "in a row"),
            "rests": (int, "times in a row that it was left alone; each is twice as long as the one before"),
            "until": (str, "time before which nothing is asked of it"),
            "reason": (str, "what it answered"),
        },
        pk="host",
    ),
    "locks": Table(
        "One row an outlet that a run is at work on, and one a run of a one-off spider",
        {
            "name": (str, "the spider; of a one-off, and its run"),
            "owner": (str, "machine, process and its start, so that a dead owner is known as such"),
            "beat": (str, "time of the last sign of life"),
            "clock": (
                float,
                "the same in seconds since the machine started, which no change of the clock moves",
            ),
            "run": (int, ""),
        },
        pk="name",
    ),
}
