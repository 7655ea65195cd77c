"""What a speaker is called: a whole noun phrase or nothing, and whose somebody is where the text makes it plain."""

import pytest

from stories.quotes import find_quotes

Case = tuple[str, str, str | None, str | None]

ROLES: list[Case] = [
    (
        "en",
        "On Friday Borduria's water minister, Karl Brand, said it was dry.",
        "Karl Brand",
        "Borduria's water minister",
    ),
    ("en", "On Friday, the water minister, Karl Brand, said it was dry.", "Karl Brand", "the water minister"),
    ("en", "Meanwhile the miller Karl Brand said it was dry.", "Karl Brand", "the miller"),
    ("en", "Karl Brand, a miller who worked with Mr. Moss, said it was dry.", "Karl Brand", "a miller"),
    (
        "en",
        "Karl Brand, a miller who owns the well, said it was dry.",
        "Karl Brand",
        "a miller who owns the well",
    ),
    ("en", "According to the Water Board, the well is dry.", "Water Board", None),
    ("en", "The Water Board said it was dry.", "Water Board", None),
    ("en", "The nonpartisan Water Board said it was dry.", "Water Board", None),
    ("en", "The third, Brightwell Pumps, said it was dry.", "Brightwell Pumps", None),
    ("en", "Ada Moss and Bela Finch said it was dry.", "Bela Finch", None),
    (
        "de",
        "Karl Brand, der Anwalt der Müllerin, sagte, dass der Brunnen leer ist.",
        "Karl Brand",
        "der Anwalt der Müllerin",
    ),
    ("de", "Der erste, Karl Brand, sagte, dass der Brunnen leer ist.", "Karl Brand", None),
    ("de", "Der oberste Karl Brand sagte, dass der Brunnen leer ist.", "Karl Brand", None),
    (
        "es",
        "El viernes la ministra de Aguas, Ada Moss, dijo que el pozo está seco.",
        "Ada Moss",
        "la ministra de Aguas",
    ),
    ("es", "El sindicato Manos de Agua dijo que el pozo está seco.", "Manos de Agua", "El sindicato"),
    ("es", "El tercero, Aguas Claras, dijo que el pozo está seco.", "Aguas Claras", None),
    (
        "fr",
        "La ministre de l'Eau, Ada Moss, a déclaré que le puits est à sec.",
        "Ada Moss",
        "La ministre de l'Eau",
    ),
    (
        "fr",
        "Vendredi, l'avocat du meunier, Karl Brand, a déclaré que le puits est à sec.",
        "Karl Brand",
        "l'avocat du meunier",
    ),
    ("fr", "Le troisième, Karl Brand, a déclaré que le puits est à sec.", "Karl Brand", None),
    ("pt", "A ministra da Água, Ada Moss, disse que o poço está seco.", "Ada Moss", "A ministra da Água"),
    ("pt", "O moleiro Karl Brand disse que o poço está seco.", "Karl Brand", "O moleiro"),
    ("pt", "O terceiro, Karl Brand, disse que o poço está seco.", "Karl Brand", None),
    ("ru", "Адвокат мельника Борис Финч сказал, что колодец пуст.", "Борис Финч", "Адвокат мельника"),
    ("ru", "Борис Финч сказал, что колодец пуст.", "Борис Финч", None),
    ("zh", "水利部长说，水井已经干了。", None, None),
    ("ar", "قال المحامي إن البئر جافة.", None, None),
]

