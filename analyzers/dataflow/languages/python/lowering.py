"""Python."""

from __future__ import annotations

from reread.analyzers.dataflow.ir.nodes import (
    Function,
)
from reread.analyzers.dataflow.ir.site import Site
from reread.analyzers.dataflow.languages.python import function_sites
from reread.analyzers.dataflow.languages.python.lower_context import PythonLowering, Tables
from reread.analyzers.dataflow.languages.python.lower_expressions import (
    EXPRESSIONS,
    lower_lambda_function,
)
from reread.analyzers.dataflow.languages.python.lower_statements import (
    STATEMENTS,
    lower_function,
    lower_module,
)
from reread.analyzers.syntax import SyntaxTree

_TABLES = Tables(EXPRESSIONS, STATEMENTS)


def outline(tree: SyntaxTree) -> list[Site]:
    """The module's code, then functions and methods in the order of the text."""
    return function_sites.sites(tree)


def lower(tree: SyntaxTree, site: Site) -> Function:
    """The function at a site."""
    data = tree.document.data
    lowering = PythonLowering(data, site.start, _TABLES)
    if site.name == "" and site.node.type == "module":
        return Function(site.start, site.end, "", (), lower_module(lowering, site.node))
    if site.node.type == "lambda":
        return lower_lambda_function(lowering, site.node)._replace(start=site.start, end=site.end, name=site.name)
    function = lower_function(lowering, site.node, site.owner)
    return function._replace(start=site.start, end=site.end)
