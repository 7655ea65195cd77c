"""What the project measures of itself: `make bench` runs these."""
