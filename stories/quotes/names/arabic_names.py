"""Names in Arabic, which has no capital letters: told by a given name, or by the role that stands before them."""

from stories.quotes.languages import words
from stories.quotes.layout.doc import Doc, TokenSpan

# Common given names, from the Maghreb to the Gulf; others are told by what stands before them
MEN = words(
    """محمد أحمد محمود مصطفى علي عمر عثمان حسن حسين خالد سامي كريم بلال يوسف إبراهيم اسماعيل إسماعيل موسى عيسى
    داود سليمان يعقوب إسحاق يونس هارون زكريا يحيى طارق زياد وليد ماجد سعد سعيد سعود فهد فيصل سلمان سلطان بندر
    تركي نايف ناصر نصر منصور جابر جمال كمال جلال هلال بدر أنور أسامة أيمن أشرف أمجد أكرم أنس أيوب باسل بسام
    بشار بشير تامر ثامر جعفر جواد حاتم حازم حامد حبيب حمد حمدان حمزة حيدر خليل خلف راشد رائد رامي ربيع رشاد رشيد
    رضا رمضان رياض زيد زاهر ساهر سالم سمير سهيل شاكر شريف شعبان صابر صادق صالح صبري صلاح ضياء طاهر طه طلال عادل
    عارف عاصم عامر عبدالله عبدالرحمن عدنان عزيز عصام علاء عماد عمار عمرو غازي غانم غسان فادي فارس فاروق فاضل فؤاد
    فراس فريد فواز قاسم قيس لؤي ليث مازن مالك مأمون مجدي محسن مراد مروان مسعود معاذ معتز منير مهند مهدي ميلاد نادر
    نبيل نجيب نزار نضال نعيم هاشم هاني هشام هيثم وائل وسام وسيم ياسر ياسين يزيد يوحنا بطرس بولس جرجس جورج ميشال
    مارون إلياس حنا توفيق رفيق شوقي عزت فتحي فوزي لطفي مدحت ممدوح نور رؤوف عابد مبارك مختار إدريس إلهام عبد تمام"""
)
WOMEN = words(
    """فاطمة عائشة مريم خديجة زينب ليلى سارة نادية هدى منى سعاد سلمى سميرة أمينة أمل إيمان أسماء آمنة آية أميرة بشرى
    بثينة جميلة حنان حياة خلود دعاء دلال دينا رانيا رنا ريم رشا رغد رحمة رقية رهف روان زهرة زهراء سحر سعدية سلوى سمر
    سمية سناء سهام سوسن شيماء شهد صفاء صفية عايدة عبير عزة عفاف علا غادة فاتن فدوى فرح فريدة فوزية كوثر لطيفة لمياء
    لينا لبنى لجين مها ميسون ميرا مي نجاة نجوى نجلاء نهى نوال نورة نورا هالة هناء هند هيام وفاء ياسمين يسرى رباب ربى
    جواهر حصة نورهان مايا ماريا كريستين جوليا تغريد ابتسام انتصار إلهام بسمة تهاني جهاد حليمة رجاء شادية عواطف"""
)
GIVEN = MEN | WOMEN
EITHER = words("نور إلهام جهاد أمل رجاء وسام نضال ميلاد هدى صباح إحسان")
PARTICLES = words("بن ابن بنت أبو أبي ابو آل عبد ولد بو")
COMPOUND = words(
    "الدين الله الرحمن الرحيم العزيز الكريم الحميد المجيد القادر السلام الفتاح الستار الوهاب الهادي"
)
# Who speaks or what does, before a name or without one
ROLES = words(
    """رئيس رئيسة مدير مديرة وزير وزيرة أمين أمينة متحدث متحدثة محامي محامية محام عضو عضوة نائب نائبة قائد قائدة صاحب
    صاحبة والد والدة ابن ابنة زوج زوجة أرملة شقيق شقيقة أخت أخ أم أب مسؤول مسؤولة مسؤولون مسؤولين عامل عاملة عمال
    عاملات
    شاهد شاهدة شهود سكان أهالي ناشط ناشطة ناشطون ناشطين خبير خبيرة خبراء طبيب طبيبة أطباء محامون محامين رجل امرأة سيدة
    شاب شابة فتاة أحد إحدى أحدهم إحداهن إحداهم بعض عدد كثير كثيرون كل جميع آخر آخرون هؤلاء هذا هذه ذلك مصدر مصادر موظف
    موظفة موظفون قريب أقارب أقرباء عائلة عائلات أسرة أسر صحفي صحفية باحث باحثة أستاذ أستاذة مزارع مزارعون صياد صيادون
    مهندس مهندسة قاض قاضي مفتش مفتشة ممثل ممثلة مندوب منسق منسقة سفير سفيرة جار جارة ضابط جندي معلم معلمة سائق"""
)
BODIES = words(
    """وزارة شركة نقابة هيئة منظمة جمعية مجلس اتحاد محكمة بلدية حكومة شرطة إدارة صحيفة وكالة قناة لجنة مكتب مركز مجموعة
    فريق مؤسسة جامعة مصنع منجم بنك مصرف حزب حركة حملة تقرير بيان دراسة رسالة وثيقة قرار حكم موقع إذاعة تلفزيون مديرية
    دائرة سلطة سلطات مفوضية بعثة معهد شبكة رابطة غرفة"""
)
COMPANIES = words("شركة مؤسسة مجموعة")
SPEAKERS = words("متحدث ناطق")
SPOKEN_FOR = words("باسم عن في من ل باسمها باسمه السابق السابقة")
MAX_NAME_WORDS = 4  # words of a name
MAX_LED_WORDS = 2  # the same, where "to" is written to the first
JOINTS = "وفل"  # what is written to the next word


