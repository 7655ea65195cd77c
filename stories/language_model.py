"""The statistical model that tells languages apart, loaded once for all who ask it. Source: py3langid."""

from copy import copy
from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier


@cache
def whole_model() -> LanguageIdentifier:
    """The model of all languages. Raises OSError where its file cannot be unpacked, as on a full disk."""
    return LanguageIdentifier.from_model_file(MODEL_FILE)


@cache
def model_among(codes: frozenset[str]) -> LanguageIdentifier:
    """The model of these languages alone, ISO 639-1. Raises OSError as `whole_model` does."""
    some = copy(whole_model())
    some.set_languages(codes)
    return some
