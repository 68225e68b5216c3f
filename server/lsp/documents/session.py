"""The only mutable state of the server. It belongs to the event loop: nothing else reads or writes it."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from typing import TYPE_CHECKING, TypeAlias

from reread.analyzers.findings import Finding, Fix, Source, sort_key
from reread.analyzers.model_duplicates import without_repeated
from reread.analyzers.roles import Role
from reread.analyzers.suppressions import is_suppressed
from reread.analyzers.syntax import SyntaxTree, parse
from reread.analyzers.text import Document, TextChange
from reread.server.lsp.documents.finding_tracking import moved, moved_through
from reread.server.lsp.documents.folders import Folder
from reread.server.lsp.documents.reviewed import ReviewedDefinitions
from reread.server.lsp.transport import uris
from reread.server.lsp.transport.capabilities import ClientCapabilities
from reread.server.lsp.transport.tasks import Tasks

if TYPE_CHECKING:
    from reread.analyzers.engine.analysis import Analysis
    from reread.server.lsp.transport.notebook import Notebook


Bodies: TypeAlias = dict[tuple[object, ...], bytes]
"""The JSON of diagnostics that were sent to one client, without their ranges."""

MOST_PENDING = 1_000
"""Changes since the last analysis that are remembered: where rules wait for a save, there may be very many."""

MOST_BEHIND = 10
"""Documents of one file besides the one in front: a client that never closes any must not cost ever more memory."""


class OpenDocument:
    """A document that is open in the editor, and its state.

    `analysis` is of the text before the changes in `pending`, by the rules of `analysis_generation` of its folder.
    `slower` has the findings of all sources but the rules, by slot ("model:file", ...), always placed in the current
    `document`. `followers` are lists that get every change from now on. `wanted` says that an analysis is to be made,
    `running` is the one that is being made in a thread. `unsaved` is true from an edit to the next save. `verified`
    says why fixes of the findings in that document must not be offered ("" for good ones). `pulled` is the version that
    a client pulled diagnostics of, and their result id. `recalled` are the findings that rules had in this text before,
    until they have looked again. `behind` are documents of the same file that are open as well.
    """

    def __init__(self, key: str, document: Document, folder: Folder) -> None:
        self.key = key
        self.document = document
        self.folder = folder
        self.analysis: Analysis | None = None
        self.analysis_generation = -1
        self.pending: list[TextChange] = []
        self.slower: dict[str, tuple[Finding, ...]] = {}
        self.followers: list[list[TextChange]] = []
        self.published: bytes | None = None
        self.pulled: tuple[int | None, str] | None = None
        self.scheduled = False
        self.wanted = False
        self.running: asyncio.Task[None] | None = None
        self.unsaved = False
        self.behind: list[OpenDocument] = []
        self.verified: tuple[Document, dict[tuple[Finding, Fix], str]] = (document, {})
        self._rules: tuple[Finding, ...] = ()
        self.recalled: tuple[Finding, ...] | None = None
        self._moved = 0

    @property
    def current(self) -> bool:
        """True when the rules in force have looked at the text as it is now."""
        return not self.pending and self.analysis_generation == self.folder.generation

    @property
    def broken(self) -> bool:
        """True when the text that was analysed does not parse without errors."""
        return self.analysis is not None and self.analysis.has_errors

    @property
    def role(self) -> Role:
        """What part the file plays in its project, as far as an analysis has told."""
        return Role.CODE if self.analysis is None else self.analysis.place.role

    @property
    def tree(self) -> SyntaxTree | None:
        """The tree of the text as it is now, parsed again where the document is at rest; None if nothing has looked
        at it yet.
        """
        if self.analysis is None or not self.current:
            return None
        return parse(self.document) if self.analysis.at_rest else self.analysis.tree

    @property
    def at_rest(self) -> bool:
        """True when the findings are known, but not what the next analysis continues from."""
        return self.analysis is not None and self.analysis.at_rest

    def start_over(self) -> None:
        """The next analysis is made from scratch."""
        self.analysis_generation = -1

    def change(self, change: TextChange, version: int | None) -> None:
        """Make the next version of the document; findings of the slower sources move along or vanish."""
        self.document = self.document.changed(change, version)
        self.unsaved = True
        self.pending.append(change)
        if len(self.pending) > MOST_PENDING and self.running is None:
            self._let_go_of_analysis()
        for follower in self.followers:
            follower.append(change)
        for slot, findings in self.slower.items():
            self.slower[slot] = tuple(found for finding in findings if (found := moved(finding, change)))

    def resolve(self, fingerprint: str) -> bool:
        """A fix of a finding was applied. The model does not look again, and a fix need not touch the finding's own
        text, so a remark goes here; what the rules find they find again. True if there was one.
        """
        resolved = False
        for slot, findings in self.slower.items():
            left = tuple(
                each for each in findings if each.fingerprint != fingerprint or each.source is not Source.MODEL
            )
            resolved |= len(left) < len(findings)
            self.slower[slot] = left
        return resolved

    def take_analysis(
        self, analysis: Analysis | None, findings: tuple[Finding, ...], taken: int, generation: int
    ) -> None:
        """Keep a new analysis and its findings, made of the text after the first `taken` of the pending changes."""
        self.analysis = analysis
        self.analysis_generation = generation
        del self.pending[:taken]
        if self.recalled is not None and analysis is not None and analysis.pending and not taken:
            # What is found before values are followed is a part of what is known of this text already.
            findings = self.recalled
        else:
            self.recalled = None
        self._rules = findings
        self._moved = 0

    def recall(self, findings: tuple[Finding, ...] | None) -> None:
        """Take in what rules found in this text before, until they have looked again; None: it counts no more."""
        self.recalled = findings
        if findings is not None:
            self._rules = findings

    @property
    def rule_findings(self) -> tuple[Finding, ...]:
        """What rules found in the text that was analysed. Raises AssertionError after changes since then."""
        assert not self.pending
        return self._rules

    def forget_analysis(self, findings: tuple[Finding, ...] = ()) -> None:
        """There is nothing to analyse; `findings` say why, where that is worth saying."""
        self.take_analysis(None, findings, len(self.pending), self.folder.generation)

    def rest(self) -> None:
        """Let go of the tree and of what only the next analysis continues from, which then looks at all of the text."""
        if self.analysis is not None:
            self.analysis = self.analysis.rested()

    def _let_go_of_analysis(self) -> None:
        """The next analysis starts from scratch; until then the findings are moved along without it."""
        self.findings()
        self.analysis = None
        self.analysis_generation = -1
        self.pending.clear()
        self._moved = 0

    def findings(self) -> list[Finding]:
        """Everything that is known, placed in the text as it is now, in order."""
        if self._moved < len(self.pending):
            changes = self.pending[self._moved :]
            self._rules = tuple(found for finding in self._rules if (found := moved_through(finding, changes)))
            self._moved = len(self.pending)
        merged = list(self._rules)
        if self.slower:
            for findings in self.slower.values():
                merged += findings
            heard = [finding for finding in merged if not self._is_silenced(finding)]
            merged = sorted(without_repeated(heard, self.document), key=sort_key)
        return self.folder.not_dismissed(merged, self.document)

    def _is_silenced(self, finding: Finding) -> bool:
        """Ignore comments speak to all sources; the rules have listened to them already."""
        if finding.source is Source.RULE or self.analysis is None or not self.current:
            return False
        return bool(self.analysis.suppressions) and is_suppressed(finding, self.analysis.suppressions, self.document)


class Session:
    """Documents, folders and the client's capabilities."""

    def __init__(self) -> None:
        self.client = ClientCapabilities()
        self.documents: dict[str, OpenDocument] = {}
        self.folders: dict[str, Folder] = {}
        self.outside = Folder()
        self.tasks = Tasks()
        self.bodies: Bodies = {}
        self.cancellable: dict[str, asyncio.Task[object]] = {}
        self.shown: set[str] = set()
        self.latest: str = ""
        self.trace = "off"
        self.reviewed = ReviewedDefinitions()
        self.notebooks: dict[str, Notebook] = {}
        """Those that are open, by key; the text of each is one of the documents."""
        self.unopened: dict[str, tuple[str, tuple[Finding, ...]]] = {}
        """Findings in files that are not open, by key: the SHA-256 of the text they are about, and the findings."""
        self.unopened_shown: dict[str, tuple[str, bytes]] = {}
        """What a client that pulls is told of files that are not open, by key: the URI and the diagnostics in JSON."""
        self.unopened_index: dict[str, tuple[str, tuple[Finding, ...]]] = {}
        """The same, of what the index says about them."""
        self.unopened_rules: dict[str, tuple[str, tuple[Finding, ...]]] = {}
        """The same, of what the rules say about them where the settings have them looked at."""

    def document(self, uri: str) -> OpenDocument | None:
        return self.documents.get(uris.key(uri))

    def open(self, document: Document) -> OpenDocument:
        """Open a document. What is open already of the same file, by this or another spelling of its URI, is behind it
        until it is typed in or this one is closed.
        """
        before = self.document(document.uri)
        opened = OpenDocument(uris.key(document.uri), document, self.folder_of(document.path))
        self._put_in_front(opened, [] if before is None else [*before.behind, before])
        if before is not None and before.document.text == document.text:
            opened.slower.update(before.slower)
        return opened

    def typed_in(self, uri: str) -> OpenDocument | None:
        """The document with exactly this URI, if there is one, else of the same file; it is in front from now on."""
        front = self.document(uri)
        if front is None or front.document.uri == uri:
            return front
        opened = next((each for each in front.behind if each.document.uri == uri), front)
        self._put_in_front(opened, [*front.behind, front])
        return opened

    def close(self, uri: str) -> OpenDocument | None:
        """Close a document, and give it. Of several with the same URI the last one has the text, and stays."""
        front = self.document(uri)
        if front is None:
            return None
        own = [*front.behind, front]
        closed = next((each for each in own if each.document.uri == uri), front)
        left = [each for each in own if each is not closed]
        if left:
            self._put_in_front(left[-1], left)
        else:
            del self.documents[front.key]
        return closed

    def _put_in_front(self, opened: OpenDocument, own: list[OpenDocument]) -> None:
        for each in own:
            each.behind = []
        opened.behind = [each for each in own if each is not opened][-MOST_BEHIND:]
        self.documents[opened.key] = opened

    def folder_of(self, path: str) -> Folder:
        """The innermost workspace folder of an absolute path."""
        holding = [folder for folder in self.folders.values() if folder.contains(path)] if path else []
        return max(holding, key=lambda folder: len(folder.path), default=self.outside)

    def folder_named(self, uri: str) -> Folder | None:
        """The workspace folder with this URI."""
        return self.folders.get(uris.key(uri).rstrip("/"))

    def all_folders(self) -> Iterable[Folder]:
        return (*self.folders.values(), self.outside)

    def add_folder(self, uri: str) -> Folder | None:
        """Open a folder; None when it is open already or is not on this machine's disk."""
        path = uris.path_of(uri)
        key = uris.key(uri).rstrip("/")
        if not path or key in self.folders:
            return None
        folder = self.folders[key] = Folder(path, uri)
        self._assign()
        return folder

    def remove_folder(self, uri: str) -> Folder | None:
        folder = self.folders.pop(uris.key(uri).rstrip("/"), None)
        if folder is not None:
            folder.loaded.set()
        self._assign()
        return folder

    def _assign(self) -> None:
        for front in self.documents.values():
            for opened in (front, *front.behind):
                opened.folder = self.folder_of(opened.document.path)
