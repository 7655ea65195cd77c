"""What `python -m scrapy` and `--help` say: the commands that are of use here, with one spelling of the call."""

import sys
import textwrap
from typing import Any, NoReturn

from scrapy import cmdline
from scrapy.commands import ScrapyHelpFormatter
from scrapy.settings import BaseSettings
from scrapy.spiderloader import get_spider_loader
from scrapy.utils.project import get_project_settings

CALL = "python -m scrapy"
NOT_OFFERED = {
    "bench": "make bench measures reading, quotes and identity",
    "check": "spiders have no contracts here; make test tries every outlet on its recorded pages",
    "edit": "open spiders/NAME.py in an editor",
    "fetch": f"{CALL} shell URL -c 'print(response.text)' prints a page as it was fetched",
    "help": f"{CALL} -h lists the commands, and {CALL} crawl -h explains one",
    "parse": f"{CALL} story URL shows what a page gives, and why",
    "runspider": f"put the file into spiders/ ({CALL} genspider writes one), then {CALL} crawl NAME",
    "startproject": f"this is the project; {CALL} genspider NAME DOMAIN adds an outlet to it",
    "view": f"{CALL} shell URL -c 'view(response)' opens a page as it was fetched in a browser",
}
EXITS = {
    0: "done",
    1: "failed, or found nothing where the outlet promises stories",
    2: "wrong usage or configuration",
    3: "finished, but degraded: a feed in trouble, most pages rejected, or below its own past",
    75: "skipped: another run holds the lock",
}
OF_STORY = {0: EXITS[0], 1: "a page gave no record", 2: EXITS[2]}
OF_VERIFY = {
    0: "no excerpt differs; all that a bundle says holds",
    2: EXITS[2],
    3: "some excerpt differs from its source; something of a bundle does not hold",
}
OF_SHELL = {0: EXITS[0], 1: "the page could not be fetched", 2: EXITS[2]}
OF = {
    "crawl": EXITS,
    "crawlall": {**EXITS, 0: "done; else the worst of the outlets' codes: 2, 1, 3, 75"},
    "outlet": {
        0: EXITS[0],
        1: "the site gave nothing, forbids it, or no page is a story; nothing is written",
        2: EXITS[2],
    },
    "outlets": {
        0: EXITS[0],
        1: "an outlet's file cannot be imported",
        2: EXITS[2],
        3: "an address that was checked fails",
    },
    "reread": {code: said for code, said in EXITS.items() if code != 75},
    "shell": OF_SHELL,
    "story": OF_STORY,
    "verify": OF_VERIFY,
}
RUNS = ("crawl", "crawlall", "reread")
MEANINGS = {
    "since": ("since=2019-12-01", "published on this day or later; what has no date is in"),
    "until": ("until=2019-12-31", "published on this day or earlier"),
    "limit": ("limit=50", "stories asked for, at most"),
    "url": ("url=ADDRESS[,ADDRESS...]", "the pages to read"),
    "file": ("file=FILE", "a file with an address a line; - for standard input"),
    "path": (
        "path=FILE[,FILE...]",
        "WARC files or folders of them; patterns such as 'data/archive/*.warc.gz', https:// and s3:// addresses too",
    ),
    "ccnews": ("ccnews=MONTH", "Common Crawl's news of 2026-10, or of the months 2026-08..2026-10"),
    "domains": ("domains=HOST[,HOST...]", "pages of these hosts and their subdomains, such as bbc.com"),
    "about": (
        "about=QUERY",
        'pages whose headline or body has it: words, "phrases", OR, NOT, as SQLite\'s FTS5 has them',
    ),
    "stored": ("stored=WHAT", "whose archived pages are read again: outlets, addresses of records, `all`"),
}
GIVEN = {("reread", "stored")}  # what the command gives itself
LEVELS = "CRITICAL, ERROR, WARNING, INFO or DEBUG"


class Formatter(ScrapyHelpFormatter):
    """Scrapy's own; a text that has lines keeps them."""

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        return textwrap.indent(text, indent) if "\n" in text else super()._fill_text(text, width, indent)


