"""From syntax to the IR: by the module of a language with `outline` and `lower`, or by the table of its grammar."""

from __future__ import annotations

from reread.analyzers.dataflow.ir import tabled
from reread.analyzers.dataflow.ir.language_modules import LOWERING, module_of, table_of
from reread.analyzers.dataflow.ir.nodes import Function
from reread.analyzers.dataflow.ir.site import Site
from reread.analyzers.syntax import SyntaxTree


def outline(tree: SyntaxTree) -> list[Site]:
    """The sites of a document in the order of the text, the module's own code first; none for a language without
    data-flow analysis.
    """
    module, table = module_of(tree.language.name, LOWERING), table_of(tree.language.name)
    if module is not None:
        found: list[Site] = module.outline(tree)
        return found
    return [] if table is None else tabled.outline(tree, table)


def lower(tree: SyntaxTree, site: Site) -> Function:
    """The function at a site."""
    table = table_of(tree.language.name)
    if table is not None:
        return tabled.lower(tree, site, table)
    module = module_of(tree.language.name, LOWERING)
    assert module is not None
    function: Function = module.lower(tree, site)
    return function


def functions_of(tree: SyntaxTree, within: tuple[int, int] | None = None) -> list[Function]:
    """All functions that stand in no other one, or those that touch a range of bytes."""
    return [
        lower(tree, site)
        for site in outline(tree)
        if within is None or (site.start <= within[1] and site.end >= within[0])
    ]
