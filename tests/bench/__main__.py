"""Every measurement, one after the other; about five minutes; those of the gold set come first, and need no corpora."""

from tests.bench import gold, identity, pages, quotes

gold.main()
pages.main()
quotes.main()
identity.main()
