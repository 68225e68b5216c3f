"""Notebooks: their code cells as one text, whose lines are known by cell."""
