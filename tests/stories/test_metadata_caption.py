"""A caption is what it says, without the words that label it, in captions and in bodies."""

import pytest

from tests.stories.making import PARAGRAPHS, html, paragraphs, reading

# what a page prints, and the caption in it
PRINTED = {
    "hidden, with a comma": "<span class='visually-hidden'>Image caption, </span><span>The pier of Velm</span>",
    "hidden, glued": "<span class='off-screen'>Image caption</span><span class='media'>The pier of Velm</span>",
    "hashed classes": "<span class='bbc-m04vo2'>Image caption, </span><p dir='ltr'>The pier of Velm</p>",
    "no element of its own": "Image caption, The pier of Velm",
    "no space": "Image captionThe pier of Velm",
    "a colon": "Picture caption: The pier of Velm",
    "hidden, unknown words": "<span class='sr-only'>Kuvateksti, </span>The pier of Velm",
}
# The words of the language services, each as it stands before a caption
LABELS = (
    *(
        "Media caption, ",
        "Video caption, ",
        "Pie de foto, ",
        "Título del video, ",
        "Légende image, ",
        "Légende vidéo, ",
    ),
    *(
        "Legenda da foto, ",
        "Legenda do vídeo, ",
        "Bildunterschrift: ",
        "Подпись к фото, ",
        "Подпись к видео, ",
    ),
    *(
        "图像加注文字，",
        "視頻加註文字，",
        "التعليق على الصورة، ",
        "عنوان تصویر، ",
        "Fotoğraf altı yazısı, ",
        "Підпис до фото, ",
    ),
)


def page(caption: str, extra: str = "") -> str:
    figure = f"<figure><img src='/pier.jpg'><figcaption>{caption}</figcaption></figure>"
    return html(f"<article><h1>Ferry stays in port</h1>{figure}{extra}{paragraphs(PARAGRAPHS)}</article>")


@pytest.mark.parametrize("name", PRINTED)
def test_a_label_is_no_caption(name: str) -> None:
    assert reading(page(PRINTED[name])).image_caption == "The pier of Velm"


@pytest.mark.parametrize("label", LABELS)
def test_labels_of_the_language_services(label: str) -> None:
    for caption in (f"{label}The pier of Velm", f"<span>{label}</span><p>The pier of Velm</p>"):
        assert reading(page(caption)).image_caption == "The pier of Velm"


@pytest.mark.parametrize("caption", ["Caption writers at work", "Legenda wa Velm", "Image captions are dull"])
def test_words_of_a_caption_stay(caption: str) -> None:
    assert reading(page(caption)).image_caption == caption


def test_a_films_caption_is_not_the_pictures() -> None:
    film = "<figure><figcaption><span>Media caption</span>Who is watching?</figcaption></figure>"
    text = html(
        f"<article><h1>Ferry stays in port</h1>{film}<figure><img src='/x.jpg'><figcaption>The pier of Velm</figcaption>"
        f"</figure>{paragraphs(PARAGRAPHS)}</article>"
    )
    assert reading(text).image_caption == "The pier of Velm"


IN_BODIES = (
    *("Image caption, The pier of Velm “is dry”, said Mara Dunn", "Image source, Coast Pictures"),
    *("Pie de foto, El muelle de Velm", "Légende image, La jetée de Velm", "Подпись к фото, Причал"),
    *("图像加注文字，码头", "التعليق على الصورة، رصيف الميناء", "Legenda da foto, O cais de Velm"),
)


@pytest.mark.parametrize("line", IN_BODIES)
def test_a_labelled_line_is_not_of_the_body_and_nobody_is_quoted_in_it(line: str) -> None:
    found = reading(page("", f"<p>{line}</p>"))
    assert line[:12] not in found.body
    assert len(found.body) > 100
    assert not [quote for quote in found.quotes if quote.speaker == "Mara Dunn"]
