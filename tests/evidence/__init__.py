"""Bundles of evidence: made, looked at, and broken in every way."""
