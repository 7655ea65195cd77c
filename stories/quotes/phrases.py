"""Noun phrases beside a cue: who is named as the one who speaks."""

from stories.quotes.layout import QUOTATION, Layout

LONGEST = 24  # tokens of a source
INNER = frozenset("-–’'&/$%#@")

Tokens = tuple[int, int]


def subject_before(page: Layout, cue: int, first: int) -> Tokens | None:
    """The phrase that ends before the token `cue` and begins no earlier than `first`."""
    last = cue
    table = page.language
    while last > first and (page.low[last - 1] in table.helpers or page.low[last - 1].endswith("ly")):
        if page.is_name(last - 1) and last - 1 > first:
            break
        last -= 1
    if last <= first:
        return None
    if page.raw[last - 1] == ",":
        return _with_apposition(page, last, first)
    if page.raw[last - 1] == ")":
        return _with_brackets(page, last, first)
    phrase = _phrase_left(page, last, first)
    return _trimmed(page, phrase) if phrase and table.trims else phrase


def _trimmed(page: Layout, phrase: Tokens) -> Tokens:
    """A phrase up to the words of time and place that follow it without a space."""
    first, last = phrase
    end = next((i for i in range(first + 1, last) if page.low[i] in page.language.trims), last)
    return first, end


def _with_apposition(page: Layout, last: int, first: int) -> Tokens | None:
    """ "Ada Moss, a printer in Leeds, said": the phrase before the apposition, together with it."""
    for comma in range(last - 2, max(first, last - LONGEST) - 1, -1):
        if page.raw[comma] == "," and _opens_apposition(page, comma + 1, last - 1):
            head = _phrase_left(page, comma, first)
            if head and page.raw[head[0]].isdigit() and head[1] == head[0] + 1 and head[0] - 1 > first:
                head = _phrase_left(page, head[0] - 1, first)  # "Ada Moss, 63, a printer, said"
            return (head[0], last - 1) if head else None
        if page.region[comma] >= 0:
            return None
    return None


def _opens_apposition(page: Layout, i: int, last: int) -> bool:
    word = page.low[i]
    table = page.language
    if i >= last:
        return False
    return (
        word in table.articles
        or word in table.who
        or word[0].isdigit()
        or page.raw[i][0].islower()
        or last - i <= (10 if table.noun_capitals else 4)
    )


def _with_brackets(page: Layout, last: int, first: int) -> Tokens | None:
    for i in range(last - 2, max(first, last - 12) - 1, -1):
        if page.raw[i] == "(":
            head = _phrase_left(page, i, first)
            return (head[0], last) if head else None
    return None


def _phrase_left(page: Layout, last: int, first: int) -> Tokens | None:
    """The phrase that ends before token `last`."""
    table = page.language
    begin = last
    floor = max(first, last - LONGEST)
    while begin > floor:
        word, raw = page.low[begin - 1], page.raw[begin - 1]
        if page.region[begin - 1] >= 0 or (
            not raw[0].isalnum() and raw not in INNER and not abbreviates(page, begin - 1)
        ):
            break
        if word in table.breaks:
            break
        begin -= 1
        if word in table.subjects:
            return begin, begin + 1
    while begin < last and (page.low[begin] in table.leads or page.low[begin].endswith("ly")):
        begin += 1
    return (begin, last) if begin < last else None


def abbreviates(page: Layout, i: int) -> bool:
    return page.raw[i] == "." and (
        page.low[i - 1] in page.language.abbreviations or len(page.raw[i - 1]) == 1
    )


def subject_after(page: Layout, cue: int, last: int) -> Tokens | None:
    """The phrase that begins after token `cue`, with an apposition that closes the clause."""
    table = page.language
    begin = cue + 1
    while begin < last and page.low[begin] in table.skips:
        begin += 1
    if begin >= last or page.region[begin] >= 0 or not page.raw[begin][0].isalnum():
        return None
    if page.low[begin] in table.stops:
        return None  # "said in an interview"
    if table.noun_capitals and page.low[begin] in table.subjects:
        return begin, begin + 1
    if page.low[begin] in table.he or page.low[begin] in table.she or page.low[begin] in table.they:
        following = page.low[begin + 1] if begin + 1 < last else "."
        if (
            not following[0].isalnum()
            or following in table.breaks
            or following in table.helpers
            or following == QUOTATION
        ):
            return begin, begin + 1
    if table.noun_capitals and not _begins_noun(page, begin):
        return None
    end = _phrase_right(page, begin, last)
    if end > begin and end + 1 < last and page.raw[end] == ",":
        if page.raw[end + 1].isdigit() and end + 3 < last and page.raw[end + 2] == ",":
            end += 2
        stop = _phrase_right(page, end + 1, last)
        while stop < last and page.low[stop] in table.who:
            stop = _phrase_right(page, stop + 1, last)
        if _opens_apposition(page, end + 1, stop) and (stop >= last - 1 or not page.raw[stop][0].isalnum()):
            end = stop
    return (begin, end) if end > begin else None


def _begins_noun(page: Layout, i: int) -> bool:
    """Whether a noun phrase of a language with capital nouns begins at token `i`."""
    table, word = page.language, page.low[i]
    return page.is_name(i) or word in table.articles or word in table.subjects or word in table.she


def phrase_before(page: Layout, last: int, first: int) -> Tokens | None:
    """The phrase that ends before token `last`."""
    return _phrase_left(page, last, first) if last > first else None


def phrase_after(page: Layout, begin: int, last: int) -> Tokens | None:
    """The phrase that begins at token `begin`, if one does."""
    if begin >= last or page.region[begin] >= 0 or not page.raw[begin][0].isalnum():
        return None
    end = _phrase_right(page, begin, last)
    return (begin, end) if end > begin else None


def _phrase_right(page: Layout, begin: int, last: int) -> int:
    table = page.language
    end = begin
    while end < min(last, begin + LONGEST):
        word, raw = page.low[end], page.raw[end]
        if page.region[end] >= 0 or (
            not raw[0].isalnum() and raw not in INNER and not abbreviates(page, end)
        ):
            break
        if word in table.breaks or (word in table.stops and end > begin):
            break
        end += 1
    while end > begin and not page.raw[end - 1][0].isalnum() and not abbreviates(page, end - 1):
        end -= 1
    return end
