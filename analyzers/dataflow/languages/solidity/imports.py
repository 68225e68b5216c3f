"""The links of a file of Solidity: taint is tracked within a file only."""

from __future__ import annotations

from reread.analyzers.dataflow.cross_file.imports import Links
from reread.analyzers.syntax import SyntaxTree


def links_of(tree: SyntaxTree) -> Links:
    """No links to other files."""
    return Links(())