WHOSE: list[Case] = [
    (
        "en",
        "Brightwell bought the well. Its lawyer, Karl Brand, said it was dry.",
        "Karl Brand",
        "Brightwell’s lawyer",
    ),
    (
        "en",
        "Clear Waters denied it. “The well is full,” said its lawyer, Karl Brand.",
        "Karl Brand",
        "Clear Waters’ lawyer",
    ),
    (
        "en",
        "The wells are owned by Clear Co, a firm registered in Ebbing. Its lawyer, Karl Brand, said they were dry.",
        "Karl Brand",
        "Clear Co’s lawyer",
    ),
    (
        "en",
        "Ada Moss met the council. Her lawyer, Karl Brand, said it was dry.",
        "Karl Brand",
        "Ada Moss’ lawyer",
    ),
    ("en", "Brightwell Pumps bought the well. Its lawyer said it was dry.", None, "Brightwell Pumps’ lawyer"),
    ("en", "The company bought the well. Its lawyer said it was dry.", None, "lawyer"),
    (
        "en",
        "Rescue teams have one boat. Its pilot, Karl Brand, said the well was dry.",
        "Karl Brand",
        "pilot",
    ),
    (
        "en",
        "Clear Co and Dry Co bought it. Their lawyer, Karl Brand, said it was dry.",
        "Karl Brand",
        "lawyer",
    ),
    (
        "en",
        "Clear Co has sued Dry Co in Ebbing. Its lawyer, Karl Brand, said it was dry.",
        "Karl Brand",
        "lawyer",
    ),
    (
        "es",
        "La empresa es Aguas Claras. Su abogada, Ada Moss, dijo que el pozo está seco.",
        "Ada Moss",
        "abogada de Aguas Claras",
    ),
    (
        "es",
        "Aguas Claras negó los hechos. «El pozo está lleno», dijo su abogada, Ada Moss.",
        "Ada Moss",
        "abogada de Aguas Claras",
    ),
    ("es", "Su abogada dijo que el pozo está seco.", None, "abogada"),
    (
        "fr",
        "Eaux Vives a nié les faits. « Le puits est plein », a déclaré son avocate, Ada Moss.",
        "Ada Moss",
        "avocate de Eaux Vives",
    ),
    (
        "fr",
        "Le puits est vendu. Son avocate, Ada Moss, a déclaré que le puits est à sec.",
        "Ada Moss",
        "avocate",
    ),
    (
        "fr",
        "Les familles sont là. Leur avocate, Ada Moss, a déclaré que le puits est à sec.",
        "Ada Moss",
        "avocate",
    ),
    (
        "pt",
        "A empresa Águas Claras negou tudo. Seu advogado, Karl Brand, disse que o poço está cheio.",
        "Karl Brand",
        "advogado de Águas Claras",
    ),
    (
        "pt",
        "O poço foi vendido. Seu advogado, Karl Brand, disse que o poço está seco.",
        "Karl Brand",
        "advogado",
    ),
    ("pt", "Seu advogado disse que o poço está seco.", None, "advogado"),
    (
        "ru",
        "Мельник продал колодец. Его адвокат Борис Финч сказал, что колодец пуст.",
        "Борис Финч",
        "адвокат",
    ),
    (
        "ru",
        "Ада Мосс продала колодец. Ее адвокат Борис Финч сказал, что колодец пуст.",
        "Борис Финч",
        "адвокат (Ада Мосс)",
    ),
    ("ru", "Семьи здесь. Их адвокат Борис Финч сказал, что колодец пуст.", "Борис Финч", "адвокат"),
    (
        "de",
        "Ada Moos hat den Brunnen verkauft. Ihr Anwalt, Karl Brand, sagte, dass er leer ist.",
        "Karl Brand",
        "Anwalt von Ada Moos",
    ),
]


@pytest.mark.parametrize(("language", "text", "speaker", "role"), ROLES + WHOSE)
def test_roles(language: str, text: str, speaker: str | None, role: str | None) -> None:
    quote = find_quotes(text, language)[-1]
    assert (quote.speaker, quote.speaker_role) == (speaker, role)


RECEIVERS = [
    ("Moss was told that the well was dry.", None),
    ("Moss had been asked whether the well was dry.", None),
    ("The well is said to be dry.", None),
    ("Moss was accused of “poisoning the well”.", None),
    ("Moss told the mayor that the well was dry.", "Moss"),
    (
        "A miller of Ebbing, whose name the Herald has agreed not to print, said the well was dry.",
        "A miller of Ebbing",
    ),
]


@pytest.mark.parametrize(("text", "source"), RECEIVERS)
def test_who_hears_it_is_not_who_says_it(text: str, source: str | None) -> None:
    quote = find_quotes(text, "en")[-1]
    assert (text[slice(*quote.source)] if quote.source else None) == source


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("«Больше не приходите», — сказали Петру Лугову на заводе.", None),
        ("«Больше не приходите», — сказали Анне Мохиной.", None),
        ("«Больше не приходите», — сказал Анне Мохиной директор Пётр Лугов.", "директор Пётр Лугов"),
    ],
)
def test_a_russian_name_in_the_dative_is_no_part_of_who_says_it(text: str, source: str | None) -> None:
    (quote,) = find_quotes(text, "ru")
    assert (text[slice(*quote.source)] if quote.source else None) == source


NONE = [
    "Ada Moss has written to the council of Ebbing about the well.",
    "Moss replied to the council of Ebbing.",
    "Moss spoke to the mayor of Ebbing on Monday.",
    "The council’s “clean water” plan was dropped in May.",
    "The so-called “dry well” scheme cost £4m.",
    "Her novel “The Dry Well” was published in May.",
    "The paper “Wells of Ebbing” appeared in the journal “Water”.",
    "He sang “The Dry Well” and “The Miller’s Song” on Friday.",
]


@pytest.mark.parametrize("text", NONE)
def test_addresses_titles_and_pointed_words_are_no_quotes(text: str) -> None:
    assert find_quotes(text, "en") == []
