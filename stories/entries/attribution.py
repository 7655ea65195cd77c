"""An attribution taken apart: persons, outlet, country. "Ida Moe & Jon Park, River Post (Borduria)"."""

import re
from dataclasses import dataclass, field

from stories.entries.countries import code_of, is_place

# A person's name and an organisation's look alike; these words belong to organisations.
ORGANISATION = re.compile(
    r"\b(academy|action|agence|agency|alliance|amnesty|asia|association|bank|blog|board|bureau|business|campaign|center|"
    r"centre|chronicle|club|coalition|collective|college|commission|committee|company|confederation|congress|corporation|"
    r"council|courier|court|daily|defenders|department|echo|economist|europe|express|federation|finance|for|forum|"
    r"foundation|fund|gazette|global|globe|government|greenpeace|group|guardian|herald|human|independent|initiative|"
    r"institute|insider|international|journal|justice|labour|labor|law|lawyers|ltd|inc|llp|plc|mail|media|mercury|"
    r"ministry|mirror|monitor|movement|nations|network|news|observer|office|organi[sz]ation|party|post|press|programme|"
    r"project|quotidien|radio|record|reporter|review|rights|school|service|society|solidarity|standard|star|sun|support|"
    r"telegraph|the|times|tribune|trust|tv|union|university|voice|watch|week|weekly|witness|workers|world|worldwide)\b|"
    r"\b(agencia|asociación|centro|comisión|diario|el|fundación|instituto|la|le|les|periódico|revista|universidad)\b",
    re.IGNORECASE,
)
NAME = re.compile(
    r"[^\W\d_a-zà-ÿ][\w'’.-]*(?: (?:[^\W\d_a-zà-ÿ][\w'’.-]*|(?:al|bin|da|de|del|della|den|"
    r"der|di|dos|du|el|la|le|ibn|van|von|y|e|[\"“(]\w+[\"”)])))+"
)
BY = re.compile(r"^(?:by|par|por|von)\s+", re.IGNORECASE)
PLACE = re.compile(r"\s*[(（]([^()（）]+)[)）]\s*$")


@dataclass(slots=True)
class Attribution:
    """Who wrote a piece and where it appeared, as far as the author string tells."""

    authors: list[str] = field(default_factory=list)
    outlet: str = ""
    country: str = ""


def read_attribution(text: str) -> Attribution:
    """Take an author string apart.

    The last comma part is the outlet, since an entry always names one, unless it joins persons with "&"; the
    parts before it that have a person's form are persons. An upper-case word in brackets that no country
    bears, such as "(SACOM)", is an acronym and stays with the name before it.
    """
    signed = bool(BY.match(text))
    rest, place = _split_place(BY.sub("", text.strip()))
    parts = [part.strip() for part in re.split(r"\s*[,;、，،]\s*", rest) if part.strip()]
    persons: list[str] = []
    while parts and (len(parts) > 1 or _joined(parts[0]) or (signed and not persons)):
        found = _persons(parts[0])
        if not found:
            break
        persons += found
        parts.pop(0)
    return Attribution(persons, ", ".join(parts), code_of(place))


def _split_place(text: str) -> tuple[str, str]:
    match = PLACE.search(text)
    if not match or not is_place(match[1]):
        return text, ""
    return text[: match.start()], match[1].strip()


def _joined(part: str) -> bool:
    return " & " in part or " and " in part


def _persons(part: str) -> list[str]:
    names = re.split(r"\s+(?:&|and|y|et|und)\s+", part)
    return names if all(_is_person(name) for name in names) else []


def _is_person(name: str) -> bool:
    if ORGANISATION.search(name) or any(character.isdigit() for character in name):
        return False
    words = name.split()
    if not 2 <= len(words) <= 5 or any(len(word) > 3 and word.isupper() for word in words):
        return False
    return bool(NAME.fullmatch(name))
