"""What the rules say about one document, with what the next look at it goes on from."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from reread.analyzers.findings import Finding
from reread.analyzers.rules.incremental.state import State
from reread.analyzers.rules.place import Place
from reread.analyzers.suppressions import Suppression
from reread.analyzers.syntax import SyntaxTree, is_parsed
from reread.analyzers.taint.cross_file_delta import CrossFileDelta
from reread.analyzers.text import Document

NOTHING: Mapping[str, str] = MappingProxyType({})


class Analysis:
    """What the rules say about one document.

    `tree` is None when there is no parser for the language.
    `findings` are sorted by `findings.sort_key`; suppressed ones are left out. `state` and `from_text`, what the rules
    about text found, are the engine's own. `delta` is what other files change, once that has been found out; after
    edits what is left of it. `hints` are where ignore comments may be, `stopped` the ids of rules about text that took
    too long, with the regular expression that did.
    """

    __slots__ = (
        "delta",
        "document",
        "findings",
        "from_text",
        "hints",
        "place",
        "state",
        "stopped",
        "suppressions",
        "tree",
    )

    def __init__(
        self,
        document: Document,
        place: Place,
        tree: SyntaxTree | None,
        findings: tuple[Finding, ...] = (),
        suppressions: tuple[Suppression, ...] = (),
        state: State | None = None,
        from_text: tuple[Finding, ...] = (),
        delta: CrossFileDelta | None = None,
        hints: tuple[int, ...] = (),
        stopped: Mapping[str, str] = NOTHING,
    ) -> None:
        self.stopped = stopped
        self.delta = delta
        self.hints = hints
        self.document = document
        self.place = place
        self.tree = tree
        self.findings = findings
        self.suppressions = suppressions
        self.state = state
        self.from_text = from_text

    @property
    def unparsed(self) -> bool:
        """True where the parser took too long, so that rules about syntax say nothing."""
        return self.tree is None and is_parsed(self.document.language)

    @property
    def pending(self) -> bool:
        """True while values have yet to be followed."""
        return self.state is not None and self.state.taint.pending
