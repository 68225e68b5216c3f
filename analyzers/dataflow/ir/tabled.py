"""Lowering by a table: `outline` and `lower` for languages whose grammar a `SyntaxTable` describes."""

from __future__ import annotations

from reread.analyzers.dataflow.ir.common import Grammar, first_child
from reread.analyzers.dataflow.ir.nodes import Function, Statement
from reread.analyzers.dataflow.ir.site import Site
from reread.analyzers.dataflow.ir.syntax_table import SyntaxTable
from reread.analyzers.dataflow.ir.tabled_context import Tabled
from reread.analyzers.dataflow.ir.tabled_expressions import expression_of
from reread.analyzers.dataflow.ir.tabled_statements import function_of, name_in, statement_of
from reread.analyzers.syntax import Node, SyntaxTree


def outline(tree: SyntaxTree, table: SyntaxTable) -> list[Site]:
    """The file's own code, then the functions that stand in no other one, in the order of the text."""
    lowering = _lowering(tree, table)
    found = [Site(0, len(tree.document.data), "", "", tree.root)]
    stack: list[tuple[Node, str]] = [(tree.root, "")]
    while stack:
        node, owner = stack.pop()
        if node.type in table.functions and node.parent is not None:
            name = lowering.part(node, table.functions[node.type].name)
            text = "" if name is None else name_in(lowering, name)
            found.append(Site(node.start_byte, node.end_byte, text or "_", owner, node))
            continue
        if node.type in table.closures:
            continue
        if node.type in table.classes:
            name = lowering.part(node, table.classes[node.type][0])
            owner = owner if name is None else lowering.text(name)
        stack.extend((child, owner) for child in reversed(node.named_children))
    return found


def lower(tree: SyntaxTree, site: Site, table: SyntaxTable) -> Function:
    """The function at a site."""
    lowering = _lowering(tree, table)
    lowering.offset = site.start
    if site.node.parent is None:
        block: list[Statement] = []
        for child in lowering.named(site.node):
            lowering.statement(child, block)
        return Function(site.start, site.end, "", (), tuple(block))
    form = table.functions[site.node.type]
    function = function_of(lowering, site.node, form, site.owner, site.name)
    return function._replace(start=site.start, end=site.end)


def _lowering(tree: SyntaxTree, table: SyntaxTable) -> Tabled:
    grammar = Grammar(
        {},
        {},
        {},
        {},
        table.ignored,
        table.transparent,
        function=function_of,
        evaluate=statement_of,
        head=first_child,
        names=table.names,
    )
    return Tabled(tree.document.data, grammar, table, expression_of, names_only=True)
