"""Open notebooks: notebookDocument/didOpen, didChange, didSave, didClose.

All Python cells of a notebook are one open document, whose text they are joined to; its key and its URI are those of
the notebook. `transport/cells.py` turns places in cells into places there and back.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from reread.analyzers.text import Document, difference
from reread.server.lsp.analysis import publish
from reread.server.lsp.documents.session import OpenDocument
from reread.server.lsp.features import sync
from reread.server.lsp.transport import convert, uris
from reread.server.lsp.transport.notebook import PYTHON, Notebook
from reread.server.notebooks.magics import is_foreign

if TYPE_CHECKING:
    from reread.server.lsp.parts.parts import Parts

logger = logging.getLogger(__name__)

CODE = 2
"""`NotebookCellKind.Code`."""


def did_open(parts: Parts, params: Any) -> None:
    session, item = parts.session, params["notebookDocument"]
    uri = item["uri"]
    notebook = Notebook(uris.key(uri), uri, session.client.encoding)
    notebook.order = [(cell["document"], cell.get("kind") == CODE) for cell in item.get("cells") or ()]
    _take(notebook, params.get("cellTextDocuments"))
    for cell_uri, _ in notebook.order:
        # A client may have opened a cell as a document of its own before it told of the notebook.
        alone = session.documents.pop(uris.key(cell_uri), None)
        if alone is not None:
            publish.clear(parts.client, alone.document.uri)
    path = uris.path_of(uri)
    document = Document(uri, notebook.join(), path=path, language=PYTHON, version=item.get("version"))
    opened = session.documents[notebook.key] = OpenDocument(notebook.key, document, session.folder_of(path))
    session.notebooks[notebook.key] = notebook
    session.latest = notebook.key
    _say_passed_over(parts, notebook)
    parts.tidying.opened()
    sync.adopt_findings(session, opened)
    parts.configuration.ensure_started()
    if opened.folder.configured and opened.folder.settings.run != "manual":
        parts.schedule.request(opened)


def did_change(parts: Parts, params: Any) -> None:
    session, item = parts.session, params["notebookDocument"]
    notebook = session.notebooks.get(uris.key(item["uri"]))
    if notebook is None:
        logger.warning("a change of a notebook that is not open: %s", item["uri"])
        return
    opened = session.documents[notebook.key]
    cells = params["change"].get("cells") or {}
    if structure := cells.get("structure"):
        _restructure(parts, notebook, structure)
    for edited in cells.get("textContent") or ():
        _edit(parts, notebook, edited)
    change = difference(opened.document.text, notebook.join())
    opened.change(change, item.get("version"))
    sync.check_after_change(parts, opened)


def did_save(parts: Parts, params: Any) -> None:
    opened = parts.session.document(params["notebookDocument"]["uri"])
    if opened is not None:
        sync.check_after_save(parts, opened)


def did_close(parts: Parts, params: Any) -> None:
    session = parts.session
    key = uris.key(params["notebookDocument"]["uri"])
    opened, notebook = session.documents.pop(key, None), session.notebooks.pop(key, None)
    for cell in notebook.documents.values() if notebook is not None else ():
        publish.clear(parts.client, cell.uri)
    if opened is not None:
        parts.tidying.opened()
        parts.reviews.cancel(opened.key)
        sync.keep_findings(session, opened)


def _restructure(parts: Parts, notebook: Notebook, structure: Any) -> None:
    array = structure["array"]
    added = [(cell["document"], cell.get("kind") == CODE) for cell in array.get("cells") or ()]
    start = array["start"]
    notebook.order[start : start + array["deleteCount"]] = added
    _take(notebook, structure.get("didOpen"))
    for closed in structure.get("didClose") or ():
        if notebook.documents.pop(uris.key(closed["uri"]), None) is not None:
            publish.clear(parts.client, closed["uri"])


def _edit(parts: Parts, notebook: Notebook, edited: Any) -> None:
    key, encoding = uris.key(edited["document"]["uri"]), parts.session.client.encoding
    document = notebook.documents.get(key)
    if document is None:
        logger.warning("a change of a cell that is not open: %s", edited["document"]["uri"])
        return
    for event in edited["changes"]:
        document = document.changed(convert.change_of(document, event, encoding), edited["document"].get("version"))
    notebook.documents[key] = document


def _take(notebook: Notebook, items: Iterable[Any] | None) -> None:
    for item in items or ():
        language = item.get("languageId") or PYTHON
        document = Document(item["uri"], item["text"], language=language, version=item.get("version"))
        notebook.documents[uris.key(item["uri"])] = document


def _say_passed_over(parts: Parts, notebook: Notebook) -> None:
    """Cells in other languages are not checked, and the log says so."""
    code = sum(is_code for _, is_code in notebook.order)
    others = code - sum(not is_foreign(cell.text) for cell in notebook.cells)
    if others:
        count = f"{others} code cell{'' if others == 1 else 's'}"
        parts.client.log(f"{notebook.uri}: not checked: {count} in other languages")


NOTIFICATIONS = {
    "notebookDocument/didOpen": did_open,
    "notebookDocument/didChange": did_change,
    "notebookDocument/didSave": did_save,
    "notebookDocument/didClose": did_close,
}
