"""The interfaces for people and editors: the language server, the worker process and the command line."""

__version__ = "0.1.0"
