"""The named rules of each room, and what stands in place of each while it is off."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from stories.dates import choice, lines, positions, visible
from stories.extraction import body, document
from stories.extraction.body import alternatives, boilerplate, general, recovery, teasers
from stories.extraction.metadata import authors, bylines, headline, marked, names_alone, persons, wordings
from stories.extraction.metadata import dates as page_dates
from stories.quotes import mending, reader
from stories.quotes.by_rule import clauses, continued, rules
from stories.quotes.grammar import outranking, subjects, verb_subjects
from stories.quotes.tagger import frames, tagger, told_sources

Off = tuple[Any, str, Any]  # a module, class or table, a name in it, what stands there while the rule is off
NEVER = re.compile(r"(?!)")


def no(*arguments: object) -> bool:
    """In place of a question."""
    return False


def nothing(*arguments: object) -> str:
    """In place of a rule that gives a text, such as a reason to cut."""
    return ""


def none(*arguments: object) -> None:
    """In place of a rule that finds something, or changes it."""


def empty(*arguments: object) -> list[Any]:
    """In place of a rule that finds several things."""
    return []


def same(first: Any, *others: object) -> Any:
    """In place of a rule that changes its first argument."""
    return first


BODY: dict[str, Off] = {
    "headline": (boilerplate, "is_headline", no),
    "subtitle": (boilerplate, "is_subtitle", no),
    "signature": (boilerplate, "is_signature", no),
    "links": (boilerplate, "by_links", nothing),
    "labelled links": (teasers, "_labelled", no),
    "boxes": (boilerplate, "by_box", nothing),
    "lines set apart": (boilerplate, "lines_apart", none),
    "below the end": (boilerplate, "below_the_end", none),
    "labels": (boilerplate, "_labels", none),
    "below the text": (boilerplate, "_end_of_box", lambda blocks, *others: len(blocks)),
    **{f"phrases: {why}": (boilerplate.PHRASES, why, NEVER) for why in boilerplate.PHRASES},
    "missed between": (recovery, "_between", empty),
    "missed lists": (recovery, "missed_lists", empty),
    "boxes of background": (boilerplate, "NO_TEXT", ("caption",)),
    "linked sentences": (teasers, "is_linked_sentence", no),
    "linked sentences missed": (recovery, "is_linked_sentence", no),
    "standfirst": (recovery, "_standfirst", empty),
    "scope": (body, "find_scope", none),
    "a corner is read again": (body, "CORNER", 0.0),
    "whole page in one": (body, "_is_dump", no),
    **{f"other way: {way}": (alternatives.ALTERNATIVES, way, empty) for way in alternatives.ALTERNATIVES},
    "one paragraph unfolded": (body, "unfold", same),
    "later stories of an endless page": (document, "drop_later_stories", none),
    "initials in boxes": (document, "join_drop_caps", none),
    "speech set off by mark-up": (document, "set_off_speech", none),
    "panels that unfold": (general, "_show_panels", none),
    "times in sentences": (general, "_keep_times", none),
    "two line breaks": (general, "_mark_paragraphs", none),
}
DATES: dict[str, Off] = {
    "outvoted by head and headline": (choice, "outvoted", same),
    "one stamp for both": (choice, "told_apart", same),
    "midnight is no time": (choice, "without_time", same),
    "the readers' day": (choice, "localised", same),
    "never filled, or later than the fetch": (choice, "_bounded", same),
    "order by the page's other dates": (choice, "_ordered", same),
    "a finer date that agrees": (choice, "_refines", no),
    "the same clock with a zone": (choice, "same_clock", no),
    "visible dates": (page_dates, "visible_dates", empty),
    "dates of scripts": (page_dates, "script_dates", empty),
    "microdata": (page_dates, "_from_microdata", empty),
    "meta tags": (page_dates, "_from_metas", empty),
    "json-ld": (page_dates, "_from_json_ld", empty),
    "time elements": (visible, "time_elements", empty),
    "title that ends in a date": (visible, "_titled", empty),
    "words that name no date": (visible, "tells_no_date", no),
    "distances in time": (visible, "find_ago", no),
    "elements named for dates": (visible, "NAMED", NEVER),
    "pieces of sentences": (visible, "_in_sentence", no),
    "dateline of prose": (lines, "dateline", nothing),
    "boxes of other stories": (positions, "OTHERS", NEVER),
    "readers' words": (positions, "NEVER", NEVER),
    "menus and forms": (positions, "UNREAD", frozenset()),
    "footer of the article": (positions.Positions, "_signs_off", no),
    "line beside the comments": (positions, "BESIDE", -9),
    "headline above the text": (positions, "_above_the_text", none),
}
QUOTES: dict[str, Off] = {
    "signed quotations (rules)": (rules, "signed_quotations", lambda doc: {}),
    "signed quotations (weights)": (tagger, "signed_quotations", lambda doc: {}),
    "headings (rules)": (rules, "is_heading", no),
    "headings (weights)": (tagger, "is_heading", no),
    "titles (rules)": (rules, "is_title", no),
    "titles alone": (mending, "is_title", no),
    "cue after": (rules, "_after", none),
    "cue before": (rules, "_before", none),
    "with the words": (rules, "_by_words", none),
    "reporter's clause": (rules, "_reporter", none),
    "according to": (rules, "_according", none),
    "only the quoted words": (rules, "_is_named", no),
    "that is what she said": (rules, "referred", none),
    "introduced": (rules, "introduced", none),
    "indirect: the next verb goes on": (clauses, "_goes_on", lambda doc, begin, end: end),
    "continued": (rules, "continue_attribution", none),
    "continued: titles after a colon": (continued, "_is_bare", no),
    "continued: the mood reports": (continued, "_is_reported", no),
    "agent of a passive": (rules, "agent_of", none),
    "indirect speech": (rules, "report_clauses", empty),
    "indirect: phrase": (clauses, "_by_phrase", none),
    "indirect: postposition": (clauses, "_by_postposition", none),
    "indirect: verb": (clauses, "_by_verb", none),
    "subject: person after a thing": (verb_subjects, "outranks", no),
    "subject: particles": (verb_subjects, "_is_noble", no),
    "subject: adverbial before": (verb_subjects, "_is_adverbial", no),
    "subject: after a preposition": (verb_subjects, "_after_preposition", none),
    "subject: last name elsewhere": (outranking, "_is_last_name", no),
    "subject: small word opens": (subjects, "_is_small", no),
    "announced": (tagger, "_announced", empty),
    "verification": (tagger, "_holds", lambda *arguments: True),
    "name before another verb": (told_sources, "_before_verb", lambda tokens, source, verbs: source),
    "joining word of the reporter": (frames, "JOINS", frozenset()),
    "nested": (reader, "_nested", empty),
    "mended: nothing is said": (mending, "_is_none", no),
    "mended: addressed": (mending, "_is_address", no),
    "mended: day before the source": (mending, "_is_before", no),
    "mended: passive": (mending, "_is_passive", no),
    "mended: whose": (mending, "_around_whose", lambda doc, first, last, cue: (first, last)),
    "mended: verb of the cue": (mending, "_take_verb", none),
    "mended: who made a work": (mending, "_is_made", no),
    "mended: a nickname": (mending, "_is_nickname", no),
    "mended: who speaks nothing": (mending, "_is_silent", no),
    "mended: who is cited": (mending, "cited_by", none),
    "verbs left out": (rules, "gapped", none),
    "verbs without a subject": (rules, "give_subjects", none),
    "another verb for another quotation": (rules, "reports_another", no),
    "the next verb has the next quotation": (rules, "goes_on", no),
    "subject: passives, citing, infinitives": (verb_subjects, "_turns", no),
    "agent of a passive (weights)": (tagger, "agent_after", none),
    "negation in the cue": (mending, "take_negation", none),
}
HEADLINES: dict[str, Off] = {
    "words of the address": (headline, "_in_address", nothing),
    "titles for search": (headline, "_says_as_much", no),
    "title's site name": (wordings, "names_site", no),
    "site names": (wordings, "site_names", lambda document: set()),
    "heading that only links home": (wordings, "_links_home", no),
    "a lower heading": (wordings, "_stands_lower", no),
    "kickers": (wordings, "without_kicker", lambda tree, visible, stated: visible),
    "part of a heading": (wordings, "_part", lambda tree, visible, known: visible),
    "lines in boxes": (wordings, "_spelt", same),
    "cut at a quotation mark": (wordings, "_unquoted", same),
    "East Asian site": (wordings, "_EAST_ASIAN_SITE", NEVER),
}
AUTHORS: dict[str, Off] = {
    **{f"place: {place}": (authors.SOURCES, place, empty) for place in authors.SOURCES},
    "institutions that the page states": (authors, "_institutions", empty),
    "institutions by their words": (authors, "_INSTITUTION", NEVER),
    "agencies": (authors, "AGENCY", NEVER),
    "what tells of the person": (marked, "_is_about", no),
    "boxes of others": (bylines, "is_elsewhere", no),
    "credits": (bylines, "CREDIT", NEVER),
    "signatures of other scripts": (bylines, "signed", nothing),
    "family name first": (persons, "_turned", empty),
    "titles and places after a name": (persons, "_is_another", lambda part, head: True),
    "given names": (authors, "is_known", no),
    "name alone that the text tells of": (names_alone, "_told_of", no),
}
RULES = {"body": BODY, "dates": DATES, "headlines": HEADLINES, "authors": AUTHORS, "quotes": QUOTES}


@contextmanager
def without(rule: Off) -> Iterator[None]:
    """While a rule is off."""
    where, name, other = rule
    table = where if isinstance(where, dict) else None
    before = table[name] if table is not None else getattr(where, name)
    _put(where, name, other)
    try:
        yield
    finally:
        _put(where, name, before)


def _put(where: Any, name: str, value: Any) -> None:
    if isinstance(where, dict):
        where[name] = value
    else:
        setattr(where, name, value)
