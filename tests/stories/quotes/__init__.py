"""What the quote reader finds, in a form that reads well in a table."""

from stories.quotes import find_quotes

MARKS = "‚“”„\"«»‹›「」『』'‘’ ,.،，。"
Said = tuple[str, str | None]


def said(text: str, language: str) -> list[Said]:
    """Each quote's content, its pieces joined by a bar, and its source as written."""
    found = []
    for quote in find_quotes(text, language):
        pieces = [text[slice(*piece)].strip(MARKS) for piece in quote.content]
        found.append((" | ".join(pieces), text[slice(*quote.source)].strip(" ,") if quote.source else None))
    return found
