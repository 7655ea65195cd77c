"""Attributions by rule, for every language with a table, and for English without weights."""
