"""The names in a signature, without prepositions, titles of office, places of work and abbreviations."""

import re
from collections.abc import Iterable

from stories.extraction.metadata.signed_lines import DESK, unlabelled
from stories.quotes.languages.given_names import gender_of, is_common
from stories.text import clean, plain

MAX_NAME = 60
MAX_NAMES = 20
MAX_WORDS = 5  # of a name
MAX_SIGNATURE_CHARACTERS = 500  # characters of a signature

# Words before a name. Short ones may begin a name, so they count only before a capital letter.
_BEFORE = re.compile(
    r"^\W*(?:(?:(?:this (?:post|article|story) (?:was|is) )?(?:written|posted|submitted|published|words|story|text|"
    r"reviewed|reported|reporting|article|analysis|opinion|news|guide|review|column|exclusive|interview|essay|"
    r"commentary|feature|profile|"
    r"guest post|edited) by:?|about the author:?|"
    r"by|from|post author(?: by)?|(?:(?:show|view|see|read) )?(?:all |more )?(?:posts|articles|stories) by|"
    r"author(?:\(s\)|s)?:?|aut(?:or(?:in|en|es|a)?|eur|ore)s?:|von:|por:|par:|texte? (?:von|de|par|:)|ein \w+ von|"
    r"(?:artikel|beitrag|pressemitteilung|bericht|kommentar|geschrieben|erstellt|veröffentlicht|verfasst|"
    r"zeige alle beiträge|"
    r"alle beiträge|mehr) von:?|(?:escrito|publicado) por|escribe|(?:écrit|publié|rédigé) par|geschreven door|"
    r"авторы?:?|text:|tekst:|texto:|testo:|door:|av:)\s+|(?:by|von|par|por):)",
    re.I,
)
_PREPOSITION = re.compile(
    r"^\W*(?:[Vv]on|VON|[Pp]ar|PAR|[Pp]or|POR|[Dd]i|DI|[Dd]a|[Dd]oor|DOOR|[Aa]v|[Aa]f|[Pp]rzez|от|"
    r"yazan)\s+(?=[^\Wa-z]|[\w.-]+$)"
)
_LABEL = re.compile(r"^[^\W\d][\w ]{2,24}?\s?:\s+(?=[^\Wa-z])")  # "Text and pictures: ...", "Piše: ..."
# An office before a name, "Political editor A. Name", and where each of several was, "A. Name in Velm and B. Name".
_OFFICE_BEHIND = re.compile(
    r"(?<=\w)(\s\S+)\s(?i:staff|senior|special|freelance) (?i:writer|reporter|correspondent)$"
)
_OFFICE_BEFORE = re.compile(
    r"^(?:[\w&'-]+\s){0,2}(?i:editor|reporter|correspondent|columnist|writer|chief|redakteur(?:in)?|"
    r"korrespondent(?:in)?|reporterin|"
    r"redactora?|corresponsal|periodista|journaliste|correspondante?|giornalista|"
    r"inviat[oa])\s+(?=[^\W\d_a-z][\w.'’-]*\s[^\W\d_a-z])"
)
_PLACE = re.compile(
    r"\s(?:in|à|en|em|aus|a)\s[^\W\d_a-z][\w.'’-]+(?:\s[^\W\d_a-z][\w.'’-]+){0,2}(?=,?\s(?:and|und|et|y|e|i)\s|[,;]\s)"
)
# Those who made the pictures, wrote down or edited what another says
_OTHERS = re.compile(
    r"\W*(?:\b(?:and|und|et|y)\s+)?(?:(?:photo(?:graph)?(?:s|er|ers|y)?|pictures?|images?|illustrat(?:ions?|ors?|ed)|"
    r"graphics?|video|art(?:work)?|"
    r"фото\w*|fotos?|fotograf\w*|bild(?:er)?|illustration(?:en)?|ilustraci(?:ón|ones)|fotografías?|photographies?|foto)"
    r"\s*(?:by|von|de|di|par|por|:)|as told to|(?:additional )?(?:editing|edited|produced|production|"
    r"translat\w+) by|aufgezeichnet von|protokoll:)\s.*$",
    re.I,
)
# "A. Name and agencies": nobody's name, whose small letters hide where it begins
_AND_AGENCIES = re.compile(
    r"(?:,\s|,?\s(?:and|und|et|y|e|och|og|with|mit|avec|con)\s|\s?[/+&]\s?)"
    r"(?:(?:news |wire )?agencies|(?:agency|wire) (?:reports?|copy)|wires|agences|agencias|agências|agenzie|agenturen|"
    r"dpa|afp|apa|epd|kna|sda|sid|efe|ansa|lusa|ntb|tt)$"
)
_TEXT_AND = re.compile(
    r"\W*(?:text|texte|testo|texto|words|story)\s(?:and|und|et|e|y|&)\s", re.I
)  # "and pictures: A. Name", who did both
_REVERSED = re.compile(r"([^\W\d_a-z][\w'’-]+),\s([^\W\d_a-z][\w'’-]+(?:\s[^\W\d_a-z]\.?)?)")
_BESIDES = re.compile(
    r"\s\((?:avec|with|mit|con|com)\s(?=[^\W\d_a-z]\w+\s)([^()]*)\)"
)  # "A. Name (with B. Name)"
_BARS = re.compile(r"\s[|·•]\s")
_KOREANS = re.compile(r"\W*([\uac00-\ud7a3]{3,4}(?:\s[\uac00-\ud7a3]{3,4})+)\s?기자")
_DESK = re.compile(rf"^{DESK}(?=\S)")
_APART = re.compile(r"\s*;\s*|\s(?:and|und|et|y|&)\s")
_PARTICLE = re.compile(
    r"(?:von|van|vom|zu|de[rlns]?|da|di|dos?|du|la|le|el|al|bin|ter|ten|af|av|ibn|d['’]\w+)\b"
)
# What comes after the last name.
_AFTER = re.compile(
    r"\s*(?:\([^()]{0,40}\)|\[[^\]]*\]|\s+(?:for|pour|für) (?:the )?[A-Z].*|\s+of the \w.*|"
    r"(?<=\w)(?<!^the)\s+(?:(?:the )?associated press|bbc (?:news|sport|\w+ service)|agence france-presse"
    r"|pa media)$|\s+(?:published|updated|posted|"
    r"veröffentlicht|"
    r"publicado|publié|stand|sagt|says|wrote|in|on|at|am|um|is a|ist|est)\b.*|"
    r"\s+(?:mon|tue|wed|thu|fri|sat|sun|mo|di|mi|do|fr|sa|so)\b(?=.*\d).*|"
    r"\s*(?:(?:선임|인턴)?기자|특파원|논설위원|記者|记者)(?=\W|$).*|"
    r"\s+(?:follow(?:ing)?|suivre|seguir|segui|folgen|volgen|obserwuj|takip et|フォロー|팔로우)$|"
    r"\s+(?:today|yesterday|heute|gestern|hoy|ayer|actualizado|aktualisiert|mis à jour)\b.*|"
    r"(?:^|\s+)(?:jan|feb|mar|mär|apr|may|mai|ma[ir]|jun|jui|jul|aug|sep|oct|okt|nov|dec|dez)[^\W\d]{0,7}\.?\s+\d.*|"
    r"\s+[|·•»→–—-]\s.*|\s+\d.*|\s+@\w+.*|[\w.+-]+@\S+.*|https?://.*)$",
    re.I,
)
_BETWEEN = re.compile(
    r"\s*[;|/·•]\s*|\s*,\s*(?:and|und|et|y|e|&)?\s+|,(?=[^\W\d_a-z])|\s+(?:and|And|AND|und|Und|UND|et|ET|og|och|i|y|"
    r"Y|e|en|ve|и|و|mit|with|avec|"
    r"im Gespräch mit)\s+(?=[^\Wa-z])"
    r"|\s+&\s+|、|，"
)
AGENCY = re.compile(
    r"(?:thomson )?reuters|a[fp]p?|agence france[- ]presse|(?:australian )?associated press|pa media|press association|"
    r"dpa|efe|ansa|tass|тасс|xinhua|新华社|bloomberg|upi|kyodo(?: news)?",
    re.I,
)
OFFICE = re.compile(
    r"\b(?:reporters?|correspondents?|editors?|writers?|journalists?|columnists?|contributors?|producers?"
    r"|staff|bureau|desk|special (?:to|for)|"
    r"chief|analyst|specialist|consultant|experts?|manager|developer|reviewer|director|officer|president|founder|ceo|"
    r"strategist|"
    r"engineer|professor|attorney|lawyer|fellow|intern|advis[oe]r|coach|coordinator|researcher|scientist|"
    r"(?:head|vice president) of|"
    r"director[ae]|professora?|spezialist(?:in)?|expert(?:e|in)|geschäftsführer(?:in)?|"
    r"redaktion\w*|autor(?:in)?|journalistin|\w*(?:leiter|sprecher|referent|redakteur|korrespondent)\w*|volontär\w*|"
    r"chef\w*|ressort\w*|"
    r"redact(?:or|ora|eur|rice)|rédacteur|rédactrice|periodista|corresponsal|enviad[oa]|journaliste|"
    r"giornalista|redazione|"
    r"phd|md|dr|mba|jr|sr)\b",
    re.I,
)
_NOT_NAMES = re.compile(
    r"^\W*(?:©|(?:fotos?|photos?|bild|фото|quelle|source)\b|(?:来源|來源|출처|出典|提供|источник|المصدر|fuente|fonte|"
    r"kaynak|πηγή|स्रोत)\s?[:：])|https?:|www\.|^@|[<>{}=]|^[\W\d]*$|^\d|\d:\d|^(?:(?:site |web ?)?admin(?:istrator|"
    r"istrador|istrateur)?|super ?user|web ?master|root|author|autor|none|null|undefined|unknown|name|"
    r"no author|(?:(?:নিজস্ব|জেলা|উপজেলা) )?(?:প্রতিবেদক|প্রতিনিধি|সংবাদদাতা)(?:, [^\s,]{2,20})?|স্টাফ রিপোর্টার|संवाददाता|"
    r"more (?:from|by)|weitere beiträge|letzte aktualisierung|follow|stand|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|"
    r"posted|(?:published|written|edited|reviewed|medically reviewed)(?: by)?|updated|(?:last )?updated by.*|"
    r"full bio|bio|about|guest|e-?mail|share|contributor|"
    r"about the author|(?:read|learn) more.*|veröffentlicht|von|by|par|por)\W*$",
    re.I,
)
_TITLES = re.compile(r"^(?:(?:dr|dra|prof|professor|mr|mrs|ms|mag|dipl\.-ing)\.?\s)+", re.I)
_EAST_ASIAN = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]{2,6}")
_LATIN = re.compile(r"[A-Za-z]")
_INITIALS = re.compile(r"(?:[^\W\d_]\.-?){1,3}")
_SLUG = re.compile(r"^[a-z0-9]+(?:[-_.][a-z0-9]+)+$")


