"""The parameters that a Python function accepts."""

from __future__ import annotations

from typing import NamedTuple

from reread.analyzers.syntax import Node


class Parameters(NamedTuple):
    """The names of parameters by how they can be given; `required` are those without a default."""

    only_by_place: tuple[str, ...]
    by_both: tuple[str, ...]
    only_by_name: tuple[str, ...]
    required: tuple[str, ...]
    more_places: bool
    more_names: bool


_PLAIN = frozenset({"identifier", "typed_parameter"})
_DEFAULTS = frozenset({"default_parameter", "typed_default_parameter"})


def parameters_of(function: Node, data: bytes) -> Parameters | None:
    """The parameters of a function, or None if they cannot be read."""
    node = function.child_by_field_name("parameters")
    if node is None or node.has_error:
        return None
    by_place: list[str] = []
    only: list[str] = []
    by_name: list[str] = []
    required: list[str] = []
    more_places = more_names = named = False
    for child in node.named_children:
        inner = child.named_children[0] if child.type == "typed_parameter" else child
        if child.is_extra:
            continue
        if child.type == "positional_separator":
            only, by_place = by_place, []
        elif child.type == "keyword_separator":
            named = True
        elif inner.type == "list_splat_pattern":
            more_places = named = True
        elif inner.type == "dictionary_splat_pattern":
            more_names = True
        elif child.type in _PLAIN or child.type in _DEFAULTS:
            own = child.child_by_field_name("name") if child.type in _DEFAULTS else inner
            if own is None or own.type != "identifier":
                return None
            name = data[own.start_byte : own.end_byte].decode(errors="replace")
            (by_name if named else by_place).append(name)
            required += [name] if child.type in _PLAIN else []
        else:
            return None
    return Parameters(tuple(only), tuple(by_place), tuple(by_name), tuple(required), more_places, more_names)
