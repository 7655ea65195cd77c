"""Chinese names at the end of a source: 李海生 of 劳动监察员李海生, told by a surname and by the role before it."""

import re

from stories.quotes.languages import words

# The surnames that most people bear, in both scripts, by the register of the Ministry of Public Security
SURNAMES = frozenset(
    "王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何林罗羅高郑鄭梁谢謝宋唐许許韩韓邓鄧冯馮曹彭曾肖蕭田董潘袁蔡蒋蔣余于杜叶葉程"
    "魏苏蘇吕呂丁任卢盧姚沈钟鐘姜崔谭譚陆陸范汪廖石金韦韋贾賈夏付方邹鄒熊白孟秦邱侯江尹薛闫雷龙龍黎史陶贺賀毛段郝顾顧龚龔邵"
)
DOUBLE = words("欧阳 歐陽 司马 司馬 上官 诸葛 諸葛 司徒")
# What a role before a name ends with: 监察员, 局长, 律师, 女工, 村民, 主席, 教授, 经理
ROLES = words(
    "员 員 长 長 师 師 人 者 工 民 席 授 任 理 官 家 生 总 總 夫 妻 母 亲 親 父 友 事 记 記 手 主 农 農"
)
HAN = re.compile(r"[\u4e00-\u9fff]+")
ASIDE = re.compile(r"[（(][^（()）]*[)）]")


def chinese_name(source: str) -> str | None:
    """The name that ends a source in Chinese; None where it is not plain that a name does."""
    text = ASIDE.sub("", source).rpartition("的")[2]
    if not HAN.fullmatch(text):
        return None
    for size in (4, 3, 2):
        name, before = text[-size:], text[:-size]
        surname = 2 if name[:2] in DOUBLE else 1 if name[0] in SURNAMES else 0
        known = len(name) == size and surname and size - surname <= (2 if surname else 0) and size > surname
        if known and (not before or before[-1] in ROLES):
            return name
    return None
