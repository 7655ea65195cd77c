"""The version of Cuttings, said here alone: `pyproject.toml` reads it, and what is fetched, kept and bundled names it."""

VERSION = "0.1.0"
