"""How German news reports speech."""

from stories.quotes.languages import Language, words

VERBS = (
    "sag erklär beton mein kritisier forder warn kommentier ergänz äußer bemerk behaupt versicher bekräftig erläuter"
    " begründ klag mahn lob bemängel beteuer vermut berichte antworte urteil resümier bilanzier unterstreich"
    " bestätig erinner ergänz entgegne erwider wunder spott schimpf frag hoff glaub fürcht befürcht argumentier"
    " verkünd meld prophezei twitter appellier räum stell füg kündig teil mach bedauer protestier erzähl reagier nenn"
)
RARER = (
    "charakterisier verteidig prognostizier attestier dementier präzisier signalisier plädier konter schwör jubel"
    " murmel flüster höhn stichel witzel scherz läster wetter polter moser nörgel zürn orakel mutmaß spekulier"
    " schlussfolger umschreib unterstell beanstand rüg tadel monier beklag bejubel gratulier kondolier ermahn"
    " beschwör entschuldig gelob garantier verlautbar vermeld informier schilder offenbar enthüll beharr poch"
    " insistier leugne relativier beschwichtig beruhig bilanzier zitier notier vermerk konstatier attackier geißel"
    " verurteil brandmark rühm schwärm freu verspott definier begrüß vermittel formulier hinterfrag titulier"
    " beschimpf beleidig diffamier verhöhn verharmlos rechtfertig proklamier postulier propagier skandier"
)
IRREGULAR = (
    "bestreiten bestritten leugnet geleugnet verneinte verneint widersprach "
    "sprach sprachen spricht gesprochen schrieb schrieben schreibt geschrieben nannte nannten nennt genannt rief riefen"
    " ruft gerufen gab gaben gibt hieß heißt lautete lautet lauteten wies wiesen weist dachte denkt schätzt schätzte"
    " wandte wendet verlangt verlangte verlangten bezeichnet bezeichnete bezeichneten betitelte gesagt erklärt betont"
    " mitgeteilt mitteilt mitteilte mitteilten bekanntgab berichtet berichtete berichteten antwortet antwortete gefordert"
    " begrüßt begrüßte begrüßten empfahl empfiehlt versprach verspricht meldete meldeten meldet gestand bat droht drohte"
    " titelt titelte entgegnet entgegnete hofft hoffte unterstrich bekannte vertrat vertritt riet rieten wirft warf"
    " warb warben schilderte schilderten rechtfertigte rechtfertigten beurteilte beurteilten zeigt zeigen ausdrückte"
    " konstatierte konstatiert angekündigt ankündigte aufgefordert auffordert feststellt festgestellt vorwarf"
    " vorgeworfen geäußert begründet geheißen würdigte würdigten feierte feierten griff griffen attackierte"
    " skandierte skandierten gefragt plädierte plädierten beschloss beschlossen verwies verwiesen bestreitet bestritt"
    " befürwortete befürworteten formulierte zeigte zeigten führte führten drückte lehnte lehnten bekräftigt"
    " bezweifelt bezweifelten beschuldigte beschuldigten ausführte hinzufügte hervorhob entschied entschieden"
    " zugesagt versprochen versichert erwähnte erwähnt gestanden gebeten eingeräumt ausgesagt angegeben geht ging gingen"
    " strich prangert prangerte prangerten schränkte schränkten räumte räumten stellte stellten fügte fügten setzte"
    " teilte teilten kündigte kündigten fuhr fasste fassten schlug sieht sah hält halten hielt wertete"
    " zitiert zitierte verlauten durchblicken verglich vergleicht führt sicherte sicherten"
    " bezweifelte veröffentlichte veröffentlichten"
    " hob hoben beschrieb beschreibt beschrieben verurteilte verurteilten begründete"
)
ARTICLES = ("von", "des", "der", "dem", "einer", "eines")
VIEWS = (
    "angaben worten darstellungen aussage aussagen ansicht meinung einschätzung auffassung darstellung"
    " überzeugung informationen angabe worte berichten meldungen erkenntnissen urteil auskunft"
)


