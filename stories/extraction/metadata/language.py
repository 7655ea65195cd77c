"""The language of a story: what the page states, and what its text is.

Apart from `stories/entries/languages.py`: a story may be in any language, and what its page states is held against it.
"""

import re

from stories.extraction.document import Document
from stories.extraction.metadata.nodes import first, story_nodes, texts
from stories.language_model import whole_model

MIN_TEXT_CHARACTERS = 200  # characters; less says too little to contradict the page
READ = 300  # more characters do not change the finding
_TAG = re.compile(r"^([a-z]{2,3})(?:[-_]([a-z]{4}))?(?:[-_]([a-z]{2}|\d{3}))?(?:[-_.].*)?$", re.I)
# Languages that a statistical reader confuses: where the page states one of a group, its word counts.
_CLOSE = (
    {"no", "nb", "nn", "da"},
    {"hr", "sr", "bs", "sh"},
    {"id", "ms"},
    {"cs", "sk"},
    {"pt", "gl"},
    {"zu", "xh", "nr", "ss"},
    {"af", "nl"},
    {"hi", "mr", "ne"},
)


def language_tag(stated: str) -> str:
    """BCP 47 as it is written (RFC 5646): `en-GB` for `en_gb.utf-8`; empty for what is no language tag."""
    found = _TAG.match(stated.strip())
    if not found or found[1].lower() in ("und", "mul", "zxx"):
        return ""
    parts = (found[1].lower(), (found[2] or "").title(), (found[3] or "").upper())
    return "-".join(part for part in parts if part)


def stated_language(document: Document) -> str:
    """What the page says of its language: JSON-LD, the html element, meta elements; BCP 47 or empty."""
    root = document.tree
    candidates = (
        *(text for node in story_nodes(document) for text in texts(node.get("inLanguage"))),
        root.get("lang") or "",
        root.get("xml:lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or "",
        document.meta("og:locale", "content-language", "dc.language", "language", "inlanguage"),
    )
    return first(language_tag(text) for text in candidates)


def story_language(stated: str, body: str) -> tuple[str, str]:
    """The language of a text, BCP 47, and where it was found; the text itself counts where it is long enough."""
    if len(body) < MIN_TEXT_CHARACTERS:
        return stated, "stated" if stated else ""
    found, _ = whole_model().classify(body[:READ])
    primary = stated.split("-")[0]
    if primary == found or any({primary, found} <= group for group in _CLOSE):
        return stated, "stated"
    return str(found), "text"