def arabic_names(doc: Doc) -> list[TokenSpan]:
    """The runs of tokens outside quotations that a known given name begins, each with a second name at least."""
    found: list[TokenSpan] = []
    after = 0
    for i in range(len(doc.raw)):
        if i >= after and (_is_given(doc.low[i]) or _is_basim(doc, i)):
            end = _name_end(doc, i)
            if end - i > 1:
                found.append((i, end))
                after = end
    return found


def _is_given(word: str) -> bool:
    return word in GIVEN or (word[0] in JOINTS and word[1:] in GIVEN)


def _is_basim(doc: Doc, i: int) -> bool:
    """Whether a word is the given name Basim: "رئيس البلدية باسم قسطل", not "متحدث باسم الشركة" (in the name of)."""
    if doc.low[i] != "باسم" or i + 1 >= len(doc.raw) or not _is_name_word(doc, i + 1):
        return False
    spoken_for = i > 0 and doc.low[i - 1].removeprefix("ال").removesuffix("ة") in SPEAKERS
    return not spoken_for and not doc.low[i + 1].startswith("ال")


def _name_end(doc: Doc, first: int) -> int:
    """The end of the name that begins with the given name `first`."""
    end, family = first + 1, False
    while end < min(len(doc.raw), first + MAX_NAME_WORDS + 1) and not family:
        word = doc.low[end]
        particle = word in PARTICLES and end + 1 < len(doc.raw) and _is_name_word(doc, end + 1)
        if particle:
            end += 2
            family = word not in ("عبد", "بن", "ابن")
        elif word in COMPOUND or word in GIVEN:
            end += 1
        elif _is_name_word(doc, end):
            end, family = end + 1, True
        else:
            break
    return end


def _is_name_word(doc: Doc, i: int) -> bool:
    """Whether a token may be a part of a name: a word of no other use that is known."""
    table, word = doc.language, doc.low[i]
    other = word in table.closed or word in table.say or word in table.stops or word in ROLES | BODIES
    return doc.region[i] < 0 and word[0].isalpha() and not word.startswith("لل") and not other


def named_in(doc: Doc, source: TokenSpan) -> str | None:
    """The name in a source: what follows the roles and bodies that open it; None where it is not plain that one does."""
    first, last = source
    first += doc.low[first] == "أما"  # "أما المحافظ نبيل الخطيب فيؤكد"
    ends = (i for i in range(first, last) if not doc.raw[i][0].isalpha() or _is_addressed(doc, i, first))
    last = next(ends, last)  # "قال كارم لند للإذاعة": he told the radio
    for begin in range(first, last):
        if (doc.low[begin] in GIVEN or _is_basim(doc, begin)) and _name_end(doc, begin) - begin > 1:
            if begin > first and (doc.low[begin - 1] in ROLES or not _is_called(doc, first, begin)):
                return None  # "محامي كريم حداد": his lawyer
            return _joined(doc, begin, min(last, _name_end(doc, begin)))
    begin = _after_roles(doc, first, last)
    rest = last - begin
    plain = all(_is_name_word(doc, i) for i in range(begin, last))
    if not rest or not plain or doc.low[begin].startswith("ال") or rest > MAX_NAME_WORDS:
        return None
    if rest > MAX_LED_WORDS and doc.low[begin][0] == "ل":
        return None  # "وفقا لقائمة يمسكها سمعان عكاري": by a list that he keeps
    company = rest == 1 and begin > first and doc.low[begin - 1] in COMPANIES
    return _joined(doc, begin, last) if rest > 1 or company else None


def _is_called(doc: Doc, first: int, begin: int) -> bool:
    """Whether the words before a name are what its bearer is: "وزير الخارجية سامي حداد", not "اسم سامي حداد", "الشاحنة".

    The first of them is a man's or a woman's word, as the name is.
    """
    head, name = doc.low[first], doc.low[begin]
    if not (head.startswith("ال") or head in ROLES | BODIES):
        return False
    woman, either = head.endswith("ة"), name in EITHER
    return either or (not (woman and name in MEN - WOMEN) and (woman or name not in WOMEN - MEN))


def _is_addressed(doc: Doc, i: int, first: int) -> bool:
    """Whether a word is whom was spoken to: "للصحفيين", "لليلى"."""
    word = doc.low[i]
    return word.startswith("لل") or (i > first and word[0] == "ل" and word[1:] in GIVEN and word not in GIVEN)


def _after_roles(doc: Doc, first: int, last: int) -> int:
    """The token after the roles that open a source: of "رئيسة البلدية عايدة رون" the third."""
    i = first
    while i < last and (doc.low[i].startswith("ال") or doc.low[i] in ROLES | BODIES | SPOKEN_FOR):
        if doc.low[i] in ROLES and i + 1 < last and not _goes_on(doc.low[i + 1]):
            return last  # "مسؤول طلب عدم ...": an official who asked
        i += 1
    return i


def _goes_on(word: str) -> bool:
    """Whether the word after a role tells whose or which: "رئيسة البلدية", "مدير شركة"."""
    return word.startswith("ال") or word in ROLES | BODIES | SPOKEN_FOR


def _joined(doc: Doc, first: int, last: int) -> str:
    words_of = doc.raw[first:last]
    if words_of[0] not in GIVEN and words_of[0][1:] in GIVEN and words_of[0][0] in JOINTS:
        words_of = [words_of[0][1:], *words_of[1:]]
    return " ".join(words_of)
