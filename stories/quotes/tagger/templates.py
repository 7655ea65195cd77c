"""What the learned choices look at: every template of a feature, by decision, number and name.

A template mixes one or two values into an index below SIZE; its number keeps it apart from the others of its decision.
The weights hold for this table as it stands: its checksum is in their file, and a file learned with another is refused.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from zlib import crc32

from stories.quotes.tagger.token_features import SIZE, P, Q, T, distance

# Of each decision the names that its values are made of, and its templates: number, name, and after the colon the values,
# in Python. The names of values are explained where the function of the decision makes them.
TEMPLATES = {
    "start": (
        "x a ahead wo says verb gap sv kx b d that k cue last j wp",
        """
        204 word before word + way ahead: a * 3 + x; ahead + 5
        223 opener + word cue says: wo; x * 3 + says
        35 cue + word: verb; x
        202 word + way ahead cue says: x; ahead * 2 + says
        42 cue + way ahead gap: verb; ahead * 16 + gap
        228 cue's stem + word: sv; x
        31 word: x
        32 word before: a
        33 word before + word: a; x
        34 cue + gap: verb; gap
        36 cue + word before gap: verb; a + gap
        37 class before class + gap: b * 64 + kx; gap
        38 class before class + class after: b * 64 + kx; d
        39 class + openers passed gap: kx; that * 16 + gap
        40 cue + class gap: verb; kx * 16 + gap
        46 cue + class before: verb; b
        47 gap + class of cue class: gap; k[cue + 1] * 64 + kx
        41 way ahead + class gap: ahead; kx * 16 + gap
        43 way ahead + word before openers passed: ahead; a + that
        44 class class after + class of next gap if last else: kx * 64 + d; k[j + 2] * 16 + gap if j + 2 < last else 0
        201 class before class + gap cue says: b * 64 + kx; gap * 2 + says
        203 class before class + way ahead cue says: b * 64 + kx; ahead * 2 + says
        221 opener + cue's stem gap: wo; sv * 16 + gap
        222 opener + class way ahead: wo; kx * 16 + ahead
        224 opener passed + word cue says: wp; x * 3 + says
        225 opener passed + opener cue says: wp; wo * 3 + says
        226 opener passed + opener class: wp; wo * 64 + kx
        227 opener + class of cue class: wo; k[cue + 1] * 64 + kx
        229 cue's stem + class before class: sv; b * 64 + kx
        """,
    ),
    "end by clause": (
        "x clause then kx d c opens rest ks verb told b sv length",
        """
        241 word + verbs around: x; clause
        249 word + verb then verbs around: x; then * 16 + clause
        250 class + verb then class after: kx; then * 64 + d
        242 word word after + verbs around: x * 3 + c; clause
        243 class class after + verbs around: kx * 64 + d; clause
        244 word + verbs around start opens: x; clause * 2 + opens
        245 verbs around + start opens rest: clause; opens * 16 + rest
        246 verbs around + start's class class: clause; ks * 64 + kx
        247 cue word + verbs around: verb * 3 + x; clause
        248 word + class before verbs: x; b * 4 + told
        231 cue's stem + word: sv; x
        232 cue's stem + class class after: sv; kx * 64 + d
        233 cue's stem + length: sv; length
        """,
    ),
    "end by words": (
        "x c2 c more d kx b d2 a w last rest ks length verb ws commas odd verbs k cue start says",
        """
        66 word + word after second word after: x; c * 3 + c2
        68 commas to come + class class after: more; kx * 64 + d
        195 class class after + second class after class before: kx * 64 + d; d2 * 64 + b
        191 word before word + word after: a * 3 + x; c
        196 word of last + word rest: w[last - 1]; x * 16 + rest
        53 word + word after: x; c
        60 class class after + second class after: kx * 64 + d; d2
        193 word word after + start's class rest: x * 3 + c; ks * 16 + rest
        51 word: x
        52 word + length: x; length
        54 word + rest: x; rest
        55 cue + word: verb; x
        56 word + start's word: x; ws
        57 word + word before: x; a
        58 word before: a
        59 class before class + class after: b * 64 + kx; d
        61 class start's class + length: kx * 64 + ks; length
        62 class class after + commas: kx * 64 + d; min(commas, 4)
        63 class + brackets rest: kx; odd * 16 + rest
        64 start's class class before + class length: ks * 64 + b; kx * 64 + min(length, 3)
        65 cue + class length: verb; kx * 16 + length
        67 start's word + class class after: ws; kx * 64 + d
        69 word + commas to come: x; more
        70 auxiliaries + class start's class: verbs; kx * 64 + ks
        48 cue + auxiliaries class: verb; verbs * 64 + kx
        49 commas to come + word after auxiliaries: more; c * 4 + verbs
        50 class of cue class after + class: k[cue] * 64 + d; kx * 64 + 1
        29 class of cue class + class after: k[cue - 1] * 64 + kx; d
        30 class of cue class + length commas: k[cue - 1] * 64 + kx; length * 4 + min(commas, 3)
        192 cue word + word after: verb * 3 + x; c
        194 class of at start start's class + class class after: k[start + 1] * 64 + ks; kx * 64 + d
        197 word word after + cue says: x * 3 + c; says + 5
        198 class class after + length cue says: kx * 64 + d; length * 2 + says
        199 word + rest auxiliaries cue says: x; rest * 8 + verbs * 2 + says
        200 class start's class + commas to come cue says commas: kx * 64 + ks; more * 8 + says * 4 + min(commas, 3)
        """,
    ),
    "start before cue": (
        "told kx b x length ahead closing a verb d",
        """
        321 verbs + class before class: told; b * 64 + kx
        322 verbs + word: told; x
        323 verbs + way ahead length: told; ahead * 16 + length
        324 verbs + last class: told; closing
        91 word + class before: x; b == 60
        92 word before + last class: a; closing
        93 word before + word: a; x
        94 class before class + length: b * 64 + kx; length
        95 class before class + way ahead: b * 64 + kx; ahead
        96 last class class + class before: closing * 64 + kx; b
        97 last class + way ahead length: closing; ahead * 16 + length
        98 cue + class before last class: verb; b * 64 + closing
        99 class before class + class after: b * 64 + kx; d
        """,
    ),
    "end before cue": (
        "x gap a kx b d w cue after",
        """
        111 word + gap: x; gap
        112 word before + word: a; x
        113 class before class + gap: b * 64 + kx; gap
        114 class before class + class after: b * 64 + kx; d
        115 word of cue + class gap: w[cue]; kx * 64 + gap
        116 class class after + class after cue gap: kx * 64 + d; after * 16 + gap
        """,
    ),
    "cue by words": (
        "lead before tail y b x d a c a2 c2 b2 d2 subject i first last",
        """
        16 lead + before: lead; before
        24 tail + class: tail; y
        25 before + class before class: before; b * 64 + y
        18 class + before class before: y; before * 64 + b
        11 word + class before class after: x; b * 64 + d
        1 word: x
        2 word before: a
        3 word after: c
        4 word + word before: x; a
        5 word + word after: x; c
        6 word + class before: x; b
        7 word + class after: x; d
        8 word before + second word before: a; a2
        9 word after + second word after: c; c2
        10 class + class before class after: y; b * 64 + d
        12 second class before class before + class: b2 * 64 + b; y
        13 second class after class after + class: d2 * 64 + d; y
        14 word + subject: x; subject
        15 class + subject class after: y; subject * 64 + d
        17 word + before: x; before
        19 token first + last token: min(i - first, 12); min(last - i, 6)
        20 word + last token: x; min(last - i, 4)
        21 word + second class after: x; d2
        22 word + second class before: x; b2
        23 tail: tail
        26 lead + word: lead; x
        """,
    ),
    "cue by stem": (
        "s s2 noun b y subject s3 verb clause d says a c d2 head",
        """
        301 stem + next stem: s; s2
        302 stem + noun of saying: s; noun
        303 noun of saying + class class before: noun; y * 64 + b
        304 noun of saying + subject class: noun; subject * 64 + y
        305 next stem if noun of saying else stem but one + cue: s2 if noun == 1 else s3 if noun else 0; verb
        216 stem + verbs around: s; clause
        217 verbs around + class before class after: clause; b * 64 + d
        218 verbs around + class class after: clause; y * 64 + d
        219 verbs around + subject cue says cue: clause; subject * 4 + says * 2 + verb
        220 class cue + class before class after: y * 2 + verb; b * 64 + d
        205 stem: s
        206 stem + class: s; y
        207 stem + word before: s; a
        208 stem + word after: s; c
        209 stem + class before class after: s; b * 64 + d
        210 stem + subject: s; subject
        211 stem + class after second class after: s; d * 64 + d2
        212 stem + class class before: s; y * 64 + b
        213 stem + class class after: s; y * 64 + d
        214 head: head
        215 head + cue says: head; says
        """,
    ),
    "order": (
        "told d b subject quotes rest ahead stem first tokens verb b2 d2 a c a2",
        """
        310 verbs + class before class after: told; b * 64 + d
        311 verbs + quotations subject: told; quotes * 32 + subject
        312 verbs + way ahead rest: told; ahead * 16 + rest
        313 cue's stem + verbs: stem; told
        314 cue's stem + class before: stem; b
        315 word of word first + verbs: tokens.word[first]; told
        71 cue: verb
        72 cue + class before: verb; b
        73 cue + class after: verb; d
        74 class before class after + subject: b * 64 + d; subject
        75 second class before class before + class after: b2 * 64 + b; d
        76 second class after class after + class before: d2 * 64 + d; b
        77 class before + way ahead rest: b; ahead * 16 + rest
        78 class after + way ahead rest: d; ahead * 16 + rest
        79 quotations + class before class after: quotes; b * 64 + d
        80 quotations + subject: quotes; subject
        81 word before + word after: a; c
        82 word after + rest: c; rest
        83 word before + way ahead: a; ahead
        84 cue + rest way ahead: verb; rest * 16 + ahead
        85 second word before + word before: a2; a
        """,
    ),
    "source": (
        "way gap verb after before order head b kh names d w begin kv end",
        """
        135 way + gap: way; gap
        136 cue + way: verb; way
        137 way + before class after cue: way; before * 64 + after
        138 way order + before: way * 8 + order; before
        139 head + way: head; way
        140 way order + head's class class before: way * 8 + order; kh * 64 + b
        141 way named + class before class after: way * 8 + names; b * 64 + d
        142 word of first word + way: w[begin]; way
        143 way + cue's class gap: way; kv * 64 + gap
        144 way head's class + end first word: way * 64 + kh; distance(end - begin)
        145 word of end + way gap: w[end]; way * 64 + gap
        """,
    ),
    "no source": (
        "way verb after before order",
        """
        131 way: way
        132 cue + way: verb; way
        133 way + before class after cue: way; before * 64 + after
        134 way + before order: way; before * 64 + order
        """,
    ),
    "uncued": (
        "shape outside d b tokens i lower size speech unclosed starts near colon follow first",
        """
        151 any
        152 shape: shape
        153 words outside + class before class after: outside; b * 64 + d
        154 word of word token + class before: tokens.word[i - 1]; b != 60
        155 word of word token + class after: tokens.word[i + 1]; d != 61
        156 class before + size case: b; size * 4 + lower
        157 class after + size case: d; size * 4 + lower
        158 last speech + words outside starts paragraph runs on: speech; outside * 4 + starts * 2 + unclosed
        159 last attribution + words outside starts paragraph after colon: near; outside * 4 + starts * 2 + colon
        160 last speech + last attribution: speech; near
        161 next speech + words outside starts paragraph runs on: follow; outside * 4 + starts * 2 + unclosed
        162 next speech + words outside last speech: follow; min(outside, 3) * 512 + speech
        163 size + words outside case: size; min(outside, 3) * 8 + lower
        164 word of word token + words outside last speech: tokens.word[i]; min(outside, 3) * 512 + speech
        165 word of word first + words outside: tokens.word[first]; min(outside, 6)
        """,
    ),
    "pronoun": (
        "acts away spoke position start lines kind shape seen ever mention",
        """
        183 acts + away: acts; away
        184 acts + position spoke: acts; position * 8 + spoke
        185 acts + paragraphs at start: acts; lines * 4 + start
        186 acts + away spoke at start: acts; away * 8 + spoke * 2 + start
        171 away + paragraphs: away; lines
        172 away + position: away; position
        173 what stands before + position: kind; position
        174 shape: shape
        175 spoke + away: spoke; away
        176 spoke + paragraphs: spoke; lines
        177 seen + spoke ever: seen; ever
        178 shape + what stands before seen: shape; kind * 8 + seen
        179 owning + position: mention.owning; position
        180 at start + away position: start; away * 8 + position
        181 spoke + shape position: spoke; shape * 4 + position
        182 at start + away spoke: start; away * 8 + spoke
        """,
    ),
}
# Templates of whole attributions, whose values `verification.py` gives in this order
VERIFICATION = """
    261 score
    262 score, says
    263 cue
    264 cue, score
    265 cue, way
    266 cue, order
    267 says, order, way, far
    268 head, says
    269 head, verb
    270 noun, says, way
    271 score, way
    272 score, noun
    273 before, after, says
    274 way to the cue, order
    275 sentence's first word, cue is first
    276 cue, length
    277 cue, first class
    278 cue, first word
    279 cue, has a verb, is long
    280 cue, gap
    281 cue, whole
    282 length, verbs, says
    283 first class, length, verbs
    284 first class, second class, says
    285 first class, verbs, whole
    286 first word, says
    287 gap, first class
    288 follow, beyond, verbs
    289 last word, follow
    290 inner, says
    291 score, length
    292 pieces, order
    293 whole, length, says
    294 order, says
    295 source, says
    296 begin, says
    297 end, says
    298 end
    299 end, length
    300 begin, end, says
    301 begin, end, score
