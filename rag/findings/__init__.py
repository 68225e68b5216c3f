"""Findings from the index, which need the whole workspace but no model."""
