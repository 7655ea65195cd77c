"""Which words differ between two texts, to be marked in both."""

import re
from collections.abc import Sequence

from rapidfuzz.distance import Levenshtein

from stories.identity.fingerprint import HAN_AND_KANA, INDOCHINESE

TOKEN = re.compile(rf"[{HAN_AND_KANA}{INDOCHINESE}]|\s+|[^\W{HAN_AND_KANA}{INDOCHINESE}]+|[^\w\s]")
MAX_TOKENS = 6000  # tokens of a text; longer ones are shown whole, one after the other
Part = tuple[str, str]  # `same`, `gone` or `come`, and the text


def words_changed(before: str | None, after: str | None) -> list[Part]:
    """The two texts as one: what both have, what only the first had (`gone`), what only the second has (`come`)."""
    old, new = TOKEN.findall(before or ""), TOKEN.findall(after or "")
    if max(len(old), len(new)) > MAX_TOKENS:
        return [("gone", before or ""), ("come", after or "")]
    parts: list[Part] = []
    for op in Levenshtein.opcodes(old, new):
        gone, come = old[op.src_start : op.src_end], new[op.dest_start : op.dest_end]
        if op.tag == "equal":
            parts.append(("same", "".join(gone)))
        else:
            parts += [(kind, "".join(words)) for kind, words in (("gone", gone), ("come", come)) if words]
    return _joined(parts)


def _joined(parts: Sequence[Part]) -> list[Part]:
    """The same, with what differs in a row put together: a space between two changed words is changed too."""
    joined: list[Part] = []
    gone = come = ""
    for number, (kind, text) in enumerate(parts):
        between = kind == "same" and not text.strip() and 0 < number < len(parts) - 1 and (gone or come)
        if kind == "gone" or between:
            gone += text
        if kind == "come" or between:
            come += text
        if kind == "same" and not between:
            joined += [*_both(gone, come), (kind, text)]
            gone = come = ""
    return joined + _both(gone, come)


def _both(gone: str, come: str) -> list[Part]:
    return [(kind, text) for kind, text in (("gone", gone), ("come", come)) if text.strip()]
