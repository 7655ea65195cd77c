"""Stories as plain text, as they are copied out of a browser: what stands around them, in five languages."""

from tests.stories.kinds import TEXT, TITLE, Case

DAY = "2026-09-14"
OTHER = "Skip to content\nThe Tarrow Post\nHome\nNews\nTrade"
TAIL = (
    "The quay\nWork and ships\nYard sold to Ostrel\nPublished 19 September 2026\nMayor speaks of the bridge"
)
NOTE = "The paper is not answerable for what other sites may show."
LEGAL = "© 2026 The Tarrow Post. The paper is not answerable for what other sites may show."
PICTURE = "Image source, Getty Images\nImage caption,\nThe yard at Tarrow has three hundred workers"
PROSE = "\n\n".join(TEXT)
FR = [
    "Les femmes qui réparent les filets ont été payées quatre jours sur six, montrent leurs carnets.",
    "Le chantier appartient à la société Ostrel, qui emploie trois cents personnes sur la rive sud.",
]
ZH = [
    "塔罗船厂补网的女工六天只领到四天的工资。",
    "船厂属于奥斯特雷尔公司，在河南岸雇用三百人，大多来自附近的村庄。",
    "公司没有回复女工的信件，在城里的办公室也已关闭。",
]
AR = [
    "لم تتقاض النساء اللواتي يصلحن الشباك أجورهن كاملة.",
    "الحوض ملك لشركة أوستريل التي توظف ثلاثمئة شخص على الضفة الجنوبية للنهر.",
]
STANDFIRST = "Dora Lind has mended nets at the yard for thirty years. She spoke to Nell Harrow."
ASKED = [
    "How long have you gone without pay?",
    "Since the spring. We sign for the week and the foreman fills it in.",
]
SAID = {"title": TITLE, "published": DAY, "body": TEXT}
COPIED = {
    "menu above and below": (
        f"{OTHER}\n{TITLE}\n14 September 2026\nBy Nell Harrow\nTrade reporter\nShare\n\n{PROSE}\n\n{TAIL}\n{NOTE}",
        SAID | {"authors": ["Nell Harrow"]},
    ),
    "a distance above": (
        f"The Tarrow Post of the coast\n2 hours ago\n12 comments\n{TITLE}\n14 September 2026\n{PROSE}",
        SAID,
    ),
    "a distance alone": (f"Menders unpaid\n2 hours ago\n{PROSE}", {"title": "Menders unpaid", "body": TEXT}),
    "a source above": (
        f"Source: the books of the yard, and of the women who mend its nets\n{TITLE}\n14 September 2026\n\n{PROSE}",
        SAID,
    ),
    "many names above": (
        f"By Nell Harrow, Tom Reed and Ida Lund for The Tarrow Post of the coast\n{TITLE}\n14 September 2026\n\n{PROSE}",
        SAID,
    ),
    "captions above": (f"{TITLE}\n14 September 2026\n{PICTURE}\n\n{PROSE}", SAID),
    "captions among": (f"{TITLE}\n14 September 2026\n\n{TEXT[0]}\n{PICTURE}\n" + "\n".join(TEXT[1:]), SAID),
    "a caption in a line": (
        f"{TITLE}\n14 September 2026\n\n{TEXT[0]}\nImage caption, The yard has three hundred workers\n"
        + "\n".join(TEXT[1:]),
        SAID,
    ),
    "a line of a right": (f"{TITLE}\n14 September 2026\n\n{PROSE}\n{LEGAL}", SAID),
    "a list among": (
        f"{TITLE}\n14 September 2026\n\n{TEXT[0]}\nThey ask for three things:\npay for two days\nopen books\na visit\n"
        + "\n".join(TEXT[1:]),
        {"title": TITLE, "has": ["open books", TEXT[-1]]},
    ),
    "two dates": (
        "Accueil\nDes femmes payées quatre jours sur six\nPar Jeanne Morel\nPublié le 14 septembre 2026 à 18h04, "
        "modifié le 15 septembre 2026 à 09h10\nPartager\n\n" + "\n\n".join(FR),
        {"title": "Des femmes payées quatre jours sur six", "body": FR, "authors": ["Jeanne Morel"]},
    ),
    "a short paragraph first": (
        "补网女工只领到四天工资\n2026年09月14日 18:04\n来源：塔罗邮报\n记者 李海生\n" + "\n".join(ZH),
        {"title": "补网女工只领到四天工资", "authors": ["李海生"], "body": ZH},
    ),
    "names below the date": (
        "نساء بلا أجور\n14 سبتمبر/أيلول 2026\nأحمد صالح\nبي بي سي - فاريل\n" + "\n".join(AR),
        {"title": "نساء بلا أجور", "published": DAY, "body": AR},
    ),
    "a release": (
        f"FOR IMMEDIATE RELEASE\nSeptember 14, 2026\nContact: Eva Rask, press@union.example\n\n{TITLE}\n\n{PROSE}\n\n"
        "###\nAbout the union: The union of those who mend nets was founded in 1921.",
        SAID,
    ),
    "a release of thirty": (
        f"{TITLE}\n14 September 2026\n\n{PROSE}\n\n- 30 -\nThe union was founded in 1921.",
        SAID,
    ),
    "a standfirst above the date": (
        f"Interview: “We count every coin”\n\n{STANDFIRST}\n\n14 Sep 2026\n\n" + "\n\n".join(ASKED),
        {"title": "Interview: “We count every coin”", "published": DAY, "body": [STANDFIRST, *ASKED]},
    ),
    "a headline that asks": (
        f"The Tarrow Post\nWho pays those who mend the nets at Tarrow?\n{PROSE}",
        {"title": "Who pays those who mend the nets at Tarrow?", "body": TEXT},
    ),
    "a day in the headline": (
        f"The letter of the union of 14 September 2026 in full\n15 September 2026\n\n{PROSE}",
        {"published": "2026-09-15", "body": TEXT},
    ),
}
COPIED |= {  # headlines that open with a word that may stand before a name
    head: (f"{head}\n14 September 2026\n\n{PROSE}", {"title": head, "published": DAY, "body": TEXT})
    for head in (
        "De werf betaalt de vrouwen niet meer",
        "Por qué no cobran las rederas de Tarrow",
        "Von der Werft bleibt wenig übrig",
        "By the river they mend for nothing",
        "Source of the yard's money is unknown",
        "Contact with the menders' boat is lost",
        "Embargo on nets of Tarrow is lifted",
        "Video shows guards who count the days",
        "300 menders unpaid since the spring",
    )
}
CASES = {name: Case(page, wants) for name, (page, wants) in COPIED.items()}
