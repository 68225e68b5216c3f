"""The means of verifying a model's fixes: texts of the request and the disk, the folder's rules and tools."""

from __future__ import annotations

import threading
from collections.abc import AsyncIterator, Iterable, Sequence
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from reread.analyzers.findings import Finding, Severity
from reread.analyzers.fixes import Check
from reread.analyzers.review.fix.fix_verifier import FixVerifier
from reread.analyzers.text import Document
from reread.server.report.review import ReviewDocument
from reread.server.review.reading import Readable
from reread.server.settings import Settings
from reread.server.verification.tools import Tools

if TYPE_CHECKING:
    from reread.analyzers.engine.engine import Engine


class Bench:
    """A workbench for one request about a folder. `documents` are the texts that are not those of the disk."""

    def __init__(self, settings: Settings, folder: str, documents: Iterable[ReviewDocument]) -> None:
        self._settings = settings
        self._folder = folder
        self.readable = Readable(settings, folder, documents)
        self._engine: Engine | None = None
        # Fixes are tried in threads, and an engine is for one of them at a time.
        self._one_at_a_time = threading.Lock()
        texts = {path: document.text for path, document in self.readable.documents.items()}
        self.tools = Tools(folder, settings, texts)
        self.tried_with = FixVerifier(self.readable.read, self._check, self.tools)

    def prepare(self) -> None:
        """Load the rules while the model is still reading: the first fix must not wait for them."""
        threading.Thread(target=self._load, name="rules", daemon=True).start()

    def severity_of(self, finding: Finding) -> Severity:
        """The severity of a finding's rule: the user's choice, else that of its author, and at least INFO."""
        with self._one_at_a_time:
            engine = self._loaded()
        chosen = engine.options.severity.get(finding.rule)
        own = next((rule.severity for rule in engine.rules.rules if rule.id == finding.rule), Severity.INFO)
        return chosen or max(own, Severity.INFO, key=lambda level: level.rank)

    def _check(self, relative: str) -> Check:
        """Runs the rules over versions of the file `relative`."""

        def check(document: Document) -> Sequence[Finding]:
            with self._one_at_a_time:
                return self._loaded().check(document, relative).findings

        return check

    def _load(self) -> None:
        with self._one_at_a_time:
            self._loaded()

    def _loaded(self) -> Engine:
        if self._engine is None:
            from reread.server.engines import load_engine

            self._engine, _ = load_engine(self._folder, self._settings)
        return self._engine


@asynccontextmanager
async def bench_for(settings: Settings, folder: str, documents: Iterable[ReviewDocument]) -> AsyncIterator[Bench]:
    """A bench, and nothing of it left afterwards."""
    bench = Bench(settings, folder, documents)
    try:
        yield bench
    finally:
        await bench.tools.close()
