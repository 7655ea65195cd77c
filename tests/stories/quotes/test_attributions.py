"""Whole attributions in every language: kind / content / source / cue / speaker / stance, all of it right.

`whole.txt` has more of them: `language | text | attribution | ...`, ¶ between paragraphs, ~~ between pieces of content.
"""

from pathlib import Path

import pytest

from stories.quotes import Quote, find_quotes

WHOLE = (Path(__file__).parent / "whole.txt").read_text(encoding="utf-8").splitlines()

SAID = [
    (
        "de",
        "Der Brunnen sei „trocken“, sagte Ada Moos.",
        ["mixed / Der Brunnen sei „trocken“ / Ada Moos / sagte / Ada Moos / affirms"],
    ),
    (
        "de",
        "„Der Brunnen ist trocken“, sagte Ada Moos, „und niemand kommt.“",
        ["direct / „Der Brunnen ist trocken“ | „und niemand kommt.“ / Ada Moos / sagte / Ada Moos / affirms"],
    ),
    (
        "de",
        "Ada Moos sagte: „Der Brunnen ist trocken. Niemand kommt.“",
        ["direct / „Der Brunnen ist trocken. Niemand kommt.“ / Ada Moos / sagte / Ada Moos / affirms"],
    ),
    (
        "de",
        "Mit den Worten „Wir gehen“ verließ Ada Moos den Saal.",
        ["direct / „Wir gehen“ / Ada Moos / Worten / Ada Moos / affirms"],
    ),
    (
        "de",
        "Ada Moos bestritt, dass der Brunnen „trocken“ sei.",
        ["mixed / dass der Brunnen „trocken“ sei / Ada Moos / bestritt / Ada Moos / denies"],
    ),
    (
        "de",
        "Ada Moos zufolge war die Pumpe „seit Mai“ kaputt.",
        ["mixed / war die Pumpe „seit Mai“ kaputt / Ada Moos / zufolge / Ada Moos / affirms"],
    ),
    (
        "fr",
        "Le puits est « à sec », selon Ada Moss.",
        ["mixed / Le puits est « à sec » / Ada Moss / selon / Ada Moss / affirms"],
    ),
    (
        "fr",
        "« Le puits est à sec », a déclaré Ada Moss, « et personne ne vient. »",
        [
            "direct / « Le puits est à sec » | « et personne ne vient. » / Ada Moss / déclaré / Ada Moss / affirms"
        ],
    ),
    (
        "fr",
        "Ada Moss a dit : « Le puits est à sec. »",
        ["direct / « Le puits est à sec. » / Ada Moss / dit / Ada Moss / affirms"],
    ),
    (
        "fr",
        "« Le puits, dit-elle, est à sec. » Ada Moss est partie.",
        ["direct / « Le puits | est à sec. » / elle / dit / - / affirms"],
    ),
    (
        "fr",
        "Ada Moss a nié que le puits soit « à sec ».",
        ["mixed / que le puits soit « à sec » / Ada Moss / nié / Ada Moss / denies"],
    ),
    (
        "fr",
        "Ada Moss a qualifié la liste de « brouillon ».",
        ["direct / « brouillon » / Ada Moss / qualifié / Ada Moss / affirms"],
    ),
    (
        "fr",
        "« Est-il à sec ? », a demandé Bela Finch à la meunière.",
        ["direct / « Est-il à sec ? » / Bela Finch / demandé / Bela Finch / asks"],
    ),
    (
        "fr",
        "Pour Ada Moss, c’est « une honte ».",
        ["mixed / c’est « une honte » / Ada Moss / Pour / Ada Moss / affirms"],
    ),
    (
        "fr",
        "D’après la meunière Ada Moss, la pompe était « cassée depuis mai ».",
        [
            "mixed / la pompe était « cassée depuis mai » / la meunière Ada Moss / D’après / Ada Moss / affirms"
        ],
    ),
    (
        "es",
        "El pozo está “seco”, según Ada Moss.",
        ["mixed / El pozo está “seco” / Ada Moss / según / Ada Moss / affirms"],
    ),
    (
        "es",
        "“El pozo está seco”, dijo Ada Moss, “y nadie viene”.",
        ["direct / “El pozo está seco” | “y nadie viene” / Ada Moss / dijo / Ada Moss / affirms"],
    ),
    (
        "es",
        "Ada Moss dijo: “El pozo está seco”.",
        ["direct / “El pozo está seco” / Ada Moss / dijo / Ada Moss / affirms"],
    ),
    (
        "es",
        "Ada Moss negó que el pozo estuviera “seco”.",
        ["mixed / que el pozo estuviera “seco” / Ada Moss / negó / Ada Moss / denies"],
    ),
    (
        "es",
        "Ada Moss calificó la lista de “borrador”.",
        ["direct / “borrador” / Ada Moss / calificó / Ada Moss / affirms"],
    ),
    (
        "es",
        "“¿Está seco?”, preguntó Bela Finch a la molinera.",
        ["direct / “¿Está seco?” / Bela Finch / preguntó / Bela Finch / asks"],
    ),
    (
        "es",
        "—El pozo está seco —dijo Ada Moss—. Nadie viene.",
        [
            "direct / El pozo está seco / Ada Moss / dijo / Ada Moss / affirms",
            "direct / Nadie viene. / Ada Moss /  / Ada Moss / affirms",
        ],
    ),
    (
        "pt",
        "O poço está “seco”, segundo Ada Moss.",
        ["mixed / O poço está “seco” / Ada Moss / segundo / Ada Moss / affirms"],
    ),
    (
        "pt",
        "“O poço está seco”, disse Ada Moss, “e ninguém vem”.",
        ["direct / “O poço está seco” | “e ninguém vem” / Ada Moss / disse / Ada Moss / affirms"],
    ),
    (
        "pt",
        "Ada Moss disse: “O poço está seco”.",
        ["direct / “O poço está seco” / Ada Moss / disse / Ada Moss / affirms"],
    ),
    (
        "pt",
        "Ada Moss negou que o poço estivesse “seco”.",
        ["mixed / que o poço estivesse “seco” / Ada Moss / negou / Ada Moss / denies"],
    ),
    (
        "pt",
        "Ada Moss classificou a lista como “rascunho”.",
        ["direct / “rascunho” / Ada Moss / classificou / Ada Moss / affirms"],
    ),
    (
        "pt",
        "“Está seco?”, perguntou Bela Finch à moleira.",
        ["direct / “Está seco?” / Bela Finch / perguntou / Bela Finch / asks"],
    ),
    (
        "pt",
        "Para Ada Moss, é “uma vergonha”.",
        ["mixed / é “uma vergonha” / Ada Moss / Para / Ada Moss / affirms"],
    ),
    (
        "ru",
        "Колодец «высох», по словам Ады Мосс.",
        ["mixed / Колодец «высох» / Ады Мосс / по словам / Ады Мосс / affirms"],
    ),
    (
        "ru",
        "«Колодец высох, — сказала Ада Мосс. — Никто не приходит».",
        [
            "direct / «Колодец высох / Ада Мосс / сказала / Ада Мосс / affirms",
            "direct / Никто не приходит» / Ада Мосс /  / Ада Мосс / affirms",
        ],
    ),
    (
        "ru",
        "Ада Мосс сказала: «Колодец высох».",
        ["direct / «Колодец высох» / Ада Мосс / сказала / Ада Мосс / affirms"],
    ),
    (
        "ru",
        "Ада Мосс отрицала, что колодец «высох».",
        ["mixed / что колодец «высох» / Ада Мосс / отрицала / Ада Мосс / denies"],
    ),
    (
        "ru",
        "Ада Мосс назвала список «черновиком».",
        ["direct / «черновиком» / Ада Мосс / назвала / Ада Мосс / affirms"],
    ),
    (
        "ru",
        "«Он высох?» — спросил Бела Финч.",
        ["direct / «Он высох?» / Бела Финч / спросил / Бела Финч / asks"],
    ),
    ("zh", "王丽说：“井干了。”", ["direct / “井干了。” / 王丽 / 说 / 王丽 / affirms"]),
    (
        "zh",
        "“井干了，”王丽说，“没有人来。”",
        ["direct / “井干了，” | “没有人来。” / 王丽 / 说 / 王丽 / affirms"],
    ),
    ("zh", "王丽否认井“干了”。", ["direct / “干了” / 王丽 / 否认 / 王丽 / denies"]),
    ("zh", "“井干了吗？”李明问道。", ["direct / “井干了吗？” / 李明 / 问道 / 李明 / asks"]),
    ("zh", "王丽表示，水泵“五月就坏了”。", ["mixed / 水泵“五月就坏了” / 王丽 / 表示 / 王丽 / affirms"]),
    ("ar", "قالت آدا موس: «البئر جافة».", ["direct / «البئر جافة» / آدا موس / قالت / آدا موس / affirms"]),
    ("ar", "«البئر جافة»، قالت آدا موس.", ["direct / «البئر جافة» / آدا موس / قالت / آدا موس / affirms"]),
    (
        "ar",
        "وأكدت آدا موس أن البئر «جافة».",
        ["mixed / أن البئر «جافة» / آدا موس / وأكدت / آدا موس / affirms"],
    ),
    (
        "ar",
        "ونفت آدا موس أن تكون البئر «جافة».",
        ["mixed / أن تكون البئر «جافة» / آدا موس / ونفت / آدا موس / denies"],
    ),
    (
        "en",
        "According to Ada Moss, the well is “dry”.",
        ["mixed / the well is “dry” / Ada Moss / According to / Ada Moss / affirms"],
    ),
    (
        "en",
        "The well, according to Ada Moss, is “dry”.",
        ["mixed / The well | is “dry” / Ada Moss / according to / Ada Moss / affirms"],
    ),
    (
        "en",
        "Ada Moss said: “The well is dry. Nobody comes.”",
        ["direct / “The well is dry. Nobody comes.” / Ada Moss / said / Ada Moss / affirms"],
    ),
    (
        "en",
        "Ada Moss denied that the well was “dry”.",
        ["mixed / that the well was “dry” / Ada Moss / denied / Ada Moss / denies"],
    ),
    (
        "en",
        "Ada Moss called the list “a draft”.",
        ["mixed / the list “a draft” / Ada Moss / called / Ada Moss / affirms"],
    ),
    (
        "en",
        "“Is it dry?” Bela Finch asked the miller.",
        ["direct / “Is it dry?” / Bela Finch / asked / Bela Finch / asks"],
    ),
    ("en", "“We wait,” the letter says.", ["direct / “We wait,” / the letter / says / - / affirms"]),
    (
        "en",
        "Ada Moss said she had “never been asked”; Bela Finch called that “nonsense”.",
        [
            "mixed / she had “never been asked” / Ada Moss / said / Ada Moss / affirms",
            "mixed / that “nonsense” / Bela Finch / called / Bela Finch / affirms",
        ],
    ),
    (
        "en",
        "Ada Moss told Bela Finch that the pump had been broken since May.",
        ["indirect / that the pump had been broken since May / Ada Moss / told / Ada Moss / affirms"],
    ),
    (
        "en",
        "“They never came,” said the miller’s son, Tom Moss.",
        ["direct / “They never came,” / the miller’s son, Tom Moss / said / Tom Moss / affirms"],
    ),
]


def told(text: str, quote: Quote) -> str:
    """An attribution in one line; pieces of content are parted by a bar."""
    source, cue = (text[slice(*span)] if span else "" for span in (quote.source, quote.cue))
    content = " | ".join(text[start:end] for start, end in quote.content)
    return " / ".join((quote.kind, content, source, cue, quote.speaker or "-", quote.stance or "-"))


@pytest.mark.parametrize(("language", "text", "quotes"), SAID, ids=range(len(SAID)))
def test_who_said_what(language: str, text: str, quotes: list[str]) -> None:
    assert [told(text, quote) for quote in find_quotes(text, language)] == quotes


@pytest.mark.parametrize("code", ["en", "de", "es", "fr", "pt", "ru", "zh", "ar"])
def test_whole_attributions(code: str) -> None:
    wrong = {}
    for _, written, *quotes in (line.split(" | ") for line in WHOLE if line.startswith(f"{code} |")):
        text = written.replace("¶", "\n\n")
        found = [told(text, quote).replace(" | ", " ~~ ") for quote in find_quotes(text, code)]
        if (found or ["none"]) != quotes:
            wrong[written] = found
    assert wrong == {}
