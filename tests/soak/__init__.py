"""What takes minutes when it is done in full, by `make soak`; `make test` does a little of it."""
