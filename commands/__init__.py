"""One-off jobs: `python -m scrapy` lists them.

In: words of a command line. Out: what is printed or written, and an exit code.
May import: `desk`, `engine`, `evidence`, `extensions`, `runs`, `store`, `stories`, `terminal`.
"""

from scrapy.commands import ScrapyCommand

from commands import interrupt
from commands.help import install
from commands.start import begins

interrupt.install()
# All commands, Scrapy's own too, take their options by this method; Scrapy has no place of its own to look at them
ScrapyCommand.process_options = begins(ScrapyCommand.process_options)  # type: ignore[assignment]
install()
