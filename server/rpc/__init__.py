"""What the server and the worker say to each other, and what a request can fail with."""
