"""The worker: a separate process for the index and the model clients, whose imports alone take seconds.

The language server and the command line use `client.Worker`; `host` is the other end of the pipes.
"""
