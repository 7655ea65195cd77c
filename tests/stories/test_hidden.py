"""Words for screen readers are no part of a sentence, a headline or a quote."""

import pytest
from lxml.html import fromstring

from stories.extraction.hidden import drop_hidden

CASES = {
    # what stands in a sentence: what is left of it
    "<p>Of <a>Velm<span class='visually-hidden css-1x'>, external</span></a>, it sank.</p>": "Of Velm, it sank.",
    "<p>Of <a>Velm<span class='ab-1x9-VisuallyHidden'>, external</span></a>, it sank.</p>": "Of Velm, it sank.",
    "<p>The <a>report <span>(opens in a new tab)</span></a> says so.</p>": "The report says so.",
    "<p>The <a>report (opens in new window)</a> says so.</p>": "The report says so.",
    "<p>The <a><b>report</b>, opens new tab</a> says so.</p>": "The report says so.",
    "<p>The <a>report<span class='x_vh'>, opens new tab</span></a> says so.</p>": "The report says so.",
    "<p>Der <a>Bericht <span class='go-x'>(öffnet im neuen Fenster)</span></a> sagt es.</p>": "Der Bericht sagt es.",
    "<p>Der <a>Bericht<small>Externer Link</small></a> sagt es.</p>": "Der Bericht sagt es.",
    "<p>Le <a>rapport<span> (nouvelle fenêtre)</span></a> le dit.</p>": "Le rapport le dit.",
    "<p>El <a>informe<span>(se abre en una nueva pestaña)</span></a> lo dice.</p>": "El informe lo dice.",
    "<p>يقول <a>التقرير<span class='x'> (يفتح في نافذة جديدة)</span></a> ذلك.</p>": "يقول التقرير ذلك.",
    "<p><a>報告書<span class='x'>（</span><span>新しいタブで開く</span></a>による。</p>": "報告書（による。",
    "<blockquote>“We <span class='sr-only'>quote</span>sailed.”</blockquote>": "“We sailed.”",
    "<h1><span class='screen-reader-text'>Headline: </span>Ferry stays</h1>": "Ferry stays",
    "<h2><a><span class='u-visually-hidden'>Topic:</span> Ferry stays</a></h2>": "Ferry stays",
    # what is shown, or is all there is, stays
    "<h1><span class='visually-hidden'>Ferry stays</span></h1>": "Ferry stays",
    "<p><span class='visually-hidden'>Ferry stays</span></p>": "Ferry stays",
    "<p>Shops that open in a new window of <a>the mall</a>.</p>": "Shops that open in a new window of the mall.",
    "<p>The auditors are <a>not ours, external</a>.</p>": "The auditors are not ours, external.",
    "<p>He wrote <i>New Tab</i> in 1999.</p>": "He wrote New Tab in 1999.",
    "<div><span class='sr-only'>Published:</span> 3 May 2026</div>": "Published: 3 May 2026",
    "<p>The <a>offscreens (that open)</a> flickered.</p>": "The offscreens (that open) flickered.",
}


@pytest.mark.parametrize(("markup", "left"), CASES.items(), ids=[str(number) for number in range(len(CASES))])
def test_hidden(markup: str, left: str) -> None:
    tree = fromstring(f"<div>{markup}</div>")
    elements = list(tree.iter())
    drop_hidden(elements)
    assert elements == list(tree.iter())
    assert " ".join(tree.text_content().split()) == left
