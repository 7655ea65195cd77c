"""What a caption says: the words that label it for screen readers, such as "Image caption", are none of it."""

import re
from copy import deepcopy

from lxml.html import HtmlElement

from stories.text import words_of

# Source: the services' settings in BBC's Simorgh (github.com/bbc/simorgh), with the wordings of its older pages.
LABELS = (
    *(
        "image caption",
        "media caption",
        "video caption",
        "audio caption",
        "picture caption",
        "photo caption",
        "caption",
    ),
    *("image source", "image copyright", "image credit", "picture source", "getty images caption"),
    *(
        "pie de foto",
        "título del video",
        "título del audio",
        "fuente de la imagen",
        "derechos de autor de la imagen",
    ),
    *("légende image", "légende vidéo", "légende audio", "crédit photo", "légende"),
    *("legenda da foto", "legenda do vídeo", "legenda do áudio", "crédito", "legenda"),
    *("bildunterschrift", "bildlegende", "bildrechte", "bildquelle"),
    *(
        "подпись к фото",
        "подпись к видео",
        "подпись к аудио",
        "автор фото",
        "правообладатель иллюстрации",
        "подпись",
    ),
    *("підпис до фото", "підпис до відео", "підпис до аудіо"),
    *("图像加注文字", "视频加注文字", "音频加注文字", "图像来源", "说明文字"),
    *("圖像加註文字", "視頻加註文字", "音頻加註文字", "圖像來源", "說明文字"),
    *("التعليق على الصورة", "التعليق على الفيديو", "التعليق على التسجيل الصوتي", "صدر الصورة", "مصدر الصورة"),
    *(
        "عنوان تصویر",
        "عنوان ویدئو",
        "منبع تصویر",
        "fotoğraf altı yazısı",
        "video altyazısı",
        "legendă imagine",
    ),
    *("keterangan gambar", "keterangan video", "sumber gambar", "bayanan hoto", "asalin hoton"),
    *("इमेज कैप्शन", "वीडियो कैप्शन", "इमेज स्रोत"),
)
_WORDS = "|".join(map(re.escape, LABELS))
_MARK = r"\s*[,:،，：]"
_LABELLED = re.compile(rf"\W*(?:{_WORDS}){_MARK}\s*(?=\w)", re.I)
# The start of a line that is a caption or a credit; one word alone may begin a sentence ("Crédito, juros e inflação")
_TELLING = "|".join(re.escape(label) for label in LABELS if " " in label or label > "一")
LINE = re.compile(rf"\W*(?:{_TELLING}){_MARK}\s*(?=\w)", re.I)
_LABEL = re.compile(rf"\W*(?:{_WORDS})(?:{_MARK})?\W*", re.I)
_GLUED = re.compile(rf"\W*(?i:{_WORDS})(?=[^\W\d_a-z])")
_HIDDEN = re.compile(
    r"(?:^|[\s_-])(?:off-?screen|visually-?hidden|sr-only|screen-?reader(?:-text)?)(?:[\s_-]|$)", re.I
)


def caption_of(element: HtmlElement) -> str:
    """The text of a caption's element, without its label."""
    copy = deepcopy(element)
    for node in [*copy.iterdescendants()]:
        if isinstance(node.tag, str) and node.getparent() is not None and _labels(node):
            node.drop_tree()
    return without_label(words_of(copy))


def _labels(node: HtmlElement) -> bool:
    hidden = _HIDDEN.search((node.get("class") or "")[:200])
    return bool(hidden or _LABEL.fullmatch(words_of(node)))


def is_label(text: str) -> bool:
    """Whether a text is nothing but the label of a caption."""
    return bool(_LABEL.fullmatch(text))


def without_label(text: str) -> str:
    """A caption's words without the label before them."""
    found = _LABELLED.match(text) or _GLUED.match(text)
    return text[found.end() :] if found else "" if _LABEL.fullmatch(text) else text