def read_names(signature: str) -> list[str]:
    """The names of a signature in its order; none where it holds an address, a handle or nothing."""
    line = unlabelled(plain(signature)) if len(signature) <= MAX_SIGNATURE_CHARACTERS else ""
    line = line if _TEXT_AND.match(line) else _OTHERS.sub("", line)
    bare = _AND_AGENCIES.sub("", _PLACE.sub("", _BESIDES.sub(r", \1", line)))
    text = _stripped(bare)
    if _NOT_NAMES.search(text):
        return []
    if several := _side_by_side(bare):
        return several
    if turned := _turned(text):
        return turned
    parts = [name for part in _BETWEEN.split(_LABEL.sub("", text)) if (name := _stripped(part))]
    if not parts or _SLUG.match(parts[0]):
        return []
    names = [parts[0], *(part for part in parts[1:] if _is_another(part, parts[0]))]
    distinct = {name.casefold(): name for name in reversed(names)}
    names = [name for name in names if distinct.pop(name.casefold(), None)]
    return [name for name in names if len(name) <= MAX_NAME and not _NOT_NAMES.search(name)][:MAX_NAMES]


def _side_by_side(text: str) -> list[str]:
    """Names that a bar parts, and Korean ones that a space does; none where one of them may be an office."""
    parts = [_stripped(part) for part in _BARS.split(text)]
    if len(parts) > 1 and all(part and is_known(part, listed=True) for part in parts):
        return parts[:MAX_NAMES]
    found = _KOREANS.fullmatch(text)
    return found[1].split() if found else []


