"""The kinds of findings: one file per kind, found by itself. `KIND` says all about it, and `find` finds it."""
