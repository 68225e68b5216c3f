"""The event that an agent's hook reports, independent of the agent."""

from __future__ import annotations

from typing import NamedTuple


class Event(NamedTuple):
    """`kind` is "edit" after files were edited and "stop" before the agent stops; `name` is what the agent calls it.

    `folder` is where it works, `paths` the files that were edited, absolute or below `folder`. `session` names its
    session. `again` is True for a stop that follows one we kept the agent from, False for one that starts over, None
    where the agent does not say.
    """

    kind: str
    name: str
    folder: str
    session: str
    paths: tuple[str, ...] = ()
    again: bool | None = None


def text(data: dict[str, object], *names: str) -> str:
    """The first of the fields that is a text with something in it, else ""."""
    found = (data.get(name) for name in names)
    return next((value for value in found if isinstance(value, str) and value), "")


def table(value: object) -> dict[str, object]:
    """The value if it is an object, or the object that it holds as JSON; else an empty one."""
    if isinstance(value, str):
        import json

        try:
            value = json.loads(value)
        except ValueError:
            return {}
    return value if isinstance(value, dict) else {}


def flag(data: dict[str, object], name: str) -> bool | None:
    """The field if it is a truth value."""
    value = data.get(name)
    return value if isinstance(value, bool) else None
