"""English by learned weights: the candidates of each decision, their features, the choice, verification."""
