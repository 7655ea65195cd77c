"""What Scrapy’s engine calls of ours, apart from the spiders: the guarded download handler, robots.txt, the spider
loader, the workers that read, answers.

In: requests, bytes. Out: responses, what a function reads of a page in another process.
May import: `extensions`, `store`, `stories`.
"""
