"""One module for each group of tools, found by itself: its `add` gives the tools to a server."""
