"""What Scrapy’s engine calls of ours, apart from the spiders: the guarded download handler, robots.txt, the spider
loader, the workers that read, answers.

May import: `extensions`, `runs`, `store`, `stories`."""
