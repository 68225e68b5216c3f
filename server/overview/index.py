"""The section on the index: whether it is up to date."""

from __future__ import annotations

from datetime import UTC, datetime

from reread.rag.index.standing import Standing
from reread.server.overview.values import Section, Table


def section(found: Standing | None) -> Section:
    """The section of the report about the index of the workspace."""
    if found is None:
        return Section("Index", ("There is no index of this workspace; `reread index` or an editor makes one.",))
    rows = (
        ("files in the index", found.files),
        ("chunks", found.chunks),
        ("definitions", found.definitions),
        ("vectors", found.vectors),
        ("new on disk", found.new),
        ("changed since", found.changed),
        ("gone since", found.gone),
        ("known as they are", f"{found.current:.1%}"),
    )
    notes = [f"Written last at {datetime.fromtimestamp(found.modified, UTC):%Y-%m-%d %H:%M} UTC."]
    if found.current < 1:
        notes.append("`reread index` brings it up to date.")
    return Section("Index", tuple(notes), (Table("Index", ("what", "count"), rows),))
