"""The same reviewer for agents: a server of the Model Context Protocol. Enter by `application.py`."""
