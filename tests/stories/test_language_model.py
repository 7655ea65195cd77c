"""The model of languages: loaded once, asked for all languages or for some."""

import importlib

import pytest
from py3langid.langid import LanguageIdentifier

from stories.language_model import model_among, whole_model

DANISH = "Havnen blev lukket i går, siger kommunen, og arbejderne får ikke deres løn før til næste år."


def test_some_languages_are_asked_apart_and_the_whole_stays_whole() -> None:
    assert model_among(frozenset({"en", "de"})).classify(DANISH)[0] in ("en", "de")
    assert whole_model().classify(DANISH)[0] == "da"


def test_what_workers_are_forked_from_has_the_model_and_outlives_a_full_disk(monkeypatch) -> None:
    tables = importlib.import_module("stories.extraction.tables")
    try:
        whole_model.cache_clear()
        importlib.reload(tables)
        assert whole_model.cache_info().currsize == 1
        whole_model.cache_clear()
        monkeypatch.setattr(LanguageIdentifier, "from_model_file", _full)
        importlib.reload(tables)
        assert whole_model.cache_info().currsize == 0
    finally:
        monkeypatch.undo()
        whole_model.cache_clear()


def test_every_table_is_built_before_a_page_comes(monkeypatch: pytest.MonkeyPatch) -> None:
    tables = importlib.import_module("stories.extraction.tables")
    built = list[str]()
    builders = (
        *(
            "stories.dates.names.months",
            "stories.dates.reader.build_tables",
            "stories.sites.registered_domain",
        ),
        "stories.quotes.languages.given_names.gender_of",
        *("stories.quotes.tagger.weights.load", "stories.language_model.whole_model"),
    )
    with monkeypatch.context() as patch:
        for builder in builders:
            patch.setattr(builder, lambda *_, builder=builder: built.append(builder))
        importlib.reload(tables)
    assert built == list(builders)


def _full(_: object) -> LanguageIdentifier:
    raise OSError(28, "No space left on device")
