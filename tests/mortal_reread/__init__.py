"""A reading again that is killed."""
