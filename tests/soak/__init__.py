"""What takes minutes: run by `make soak`, not by `make test`."""
