"""Java."""

from __future__ import annotations

from reread.analyzers.dataflow.ir.common import (
    Grammar,
)
from reread.analyzers.dataflow.ir.nodes import (
    Function,
    Statement,
)
from reread.analyzers.dataflow.ir.site import Site
from reread.analyzers.dataflow.languages.java.lower_classes import (
    lower_class,
    lower_function,
    lower_new,
    lower_top,
)
from reread.analyzers.dataflow.languages.java.lower_context import JavaLowering
from reread.analyzers.dataflow.languages.java.lower_expressions import (
    EXPRESSIONS,
    LEAVES,
    LINKS,
    METHODS,
    object_of_call,
)
from reread.analyzers.dataflow.languages.java.lower_statements import (
    CLASSES,
    NO_STATEMENTS,
    STATEMENTS,
    lower_evaluated,
    lower_switch_value,
)
from reread.analyzers.syntax import SyntaxTree

_BODIES = frozenset({"enum_body_declarations", "ERROR", "enum_constant", "class_body"})
_ANNOTATIONS = frozenset({"annotation", "marker_annotation"})
_FIXING = frozenset({"private", "static", "final"})


def outline(tree: SyntaxTree) -> list[Site]:
    """The fields of all classes, then the methods and constructors in the order of the text."""
    root = tree.root
    result = [Site(0, len(tree.document.data), "", "", root)]
    stack = [(child, "") for child in reversed(root.named_children)]
    while stack:
        node, owner = stack.pop()
        kind = node.type
        if kind in METHODS:
            name = node.child_by_field_name("name")
            result.append(Site(node.start_byte, node.end_byte, tree.text(name) if name else "_", owner, node))
        elif kind in CLASSES:
            name, body = node.child_by_field_name("name"), node.child_by_field_name("body")
            inner = owner if name is None else tree.text(name)
            stack += [(child, inner) for child in reversed(body.named_children)] if body is not None else []
        elif kind in _BODIES:
            stack += [(child, owner) for child in reversed(node.named_children)]
    return result


def lower(tree: SyntaxTree, site: Site) -> Function:
    """The function at a site."""
    lowering = JavaLowering(tree.document.data, GRAMMAR)
    lowering.offset = site.start
    if site.node.type not in METHODS:
        block: list[Statement] = []
        for node in site.node.named_children:
            lower_top(lowering, node, block)
        return Function(site.start, site.end, "", (), tuple(block))
    return lower_function(lowering, site.node, site.name, site.owner)._replace(start=site.start, end=site.end)


GRAMMAR = Grammar(
    LEAVES,
    {**EXPRESSIONS, "object_creation_expression": lower_new, "switch_expression": lower_switch_value},
    LINKS,
    {**STATEMENTS, **dict.fromkeys(CLASSES, lower_class)},
    NO_STATEMENTS,
    transparent=frozenset({"parenthesized_expression", "expression_statement"}),
    function=lower_function,
    evaluate=lower_evaluated,
    head=object_of_call,
)
