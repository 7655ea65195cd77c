"""Who signs: persons before houses, without offices, places, agencies and those who made the pictures."""

from tests.stories.kinds import TEXT, Case, article, paragraphs, shell

NELL, BOTH = ["Nell Harrow"], ["Nell Harrow", "Jon Brask"]
HOUSE = ["The Tarrow Post"]  # nobody signs
THREE = [*BOTH, "Ada Lind"]
HOUSES = {
    "an organisation": {"data": {"author": {"@type": "Organization", "name": "Coast Wire"}}},
    "the paper": {"data": {"author": "The Tarrow Post"}},
    "a publisher": {
        "head": "<meta name='author' content='Halden Press'><meta name='copyright' content='Halden Press'>"
    },
    "an address": {"head": "<meta property='article:author' content='https://www.facebook.com/tarrowpost'>"},
}
LINES = {
    "By Nell Harrow in Velm and Jon Brask in Tarrow": BOTH,
    "By Nell Harrow in Velm": NELL,
    "By Nell Harrow, Jon Brask, and Ada Lind": THREE,
    "By Nell Harrow & Jon Brask": BOTH,
    "By Nell Harrow with Jon Brask": BOTH,
    "By Nell Harrow; Jon Brask": BOTH,
    "By Nell Harrow / Jon Brask": BOTH,
    "By chief reporter Nell Harrow": NELL,
    "By Labour Correspondent Nell Harrow": NELL,
    "By Nell Harrow, Labour correspondent": NELL,
    "By Nell Harrow of the Coast Wire": NELL,
    "By Nell Harrow for The Tarrow Post": NELL,
    "By Nell Harrow, BBC News, Tarrow": NELL,
    "By Nell Harrow, Reuters": NELL,
    "By Nell Harrow, Special to The Tarrow Post": NELL,
    "By Nell Harrow (Coast Wire)": NELL,
    "By Nell Harrow Photography by Jon Brask": NELL,
    "By Nell Harrow. Illustration by Jon Brask": NELL,
    "Words by Nell Harrow, photographs by Jon Brask": NELL,
    "Reporting by Nell Harrow; editing by Jon Brask": NELL,
    "By Nell Harrow, translated by Jon Brask": NELL,
    "By Nell Harrow nell@tarrow-post.example": NELL,
    "By Nell Harrow @nellharrow": NELL,
    "By Nell Harrow Published 14 September 2026": NELL,
    "Posted by Nell Harrow on 14 September 2026": NELL,
    "By Nell Harrow · 2 hours ago": NELL,
    "Exclusive by Nell Harrow": NELL,
    "By Nell van der Harrow": ["Nell van der Harrow"],
    "By Dr Nell Harrow and Prof. Jon Brask": BOTH,
    "By Mrs Nell Harrow": NELL,
    "BY NELL HARROW": ["NELL HARROW"],
    "PAR ANNE DUBOIS": ["ANNE DUBOIS"],
    "POR ANA RUIZ": ["ANA RUIZ"],
    "Submitted by Nell Harrow on Mon, 09/14/2026 - 08:30": NELL,
    "Von Ina Kerz und Uwe Brand": ["Ina Kerz", "Uwe Brand"],
    "Par Anne Dubois avec AFP": ["Anne Dubois"],
    "Par Anne Dubois, correspondante à Velm": ["Anne Dubois"],
    "Por Ana Ruiz y Luis Vega": ["Ana Ruiz", "Luis Vega"],
    "Door Anna de Vries": ["Anna de Vries"],
    "Автор: Анна Петрова": ["Анна Петрова"],
    "بقلم: سلمى حداد": ["سلمى حداد"],
    "作者：李海生": ["李海生"],
    "文・鈴木良子": ["鈴木良子"],
    "이순자 기자": ["이순자"],
    "लेखक: सीता शर्मा": ["सीता शर्मा"],
    "লেখক: রিনা সেন": ["রিনা সেন"],
    "โดย สมศรี ใจดี": ["สมศรี ใจดี"],
    "Tác giả: Nguyễn Thị Lan": ["Nguyễn Thị Lan"],
}
CLASSED = {  # where a class says that the line signs
    "By Corrigan, Nell; Brask, Jon": ["Nell Corrigan", "Jon Brask"],
    "By Harrow, Nell": NELL,
    "Political editor Nell Harrow": NELL,
    "By NELL HARROW Associated Press": ["NELL HARROW"],
    "Nell Harrow | Jon Brask": BOTH,
    "Nell Harrow · Jon Brask · Ada Lind": THREE,
    "Nell Harrow | Labour desk": NELL,
    "이순자 김영희 기자": ["이순자", "김영희"],
    "박민수 최지은 한서연 기자": ["박민수", "최지은", "한서연"],
    "社会部 鈴木良子": ["鈴木良子"],
    "速報取材班・鈴木 良子": ["鈴木 良子"],
    "来源：海岸日报": HOUSE,
    "Источник: Береговой вестник": HOUSE,
    "Fuente: Diario de la Costa": HOUSE,
    "كتبت سلمى حداد": ["سلمى حداد"],
    "Της Άννας Παππά": ["Άννας Παππά"],
}
STATED = {
    "two names of a part": ({"givenName": "Nell", "familyName": "Harrow"}, NELL),
    "a name elsewhere": ({"name": {"@value": "Nell Harrow"}}, NELL),
    "another name": ({"alternateName": "Nell Harrow"}, NELL),
    "a role": ({"@type": "Role", "author": {"@type": "Person", "name": "Nell Harrow"}}, NELL),
    "a house and a person": (
        [{"@type": "Organization", "name": "Coast Wire"}, {"name": "Nell Harrow"}],
        NELL,
    ),
    "one name twice": ([{"name": "Nell Harrow"}, {"name": "nell harrow"}], NELL),
    "written by": ({"name": "Written By Nell Harrow"}, NELL),
}
TEASER = "<div class='related'><ul><li><a href='/r'>Burned by Maren Holt, port looks at the quay</a></li></ul></div>"
BOXES = {
    "place": "<div class='byline'><span>Nell Harrow</span> <span class='byline-title'>Post Brasil, Santa "
    "Velma</span></div>",
    "office": "<div class='byline'><a href='/n'>Nell Harrow</a><br>Labour Editor</div>",
    "two links": "<div class='byline'><a href='/n'>Nell Harrow</a><a href='/j'>Jon Brask</a></div>",
    "teaser": TEASER + "<p class='byline'>By Nell Harrow</p>",
    "Wix": "<ul><li><span data-hook='user-name'>Nell Harrow</span></li></ul>",
    "Wix, a link": "<div><a data-hook='user-name' href='/n'>Nell Harrow</a></div>",
    "Medium": "<a data-testid='authorUserName' href='/@n'>Nell Harrow</a>",
    "user": "<span class='username'>Nell Harrow</span>",
    "Turkish class": "<div class='yazar'>Nell Harrow</div>",
    "rare name above a day": "<div>Nell Harrow</div><div>14 September 2026</div>",
    "rare name above an office": "<div><div>Nell Harrow</div><div>Labour correspondent</div></div>",
    "log-in": "<div class='auth'><a href='/in'>Log In</a></div><p class='byline'>By Nell Harrow</p>",
    "photographer": "<p class='byline'>By Nell Harrow</p><p class='photographer'>Photos by Jon Brask</p>",
}


