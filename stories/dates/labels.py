"""The words that stand before a printed date, by what they say of it."""

import re

# Longest first is not needed: each is tried at a word's edge, with anything up to the date after it.
PUBLISHED = (
    "first published|originally published|published|publication date|publish date|posted|issued|released|release date"
    "|written|filed|date|dated|on air|uploaded|added|submitted"  # en
    "|publicado|publicada|publicación|fecha de publicación|fecha|creado|escrito|subido"  # es
    "|publié|publiée|paru|parution|mis en ligne|publication|rédigé|écrit|date de publication|créé|posté"  # fr
    "|publicado em|publicação|data de publicação|data|criado|postado"  # pt
    "|veröffentlicht|erstellt|erschienen|publiziert|verfasst|eingestellt|datum|erstveröffentlichung"
    "|gepostet|geschrieben|online seit|online gestellt|hochgeladen"  # de
    "|опубликовано|опубликована|дата публикации|дата|создано|размещено"  # ru
    "|公開|公開日|掲載|掲載日|配信|投稿日|投稿|発表|更新前|日付"  # ja
    "|입력|등록|작성|게재|발행|기사입력|송고|승인|등록일|작성일|게시"  # ko
    "|发布|发布时间|发表|发表时间|发表于|发布于|日期|时间|發布|發布時間|發表|發佈|發表於|日期|時間"  # zh
    "|نشر|نشرت|نُشر|تاريخ النشر|التاريخ|نشر في|تم النشر"  # ar
    "|ထုတ်ဝေ|ရက်စွဲ"  # my
    "|yayınlanma|yayın tarihi|yayınlandı|yayımlanma|giriş|giriş tarihi|oluşturulma|tarih|eklenme"  # tr
    "|pubblicato|pubblicata|pubblicazione|creato|inserito"  # it
    "|gepubliceerd|geplaatst|geschreven|opublikowano|data publikacji|dodano"
    "|publicerad|publicerat|publisert|publiceret|udgivet|julkaistu|publikováno|vydáno|megjelent|publicat|objavljeno"
    "|δημοσιεύτηκε|δημοσίευση|опубліковано|публикувано|dipublikasikan|diterbitkan|đăng|प्रकाशित|منتشر شده|תאריך|פורסם"
)
UPDATED = (
    "last updated|last modified|last edited|last changed|updated|update|modified|edited|revised|corrected|changed"  # en
    "|actualizado|actualizada|actualización|última actualización|modificado|editado"  # es
    "|mis à jour|mise à jour|modifié|modifiée|actualisé|dernière modification|dernière mise à jour"  # fr
    "|atualizado|atualizada|atualização|última atualização"  # pt
    "|aktualisiert|zuletzt aktualisiert|stand|geändert|letzte änderung|letzte aktualisierung|bearbeitet"  # de
    "|обновлено|обновлена|изменено|дата обновления|последнее обновление"  # ru
    "|更新|更新日|最終更新|更新日時|수정|최종수정|업데이트|기사수정|更新时间|更新於|更新于|修改|更新時間|最後更新"
    "|آخر تحديث|تحديث|تاريخ التحديث|تم التحديث|နောက်ဆုံး|güncelleme|son güncelleme|güncellenme|güncellendi"
    "|aggiornato|ultimo aggiornamento|modificato|bijgewerkt|gewijzigd|laatst gewijzigd|aktualizacja|uppdaterad|oppdatert"
    "|sist oppdatert|opdateret|päivitetty|aktualizováno|frissítve|actualizat|ažurirano|ενημερώθηκε|оновлено|обновена"
    "|diperbarui|cập nhật|अपडेटेड|به روز شده|עודכן"
)


def _words(table: str) -> re.Pattern[str]:
    words = sorted(set(table.split("|")), key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, words)) + r")(?!\w)", re.IGNORECASE)


SAYS_PUBLISHED = _words(PUBLISHED)
SAYS_UPDATED = _words(UPDATED)

# What may stand between a label and its date, or between a date and its time, without saying anything.
SEPARATORS = re.compile(r"[|•·:;,()\[\]{}<>«»*–—_\"]+")
FILLER = re.compile(
    r"(?<!\w)(?:on|at|by|the|of|in|um|am|den|der|uhr|le|à|a|las|el|los|de|du|em|às|as|o|il|alle|ore|kl|klo|op|om|dnia|в|от"
    r"|о|saat|at:|في|الساعة|من|於|于|と|は|time|local|nbsp|i|o'clock|est|was|is|le:|h)(?!\w)",
    re.IGNORECASE,
)


def says(text: str) -> str:
    """Which field the words before a date name: `modified`, `published` or nothing; the last label decides."""
    updated = max((m.end() for m in SAYS_UPDATED.finditer(text)), default=-1)
    published = max((m.end() for m in SAYS_PUBLISHED.finditer(text)), default=-1)
    if updated == published == -1:
        return ""
    return "modified" if updated >= published else "published"


def first_label(text: str) -> re.Match[str] | None:
    """The first word in `text` that names a field."""
    found = filter(None, (SAYS_PUBLISHED.search(text), SAYS_UPDATED.search(text)))
    return min(found, key=lambda label: label.start(), default=None)


def unlabelled(text: str) -> str:
    """The text without labels and what only separates them."""
    text = SAYS_PUBLISHED.sub(" ", SAYS_UPDATED.sub(" ", text))
    return " ".join(SEPARATORS.sub(" ", text).split()).strip(" .-/")


def bare(text: str) -> str:
    """The text without labels, fillers and what only separates them."""
    return " ".join(FILLER.sub(" ", unlabelled(text)).split()).strip(" .-/")
