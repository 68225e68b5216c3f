"""Generated texts: commit messages, summaries, answers about the code, and suggested tests."""
