"""Language-independent code for reading outlines."""

from __future__ import annotations

from reread.analyzers import syntax
from reread.analyzers.syntax import Node, SyntaxTree
from reread.analyzers.text import Span
from reread.rag.findings.outline import Call, Class, Function, Import, Outline
from reread.rag.findings.outlines import _sweep
from reread.rag.findings.outlines._sweep import Item


class OutlineBuilder:
    """Collects what the captures of a query say. A language has a method `_name` for each capture `@name`.

    `bound` are the names of the file itself, `rebound` those that are given more than one thing, `open` is true for a
    file of which not all names can be known.
    """

    def __init__(self, tree: SyntaxTree) -> None:
        self.tree = tree
        self.functions: list[Function] = []
        self.classes: list[Class] = []
        self.calls: list[tuple[Item, Call]] = []
        self.imports: list[Import] = []
        self.bound: set[str] = set()
        self.rebound: set[str] = set()
        self.open = False

    def read(self, query: syntax.Query) -> Outline:
        for item in _sweep.sweep(self.tree, query):
            getattr(self, f"_{item.kind}")(item)
        return Outline(
            self.tree,
            tuple(self.functions),
            tuple(self.classes),
            tuple(call._replace(shadowed=self.is_shadowed(call, item)) for item, call in self.calls),
            tuple(self.imports),
            frozenset(self.bound),
            frozenset(self.rebound),
            self.exported(),
            self.is_open(),
        )

    def span(self, node: Node) -> Span:
        """Where a node is."""
        return self.tree.document.lines.span_of_bytes(node.start_byte, node.end_byte)

    def is_shadowed(self, call: Call, item: Item) -> bool:
        """True when the first name of what is called is one that a function around binds for itself."""
        return _sweep.is_bound((call.receiver or call.name).partition(".")[0], item.around)

    def exported(self) -> frozenset[str]:
        """The names that other files may use."""
        return frozenset(self.bound)

    def is_open(self) -> bool:
        return self.open
