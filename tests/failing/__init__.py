"""Outlets that go wrong, each in its own way; the server that they ask is named by LAMP_URL."""
