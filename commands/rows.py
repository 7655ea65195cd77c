"""How many rows a command shows."""

import argparse

LARGEST_NUMBER = 10**9


def number_of_rows(text: str) -> int:
    """The value of --rows. Raises ArgumentTypeError for what is no number of rows."""
    if text.isdecimal() and 1 <= int(text) <= LARGEST_NUMBER:
        return int(text)
    raise argparse.ArgumentTypeError(f"{text!r} is no number of rows from 1 to {LARGEST_NUMBER}")
