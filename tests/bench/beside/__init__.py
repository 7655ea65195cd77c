"""Reading and storing pages beside what a user would pick instead: `make bench-peers`."""
