"""What tells a person's name from the name of a body or a place: "he" and "she" stand for persons only."""

import re

from stories.quotes.languages import words
from stories.quotes.layout.doc import Doc

# Nouns that the names of companies, authorities, papers and places end with, or hold
BODIES = words(
    """academy action agency airlines airport alliance army assembly associates association authority bank
        bay beach board bridge broadcasting brothers bureau business camp campaign cathedral center
        centre chamber championship church city club coalition college commission committee
        community companies company confederation conference congress consortium construction corp
        corporation council county court courier creek daily department development division
        electric electronics embassy energy engineering enterprise enterprises entertainment
        exchange exports express farms federation festival fish fisheries food foods force forces
        forest forum foundation front fund garments gas gazette general government group guard guild
        hall harbor harbour healthcare herald highway hill hills holding holdings home homes
        hospital hotel hotels house inc industries industry initiative institute insurance
        international island islands jail journal laboratories lake league limited logistics ltd
        mail manufacturing market markets media memorial metals mill mills minerals mine mines
        mining ministry mirror mission monitor mosque motors mountain mountains movement museum navy
        network news newspaper observer office oil organisation organization pact park parliament
        partners partnership party petroleum pharmaceuticals plantation plantations plastics
        platform police port post power press prison products project properties province publishing
        railways records refinery refining region republic research resort resources restaurant
        review river road seafood seafoods secretariat security senate service services shipping
        shipyard society solutions station stores street studios summit supermarket supermarkets
        supply support syndicate systems technologies technology telecom telegraph television temple
        tenants textile textiles theatre theater times tobacco tower trade traders trading transport
        tribunal tribune trust union united university valley village voice watch water woods
        workers works world advisers advisors aerospace agro airways aluminium aluminum apparel auto
        automotive aviation bakery bars biotech bauxite beauty beer beverages biscuits books brands
        brewery brewing builders bus cabs cables cafe café candy capital cargo casino cement
        ceramics chemical chemicals chicken chocolate cinemas clinic clinics clothing coal cobalt
        coffee communications concrete confectionery consulting contractors copper cosmetics cotton
        couriers cruises dairies dairy deliveries denim diamonds digital distillery drinks
        electronics equities estates fabrics fashion ferries fertiliser fertilizer finance financial
        fishing flights flour flowers footwear freight fruit furniture gems gold granite grocers
        haulage healthcare hosiery inn iron jeans jewellery jewelry kitchens knitwear labs laundries
        leather lending lime lines lithium living loans lodge luggage lumber machinery marble marine
        meat meats mobile motor networks nickel nurseries nuts oils packaging paint paints palm
        paper pharma pharmacies pharmacy phosphate pipe pipes pizza plastic platinum polymers pork
        porcelain potash pottery poultry printing produce pulp quarries quarry rail railroad railway
        ranch rare recycling rentals retail rice rubber sawmills securities seeds semiconductor
        shirts shoes silk silver smelter smelters software soda spa spices sportswear steel steels
        steelworks studio sugar tannery taxis tea tech telecoms tiles timber tin tires tools tours
        toys trucking trucks tungsten tyres uranium utilities vegetables ventures vineyards watches
        wear wine wines wireless wool yarn yarns zinc ag bv gmbh llc nv oy plc sa se spa srl bhd pty
        tbk jsc ooo"""
)
# The same in other languages that are written with Latin letters
OTHER_BODIES = words(
    """hoteles hotelera hotéis hoteleira hôtels mineração minería minera minerais minas mines energia energía énergie
    transportes transports logística logistique logistik construções construcciones constructions alimentos aliments
    energie textil têxtil textile textiles têxteis laboratorios laboratórios laboratoires aceros aciers petróleos pétrole
    plásticos
    plastiques frères hermanos irmãos hijos filhos fils söhne gebrüder werke stahl chemie reederei kliniken brauerei
    sociedad sociedade société ltda sarl sas kg telecomunicaciones seguros assurances versicherung versicherungen"""
)
GROUPS = words(
    "americans republicans democrats conservatives liberals muslims christians jews protesters dozens hundreds"
)
PLACES = words("in near around outside across throughout via northern southern eastern western downtown")
CALLINGS = words(
    """husband wife mother father sister brother son daughter uncle aunt cousin grandmother grandfather widow widower
    friend colleague neighbour neighbor lawyer attorney spokesman spokeswoman spokesperson teacher farmer fisherman
    worker nurse doctor driver activist campaigner journalist economist professor researcher scientist engineer
    minister mayor senator governor president chairman chairwoman director manager secretary inspector officer judge
    priest imam pastor analyst author student resident survivor witness victim organiser organizer founder
    candidate nominee democrat republican weaver miller baker deckhand picker packer tailor carpenter welder labourer
    laborer cleaner cook clerk foreman guard trader farmhand herder shepherd elder"""
)
ADVERBS = words("instead however meanwhile moreover nonetheless nevertheless furthermore afterwards")
CALLING_ENDINGS = (
    "man",
    "woman",
    "men",
    "women",
    "ist",
    "ists",
    "ician",
    "person",
    "packers",
    "pickers",
    "workers",
)
PHRASE = 6  # words of an apposition in which its noun stands
PEOPLE = words(
    "boy girl child children men women people person workers families family one another he she who"
)
SUBJECT_REACH = 12  # tokens between a verb of saying and the pronoun of its subject
TOKENS_ALONE = 80  # tokens before a name in which nobody else is spoken of
AGE = re.compile(r"\d{1,2}")


