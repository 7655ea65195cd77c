"""Where pages are found: one file an outlet, named like its spider. See CONTRIBUTING for how to add one.

In: an outlet's facts, what earlier runs left, answers. Out: requests, unread stories, entries.
May import: `engine`, `extensions`, `runs`, `store`, `stories`.
"""
