"""One text under review: what is sent, and how findings about it reach the document as it is by then."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from reread.analyzers import syntax
from reread.analyzers.findings import Finding, with_fingerprints
from reread.analyzers.text import Change, Document, Span
from reread.server.lsp.analysis import publish
from reread.server.lsp.documents.finding_tracking import moved_through
from reread.server.lsp.documents.git_base import with_line_endings
from reread.server.lsp.transport import uris

if TYPE_CHECKING:
    from reread.server.lsp.analysis.folders import Folder
    from reread.server.lsp.features.context import Context
    from reread.server.lsp.session import OpenDocument
    from reread.server.review.values import ReviewDocument


class Target:
    """A document under review. `kind` names the slot that its findings are kept in: "file" or "changes"."""

    def __init__(
        self,
        context: Context,
        opened: OpenDocument | None,
        kind: str,
        *,
        document: Document | None = None,
        folder: Folder | None = None,
        selection: Span | None = None,
        base_text: str | None = None,
    ) -> None:
        self._context = context
        self._opened = opened
        self._kind = kind
        self._selection = selection
        self.changes: list[Change] = []
        self._found: list[Finding] = []
        if opened is not None:
            document, folder = opened.document, opened.folder
            opened.followers.append(self.changes)
        assert document is not None and folder is not None
        self.document = document
        self.base_text = with_line_endings(base_text, document.text) if base_text is not None else None
        self._folder = folder

    @classmethod
    def of_path(cls, context: Context, folder: Folder, path: str, base: str | None) -> list[Target]:
        """The target for a file: what the editor has of it, else what is on disk; none for what cannot be read."""
        from reread.server import textfile

        uri = uris.uri_of(path)
        opened = context.session.document(uri)
        if opened is not None:
            return [cls(context, opened, "changes", base_text=base)]
        language = syntax.language_of(path)
        try:
            text = textfile.read(path, folder.settings.max_file_size, folder.path).text if language else ""
        except textfile.UnreadableFileError:
            return []
        document = Document(uri, text, path=path, language=language)
        return [cls(context, None, "changes", document=document, folder=folder, base_text=base)] if language else []

    @property
    def uri(self) -> str:
        return self.document.uri

    @property
    def folder(self) -> Folder:
        return self._folder

    def as_request(self) -> ReviewDocument:
        """What is sent to the worker."""
        from reread.server.review.values import ReviewDocument

        document = self.document
        return ReviewDocument(
            uri=document.uri,
            path=document.path,
            relative=self._folder.relative(document.path),
            language=document.language,
            text=document.text,
            base_text=self.base_text,
            selection=(self._selection.start, self._selection.end) if self._selection is not None else None,
        )

    def add(self, finding: Finding) -> None:
        """Show one finding more, ahead of the outcome."""
        self._found.append(finding)
        self._show([*self._kept(), *self._placed([finding])])

    def replace(self, findings: Iterable[Finding], *, complete: bool) -> None:
        """Show the outcome in place of all that was shown of this kind before; of a part only, beside it."""
        outcome = self._placed(findings)
        before = self._kept() if not complete or self._selection is not None else []
        if self._selection is not None and complete:
            before = [finding for finding in before if not self._is_selected(finding)]
        self._show([*before, *outcome], replaces=complete and self._selection is None)

    def release(self) -> None:
        """Follow the document no longer."""
        if self._opened is not None and self.changes in self._opened.followers:
            self._opened.followers[:] = [one for one in self._opened.followers if one is not self.changes]

    def _placed(self, findings: Iterable[Finding]) -> list[Finding]:
        """The findings where their text is now, without those whose text was touched."""
        path = self._folder.relative(self.document.path)
        named = [
            finding if finding.fingerprint else with_fingerprints([finding], self.document, path)[0]
            for finding in findings
        ]
        return [found for finding in named if (found := moved_through(finding, self.changes))]

    def _kept(self) -> list[Finding]:
        opened = self._live()
        if opened is not None:
            return list(opened.slower.get(self._slot, ()))
        known = self._context.session.unopened.get(uris.key(self.uri))
        return list(known[1]) if known is not None and known[0] == self.document.sha256 else []

    def _is_selected(self, finding: Finding) -> bool:
        found = moved_through(finding._replace(span=self._selection or finding.span, fixes=()), self.changes)
        return found is not None and (found.span.overlaps(finding.span) or found.span.contains(finding.span))

    @property
    def _slot(self) -> str:
        return "model:changes" if self._kind == "changes" else "model:file"

    def _live(self) -> OpenDocument | None:
        """The open document that the findings belong to: the one reviewed, or one opened since with the same text."""
        opened = self._context.session.documents.get(uris.key(self.uri))
        if opened is self._opened:
            return opened
        return opened if opened is not None and opened.document.sha256 == self.document.sha256 else None

    def _show(self, findings: list[Finding], *, replaces: bool = False) -> None:
        findings = list({finding.fingerprint: finding for finding in findings}.values())
        opened = self._live()
        if opened is not None:
            opened.slower[self._slot] = tuple(findings)
            if replaces and self._slot == "model:file":
                opened.slower.pop("model:changes", None)
            self._context.schedule.request_publish(opened)
        elif self._opened is None and self._context.session.documents.get(uris.key(self.uri)) is None:
            self._context.session.unopened[uris.key(self.uri)] = (self.document.sha256, tuple(findings))
            publish.publish_unopened(self._context.client, self.document, findings)