THINGS = words(
    """town city village suburb hamlet capital region district province county state country island river
        lake mountain company firm maker manufacturer producer retailer supplier contractor
        subsidiary bank fund insurer charity union newspaper magazine broadcaster website agency
        hospital school university college museum hotel restaurant shop"""
)
# What stands after the name of a body: "Alice Brook, which", "Alice Brook and its owner", "Alice Brook’s shares"
OWNED = words(
    "shares shareholders workers employees staff mine mines plant plants factory factories subsidiary products"
)


def is_body(doc: Doc, first: int, last: int, name: list[str]) -> bool:
    """Whether one naming is of a company, an authority, a group or a place, by its words and the word before it."""
    bodies = doc.language.bodies
    if (first and doc.low[first - 1] in bodies) or (len(name) > 1 and name[0].lower() in bodies):
        return True  # "la empresa Gloria", "the company Alice", "Компания Халвард"
    if doc.language.code != "en":
        return any(word.lower() in BODIES | OTHER_BODIES for word in name[1:])
    lows = [word.lower().removesuffix("’s").removesuffix("'s") for word in name]
    if any(low in BODIES for low in lows[-1:] + lows[1:]) or "of" in lows or lows[-1] in GROUPS:
        return True
    if len(lows) == 1 and (lows[0] in BODIES or (name[0].isupper() and len(name[0]) > 1)):
        return True
    if _is_thing(doc, first, last):
        return True
    before = doc.low[first - 1] if first else ""
    owned = doc.raw[last - 1].endswith(("’s", "'s")) or doc.raw[last : last + 1] in (["’"], ["'"])
    after = doc.raw[last] if last < len(doc.raw) else "."
    alone = not after[0].islower() or doc.low[last] in doc.language.closed
    return not owned and (before in PLACES or (before == "the" and alone))


def _is_thing(doc: Doc, first: int, last: int) -> bool:
    """Whether what follows a name is said of bodies only: ", which", "and its", a shop's "Wendy’s closed"."""
    if last + 1 >= len(doc.raw):
        return False
    after, next_ = doc.low[last], doc.low[last + 1]
    owning = doc.raw[last - 1].endswith(("’s", "'s"))
    if owning and last - first == 1 and doc.is_name(last):
        return True  # "Ella’s Kitchen"
    if owning:
        shop = after.endswith("ed") and (next_ in doc.language.links or not next_[0].isalnum())
        return shop or after in OWNED
    if after == "," and next_ in doc.language.articles:
        return _apposed_thing(doc, last + 2)
    return (after == "," and next_ == "which") or (after == "and" and next_ == "its")


def _apposed_thing(doc: Doc, i: int) -> bool:
    """Whether the noun phrase from token `i` on names a place or a body: "Charlotte, a town of mills"."""
    for k in range(i, min(i + PHRASE, len(doc.raw))):
        if doc.low[k] in doc.language.links or not doc.raw[k][0].isalnum():
            return False
        if doc.low[k] in THINGS:
            after = doc.low[k + 1] if k + 1 < len(doc.low) else "."
            return after in doc.language.links or not after[0].isalnum()
    return False


def is_person(doc: Doc, first: int, last: int) -> bool:
    """Whether what stands beside a name is said of persons only: "the miller Ada Moss", "Ada Moss, 54,", "Moss, who"."""
    if first and doc.low[first - 1] in CALLINGS:
        return True
    if _is_itself(doc, first, last):
        return True
    if first > 1 and doc.raw[first - 1] == "," and ends_with_calling(doc, first - 2):
        return True
    if last + 2 >= len(doc.raw) or doc.raw[last] != "," or doc.low[first] in ADVERBS:
        return False
    if doc.low[last + 1] == "who":
        return True
    if doc.low[last + 1] in doc.language.articles:
        return _is_calling(doc, last + 2)
    return bool(AGE.fullmatch(doc.raw[last + 1])) and doc.raw[last + 2] in ",."


def _is_calling(doc: Doc, i: int) -> bool:
    """Whether the noun phrase from token `i` on names what only a person is: "a retired nurse at the clinic"."""
    for k in range(i, min(i + PHRASE, len(doc.raw))):
        if doc.low[k] in doc.language.links or not doc.raw[k][0].isalnum():
            return False
        if tells_person(doc.low[k]):
            return True
    return False


def ends_with_calling(doc: Doc, i: int) -> bool:
    """Whether the phrase that ends with token `i` is a calling: "the inspector of labour", "her husband"."""
    for k in range(i, max(-1, i - PHRASE), -1):
        if doc.low[k] in CALLINGS:
            return doc.low[k] == doc.raw[k]
        if not doc.raw[k].islower() or doc.low[k] in doc.language.articles | doc.language.breaks:
            return False
    return False


def _is_itself(doc: Doc, first: int, last: int) -> bool:
    """Whether "he" can only be the name before it: "Rook told the court that he had signed", and no man before Rook."""
    table = doc.language
    opens = first == 0 or doc.raw[first - 1] in ".!?" or doc.text[doc.end[first - 1]] == "\n"
    if not opens or last >= len(doc.raw) or doc.low[last] not in table.say:
        return False
    stop = next(
        (k for k in range(last, min(last + SUBJECT_REACH, len(doc.raw))) if doc.low[k] in ("he", "she")),
        first,
    )
    between = range(last + 1, stop)
    if stop == first or any(doc.region[k] >= 0 or doc.is_name(k) or doc.raw[k] in ".," for k in between):
        return False
    return not any(tells_person(doc.low[k]) for k in (*range(max(0, first - TOKENS_ALONE), first), *between))


def tells_person(low: str) -> bool:
    return low in CALLINGS or low in PEOPLE or low.endswith(CALLING_ENDINGS)
