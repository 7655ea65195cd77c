"""Spiders for runs that are killed."""