def forms(stems: frozenset[str]) -> frozenset[str]:
    """The third persons of weak verbs, present and past."""
    return frozenset(
        stem.removesuffix("e") + ending
        for stem in stems
        for ending in ("t", "te", "ten", "en", "et", "ete", "eten")
    )


TABLE = Language(
    code="de",
    say=forms(words(VERBS) | words(RARER)) | words(IRREGULAR),
    according=(
        "laut",
        "gemäß",
        *(f"nach {noun} {article}" for noun in VIEWS.split() for article in ARTICLES),
        *(f"nach den {noun} {article}" for noun in VIEWS.split() for article in ARTICLES),
        *(f"nach {noun}" for noun in VIEWS.split()),
        *(f"nach {own} {noun}" for own in ("eigenen", "eigener") for noun in VIEWS.split()),
        *(f"aus {noun}" for noun in ("sicht",)),
    ),
    closing=words("so"),
    postpositions=words("zufolge"),
    noun_capitals=True,
    works=words(
        """roman buch film lied stück song serie album zeitung zeitschrift magazin gedicht erzählung theaterstück
        dokumentation ballade hymne titel namen motto leitmotto"""
    ),
    verb_endings=("te", "t", "ten", "en"),
    common=words(
        """der die das und ist nicht mit von den für auf ein eine dem des sich auch wird im zu werden es er
        sie wir ich in am nach bei aus um so wie als an man nun dies diese dieser dieses damit dabei
        doch aber"""
    ),
    ands=words("und"),
    that=words("dass daß ob"),
    helpers=words(
        """hat hatte haben hatten wurde wird sich auch dazu dabei darauf daher weiter zudem außerdem ferner
        heute gestern nun jedoch am im in nach später bereits gegenüber unter anderem wörtlich
        abschließend weiterhin hierzu folgt"""
    ),
    breaks=words(
        """dass daß ob weil wenn während aber ist war sind waren hat hatte haben hatten wurde wird werden
        wurden kann können soll sollen will sowie denn sondern obwohl nachdem indem wie warum weshalb wieso was"""
    ),
    he=words("er ihn ihm seine seiner"),
    she=words("ihr ihre ihrer"),
    they=words("sie wir man"),
    subjects=words("er sie wir ich man es"),
    who=words("welcher welche welches"),
    titles=words(
        """herr frau dr prof professor präsident präsidentin kanzler kanzlerin minister ministerin
        bundeskanzler bundeskanzlerin außenminister innenminister finanzminister ministerpräsident
        bürgermeister bürgermeisterin sprecher sprecherin general papst richter abgeordnete abgeordneter
        chef chefin"""
    ),
    men=words("herr papst"),
    women=words("frau"),
    articles=words(
        """dessen deren dieser diese jener sein seine der die das ein eine einer eines dem den des mehrere
        viele einige zwei drei"""
    ),
    links=words(
        "vom beim zur zum von in aus bei zu über für mit als auf an gegen ohne trotz durch wegen angesichts anlässlich"
    ),
    days=words(
        """montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar märz april mai juni
        juli august september oktober november dezember"""
    ),
    particles=words("von van de zu der al"),
    bodies=words(
        """firma unternehmen konzern fabrik mine bank gewerkschaft stadt gemeinde behörde verein partei stiftung
        brauerei reederei werft zeche hütte molkerei druckerei spedition"""
    ),
    groups=words(
        """experten expertinnen beobachter beobachterinnen augenzeugen zeugen kritiker kritikerinnen anwohner
        anwohnerinnen
        bewohner arbeiter arbeiterinnen arbeitern beamte beamten behörden ermittler ermittlern medien medienberichten
        presseberichten berichten angaben meldungen aktivisten aktivistinnen gewerkschafter gewerkschaften demonstranten
        männer männern frauen eltern kinder schüler studenten ärzte anwälte bauern fischer nachbarn angehörige
        überlebende vertreter sprecher minuten stunden tagen prozent polizei feuerwehr
        jemand niemand einer keiner alle viele manche mancher
        staatsanwaltschaft justiz regierung opposition verwaltung ministerium presse
        plakate transparente schilder banner flugblätter aufkleber graffiti dutzende hunderte"""
    ),
    abbreviations=words(
        """ii iii iv vi vii viii ix xi xii xiii xiv xv xvi dr prof z.b u.a bzw ca st nr usw mio mrd jan feb
        aug sept okt nov dez"""
    ),
    stops=words(
        """am im in vor nach bei gegenüber auf um seit heute gestern dazu weiter zum zur anlässlich während
        über unter zuvor daraufhin später hierzu jedoch auch noch nur bloß lediglich knapp lapidar trocken"""
    ),
    clause_marks=",",
    leads=words("und aber doch auch selbst sogar insbesondere"),
    skips=words(
        """sich auch zudem jedoch aber gestern heute dazu dabei daraufhin unterdessen hingegen dagegen am
        montag dienstag mittwoch donnerstag freitag samstag sonntag abend außerdem weiter ferner
        inzwischen"""
    ),
    auxiliaries=words(
        "hat hatte haben hatten habe will wollen wollte wollten ließ ließen lässt lassen muss musste mussten"
    ),
    adverbs=words(
        """dabei dazu darin daraus daraufhin hier dort damit danach davor zuvor gestern heute nun so auch
        weiter zudem außerdem ferner gleichzeitig zugleich später bereits erst allerdings dagegen
        deshalb daher nur wörtlich"""
    ),
    adverb_endings=("lich", "isch", "weise", "end", "sam", "los", "haft", "ens"),
    naming=words("als"),
    datives=words("dem den einem seinem ihrem"),
    subjunctives=words(
        """sei seien habe hätte hätten werde würde würden könne könnten könnte müsse müssten müsste solle
        wolle dürfe dürften gebe gehe wäre wären käme kämen bleibe stehe wisse
        halte mache lasse liege spreche sehe finde führe bringe nehme zeige brauche fordere bedeute drohe laufe
        helfe glaube erwarte gelte fehle verfüge bestehe entspreche beruhe gehöre ergebe handele handle diene
        erfolge stelle komme trage trete leide setze begrüße unterstütze verstehe betreibe verstoße"""
    ),
    oblique=words(
        "des einen eines einer dessen deren seinen seiner seines ihrem ihren ihrer ihres diesem diesen"
    ),
    reporters=words("wie"),
    joins=words("und sowie oder"),
    passives=words("wird werden wurde wurden worden"),
    agents=words("von vom durch"),
    back=words("das dies"),
    views_of=words("für"),
    speech=words("worten"),
    views=words(VIEWS),
    after_views=words("nach"),
    impersonal=words("es"),
    denies=words(
        """bestritt bestritten bestreitet bestreiten dementierte dementierten dementiert dementieren leugnete
        leugneten leugnet leugnen geleugnet bezweifelte bezweifelten bezweifelt bezweifeln zurückwies
        zurückgewiesen zurückweist verneinte verneinten verneint widersprach widersprachen widerspricht"""
    ),
    asks=words("""fragte fragten fragt fragen gefragt wissen erkundigte erkundigten erkundigt"""),
    refuses=words(
        """lehnte lehnten lehnt abgelehnt verweigerte verweigerten verweigert weigerte weigerten weigert"""
    ),
    comments=words(
        """sagen bestätigen äußern kommentieren mitteilen erklären antworten bestätigte bestätigten bestätigt
        kommentierte äußerte äußerten verraten beantworten nennen stellung auskunft"""
    ),
    negations=words("nicht nie niemals weder kein keine keinen"),
    nobody=words("niemand keiner keine kein"),
    unwilling=words("wollte wollten will wollen"),
    unable=words("konnte konnten kann können"),
    questions=words("ob wie warum wer wann wo was weshalb wieso woher wieviele welche welcher"),
    wishes=words(
        """hofft hoffte hofften fürchtet fürchtete befürchtet befürchtete wünscht wünschte fordert forderte
        forderten"""
    ),
)
