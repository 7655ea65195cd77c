"""Who a source is: surnames, titles and pronouns led back to one full name, with its role."""

from dataclasses import dataclass

from stories.quotes.layout import Layout
from stories.quotes.phrases import Tokens
from stories.quotes.rules import Draft

RECENT = 60  # tokens within which a pronoun finds its name


@dataclass(slots=True)
class Mention:
    """A name in the text: where it stands, its words without titles."""

    first: int
    last: int
    name: tuple[str, ...]
    gender: str = ""


def find_mentions(page: Layout) -> list[Mention]:
    """Runs of capitalised words outside quotations, sentence beginnings that are common words left out."""
    table = page.language
    mentions = []
    i, count = 0, len(page.raw)
    while i < count:
        if (
            not page.raw[i][0].isupper()
            or page.low[i] in table.common
            or page.low[i] in table.he | table.she | table.they
        ):
            i += 1
            continue
        j = i
        while j < count and (
            page.raw[j][0].isupper() or (page.low[j] in table.particles and j > i) or _dot(page, i, j)
        ):
            j += 1
        while j > i + 1 and (page.low[j - 1] in table.particles):
            j -= 1
        name = tuple(
            _plain(page.raw[k]) for k in range(i, j) if page.raw[k] != "." and page.low[k] not in table.titles
        )
        if name:
            mentions.append(Mention(i, j, name))
        i = max(j, i + 1)
    return mentions


def _dot(page: Layout, i: int, j: int) -> bool:
    return (
        page.raw[j] == "."
        and j > i
        and (page.low[j - 1] in page.language.abbreviations or len(page.raw[j - 1]) == 1)
    )


def _plain(word: str) -> str:
    return word[:-2] if word.endswith(("’s", "'s")) else word


def resolve(page: Layout, drafts: list[Draft]) -> list[tuple[str | None, str | None]]:
    """The speaker's name and role of each draft, None where the text gives none."""
    mentions = find_mentions(page)
    full: dict[str, tuple[str, ...]] = {}
    for mention in mentions:
        last = mention.name[-1]
        if len(mention.name) > len(full.get(last, ())) and len(mention.name) <= 4:
            full.setdefault(last, mention.name)
            if len(full[last]) == 1:
                full[last] = mention.name
    return [_speaker(page, draft, mentions, full) for draft in drafts]


def _speaker(
    page: Layout, draft: Draft, mentions: list[Mention], full: dict[str, tuple[str, ...]]
) -> tuple[str | None, str | None]:
    if draft.source is None:
        return None, None
    first, last = draft.source
    table = page.language
    if last - first == 1 and page.low[first] in table.he | table.she | table.they | table.who:
        before = [m for m in mentions if m.last <= first and first - m.first < RECENT]
        return (" ".join(full.get(before[-1].name[-1], before[-1].name)) if before else None), None
    inside = [m for m in mentions if m.first >= first and m.last <= last]
    if not inside:
        return None, None
    name = full.get(inside[0].name[-1], inside[0].name)
    return " ".join(name), _role(page, draft.source, inside[0])


def _role(page: Layout, source: Tokens, mention: Mention) -> str | None:
    """The apposition after a name, or the lower-case words before it."""
    last = source[1]
    if mention.last + 1 < last and page.raw[mention.last] == ",":
        end = last - 1 if page.raw[last - 1] == "," else last
        return page.text[page.start[mention.last + 1] : page.end[end - 1]]
    return None
