"""The handlers of client messages, from the tables of the modules in `features/`, which are found by file name.

A module may have any of these tables; no other place lists what is in them:

- `NOTIFICATIONS`: methods with their handlers `(parts, params)`, which get the parameters as JSON
- `REQUESTS`: each a `Request`, with what it announces to the client
- `QUESTIONS`: requests, most of them not of the protocol, with their handlers `(parts, params)`, which get the
  parameters as JSON and give the result as JSON, or an awaitable of it
- `COMMANDS`: names of commands with their handlers `(parts, *arguments)`
- `FOLLOWING_COMMANDS`: the same for those that editors run after an action of Reread's, which are not for people to
  choose
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any, NamedTuple

from reread.server.lsp import features

if TYPE_CHECKING:
    from reread.server.lsp.parts.context import Request
    from reread.server.lsp.transport.capabilities import ClientCapabilities


class Handlers(NamedTuple):
    """All tables together."""

    notifications: Mapping[str, Callable[..., None]]
    requests: tuple[Request, ...]
    questions: Mapping[str, Callable[..., Any]]
    commands: Mapping[str, Callable[..., Any]]
    following_commands: Mapping[str, Callable[..., Any]]

    def command(self, name: str) -> Callable[..., Any] | None:
        """The handler of a command of either kind; None if there is none."""
        return self.commands.get(name) or self.following_commands.get(name)

    def announced(self, client: ClientCapabilities) -> dict[str, Any]:
        """The capabilities that the handlers add to `ServerCapabilities`."""
        names = [*self.commands, *self.following_commands]
        found: dict[str, Any] = {"executeCommandProvider": {"commands": names}}
        if own := sorted(name for name in self.questions if name.startswith("reread/")):
            found["experimental"] = {"reread": {"requests": own}}
        for request in self.requests:
            found |= request.announces(client)
        return found


@cache
def collected() -> Handlers:
    """The tables of all modules. Raises ValueError if two modules answer the same."""
    modules = list(_modules())
    return Handlers(
        _together(modules, "NOTIFICATIONS"),
        tuple(request for module in modules for request in getattr(module, "REQUESTS", ())),
        _together(modules, "QUESTIONS"),
        _together(modules, "COMMANDS"),
        _together(modules, "FOLLOWING_COMMANDS"),
    )


def _modules() -> Iterator[ModuleType]:
    for file in sorted(file for folder in features.__path__ for file in os.listdir(folder)):
        if file.endswith(".py") and not file.startswith("_"):
            yield import_module(f"{features.__name__}.{file.removesuffix('.py')}")


def _together(modules: Iterable[ModuleType], name: str) -> dict[str, Callable[..., Any]]:
    found: dict[str, Callable[..., Any]] = {}
    for module in modules:
        table: Mapping[str, Callable[..., Any]] = getattr(module, name, {})
        if repeated := found.keys() & table.keys():
            raise ValueError(f"{module.__name__}: {', '.join(sorted(repeated))} is answered by another module too")
        found |= table
    return found
