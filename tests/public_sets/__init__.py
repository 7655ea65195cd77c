"""The public sets, fetched and converted to the form of CONTRIBUTING: `make corpora`."""
