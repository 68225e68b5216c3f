"""The language's own server in the tests of Emacs: says one thing about each file."""

from __future__ import annotations

from lsprotocol import types
from pygls.lsp.server import LanguageServer

server = LanguageServer("own", "1")


@server.feature(types.TEXT_DOCUMENT_DID_OPEN)
def opened(params: types.DidOpenTextDocumentParams) -> None:
    place = types.Range(types.Position(0, 0), types.Position(0, 3))
    found = [types.Diagnostic(place, "said by the language's own server")]
    server.text_document_publish_diagnostics(types.PublishDiagnosticsParams(params.text_document.uri, found))


server.start_io()
