"""How German news reports speech."""

from stories.quotes.languages import Language, words

TABLE = Language(
    code="de",
    say=words(
        """sagt sagte sagten sagen gesagt erklärt erklärte erklärten betont betonte betonten meint
        meinte meinten berichtet berichtete berichteten kritisiert kritisierte fordert forderte
        forderten warnt warnte schreibt schrieb teilte teilten äußerte äußerten nannte nannten
        kündigte kommentierte bezeichnete bezeichneten"""
    ),
    according=("laut", "nach angaben von", "so"),
    common=words(
        "der die das und ist nicht mit von den für auf ein eine dem des sich auch wird im zu werden"
    ),
    that=words("dass daß ob wie"),
    breaks=words("dass daß ob weil wenn als während aber und ist war sind hat haben wurde wird werden"),
    he=words("er ihn ihm"),
    she=words("sie ihr"),
    they=words("sie wir"),
    who=words("der die das welcher welche"),
    titles=words("herr frau dr prof präsident präsidentin kanzler kanzlerin minister ministerin"),
    articles=words("der die das ein eine einer dem den des"),
    abbreviations=words("dr prof z.b u.a bzw ca st nr usw"),
)
