"""For scrapyd-deploy, which builds eggs by this file; everything is in pyproject.toml."""

from setuptools import setup

setup()
