"""What a source does to a content: affirm, deny, ask, or decline to say. The last quote of each passage is meant."""

import pytest

from store.story_rows import quote_row
from stories.quotes import find_quotes

DRY = "the well was dry"
ENGLISH = [
    (f"Moss said that {DRY}.", "affirms"),
    (f"Moss said that {DRY.replace('was', 'was not')}.", "affirms"),
    (f"According to Moss, {DRY}.", "affirms"),
    ("“The well is dry,” said Moss.", "affirms"),
    (f"Moss denied that {DRY}.", "denies"),
    ("Moss has always denied poisoning the well.", "denies"),
    ("Moss denies murder.", "denies"),
    (f"Moss refuted the claim that {DRY}.", "denies"),
    (f"Moss rejected the claim that {DRY}.", "denies"),
    (f"Moss disputed that {DRY}.", "denies"),
    ("Moss dismissed the report as “nonsense”.", "denies"),
    (f"Moss contradicted claims that {DRY}.", "denies"),
    (f"Moss never said that {DRY}.", "denies"),
    (f"Moss did not say that {DRY}.", "denies"),
    (f"Moss didn’t believe that {DRY}.", "denies"),
    (f"Moss asked whether {DRY}.", "asks"),
    ("“Is the well dry?” Moss asked.", "asks"),
    (f"Moss wondered whether {DRY}.", "asks"),
    (f"Moss refused to say whether {DRY}.", "declines"),
    (f"Moss declined to say whether {DRY}.", "declines"),
    ("Moss declined to comment on the well.", "declines"),
    (f"Moss would not say whether {DRY}.", "declines"),
    (f"Moss did not say whether {DRY}.", "declines"),
    (f"Moss neither confirmed nor denied that {DRY}.", "declines"),
    (f"Moss did not confirm that {DRY}.", "declines"),
    # A negation that is not what it seems
    (f"Moss did not deny that {DRY}.", None),
    (f"No one denied that {DRY}.", None),
    (f"Nobody denied that {DRY}.", None),
    (f"Moss could not deny that {DRY}.", "affirms"),
    ("Moss denied the report, saying “the well is full”.", "affirms"),
    ("Moss denied the report, saying that the well is full.", "affirms"),
    ("Moss denied it: “The well is full.”", "affirms"),
    ("“The well is full,” Moss denied.", "affirms"),
    (f"Moss hoped that {DRY}.", None),
]
OTHERS = {
    "de": [
        ("Moos sagte, dass der Brunnen leer ist.", "affirms"),
        ("Moos bestritt, dass der Brunnen leer ist.", "denies"),
        ("Moos dementierte, dass der Brunnen leer ist.", "denies"),
        ("Moos wies den Vorwurf zurück, dass der Brunnen leer ist.", "denies"),
        ("Moos hat nie gesagt, dass der Brunnen leer ist.", "denies"),
        ("Moos fragte, ob der Brunnen leer ist.", "asks"),
        ("Moos sagte nicht, ob der Brunnen leer ist.", "declines"),
        ("Moos wollte nicht sagen, ob der Brunnen leer ist.", "declines"),
        ("Moos bestritt nicht, dass der Brunnen leer ist.", None),
        ("Moos hat nicht bestritten, dass der Brunnen leer ist.", None),
        ("Niemand bestritt, dass der Brunnen leer ist.", None),
        ("Moos konnte nicht bestreiten, dass der Brunnen leer ist.", "affirms"),
        ("Moos bestritt den Bericht. „Der Brunnen ist voll“, sagte sie.", "affirms"),
    ],
    "es": [
        ("Moss dijo que el pozo está seco.", "affirms"),
        ("Moss negó que el pozo esté seco.", "denies"),
        ("Moss desmintió que el pozo esté seco.", "denies"),
        ("Moss nunca dijo que el pozo estuviera seco.", "denies"),
        ("Moss preguntó si el pozo está seco.", "asks"),
        ("Moss se negó a decir si el pozo está seco.", "declines"),
        ("Moss no quiso decir si el pozo está seco.", "declines"),
        ("Moss no confirmó ni negó que el pozo esté seco.", "declines"),
        ("Moss no negó que el pozo esté seco.", None),
        ("Nadie negó que el pozo esté seco.", None),
        ("Moss no pudo negar que el pozo esté seco.", "affirms"),
        ("Moss negó los hechos y dijo que el pozo está lleno.", "affirms"),
    ],
    "fr": [
        ("Moss a déclaré que le puits est à sec.", "affirms"),
        ("Moss a nié que le puits soit à sec.", "denies"),
        ("Moss dément que le puits soit à sec.", "denies"),
        ("Moss n'a jamais dit que le puits est à sec.", "denies"),
        ("Moss ne dit pas que le puits est à sec.", "denies"),
        ("Moss a demandé si le puits est à sec.", "asks"),
        ("Moss a refusé de dire si le puits est à sec.", "declines"),
        ("Moss n'a pas dit si le puits est à sec.", "declines"),
        ("Moss n'a pas nié que le puits soit à sec.", None),
        ("Personne n'a nié que le puits soit à sec.", None),
        ("Moss ne pouvait pas nier que le puits soit à sec.", "affirms"),
    ],
    "pt": [
        ("Moss disse que o poço está seco.", "affirms"),
        ("Moss negou que o poço esteja seco.", "denies"),
        ("Moss desmentiu que o poço esteja seco.", "denies"),
        ("Moss nunca disse que o poço estava seco.", "denies"),
        ("Moss perguntou se o poço está seco.", "asks"),
        ("Moss recusou-se a dizer se o poço está seco.", "declines"),
        ("Moss não disse se o poço está seco.", "declines"),
        ("Moss não confirmou nem negou que o poço esteja seco.", "declines"),
        ("Moss não negou que o poço esteja seco.", None),
        ("Ninguém negou que o poço esteja seco.", None),
    ],
    "ru": [
        ("Мосс сказал, что колодец пуст.", "affirms"),
        ("Мосс отрицает, что колодец пуст.", "denies"),
        ("Мосс опроверг, что колодец пуст.", "denies"),
        ("Мосс никогда не говорил, что колодец пуст.", "denies"),
        ("«Пуст ли колодец?» — спросил Мосс.", "asks"),
        ("Мосс не подтвердил и не опроверг, что колодец пуст.", "declines"),
        ("Мосс спросил, кто закрыл колодец.", "asks"),
        ("Мосс спросил, пуст ли колодец.", "asks"),
        ("Анна Рек поинтересовалась, почему закрыли шахту.", "asks"),
        ("Анна Рек спросила, «почему закрыли шахту».", "asks"),
        ("Мосс не сказал, кто закрыл колодец.", "declines"),
        ("Мосс отказался сказать, пуст ли колодец.", "declines"),
        ("Мосс отказался комментировать закрытие колодца.", "declines"),
        ("Министерство отказалось. Рек отказалась прокомментировать сообщения о шахте.", "declines"),
        ("Мосс не отрицал, что колодец пуст.", None),
        ("Никто не отрицал, что колодец пуст.", None),
    ],
    "zh": [
        ("莫斯表示，水井已经干了。", "affirms"),
        ("莫斯否认水井已经干了。", "denies"),
        ("莫斯驳斥水井已经干了的说法。", "denies"),
        ("莫斯从未说过水井已经干了。", "denies"),
        ("莫斯问道，水井是否干了？", "asks"),
        ("莫斯拒绝透露水井是否干了。", "declines"),
        ("莫斯既未证实也未否认水井已经干了。", "declines"),
        ("莫斯没有否认水井已经干了。", None),
        ("莫斯反驳说，水井是满的。", "affirms"),
    ],
    "ar": [
        ("قال موس إن البئر جافة.", "affirms"),
        ("نفى موس أن البئر جافة.", "denies"),
        ("أنكر موس أن البئر جافة.", "denies"),
        ("لم يقل موس إن البئر جافة.", "denies"),
        ("رفض موس القول إن كانت البئر جافة.", "declines"),
        ("لم يؤكد موس أن البئر جافة.", "declines"),
        ("رفض موس التعليق.", "declines"),
        ("رفضت الشركة التعليق على إغلاق البئر.", "declines"),
        ("ورفضت ليلى حداد الكشف عن عدد العمال.", "declines"),
        ("رفض موس التعليق قائلا إن البئر مليئة.", "affirms"),
        ("رفضت الشركة الرد، مؤكدة أن المنجم مفتوح.", "affirms"),
        # The "and" that is written to a verb or to its negation
        ("ونفى موس أن البئر جافة.", "denies"),
        ("وأنكرت ليلى حداد أن المنجم مغلق.", "denies"),
        ("ولم يقل موس إن البئر جافة.", "denies"),
        ("فسأل موس إن كانت البئر جافة.", "asks"),
        ("ورفض موس القول إن كانت البئر جافة.", "declines"),
        ("وقال موس إن البئر جافة.", "affirms"),
        ("لم ينف موس أن البئر جافة.", None),
    ],
}
CASES = [("en", *case) for case in ENGLISH] + [
    (code, *case) for code, cases in OTHERS.items() for case in cases
]


