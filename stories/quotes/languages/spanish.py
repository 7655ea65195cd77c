"""How Spanish news reports speech."""

from stories.quotes.languages import Language, words

TABLE = Language(
    code="es",
    say=words(
        """negar desmintió desmiente desmienten desmintieron rechazó refutó rehusó declinó quiso quisieron
        negaron dijo dice dicen dijeron decía dicho afirmó afirma afirman afirmaron aseguró asegura
        aseguran aseguraron señaló señala señalan señalaron explicó explica explican explicaron
        declaró declara declararon manifestó manifiesta manifestaron indicó indica indicaron añadió
        añade añadieron agregó agrega agregaron apuntó apunta sostuvo sostiene sostienen sostuvieron
        comentó comenta comentaron expresó expresa expresaron denunció denuncia denunciaron advirtió
        advierte advirtieron criticó critica criticaron destacó destaca destacaron subrayó subraya
        subrayaron recordó recuerda recordaron insistió insiste reconoció reconoce reconocieron
        admitió admite negó niega negaron preguntó pregunta respondió responde respondieron contestó
        contesta replicó replica escribió escribe escribieron contó cuenta relató relata informó
        informa informaron anunció anuncia anunciaron precisó precisa detalló detalla reiteró
        reitera confirmó confirma exigió exige pidió pide pidieron reclamó lamentó lamenta opinó
        opina concluyó concluye prosiguió continuó matizó zanjó exclamó gritó susurró susurra
        murmuró murmura exclama grita suspira alertó alegó argumentó puntualizó aclaró resaltó
        recalcó enfatizó tuiteó publicó recordaba recuerdan narró narra describió describe confesó
        confiesa ironizó suspiró protestó criticaba repitió repite remarcó remarca reveló revela
        calificó califica calificaron tildó tilda tildaron tachó tacha tacharon juró jura juraron
        habla hablan habló hablaron ve ven vio vieron resume resumió llamó llamaron bromea bromeó
        acusó acusa acusaron
        asegurado afirmado declarado señalado explicado añadido indicado manifestado advertido denunciado reconocido
        subrayado lamentado insistido calificado calificada calificados calificadas tildado tildada tildados tildadas
        tachado tachada tachados tachadas"""
    ),
    think=words(
        "cree creen creyó piensa piensan pensó considera consideran consideró espera esperan teme temen"
    ),
    according=("según", "de acuerdo con", "en palabras de", "a juicio de", "para"),
    passives=words("fue fueron sido"),
    agents=words("por"),
    opinions=words("para"),
    copulas=words("es son era eran fue fueron será sería"),
    beside=words(
        """habla hablan habló hablaron ve ven vio vieron cuenta cuentan
        contó apunta apuntan señala publicó publica expone relata repite repitió"""
    ),
    verb_endings=("ó", "ía", "aba", "a", "e", "aron", "ieron", "an", "en"),
    common=words(
        """el la los las de que y en un una por con para del se no al lo su es más como pero sus le ha este
        esta"""
    ),
    ands=words("y e"),
    that=words("que si"),
    helpers=words(
        """ha han había habían habría habrían habrá supuestamente presuntamente también además luego después ayer
        hoy se le les lo ya nunca siempre este lunes martes miércoles jueves viernes sábado domingo"""
    ),
    breaks=words(
        """que cuando porque mientras pero aunque si donde como es era fue son eran fueron ha han había habría habrían
        está están tiene tienen y e ni sino"""
    ),
    he=words("él"),
    she=words("ella"),
    they=words("ellos ellas nosotros"),
    subjects=words("él ella ellos ellas usted"),
    who=words("quien quienes"),
    relatives=words("que"),
    titles=words(
        """señor señora señorita sr sra don doña dr dra doctor doctora presidente presidenta ministro
        ministra alcalde alcaldesa senador senadora diputado diputada general juez jueza portavoz papa"""
    ),
    men=words("señor sr don ministro senador diputado doctor alcalde papa"),
    women=words("señora señorita sra doña ministra senadora diputada doctora alcaldesa presidenta jueza"),
    articles=words("el la los las un una unos unas su sus este esta varios varias dos tres"),
    links=words("de del en con por para a al desde"),
    days=words(
        "lunes martes miércoles jueves viernes sábado domingo enero febrero marzo abril mayo junio julio agosto"
    ),
    particles=words("de del la las los y von van der den"),
    bodies=words(
        """empresa compañía firma fábrica minera mina banco sindicato organización ong asociación fundación
        grupo partido ciudad pueblo provincia río isla región municipio hospital escuela universidad
        barrio hacienda finca constructora"""
    ),
    works=words("novela novelas obra película libro canción serie álbum documental titulada titulado"),
    groups=words(
        """vecinos vecinas trabajadores trabajadoras testigos familiares activistas autoridades fuentes
        fiscales abogados médicos policías expertos campesinos mineros obreros obreras habitantes
        residentes sobrevivientes mujeres hombres padres madres estudiantes maestros ambientalistas
        científicos investigadores sindicatos empresarios
        carteles pancartas pintadas octavillas panfletos letreros rótulos decenas"""
    ),
    abbreviations=words("sr sra dr dra d núm art ee uu"),
    stops=words(
        "en durante tras ante al a este esta ayer hoy cuando después antes por para sobre desde mientras"
    ),
    skips=words("ayer hoy también además luego después ya"),
    leads=words("y pero"),
    spoken_dash=True,
    denies=words(
        """negar negó niega niegan negaron negado desmintió desmiente desmienten desmintieron desmentido rechazó
        rechaza rechazan rechazaron refutó refuta refutaron descartó descarta descartaron"""
    ),
    asks=words("preguntó pregunta preguntan preguntaron preguntado pidió pide pidieron"),
    refuses=words(
        """negó niega negaron rehusó rehúsa rehusaron declinó declina declinaron evitó evita evitaron"""
    ),
    comments=words(
        """decir comentar confirmar responder contestar revelar explicar precisar aclarar detallar confirmó
        confirma confirmaron confirmado comentó respondió contestó precisó aclaró reveló"""
    ),
    negations=words("no nunca jamás ni tampoco"),
    nobody=words("nadie ninguno ninguna"),
    unwilling=words("quiso quisieron quiere quieren"),
    unable=words("pudo pudieron puede pueden"),
    questions=words("si cómo por qué quién quiénes cuándo dónde cuánto cuántos cuál"),
    wishes=words("espera esperan teme temen exigió exige reclamó"),
)
