"""Interprocedural analysis of a file: function summaries and what depends on them."""
