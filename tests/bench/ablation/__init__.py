"""What each named rule wins and loses on the known pages: `make ablate`."""
