"""Lines that sign a story, in many scripts and layouts; and names close to the headline that do not."""

import pytest

from tests.stories.making import PARAGRAPHS, html, paragraphs, reading

TEXT = paragraphs(PARAGRAPHS)
BIO = "<p>Anna Tamm writes about ports and the people who work there, and lives in Velm with a dog and two boats.</p>"
TOLD = "<p>At noon the harbour master said that Anna Tamm had been seen on the quay with two boxes of papers.</p>"
SIGNED = {
    # scripts without capitals, or with labels of their own
    "<p>Автор: Анна Петрова</p>": ["Анна Петрова"],
    "<p>Текст: Анна Петрова, Велм</p>": ["Анна Петрова"],
    "<p>Автор: Оксана Шевчук | 14 вересня 2026</p>": ["Оксана Шевчук"],
    "<p>Συντάκτης: Μαρία Νικολάου</p>": ["Μαρία Νικολάου"],
    "<p>Γράφει η Μαρία Νικολάου</p>": ["Μαρία Νικολάου"],
    "<p>بقلم: سلمى حداد</p>": ["سلمى حداد"],
    "<p>كتب - سامي حداد</p>": ["سامي حداد"],
    "<p>بقلم سلمى حداد</p>": ["سلمى حداد"],
    "<p>نویسنده: مریم کریمی</p>": ["مریم کریمی"],
    "<p>خبرنگار: مریم کریمی | ۱۰ آذر ۱۳۹۸</p>": ["مریم کریمی"],
    "<p>מאת: דנה לוי</p>": ["דנה לוי"],
    "<p>מאת דנה לוי</p>": ["דנה לוי"],
    "<p>作者：王小明</p>": ["王小明"],
    "<p>记者 王小明 2026年9月14日</p>": ["王小明"],
    "<p>撰文：王小明、李海生</p>": ["王小明", "李海生"],
    "<span class='author'>文／王小明</span>": ["王小明"],
    "<p>文・高橋海</p>": ["高橋海"],
    "<p class='author'>記者：高橋 海</p>": ["高橋 海"],
    "<p>김마라 기자</p>": ["김마라"],
    "<p>[한들신문] 김마라 선임기자 | 2026.09.14</p>": ["김마라"],
    "<p>글: 김마라 기자</p>": ["김마라"],
    "<p>โดย สมชาย ใจดี</p>": ["สมชาย ใจดี"],
    "<p>ผู้เขียน: สมชาย ใจดี</p>": ["สมชาย ใจดี"],
    "<p>लेखक: सीता शर्मा</p>": ["सीता शर्मा"],
    # labels and prepositions of Latin scripts
    "<p>Yazan: Ayşe Demir</p>": ["Ayşe Demir"],
    "<p>Tác giả: Nguyễn Văn An</p>": ["Nguyễn Văn An"],
    "<p>Penulis: Siti Rahma</p>": ["Siti Rahma"],
    "<p>Oleh Siti Rahma</p>": ["Siti Rahma"],
    "<p>Tekst: Anna Nowak</p>": ["Anna Nowak"],
    "<p>Mwandishi: Asha Juma</p>": ["Asha Juma"],
    "<p>Redacción: Ana Tamm</p>": ["Ana Tamm"],
    "<p>Propos recueillis par Anne Tamm</p>": ["Anne Tamm"],
    "<p>di Anna Tamm</p>": ["Anna Tamm"],
    "<p>Por Ana Tamm — Velm</p>": ["Ana Tamm"],
    "<p>14.09.2026 13:30 von Anna Tamm</p>": ["Anna Tamm"],
    "<p>By Anna Tamm ⋅ Harbour Editor ⋅ Updated May 6, 2026</p>": ["Anna Tamm"],
    # those who made the pictures or wrote down
    "<p>By Anna Tamm, as told to Mara Dunn</p>": ["Anna Tamm"],
    "<p>By Anna Tamm and illustrations by Mara Dunn</p>": ["Anna Tamm"],
    "<p>Von Anna Tamm (Fotos: Mara Dunn)</p>": ["Anna Tamm"],
    "<p>Fotos: Mara Dunn | von Anna Tamm</p>": [],
    # a given name behind a preposition
    "<p>by Anna · Sep 14, 2026 at 3:00 am</p>": ["Anna"],
    "<p>14.09.2026 13:30 von Anna</p>": ["Anna"],
    "<p>by Harbour · Sep 14, 2026</p>": [],
    "<p>By Sunday</p>": [],
    # a name alone on its line, or beside a day
    "<p>Anna Tamm</p>": ["Anna Tamm"],
    "<p>Anna Tamm and Peter Ask</p>": ["Anna Tamm", "Peter Ask"],
    "<p><a href='/people/anna'>Anna Tamm</a></p>": ["Anna Tamm"],
    "<div><b>Anna Tamm</b><i>Updated on 14 Sep 2026</i></div>": ["Anna Tamm"],
    "<p>14.09.2026 | 13:10 Uhr | Wiebke Tamm</p>": ["Wiebke Tamm"],
    f"<p>Anna Tamm</p>{BIO}": ["Anna Tamm"],
    f"<p>Anna Tamm</p>{TOLD}": [],
    f"<div>Anna Tamm</div><div>14 September 2026</div>{TOLD}": [],
    f"<p>Peter Ask</p>{TOLD.replace('Anna Tamm', 'Mr Ask')}": [],
    "<p>Velm Harbour</p>": [],
    "<p>Wiebke Tamm</p>": [],  # a rare name: any two words
    "<p>14 September 2026 | Breaking News</p>": [],
    "<p>14 сентября 2026 | Главные новости</p>": [],
    "<p>Anna Tamm, Peter Ask, Old Quay</p>": [],
    "<h2>Anna Tamm</h2>": [],
    "<ul class='tags'><li>Anna Tamm</li></ul>": [],
    "<p><a href='/topic/anna-tamm'>Anna Tamm</a></p>": [],
    "<p><a rel='tag' href='/a'>Anna Tamm</a></p>": [],
    "<figure><span>Anna Tamm</span></figure>": [],
    "<div class='related'><p>Anna Tamm</p></div>": [],
    f"{'<br>' * 40}<p>Anna Tamm</p>": [],
    # sentences that begin like one
    "<p>3 May 2026, photo by Anna Tamm</p>": [],
    "<p>3 May 2026, illustration by Anna Tamm</p>": [],
    "<p>3 May 2026, image by Anna Tamm</p>": [],
    "<p>3 May 2026, words by Anna Tamm</p>": ["Anna Tamm"],
    "<p>记者了解到，码头已经关闭。</p>": [],
    "<p>作者不详</p>": [],
    "<p>كتب الوزير على صفحته، وأضاف أن الميناء مغلق.</p>": [],
    "<p>الوزير في الميناء</p>": [],
    "<p>기자 회견</p>": [],
    "<p>Текст: Анна Петрова, которая живёт в Велме и много лет пишет о портах и о людях</p>": [],
    "<p>โดย ทั่วไปเรือออกทุกเช้าแต่วันนี้ลูกเรือไม่ยอมออกเพราะไม่มีต้นเรือคนที่สองและคลื่นสูงมาก</p>": [],
}


