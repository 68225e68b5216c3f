"""The worker: a separate process for the index and the model clients, whose imports alone take seconds.

`client.Worker` is what the language server and the command line hold; `host` is the other end of the pipes.
"""
