"""Answers as models write them on their bad days, replayed, and what must come of them by a judge of its own."""
