"""A story's copies in other languages, as `hreflang` links them: in a page's head, in an HTTP header, in a list.

Whose words these are: WHATWG HTML 4.6.7.1 (alternate), RFC 8288 (the header), Google's sitemaps (`xhtml:link`), RFC 4287
(Atom). Two languages are the same where language and script are: `en-GB` is `en`, and `zh-TW` is not `zh-CN`.
"""

import re
from collections.abc import Collection, Iterable, Sequence
from functools import cache

Translation = tuple[str, str]  # language (BCP 47, as it is stated) and address

_TAG = re.compile(r"([a-z]{2,3})(?:[-_]([a-z]{4}))?(?:[-_]([a-z]{2}|\d{3}))?(?:[-_].*)?", re.IGNORECASE)
_NONE = ("und", "mul", "zxx")
_NORWEGIAN = {"nb": "no"}  # one written language under two codes
_LINK = re.compile(r"""<([^<>]*)>((?:\s*;\s*[\w*-]+(?:\s*=\s*(?:"[^"]*"|[^\s;,"]*))?)*)""")
_PARAMETER = re.compile(r""";\s*([\w*-]+)\s*=\s*(?:"([^"]*)"|([^\s;,"]*))""")


@cache
def tongue(tag: str) -> str:
    """Language and script of a tag, `zh-Hant` of `zh-TW`: what tells two texts apart; empty of `x-default` and of no tag.

    The likely script is that of Unicode's CLDR, as Babel has it.
    """
    found = _TAG.fullmatch(tag.strip())
    if not found or found[1].lower() in _NONE:
        return ""
    from babel.core import get_global  # only a page that has other languages needs it

    language, script, region = (part or "" for part in found.groups())
    renamed = str(get_global("language_aliases").get(language.lower(), language.lower())).split("_")[0]
    language = _NORWEGIAN.get(renamed, renamed)
    likely = get_global("likely_subtags")
    told = likely.get(f"{language}_{region.upper()}") or likely.get(language) or "__"
    return f"{language}-{script.title() or told.split('_')[1]}"


def speaks(languages: Iterable[str], tag: str) -> bool:
    """Whether a tag is of one of these languages; one that names neither script nor region stands for all of them."""
    own = tongue(tag)
    return any(
        own == tongue(one) or (own.split("-")[0] == tongue(one).split("-")[0] and len(one) < 4)
        for one in languages
        if own
    )


def copies(
    stated: Sequence[Translation], own: Collection[str], language: str
) -> tuple[set[str], list[Translation]]:
    """The languages of a page (`tongue`), and its copies in others.

    stated: all that are linked, the page itself among them, mostly. own: the page's addresses. language: what it is in,
    where the links do not say. Addresses are canonical. A front page is no copy of a story.
    """
    tongues = {tongue(tag) for tag, url in stated if url in own and tongue(tag)} or {tongue(language)} - {""}
    if not tongues:
        return tongues, []
    found = {
        url: tag
        for tag, url in stated
        if url not in own and tongue(tag) and tongue(tag) not in tongues and not _is_front(url)
    }
    return tongues, [(tag, url) for url, tag in found.items()]


def _is_front(url: str) -> bool:
    segments = url.split("?")[0].split("/")[3:]
    return (
        len(segments) < 2
        and (not segments or not segments[0] or bool(tongue(segments[0])))
        and "?" not in url
    )


def of_header(values: Iterable[str]) -> list[Translation]:
    """What `Link` headers of an answer say (RFC 8288, 3): language and address, as it stands, of each alternate."""
    found = []
    for address, parameters in _LINK.findall(",".join(values)[:20_000]):
        told = {
            name.lower(): quoted or plain for name, quoted, plain in reversed(_PARAMETER.findall(parameters))
        }
        if "alternate" in told.get("rel", "").lower().split() and told.get("hreflang"):
            found.append((told["hreflang"], address.strip()))
    return found
