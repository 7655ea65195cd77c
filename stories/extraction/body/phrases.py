"""The set phrases of news pages, by language: what says that a line belongs to the page and not to the story."""

import re


def _phrases(*languages: str) -> str:
    return "|".join(languages)


# The label of a link to another story, before the link: "Read more: ..."
READ_MORE = re.compile(
    r"\W*(?:"
    + _phrases(
        r"read (?:more|also|next|this|our)|more (?:on|from|about|stories)|also (?:read|on|see|in)|see also|related"
        r"|don.?t miss|you (?:may|might) (?:also )?like|watch|listen|more|also|recommended|what to read next|explore",
        r"lesen sie|mehr (?:zum thema|dazu|lesen)|auch interessant|das könnte|lies auch|weiterlesen|siehe auch",
        r"lire aussi|à lire|lire (?:la suite|plus)|voir aussi|sur le même",
        r"le[ae] (?:también|más|mas|también)|lee también|te puede interesar|más información|noticias? relacionad",
        r"leia (?:mais|também)|veja (?:também|mais)|saiba mais|leggi anche|leggi tutto|approfondi|vedi anche",
        r"lees (?:ook|meer|verder)|bekijk ook|läs (?:också|mer|även)|les også|læs også|lue myös|lue lisää",
        r"czytaj (?:też|także|więcej|również)|zobacz (?:też|także)|čtěte|přečtěte|ayrıca|ilgili haber",
        r"читайте|читать|что ещ[её] почитать|kapcsolódó|смотрите также|关连|相关|相關|関連記事|関連|관련기사|اقرأ|"
        r"شاهد|baca juga|lihat juga",
        r"διαβάστε|δείτε|قرأ أيض[اً]+|بیشتر بخوانید|همچنین بخوانید|مزید پڑھیں|קראו (?:עוד|גם)|כתבות נוספות|xem thêm|"
        r"đọc thêm",
        r"(?:यह|ये) भी पढ़ें|और पढ़ें|हे(?:ही)? वाचा|यो पनि पढ्नुहोस्|আরও (?:পড়ুন|খবর)|(?:மேலும்|இதையும்|இதைப்) படிக்க\w*|"
        r"ఇ(?:వీ|ది కూడా) చదవండి|ಇದನ್ನೂ ಓದಿ|ഇതും വായിക്കുക|આ પણ વાંચો|ਇਹ ਵੀ ਪੜ੍ਹੋ|ተመሳሳይ ርዕስ|soma (?:pia|zaidi)|"
        r"կարդացեք նաև|həmçinin oxuyun|прочетете (?:още|и)|вижте още|pročitajte (?:još|i)|čitaj(?:te)? (?:još|i)|"
        r"cit(?:ește|iți) și|loe (?:ka|veel)|lasi(?:et)? arī|taip pat skaitykite|skaitykite|lestu|sjá einnig|prečítajte|"
        r"preberite|lexo (?:edhe|më)|llegeix també|(?:อ่าน)?ข่าวที่เกี่ยวข้อง|อ่าน(?:เพิ่มเติม|"
        r"ข่าว)|延伸[阅閱][读讀]|あわせて読みたい",
    )
    + r")(?!\w)",
    re.I,
)

