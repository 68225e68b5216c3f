"""All kinds of findings, and their findings about a change."""

from __future__ import annotations

import importlib
import logging
import os
from collections.abc import Iterable, Mapping
from functools import cache

from reread.rag.findings.change import WorkspaceChange
from reread.rag.findings.kind import IndexFinding, Kind
from reread.rag.findings.workspace import Workspace

_KINDS = os.path.join(os.path.dirname(__file__), "kinds")
_log = logging.getLogger(__name__)


@cache
def kinds() -> tuple[Kind, ...]:
    """All kinds, by their ids."""
    names = (name[:-3] for name in os.listdir(_KINDS) if name.endswith(".py") and name[0] != "_")
    modules = (importlib.import_module(f"reread.rag.findings.kinds.{name}") for name in names)
    return tuple(sorted((module.KIND for module in modules), key=lambda kind: kind.id))


def find(
    change: WorkspaceChange,
    workspace: Workspace,
    chosen: Iterable[str],
    options: Mapping[str, Mapping[str, int]] = {},
) -> list[IndexFinding]:
    """The findings of the kinds with these ids, sorted, without duplicates.

    A bug in one is logged, and only that one is silent.
    """
    wanted = frozenset(chosen)
    found: set[IndexFinding] = set()
    for kind in kinds():
        if kind.id in wanted:
            try:
                found.update(kind.find(change, workspace, {**kind.options, **options.get(kind.id, {})}))
            except Exception:
                _log.exception("%s failed", kind.id)
    return sorted(found, key=lambda finding: (finding.path, finding.span, finding.rule, finding.message))
