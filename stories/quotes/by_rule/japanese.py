"""Japanese quotations, by the plainest patterns alone: 「...」とXは述べた, Xは「...」と述べた, 「...」。Xはそう話す.

Words are not parted and verbs stand last, so that nothing of the other languages' reading fits. A speaker is told where
the name is plain: a frequent surname, or parts of a name between dots; else the words have their source alone.
"""

import re
from collections.abc import Iterator

from stories.quotes import Quote, Span
from stories.quotes.languages import SAMPLE, words

CONFIDENCE = (
    0.6  # no set of Japanese quotations is known to measure on: that of what is carried from a speech before
)
QUOTATION = re.compile(r"「[^「」\n]+」")
KANA = re.compile(r"[\u3041-\u3096]")
MIN_KANA = 0.05  # of the characters of a text, from which it is Japanese
SENTENCE_END = re.compile(r"[。\n]|$")
# Verbs of saying in the forms of who says it; a passive (言われた) is another's word
VERBS = "|".join(
    words(
        """述べた 述べる 述べている 述べていた 語った 語る 語っている 語っていた 話した 話す 話している 話していた 言った
        言う 言っている 言っていた 説明した 説明する 説明している 主張した 主張する 主張している 訴えた 訴える 訴えている
        反論した 反論する 反論している 強調した 強調する 指摘した 指摘する 指摘している 批判した 批判する 批判している
        証言した 証言する 証言している 明かした 明かす 答えた 答える 回答した 回答する コメントした コメントする 叫んだ
        振り返った 振り返る 打ち明けた 打ち明ける 嘆いた 嘆く 憤った 憤る 書いた 書いている 投稿した 発言した 表明した"""
    )
)
TOLD = re.compile(rf"(?P<verb>{VERBS})(?P<after>[。、\n（」]|$|という|と(?!い)|こと)")
SUBJECT = re.compile(r"(?P<who>[^、。「」\n]{1,40}?)(?P<aside>（[^（）]{1,12}）)?(?P<mark>[はが])")
SO = re.compile(
    rf"。?\n*(?P<who>[^、。「」\n]{{1,40}}?)(?P<aside>（[^（）]{{1,12}}）)?は(?:そう|こう)(?P<verb>{VERBS})[。、]"
)
HONORED = words(
    "さん 氏 さま 様 容疑者 被告 弁護士 議員 社長 会長 市長 知事 教授 医師 大臣 首相 監督 選手 記者 委員長 部長"
)
SURNAMES = words(
    """佐藤 鈴木 高橋 田中 伊藤 渡辺 渡邊 山本 中村 小林 加藤 吉田 山田 佐々木 山口 松本 井上 木村 斎藤 斉藤 清水 山崎
    阿部 池田 橋本 山下 石川 中島 前田 藤田 後藤 小川 岡田 村上 長谷川 近藤 石井 坂本 遠藤 藤井 青木 西村 福田 太田 三浦
    藤原 松田 岡本 中川 中野 原田 小野 田村 竹内 金子 和田 中山 石田 上田 森田 原 柴田 酒井 工藤 横山 宮崎 宮本 内田 高木
    安藤 谷口 大野 丸山 今井 高田 藤本 武田 村田 上野 杉山 増田 平野 菅原 久保 松井 小島 千葉 岩崎 桜井 野口 松尾 野村
    木下 菊地 佐野 大塚 杉本 新井 浜田 菅野 市川 水野 小松 島田 古川 小山 高野 西田 菊池 山内 西川 五十嵐 北村 安田 中田
    川口 平田 川崎 飯田 吉川 本田 久保田 沢田 辻 関 吉村 岩田 中西 服部 樋口 福島 川上 永井 松岡 田口"""
)
# Signs of what is a body or a place: 山口県, 千葉大学, 本田技研
BODIES = frozenset(
    "県市町村区郡島社省庁党側署園校院店局会駅警学所組技研銀行新聞放送工業産製薬電力鉄道航空車建設商券団連合協"
)
KANJI, PARTS = re.compile(r"[\u4e00-\u9fff々]+$"), re.compile(r"[\u30a1-\u30f6ー]+(?:・[\u30a1-\u30f6ー]+)+$")
FULL = 4  # signs of a full name, from which it is plain without a form of address
MAX_NAME = 5


def is_japanese(text: str, code: str | None) -> bool:
    """Whether a text is Japanese, by its language where that is known, else by its script."""
    if code:
        return code.partition("-")[0] == "ja"
    sample = text[:SAMPLE]
    return len(KANA.findall(sample)) > MIN_KANA * len(sample)


def japanese_quotes(text: str) -> list[Quote]:
    """The quotations of a Japanese text that a verb of saying reports."""
    return list(_quotes(text))


def _quotes(text: str) -> Iterator[Quote]:
    for found in QUOTATION.finditer(text):
        end = SENTENCE_END.search(text, found.end())
        stop = end.start() + 1 if end else len(text)
        if text[found.end() : found.end() + 1] == "と":
            told = TOLD.search(text, found.end() + 1, stop)
            if told and "「" not in text[found.end() : told.start()]:
                source = _behind(text, found.end() + 1, told) or _before(text, found.start(), told)
                yield _quote(text, found.span(), source, told.span("verb"))
        elif so := SO.match(text, found.end()):
            yield _quote(text, found.span(), so.span("who"), so.span("verb"))


def _quote(text: str, content: Span, source: Span | None, cue: Span) -> Quote:
    if source is None:
        return Quote("direct", [content], None, cue)
    return Quote("direct", [content], source, cue, _name(text[slice(*source)]), None, None, CONFIDENCE, "cue")


def _behind(text: str, begin: int, told: re.Match[str]) -> Span | None:
    """The subject between the words and their verb: 「...」とXは述べた."""
    begin += text[begin] == "、"
    subject = SUBJECT.match(text, begin, told.start())
    return subject.span("who") if subject else None


def _before(text: str, end: int, told: re.Match[str]) -> Span | None:
    """The subject right before the words: Xは「...」と述べた; none of Xは「...」と言ったと証言した."""
    begin = max(text.rfind(mark, 0, end) for mark in "。\n、」") + 1
    if text[begin:end].strip() == "" and begin > 1:
        begin = max(text.rfind(mark, 0, begin - 1) for mark in "。\n、」") + 1  # Xは、「...」
    subject = SUBJECT.search(text, begin, end)
    if subject is None or (subject["mark"] == "は" and told["after"] == "と"):
        return None
    beside = text[subject.end() : end].rstrip("、")
    return subject.span("who") if not beside or beside.endswith("に") else None


def _name(who: str) -> str | None:
    """The name that ends a subject; None where it is not plain: 田中美咲 of 元従業員の田中美咲さん."""
    honor = next((one for one in sorted(HONORED, key=len, reverse=True) if who.endswith(one)), "")
    bare = who.removesuffix(honor)
    if parts := PARTS.search(bare):
        return parts.group()
    run = KANJI.search(bare)
    name = run.group() if run else ""
    surname = next((name[:size] for size in (3, 2, 1) if name[:size] in SURNAMES), "")
    given = name[len(surname) :]
    plain = surname and len(name) <= MAX_NAME and BODIES.isdisjoint(given)
    return name if plain and (honor or (len(name) >= FULL and len(surname) > 1)) else None
