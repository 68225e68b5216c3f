"""Files other than that of a finding: the current content of those that a fix edits, and of open ones."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from reread.analyzers.findings import Fix, OtherFile
from reread.analyzers.languages.files import of_text
from reread.analyzers.text import Document
from reread.server.lsp.transport import uris

if TYPE_CHECKING:
    from reread.server.lsp.analysis.schedule import Schedule
    from reread.server.lsp.documents.folders import Folder
    from reread.server.lsp.documents.session import OpenDocument, Session
    from reread.server.report.review import ReviewDocument


async def texts_of(session: Session, schedule: Schedule, opened: OpenDocument, fix: Fix) -> dict[str, Document] | str:
    """The other files that a fix edits, by the URIs of its edits; one line when one is not what the fix is for."""
    texts: dict[str, Document] = {}
    for file in fix.files:
        document = await _text_of(session, schedule, file, opened.folder)
        if document is None or document.sha256 != file.sha256:
            return f"{file.relative} has changed since the fix was made"
        texts[file.uri] = document
    return texts


def as_they_were(session: Session, texts: Mapping[str, Document]) -> bool:
    """Whether those of the files that are open have not been edited since."""
    return all(known.document is text for text in texts.values() if (known := session.document(text.uri)) is not None)


def open_documents(session: Session, folder: Folder, without: Iterable[str]) -> tuple[ReviewDocument, ...]:
    """The files of a folder that the editor has open: what they hold need not be on disk. Not those of some URIs."""
    from reread.server.report.review import ReviewDocument

    left_out = {uris.key(uri) for uri in without}
    return tuple(
        ReviewDocument(document.uri, document.path, folder.relative(document.path), document.language, document.text)
        for key, opened in session.documents.items()
        if key not in left_out and opened.folder is folder and folder.path and not folder.excludes(opened.document.path)
        for document in (opened.document,)
        if len(document.text) <= folder.settings.max_file_size
    )


async def _text_of(session: Session, schedule: Schedule, file: OtherFile, folder: Folder) -> Document | None:
    opened = session.document(uris.uri_of(file.path))
    if opened is not None:
        return opened.document
    return await schedule.in_thread(_on_disk, file, folder.settings.max_file_size, folder.path)


def _on_disk(file: OtherFile, limit: int, folder: str) -> Document | None:
    from reread.analyzers.syntax import language_of
    from reread.server import textfile

    try:
        text = textfile.read(file.path, limit, folder).text
    except textfile.UnreadableFileError:
        return None
    language = of_text(language_of(file.path), file.path, text)
    return Document(uris.uri_of(file.path), text, path=file.path, language=language)
