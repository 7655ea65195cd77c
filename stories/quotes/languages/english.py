"""How English news reports speech."""

from stories.quotes.languages import Language, words

REGULAR = words(
    """add announce answer argue ask assert assure boast caution claim clarify comment complain confirm
        contend continue counter declare demand emphasize emphasise exclaim explain insist joke lament
        mention muse note observe offer opine persist plead pledge point predict proclaim promise quip
        recall remark remind reply report respond retort scream shout state stress suggest testify tweet
        urge vow warn whisper yell acknowledge admit concede deny allege estimate conclude recount
        reiterate repeat echo elaborate fume gush snap scoff reason conjecture speculate posit post
        instruct disclose reveal indicate signal affirm maintain inform advise agree accuse describe
        call label dub pronounce protest object marvel chant cheer chide voice express
        bellow roar bark growl thunder hiss sneer sob shriek interject grumble mutter mumble murmur retell
        cry beg sigh groan moan wail gasp blurt taunt"""
)
IRREGULAR = words(
    """say says said saying tell tells told telling write writes wrote written writing read reads speak
        speaks spoke spoken deny denies denied denying testifies testified testifying reply replies
        replied replying hold holds held put puts"""
)
THINKING = words(
    """believe think hope fear expect want worry wonder doubt suspect imagine intend plan realize
        decide consider assume figure guess"""
)


