"""How pages say how long ago a story came out, in whatever language: "2 hours ago", "hace 3 días", "3天前"."""

import re

_DIGIT = re.compile(r"\d")
# A word for "ago" behind the number and its unit, or before them
_AGO = re.compile(
    r"\d\s?[^\W\d]\w{0,11}\.?\s(?:ago|önce|fa|geleden|temu|назад|тому|(?:yang )?lalu|sedan|siden|sitten|trước"
    r"|na ang nakalipas|zilizopita)(?!\w)|[^\W\d]{2,6}\s\d+\szilizopita"
    r"|\d\s?\S{2,10}\s(?:पहले|आधी|আগে|پیش|پہلے|قبل|முன்)(?!\w)|\d\s?\S{2,10}\s\S{2,12}\sமுன்"
    r"|(?<!\w)(?:vor|hace|fa|il y a|há|prije|pred|před|pre|преди|acum|πριν(?: από)?|för|for|منذ|قبل|לפני)"
    r"\s(?:(?:about|etwa|rund|cerca de|environ|unos|حوالي)\s)?\d"
    r"|\d\s?(?:个|個)?[^\W\d]{1,3}\s?[前전]|\d\s?[\u0e00-\u0e7f]{2,8}\s?(?:ที่แล้ว|ก่อน)|\d\s(?:órája|napja|perce)(?!\w)",
    re.IGNORECASE,
)
_UNCOUNTED = re.compile(
    r"(?:منذ|قبل)\s(?:دقيقة|دقيقتين|ساعة|ساعتين|يوم|يومين)(?!\w)|לפני\s(?:דקה|שעה|שעתיים|יום|יומיים)(?!\w)"
)
_NAMED = re.compile(
    r"(?:today|yesterday|heute|gestern|hoy|ayer|hier|hoje|ontem|oggi|ieri|сегодня|вчера)"
    r"(?:,|\s(?:at|um|a las|à|às|alle|в))\s\d"
    r"|(?:today|yesterday|heute|gestern|hoy|ayer|ontem|oggi|ieri|сегодня|вчера|сьогодні|вчора|bugün|dün|wczoraj"
    r"|vandaag|gisteren|i dag|i går|今天|昨天|今日|昨日|오늘|어제|اليوم|أمس|امروز|دیروز|היום|אתמול|आज|कल)$",
    re.IGNORECASE,
)
_UNITS = {
    "minute": r"min\w*|мин\w*|хв\w*|dakika|menit|phút|นาที|मिनट|মিনিট|دقيق\w*|دقائق|دقیقه|منٹ|דק\w*|λεπτ\w*|perc\w*"
    r"|dakika\w*|分钟|分鐘|分|분",
    "hour": r"h|hrs?|hours?|std|stunden?|hor[ae]s?|heures?|or[ae]|oras|uur|uren|час\w*|годин\w*|saat|godzin\w*|jam|giờ"
    r"|ชั่วโมง|ชม|घंट\w*|घण्ट\w*|ঘণ্টা|ساع\w*|گھنٹ\w*|שע\w*|ώρ\w*|tim(?:mar|er|e|me)|tun\w*|hodin\w*|órá\w*|sat[aio]?"
    r"|saa|மணி",
    "day": r"d|days?|tag\w*|días?|dias?|dies|jours?|giorn[oi]|dag\w*|дн\w*|день|gün|dni|dzień|hari|ngày|วัน|दिन|দিন"
    r"|أيام|ايام|يوم\w*|روز|دن"
    r"|ימים|יום|יומיים|ημέρ\w*|μέρ\w*|päivä\w*|dn[íyůe]\w*|nap\w*|zi(?:le)?|dana?|siku|araw|நாட்\w*",
}
_COUNTED = re.compile(
    r"(?<!\d)(?P<count>\d{1,4})\s?(?:个|個)?(?:"
    + "|".join(f"(?P<{unit}>(?:{words})(?!\\w))" for unit, words in _UNITS.items())
    + "|(?P<cjk>(?:分钟|分鐘|分|小时|小時|時間|시간|분|天|日|일)(?=\\s?[前전])|(?:นาที|ชั่วโมง|วัน)))",
    re.IGNORECASE,
)
_CJK = {"分": "minute", "분": "minute", "น": "minute", "天": "day", "日": "day", "일": "day", "ว": "day"}
# Swahili counts behind the unit, Arabic and Hebrew have forms of their own for one and two
_FORMS = (
    (re.compile(r"saa (\d+)"), "hour"),
    (re.compile(r"siku (\d+)"), "day"),
    (re.compile(r"ساعتين|שעתיים|ساعة|שעה"), "hour"),
    (re.compile(r"يومين|יומיים|يوم|יום"), "day"),
    (re.compile(r"دقيق|דקה"), "minute"),
)
_TWO = re.compile(r"ساعتين|שעתיים|يومين|יומיים")
_TODAY = {"today", "heute", "hoy", "oggi", "сегодня", "сьогодні", "bugün", "vandaag", "i dag"}
_TODAY |= {"今天", "今日", "오늘", "היום", "اليوم", "امروز", "आज"}
MAX_DISTANCE_CHARACTERS = 60  # characters of a line that says no more


def find_ago(text: str) -> re.Match[str] | None:
    """Where a line says how long ago something was: a number and a word for "ago", or a day named at its start."""
    counted = _AGO.search(text) if _DIGIT.search(text) else None
    return counted or _NAMED.match(text) or _UNCOUNTED.search(text)


def told(text: str) -> tuple[str, str]:
    """The distance that a line shows, as dateparser names it (`\\1 hour ago`), and its number; empty where none is."""
    line = text.strip().lower()
    if len(line) > MAX_DISTANCE_CHARACTERS or not (found := find_ago(line)):
        return "", ""
    counted = _COUNTED.search(line, found.start())
    if counted:
        unit = counted.lastgroup or ""
        unit = _CJK.get(counted["cjk"][0], "hour") if unit == "cjk" else unit
        return rf"\1 {unit} ago", counted["count"]
    for form, unit in _FORMS:
        if matched := form.search(line):
            return rf"\1 {unit} ago", matched[1] if form.groups else "2" if _TWO.search(line) else "1"
    if found.start() or any(map(str.isdigit, line)):
        return "", ""
    return r"\1 day ago", "0" if line in _TODAY else "1"
