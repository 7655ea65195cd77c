"""Whether the tests notice a rule that was broken: `make mutate` breaks one line at a time in a copy of the tree."""
