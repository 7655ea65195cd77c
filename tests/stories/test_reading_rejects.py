"""Pages that are no stories say why; stories about such pages are stories."""

import json

import pytest
from lxml.html import document_fromstring

from spiders.bbc import BBC
from stories.extraction.consent import drop_consent
from stories.extraction.reading import read
from stories.outlet import Layout, Outlet
from stories.page import Page
from tests.stories.making import FETCHED, PARAGRAPHS, html, paragraphs, reading

SHORT = paragraphs(PARAGRAPHS[:1])
TEASERS = "".join(
    f"<h3><a href='/a/{n}'>Story number {n} of the coast</a></h3><p>Summary {n}.</p>" for n in range(20)
)


def ld(kind: str, **fields: object) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": kind, **fields})}</script>'


REJECTED = {
    "a challenge": (
        html(
            "<h1>coastpress.example</h1><p>Checking your browser before you go on.</p>",
            title="Just a moment...",
        ),
        "https://coastpress.example/a/1",
        "challenge page",
    ),
    "a consent wall": (
        html(
            "<h1>Before you continue</h1><p>We and our 812 partners would like to store things on your device.</p>"
        ),
        "https://coastpress.example/a/1",
        "consent wall",
    ),
    "a consent host": (html(), "https://consent.coastpress.example/v2?next=a", "consent wall"),
    "a German consent wall": (
        html(
            "<h1>Willkommen</h1><p>Mit Werbung lesen oder ein Abo nehmen: Wer keine Werbung mag, nimmt eins.</p>"
        ),
        "https://coastpress.example/a/1",
        "consent wall",
    ),
    "a missing page": (
        html("<p>Sorry.</p>", title="404 - page not found"),
        "https://coastpress.example/a/1",
        "error page",
    ),
    "a video": (
        html(SHORT, "<meta property='og:type' content='video.other'>"),
        "https://coastpress.example/a/1",
        "video page",
    ),
    "a video by its data": (
        html(SHORT, ld("VideoObject", name="x")),
        "https://coastpress.example/a/1",
        "video page",
    ),
    "a video by its address": (html(SHORT), "https://coastpress.example/videos/ferry-in-storm", "video page"),
    "a gallery": (html(SHORT, ld("ImageGallery")), "https://coastpress.example/a/1", "gallery"),
    "a front page": (html(TEASERS), "https://coastpress.example/", "index page"),
    "a section": (html(TEASERS), "https://coastpress.example/harbour", "index page"),
    "a stub by its data": (
        html(SHORT, ld("NewsArticle", isAccessibleForFree=False)),
        "https://coastpress.example/a/1",
        "paywall stub",
    ),
    "a stub by its words": (
        html(SHORT + "<div>Subscribe to continue reading</div>"),
        "https://coastpress.example/a/1",
        "paywall stub",
    ),
    "a French stub": (
        html(SHORT + "<div>La suite est réservée aux abonnés.</div>"),
        "https://coastpress.example/a/1",
        "paywall stub",
    ),
    "a longer stub, by its data and its words": (
        html(
            paragraphs(PARAGRAPHS * 2) + "<div>Already a subscriber? Log in</div>",
            ld("NewsArticle", isAccessibleForFree=False),
        ),
        "https://coastpress.example/a/1",
        "paywall stub",
    ),
    "a missing page by its title element alone": (
        html(
            "<h1>Sorry, it is gone</h1><p>It may have been moved.</p>", title="Page not found | Coast Press"
        ),
        "https://coastpress.example/a/1",
        "error page",
    ),
    "a page that sends readers on": (
        html(
            "<p>If nothing happens, <a href='/b'>go on from here</a> please.</p>",
            "<meta http-equiv='refresh' content='0; URL=https://coastpress.example/b'>",
            title="Moving on",
        ),
        "https://coastpress.example/a/1",
        "no text",
    ),
    "words in no sentences": (
        html(f"<article><p>{'ferry harbour crew canteen ' * 60}</p></article>"),
        "https://coastpress.example/a/1",
        "no text",
    ),
    "nothing": (html("<h1>Ferry stays in port</h1>"), "https://coastpress.example/a/1", "no text"),
}


@pytest.mark.parametrize("name", REJECTED)
def test_rejected(name):
    text, url, reason = REJECTED[name]
    found = reading(text, url)
    assert (found.reject, bool(found.detail)) == (reason, True)


