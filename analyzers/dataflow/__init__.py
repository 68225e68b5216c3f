"""Data-flow analysis: an abstract interpreter over a common intermediate representation, with function summaries."""
