"""Where each public set is fetched from: an archive of its repository as it stands today."""

ADDRESSES = {
    "aeb": "https://github.com/scrapinghub/article-extraction-benchmark/archive/HEAD.zip",
    "fundus": "https://github.com/flairNLP/fundus/archive/HEAD.zip",
    "traf": "https://github.com/adbar/trafilatura/archive/HEAD.zip",
    "htmldate": "https://github.com/adbar/htmldate/archive/HEAD.zip",
    "polnear": "https://github.com/networkdynamics/PolNeAR/archive/HEAD.zip",
    "wikinews": "https://github.com/uhh-lt/german-news-quotation-attribution-2024/archive/HEAD.zip",
}