SCRIPTS = {
    "Urdu": "بندرگاہ کے دفتر نے کہا کہ کشتی پیر کے دن نہیں چلی کیونکہ عملہ کم تھا۔",
    "Thai": "สำนักงานท่าเรือกล่าวว่าเรือข้ามฟากไม่ได้ออกในวันจันทร์เพราะลูกเรือไม่พอ",
    "Lao": "ຫ້ອງການທ່າເຮືອກ່າວວ່າເຮືອບໍ່ໄດ້ອອກໃນວັນຈັນຍ້ອນລູກເຮືອບໍ່ພຽງພໍ",
    "Khmer": "ការិយាល័យកំពង់ផែបាននិយាយថាសាឡាងមិនបានចេញដំណើរនៅថ្ងៃចន្ទទេ។",
    "Armenian": "Նավահանգստի գրասենյակն ասաց, որ լաստանավը երկուշաբթի օրը չի մեկնել։",
    "Amharic": "የወደብ ጽሕፈት ቤቱ ጀልባዋ ሰኞ ዕለት እንዳልተነሳች ተናገረ።",
    "Tibetan": "གྲུ་ཁའི་ལས་ཁུངས་ཀྱིས་གཟའ་ཟླ་བའི་ཉིན་གྲུ་མ་འགྲོ་བ་བཤད་སོང་།",
    "Burmese": "ဆိပ်ကမ်းရုံးက ကူးတို့သင်္ဘော တနင်္လာနေ့က မထွက်ခဲ့ဟု ပြောသည်။",
}


@pytest.mark.parametrize("script", SCRIPTS)
def test_every_script_has_sentences(script):
    texts = [f"{SCRIPTS[script]} {number} {SCRIPTS[script]}" for number in range(20)]
    assert reading(html(paragraphs(texts))).reject == ""


LISTED = "".join(f"<h3><a href='/a/{n}'>Story number {n} of the coast</a></h3>" for n in range(20))


@pytest.mark.parametrize(
    ("url", "text"),
    [
        ("https://coastpress.example/?p=2895", html(paragraphs(PARAGRAPHS) + LISTED)),
        ("https://coastpress.example/", html(paragraphs(PARAGRAPHS))),
        ("https://coastpress.example/b/FERRY", html(f"<main>{paragraphs(PARAGRAPHS[:2])}</main>{LISTED}")),
    ],
    ids=["a plain permalink", "a front page of one story", "two paragraphs beside many headings"],
)
def test_a_story_is_no_index(url, text):
    assert reading(text, url).reject == ""


STORY = paragraphs(PARAGRAPHS * 2)
STORIES = {
    "about consent": html(f"<h1>Cookie consent: what the new law asks</h1>{STORY}"),
    "about access denied": html(f"<h1>Access denied: how a port lost its ferry</h1>{STORY}"),
    "behind a metered wall": html(STORY, ld("NewsArticle", isAccessibleForFree=False)),
    "with a video": html(STORY, ld("VideoObject", name="x")),
    "with many teasers": html(f"<article>{STORY}</article>{TEASERS}", ld("NewsArticle")),
    "short": html(paragraphs(PARAGRAPHS[:2])),
}


@pytest.mark.parametrize("name", STORIES)
def test_not_rejected(name):
    assert reading(STORIES[name]).reject == ""


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/news/live/world-00000001", "live page"),
        ("/news/av/world-00000001", "video page"),
        ("/news/videos/c000000000ao", "video page"),
        ("/news/topics/c000000000at", "index page"),
        ("/news/articles/c000000000ao", ""),
        ("/news/uk-england-delivery-00000001", ""),
    ],
)
def test_an_outlet_knows_its_addresses(path, reason):
    assert reading(html(), f"https://www.bbc.com{path}", BBC).reject == reason


def test_an_outlet_knows_its_layouts():
    outlet = Outlet(name="coast", layouts=(Layout("films", matches=".film", reject="video page"),))
    found = reading(html("<div class='film'></div>" + STORY), outlet=outlet)
    assert (found.reject, found.detail) == ("video page", "coast films")


@pytest.mark.parametrize(
    ("payload", "reject"),
    [
        (b"", "empty page"),
        (b" \0\n", "empty page"),
        (b"%PDF-1.7 a", "not HTML"),
        (b"\x01\x02" * 500, "not HTML"),
        (b"<p %s>" % (b" a1='2345678901234567890123456789'" * 6000), "too large"),
    ],
    ids=range(5),
)
def test_what_is_no_page(payload: bytes, reject: str) -> None:
    assert read(Page("https://coastpress.example/a/1", payload, FETCHED), Outlet()).reject == reject


@pytest.mark.parametrize(("size", "dropped"), [(1, True), (9, False)])
def test_a_box_named_for_consent_that_is_long_stays(size: int, dropped: bool) -> None:
    asks = "<div>We use cookies to remember you on this site and on others. <button>Accept</button></div>"
    named = f"<div class='consent'>{asks}<section>{' '.join(PARAGRAPHS * size)}</section></div>"
    tree = document_fromstring(f"<div><h1>Ferry stays in port</h1>{paragraphs(PARAGRAPHS)}</div>{named}")
    assert drop_consent(tree).startswith("We use cookies")
    assert (tree.find(".//section") is None) == dropped
