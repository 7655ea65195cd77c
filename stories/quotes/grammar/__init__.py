"""Phrases, clauses and subjects beside a verb: what could be a source, before anything is chosen."""
