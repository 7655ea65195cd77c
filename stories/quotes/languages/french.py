"""How French news reports speech."""

from stories.quotes.languages import Language, words

TABLE = Language(
    code="fr",
    say=words(
        """nier nié niait dément démentent démenti réfute réfuté conteste contesté rejette récuse refuse refusé
        voulu dit disent disait dirent dite affirme affirment affirmait affirmé assure assurent
        assurait assuré explique expliquent expliquait expliqué déclare déclarent déclarait déclaré
        indique indiquent indiquait indiqué ajoute ajoutent ajoutait ajouté précise précisent
        précisait précisé souligne soulignent soulignait souligné estime estiment estimait estimé
        confie confient confiait confié raconte racontent racontait raconté dénonce dénoncent
        dénonçait dénoncé regrette regrettent regrettait regretté rappelle rappellent rappelait
        rappelé annonce annoncent annonçait annoncé répond répondent répondait répondu réplique
        rétorque écrit écrivent écrivait martèle insiste insistent insistait insisté reconnaît
        reconnaissent reconnu admet admettent admis nie nient avertit avertissent averti prévient
        préviennent prévenu critique critiquent critiqué commente commentent commenté conclut
        concluent conclu poursuit poursuivent poursuivi demande demandent demandait demandé
        interroge interrogent exclame lance lancent lancé résume résument juge jugent jugé soutient
        soutiennent soutenu observe observent constate constatent clame clament tweete tweeté
        signale signalent détaille détaillent plaide plaident déplore déplorent déploré confirme
        confirment confirmé révèle rapporte rapportent rapporté murmure souffle crie indigne indigné
        indignée indignés insurgé insurgée inquiété inquiétée plaint plainte alarmé alarmée étonné
        étonnée réjoui réjouie réjouit défendu défendue insurge souvient souviennent souvenu
        inquiète inquiété désole alarme étonne félicite défend emporte agace soupire renchérit
        tranche ironise témoigne témoignent témoigné relate relaté décrit décrivent reprend nuance
        tempère tonne lâche glisse alerte alertent alerté fustige fustigé explicite justifie justifié
        argue argumente riposte objecte concède concédé avoue avoué promet promis jure juré garantit
        note noté remarque remarqué relève qualifié qualifiée qualifiés qualifiées
        qualifie taxe taxé taxée taxés taxées traité traitée traités traitées accusé accusée accusés accusées
        parle parlent parlait parlé évoque évoquent évoquait évoqué voit voient voyait accuse accusent accusait
        répète répètent répétait répété"""
    ),
    think=words("croit croient pense pensent pensait espère espèrent craint craignent"),
    according=("selon", "d'après", "d’après", "pour", "aux yeux de", "de l’ avis de"),
    passives=words("été"),
    agents=words("par"),
    opinions=words("pour"),
    copulas=words("agit est sont était étaient sera serait c’est c'est"),
    beside=words(
        """parle parlent parlait parlé évoque évoquent évoquait évoqué voit voient voyait taxe lance lancent lançait lancé
        note relève marque souffle critique cite rappelle poursuit répète
        traité traitée traités traitées taxée taxés taxées"""
    ),
    verb_endings=("e", "t", "d", "a", "ent", "é", "ée", "i", "is"),
    common=words(
        """le la les de des et en un une du dans est que pour qui sur pas au par plus avec ce il elle se ne
        son sa ses cette mais ont été a"""
    ),
    ands=words("et"),
    that=words("que qu’ si"),
    helpers=words(
        """y l’ l' a ont avait avaient
        aurait auraient aura est aussi encore également ensuite hier aujourd'hui lundi mardi mercredi jeudi
        vendredi samedi dimanche ainsi déjà alors toujours souvent parfois puis notamment lui leur nous se s’ m’ n’
        ne pas jamais"""
    ),
    breaks=words(
        """que quand lorsque parce tandis mais si où comme est était sont étaient a ont avait avaient aurait auraient sera
        et ni ou qu’ lorsqu’ puisqu’ jusqu’ c’"""
    ),
    he=words("il lui t-il"),
    she=words("elle t-elle"),
    they=words("ils elles nous on"),
    subjects=words("t-il t-elle il elle ils elles on nous je"),
    who=words("qui"),
    relatives=words("qui que dont"),
    titles=words(
        """m mm mme mlle monsieur madame dr docteur président présidente ministre maire député députée
        sénateur sénatrice général juge maître me pape porte-parole"""
    ),
    men=words("m monsieur sénateur député pape"),
    women=words("mme mlle madame présidente députée sénatrice"),
    articles=words("le la les l’ un une des son sa ses leur leurs ce cette plusieurs deux trois"),
    links=words("de du des d’ en à au aux chez pour par avec dans sur"),
    days=words(
        "lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin juillet août"
    ),
    particles=words("de du des la le d’ l’ von van der den"),
    bodies=words(
        """société entreprise firme usine mine banque syndicat association fondation groupe parti ville commune
        village province région île hôpital école université quartier compagnie ong maison"""
    ),
    works=words("roman pièce film livre chanson série album documentaire intitulé intitulée"),
    groups=words(
        """habitants riverains ouvriers ouvrières salariés témoins proches militants autorités enquêteurs
        avocats médecins policiers experts paysans mineurs travailleurs travailleuses survivants
        femmes hommes parents étudiants enseignants scientifiques chercheurs syndicats voisins
        familles
        affiches banderoles pancartes tracts graffitis écriteaux dizaines centaines"""
    ),
    abbreviations=words("m mm mme mlle dr me st ste av env"),
    stops=words(
        """dans lors pendant après avant devant à au aux en ce cette hier aujourd'hui lundi mardi mercredi
        jeudi vendredi samedi dimanche quand sur par pour depuis auprès"""
    ),
    skips=words("hier encore également ainsi aussi alors ensuite"),
    leads=words("et mais"),
    spoken_dash=True,
    elisions=words("l’ d’ s’ n’ qu’ j’ c’ m’ t’ jusqu’ lorsqu’ puisqu’"),
    hyphen_pronouns=words("il elle ils elles on t-il t-elle t-on"),
    denies=words(
        """nier nie nient niait nié dément démentent démentait démenti réfute réfutent réfutait réfuté conteste
        contestent contestait contesté rejette rejettent rejetait rejeté récuse récusent récusé"""
    ),
    asks=words("demande demandent demandait demandé interroge interrogent interrogé"),
    refuses=words("refuse refusent refusait refusé"),
    comments=words(
        """dire commenter confirmer répondre préciser révéler expliquer indiquer confirmé confirme confirment
        confirmait commenté répondu précisé révélé"""
    ),
    negations=words("pas jamais ni ne n’ aucunement"),
    nobody=words("personne aucun aucune nul"),
    unwilling=words("veut veulent voulait voulu"),
    unable=words("peut peuvent pouvait pu pouvaient"),
    questions=words("si comment pourquoi qui quand où combien quel quelle"),
    wishes=words("espère espèrent craint craignent"),
)
