"""Findings that are added to those of rules: from the index, and from other tools."""
