"""The `options` of a rule that change how its patterns are compared with code."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

from reread.analyzers.languages.table import Matching

Options: TypeAlias = "tuple[tuple[str, bool], ...]"
"""The options that are not as they are by default, sorted."""

_DEFAULTS = {
    "vardef_assign": True,
    "flddef_assign": True,
    "let_is_var": True,
    "arrow_is_function": True,
    "constant_propagation": True,
    "symmetric_eq": False,
    "commutative_boolop": False,
}
_DEFINITIONS = frozenset({"variable_declarator", "field_definition", "public_field_definition", "property_declaration"})
_EQUALITY = frozenset({"==", "!="})
_LOGIC = frozenset({"&&", "||", "and", "or"})


def changed(options: Mapping[Any, Any]) -> Options:
    """Those options of a rule that change how it matches."""
    return tuple(
        sorted(
            (name, value)
            for name, value in options.items()
            if isinstance(value, bool) and name in _DEFAULTS and value != _DEFAULTS[name]
        )
    )


def with_options(source: Any, options: Options) -> Any:
    """A formula, or anything else made of lists, with the options beside each `["pattern", text]` in it."""
    if not options or not isinstance(source, (list, tuple)):
        return source
    if len(source) == 2 and source[0] == "pattern" and isinstance(source[1], str):
        return ["pattern", source[1], {"options": list(options)}]
    return [with_options(part, options) for part in source]


def swaps(operator: str, options: Options) -> bool:
    """True when the two sides of an operation may stand the other way round."""
    known = dict(options)
    return (operator in _EQUALITY and known.get("symmetric_eq", False)) or (
        operator in _LOGIC and known.get("commutative_boolop", False)
    )


def adapted(matching: Matching, options: Options) -> Matching:
    """The table of a language for patterns with these options."""
    equivalents = dict(matching.equivalents)
    known = dict(options)
    if not known.get("vardef_assign", True) and "assignment_expression" in equivalents:
        equivalents["assignment_expression"] -= _DEFINITIONS
    if not known.get("flddef_assign", True) and "assignment_expression" in equivalents:
        equivalents["assignment_expression"] -= _DEFINITIONS - {"variable_declarator"}
    if not known.get("let_is_var", True):
        equivalents.pop("variable_declaration", None)
    if not known.get("arrow_is_function", True) and "function_expression" in equivalents:
        equivalents["function_expression"] -= {"arrow_function"}
        equivalents["arrow_function"] = frozenset({"arrow_function"})
    constants = matching.constants if known.get("constant_propagation", True) else frozenset()
    return matching._replace(equivalents=equivalents, constants=constants)
