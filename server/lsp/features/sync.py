"""didOpen, didChange, didSave, didClose: the editor's text becomes frozen documents.

All of these get their parameters as JSON and finish before the next message is looked at, so there is never a moment
in which text and version disagree.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from lsprotocol import types

from reread.analyzers import syntax
from reread.analyzers.languages.files import of_text
from reread.analyzers.text import Document
from reread.server.lsp.analysis import publish
from reread.server.lsp.analysis.comments import SLOT as COMMENTS
from reread.server.lsp.analysis.external import SLOT as EXTERNAL
from reread.server.lsp.analysis.index_findings import SLOT
from reread.server.lsp.documents.session import OpenDocument, Session
from reread.server.lsp.features import watch
from reread.server.lsp.transport import convert, uris
from reread.server.notebooks.files import ENDING

if TYPE_CHECKING:
    from reread.server.lsp.parts.parts import Parts

logger = logging.getLogger(__name__)

NO_CELLS = (
    "This editor does not send notebook cells, so notebooks are only searched for "
    "secrets. `reread check` checks the cells of notebooks."
)


def did_open(parts: Parts, params: Any) -> None:
    session, item = parts.session, params["textDocument"]
    uri, language_id = item["uri"], item.get("languageId")
    path = uris.path_of(uri)
    named = syntax.language_of(path or uri, language_id if isinstance(language_id, str) else "")
    language = of_text(named, path or uri, item["text"])
    document = Document(uri, item["text"], path=path, language=language, version=item.get("version"))
    opened = session.open(document)
    session.latest = opened.key
    parts.tidying.opened()
    if path.endswith(ENDING) and not session.client.notebooks:
        parts.client.show_once(NO_CELLS, types.MessageType.Info)
    adopt_findings(parts.session, opened)
    parts.index_findings.opened(opened)
    parts.schedule.across.texts_changed()
    parts.comments.look(opened)
    parts.configuration.ensure_started()
    if opened.folder.configured:
        parts.external.look(opened)
    if opened.folder.configured and opened.folder.settings.run != "manual":
        parts.schedule.request(opened)


def did_change(parts: Parts, params: Any) -> None:
    session, item = parts.session, params["textDocument"]
    opened = session.typed_in(item["uri"])
    if opened is None:
        logger.warning("a change of a document that is not open: %s", item["uri"])
        return
    encoding, version = session.client.encoding, item.get("version")
    for event in params["contentChanges"]:
        opened.change(convert.change_of(opened.document, event, encoding), version)
    check_after_change(parts, opened)


def check_after_change(parts: Parts, opened: OpenDocument) -> None:
    """Follows a change of a document or a notebook: checks it, or publishes its findings at their new places."""
    parts.session.latest = opened.key
    parts.tidying.touched()
    if not opened.folder.configured:
        return
    if opened.folder.settings.run == "on-type":
        parts.schedule.request(opened)
        parts.schedule.across.texts_changed()
        parts.index_findings.typed(opened.folder)
    else:
        parts.schedule.request_publish(opened)


def check_after_save(parts: Parts, opened: OpenDocument) -> None:
    """A check where the settings ask for one on save, or where the text had errors before."""
    if opened.broken:
        # How tree-sitter recovers from errors depends on the edits before; a saved file has the answer of its text.
        opened.start_over()
    run = opened.folder.settings.run
    if run == "on-save" or (run == "on-type" and opened.broken):
        parts.schedule.request(opened)
    if run == "on-save":
        parts.schedule.across.texts_changed()


def did_save(parts: Parts, params: Any) -> None:
    opened = parts.session.document(params["textDocument"]["uri"])
    if opened is None:
        return
    parts.session.latest = opened.key
    opened.unsaved = False
    check_after_save(parts, opened)
    parts.schedule.earlier.keep(opened)
    path = opened.document.path
    # Editors that watch files miss those in folders that were made a moment ago, and rules often are in one.
    if path and (watch.of_rules(path) or not parts.session.client.watch_files):
        watch.files_changed(parts, [path])
    if changed := parts.context.verdicts.saved(opened.document.uri, opened.document.text):
        parts.session.tasks.start(parts.context.verdicts.revised(changed), "fixes that were changed")
    parts.reviews.saved(opened)
    parts.index_findings.look(opened.folder)
    parts.external.look(opened)


def did_close(parts: Parts, params: Any) -> None:
    session, uri = parts.session, params["textDocument"]["uri"]
    before = session.document(uri)
    opened, left = session.close(uri), session.document(uri)
    if opened is not None and left is not None:
        _close_one_of_several(parts, opened, left, is_other=left is not before)
        return
    publish.clear(parts.client, opened.document.uri if opened is not None else uri)
    if opened is not None:
        parts.tidying.opened()
        parts.reviews.cancel(opened.key)
        keep_findings(parts.session, opened)
        parts.schedule.across.texts_changed()
        parts.index_findings.closed(opened)
        parts.unopened_files.closed(opened)


def _close_one_of_several(parts: Parts, closed: OpenDocument, left: OpenDocument, *, is_other: bool) -> None:
    """The file is still open, and if what was closed was in front, `left` is from now on."""
    if closed.document.uri != left.document.uri:
        publish.clear(parts.client, closed.document.uri)
    if is_other:
        left.published = None
        check_after_change(parts, left)


def keep_findings(session: Session, opened: OpenDocument) -> None:
    """Keeps a model's findings of a closed document, to show them again if it is reopened with the same text."""
    said = (findings for slot, findings in opened.slower.items() if slot not in (SLOT, EXTERNAL, COMMENTS))
    findings = tuple(finding for findings in said for finding in findings)
    if findings:
        session.unopened[opened.key] = (opened.document.sha256, findings)


def adopt_findings(session: Session, opened: OpenDocument) -> None:
    """Findings that a review had about the file while it was not open, if its text is still the same."""
    kept = session.unopened.pop(opened.key, None)
    if kept is None:
        return
    sha256, findings = kept
    if sha256 == opened.document.sha256 and findings:
        opened.slower["model:changes"] = findings


NOTIFICATIONS = {
    "textDocument/didChange": did_change,
    "textDocument/didOpen": did_open,
    "textDocument/didSave": did_save,
    "textDocument/didClose": did_close,
}
