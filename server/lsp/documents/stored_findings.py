"""Findings that documents had when they were last open, in the user's cache.

They hold for the same text at the same place, by the same rules, settings and version. One small file for each
document, without any of its text, as `reread check` keeps its own.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from reread.analyzers import owned_files, retention
from reread.analyzers.findings import Finding
from reread.analyzers.text import Document
from reread.server import result_cache
from reread.server.engines import rule_paths
from reread.server.report import report
from reread.server.report.report import FileReport

if TYPE_CHECKING:
    from reread.server.settings import Settings


class RulesInForce(NamedTuple):
    """What the findings of a document in a folder depend on besides the document."""

    folder: str
    settings: Settings


def read_all(rules: RulesInForce, documents: Sequence[Document]) -> list[tuple[Finding, ...] | None]:
    """The findings of each document as it was when they were written; None where they are of another text, by other
    rules, or were never written.
    """
    identity = _identity(rules)
    return [_read(rules.folder, identity, document) for document in documents]


def write(rules: RulesInForce, document: Document, findings: tuple[Finding, ...]) -> bool:
    """Writes all findings of a document's rules, over those before; False without a place for them."""
    found = report.without_code(FileReport("", "", report.locate(document, findings), text=document.text))
    place = _place(rules.folder, document)
    if found is None or not place:
        return False
    values = [_identity(rules), document.sha256, document.language, result_cache.plain(found)]
    return owned_files.write_values(place, values)


def _read(folder: str, identity: bytes, document: Document) -> tuple[Finding, ...] | None:
    place = _place(folder, document)
    stored = owned_files.read_values(place) if place else None
    if stored is None or stored[:3] != [identity, document.sha256, document.language]:
        return None
    found = report.with_code(result_cache.restored(stored[3]), document)
    return tuple(each.finding for each in found.findings)


def _place(folder: str, document: Document) -> str:
    """Where the findings of the document are; "" if there is no such place."""
    kept = retention.OPENED.place
    name = f"{owned_files.name_of(folder)}-{owned_files.digest(document.uri.encode(errors='surrogatepass')).hex()}"
    return os.path.join(kept, name) if os.path.isabs(kept) else ""


def _identity(rules: RulesInForce) -> bytes:
    settings = repr(rules.settings.rules).encode(errors="replace")
    paths = tuple(rule_paths(rules.folder, rules.settings))
    return owned_files.digest(result_cache.identity(paths) + settings)
