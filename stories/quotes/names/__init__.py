"""The names of a text: where each stands, whose it is, what tells a person; by the ways of each script and language."""