@pytest.mark.parametrize(("language", "text", "stance"), CASES)
def test_stances(language: str, text: str, stance: str | None) -> None:
    assert find_quotes(text, language)[-1].stance == stance


NEGATED = [
    ("en", "Moss did not deny that the well was dry.", "did not deny", "Moss"),
    ("es", "Moss no dijo si el pozo está seco.", "no dijo", "Moss"),
    ("fr", "Moss n'a pas nié que le puits soit à sec.", "n'a pas nié", "Moss"),
    ("pt", "Moss não disse se o poço está seco.", "não disse", "Moss"),
    ("ru", "Мосс никогда не говорил, что колодец пуст.", "никогда не говорил", "Мосс"),
    ("de", "Moos hat nicht bestritten, dass der Brunnen leer ist.", "nicht bestritten", "Moos"),
    ("zh", "莫斯没有否认水井已经干了。", "没有否认", "莫斯"),
    ("ar", "لم ينف موس أن البئر جافة.", "لم ينف", "موس"),
]


@pytest.mark.parametrize(("language", "text", "cue", "source"), NEGATED)
def test_a_negation_belongs_to_the_cue_and_not_to_the_source(
    language: str, text: str, cue: str, source: str
) -> None:
    quote = find_quotes(text, language)[-1]
    assert quote.cue
    assert quote.source
    assert text[slice(*quote.cue)].endswith(cue)
    assert text[slice(*quote.source)] == source


