"""The findings of one document, with the state from which the next analysis continues."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from reread.analyzers.engine.cross_file_delta import CrossFileDelta
from reread.analyzers.engine.incremental.state import State
from reread.analyzers.engine.place import DocumentPlace
from reread.analyzers.findings import Finding
from reread.analyzers.suppressions import Suppression
from reread.analyzers.syntax import SyntaxTree, is_parsed
from reread.analyzers.text import Document

NOTHING: Mapping[str, str] = MappingProxyType({})


class Analysis:
    """The findings of rules in one document.

    `tree` is None when there is no parser for the language.
    `findings` are sorted by `findings.sort_key`; suppressed ones are left out. `state` and `from_text`, what the rules
    about text found, are the engine's own. `delta` is what other files change, once that has been found out; after
    edits what is left of it. `hints` are where ignore comments may be, `given_up` the ids of rules about text that took
    too long, with the regular expression that did. One that is `at_rest` has no tree, nor what only a recheck goes on
    from, which is most of its memory.
    """

    __slots__ = (
        "at_rest",
        "delta",
        "document",
        "findings",
        "from_text",
        "given_up",
        "has_errors",
        "hints",
        "place",
        "state",
        "suppressions",
        "tree",
    )

    def __init__(
        self,
        document: Document,
        place: DocumentPlace,
        tree: SyntaxTree | None,
        findings: tuple[Finding, ...] = (),
        suppressions: tuple[Suppression, ...] = (),
        state: State | None = None,
        from_text: tuple[Finding, ...] = (),
        delta: CrossFileDelta | None = None,
        hints: tuple[int, ...] = (),
        given_up: Mapping[str, str] = NOTHING,
    ) -> None:
        self.given_up = given_up
        self.delta = delta
        self.hints = hints
        self.document = document
        self.place = place
        self.tree = tree
        self.findings = findings
        self.suppressions = suppressions
        self.state = state
        self.from_text = from_text
        self.at_rest = False
        self.has_errors = tree is not None and tree.has_errors

    def rested(self) -> Analysis:
        """The same findings, without the tree and what a recheck continues from."""
        state = None if self.state is None else self.state.rested()
        made = self._with(None, state)
        made.at_rest = self.tree is not None
        return made

    def awake(self, tree: SyntaxTree | None) -> Analysis:
        """One at rest with the tree of its document again."""
        return self._with(tree, self.state)

    def _with(self, tree: SyntaxTree | None, state: State | None) -> Analysis:
        more = self.from_text, self.delta, self.hints, self.given_up
        made = Analysis(self.document, self.place, tree, self.findings, self.suppressions, state, *more)
        made.has_errors = self.has_errors
        return made

    @property
    def unparsed(self) -> bool:
        """True if the parser took too long, so that rules about syntax say nothing."""
        return self.tree is None and not self.at_rest and is_parsed(self.document.language)

    @property
    def pending(self) -> bool:
        """True while values have yet to be followed."""
        return self.state is not None and self.state.taint.pending
