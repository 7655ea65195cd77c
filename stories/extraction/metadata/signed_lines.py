"""Signatures as they are printed in scripts without capitals, or with labels of their own: 作者：, بقلم, โดย, 기자."""

import re

MAX_LINE_CHARACTERS = 70  # characters of such a line
_SENTENCE_ENDS = (".", "!", "?", "。", "！", "？", "؟", "।")
# Labels, which a colon, a dash or a slash parts from the name
_LABELS = (
    "Автор(?:ы|и|ка)?|Текст|Беседовала?|Підготувал[аи]|Συντάκτης|Συντάκτρια|Ρεπορτάζ|Κείμενο|"  # ru, uk, el
    "بقلم|كتب(?:ت|ه)?|الكاتب(?:ة)?|إعداد|تحرير|نویسنده|خبرنگار|مصنف|تحریر|"  # ar, fa, ur
    "מאת|כתב(?:ה|ת)?|כתיבה|लेखक|लेखिका|रिपोर्टर|লেখক|লিখেছেন|প্রতিবেদক|ผู้เขียน|(?:เขียน|รายงาน|เรียบเรียง)?โดย|เรื่อง|"  # he, hi, th
    "(?:本报|本報)?记者|(?:本報)?記者|作者|撰文|撰稿|采写|文|筆者|執筆|取材|글|취재"  # zh, ja, ko
)
# English before a name in a script without capitals: "Written by: ..."
_ENGLISH = r"(?i:(?:(?:written|reported|story|posted) )?by)(?=\W{0,3}[\u0530-\uffff])"
# Words before a name of two words or more
_BEFORE = "بقلم|كتب(?:ت)?|إعداد|מאת|Γράφει\\s[οη]|Της|Του|(?:เขียน|รายงาน|เรียบเรียง)?โดย|记者|記者|作者|文"
_PIECE = r"[^\s\d,;:|·•⋅/()<>،؛：／（、，–—\"«»“”-]{1,20}"
_NAME = rf"{_PIECE}(?:[\s-]{_PIECE}){{0,3}}"
_HAN = "[\\u3040-\\u30ff\\u4e00-\\u9fff·]{2,6}"
_ENDS = r"(?=$|\s?[,;|·•⋅(/،؛｜（，]|\s?\d|\s[–—-]\s|\s[^\s:：]{2,6}[:：])"  # the last: another label
# What stands before the author: 来源：The paper  责任编辑：B. Name  作者：A. Name
_SOURCE = (
    r"(?:(?:(?:文章)?(?:来源|來源|稿源)|(?:责任|責任)?(?:编辑|編輯))"
    r"\s?[:：]\s?\S{1,20}\s{1,3}[|｜]?\s?){0,2}"
)
_LABELLED = re.compile(
    rf"\W{{0,3}}{_SOURCE}(?:{_LABELS}|{_ENGLISH})(?:\s?[:：/／・|]\s?|\s[–—-]\s)(?P<names>{_NAME}(?:[、,،]\s?{_NAME}){{0,5}}){_ENDS}"
)
_PREPOSED = re.compile(
    rf"\W{{0,3}}(?:{_BEFORE}|{_ENGLISH})\s(?P<names>{_PIECE}(?:[\s-]{_PIECE}){{1,3}}|{_HAN}(?:[、\s]{_HAN}){{0,4}}){_ENDS}"
)
_FOLLOWED = re.compile(
    r"(?:.{0,20}[|\]=)]\s?|(?:글|취재)\s)?(?P<names>[\uac00-\ud7a3]{2,4}\s?(?:선임|수석|인턴)?\s?(?:기자|특파원|논설위원))(?=$|\s|[|(])"
)
# A Japanese paper's section before a name: 社会部・早瀬千尋
DESK = r"[\u3040-\u30ff\u4e00-\u9fff]{1,8}(?:部|支局|総局|編集室|取材班)[\s・]+"
_DESKED = re.compile(rf"{DESK}(?P<names>{_HAN}(?:\s{_HAN})?){_ENDS}")
# A Taiwanese paper's name before a reporter's, and the kind of report behind it: 海岸日報／ 記者周佳穎／即時報導
_SLASHED = re.compile(
    r"[\u4e00-\u9fff]{2,8}\s?[／/]\s?(?:[\u4e00-\u9fff]{2,6})?(?:記者|记者)\s?(?P<names>"
    rf"{_HAN}(?:[、\s]{_HAN})*)\s?[／/]\s?[\u4e00-\u9fff]{{0,6}}(?:報導|报道)"
)
_WORD = re.compile(
    r"^\W{0,3}(?:بقلم|كتبت?|إعداد|מאת|Γράφει η|Γράφει ο|Της|Του|(?:เขียน|รายงาน|เรียบเรียง)?โดย)\s(?=\S+\s\S)|"
    r"^\W{0,3}(?:本[报報网網])?(?:记者|記者)\s(?=\S)"
)
_LABEL = re.compile(rf"^\W{{0,3}}{_SOURCE}(?:{_LABELS}|{_ENGLISH})(?:\s?[:：/／・]\s?|\s[–—-]\s)")
_NEXT = re.compile(r"(?<=\S)\s[^\s:：A-Za-z]{2,6}\s?[:：].*$")


def signed(line: str) -> str:
    """The names in a line that begins like a signature of such a script; empty where it does not."""
    if len(line) > MAX_LINE_CHARACTERS or line.endswith(_SENTENCE_ENDS):
        return ""
    for form in (_LABELLED, _PREPOSED, _FOLLOWED, _DESKED, _SLASHED):
        if found := form.match(line):
            return str(found["names"])
    return ""


def unlabelled(signature: str) -> str:
    """A signature without such a label, and without what another label opens."""
    return signature if signature.isascii() else _NEXT.sub("", _WORD.sub("", _LABEL.sub("", signature)))
