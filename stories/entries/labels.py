"""The words that the Centre prints around an entry, by which its parts are known. Tables of facts.

Some were seen on pages of the two layouts; the rest are plain translations of those. Everything is compared
in lower case, without a colon at the end.
"""

import re

AUTHOR = (
    "author", "authors", "autor", "autora", "auteur", "autores", "автор", "저자", "الكاتب", "作者",
    "著者", "စာရေးသူ", "yazar",
)  # fmt: skip

STORY_TYPES = frozenset(
    {"story", "historia", "história", "affaire", "история", "ストーリー", "故事", "스토리", "geschichte"}
)
TYPES = STORY_TYPES | {
    "article", "artikel", "artículo", "artigo", "статья", "記事", "기사", "المقال", "文章", "makale", "ဆောင်းပါး",
    "company response", "company responses", "company non-response", "response", "respuesta de la empresa",
    "respuesta",
    "réponse de l'entreprise", "réponse de l’entreprise", "réponse", "resposta da empresa", "resposta",
    "antwort des unternehmens", "unternehmensantwort", "ответ компании", "企業の回答", "기업 답변",
    "企业回应", "企業回應",
    "رد الشركة", "ngo rejoinder", "rejoinder", "report", "informe", "rapport", "relatório", "bericht",
    "доклад",
    "报告", "報告", "opinion", "opinión", "opinião", "commentary", "interview", "lawsuit", "demanda",
    "statement",
    "press release", "guidance", "letter", "blog", "video", "ngo submission", "investor statement",
}  # fmt: skip

STORY_MARKS = (
    "get rss feed of these results", "all components of this story", "receba rss dos resultados",
    "todos os componentes dessa história", "todos los componentes de esta historia",
    "tous les éléments de cette affaire",
)  # fmt: skip

SOURCE_LINKS = (
    "read the full post here", "leia a postagem completa aqui",
    "lea el post completo aquí", "lea la publicación completa aquí", "lire l'article complet ici",
    "read the full post", "read full post", "read the full article", "read the full article here",
    "read the full story",
    "read more", "read more here", "original source", "source", "link to source", "go to source",
    "full article",
    "leer más", "leer el artículo completo", "lea el artículo completo aquí", "fuente original", "fuente",
    "lire la suite", "lire l’article complet", "source originale", "leia mais", "leia o artigo completo",
    "fonte",
    "weiterlesen", "den ganzen artikel lesen", "quelle", "читать далее", "источник", "阅读全文", "閱讀全文",
    "原文",
    "全文を読む", "続きを読む", "전문 보기", "원문 보기", "اقرأ المزيد", "المصدر",
)  # fmt: skip

COMPANIES = (
    "related companies", "related company", "companies", "company", "empresas relacionadas", "empresas",
    "empresa",
    "entreprises liées", "entreprises", "unternehmen", "компании", "企業", "企业", "기업", "الشركات",
)  # fmt: skip

TIMELINES = (
    "part of the following timelines", "part of the following stories", "timeline", "línea del tiempo",
    "parte de las siguientes líneas del tiempo", "fait partie des chronologies suivantes",
    "parte das seguintes linhas do tempo", "teil der folgenden zeitleisten", "часть следующих историй",
    "屬於以下案件的一部分", "属于以下案件的一部分", "时间线", "時間線", "タイムライン", "타임라인",
)  # fmt: skip

RESPONSES = (
    "company responses", "respuestas de la empresa", "respuestas de las empresas", "réponses des entreprises",
    "respostas das empresas", "antworten der unternehmen", "ответы компаний", "企業回應", "企业回应",
    "ردود الشركات",
)  # fmt: skip

ENDS = TIMELINES + RESPONSES + COMPANIES + (
    "related stories", "related content", "related tags", "tags", "share", "share this", "story so far",
    "view full story", "sign up for updates", "subscribe", "contact us", "follow us",
)  # fmt: skip

TAGS = (
    "see all tags", "ver todas las etiquetas", "voir tous les tags", "ver todas as etiquetas",
    "alle tags anzeigen", "все теги", "查看所有标签", "查看所有標籤", "すべてのタグを見る", "모든 태그 보기",
)  # fmt: skip

UNTRANSLATED = {
    "de": "diese seite ist nicht auf deutsch verfügbar",
    "es": "esta página no está disponible en español",
    "fr": "cette page n’est pas disponible en français",
    "pt": "esta página não está disponível em português",
    "ru": "эта страница недоступна на русский",
    "ar": "هذه الصفحة غير متوفرة باللغة العربية",
    "ja": "このページは 日本語",
    "ko": "이 페이지는 한국어로 제공되지 않으며",
    "zh-Hans": "这页面没有简体中文版本",
    "zh-Hant": "這頁面沒有繁體中文版本",
    "en": "this page is not available in english",
    "tr": "bu sayfa türkçe",
}

LANGUAGE_NAMES = {
    "english": "en", "español": "es", "français": "fr", "português": "pt", "deutsch": "de", "русский": "ru",
    "العربية": "ar", "日本語": "ja", "한국어": "ko", "简体中文": "zh-Hans", "繁體中文": "zh-Hant",
    "မြန်မာ": "my", "türkçe": "tr",
    "spanish": "es", "french": "fr", "portuguese": "pt", "german": "de", "russian": "ru", "arabic": "ar",
    "japanese": "ja", "korean": "ko", "burmese": "my", "turkish": "tr", "italiano": "it",
}  # fmt: skip

CREDIT = re.compile(
    r"^\W*(photo|image|picture|pic|foto|imagen|imagem|photograph|crédit photo|bild)s?"
    r"(\s+(credit|by|courtesy of|from|de))?\s*[:©]"
    r"|^\W*(credit|crédito|crédit|courtesy of)\s*:|^©",
    re.IGNORECASE,
)
ICONS = re.compile(r"arrow-(down|left|right|up)\S*chevron|affiliationarrow|^abuses\S*arrow")


def plain(text: str) -> str:
    """A label as the tables hold it."""
    return text.casefold().rstrip(" :：›»→").strip()


def is_label(text: str, table: tuple[str, ...] | frozenset[str]) -> bool:
    """Whether the whole line is a label of `table`."""
    return plain(text) in table
