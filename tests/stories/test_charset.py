"""Bytes become characters as in browsers, and what was read in a wrong encoding is never stored in silence."""

import pytest

from stories.extraction import charset
from stories.extraction.charset import decode, mojibake, slips
from tests.stories.making import html, page, paragraphs, reading

JAPANESE = "①港の倉庫で働く人々は賃金を受け取っていない、と組合は述べた。Ⅲ号船は出航しなかった。"
KOREAN = "항구의 노동자들은 석 달 동안 임금을 받지 못했다고 조합이 밝혔다. 똠방각하 펲시콜라."
CHINESE = "港口的工人三个月没有拿到工资，工会星期一说。朱镕基路的仓库关了门。"
TAIWANESE = "港口的工人三個月沒有拿到工資，工會星期一說。粵語裡的「嘅」字也在其中，碁與恒都在。"
RUSSIAN = "Портовые рабочие три месяца не получали зарплату, заявил профсоюз в понедельник."
THAI = "คนงานท่าเรือไม่ได้รับค่าจ้างมาสามเดือนแล้ว สหภาพแรงงานกล่าวเมื่อวันจันทร์"
GREEK = "Οι εργάτες του λιμανιού δεν πληρώθηκαν επί τρεις μήνες, είπε το σωματείο τη Δευτέρα."

SCRIPTS = [
    ("shift_jis", "cp932", JAPANESE),
    ("x-sjis", "cp932", JAPANESE),
    ("euc-jp", "euc_jis_2004", JAPANESE.replace("Ⅲ", "三")),
    ("x-euc-jp", "euc_jp", JAPANESE[1:].replace("Ⅲ", "三")),
    ("euc-kr", "cp949", KOREAN),
    ("ks_c_5601-1987", "cp949", KOREAN),
    ("windows-949", "cp949", KOREAN),
    ("gb2312", "gb18030", CHINESE),
    ("x-gbk", "gb18030", CHINESE),
    ("big5", "big5hkscs", TAIWANESE),
    ("windows-1251", "cp1251", RUSSIAN),
    ("x-cp1251", "cp1251", RUSSIAN),
    ("koi8-r", "koi8-r", RUSSIAN),
    ("windows-874", "cp874", THAI),
    ("tis-620", "cp874", THAI),
    ("iso-8859-7", "iso-8859-7", GREEK),
]
ODD = {  # what breaks a page in its own encoding: a byte of nothing, a letter cut in half
    "no odd byte": lambda text: text,
    "odd byte": lambda text: text + b"\xff",
    "cut letter": lambda text: text[:20] + text[21:],
}


@pytest.mark.parametrize(("label", "codec", "text"), SCRIPTS, ids=[label for label, *_ in SCRIPTS])
@pytest.mark.parametrize("odd", ODD)
@pytest.mark.parametrize("stated", [True, False], ids=["in the answer", "in the page"])
def test_one_odd_byte_costs_one_letter(label: str, codec: str, text: str, odd: str, stated: bool) -> None:
    broken = ODD[odd](text.encode(codec)) + b"<p>" + (text * 3).encode(codec)
    meta = b"" if stated else f"<meta charset='{label}'>".encode()
    assert text * 3 in decode(meta + broken, label if stated else None)


@pytest.mark.parametrize(("odd", "read"), [(2, True), (3, False)], ids=["two", "three"])
def test_two_odd_bytes_are_few_in_a_page_of_few_letters(odd: int, read: bool) -> None:
    text = b"<meta charset=windows-1253>" + "Αθήνα".encode("cp1253") + b" \xff" * odd
    assert ("Αθήνα" in decode(text)) == read


@pytest.mark.parametrize(
    "label", ["utf-16", "utf-7", "undefined", "hex", "unicode_escape", "x-user-defined", "cp037"]
)
def test_a_label_of_no_browser_is_passed_over(label: str) -> None:
    assert "Müller sprach über 30 €" in decode(
        f"<meta charset={label}>Müller sprach über 30 €".encode("cp1252")
    )


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        (JAPANESE, "cp1252"),
        (CHINESE, "latin-1"),
        (RUSSIAN, "cp1252"),
        (KOREAN, "latin-1"),
        (GREEK, "latin-1"),
    ],
    ids=["japanese", "chinese", "russian", "korean", "greek"],
)
def test_mojibake_is_rejected(text: str, wrong: str) -> None:
    spoilt = (text * 2).encode("utf-8").decode(wrong, "replace")
    read = reading(html(f"<article><h1>Ferry stays in port</h1>{paragraphs([spoilt + '.'] * 4)}</article>"))
    assert read.reject == "wrong encoding"
    assert "unreadable" in read.detail


