"""Workspace folders: each with its own settings and rules."""

from __future__ import annotations

import asyncio
import itertools
import logging
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from reread.analyzers.findings import Finding, Severity
from reread.analyzers.identifiers import fits
from reread.analyzers.text import Document
from reread.server import configuration
from reread.server.configuration import Configuration
from reread.server.known import standing
from reread.server.known.baseline import BaselineError
from reread.server.known.feedback import FeedbackError
from reread.server.known.standing import Known
from reread.server.report import merging
from reread.server.restricted import is_restricted
from reread.server.settings import Settings

if TYPE_CHECKING:
    from reread.analyzers.engine.engine import Engine
    from reread.analyzers.rules.rule import Rule

logger = logging.getLogger(__name__)

_generations = itertools.count()


class Shown(NamedTuple):
    """A finding as it is shown; `known` are those that the baseline or a verdict knows from before."""

    finding: Finding
    known: bool = False


def _merged(findings: Sequence[Shown], document: Document) -> Iterator[Shown]:
    line_of = document.lines.line_of
    for first, *others in merging.grouped((each.finding, each.known, each) for each in findings):
        places = [(document.path or "", line_of(each.finding.span.start)) for each in others]
        yield first._replace(finding=merging.headed(first.finding, places)) if others else first


class Folder:
    """One workspace folder, or with an empty `path` the place of all documents outside any.

    `engine` is None until the rules are loaded. `generation` is another number with every new engine or settings, and
    in every folder, so that an analysis by other rules is recognised. `editor` is the editor's `reread` section for
    this folder; `known` says how findings stand by what was said before. `loaded` is set once there are rules, and
    when the folder is closed.
    """

    def __init__(self, path: str = "", uri: str = "") -> None:
        self.path = path
        self.uri = uri
        self.settings = Settings()
        self.engine: Engine | None = None
        self.generation = next(_generations)
        self.editor: Mapping[str, Any] = {}
        self.known = Known()
        self.loaded = asyncio.Event()
        self._excluded: dict[str, bool] = {}

    @property
    def configured(self) -> bool:
        """True when settings and rules have been loaded."""
        return self.engine is not None

    def relative(self, path: str) -> str:
        """The path as rules and fingerprints see it: relative to the folder, with `/`; the bare name outside."""
        if not self.path:
            return os.path.basename(path)
        return os.path.relpath(path, self.path).replace(os.sep, "/") if path else ""

    def rule(self, identifier: str) -> Rule | None:
        """The rule of that id, or the first one that another of its names means, if it is loaded."""
        rules = self.engine.rules.rules if self.engine is not None else ()
        exact = next((rule for rule in rules if rule.id == identifier), None)
        return exact or next((rule for rule in rules if fits(identifier, rule.id)), None)

    def contains(self, path: str) -> bool:
        root = os.path.normcase(self.path).rstrip(os.sep)
        candidate = os.path.normcase(path)
        return bool(self.path) and (candidate == root or candidate.startswith(root + os.sep))

    def excludes(self, path: str) -> bool:
        """True when the settings or a `.rereadignore` leave out the file (an absolute path), which is reported once."""
        if not path or not self.path:
            return False
        excluded = self._excluded.get(path)
        if excluded is None:
            from reread.rag.source.ignore import IgnoreFiles

            name = self.relative(path)
            ignore = IgnoreFiles(self.path, (".rereadignore",), self.settings.exclude)
            ignore.read_above([name])
            excluded = self._excluded[path] = ignore.ignores(name)
        return excluded

    def ignore_files_changed(self) -> None:
        """Looks up ignored files again, and checks all documents again."""
        self._excluded = {}
        self.generation = next(_generations)

    def apply(self, settings: Settings, engine: Engine) -> None:
        """Put new settings or rules into force."""
        self.settings = settings
        self.engine = engine
        self.generation = next(_generations)
        self._excluded = {}
        self.loaded.set()

    def shown(self, findings: Iterable[Finding], document: Document) -> Sequence[Shown]:
        """The findings of a document as they are to be shown: those that are not new as hints, and the sinks of one
        source as one.
        """
        return list(_merged(self._standing(list(findings), document), document))

    def _standing(self, found: list[Finding], document: Document) -> Sequence[Shown]:
        if self.known.is_empty or not found:
            return [Shown(each) for each in found]
        standings = self.known.standings(self.relative(document.path), found, document.text)
        return [
            Shown(own.applied(each)) if own.new else Shown(each._replace(severity=Severity.HINT), known=True)
            for each, own in zip(found, standings, strict=True)
            if own.dismissed is None
        ]

    def not_dismissed(self, findings: list[Finding], document: Document) -> list[Finding]:
        """The findings of a document without those that somebody dismissed."""
        if not self.known.can_dismiss or not findings:
            return findings
        marks = self.known.dismissals(self.relative(document.path), findings, document.text)
        return [each for each, dismissed in zip(findings, marks, strict=True) if not dismissed]

    def load_known(self) -> tuple[Known, str]:
        """The known findings on disk, and the problem with them. Reads files."""
        try:
            # What an untrusted folder says of its own findings is no reason to show fewer of them.
            return standing.load(self.path) if self.path and not is_restricted() else Known(), ""
        except (BaselineError, FeedbackError) as error:
            return Known(), str(error)

    def load(self, editor: Mapping[str, Any]) -> Configuration:
        """The settings of this folder, read now. Reads files."""
        return configuration.load(self.path or None, editor=editor)
