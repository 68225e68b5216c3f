"""One file a command, found by its name: `SUMMARY`, `add_arguments(parser)` and `run(arguments)` → exit code."""
