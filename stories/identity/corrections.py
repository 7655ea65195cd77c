"""Notices by which an outlet says that it corrected a story."""

import re

MAX_NOTICE_CHARACTERS = 900  # characters; what is longer tells a story, and only begins like a notice

# A label, alone or before a colon, dash, date or full stop
_LABELS = (
    r"corrections?(?: and clarifications?)?|clarifications?|amendment|errat(?:um|a)|editor['’]s note|"  # en
    r"correcci[oó]n(?:es)?|fe de err(?:ores|atas?)|rectificaci[oó]n|aclaraci[oó]n|nota del editor|"  # es
    r"rectificatif|correctif|pr[eé]cision|note de la r[eé]daction|"  # fr
    r"korrekturhinweis|korrektur|richtigstellung|berichtigung|anmerkung der redaktion|anm\. d\. red|"  # de
    r"corre[cç][aã]o|retifica[cç][aã]o|nota da reda[cç][aã]o|"  # pt
    r"errata corrige|rettifica|correzione|precisazione|"  # it
    r"correctie|rectificatie|"  # nl
    r"rättelse|rettelse|korreksjon|sprostowanie|korekta|düzeltme|oprava|helyesbítés|"
    r"исправление|поправка|уточнение|виправлення|تصحيح|تصويب"
)
_LABEL = re.compile(
    rf"^[\W_]*(?:{_LABELS})\b(?:\s*[:：,.\-–—(（\]]|\s+(?:\d|on\b|vom\b|du\b|del\b)|\s*$)", re.I
)
_EAST_ASIAN = re.compile(r"^\W*(?:更正|訂正|勘误|勘誤|정정|바로잡습니다)")
_SENTENCE = re.compile(
    r"\b(?:an? (?:earlier|previous|original) version of (?:this|the) |"
    r"this (?:article|story|piece|report|post|headline) (?:has been|was) (?:amended|corrected)|"
    r"(?:una|en una) versi[oó]n (?:anterior|previa) de est[ea]|"
    r"(?:une|dans une) (?:premi[eè]re |pr[eé]c[eé]dente )?version (?:pr[eé]c[eé]dente |ant[eé]rieure )?de cet article|"
    r"in einer (?:früheren|vorherigen|ersten) (?:version|fassung)|"
    r"(?:uma|em uma|numa) vers[aã]o anterior d|una versione precedente di quest|"
    r"in een eerdere versie van dit)",
    re.I,
)


def is_correction(paragraph: str) -> bool:
    """Whether a paragraph is a notice of correction or clarification."""
    if len(paragraph) > MAX_NOTICE_CHARACTERS:
        return False
    return any(pattern.search(paragraph) for pattern in (_LABEL, _EAST_ASIAN, _SENTENCE))


def corrections(body: str) -> list[str]:
    """The paragraphs of a body that are notices of correction."""
    return [paragraph for paragraph in body.split("\n\n") if is_correction(paragraph)]
