"""What a story is, and how its text is read. Pure functions over text and bytes; nothing here imports Scrapy.

In: pages. Out: what they say: bodies, metadata, dates, quotes, entries, and what makes two texts one story.
May import: nothing of ours.
"""
