"""The command line. Each module of `commands` is a command; the other modules are shared."""
