"""Shell scripts."""

from __future__ import annotations

from reread.analyzers.dataflow.ir.common import Grammar, first_child
from reread.analyzers.dataflow.ir.nodes import Function, Statement
from reread.analyzers.dataflow.ir.site import Site
from reread.analyzers.dataflow.languages.bash.context import ShellLowering
from reread.analyzers.dataflow.languages.bash.lower_expressions import EXPRESSIONS, LEAVES
from reread.analyzers.dataflow.languages.bash.lower_statements import STATEMENTS, evaluate, lower_function
from reread.analyzers.syntax import Node, SyntaxTree

_FUNCTION = "function_definition"


def outline(tree: SyntaxTree) -> list[Site]:
    """The script itself, then the functions that stand in no other one."""
    found = [Site(0, len(tree.document.data), "", "", tree.root)]
    stack: list[Node] = [tree.root]
    while stack:
        node = stack.pop()
        if node.type == _FUNCTION:
            name = node.child_by_field_name("name")
            found.append(Site(node.start_byte, node.end_byte, "_" if name is None else tree.text(name), "", node))
        else:
            stack.extend(reversed(node.named_children))
    return found


def lower(tree: SyntaxTree, site: Site) -> Function:
    """The function at a site."""
    lowering = ShellLowering(tree.document.data, GRAMMAR)
    lowering.offset = site.start
    if site.node.type == _FUNCTION:
        return lower_function(lowering, site.node)._replace(start=site.start, end=site.end, name=site.name)
    block: list[Statement] = []
    lowering.statement(site.node, block)
    return Function(site.start, site.end, "", (), tuple(block))


GRAMMAR = Grammar(
    LEAVES,
    EXPRESSIONS,
    links={},
    statements=STATEMENTS,
    no_statements=frozenset({"comment", "heredoc_body"}),
    transparent=frozenset(),
    function=lower_function,
    evaluate=evaluate,
    head=first_child,
    names=frozenset({"variable_name", "simple_expansion"}),
)
