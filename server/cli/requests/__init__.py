"""Requests for generated text, on the command line."""
