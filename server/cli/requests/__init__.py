"""Asking a model for a text, on the command line."""