def _turned(text: str) -> list[str]:
    """The names of a signature that has each family name first, "Name, A.; Other, B."; none where it has not."""
    parts = _APART.split(text)
    found = [one for part in parts if (one := _REVERSED.fullmatch(part))]
    if len(found) < len(parts) or OFFICE.search(text) or any(AGENCY.fullmatch(one[1]) for one in found):
        return []
    return [f"{one[2]} {one[1]}" for one in found]


def _is_another(part: str, head: str) -> bool:
    """Whether `part` is one more name and not the first one's title or place, as in "A. Name, Political Editor"."""
    last = part.split()[-1]
    if AGENCY.fullmatch(head) and " " not in part and not AGENCY.fullmatch(part):
        return False  # its place: "Reuters, Velm"
    phrase = (
        (last != part and last.islower())
        or head in part
        or (" " in part and part[0].islower() and not _PARTICLE.match(part))
    )
    return not (phrase or ":" in part or _SLUG.match(part) or OFFICE.search(part)) and (
        " " in part or " " not in head
    )


def is_known(name: str, listed: bool = False) -> bool:
    """Whether it is surely a person's: two words or more, the first of them a given name or an initial.

    A name in another script than the Latin is, where it has two words or is written without a space; not where it has
    to be `listed` among the given names, which are in Latin letters.
    """
    words = _TITLES.sub("", name).split()
    if not name.isascii() and not _LATIN.search(name):
        return not listed and (" " in name or bool(_EAST_ASIAN.fullmatch(name)))
    if not 1 < len(words) <= MAX_WORDS:
        return False
    return gender_of(words[0]) is not None or (not listed and bool(_INITIALS.fullmatch(words[0])))