def cases() -> dict[str, Case]:
    """Each house beside a printed person; each line by itself and by its class; each form of data and of boxes."""
    found = {}
    for name, told in HOUSES.items():
        for line in (
            "<p>By Nell Harrow</p>",
            "<div class='byline'>By <a rel='author' href='/n'>Nell Harrow</a></div>",
        ):
            found[f"{name}, {line[:6]}"] = Case(shell(article(line=line), **told), {"authors": NELL})
    for line, names in LINES.items():
        if not line.startswith(("Words", "By Nell Harrow Pub", "By Nell Harrow. ", "By Nell Harrow Pho")):
            found[line] = Case(shell(article(line=f"<p>{line}</p>")), {"authors": names})
    for line, names in (LINES | CLASSED).items():
        found[f"{line}, classed"] = Case(
            shell(article(line=f"<p class='byline'>{line}</p>")), {"authors": names}
        )
    for name, (author, names) in STATED.items():
        found[name] = Case(shell(article(), data={"author": author}), {"authors": names})
    found["creator"] = Case(shell(article(), data={"creator": {"name": "Nell Harrow"}}), {"authors": NELL})
    for name, box in BOXES.items():
        found[name] = Case(shell(article(line=box)), {"authors": BOTH if name == "two links" else NELL})
    end = "<p>(Reporting by Nell Harrow; Editing by Jon Brask)</p>"
    found["agency"] = Case(
        shell(article(paragraphs(TEXT) + end, line="<p class='byline'>By Nell Harrow</p>")),
        {"authors": NELL, "body": TEXT},
    )
    return found


CASES = cases()
