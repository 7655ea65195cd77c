"""Whom to ask, below a text: the labels above names, numbers and addresses, in the languages of press offices."""

import re

# Sources: releases of ministries and companies in these languages.
CONTACTS = re.compile(
    r"\W*(?:(?:(?:press|media|news|investor|editorial)\W?(?:relations )?"
    r"(?:contacts?|enquir(?:y|ies)|inquir(?:y|ies))|contacts?)"
    r"(?: information| details| us| persons?)?|"
    r"for (?:more|further|additional) (?:information|details|enquiries|inquiries)\b.{0,50}|"
    r"(?:presse|medien)?-?(?:kontakte?|ansprechpartner(?:in)?(?:nen)?|rückfragen?)(?: (?:für|bei|der) .{3,30})?|"
    r"weitere (?:informationen|auskünfte)\b.{0,40}|contacts?(?: (?:de )?(?:la )?(?:presse|médias?))?|"
    r"pour (?:plus d.informations?|tout renseignement)\b.{0,40}|"
    r"contac?tos?(?: (?:de|para|com) (?:a |la )?(?:prensa|imprensa|medios))?|"
    r"para (?:más|mais) informaci?ç?[óõ](?:n|es)\b.{0,40}|contatti(?: stampa)?|"
    r"(?:pers)?contact(?:gegevens|persoon)?|"
    r"(?:press?)?kontakty?(?:er)?(?:person(?:er)?)?|контакт\w*(?: для .{3,30})?|"
    r"للتواصل.{0,30}|جهة الاتصال|联系方式|联系人|聯絡人|聯絡方式|媒体联系.{0,4}|"
    r"(?:本件に関する)?お?問い?合わせ先?|문의처)\W*",
    re.I,
)
# A number or an address at which somebody is reached
REACHED = re.compile(r"[\w.+-]+@[\w-]+\.\w|(?<!\d)\+?\(?\d[\d ()./-]{6,}\d")
LONGEST = 90  # characters of such a label


def asks_whom(line: str) -> bool:
    """Whether a line is a label above the names and numbers of those who can be asked."""
    return 0 < len(line) <= LONGEST and CONTACTS.fullmatch(line) is not None