def untitled(name: str) -> str:
    """A name without "Dr" and the like; as it is where only one word would be left."""
    bare = _TITLES.sub("", name)
    return bare if " " in bare else name


def is_borne(name: str) -> bool:
    """Whether its first word is a given name that many bear; a rare one may be any word."""
    first = name.split()[0]
    return is_common(first) or is_common(first.partition("-")[0])


def joined(pieces: Iterable[str]) -> str:
    """The line of a signature whose parts stand in elements of their own, parted where two of several words meet."""
    line = ""
    for words in filter(None, map(clean, pieces)):
        last = line.rpartition(";")[2].split()
        label = words[-1] in ",:" and " " not in words
        another = (" " in words and not words.split()[0].islower()) or label or OFFICE.search(words)
        apart = len(last) > 1 and another and last[-1][-1].isalnum() and not last[-1].islower()
        line += ("; " if apart and words[0].isalnum() else " ") + words
    return line.strip()


def _stripped(text: str) -> str:
    """A name without what stands around it; what stood around that goes too."""
    bare = _bared(_bared(text))
    return _DESK.sub("", _OFFICE_BEFORE.sub("", _OFFICE_BEHIND.sub(r"\1", bare)))


def _bared(text: str) -> str:
    return _AFTER.sub("", _PREPOSITION.sub("", _BEFORE.sub("", text))).strip(" ,;:|-–—·•*→~+&\"'")
