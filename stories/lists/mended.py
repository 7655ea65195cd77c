"""XML as outlets write it, made well-formed enough for the items that are whole to be read."""

import html
import re

from w3lib.encoding import html_to_unicode, read_bom, resolve_encoding

DECLARED = re.compile(rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9._:-]{1,40})[\"']")
DECLARATION = re.compile(r"^\s*<\?xml[^>]*>")
# A section of text, a reference, or an ampersand that begins none
AMPERSAND = re.compile(r"<!\[CDATA\[.*?(?:\]\]>|\Z)|&#(x?)([0-9a-fA-F]{1,9});|&(\w{2,32});|&", re.DOTALL)
# An address that stands between tags, up to its end; what begins another item begins no address
_NAMES = r"(?:\w+:)?(?:loc|link|guid)\b"
_OTHERS = r"(?:\w+:)?(?:loc|link|guid|url|sitemap|item|entry)\b"
ADDRESS = re.compile(
    rf"(<{_NAMES}[^<>]*(?<!/)>)([^<]*(?:<(?!/?{_OTHERS})[^<]*)*)(?=</{_NAMES})", re.IGNORECASE
)
RAW = re.compile(r"<(?!/?[a-z][^<>]*>)", re.IGNORECASE)  # what begins no tag
TAG = re.compile(
    r"<[a-z][\w:.-]*(?:\s+[\w:.-]+\s*=\s*(?:\"[^\"<]*\"|'[^'<]*'))*\s+[\w:.-]+\s*=\s*[^\s\"'<>][^<>]*>",
    re.IGNORECASE,
)  # with a value that is not quoted, as HTML allows
VALUE = re.compile(r"(=\s*)(\"[^\"]*\"|'[^']*'|[^\s\"'<>]+?(?=\s|/?>))")
COMMENT = re.compile(r"<!\[CDATA\[.*?(?:\]\]>|\Z)|<!--(?:-?>|.*?-->)", re.DOTALL)
SECTION = "<![CDATA["
PAIRS = re.compile("[\ud800-\udbff][\udc00-\udfff]")
UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # XML 1.0, 2.2
XML_NAMES = frozenset({"amp", "lt", "gt", "quot", "apos"})


def text_of_list(body: bytes, charset: str | None) -> str:
    """The text of a list: in the encoding of its byte-order mark, its declaration, or its HTTP header; else UTF-8.

    One that is in none of them is read as Windows' Latin letters, of which addresses need no more.
    """
    encoding, mark = read_bom(body)
    if encoding and mark:
        return body[len(mark) :].decode(encoding, "replace")
    if wide := {b"<\0": "utf-16-le", b"\0<": "utf-16-be"}.get(body[:2]):  # XML 1.0, F.1
        return body.decode(wide, "replace")
    declared = DECLARED.match(body[:400])
    for name in (declared[1].decode() if declared else "", charset or "", "utf-8"):
        resolved = resolve_encoding(name) if name else None
        unmarked = (
            declared and resolved and resolved.startswith("utf-16")
        )  # in which no declaration could be read
        if resolved and not unmarked:
            try:
                return body.decode(resolved)
            except (UnicodeDecodeError, LookupError):
                continue
    return html_to_unicode(None, body, default_encoding="cp1252")[1]


def mended(text: str) -> str:
    """XML without its declaration, its comments, its references to what is no character, and its ampersands that begin
    nothing; in addresses without what looks like mark-up and is none, in tags with quotes around each value.
    """
    text = TAG.sub(_quoted, _uncommented(text))
    text = ADDRESS.sub(_address, DECLARATION.sub("", text, count=1))
    text = AMPERSAND.sub(_reference, text)
    return UNFIT.sub("\ufffd", PAIRS.sub(_whole, text))


def _uncommented(text: str) -> str:
    """What begins a comment that does not end hides nothing."""
    end = text.rfind("-->") + 3 if "-->" in text else 0
    text = COMMENT.sub(lambda found: "" if found[0].startswith("<!--") else found[0], text[:end]) + text[end:]
    return text.replace("<!--", "&lt;!--")


def _quoted(tag: re.Match[str]) -> str:
    return VALUE.sub(lambda value: value[1] + (value[2] if value[2][0] in "\"'" else f'"{value[2]}"'), tag[0])


def _address(found: re.Match[str]) -> str:
    tag, address = found.groups()
    if SECTION in address:
        return found[0] if "]]>" in address else tag + address.replace(SECTION, "")
    return tag + RAW.sub("&lt;", address)


def _reference(found: re.Match[str]) -> str:
    hexadecimal, digits, name = found.groups()
    if digits:
        return _character(found[0], hexadecimal, digits)
    if name:
        return found[0] if name in XML_NAMES else _entity(found[0], name)
    return found[0] if found[0].startswith("<") else "&amp;"


def _character(reference: str, hexadecimal: str, digits: str) -> str:
    try:
        code = int(digits, 16 if hexadecimal else 10)
        character = chr(code)
    except (ValueError, OverflowError):
        return "\ufffd"
    if 0xD800 <= code < 0xE000:
        return character  # half of one that is written as two references; put together later
    return "\ufffd" if UNFIT.match(character) else reference


def _entity(reference: str, name: str) -> str:
    """A name of HTML, which XML does not know, as its character; any other as it was meant: an ampersand, and text."""
    known = html.unescape(reference)
    return known if known != reference and not known.startswith("&") else f"&amp;{name};"


def _whole(pair: re.Match[str]) -> str:
    return pair[0].encode("utf-16", "surrogatepass").decode("utf-16")
