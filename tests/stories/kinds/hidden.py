"""Words for screen readers, in sentences, quotes, headlines and signatures."""

from tests.stories.kinds import TEXT, TITLE, Case, article, paragraphs, shell

WORDS = {
    "bbc": '<span class="ssrcss-1f39n02-VisuallyHidden">, external</span>',
    "bootstrap": '<span class="sr-only">(opens in new tab)</span>',
    "wordpress": '<span class="screen-reader-text"> (opens in a new window)</span>',
    "vh": '<span class="vh">, external</span>',
    "reader only": '<span class="reader-only">, external</span>',
    "foundation": '<span class="show-for-sr">Opens in a new tab</span>',
    "drupal": '<span class="ext"><span class="element-invisible"> (link is external)</span></span>',
    "off the screen": '<span style="position:absolute;left:-9999px">opens in new window</span>',
    "clipped": '<span style="clip:rect(0 0 0 0);position:absolute">external</span>',
    "not displayed": '<span style="display:none">external</span>',
    "hidden": "<span hidden>external</span>",
    "icon font": '<i class="icon" aria-hidden="true">open_in_new</i>',
    "picture": "<svg><title>external link icon</title></svg>",
    "german": '<span class="offscreen">, öffnet in neuem Tab</span>',
    "french": '<span class="visuallyhidden">(s’ouvre dans une nouvelle fenêtre)</span>',
    "spanish": '<span class="a11y-hidden">abre en una nueva pestaña</span>',
    "japanese": '<span class="sr_only">外部リンク</span>',
    "chinese": '<span class="u-visually-hidden">外部链接</span>',
    "no class": "<span> (opens in new tab)</span>",
}


def cases() -> dict[str, Case]:
    """Each in a link of a sentence, in one of a quote, in the headline and beside a name."""
    found = {}
    for name, words in WORDS.items():
        linked = TEXT[1].replace("Ostrel Nets", f"<a href='https://o.example'>Ostrel Nets{words}</a>")
        quoted = TEXT[2].replace("the foreman", f"<a href='https://o.example'>the foreman{words}</a>")
        texts = paragraphs([TEXT[0], linked, quoted, *TEXT[3:]])
        found[f"{name}, sentence and quote"] = Case(shell(article(texts)), {"body": TEXT})
    for name in ("bbc", "bootstrap", "vh", "hidden"):
        page = shell(article().replace(f"{TITLE}</h1>", f"{TITLE}{WORDS[name]}</h1>"), shared=False)
        found[f"{name}, headline"] = Case(page, {"title": TITLE, "body": TEXT})
        line = f"<p class='byline'>By <a href='/x'>Nell Harrow{WORDS[name]}</a></p>"
        found[f"{name}, signature"] = Case(
            shell(article(line=line)), {"authors": ["Nell Harrow"], "body": TEXT}
        )
    return found


CASES = cases()
