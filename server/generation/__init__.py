"""Texts that a model generates: commit messages, summaries, answers about the code, and suggested tests."""
