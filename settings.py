"""Every setting of Cuttings, with its reason. Each can be given for one run: python -m scrapy ... -s NAME=VALUE"""

import os
from pathlib import Path

from stories.version import VERSION

ROOT = Path(__file__).parent
# Of a copy that pip installed, or an egg: the user's data folder, for the packages' own is no place for it
SHARED = Path(os.environ.get("XDG_DATA_HOME") or os.path.expanduser("~/.local/share"))  # noqa: PTH111 -- never raises
DATA = ROOT / "data" if (ROOT / "scrapy.cfg").is_file() else SHARED / "cuttings"

BOT_NAME = "cuttings"
SPIDER_MODULES = ["spiders"]
SPIDER_LOADER_CLASS = "engine.loader.OutletLoader"
NEWSPIDER_MODULE = "spiders"
COMMANDS_MODULE = "commands"
DEFAULT_ITEM_CLASS = "stories.item.Story"

# --- where things are ---
CUTTINGS_DB = os.environ.get("CUTTINGS_DB") or str(DATA / "cuttings.db")
ARCHIVE_DIR = os.environ.get("ARCHIVE_DIR") or str(
    DATA / "archive"
)  # a WARC file a run: what was fetched, as the proof of every record
ARCHIVE_MEGABYTES = 1024  # a file of the archive that is as large is followed by another
ARCHIVE_KEEP = (
    ""  # days that `archive --prune` leaves a file of the archive that no record points at; empty: for ever
)
CCNEWS = (
    "https://data.commoncrawl.org/"  # where `-a ccnews=` finds Common Crawl's news; s3:// or a folder too
)
REPLAY = ""  # a WARC file that answers every request in place of the network
REPLAY_AT = ""  # with REPLAY: as of this ISO time; empty: the newest captures

# --- who is asking ---
CONTACT = os.environ.get("CUTTINGS_CONTACT") or "no contact given"  # an address where an outlet reaches you
USER_AGENT = f"Cuttings/{VERSION} (press cuttings for human-rights research; {{contact}})"
ROBOTSTXT_USER_AGENT = "Cuttings"

# --- politeness; Crawl-delay and Retry-After are obeyed, a host that refuses is left alone (middlewares.Backoff) ---
ROBOTSTXT_OBEY = True
ROBOTS_SECONDS = 30  # a robots.txt that takes longer cannot be read: the host is left alone for this run
CONCURRENT_REQUESTS_PER_DOMAIN = 2
DOWNLOAD_DELAY = 1.0  # seconds between two requests to one host
AUTOTHROTTLE_ENABLED = True
AUTOTHROTTLE_MAX_DELAY = 60
REFETCH_AFTER_HOURS = [
    6,
    24,
    72,
    168,
    672,
]  # after each visit that brought nothing new; an old story starts later
RETRY_AFTER_HOURS = [1, 6, 24, 168]  # a page that was rejected or could not be fetched
CLOSESPIDER_TIMEOUT = 4 * 3600  # seconds; a run ends then, and the next takes up what is left
DOWNLOAD_TIMEOUT = 60  # seconds for a whole page, however slowly it comes
RETRY_TIMES = 2
RETRY_EXCEPTIONS = [  # not those who took too long: the next run asks them again
    "scrapy.exceptions.CannotResolveHostError",
    "scrapy.exceptions.DownloadConnectionRefusedError",
    "scrapy.exceptions.DownloadFailedError",
    "scrapy.exceptions.ResponseDataLossError",
]
RETRY_GIVE_UP_LOG_LEVEL = "INFO"  # it becomes a row in `rejects`
COOKIES_ENABLED = False
TRY_INTERNET_ARCHIVE = False  # True: of an entry's source that is gone, archive.org is asked for a copy
# gzip and deflate only: what the archive keeps as received, every WARC reader can open
DEFAULT_REQUEST_HEADERS = {
    "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
    "Accept-Encoding": "gzip, deflate",
}

# --- safety ---
REMOTE_CONTROL_ENABLED = False  # Scrapy 2.19 opens a port that runs Python
TELNETCONSOLE_ENABLED = False
DOWNLOAD_VERIFY_CERTIFICATES = True
DOWNLOAD_MAXSIZE = 10 * 2**20  # bytes of one page, as received and again unpacked
DOWNLOAD_FAIL_ON_DATALOSS = False  # `engine.handler` looks whether what came is whole all the same
LIST_MAXSIZE = 52 * 2**20  # of a feed, a sitemap or a listing; sitemaps.org allows 50 MB
DOWNLOAD_WARNSIZE = 0
DOWNLOAD_HANDLERS = {
    "http": "engine.handler.GuardedHandler",
    "https": "engine.handler.GuardedHandler",
    **dict.fromkeys(("data", "file", "ftp", "s3")),  # no local files, no other protocols
}
GUARD_ALLOW = (
    ""  # ADDRESS:PORT,... that may be reached although they are not public; a proxy in your network, a test
)
REDIRECT_MAX_TIMES = 5  # RFC 9309 asks for five with robots.txt; no story needs more
METAREFRESH_MAXDELAY = 5  # seconds; a page that reloads itself each minute is no redirect
DEPTH_LIMIT = 12  # a listing's pages, an entry, its source

