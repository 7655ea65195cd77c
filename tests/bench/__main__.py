"""Every measurement, one after the other."""

from tests.bench import pages, quotes

pages.main()
quotes.main()