# Lines that ask the reader to do something: subscribe, share, follow, comment, log in.
ASKS = re.compile(
    r"\W*(?:"
    + _phrases(
        r"(?:please )?(?:sign|log) ?(?:up|in|on)\b|subscribe|get (?:the|our|more|all|breaking|access to) .{0,60}"
        r"(?:inbox|newsletter|app|email|alerts|stories)|click here to|follow (?:us|@|\w+ on|.{0,30} on "
        r"(?:twitter|facebook|instagram|google|x\b))|share (?:this|on|via|it)|like this (?:story|article)|"
        r"join (?:our|us|the "
        r"(?:conversation|discussion))|download (?:our|the) .{0,30}app|have (?:you )?got a (?:story|tip)|"
        r"do you have (?:a|any) "
        r"|got a (?:story|tip|news)|send (?:us )?your|write to|email us|get in touch|contact (?:us|the author)|"
        r"support "
        r"(?:our|independent|local|[^.!?]{3,40} journalism)|donate|become a (?:member|subscriber)|"
        r"would you like to (?:comment|receive)|"
        r"comment(?:s|ing)? "
        r"(?:are|is|policy|section)|you (?:must|can also|need to) .{0,40}(?:comment|log|sign|register|follow|"
        r"subscribe)"
        r"|please (?:logout|login|read our|consider|enable|share|subscribe)|thank you for (?:reading|"
        r"subscribing|signing)"
        r"|thanks for (?:signing|subscribing|reading)|there was an error|an error (?:has )?occurred|"
        r"keep an eye on your inbox"
        r"|enter your e-?mail|your email|by (?:signing|submitting|subscribing|clicking|providing)|"
        r"for more stories like|if you (?:enjoyed|liked) (?:this|what)"
        r"|this (?:newsletter|site|website|page) (?:is|uses|contains|may)|unsubscribe|to (?:order|receive) "
        r"|swipe (?:left|right)|tap here|skip (?:to|advert)|this article has been sent|listen to this article"
        r"|already a (?:subscriber|member)|(?:.{0,60}\b)?(?:in|into|to) your inbox\b|this (?:article|story"
        r"|content) is (?:for|reserved|exclusive)",
        r"jetzt (?:abonnieren|weiterlesen|anmelden|registrieren|testen|lesen)|abonnieren|weiterlesen mit"
        r"|melden sie sich|newsletter|"
        r"folgen sie|teilen"
        r"|kommentar (?:abgeben|schreiben)|kommentare|du musst|sie (?:müssen|haben noch)|hat ihnen dieser|"
        r"haben sie (?:fehler|hinweise|noch)"
        r"|diesen artikel|artikel (?:teilen|drucken|merken)|jetzt kostenlos|mit dem absenden|ich bin damit",
        r"s.?(?:abonner|inscrire)|inscrivez|abonnez|suivez|partage[rz]|recevez|commenter|réagir|déjà abonné|"
        r"il vous reste"
        r"|cet article est|passer la publicité|la suite (?:est|de)|vous avez une (?:info|question|remarque|suggestion)",
        r"suscr[ií]b|síguenos|comparte|comentarios|regístra|inicia sesión|esta funcionalidad|recibe|únete"
        r"|contenido exclusivo|exclusivo para|(?:haz|haga|pincha|pinche) clic|(?:y )?recuerda que puedes (?:recibir|"
        r"escuchar|seguir)",
        r"assine|inscreva|siga|compartilh|comentários|receba|iscriviti|abbonati|seguici|condividi|commenti\b|"
        r"registrati|contenuto riservato|conteúdo exclusivo|già abbonato|já é assinante",
        r"abonneer|meld je|volg ons|deel (?:dit|op)|schrijf je|prenumerera|följ|dela\b|logga in|abonner|del på",
        r"voit keskustella|請同意我們的|dołącz|zapisz|udostępnij|subskrybuj|obserwuj|abone ol|paylaş|yorum|takip et|"
        r"подпи|поделиться|комментар",
        r"ακολουθήστε|κάντε like|ما را دنبال|עקבו אחרינו|הירשמו (?:לניוזלטר|לעלון|לקבלת)|הצטרפו ל(?:ערוץ|קבוצת)|"
        r"theo dõi (?:chúng tôi|trên|kênh)|ikuti (?:kami|berita)|"
        r"(?:dapatkan|simak|ikuti) .{0,150}(?:whatsapp|telegram|google)|(?:simak|tonton|saksikan) (?:juga )?video",
        r"हमें .{0,30}फॉलो|.{0,60}(?:व्हाट्सऐप|व्हाट्सएप|टेलीग्राम) .{0,30}जुड़ें|অনুসরণ করুন|"
        r"ติดตาม(?:เรา|ข่าว)|підпис(?:уй|атис)|стежте за",
        r"구독|댓글|로그인|会員|無料会員|有料会員|ログイン|登録|订阅|登录|分享|訂閱|اشترك|تابعنا|شارك",
    )
    + r")",
    re.I,
)

