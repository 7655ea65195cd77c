"""The spiders of this room; a file that cannot be imported costs its own outlet and no other."""

import pkgutil
from importlib import import_module

from scrapy.settings import BaseSettings
from scrapy.spiderloader import SpiderLoader


class OutletLoader(SpiderLoader):
    """Scrapy's own, file by file. `broken`: names of files that cannot be imported, and why."""

    def __init__(self, settings: BaseSettings) -> None:
        self.broken: dict[str, str] = {}
        super().__init__(settings)

    def _load_all_spiders(self) -> None:
        for room in self.spider_modules:
            place = import_module(room)
            if not hasattr(place, "__path__"):  # a file
                self._load_spiders(place)
                continue
            for file in pkgutil.iter_modules(place.__path__, f"{room}."):
                try:
                    self._load_spiders(import_module(file.name))
                except Exception as error:  # noqa: BLE001 -- a file that is imported may raise anything
                    said = f"{file.name} cannot be imported: {type(error).__name__}: {error}"
                    self.broken[file.name.rpartition(".")[2]] = said
        self._check_name_duplicates()
