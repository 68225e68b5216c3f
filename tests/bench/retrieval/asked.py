"""How long lookups take that a model asks for while it answers (`server/review/lookups/`), redaction included."""

from __future__ import annotations

import itertools
import json
import time
from collections.abc import Iterator, Sequence

from reread.analyzers.review.ask.evidence import Inquiry
from reread.analyzers.review.change.units import plan_units
from reread.analyzers.review.privacy.pii import NOTHING
from reread.analyzers.review.privacy.redact import Redactor
from reread.analyzers.syntax import language_of
from reread.analyzers.text import Document
from reread.rag.source import walk
from reread.rag.workspace_index import WorkspaceIndex
from reread.server.review.gathering import Gathering
from reread.server.review.reading import Readable
from reread.server.settings import Settings


def milliseconds(index: WorkspaceIndex, questions: Sequence[tuple[str, str, int, int]]) -> list[float]:
    """Of each lookup about the definitions at some places, each in a review of its own, as none was asked before."""
    settings = Settings()
    times = []
    for name, arguments in _calls(index.folder, questions):
        readable = Readable(settings, index.folder, ())
        gathering = Gathering(settings, index.folder, readable, lambda: index)
        inquiry = Inquiry(gathering.evidence(Redactor(), NOTHING))
        began = time.perf_counter()
        inquiry.result(name, json.dumps(arguments))
        times.append(1_000 * (time.perf_counter() - began))
    return times


def _calls(folder: str, questions: Sequence[tuple[str, str, int, int]]) -> Iterator[tuple[str, dict[str, object]]]:
    """Each kind of lookup in turn, but for the history: it is as long as git takes."""
    kinds = itertools.cycle(["definition", "callers", "lines", "search"])
    for (path, text, start, end), kind in zip(questions, kinds, strict=False):
        document = Document(path, text, path=path, language=language_of(path))
        line = document.lines.line_of(start) + 1
        relative = walk.relative(folder, path) or ""
        names = [unit.name for unit in plan_units(document, None, whole=True).units if unit.span.start <= start]
        name = (names or [""])[-1] or "main"
        if kind == "lines":
            yield kind, {"path": relative, "first": line, "last": document.lines.line_of(end) + 1}
        elif kind == "search":
            yield kind, {"words": text[start : start + 80]}
        else:
            yield kind, {"name": name}
