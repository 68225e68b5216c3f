"""A text under review, and how findings about it are moved to the current document."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from reread.analyzers import syntax
from reread.analyzers.findings import Finding, with_fingerprints
from reread.analyzers.text import Document, Span, TextChange
from reread.server.lsp.analysis import publish
from reread.server.lsp.documents.finding_tracking import moved_through
from reread.server.lsp.documents.git_base import with_line_endings
from reread.server.lsp.transport import uris

if TYPE_CHECKING:
    from reread.server.lsp.documents.folders import Folder
    from reread.server.lsp.documents.session import OpenDocument
    from reread.server.lsp.parts.context import Context
    from reread.server.report.review import ReviewDocument

_SLOTS = {"file": "model:file", "changes": "model:changes"}
"""Where findings are kept, by the kind of review."""


class Target:
    """A document under review. `kind` names the slot of its findings: "file" or "changes"."""

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
        self.changes: list[TextChange] = []
        self._found: list[Finding] = []
        # Those of the text under review: it may be edited before the request is made.
        self._hints = opened.findings() if opened is not None else []
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
        """The document as sent to the worker."""
        from reread.server.report.review import ReviewDocument, leads_of

        document = self.document
        return ReviewDocument(
            uri=document.uri,
            path=document.path,
            relative=self._folder.relative(document.path),
            language=document.language,
            text=document.text,
            base_text=self.base_text,
            selection=(self._selection.start, self._selection.end) if self._selection is not None else None,
            leads=leads_of(self._hints),
        )

    def add(self, finding: Finding) -> None:
        """Show one finding more, ahead of the outcome."""
        self._found.append(finding)
        self._show(self._placed(self._found), self._recorded())

    def replace(self, findings: Iterable[Finding], *, complete: bool) -> None:
        """Show the outcome in place of all that was shown of this kind before; of a part only, beside it."""
        outcome = self._placed(findings)
        before = self._recorded() if not complete or self._selection is not None else []
        if self._selection is not None and complete:
            before = [finding for finding in before if not self._is_selected(finding)]
        self._show(outcome, before, replaces=complete and self._selection is None)

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

    def _recorded(self) -> list[Finding]:
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
        return _SLOTS.get(self._kind, "model:file")

    def _live(self) -> OpenDocument | None:
        """The open document that the findings belong to: the one reviewed, or one opened since with the same text."""
        opened = self._context.session.documents.get(uris.key(self.uri))
        if opened is self._opened:
            return opened
        return opened if opened is not None and opened.document.sha256 == self.document.sha256 else None

    def _show(self, found: list[Finding], before: list[Finding], *, replaces: bool = False) -> None:
        """Show what was found by now, and of what was `before` as much as the profile leaves room for in a file."""
        opened = self._live()
        slots = {self._slot: self._best(found, before)}
        if opened is not None:
            others = [slot for slot in _SLOTS.values() if slot in opened.slower and slot != self._slot]
            for slot in others:
                gone = replaces and self._kind != "changes"
                slots[slot] = [] if gone else self._best((), opened.slower[slot], beside=slots[self._slot])
            opened.slower.update({slot: tuple(findings) for slot, findings in slots.items()})
            self._context.schedule.request_publish(opened)
        elif self._opened is None and self._context.session.documents.get(uris.key(self.uri)) is None:
            findings = slots[self._slot]
            self._context.session.unopened[uris.key(self.uri)] = (self.document.sha256, tuple(findings))
            publish.publish_unopened(self._context.client, self.document)

    def _best(
        self, found: Iterable[Finding], before: Iterable[Finding], beside: Sequence[Finding] = ()
    ) -> list[Finding]:
        """The best of what was found, and then of what was before, up to the limit of a file less those `beside`."""
        from reread.analyzers.review.answer.worth import best

        named = {finding.fingerprint for finding in beside}
        new = {each.fingerprint: each for each in found}
        old = {each.fingerprint: each for each in before if each.fingerprint not in new.keys() | named}
        per_file = self._folder.settings.review.selection.per_file
        most = max(0, per_file - len(beside)) if per_file else len(new) + len(old)
        return [*best(new.values(), most), *best(old.values(), most - min(most, len(new)))]
