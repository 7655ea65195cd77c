"""Different stories in one frame of words, generated, and how many are told apart: `python -m tests.bench.series`."""

import random
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from store.database import Store
from stories.outlet import Outlet
from tests.making import LAMP, NOON, made_story, match_and_save

VOICE = Outlet(
    name="voice", title="Harbour Voice", domains=("voice.example",), languages=("en",), timezone="UTC"
)
# What the gaps are filled with: given and last names, towns, prisons or firms, figures
LETTERS = {"latin": ("bdfgklmnprstv", "aeiou"), "cyrillic": ("бвгдклмнпрст", "аеиоу")}
FRAMES = {
    "en executions": (
        "{n} men were executed in {town} on Monday after the supreme court of {land} turned down their last "
        "appeals. The prison service said that {first} {last}, {age}, and {first2} {last2}, {age2}, had been "
        "hanged at dawn in {place}. Both had been found guilty of trading drugs at a trial that lasted {days} "
        "days and to which no lawyer was admitted. Rights groups say that the trial was unfair and that "
        "confessions were taken under torture. The families were told by telephone and were not allowed to see "
        "the bodies. At least {total} people have been put to death in the country this year, most of them for "
        "drugs."
    ),
    "en closures": (
        "The {place} works in {town} will close in the spring with the loss of {n} jobs, its owner {last} "
        "Holdings said. The managing director, {first} {last2}, told staff at a meeting on Monday that orders had "
        "fallen by {age} per cent. A union official, {first2} {last}, said that members had been given no warning "
        "and that talks would begin at once. The works have made parts for ships and trains for {days} years and "
        "are the largest employer in the district. The council said it would do all it could to help those who "
        "lose their jobs to find new ones."
    ),
    "es ejecuciones": (
        "{n} hombres fueron ejecutados el lunes en {town} después de que el tribunal supremo rechazara sus "
        "últimos recursos. El servicio de prisiones informó de que {first} {last}, de {age} años, y {first2} "
        "{last2}, de {age2}, fueron ahorcados al amanecer en la cárcel de {place}. Los dos habían sido declarados "
        "culpables de tráfico de drogas en un juicio que duró {days} días y al que no se admitió a ningún "
        "abogado. Grupos de derechos humanos dicen que el juicio fue injusto. Al menos {total} personas han sido "
        "ejecutadas este año en el país, la mayoría por drogas."
    ),
    "de Hinrichtungen": (
        "In {town} sind am Montag {n} Männer hingerichtet worden, nachdem das oberste Gericht ihre letzten "
        "Anträge abgelehnt hatte. Nach Angaben der Behörden wurden {first} {last} ({age}) und {first2} {last2} "
        "({age2}) im Gefängnis {place} gehängt. Beide waren wegen des Handels mit Drogen verurteilt worden, in "
        "einem Verfahren, das {days} Tage dauerte und zu dem kein Anwalt zugelassen war. Menschenrechtler nennen "
        "das Verfahren ungerecht und sprechen von Folter. Seit Beginn des Jahres sind in dem Land mindestens "
        "{total} Menschen hingerichtet worden, die meisten wegen Drogen."
    ),
    "ru казни": (
        "В городе {town} в понедельник казнены {n} мужчин, после того как верховный суд отклонил их последние "
        "жалобы. По данным тюремной службы, {first} {last}, {age} лет, и {first2} {last2}, {age2} лет, были "
        "повешены на рассвете в тюрьме {place}. Оба были признаны виновными в торговле наркотиками на процессе, "
        "который длился {days} дней и на который не допустили ни одного адвоката. Правозащитники называют процесс "
        "несправедливым и говорят о пытках. С начала года в стране казнены по меньшей мере {total} человек, "
        "большинство из них за наркотики."
    ),
}


def _word(chance: random.Random, script: str) -> str:
    hard, soft = LETTERS[script]
    return "".join(chance.choice(hard) + chance.choice(soft) for _ in range(chance.randint(2, 4))).title()


def told(frame: str, number: int) -> str:
    """The story of that number in a frame: the same each time."""
    chance = random.Random(f"{frame} {number}")
    script = "cyrillic" if frame.startswith("ru") else "latin"
    names = ("town", "first", "last", "first2", "last2", "place")
    figures = {"n": 40, "age": 70, "age2": 70, "days": 40, "total": 400}
    filled = {name: _word(chance, script) for name in names}
    filled |= {name: str(chance.randint(2, most)) for name, most in figures.items()}
    return FRAMES[frame].format(**filled, land="Borduria")


def stories(frame: str, count: int) -> Iterator[tuple[str, str]]:
    """Headline and body of each story of a series."""
    for number in range(count):
        body = told(frame, number)
        yield " ".join(body.split()[:8]), body


def distinct(frame: str, count: int, copies: bool = False) -> tuple[int, float]:
    """How many stories the database tells of a series of `count`, and the seconds that the last quarter took.

    copies: each comes at a second outlet too, with another byline and a line more.
    """
    with tempfile.TemporaryDirectory() as folder:
        store = Store(Path(folder) / "c.db")
        begin = time.perf_counter()
        for number, (title, body) in enumerate(stories(frame, count)):
            if number == count * 3 // 4:
                begin = time.perf_counter()
            when = NOON + timedelta(days=number)
            _save(store, f"https://lamp.example/{number}", title, body, LAMP, when)
            if copies:
                _save(
                    store,
                    f"https://voice.example/{number}",
                    title,
                    f"By Ada Moss. {body} It was updated.",
                    VOICE,
                    when,
                )
        seconds = time.perf_counter() - begin
        row = store.row("SELECT count(*) AS n FROM distinct_stories") or {"n": 0}
        store.close()
        return int(row["n"]), seconds


def _save(store: Store, url: str, title: str, body: str, outlet: Outlet, when: datetime) -> None:
    story = made_story(url, body, title, when, outlet)
    with store.transaction():
        match_and_save(store, story)


def main() -> int:
    """Print the figures of each frame."""
    for frame in FRAMES:
        alone, seconds = distinct(frame, 200)
        both, _ = distinct(frame, 60, copies=True)
        each = f"{seconds / 50 * 1000:.0f} ms each of the last 50"
        print(f"{frame:<18} {alone} stories of 200, {each}; {both} of 60 at two outlets")
    return 0


if __name__ == "__main__":
    sys.exit(main())
