"""Hooks of coding agents: one module per agent, found by its name, each with `NAME`, `read` and `answer`.

`read(data)` makes an event of what the agent sends, None for one that asks nothing of us. `answer(event, report)` is
the JSON that the agent reads: `report` is the text for it, "" for none. Unknown fields are ignored.
"""

from __future__ import annotations

import os
from importlib import import_module
from typing import Protocol, cast

from reread.server.hooks.events import Event

_NOT_AGENTS = ("__init__", "events", "patches")


class Agent(Protocol):
    """The interface of an agent's module."""

    def read(self, data: dict[str, object]) -> Event | None: ...
    def answer(self, event: Event, report: str) -> dict[str, object]: ...


def names() -> tuple[str, ...]:
    """The names of all agents, sorted."""
    files = (os.path.splitext(name) for name in os.listdir(os.path.dirname(__file__)))
    return tuple(sorted(stem.replace("_", "-") for stem, end in files if end == ".py" and stem not in _NOT_AGENTS))


def find(name: str) -> Agent:
    """The agent of that name."""
    return cast(Agent, import_module(f"reread.server.hooks.{name.replace('-', '_')}"))
