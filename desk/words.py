"""What a person writes to search: words, "phrases", OR, -not, beginnings*. Every text is a search; none is an error."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from stories.identity.fingerprint import HAN_AND_KANA, INDOCHINESE

TERM = re.compile(r'-?"[^"]*"?|[^\s"]+')
MARKS = str.maketrans("“”„‟«»「」『』＂", '"' * 11)
UNSPACED = re.compile(rf"[{HAN_AND_KANA}{INDOCHINESE}]")  # scripts that leave no blanks between words
MOST_TERMS = 24
MAX_SEARCH_CHARACTERS = 400  # characters of a search that are read
Condition = tuple[str, list[str]]  # SQL and its parameters


@dataclass(slots=True, frozen=True)
class Term:
    """A word or phrase. part: it may stand within a run of letters, since its script has no blanks."""

    text: str
    phrase: bool = False
    beginning: bool = False

    @property
    def part(self) -> bool:
        return bool(UNSPACED.search(self.text))

    @property
    def match(self) -> str:
        """The term for SQLite's full-text search (FTS5), in which nothing of it is an operator."""
        return '"{}"{}'.format(self.text.replace('"', '""'), "*" if self.beginning else "")


@dataclass(slots=True, frozen=True)
class SearchWords:
    """A search: of each group one term must be there; none of the terms that are not wanted."""

    groups: tuple[tuple[Term, ...], ...] = ()
    unwanted: tuple[Term, ...] = ()

    @property
    def exact(self) -> bool:
        """Whether words are looked for as they stand, since a phrase is among them, and not by their stems."""
        return any(term.phrase for group in (*self.groups, self.unwanted) for term in group)

    @property
    def wanted(self) -> list[Term]:
        """All terms that a hit may show."""
        return [term for group in self.groups for term in group]


def words_of(text: str) -> SearchWords:
    """The search that a text is. What has no letter or digit is left out."""
    groups: list[list[Term]] = []
    unwanted: list[Term] = []
    joined = False
    for raw in TERM.findall(text[:MAX_SEARCH_CHARACTERS].translate(MARKS))[:MOST_TERMS]:
        if raw in ("OR", "|"):
            joined = bool(groups)
            continue
        term = _term(raw.removeprefix("-"))
        if raw == "AND" or not term:
            continue
        if raw.startswith("-"):
            unwanted.append(term)
        elif joined:
            groups[-1].append(term)
        else:
            groups.append([term])
        joined = False
    return SearchWords(tuple(map(tuple, groups)), tuple(unwanted))


def _term(raw: str) -> Term | None:
    phrase = raw.startswith('"')
    text = " ".join(raw.replace('"', " ").replace("\0", " ").split())
    if not re.search(r"\w", text):
        return None
    return Term(text.rstrip("*"), phrase and " " in text, not phrase and text.endswith("*"))


def conditions(
    words: SearchWords, table: str, columns: tuple[str, ...], stems: bool, also: str = ""
) -> Iterator[Condition]:
    """What holds of the rows of `table` that a search finds: SQL to be joined by AND, each with its parameters.

    also: what else the index is to match, so that it does not list all that have a common word.
    """
    index = f"{table}_{'stems' if stems and not words.exact else 'fts'}"
    plain = [group for group in words.groups if not any(term.part for term in group)]
    without = [term for term in words.unwanted if plain and not term.part]
    if plain:
        wanted = " AND ".join([*map(_either, plain), *filter(None, [also])])
        yield _matching(table, index, " NOT ".join([f"({wanted})", *(term.match for term in without)]))
    for group in words.groups:
        if group not in plain:
            yield _one_of(group, table, index, columns)
    for term in words.unwanted:
        if term not in without:
            sql, given = _one_of((term,), table, index, columns)
            yield f"NOT {sql}", given


def _one_of(group: tuple[Term, ...], table: str, index: str, columns: tuple[str, ...]) -> Condition:
    found = [
        _within(table, columns, term.text) if term.part else _matching(table, index, term.match)
        for term in group
    ]
    return f"({' OR '.join(sql for sql, _ in found)})", [value for _, given in found for value in given]


def _matching(table: str, index: str, match: str) -> Condition:
    # The plus has SQLite go through the rows in the order of the list, not look up all that match and sort them
    return f"+{table}.id IN (SELECT rowid FROM {index} WHERE {index} MATCH ?)", [match]


def _within(table: str, columns: tuple[str, ...], text: str) -> Condition:
    tests = " OR ".join(f"instr({table}.{column}, ?)" for column in columns)
    return f"({tests})", [text] * len(columns)


def _either(group: tuple[Term, ...]) -> str:
    return f"({' OR '.join(term.match for term in group)})"
