"""The variables of a function of Go while it is lowered: blocks of their own, results with names."""

from __future__ import annotations

from reread.analyzers.dataflow.ir.common import Grammar, Lowering
from reread.analyzers.dataflow.ir.nodes import (
    Expression,
    Literal,
    Name,
    Statement,
)
from reread.analyzers.syntax import Node

_NUMBERS = frozenset(
    {"byte", "rune", "uintptr", *(f"{kind}{size}" for kind in ("int", "uint") for size in ("", 8, 16, 32, 64))}
)


class GoLowering(Lowering):
    """One document of Go, with the variables of the function that is being lowered."""

    __slots__ = ("beside", "gives", "here", "results", "visible")

    def __init__(self, data: bytes, grammar: Grammar) -> None:
        """`results` are the names of the results of the function, where it has any, and `gives` their types.

        `beside` are the calls that run beside the function, where it sends something to channels. `visible` are the
        variables of the functions and blocks around by the names that the code has for them; `here` are those of the
        innermost block, with what their names stood for before it.
        """
        super().__init__(data, grammar)
        self.results: tuple[str, ...] = ()
        self.gives: tuple[str, ...] = ()
        self.beside: list[Statement] | None = None
        self.visible: dict[str, str] = {}
        self.here: dict[str, str] = {}

    def variable(self, node: Node) -> Expression:
        found = self.name(node)
        known = self.visible.get(found.name) if isinstance(found, Name) else None
        return found if known is None else Name(found.start, found.end, known)

    def declare(self, name: str, alone: bool = False) -> str:
        """The name of a variable that begins here; `alone` for what a function has for itself, such as parameters."""
        if name == "_" or name in self.here:
            return self.visible.get(name, name)
        before = self.visible.get(name, "")
        self.here[name] = before
        self.visible[name] = f"1{before}" if before and not alone else name
        return self.visible[name]

    def declare_all(self, left: Node) -> None:
        """Declares what stands on the left of `:=`, where it is not from this very block."""
        for each in self.named(left) if left.type == "expression_list" else [left]:
            if each.type == "identifier":
                self.declare(self.text(each))

    def open(self) -> dict[str, str]:
        """Begins a block; gives the names of the one around, for `close`."""
        around, self.here = self.here, {}
        return around

    def close(self, around: dict[str, str]) -> None:
        for name, before in self.here.items():
            if before:
                self.visible[name] = before
            else:
                del self.visible[name]
        self.here = around

    def type(self, node: Node | None) -> str:
        return "" if node is None else self.text(node)

    def zero(self, place: int, type: str) -> Expression:
        """What a variable of a type holds before anything is assigned to it."""
        return Literal(
            place, place, "" if type == "string" else 0 if type in _NUMBERS else False if type == "bool" else None
        )
