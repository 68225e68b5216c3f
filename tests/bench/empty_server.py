"""The floor: a pygls server that does nothing but answer each edit, with one diagnostic where it was after every even version."""

from __future__ import annotations

from lsprotocol import types
from pygls.lsp.server import LanguageServer

server = LanguageServer("empty", "1")


def publish(uri: str, version: int, line: int = 0) -> None:
    somewhere = types.Range(types.Position(line, 0), types.Position(line, 1))
    diagnostics = [types.Diagnostic(somewhere, "even")] if version % 2 == 0 else []
    server.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, diagnostics, version))


@server.feature(types.TEXT_DOCUMENT_DID_OPEN)
def opened(params: types.DidOpenTextDocumentParams) -> None:
    publish(params.text_document.uri, params.text_document.version)


@server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
def changed(params: types.DidChangeTextDocumentParams) -> None:
    change = params.content_changes[0]
    assert isinstance(change, types.TextDocumentContentChangePartial)
    publish(params.text_document.uri, params.text_document.version, change.range.start.line)


if __name__ == "__main__":
    server.start_io()
