"""Names of other packages that we use and that their docs do not promise: which one is gone is told here, by name.

A new one is added here, with the file that uses it and what would replace it if its package offered a hook.
"""

import ast
import inspect
from collections.abc import Iterator
from importlib import import_module

import pytest

from tests.test_rooms import TABLE, files

NAMES = {
    # name: what it is used for, and the public hook that would do instead
    "argparse:HelpFormatter._fill_text": "commands/help.py; a formatter that keeps lines",
    "scrapy.cmdline:_get_commands_dict": "commands/help.py; a list of commands",
    "scrapy.cmdline:_pop_command_name": "commands/help.py; a parser class by setting",
    "scrapy.cmdline:_print_commands": "commands/help.py; the same",
    "scrapy.cmdline:_print_unknown_command": "commands/help.py; the same",
    "scrapy.cmdline:ScrapyArgumentParser": "commands/help.py; the same",
    "scrapy.core.downloader.handlers.http11:HTTP11DownloadHandler": "engine/handler.py; a resolver by handler",
    "scrapy.core.downloader.handlers.http11:_LenientHTTP11ClientProtocol": "engine/handler.py; a bound on headers",
    "scrapy.core.scraper:Scraper._check_if_closing": "spiders/archive.py; a close that waits for items too",
    "scrapy.crawler:CrawlerRunnerBase._create_crawler": "commands/crawl.py; create_crawler by a spider's name",
    "scrapy.downloadermiddlewares.robotstxt:RobotsTxtMiddleware": "engine/robots.py; a hook for what was read",
    "scrapy.extensions.feedexport:FeedSlot": "pipelines/export_feeds.py; a signal for each record written",
    "scrapy.extensions.feedexport:FeedExporter._close_slot": "pipelines/export_feeds.py; the same",
    "scrapy.extensions.feedexport:FeedExporter._start_new_batch": "pipelines/export_feeds.py; the same",
    "scrapy.http.request:NO_CALLBACK": "engine/robots.py",
    "scrapy.responsetypes:responsetypes": "middlewares.Replay; Response from headers and body",
    "scrapy.spiderloader:SpiderLoader._load_spiders": "engine/loader.py; a file that cannot be imported costs itself",
    "scrapy.spiderloader:SpiderLoader._check_name_duplicates": "engine/loader.py; the same",
    "scrapy.utils.conf:feed_complete_default_values_from_settings": "commands/feeds.py",
    "scrapy.utils.gz:gzip_magic_number": "spiders/resource_centre.py",
    "scrapy.utils.python:global_object_name": "commands/feeds.py",
    "scrapy.utils.serialize:ScrapyJSONEncoder": "pipelines/export_feeds.py; an encoder by setting",
    "twisted.internet:_sslverify": "engine/handler.py; a certificate refused without a traceback in the log",
    "twisted.internet._sslverify:_log": "engine/handler.py; the same",
    "twisted.web._newclient:HTTP11ClientProtocol._giveUp": "engine/handler.py; a bound on headers",
    "twisted.web._newclient:HTTPClientParser.parseVersion": "engine/handler.py; `HTTP/2 200`",
    "twisted.web._newclient:Request": "engine/handler.py; the same",
    "twisted.web.client:HTTPConnectionPool._factory": "engine/handler.py; a protocol by argument",
    "twisted.web._newclient:HEADER": "engine/handler.py; a bound on headers",
    "twisted.web._newclient:STATUS": "engine/handler.py; the same",
    "trafilatura.settings:Extractor": "stories/extraction/body; options once for all pages",
    "trafilatura.settings:Document": "stories/extraction/body",
    "trafilatura.xpaths:BODY_XPATH": "stories/extraction/body",
    "dateparser.languages.loader:default_loader": "stories/dates; names of months by language",
    "datasette.database:Database.connect": "desk/server.py; a path with a question mark, and no right to write",
    "datasette.handle_exception:handle_exception": "desk/server.py; errors told in a sentence",
    "datasette.plugins:pm": "desk/server.py; plugins given to Datasette()",
    "datasette.views.base:DatasetteError": "desk/plugin.py; the error's public name",
    "datasette.utils:sqlite_timelimit": "desk/look.py",
    "multiprocessing.util:Finalize": "engine/cluster_worker.py; an end of the process before that of its children",
    "multiprocessing.forkserver:_forkserver": "engine/workers.py; a fork server that ends with its run",
    "py3langid.langid:MODEL_FILE": "stories/language_model.py",
    "py3langid.langid:LanguageIdentifier": "stories/language_model.py",
}
SELF = {  # attributes that are made by the constructor, and so are looked for in the source
    "argparse:ArgumentParser": ("_actions",),
    "scrapy.core.downloader.handlers.http11:HTTP11DownloadHandler": ("_pool", "_default_maxsize"),
    "scrapy.downloadermiddlewares.robotstxt:RobotsTxtMiddleware": (
        "_parserimpl",
        "_default_useragent",
        "_robotstxt_useragent",
    ),
    "scrapy.exporters:BaseItemExporter": ("_kwargs",),
    "twisted.web._newclient:HTTP11ClientProtocol": ("_parser", "_quiescentCallback"),
    "datasette.database:Database": ("_all_file_connections",),
    "multiprocessing.forkserver:ForkServer": ("_forkserver_alive_fd",),
    "multiprocessing.process:BaseProcess": ("_config",),  # engine/workers.py; a folder for its sockets
}
PROMISED = {
    "_exit",
    "_replace",
    "_Element",
    "WriteableBuffer",
}  # of os and namedtuple; names that type checkers know