# Lines that say who owns the text or who else worked on it.
CREDITS = re.compile(
    r"\W*(?:"
    + _phrases(
        r"(?:©|ⓒ|\(c\)|copyright)|all rights reserved|this copy is|our standards|source:|sources:|photo(?:s|"
        r"graph)?(?: by|:)|image(?:s)?"
        r"(?: credit| by| source|:)|(?:with (?:files|reporting|additional|contributions|reports|assistance)|"
        r"additional reporting|"
        r"reporting by|writing by|editing by|edited by|compiled by|translated by|.{3,120} contributed (?:to|"
        r"reporting)|"
        r".{3,80} reported from)|a version of this (?:article|story)|read the (?:original|full) (?:article|story|piece)|"
        r"(?:except for the headline, )?this (?:article|story|post|piece|report) (?:has not been edited|"
        r"is auto-generated|is republished|"
        r"(?:was )?(?:originally |first ){1,2}(?:appeared|ran|published))|"
        r"filed under|posted (?:in|by)|tags?:|topics?:|end of (?:article|story)|"
        r"updated:|first published|last (?:updated|modified)|printed (?:from|on \w)",
        r"mit (?:agenturmaterial|material|informationen|dpa|afp|reuters)|quellen?:|foto:|bild:|\(?mit dpa|"
        r"aus dem \w+ von"
        r"|alle rechte|stand:|redaktion:|autor(?:in)?:|text:|dieser (?:artikel|text|beitrag) (?:ist|wurde|"
        r"erschien)|(?:dieses thema|diese sendung|dieser beitrag) (?:im programm|lief)|hinweis:",
        r"avec (?:afp|reuters|agences)|source ?:|crédit|tous droits|publié le|mis à jour|con información de|"
        r"fuente:|foto:"
        r"|fonte:|com informações|riproduzione riservata|bron:|källa:|kilde:|źródło:|kaynak:|(?:borítókép|nyitókép|"
        r"titelbild|titelfoto|coverfoto|foto de (?:capa|portada)|imagen de portada|photo de une) ?:|источник:|фото:|"
        r"(?:με πληροφορίες|πηγή)(?: από|:)|(?:по|за) мат[еі]р[иі]ал[аоу]\w*|з використанням|bersumber|"
        r"출처|المصدر ?:|منبع ?:|ที่มา ?:|(?:附件|原标题|来源|來源)[：:]|無断|무단|(?:ขอบคุณ)?ภาพ(?:ประกอบ)?(?:\s?:|\s?จาก)|"
        r"[\uac00-\ud7a3]{2,4}\s?(?:선임|"
        r"인턴)?기자\s.{0,10}@|"
        r"【(?:記者|文|取材)|(?:责任编辑|責任編輯|责编|编辑|編輯|校对)\s?[：:]",
    )
    + r")",
    re.I,
)

# Whole lines of the page's own apparatus.
APPARATUS = re.compile(
    r"\W*(?:"
    + _phrases(
        r"advertis(?:e)?ment(?:[\s\S]{0,40}(?:continues?|below|with content))?|ad|sponsored(?: content)?|promoted|"
        r"story continues (?:below|after).*"
        r"|(?:article|story) (?:continues|continued) .{0,30}|comments?|\d+ (?:comments?|views?|likes?|shares?|reads?)"
        r"|share|save|print|e-?mail|"
        r"copy link|close"
        r"|loading.*|trending|popular(?: on.*)?|most (?:read|popular|viewed)|top stories|latest(?: news)?|"
        r"newsletters?|related(?:"
        r" (?:articles?|stories|topics?|content|news|posts))?|recommended|more (?:stories|news|from .*)|tags|"
        r"topics|read more|see more"
        r"|show more|back to top|menu|search|home|news|sections|subscribe|sign (?:in|up)|log in|register|"
        r"thank you|thanks|sorry!?"
        r"|media caption|image (?:caption|copyright|source)|getty images|reuters|afp|order reprints|"
        r"print(?:er)?[- ]friendly.{0,60}|print (?:article|this (?:page|article|story))|view (?:all|more)"
        r"|click to tweet|updates to this page|ends|\d{1,2}[.:]\d\d(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,4})?|"
        r"watch now|play video|video|gallery|photos?|next|previous|"
        r"explore further|don.?t miss|"
        r"up next|what.s next",
        r"(?:ouvir|ouça|escuchar?|escucha|écoutez?|écouter|ascolta|lyssna på|luister naar|posłuchaj|dengarkan|"
        r"artikel anhören)\b.{0,40}|"
        r"anzeige|werbung|teilen|drucken|kommentare?|mehr zum thema|auch interessant|newsletter|"
        r"weitere (?:artikel|themen|meldungen)"
        r"|ähnliche artikel|meistgelesen|lesen sie auch|zur startseite|schlagworte|themen|video|bildergalerie",
        r"publicité|partager|imprimer|commentaires?|sur le même (?:sujet|thème)|à lire aussi|les plus lus|"
        r"lire plus|réagir",
        r"publicidad|compartir|comentarios|noticias? relacionadas?|lo más (?:leído|visto)|te puede interesar|"
        r"etiquetas|temas",
        r"publicidade|compartilhar|comentários|leia também|mais lidas|pubblicità|condividi|commenti|"
        r"leggi anche|articoli correlati",
        r"advertentie|delen|reacties|lees ook|annons|dela|kommentarer|läs också|annonse|del|reklama|udostępnij|"
        r"czytaj (?:więcej|też)|dalsz[ya] (?:ciąg|część) .{0,20}(?:pod|poniżej)\b.{0,40}|a\s?[+-]\s?a?\s?[+-]?"
        r"|článek|reklam|paylaş|yorumlar|реклама|поделиться|комментарии|читайте также|теги",
        r"関連(?:記事|キーワード|ニュース)|おすすめ(?:情報|記事)?|カテゴリーをフォローする|完了しました|広告|シェア|"
        r"관련기사|광고|댓글|广告|分享|评论|扫一扫.{0,20}|打印|关闭(?:窗口|本页)|【?(?:打印|关闭|纠错).{0,12}|إعلان|"
        r"مشاركة|تعليقات|انتهای (?:پیام|خبر)|सार|विस्तार|विज्ञापन|বিজ্ঞাপন|โฆษณา|(?:無料|有料|会員限定)記事|(?:残り)?\d+文字",
    )
    + r")\W*$",
    re.I,
)

