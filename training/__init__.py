"""How the weights of the quote reader are learned. No part of a run: nothing imports it.

In: an annotated corpus. Out: `stories/quotes/english.weights`.
May import: `stories`.
"""
