"""From syntax to the form of `program`: one file a language with `outline` and `lower`."""

from __future__ import annotations

from typing import NamedTuple

from reread.analyzers.dataflow.ir.nodes import Function
from reread.analyzers.dataflow.language_modules import LOWERING, module_of
from reread.analyzers.syntax import Node, SyntaxTree


class Site(NamedTuple):
    """A function that stands in no other function, found but not lowered. Finding it does not look inside of bodies.

    `start` and `end` are bytes of the document and include decorators and annotations; `owner` is the class (Go: the
    receiver's type) or "". The code of a module is the site with the name "" and the root as its node.
    """

    start: int
    end: int
    name: str
    owner: str
    node: Node


def outline(tree: SyntaxTree) -> list[Site]:
    """The sites of a document in the order of the text, the module's own code first; none for other languages."""
    module = module_of(tree.language.name, LOWERING)
    return [] if module is None else module.outline(tree)


def lower(tree: SyntaxTree, site: Site) -> Function:
    """The function at a site."""
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
