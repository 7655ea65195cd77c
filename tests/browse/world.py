"""The sample's database with records added that no outlet would print: hostile ones, and texts in many scripts."""

import shutil
from pathlib import Path

from tests.desk import Desk

RTL = {
    "ur": (
        "مل بند ہو گئی",
        'مل پیر کو بند ہو گئی۔\n\nلینا رویز نے کہا کہ "ہم سے کسی نے نہیں پوچھا" اور چلی گئیں۔',
    ),
    "ar": ("إغلاق المصنع", 'أغلق المصنع يوم الاثنين.\n\nقالت لينا رويز: "لم يسألنا أحد".'),
}
OTHERS = {
    "zh": ("工厂关门了", "工厂星期一关门了。\n\n纺织工人丽娜说：“没有人问过我们。”老板没有说明原因。" * 3),
    "th": ("โรงงานปิดแล้ว", 'โรงงานปิดในวันจันทร์\n\nลีน่ากล่าวว่า "ไม่มีใครถามเรา" เจ้าของไม่ได้ให้เหตุผล'),
}
EVIL = '<img src=x onerror="document.title=\'owned\'"><script>document.title="owned"</script>'
HOSTILE = {
    "title": f"{EVIL} \u202edesrever\u202c \x1b[31m",
    "description": f"{EVIL}{{{{ 7*7 }}}}{{% raw %}}",
    "url": "javascript:document.title='owned'",
    "authors": f'["\\"><b onclick=alert(1)>", "{"a" * 300}"]',
    "section": "<style>*{display:none}</style>",
    "outlet": '"><script>document.title="owned"</script>',
    "language": '"><script>',
    "correction": EVIL,
}
LONG = "endless" * 150_000  # a megabyte in one word


def make_world(sample: Path, folder: Path) -> dict[str, int]:
    """Make `world.db` in a folder; returns the ids of its special stories by name."""
    path = folder / "world.db"
    shutil.copy(sample, path)
    desk = Desk(path)
    rewritten = desk.store.row("SELECT story FROM versions WHERE number = 2") or {}
    entry = desk.store.row("SELECT id FROM entries WHERE story = ?", rewritten["story"]) or {}
    kept = {"rewritten": int(rewritten["story"]), "entry": int(entry["id"])}
    for language, (title, body) in (RTL | OTHERS).items():
        kept[language] = desk.story(url=f"https://lamp.example/{language}", title=title, body=body)
        desk.store.change("stories", kept[language], {"language": language})
    kept["hostile"] = desk.story(
        url="https://lamp.example/evil", title="Evil", body=f'"Nobody asked us," said Lena Ruiz.\n\n{EVIL}'
    )
    desk.store.change("stories", kept["hostile"], HOSTILE)
    desk.store.db.execute(
        "UPDATE quotes SET speaker = ?, source = ?, cue = ?, speaker_role = ? WHERE story = ?",
        [EVIL] * 4 + [kept["hostile"]],
    )
    kept["long"] = desk.story(
        url="https://lamp.example/long", title="Long", body=f"{LONG[:200_000]}. It ends."
    )
    desk.store.change("stories", kept["long"], {"title": LONG, "description": LONG})
    desk.store.close()
    return kept
