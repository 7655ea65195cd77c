"""Every measurement, one after the other; about five minutes."""

from tests.bench import identity, pages, quotes

pages.main()
quotes.main()
identity.main()
