"""`reread check --gate`: conditions on the health of folders, from their code and open findings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reread.server.cli import writing
from reread.server.cli.workspace import Workspace
from reread.server.exits import UsageError

if TYPE_CHECKING:
    from reread.server.overview.gates import Gate


def conditions_of(texts: Sequence[str]) -> tuple[Gate, ...]:
    """The conditions. Raises UsageError for a text that is none."""
    from reread.server.overview import gates

    try:
        return tuple(map(gates.parse, texts))
    except ValueError as error:
        raise UsageError(str(error)) from error


def hold(conditions: tuple[Gate, ...], workspace: Workspace) -> bool:
    """False if a condition fails; says a line for each folder that is worse. Raises UsageError."""
    from reread.server.known.state import StateError
    from reread.server.overview import gates
    from reread.server.overview.collecting import Scope, scores

    settings = workspace.settings
    try:
        failed = gates.failures(conditions, scores(Scope(workspace.root, settings.exclude, settings.max_file_size)))
    except (ValueError, StateError) as error:
        raise UsageError(str(error)) from error
    for line in failed:
        writing.say(line)
    return not failed