class Parser(cmdline.ScrapyArgumentParser):
    """Scrapy's own, that says how a command is called here, its exit codes, and what holds where nothing is given."""

    def __init__(self, usage: str, **more: Any) -> None:
        self.command = usage.split()[1]
        more["formatter_class"] = Formatter
        super().__init__(
            prog=f"{CALL} {self.command}",
            usage=f"python -m {usage}",
            **more,
        )

    def error(self, message: str) -> NoReturn:
        """One sentence, and exit code 2; how the command is called is what -h says."""
        self.exit(2, f"{self.prog}: error: {message}\n")

    def format_help(self) -> str:
        settings = get_project_settings()
        command = cmdline._get_commands_dict(settings, inproject=True)[self.command]
        settings.setdict(command.default_settings, priority="command")
        for action in self._actions:
            if "--loglevel" in action.option_strings:
                action.help = f"how much is logged: {LEVELS} (default: {log_level(self.command, settings)})"
            if "--logfile" in action.option_strings:
                action.help = "where it is logged (default: standard error)"
        self.epilog = "\n\n".join(filter(None, (arguments(self.command, settings), exits(self.command))))
        return super().format_help()


def log_level(command: str, settings: BaseSettings) -> str:
    """What a command logs where nothing is given."""
    if command == "crawlall":
        return "WARNING, of each outlet"
    return str(settings["LOG_LEVEL"]) if settings.getbool("LOG_ENABLED") else "nothing is logged"


def arguments(command: str, settings: BaseSettings) -> str:
    """What the spiders that a command runs take with -a, a line each; empty for a command that runs none."""
    if command not in RUNS:
        return ""
    loader = get_spider_loader(settings)
    spiders = {name: loader.load(name) for name in loader.list()}
    if command == "crawlall":
        spiders = {name: spider for name, spider in spiders.items() if spider.outlet.domains}  # type: ignore[attr-defined]
    if command == "reread":
        spiders = {"reread": spiders["reread"]}
    lines = []
    for argument, meaning in MEANINGS.items():
        takers = sorted(name for name, spider in spiders.items() if argument in getattr(spider, "takes", ()))
        whose = "" if len(takers) == len(spiders) else f" ({', '.join(takers)})"
        if takers and (command, argument) not in GIVEN:
            lines.append(f"  {meaning[0]:<26}{meaning[1]}{whose}")
    return "\n".join(["Spider arguments (-a NAME=VALUE)", "=" * 32, *lines])


def exits(command: str) -> str:
    """The exit codes of a command, a line each."""
    codes = OF.get(command, {0: EXITS[0], 2: EXITS[2]})
    return "\n".join(["Exit codes", "==========", *(f"  {code:<4}{said}" for code, said in codes.items())])


def command_name(argv: list[str]) -> str | None:
    """Takes the command out of what was typed; one that is not offered ends here, and says what to use (exit code 2)."""
    name = _pop(argv)
    if name in NOT_OFFERED:
        print(f"{CALL} {name} is not offered here: {NOT_OFFERED[name]}", file=sys.stderr)
        sys.exit(2)
    return name


def offered(settings: BaseSettings) -> dict[str, Any]:
    """The commands that are offered, by name."""
    commands = cmdline._get_commands_dict(settings, inproject=True)
    return {name: commands[name] for name in sorted(commands) if name not in NOT_OFFERED}


def print_commands(settings: BaseSettings, inproject: bool) -> None:
    """Every command with what it does, in a line."""
    print(f"Usage:\n  {CALL} COMMAND [options] [arguments]\n\nCommands:")
    for name, command in offered(settings).items():
        print(f"  {name:<13} {command.short_desc()}")
    print(f"\n{CALL} COMMAND --help says more about one.")


def print_unknown(settings: BaseSettings, cmdname: str, inproject: bool) -> None:
    """What there is, where somebody typed what there is not."""
    print(f"there is no command {cmdname!r}; there are {', '.join(offered(settings))}", file=sys.stderr)


_pop = cmdline._pop_command_name


def install() -> None:
    """Take the place of what Scrapy prints, for which it has no setting; tests/commands/test_help.py says if it moves."""
    cmdline.ScrapyArgumentParser = Parser  # type: ignore[assignment,misc]
    cmdline._pop_command_name = command_name
    cmdline._print_commands = print_commands
    cmdline._print_unknown_command = print_unknown
