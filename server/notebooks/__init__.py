"""Notebooks: their code cells as one text that maps lines to cells."""