def forms(verbs: frozenset[str]) -> frozenset[str]:
    """The regular forms of English verbs."""
    made: set[str] = set()
    for verb in verbs:
        stem = verb[:-1] if verb.endswith("e") else verb
        if verb[-1] == "y" and verb[-2] not in "aeiou":
            made |= {verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"}
        elif verb[-1] in "tmnp" and verb in DOUBLING:
            made |= {verb, verb + "s", verb + verb[-1] + "ed", verb + verb[-1] + "ing"}
        else:
            made |= {
                verb,
                verb + ("es" if verb.endswith(("s", "sh", "ch")) else "s"),
                stem + "ed",
                stem + "ing",
            }
    return frozenset(made)


DOUBLING = {"admit", "quip", "snap", "plan", "dub"}

TABLE = Language(
    code="en",
    say=forms(REGULAR) | IRREGULAR,
    think=forms(THINKING) | words("thought knew know knows saw felt feel feels"),
    according=("according to", "in the words of", "as told by"),
    that=words("that whether if how why what"),
    common=words(
        "the of and to in is was that for it with as his on be at by had are but from have he she not said"
    ),
    helpers=words(
        """has have had is was were are be been being also then later once again never often still further
        just will would could should may might can did does do not already now first soon reportedly
        even always publicly privately repeatedly recently previously flatly simply today yesterday
        monday tuesday wednesday thursday friday saturday sunday isn’t isn't wasn’t wasn't aren’t aren't
        weren’t weren't hasn’t hasn't haven’t haven't hadn’t hadn't won’t won't wouldn’t wouldn't
        couldn’t couldn't can’t can't don’t don't doesn’t doesn't didn’t didn't shouldn’t shouldn't
        himself herself themselves itself"""
    ),
    breaks=words(
        """that which if when as because while where since but so than after before though although whether
        until unless is was are were has had have will would could should may might can did does do be
        been not or nor then into what how why whom whose yet once"""
    ),
    men=words("mr sir lord king prince father brother chairman congressman councilman baron pope"),
    women=words("mrs ms miss lady dame queen princess sister mother chairwoman congresswoman baroness"),
    links=words(
        """of in on at by for with from about against after before during since between near despite amid
        among without within toward towards unlike like as to via per"""
    ),
    days=words(
        """monday tuesday wednesday thursday friday saturday sunday january february march april may june
        july august september october november december"""
    ),
    he=words("he him his himself"),
    she=words("she her hers herself"),
    they=words("they them their we us our"),
    subjects=words("i he she we they you it"),
    who=words("who which that"),
    relatives=words("that which who"),
    titles=words(
        """mr mrs ms miss dr prof professor sir lord lady dame sen sens rep reps gov gen col lt sgt capt rev president
        senator representative governor minister secretary judge justice chairman chairwoman king queen prince
        princess pope captain lieutenant sergeant colonel major general admiral chief father brother sister mother
        bishop archbishop cardinal rabbi imam inspector detective superintendent constable officer ambassador
        commissioner councillor councilwoman councilman mayor sheriff attorney mp mps mep meps baroness baron
        chancellor premier congressman congresswoman speaker"""
    ),
    articles=words(
        "the a an one another this that these those his her its their my our some many several two three"
    ),
    particles=words("de da di van von der den del la le bin ibn al el dos du ter"),
    bodies=words(
        "union group charity firm company campaign network organisation organization party bank club band"
    ),
    groups=words(
        """residents workers villagers officials witnesses protesters prosecutors investigators lawyers
        activists campaigners authorities police families relatives neighbours neighbors experts
        critics supporters opponents analysts doctors nurses teachers farmers miners employees
        employers owners managers executives lawmakers politicians regulators inspectors soldiers
        rescuers firefighters survivors migrants refugees students parents women men children people
        locals traders drivers unions scientists researchers economists environmentalists dozens
        hundreds thousands somebody someone anybody anyone everybody everyone nobody none others many several few some
        banners placards posters signs leaflets flyers stickers graffiti slogans billboards headlines
        captions subtitles inscriptions tens"""
    ),
    abbreviations=words(
        """mr mrs ms dr prof sen rep gov gen col lt sgt capt rev hon st jr sr u.s u.k u.n d.c jan feb mar
        apr jun jul aug sept sep oct nov dec vs no inc co corp ltd a.m p.m e.g i.e"""
    ),
    bare_clauses=True,
    joined_speech=True,
    speaker_follows=True,
    leads=words("and but or so still on in at for to also then meanwhile"),
    stops=words("on in during after before while when as at late early yesterday today last this"),
    denies=words(
        """deny denies denied denying refute refutes refuted refuting reject rejects rejected rejecting dispute
        disputes disputed disputing dismiss dismisses dismissed dismissing contradict contradicts contradicted
        contradicting disown disowns disowned disavow disavows disavowed rebut rebuts rebutted repudiate
        repudiates repudiated debunk debunks debunked doubt doubts doubted doubting disagree disagrees
        disagreed"""
    ),
    asks=words(
        """ask asks asked asking wonder wonders wondered wondering question questions questioned questioning
        inquire inquires inquired inquiring enquire enquires enquired enquiring query queries queried"""
    ),
    refuses=words("refuse refuses refused refusing decline declines declined declining"),
    comments=words(
        """comment discuss confirm answer reveal disclose explain specify elaborate respond clarify comments
        commented confirms confirmed answers answered reveals revealed disclosed explained specified elaborated
        responded clarified"""
    ),
    finds=words(
        """found finds find finding shows show showed shown describes described reveals rules ruled blames
        blamed rule agrees agreed promises promised credits credited praised criticizes criticized
        criticised know knows knew known"""
    ),
    negations=words(
        """not never neither nor cannot isn’t isn't wasn’t wasn't aren’t aren't weren’t weren't hasn’t hasn't
        haven’t haven't hadn’t hadn't won’t won't wouldn’t wouldn't couldn’t couldn't can’t can't don’t don't
        doesn’t doesn't didn’t didn't without hardly"""
    ),
    nobody=words("nobody none noone neither"),
    unwilling=words("would will wouldn’t wouldn't won’t won't"),
    unable=words("could can cannot couldn’t couldn't can’t can't"),
    questions=words("whether if how why what who whom when where which whose"),
    wishes=words(
        """want wants wanted wanting hope hopes hoped hoping fear fears feared fearing expect expects expected
        expecting intend intends intended plan plans planned planning wish wishes wished demand demands
        demanded order orders ordered urge urges urged worry worries worried threaten threatens threatened"""
    ),
)
