"""The stem of an English word: what "warns", "warned", "warning" and "warnings" share.

Only for telling that two words are forms of one: a stem need not be a word ("argu").
"""

from stories.quotes.languages import words

ENDINGS = (("ings", ""), ("ing", ""), ("ied", "y"), ("ies", "y"), ("ed", ""), ("es", ""), ("s", ""))
MIN_STEM_LETTERS = 3  # letters of a stem
IRREGULAR = {
    form: stem
    for stem, forms in {
        "say": "said says saying",
        "tell": "told",
        "think": "thought thoughts",
        "know": "knew known",
        "writ": "wrote written",
        "feel": "felt",
        "find": "found",
        "speak": "spoke spoken",
        "see": "saw seen",
        "hear": "heard",
        "mean": "meant",
        "swear": "swore sworn",
        "forget": "forgot forgotten",
        "understand": "understood",
        "foresee": "foresaw foreseen",
        "hold": "held",
        "mak": "made",
        "giv": "gave given",
        "tak": "took taken",
        "choos": "chose chosen",
        "begin": "began begun",
        "seek": "sought",
        "bring": "brought",
        "leav": "left",
        "keep": "kept",
        "draw": "drew drawn",
        "com": "came",
        "go": "went gone",
        "lead": "led",
        "show": "shown",
        "teach": "taught",
        "send": "sent",
        "fight": "fought",
    }.items()
    for form in words(forms)
}


def stem(word: str) -> str:
    """The stem of a lower-case word."""
    if word in IRREGULAR:
        return IRREGULAR[word]
    for ending, instead in ENDINGS:
        if (
            word.endswith(ending)
            and len(word) - len(ending) >= MIN_STEM_LETTERS
            and word[-2:] not in ("ss", "us")
        ):
            word = word[: len(word) - len(ending)] + instead
            break
    if len(word) > MIN_STEM_LETTERS and word[-1] == word[-2] and word[-1] not in "ls":
        word = word[:-1]
    return word[:-1] if word.endswith("e") and len(word) > MIN_STEM_LETTERS else word
