"""Digits and calendars other than the Gregorian, brought to it."""

import re
import unicodedata
from datetime import date, timedelta

# The Gregorian year before each era's first: Reiwa, Heisei, Showa, Taisho, the Republic of China.
ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925, "大正": 1911, "民國": 1911, "民国": 1911, "中華民國": 1911}
ERA = re.compile(f"({'|'.join(sorted(ERAS, key=len, reverse=True))})\\s?(元|\\d{{1,3}})\\s?年")
MINGUO = re.compile(
    r"(?<!\d)(1[0-2]\d)\s?年(?=\s?\d{1,2}\s?月\s?\d{1,2}\s?日)"
)  # 115年10月7日, the era unsaid
BUDDHIST = 543
THAI = re.compile(r"[\u0e00-\u0e7f]")
HIJRI = re.compile(r"\d\s?(?:هـ|ه\b|AH\b)")
HIJRI_MONTH = re.compile("محرم|صفر|ربيع|جمادى|رجب|شعبان|رمضان|شوال|ذو القعدة|ذو الحجة|ذي القعدة|ذي الحجة")
TWO_WORDS = re.compile(
    "كانون (?:الأول|الاول|الثاني)|تشرين (?:الأول|الاول|الثاني)"
)  # the Levant's months of winter
# 二〇二六年九月十四日: a day in Chinese numerals
HAN = "〇○零一二三四五六七八九"
HAN_DAY = re.compile(rf"([{HAN}]{{4}})年([{HAN}十]{{1,3}})月(?:([{HAN}十]{{1,3}})[日号號])?")
DIGIT = re.compile(r"[^\D0-9]")
MARKS = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2060-\u2069\u061c\ufeff\u00ad]")


def tidy(text: str) -> str:
    """The text with ASCII digits, single blanks, eras as Gregorian years, and no marks of direction."""
    if not text.isascii():
        text = unicodedata.normalize("NFKC", MARKS.sub("", text))
        text = DIGIT.sub(lambda m: str(unicodedata.decimal(m[0])), text)
        text = ERA.sub(lambda m: f"{ERAS[m[1]] + (1 if m[2] == '元' else int(m[2]))}年", text)
        text = MINGUO.sub(lambda m: f"{ERAS['民國'] + int(m[1])}年", text)
        text = HAN_DAY.sub(_in_digits, text)
        text = TWO_WORDS.sub(lambda m: m[0].replace(" ", "_"), text)
    return " ".join(text.split())


def _in_digits(day: re.Match[str]) -> str:
    year = "".join(str(max(0, HAN.index(digit) - 2)) for digit in day[1])
    return f"{year}年{_number(day[2])}月" + (f"{_number(day[3])}日" if day[3] else "")


def _number(numeral: str) -> int:
    """A numeral below a hundred: 十四 is 14, 二十 is 20, 一四 is 14."""
    tens, ten, ones = numeral.rpartition("十")
    digits = "".join(str(max(0, HAN.index(digit) - 2)) for digit in ones)
    return (int(_number(tens) if tens else 1) * 10 if ten else 0) + int(digits or 0)


def jalali(year: int, month: int, day: int) -> date:
    """The Gregorian day of a day in the Solar Hijri calendar of Iran, years 1300 to 1450.

    Leap years by the rule of 33 years, which agrees with the astronomical calendar from 1244 to 1472
    (https://en.wikipedia.org/wiki/Solar_Hijri_calendar). Raises ValueError where the calendar has no such day.
    """
    leap = year % 33 in (1, 5, 9, 13, 17, 22, 26, 30)
    length = 31 if month <= 6 else 30 if month < 12 or leap else 29
    if not (1300 <= year <= 1450 and 1 <= month <= 12 and 1 <= day <= length):
        raise ValueError(f"no day {year}-{month}-{day} in the Solar Hijri calendar")
    leaps = sum(y % 33 in (1, 5, 9, 13, 17, 22, 26, 30) for y in range(1300, year))
    days = (year - 1300) * 365 + leaps + (month - 1) * 30 + min(month - 1, 6) + day - 1
    return date(1921, 3, 21) + timedelta(days=days)  # 1 Farvardin 1300
