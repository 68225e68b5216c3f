"""One file a command, found by its name: `SUMMARY`, `Options`, `add_arguments(parser)`, `run(options)` → exit code."""
