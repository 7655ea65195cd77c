"""What Scrapy’s engine calls of ours, apart from the spiders: the guarded download handler, the spider loader, answers.

May import: `extensions`, `runs`, `store`, `stories`."""
