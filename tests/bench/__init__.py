"""Measurements: `make bench`. Ratios to a peer or to a floor, taken in one run; nothing here asserts a time."""
