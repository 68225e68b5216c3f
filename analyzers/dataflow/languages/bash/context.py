"""One shell script while its functions are lowered."""

from __future__ import annotations

from collections.abc import Iterator

from reread.analyzers.dataflow.ir.common import Grammar, Lowering
from reread.analyzers.dataflow.ir.nodes import Expression, Name, Parts
from reread.analyzers.dataflow.ir.temporaries import temporary
from reread.analyzers.syntax import Node

INPUT = temporary("input")
"""The standard input of a function: what a pipeline gives it."""

OUTPUT = temporary("output")
"""What a function has printed so far: the value of a substitution that calls it."""


class ShellLowering(Lowering):
    """`input` is where `read` reads from, None where that is not known; `positionals` are the arguments that the
    function uses one by one, and in a function what commands print is kept (`prints`).
    """

    __slots__ = ("input", "positionals", "prints")

    def __init__(self, data: bytes, grammar: Grammar) -> None:
        super().__init__(data, grammar)
        self.input: Expression | None = None
        self.positionals = 0
        self.prints = False

    def variable(self, node: Node, name: str) -> Name:
        """A variable, whose name cannot be that of a function as well."""
        return Name(*self.place(node), f"${name}")

    def all_arguments(self, node: Node) -> Expression:
        """`$@` and `$*`."""
        names = (*map(str, range(1, self.positionals + 1)), "@")
        return Parts(*self.place(node), tuple(self.variable(node, name) for name in names))


def positionals_of(body: Node, text: bytes) -> int:
    """How many arguments a function uses by number, without those of functions in it."""
    return max((int(name) for name in _names(body, text) if name.isdigit()), default=0)


def _names(body: Node, text: bytes) -> Iterator[bytes]:
    stack = [body]
    while stack:
        node = stack.pop()
        if node.type == "variable_name":
            yield text[node.start_byte : node.end_byte]
        elif node.type != "function_definition":
            stack += node.named_children
