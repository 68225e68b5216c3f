"""The language server: LSP in front of the engine, one module for each part of the protocol.

`main.run` starts it. `documents.session.Session` is the only mutable state and belongs to the event loop;
`transport.convert` is the only place that knows both our findings and LSP's diagnostics.
"""
