"""What happens to a story, in order. `settings.py` numbers the stages; each file is the verb that it does."""
