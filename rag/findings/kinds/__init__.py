"""The kinds of findings: one file a kind, found by itself. `KIND` says all about it, and `find` finds it."""
