"""Go."""

from __future__ import annotations

from reread.analyzers.dataflow.ir.common import (
    Grammar,
    evaluate,
    first_child,
)
from reread.analyzers.dataflow.ir.nodes import (
    Define,
    Function,
    Statement,
)
from reread.analyzers.dataflow.ir.site import Site
from reread.analyzers.dataflow.languages.go.lower_context import GoLowering
from reread.analyzers.dataflow.languages.go.lower_expressions import EXPRESSIONS, LEAVES, LINKS
from reread.analyzers.dataflow.languages.go.lower_functions import (
    lower_function,
)
from reread.analyzers.dataflow.languages.go.lower_statements import NO_STATEMENTS, STATEMENTS
from reread.analyzers.syntax import Node, SyntaxTree

_FUNCTIONS = frozenset({"function_declaration", "method_declaration"})


def outline(tree: SyntaxTree) -> list[Site]:
    """The package's variables, then its functions and methods."""
    root = tree.root
    result = [Site(0, len(tree.document.data), "", "", root)]
    for node in root.named_children:
        if node.type in _FUNCTIONS:
            name = node.child_by_field_name("name")
            receiver = node.child_by_field_name("receiver")
            owner = "" if receiver is None else _owner(tree.text(receiver))
            result.append(Site(node.start_byte, node.end_byte, tree.text(name) if name else "_", owner, node))
    return result


def _owner(receiver: str) -> str:
    """`T` of `(t *T)`, `(T)` and `(t *T[K])`."""
    return receiver.strip("() ").split("[")[0].rpartition(" ")[2].lstrip("*").strip()


def lower(tree: SyntaxTree, site: Site) -> Function:
    """The function at a site."""
    lowering = GoLowering(tree.document.data, GRAMMAR)
    lowering.offset = site.start
    if site.node.type not in _FUNCTIONS:
        block: list[Statement] = []
        lower_package(lowering, site.node, block)
        return Function(site.start, site.end, "", (), tuple(block))
    return lower_function(lowering, site.node, site.name, site.owner)._replace(start=site.start, end=site.end)


def lower_package(lowering: GoLowering, root: Node, block: list[Statement]) -> None:
    """The variables and constants of a package; functions are only named."""
    for node in root.named_children:
        if node.type in _FUNCTIONS:
            name = node.child_by_field_name("name")
            block.append(Define(*lowering.place(node), "_" if name is None else lowering.text(name), ()))
        elif not node.is_extra:
            lowering.statement(node, block)


GRAMMAR = Grammar(
    LEAVES,
    EXPRESSIONS,
    LINKS,
    STATEMENTS,
    NO_STATEMENTS,
    transparent=frozenset({"parenthesized_expression", "expression_statement", "expression_list", "literal_element"}),
    function=lower_function,
    evaluate=evaluate,
    head=first_child,
)
