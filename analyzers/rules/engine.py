"""Runs rules over documents: `Engine.check` from scratch, `Engine.recheck` after an edit, both with the same answer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from reread.analyzers.findings import Finding, Severity
from reread.analyzers.rules.ruleset import RuleSet
from reread.analyzers.syntax import SyntaxTree, parse, reparse
from reread.analyzers.text import Change, Document


class CheckOptions(NamedTuple):
    """What the settings say about rules. `ignore` and `select` hold rule ids; an empty `select` means all of them."""

    ignore: frozenset[str] = frozenset()
    select: frozenset[str] = frozenset()
    severity: Mapping[str, Severity] = {}
    report_unused_suppressions: bool = True


class Analysis:
    """What the rules say about one document.

    `path` is relative to the workspace folder, with `/`. `tree` is None when there is no parser for the language.
    `findings` are sorted by `findings.sort_key`; suppressed ones are left out.
    """

    __slots__ = ("document", "findings", "path", "suppressions", "tree")

    def __init__(
        self,
        document: Document,
        path: str,
        tree: SyntaxTree | None,
        findings: tuple[Finding, ...],
        suppressions: tuple[object, ...] = (),
    ) -> None:
        self.document = document
        self.path = path
        self.tree = tree
        self.findings = findings
        self.suppressions = suppressions


class Engine:
    """The rules, made ready to run. Holds no state of any document; may be used from several threads."""

    def __init__(self, rules: RuleSet, options: CheckOptions | None = None) -> None:
        self.rules = rules
        self.options = CheckOptions() if options is None else options

    def check(self, document: Document, path: str = "") -> Analysis:
        """All findings of a document. `path`, relative to its workspace folder, is what `paths:` of rules look at."""
        return Analysis(document, path, parse(document), ())

    def recheck(self, previous: Analysis, change: Change, document: Document) -> Analysis:
        """The same as `check` of `document`, which is `previous.document` after `change`; looks only where it must."""
        tree = None if previous.tree is None else reparse(previous.tree, change, document)
        return Analysis(document, previous.path, tree, ())
