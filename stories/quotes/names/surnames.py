"""Chinese names at the end of a source: 李海生 of 劳动监察员李海生, told by a surname and by the role before it."""

import re

from stories.quotes.languages import words

# The surnames that most people bear, in both scripts, by the register of the Ministry of Public Security
SURNAMES = frozenset(
    "王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何林罗羅高郑鄭梁谢謝宋唐许許韩韓邓鄧冯馮曹彭曾肖蕭田董潘袁蔡蒋蔣余于杜叶葉程"
    "魏苏蘇吕呂丁任卢盧姚沈钟鐘姜崔谭譚陆陸范汪廖石金韦韋贾賈夏付方邹鄒熊白孟秦邱侯江尹薛闫雷龙龍黎史陶贺賀毛段郝顾顧龚龔邵"
    "阮欧歐华華霍安柳辛翁苗俞鲍鮑阎閻殷葛庞龐樊兰蘭施洪齐齊伍涂左尤聂聶焦祝骆駱耿关關梅盛童颜顏游凌裴路温溫倪牛岳易舒章季柯莫甘詹冉沙艾"
    "康班毕畢褚狄窦竇费費桂姬吉纪紀冀靳荆鞠寇匡娄婁芦蘆鲁魯栾欒穆钱錢乔喬屈瞿饶饒芮桑滕佟屠冼邢胥宣荀晏虞郁臧湛仲卓赖賴"
    "孔牟戚谷岑隋蔺"
)
DOUBLE = words("欧阳 歐陽 司马 司馬 上官 诸葛 諸葛 司徒")
# What a role before a name ends with: 监察员, 局长, 律师, 女工, 村民, 主席, 教授, 经理
ROLES = words(
    """告 演 东 東 机 機 表 练 書 书 察 士 计 匠 兵 星 员 員 长 長 师 師 人 者 工 民 席 授 任 理 官 家 生 总 總 夫 妻 母
    子 姐 妹 哥 弟 儿 兒 叔 姨 舅 爷 爺 奶 嫂 亲 親 父 友 事 记 記 手 主 农 農 头 頭"""
)
# Those that begin few other words, so that they tell a name without a role before it
CERTAIN = frozenset(
    "王李张張刘劉陈陳杨楊赵趙吴吳徐孙孫朱郭罗羅郑鄭梁谢謝宋唐韩韓邓鄧冯馮曹彭肖蔡潘袁董苏蘇吕呂魏蒋蔣沈姜崔谭譚汪廖韦賈贾邹鄒薛闫孟侯邱段郝邵"
)
TITLES = words(
    """先生 女士 小姐 太太 律师 律師 老师 老師 教授 博士 医生 醫生 主任 主席 局长 局長 院长 院長 校长 校長 经理 經理 书记
    書記 记者"""
)
PEOPLE = frozenset("者员員们們")  # what ends a word for people and no name: 康复者
MAX_PART_SIGNS = 6  # signs of one part of a foreigner's name
HAN = re.compile(r"[\u4e00-\u9fff]+")
ASIDE = re.compile(r"[（(][^（()）]*[)）]")


# What goes on about a person after the name
FOLLOWED = "|".join(
    words(
        """曾 是 在 今年 现年 現年 于 来自 來自 ， 、 （ 和 与 與 的 说 說 对 對 向 从 從 把 被 也 都 已 将 將 转 轉 站
        走 摇 搖 点 點 指 拿 看 保 管 最 没 沒 还 還 就 刚(?![，、。（(]) 剛(?![，、。（(]) 听 聽 离 離"""
    )
)
NAMED = re.compile(
    rf"(?:(?<=[。！？；，、\n”」』\s])|^|(?<=[{''.join(ROLES)}]))"
    rf"(?:{'|'.join(sorted(DOUBLE))}|[{''.join(sorted(CERTAIN))}])[\u4e00-\u9fff]{{1,2}}?(?={FOLLOWED}|\d)"
)


OPENING = re.compile(
    rf"(?:^|[\s。！？”」』的]|[{''.join(ROLES)}])([{''.join(sorted(CERTAIN))}][\u4e00-\u9fff]{{2}})"
)


def may_be_named(text: str) -> list[str]:
    """What may be a name at the start of a clause or after a role: more than names, so that nobody goes unseen."""
    return OPENING.findall(text)


def chinese_names(text: str) -> list[tuple[int, int]]:
    """Where names stand that open a clause or follow a role, and before a word that goes on about a person."""
    return [found.span() for found in NAMED.finditer(text)]


def chinese_name(source: str, verbs: frozenset[str] = frozenset()) -> str | None:
    """The name that ends a source in Chinese; None where it is not plain that a name does.

    verbs: those of saying, of which a second may stand between the name and the cue (刘建国回应称).
    """
    text = ASIDE.sub("", source).rpartition("的")[2]
    sender, represents, _ = text.partition("代表")
    if represents and (named := _last_name(sender)):
        return named  # 律师陈刚代表家属说; in 工人代表赵明 nobody stands before it
    second = next((verb for verb in verbs if len(verb) > 1 and text.endswith(verb)), "")
    text = text.removesuffix(second)
    if "·" in text:
        return _transcribed(text)
    if not HAN.fullmatch(text):
        return None
    title = next((title for title in TITLES if text.endswith(title) and len(text) > len(title) + 1), "")
    return _last_name(text.removesuffix(title)) or _last_name(text)


def _transcribed(text: str) -> str | None:
    """The name of a foreigner, whose parts a dot joins: 玛丽·史密斯 of 联合国专家玛丽·史密斯."""
    first, *others = text.split("·")
    given = re.split(f"[{''.join(ROLES)}]", first)[-1]
    plain = all(HAN.fullmatch(part) for part in (given, *others))
    return "·".join((given, *others)) if plain and len(given) <= MAX_PART_SIGNS else None


def _last_name(text: str) -> str | None:
    """The name that ends a text of signs, after a role or alone."""
    for size in (4, 3, 2):
        name, before = text[-size:], text[:-size]
        surname = 2 if name[:2] in DOUBLE else 1 if name[0] in SURNAMES else 0
        known = (
            len(name) == size
            and name[-1] not in PEOPLE
            and surname
            and size - surname <= (2 if surname else 0)
            and size > surname
        )
        if known and (not before or before[-1] in ROLES):
            return name
    return None
