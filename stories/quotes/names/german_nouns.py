"""Nouns in languages that write all nouns with a capital: what looks like a name and is none."""

from stories.quotes.languages import words as table_words
from stories.quotes.languages.given_names import is_common
from stories.quotes.layout.doc import Doc
from stories.quotes.names.name_words import is_given

ADJECTIVAL = ("e", "en", "er", "es", "em")  # endings of German adjectives
IN_ARTICLES = table_words("im am zum zur vom beim ins")
# How German nouns end that tell something and are no names: "Haddads Messgerät"
PAPERS = tuple(
    table_words(
        """gerät bericht buch liste protokoll unterlagen aussage tabelle rechnung studie gutachten akte akten notizen
        vertrag mail uhr kalender daten messung messungen umfrage erklärung mitteilung website seite blog bilanz zettel
        statistik untersuchung analyse schätzung berechnungen berechnung angaben worten tweet schreiben klage
        klageschrift"""
    )
)


def is_noun(doc: Doc, first: int, words: list[str]) -> bool:
    """Whether what has a capital is a noun: "die Gewerkschaft", "Sprecher der Reederei"."""
    table, before = doc.language, doc.low[first - 1] if first else ""
    opens = table.articles | table.datives
    if words[0] in opens or words[0].lower() in table.groups:
        return True
    after = [*doc.raw[first + 1 : first + 3], "", ""]
    if before in opens and after[0] in table.particles:
        return True  # "vor dem Tor von Siemens"
    if any(words[i][-1:] == "s" and not is_given(words[i]) for i in range(1, len(words) - 1)):
        return True  # "Karim Haddads Bruder"
    if len(words) > 1:
        owned = words[0][-1:] == "s" and words[0][:-1] in doc.capitals  # "Oddens Anwältin"
        return (owned or words[-1].lower().endswith(PAPERS)) and not is_given(words[0])
    apposed = after[0] == "," and after[1][:1].isupper()  # "Ihr Anwalt, Karl Brand"
    if apposed or words[0] in doc.last_names or is_common(words[0]):
        return False
    k = first - 1
    while k > 0 and doc.low[k] not in opens and doc.raw[k].islower() and doc.low[k].endswith(ADJECTIVAL):
        k -= 1  # "in dem offenen Brief"
    return before in IN_ARTICLES or (k >= 0 and doc.low[k] in opens)
