"""JavaScript and TypeScript."""

from __future__ import annotations

from reread.analyzers.dataflow.ir.common import (
    Grammar,
    Lowering,
)
from reread.analyzers.dataflow.ir.nodes import (
    GETTER,
    Function,
    Statement,
)
from reread.analyzers.dataflow.ir.site import Site
from reread.analyzers.dataflow.languages.javascript import function_sites
from reread.analyzers.dataflow.languages.javascript.lower_classes import (
    lower_class,
    lower_class_value,
    lower_function,
    lower_module,
)
from reread.analyzers.dataflow.languages.javascript.lower_expressions import (
    EXPRESSIONS,
    LEAVES,
    LINKS,
    object_of_call,
)
from reread.analyzers.dataflow.languages.javascript.lower_statements import NO_STATEMENTS, STATEMENTS, lower_evaluated
from reread.analyzers.syntax import SyntaxTree


def outline(tree: SyntaxTree) -> list[Site]:
    """The module's code, then its functions and the methods of its classes."""
    return function_sites.sites(tree)


def lower(tree: SyntaxTree, site: Site) -> Function:
    """The function at a site."""
    lowering = Lowering(tree.document.data, GRAMMAR)
    lowering.offset = site.start
    if not site.name:
        block: list[Statement] = []
        lower_module(lowering, site.node, block)
        return Function(site.start, site.end, "", (), tuple(block))
    decorators = tuple(lowering.text(node) for node in function_sites.decorators(site.node))
    if function_sites.is_getter(site.node):
        decorators += (GETTER,)
    function = lower_function(lowering, site.node, site.name, site.owner, decorators)
    return function._replace(start=site.start, end=site.end)


_CLASSES = ("class_declaration", "abstract_class_declaration")
GRAMMAR = Grammar(
    LEAVES,
    {**EXPRESSIONS, "class": lower_class_value},
    LINKS,
    {**STATEMENTS, **dict.fromkeys(_CLASSES, lower_class)},
    NO_STATEMENTS,
    transparent=frozenset({"parenthesized_expression", "expression_statement", "else_clause"}),
    names=frozenset({"identifier", "shorthand_property_identifier"}),
    function=lower_function,
    evaluate=lower_evaluated,
    head=object_of_call,
)
