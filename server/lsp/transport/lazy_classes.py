"""Imports lsprotocol without creating its classes: attrs creates each of them on first use.

The types of the protocol are some 550 classes whose methods attrs writes as text and compiles, again in each process:
nine tenths of their import, and 20 MB. A request for code actions needs eleven of them.
"""

from __future__ import annotations

import sys
import threading
from typing import Any

import attrs

_make = attrs.define
_lock = threading.RLock()
"""Other threads wait until a class is whole."""


def import_types() -> None:
    """Import the types of the protocol, unless they are imported already."""
    if "lsprotocol.types" in sys.modules:
        return
    attrs.define = later  # type: ignore[assignment]
    try:
        import lsprotocol.types  # noqa: F401
    finally:
        attrs.define = _make
    from lsprotocol import _hooks

    # The first converter would resolve the annotations of all classes, for which they would all have to be made.
    _hooks._resolved_forward_references = True


def later(made: type | None = None, **options: Any) -> Any:
    """Applies `attrs.define` without options to a class on first use."""
    if made is None:
        return _make(**options)
    for name in ("__attrs_attrs__", "__init__"):
        setattr(made, name, _Later(made, name))
    return made


class _Later:
    """Stands for an attribute that attrs gives to a class, until somebody asks for it."""

    def __init__(self, made: type, name: str) -> None:
        self._made = made
        self._name = name

    def __get__(self, instance: object, owner: type) -> Any:
        with _lock:
            if vars(self._made)[self._name] is self:
                # With slots it would be another class than the one that others know.
                _make(self._made, slots=False, init=True)
                attrs.resolve_types(self._made)
        return getattr(owner if instance is None else instance, self._name)
