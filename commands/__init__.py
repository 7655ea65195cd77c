"""One-off jobs: `python -m scrapy` lists them."""
