"""What happens to a story, in order. `settings.py` numbers the stages; each file is the verb that it does.

In: stories and entries from a spider. Out: the same, a block of fields fuller, until they are records.
May import: `engine`, `extensions`, `runs`, `store`, `stories`.
"""
