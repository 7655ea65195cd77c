"""How the weights of the quote reader are learned: an annotated corpus in, `stories/quotes/english.weights` out.

May import: `stories`. No part of a run: nothing imports it."""