# A signature above or below the text: a preposition and names.
SIGNED = re.compile(
    r"\W*(?:[Bb]y|BY|[Vv]on|VON|[Pp]ar|[Pp]or|[Dd]i|[Dd]a|[Dd]oor|[Aa]v|[Aa]f|[Pp]rzez|От|[Tt]ext(?:e|o)?:|"
    r"[Tt]ekst:|[Tt]esto:|"
    r"(?:[Ee]in|[Aa]) \w+ (?:von|by)|(?:[Ww]ritten|[Pp]osted) by|[Aa]ut(?:or(?:in|en)?|eur|ore|hor):)\s*:?\s+"
    r"[^\W\da-z][^.!?:]{2,80}$"
)

# A line above the text that is a date or a reading time, with or without a label.
DATELINE = re.compile(
    r"\W*(?:[^\W\d]+\.?\W+){0,4}(?:\d{1,2}[./-]\d{1,2}[./-](?:20)?\d\d|\d{1,2}\.? \w{3,10}\.?,? 20\d\d|"
    r"\w{3,9}\.? \d{1,2}, ?20\d\d"
    r"|20\d\d[./年-]\s?\d{1,2}[./月-]\s?\d{1,2}日?|\d{1,2}[.:]\d\d (?:\||uhr|[ap]\.?m)|\d{1,2} min(?:ut\w{0,3}|"
    r"\.)?(?: read)?)"
    r"(?:\W.{0,50})?$",
    re.I,
)

# The same in any language: a day and its year, or a year, month and day in digits, in a few words that make no sentence.
DAY = re.compile(r"(?<!\d)\d{1,2}(?!\d)\D{1,24}\d{4}(?!\d)|(?<!\d)\d{4}\D{1,5}\d{1,2}\D{1,5}\d{1,2}(?!\d)")

# The last line: the initials of who signs
INITIALS = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-Ž]{2,3}|[a-zß-öø-ÿā-ž]{2,3}|[А-ЯЁ]{2,3}")

# Below the text: initials or an agency in brackets, a name behind a label; and a day or the page's address behind one.
SIGNED_BELOW = re.compile(
    r"(?:[(\[（【][^\W\d_](?:[^()\[\]（）【】.!?。]|\.(?=\S)){0,20}[)\]）】]|"
    r"(?:Автор(?:ы|ка)?|Підготувала?|Συντάκτης|Συντάκτρια|लेखक|লেখক|作者|撰文|記者|记者|筆者|글|بقلم|الكاتبة?|"
    r"نویسنده|מאת|ผู้เขียน|"
    r"Authors?|Autor(?:in|en|es|a)?|Auteurs?|Autor[ei]|Te[kx]s?t[eo]?s?|Bilde?r?|Beeld|Foto\w*|Photo\w*|Vormgeving|"
    r"Design|Gestaltung|"
    r"Illustr\w+|Eindredactie|Redaktion|Tłumaczenie|Översättning|Maquette)\s?[:：]\s?\S.*|Bericht(?:et)? von [^\Wa-z].*)$"
)
DATED = re.compile(
    r"[^\W\d][\w ]{2,24}[:：]\s?https?://\S+$|(?:(?:published|posted|first published|veröffentlicht|publié|publicado|"
    r"pubblicato)\b.{0,12}|"
    r"published in .{2,30}, \w{3,9} )\d.{0,40}$",
    re.I,
)

# A line that is an address and nothing else.
CONTACT = re.compile(
    r"\W*(?:e-?mail:?\s*)?(?:[\w.+-]+@[\w-]+\.[\w.-]+|(?:https?://)?(?:www\.)?(?:twitter|x|facebook)\.com/\S+)\W*$|"
    r"(?:the )?(?:writer|author|reporter|columnist)s? (?:can|may) be (?:reached|contacted)\b.{0,120}$|"
    r"to (?:reach|contact) the (?:writer|author|reporter|columnist|editor)\b.{0,120}$|"
    r"(?:for )?(?:(?:[ie]nquiries and )?media|press) (?:requests?|(?:enquir|inquir|quer|contact)(?:ies|y|s)?)\b.{0,200}$|"
    r"presse(?:kontakt|anfragen)\b.{0,200}$|contacts? presse\b.{0,200}$|"
    r"contacto (?:de|para) prensa\b.{0,200}$|для прессы\b.{0,200}$",
    re.I | re.S,
)

# How to write to somebody, in a line about them below the text.
WRITE_TO = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+|(?:^|[\s(])@\w{3,}", re.I)
