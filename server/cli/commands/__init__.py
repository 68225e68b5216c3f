"""One file per command, by name: `SUMMARY`, `Options`, `add_arguments(parser)`, `run(options)` → exit code."""