"""


@dataclass(frozen=True, slots=True)
class Template:
    """One kind of feature. values: what is mixed, as expressions."""

    decision: str
    number: int
    name: str
    values: tuple[str, ...]


def templates() -> Iterator[Template]:
    """All templates, in the order of the table."""
    for decision, (_, rows) in TEMPLATES.items():
        yield from _rows(decision, rows)
    yield from _rows("verification", VERIFICATION)


def _rows(decision: str, rows: str) -> Iterator[Template]:
    for row in filter(None, map(str.strip, rows.splitlines())):
        head, _, values = row.partition(":")
        number, name = head.split(" ", 1)
        yield Template(decision, int(number), name, tuple(filter(None, map(str.strip, values.split(";")))))


def checksum() -> int:
    """A number that changes with any template: its decision, number, name or values."""
    rows = [(one.decision, one.number, one.name, one.values) for one in templates()]
    return crc32(repr([rows, SIZE, P, Q, T]).encode())


def mixer(decision: str) -> Callable[..., list[int]]:
    """The function that mixes the values of a decision, given in the order of its names, into its features.

    One list is compiled of all its templates, with the numbers written out: nothing is looked up while a text is read.
    """
    names, rows = TEMPLATES[decision]
    parts = ", ".join(_formula(template) for template in _rows(decision, rows))
    made: Callable[..., list[int]] = eval(  # noqa: S307 -- the table above, and nothing else
        f"lambda {', '.join(names.split())}: [{parts}]", {"distance": distance, "min": min}
    )
    return made


def _formula(template: Template) -> str:
    mixed = (f"({value}) * {factor}" for value, factor in zip(template.values, (P, Q), strict=False))
    return f"({' + '.join([*mixed, str(template.number * T)])}) % {SIZE}"
