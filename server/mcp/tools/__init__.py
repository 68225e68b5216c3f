"""The tools, one module per group, found by file name: each module's `add` adds its tools to a server."""
