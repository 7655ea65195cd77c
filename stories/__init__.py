"""What a story is, and how its text is read. Pure functions over text and bytes; nothing here imports Scrapy."""