def test_bytes_of_asia_without_a_label_are_rejected() -> None:
    body = html(f"<article><h1>港口</h1>{paragraphs([CHINESE * 2] * 4)}</article>", title="港口")
    assert reading(page(body.encode("gb18030")).payload).reject == "wrong encoding"


@pytest.mark.parametrize(
    "text",
    [
        *[text for *_, text in SCRIPTS],
        "Þótt Ægir væri þreyttur ætlaði hann að róa út á fjörðinn á ný.",
        "Với mọi người ở cảng, đó là một ngày rất dài và buồn.",
        "«Où étiez-vous ?» — «À l’hôtel, près de la forêt, déjà fâchée…»",
    ],
)
def test_languages_are_no_mojibake(text: str) -> None:
    assert not mojibake(text)
    assert not slips(text)


def test_slips_are_told() -> None:
    texts = [
        "The crew of the ferry from TromsÃ¸ met the owner at the cafÃ© on the quay, and he said itâ€™s over."
    ] * 4
    read = reading(html(f"<article><h1>Ferry stays in port</h1>{paragraphs(texts)}</article>"))
    assert not read.reject
    assert "pairs of letters such as Ã©" in read.origins["body"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("x", ""),
        ("x\ufffdy\ufffd", "2 characters that could not be read"),
        ("Ã©" * 2, ""),
        ("Ã©" * 3, "3 pairs of letters such as Ã©"),
        ("\ufffd" + "Ã©" * 3, "1 characters that could not be read; 3 pairs of letters such as Ã©"),
    ],
)
def test_what_slips_say(text: str, told: str) -> None:
    assert slips(text) == told


def test_japanese_in_seven_bits_is_known_by_its_escapes() -> None:
    text = "港の倉庫で働く人々"
    assert text in decode(text.encode("iso2022_jp"))
    assert decode(b"a\x1b$b") == "a\x1b$b"
    assert decode(b"a\x1b(b") == "a\x1b(b"


@pytest.mark.parametrize(("letters", "read"), [(58, True), (57, False)])
def test_one_byte_in_twenty_may_break(letters: int, read: bool) -> None:
    text = ("ναύτης" * 10)[:letters]
    assert (text in decode(text.encode("cp1253") + b" \xff" * 3, "windows-1253")) == read


def test_of_few_letters_those_that_are_whole_say_more_than_those_that_break() -> None:
    assert decode("é".encode() * 3 + b" \xe9" * 2) == "ééé \ufffd \ufffd"
    assert decode("é".encode() * 2 + b" \xe9" * 2) == "Ã©Ã© é é"


@pytest.mark.parametrize(
    ("payload", "wide"),
    [
        ("<p>ferry".encode("utf-16-le"), ["utf-16-le"]),
        ("<p>ferry".encode("utf-16-be"), ["utf-16-be"]),
        (b"<p>ferry", []),
        (b"a\0" * 67 + b"ab" * 33 + b"b" * 9, ["utf-16-le"]),
        (b"a\0" * 66 + b"ab" * 34 + b"\0" * 9, []),
    ],
    ids=range(5),
)
def test_zeros_in_every_other_of_the_first_two_hundred_bytes(payload: bytes, wide: list[str]) -> None:
    assert list(charset.wide(payload)) == wide


def test_references_to_control_characters_are_left_out() -> None:
    assert decode(b"a&#1;b&#x0b;c&#31 d&#0031e") == "abc de"
    assert decode(b"&#10;&#13;&#9;&#65;&#310;&#x41;&#x1f0;") == "&#10;&#13;&#9;&#65;&#310;&#x41;&#x1f0;"
    assert decode(b"a & b") == "a & b"


def test_marks_and_accents_of_the_old_encoding_are_told() -> None:
    assert mojibake("€" * 5 + "x" * 5)
    assert not mojibake("€" * 4 + "x" * 6)
    assert not mojibake("\x7f" * 9)


@pytest.mark.parametrize(("before", "read"), [(0, True), (4_064, True), (4_065, False), (4_096, False)])
def test_where_a_page_names_its_encoding(before: int, read: bool) -> None:
    named = b"<html>" + b" " * before + b"<meta charset=windows-1251>" + "паром".encode("cp1251")
    assert ("паром" in decode(named, None)) == read
