"""Rules written in Python, for what patterns cannot say: one file per rule, with definition, examples and check.

A file without a leading `_` is a rule and found by itself. `docs/writing-rules.md` says how to write one.
"""
