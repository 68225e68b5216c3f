"""The server for coding agents, by the Model Context Protocol. The entry point is `application.py`."""
