"""A text as sentences and tokens: a quotation is one token, written “”."""

import pytest

from stories.quotes.languages import language
from stories.quotes.layout.doc import tokenise

# language, text, its sentences parted by a slash
TEXTS = [
    ("en", "The U.S. well is dry. Mr. Moss left. J. R. Moss stayed! Did he? Yes... no.",
     "The U.S . well is dry . / Mr . Moss left . / J . R . Moss stayed ! / Did he ? / Yes . . . no ."),
    ("en", "He owes $5. It rained. Moss [sic.] left.",
     "He owes $ 5 . / It rained . / Moss [ sic . ] left ."),
    ("en", "G.K. Moss left. Why? , said Moss.",
     "G.K . Moss left . / Why ? , said Moss ."),
    ("en", "He said “no.” Moss left. He said “no” and left. He said “no”. Moss left.",
     "He said “” / Moss left . / He said “” and left . / He said “” . / Moss left ."),
    ("en", "“Is it dry?” Moss asked. “Is it dry?” The council met. “No!” he said.",
     "“” Moss asked . / “” / The council met . / “” he said ."),
    ("en", "“Is it dry?” The council of Ebbing said no. “Go!” “No!” he said. “Dry,” he said.",
     "“” The council of Ebbing said no . “” / “” he said . / “” he said ."),
    ("en", "“It is…” Moss left. “It is dry.” – Moss. “It is dry.”: Moss.",
     "“” / Moss left . / “” – Moss . / “” : Moss ."),
    ("de", "Am 12. Mai kam der 2. Brunnen. Er kam am 2. Moos blieb. Um 100. Moos blieb.",
     "Am 12 . Mai kam der 2 . Brunnen . / Er kam am 2 . / Moos blieb . / Um 100 . / Moos blieb ."),
    ("de", "Karl kam um 2. Die Müllerin blieb. Sie zahlte 12. Januar kam.",
     "Karl kam um 2 . / Die Müllerin blieb . / Sie zahlte 12 . Januar kam ."),
    ("fr", "« Le puits est sec, dit-elle. C’est vrai. » L’eau manque aujourd’hui, s’interroge-t-elle.",
     "“” , dit elle . / “” / L’ eau manque aujourd’hui , s’ interroge t-elle ."),
    ("fr", "Le rez-de-chaussée d’Ada Mousse est sec. Qu’en dit-il ?",
     "Le rez-de-chaussée d’ Ada Mousse est sec . / Qu’ en dit il ?"),
    ("pt", "“O poço secou”, disse-me Ada. Sentou-se Moss.",
     "“” , disse-me Ada . / Sentou-se Moss ."),
    ("es", "—El pozo está seco —dijo Ada. ¿Quién vino? Nadie.",
     "— “” — dijo Ada . / ¿ Quién vino ? / Nadie ."),
    ("zh", "王丽说：“井干了。”没有人来。井干了吗？是的。",
     "王 丽 说 ： “” / 没有人 来 。 / 井 干 了 吗 ？ / 是 的 。"),
    ("ar", "قَالَت عايدة إن البئر جافة. هل جفت؟ نعم.",
     "قَالَت عايدة إن البئر جافة . / هل جفت ؟ / نعم ."),
]  # fmt: skip


@pytest.mark.parametrize(("code", "text", "sentences"), TEXTS, ids=range(len(TEXTS)))
def test_sentences(code: str, text: str, sentences: str) -> None:
    doc = tokenise(text, language(code))
    told = [raw if region < 0 else "“”" for raw, region in zip(doc.raw, doc.region, strict=True)]
    assert " / ".join(" ".join(told[first:last]) for first, last in doc.sentences) == sentences