def found(name: str) -> object:
    module, _, path = name.partition(":")
    value: object = import_module(module)
    for part in path.split("."):
        value = getattr(value, part)
    return value


@pytest.mark.parametrize("name", NAMES)
def test_an_undocumented_name_is_still_there(name: str) -> None:
    try:
        found(name)
    except (ImportError, AttributeError) as error:
        pytest.fail(f"{name} is gone ({error}); it is used for: {NAMES[name]}")


@pytest.mark.parametrize(("name", "attribute"), [(name, one) for name, all_ in SELF.items() for one in all_])
def test_an_undocumented_attribute_is_still_there(name: str, attribute: str) -> None:
    kind = found(name)
    assert isinstance(kind, type)
    sources = [inspect.getsource(base) for base in kind.__mro__ if base is not object]
    assert any(f"self.{attribute}" in source for source in sources), f"{name} has no {attribute} any more"


def nodes() -> Iterator[ast.AST]:
    for room in TABLE:
        for file in files(room):
            yield from ast.walk(ast.parse(file.read_text("utf-8")))


def is_private(name: str) -> bool:
    return name.startswith("_") and not name.startswith("__")


def test_every_private_name_of_another_package_is_in_the_list() -> None:
    used, ours, imported = set[str](), set[str](), set[str]()
    for node in nodes():
        match node:
            case (
                ast.FunctionDef(name=name)
                | ast.AsyncFunctionDef(name=name)
                | ast.Name(id=name, ctx=ast.Store())
            ):
                ours.add(name)
            case ast.Attribute(attr=name, ctx=ast.Store()):
                ours.add(name)
            case ast.Attribute(attr=name) if is_private(name):
                used.add(name)
            case ast.ImportFrom(module=str(module), names=names):
                private = any(map(is_private, module.split(".")))
                imported |= {f"{module}:{one.name}" for one in names if private or is_private(one.name)}
    listed = {name.rpartition(":")[2].rpartition(".")[2] for name in NAMES} | {
        attribute for all_ in SELF.values() for attribute in all_
    }
    assert sorted(used - ours - listed - PROMISED) == []
    theirs = {name for name in imported if name.partition(".")[0].partition(":")[0] not in TABLE}
    assert sorted(name for name in theirs - set(NAMES) if name.rpartition(":")[2] not in PROMISED) == []