# --- evidence ---
TIMESTAMP_AUTHORITY = (
    ""  # an address that `evidence` asks for a time stamp (RFC 3161); empty: nobody is asked
)
TIMESTAMP_ROOTS = (
    ""  # a PEM file of the root certificates by which `evidence` and `verify` trust a time stamp
)

# --- reading ---
READERS = os.cpu_count() or 2  # worker processes that read pages
READ_SECONDS = 30  # a page that takes a worker longer is rejected
READ_MEGABYTES = 2048  # memory of one worker
CLUSTER = ""  # tcp://SCHEDULER:8786: a Dask cluster whose workers read what `crawl archive` is given (docs/scale.md)
CLUSTER_SECONDS = 30  # for which its scheduler, or a worker of it, is waited for

# --- what happens to a story, in order ---
ITEM_PIPELINES = {
    "pipelines.read_page.ReadPage": 100,  # body, metadata, quotes, in a worker process
    "pipelines.normalise_dates.NormaliseDates": 200,  # which of the page's dates is the story's
    "pipelines.match_duplicates.MatchDuplicates": 300,  # which story this is
    "pipelines.check_excerpts.CheckExcerpts": 400,  # a curated entry's passages against the source's body
    "pipelines.save_to_sqlite.SaveToSqlite": 500,  # the only stage that writes, one transaction a story
}

# --- what stands between a spider and the network; the higher the number, the nearer the network ---
SPIDER_MIDDLEWARES = {
    "scrapy.spidermiddlewares.depth.DepthMiddleware": None,
    "scrapy.spidermiddlewares.urllength.UrlLengthMiddleware": None,
    "middlewares.Depth": 900,
}

DOWNLOADER_MIDDLEWARES = {
    "middlewares.Limits": 50,
    "scrapy.downloadermiddlewares.robotstxt.RobotsTxtMiddleware": None,
    "engine.robots.Robots": 100,
    "middlewares.Backoff": 560,  # below retries (550): it sees every answer, and holds a retry back
    "middlewares.KeepArchive": 610,  # below decompression (590) and redirects (600): answers as received
    "middlewares.Replay": 950,
}

EXTENSIONS = {
    "scrapy.extensions.feedexport.FeedExporter": None,
    "scrapy.extensions.remote_control.RemoteControl": None,  # which is off, and would be imported all the same
    "pipelines.export_feeds.Feeds": -10,  # a feed that cannot be written ends a run before it begins
    "extensions.RunRecord": 0,
    "engine.workers.Workers": 10,
    "scrapy.extensions.logstats.LogStats": None,
    "scrapy.extensions.memusage.MemoryUsage": None,
}

DEFAULT_DROPITEM_LOG_LEVEL = "INFO"  # a reject is a row in the database, not an alarm
TWISTED_REACTOR = "twisted.internet.asyncioreactor.AsyncioSelectorReactor"

# --- feeds (-o, -O): records in files beside the database, as `story --json` prints them ---
FEED_EXPORT_ENCODING = "utf-8"  # utf-8-sig for a spreadsheet that takes CSV for something else
FEED_EXPORTERS = {
    "json": "pipelines.export_feeds.Json",
    "jsonlines": "pipelines.export_feeds.JsonLines",
    "jsonl": "pipelines.export_feeds.JsonLines",
    "jl": "pipelines.export_feeds.JsonLines",
    "csv": "pipelines.export_feeds.Csv",
    "xml": "pipelines.export_feeds.Xml",
}

# --- who is told ---
PROGRESS = True  # a live line, where standard error is a terminal
PROGRESS_LINES = False  # set by crawlall, which shows what its outlets' processes tell it
LOG_JSON = False  # log messages as a JSON object a line
ALERT_COMMAND = ""  # run when an outlet's verdict changes, e.g. "mail -s Cuttings desk@example.org"
LISTS_ONLY = False  # set by `outlets --check`: feeds, sitemaps and listings are asked for, and no story
LOCK_FROM = ""  # set by crawlall: the process that took the outlets' locks for those that it starts

# --- crawlall ---
OUTLETS: list[str] = []  # whom crawlall runs where none is named; empty: all but those that say `named_only`
OUTLETS_AT_ONCE = 2  # processes
