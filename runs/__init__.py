"""A run of a spider: what it counted and lost, its verdict, its lock, and when each address is due again.

In: what became of each address. Out: rows of the run, its verdict, the addresses that are due.
May import: `store`, `stories`.
"""
