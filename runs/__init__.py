"""A run of a spider: what it counted and lost, its verdict, its lock, and when each address is due again.

May import: `store`, `stories`."""
