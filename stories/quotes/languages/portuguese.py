"""How Portuguese news reports speech."""

from stories.quotes.languages import Language, words

TABLE = Language(
    code="pt",
    say=words(
        """negar desmentiu desmente desmentem desmentiram refutou rejeitou contestou recusou recusou-se
        recusaram recusa-se quis quiseram disse diz dizem disseram dizia dito afirmou afirma afirmam
        afirmaram declarou declara declaram declararam explicou explica explicam explicaram
        ressaltou ressalta destacou destaca destacam destacaram acrescentou acrescenta acrescentaram
        completou completa contou conta contaram relatou relata relataram alertou alerta alertam
        criticou critica criticaram defendeu defende defendem defenderam informou informa informam
        informaram anunciou anuncia anunciaram garantiu garante garantem lembrou lembra lembram
        avaliou avalia avaliam comentou comenta comentaram observou observa apontou aponta apontam
        negou nega negaram admitiu admite reconheceu reconhece respondeu responde responderam
        perguntou pergunta questionou escreveu escreve escreveram publicou sublinhou sublinha
        salientou salienta referiu refere adiantou adianta considerou considera concluiu conclui
        reforçou reforça reiterou reitera denunciou denuncia denunciaram exigiu pediu pede pediram
        lamentou lamenta argumentou argumenta sustentou confirmou confirma confirmaram revelou
        revela frisou frisa prosseguiu gritou grita sussurrou sussurra murmurou murmura exclama
        exclamou pontuou esclareceu esclarece opinou opina recordou recorda recordam narrou narra
        descreveu descreve confessou desabafou desabafa protestou repetiu repete ironizou
        classificou classifica classificaram insistiu insiste assegurou assegura enfatizou enfatiza
        indicou indica jurou jura juraram rebateu rebate rebateram rebatem fala falam falou
        falaram vê veem viu viram resume resumiu chamou chamaram brinca brincou acusou
        acusa acusaram informado afirmado declarado explicado anunciado"""
    ),
    think=words("acredita acreditam acha acham pensa pensam espera esperam teme temem"),
    according=("segundo", "de acordo com", "conforme", "para", "nas palavras de", "na opinião de"),
    passives=words("foi foram sido"),
    agents=words("por pelo pela pelos pelas"),
    opinions=words("para"),
    ordinals=words("segundo"),
    copulas=words("é são era eram foi foram será seria"),
    beside=words(
        "fala falam falou falaram vê veem viu viram conta contam contou aponta apontam publicou cita repete repetiu"
    ),
    verb_endings=("ou", "eu", "iu", "ava", "ia", "a", "e", "aram", "eram", "iram", "am", "em"),
    common=words(
        """o a os as de que e em um uma do da dos das no na nos nas por com para se não ao mais como mas
        foi ele ela seu sua ou são pela pelo"""
    ),
    ands=words("e"),
    that=words("que se"),
    helpers=words(
        """tem têm tinha havia
        teria teriam terá supostamente também ainda depois ontem hoje se lhe já nunca sempre ele mesmo então nesta
        neste"""
    ),
    breaks=words(
        """que quando porque enquanto mas embora se onde como é era foi são eram foram tem têm tinha teria teriam está
        estão e nem ou"""
    ),
    he=words("ele"),
    she=words("ela"),
    they=words("eles elas nós"),
    subjects=words("ele ela eles elas você nós"),
    who=words("quem"),
    relatives=words("que"),
    titles=words(
        """senhor senhora sr sra dom dona dr dra doutor doutora presidente presidenta ministro ministra
        prefeito prefeita senador senadora deputado deputada governador governadora general juiz juíza
        papa porta-voz"""
    ),
    men=words("senhor sr dom ministro senador deputado doutor prefeito governador juiz papa"),
    women=words("senhora sra dona ministra senadora deputada doutora prefeita governadora juíza presidenta"),
    articles=words("o a os as um uma uns umas seu sua seus suas este esta vários várias dois duas três"),
    addressed=words("a"),
    links=words("de do da dos das em no na num numa neste nesta com por pelo pela pelos pelas para ao à"),
    days=words(
        "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo janeiro fevereiro março"
    ),
    particles=words("de do da dos das e von van der den"),
    bodies=words(
        """empresa companhia firma fábrica mineradora mina banco sindicato organização ong associação fundação grupo
        partido cidade vila província rio ilha região município hospital escola universidade bairro fazenda usina"""
    ),
    works=words("romance novela peça filme livro canção série álbum documentário intitulado intitulada"),
    groups=words(
        """moradores trabalhadores trabalhadoras testemunhas familiares ativistas autoridades fontes procuradores
        advogados médicos policiais especialistas agricultores mineiros operários operárias habitantes sobreviventes
        mulheres homens pais estudantes professores ambientalistas cientistas pesquisadores sindicatos vizinhos
        cartazes faixas placas panfletos pichações dezenas centenas"""
    ),
    abbreviations=words("sr sra dr dra d av núm"),
    stops=words(
        """em no na nos nas durante após ao à neste nesta ontem hoje quando depois antes por para sobre
        desde enquanto"""
    ),
    skips=words("ontem hoje também ainda depois já então"),
    leads=words("e mas"),
    spoken_dash=True,
    denies=words(
        """negar negou nega negam negaram negado desmentiu desmente desmentem desmentiram refutou refuta refutaram
        rejeitou rejeita rejeitaram contestou contesta contestaram descartou descarta descartaram"""
    ),
    asks=words(
        """perguntou pergunta perguntam perguntaram questionou questiona questionaram pediu pede pediram"""
    ),
    refuses=words("recusou recusa recusaram recusou-se recusa-se recusaram-se negou-se negaram-se"),
    comments=words(
        """dizer comentar confirmar responder revelar explicar esclarecer informar confirmou confirma confirmaram
        comentou respondeu revelou esclareceu"""
    ),
    negations=words("não nunca jamais nem tampouco"),
    nobody=words("ninguém nenhum nenhuma"),
    unwilling=words("quis quiseram quer querem"),
    unable=words("pôde puderam pode podem"),
    questions=words("se como por quem quando onde quanto quantos qual"),
    wishes=words("espera esperam teme temem exigiu"),
)
