"""The command line. Each module of `commands` is one command; the rest is what they share."""