@pytest.mark.parametrize("line", SIGNED)
def test_who_signs(line: str) -> None:
    assert (
        reading(html(f"<h1>Ferry stays in port</h1>{line}<article>{TEXT}</article>")).authors == SIGNED[line]
    )


def test_a_name_in_the_headline_signs_nothing() -> None:
    page = html(f"<h1>Anna Tamm stays in port</h1><p>Anna Tamm</p>{TEXT}", title="Anna Tamm stays in port")
    assert reading(page).authors == []


@pytest.mark.parametrize("box", ["figure", "nav", "div class=topics"])
def test_a_name_that_is_a_topic_signs_nothing(box: str) -> None:
    three, four = (f"<{box}>{'<div>' * between}<p>Anna Tamm</p>{'</div>' * between}" for between in (2, 3))
    for above, signed in ((three, []), (four, ["Anna Tamm"])):
        markup = f"<h1>Ferry stays in port</h1>{above}</{box.split()[0]}><article>{TEXT}</article>"
        assert reading(html(markup)).authors == signed


def test_a_name_above_the_headline_signs_where_it_is_close() -> None:
    near, far = (f"<p>Anna Tamm</p>{'<br>' * gap}<h1>Ferry stays in port</h1>{TEXT}" for gap in (3, 9))
    assert reading(html(near)).authors == ["Anna Tamm"]
    assert reading(html(far)).authors == []


# what the data say, what the page prints, who signs
SURE = {
    "a user's name": ("annat", "<p>By Anna Tamm</p>", "Anna Tamm"),
    "a house": ("Velm Press Service", "<p>By Anna Tamm</p>", "Anna Tamm"),
    "the site itself": ("Claude Harbour", "<p class='byline'>Anna Tamm</p>", "Anna Tamm"),
    "a person": ("Mara Dunn", "<p>By Anna Tamm</p>", "Mara Dunn"),
    "initials": ("J. K. Dunn", "<p>By Anna Tamm</p>", "J. K. Dunn"),
    "a title": ("Dr. Mara Dunn", "<p>By Anna Tamm</p>", "Mara Dunn"),
    "a name of no list": ("Qxanthe Dunn", "<p>By the harbour</p>", "Qxanthe Dunn"),
    "another script": ("Анна Петрова", "<p>By Anna Tamm</p>", "Анна Петрова"),
    "another script, a word": ("منوعات", "<p>By Anna Tamm</p>", "Anna Tamm"),
    "hangul": ("김마라", "<p>By Anna Tamm</p>", "김마라"),
    "a comment's author": ("annat", "<i></i>" * 120 + "<p class='author'>Anna Tamm</p>", "annat"),
}


@pytest.mark.parametrize("case", SURE)
def test_a_name_that_is_surely_a_persons_counts_before_one_that_may_be(case: str) -> None:
    stated, line, signed = SURE[case]
    head = f"<meta name='author' content='{stated}'>"
    text = html(f"<h1>Ferry stays in port</h1>{line}<article>{TEXT}</article>", head=head)
    assert reading(text, url="https://www.claudeharbour.example/a/1").authors == [signed]
