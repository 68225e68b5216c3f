"""The `options` of a rule that change how its patterns match."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reread.analyzers.languages.table import Matching
from reread.analyzers.pattern.source import Formula, Options, mapped

_DEFAULTS = {
    "vardef_assign": True,
    "flddef_assign": True,
    "let_is_var": True,
    "arrow_is_function": True,
    "constant_propagation": True,
    "symmetric_eq": False,
    "commutative_boolop": False,
    "ac_matching": True,
    "symbolic_propagation": False,
    "implicit_return": True,
    "implicit_ellipsis": True,
    "implicit_deep_exprstmt": True,
    "go_deeper_expr": True,
    "go_deeper_stmt": True,
    "attr_expr": True,
    "decorators_order_matters": False,
    "xml_attrs_implicit_ellipsis": True,
    "xml_singleton_loose_matching": True,
    "xml_children_ordered": True,
}
_DEFINITIONS = frozenset({"variable_declarator", "field_definition", "public_field_definition", "property_declaration"})
_EQUALITY = frozenset({"==", "!="})
_SAME = {"commutative_compop": "symmetric_eq"}
"""Older names of options."""
NAMES = frozenset({*_DEFAULTS, *_SAME})
_ELEMENTS = frozenset({"jsx_opening_element", "jsx_self_closing_element"})


def changed(options: Mapping[Any, Any]) -> Options:
    """Those options of a rule that change how it matches."""
    given = {_SAME.get(name, name): value for name, value in options.items()}
    return tuple(
        sorted(
            (name, value)
            for name, value in given.items()
            if isinstance(value, bool) and name in _DEFAULTS and value != _DEFAULTS[name]
        )
    )


def with_options(formula: Formula, options: Options) -> Formula:
    """The formula with the options beside each pattern in it."""
    found: Formula = mapped(formula, lambda pattern: pattern._replace(options=options)) if options else formula
    return found


def swaps(operator: str, options: Options) -> bool:
    """True when the two sides of a comparison may stand the other way round."""
    return operator in _EQUALITY and dict(options).get("symmetric_eq", False)


def adapted(matching: Matching, options: Options) -> Matching:
    """The table of a language for patterns with these options."""
    equivalents = dict(matching.leeway.equivalents)
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
    if not known.get("xml_singleton_loose_matching", True):
        for kind in _ELEMENTS:
            equivalents.pop(kind, None)
    subsets, unordered = matching.leeway.subsets, matching.leeway.unordered
    if not known.get("xml_attrs_implicit_ellipsis", True):
        subsets, unordered = subsets - {"attribute"}, unordered | _ELEMENTS
    if not known.get("xml_children_ordered", True):
        unordered |= {"jsx_element"}
    if not known.get("implicit_ellipsis", True):
        subsets, unordered = subsets - {"object", "object_pattern"}, unordered | {"object", "object_pattern"}
    results = matching.statements.results
    if not known.get("implicit_return", True):
        results = {kind: field for kind, field in results.items() if kind in matching.statements.lambdas}
    constants = matching.texts.constants if known.get("constant_propagation", True) else frozenset()
    return matching._replace(
        leeway=matching.leeway._replace(equivalents=equivalents, subsets=subsets, unordered=unordered),
        statements=matching.statements._replace(results=results),
        texts=matching.texts._replace(constants=constants),
    )