def test_the_stance_is_in_the_row() -> None:
    text = "Moss denied that the well was dry."
    assert quote_row(1, find_quotes(text, "en")[0], text)["stance"] == "denies"


@pytest.mark.parametrize(
    ("language", "text", "content"),
    [
        ("ru", "Мосс спросил, пуст ли колодец в деревне.", "пуст ли колодец в деревне"),
        ("ru", "Мосс спросил, кто закрыл колодец.", "кто закрыл колодец"),
        ("ru", "Рек отказалась комментировать закрытие шахты.", "комментировать закрытие шахты"),
        ("ar", "رفض موس التعليق على إغلاق البئر.", "التعليق على إغلاق البئر"),
        ("ar", "رفض موس التعليق قائلا إن البئر مليئة.", "إن البئر مليئة"),
    ],
    ids=range(5),
)
def test_what_is_asked_or_not_told_is_the_content(language: str, text: str, content: str) -> None:
    (quote,) = find_quotes(text, language)
    assert [text[start:end] for start, end in quote.content] == [content]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Мосс отказался от колодца."),
        ("ru", "Мосс сказал, кто закрыл колодец, и ушёл."),
        ("ar", "رفض موس الاتهامات."),
        ("ar", "رفضت الشركة دفع الأجور."),
    ],
    ids=range(4),
)
def test_what_is_refused_or_told_otherwise_is_no_quote(language: str, text: str) -> None:
    assert find_quotes(text, language) == []
