"""Reads the comparisons of `metavariable-comparison` into lists that JSON can hold, the source form of `comparison`.

The language is the one that Semgrep has: numbers, texts, booleans, lists, arithmetic, comparisons, `in`, `and`, `or`,
`not`, and the functions `int`, `float`, `str`, `len`, `re.match`, `today` and `strptime`.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Mapping
from typing import Any

from reread.analyzers.pattern.metavariables.comparison import Source
from reread.analyzers.pattern.regex.regex_safety import compile_regex

_VARIABLE = re.compile(r"\$(?:\.\.\.)?[A-Za-z_]\w*|\$\d+")
_PREFIX = "rr_variable_"
_FUNCTIONS = {"int": 1, "float": 1, "str": 1, "len": 1, "re.match": 2, "today": 0, "strptime": 1}
_LONGEST = 2_000
_DEEPEST = 100


class ComparisonError(ValueError):
    """A comparison is not written as it must be; the message says what is wrong."""


def read_comparison(text: str) -> Source:
    """The source form of a comparison. Raises ComparisonError."""
    if len(text) > _LONGEST:
        raise ComparisonError(f"the comparison is longer than {_LONGEST} characters")
    names: dict[str, str] = {}

    def named(match: re.Match[str]) -> str:
        return names.setdefault(match[0], f"{_PREFIX}{len(names)}")

    try:
        tree = ast.parse(_VARIABLE.sub(named, text).strip(), mode="eval")
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        raise ComparisonError(f"not a comparison: {getattr(error, 'msg', None) or error}") from None
    return _Reader({place: name for name, place in names.items()}).read(tree.body, 0)


class _Reader:
    def __init__(self, names: Mapping[str, str]) -> None:
        self.names = names

    def read(self, node: Any, depth: int) -> Source:
        if depth > _DEEPEST:
            raise ComparisonError("the comparison is nested too deeply")
        read: Callable[[Any, int], Source] | None = getattr(self, f"_{type(node).__name__.lower()}", None)
        if read is None:
            raise ComparisonError(f"`{_shown(node)}` is not supported in a comparison")
        return read(node, depth + 1)

    def _constant(self, node: Any, depth: int) -> Source:
        if not isinstance(node.value, (int, float, str, bool)):
            raise ComparisonError(f"`{_shown(node)}` is not supported in a comparison")
        return ["value", node.value]

    def _name(self, node: Any, depth: int) -> Source:
        if node.id in ("true", "false"):
            return ["value", node.id == "true"]
        if node.id not in self.names:
            raise ComparisonError(f"`{node.id}` is not known; metavariables begin with $")
        return ["variable", self.names[node.id]]

    def _list(self, node: Any, depth: int) -> Source:
        return ["list", [self.read(item, depth) for item in node.elts]]

    _tuple = _set = _list

    def _unaryop(self, node: Any, depth: int) -> Source:
        inner = self.read(node.operand, depth)
        name = {"Not": "not", "USub": "minus", "Invert": "invert"}.get(type(node.op).__name__)
        return inner if name is None else [name, inner]

    def _boolop(self, node: Any, depth: int) -> Source:
        return [type(node.op).__name__.lower(), [self.read(value, depth) for value in node.values]]

    def _binop(self, node: Any, depth: int) -> Source:
        sign = _SIGNS.get(type(node.op).__name__)
        if sign is None:
            raise ComparisonError(f"`{_shown(node)}` is not supported in a comparison")
        return [sign, self.read(node.left, depth), self.read(node.right, depth)]

    def _compare(self, node: Any, depth: int) -> Source:
        rest = []
        for sign, value in zip(node.ops, node.comparators, strict=True):
            name = _COMPARED.get(type(sign).__name__)
            if name is None:
                raise ComparisonError(f"`{_shown(node)}` is not supported in a comparison")
            rest.append([name, self.read(value, depth)])
        return ["compare", self.read(node.left, depth), rest]

    def _call(self, node: Any, depth: int) -> Source:
        name = _shown(node.func)
        if node.keywords or name not in _FUNCTIONS:
            raise ComparisonError(f"`{name}` is not a function of comparisons")
        if len(node.args) != _FUNCTIONS[name]:
            raise ComparisonError(f"`{name}` takes {_FUNCTIONS[name]} values")
        arguments = [self.read(argument, depth) for argument in node.args]
        if name == "re.match" and arguments[0][0] == "value":
            try:
                compile_regex(str(arguments[0][1]))
            except (re.error, ValueError) as error:
                raise ComparisonError(f"not a regular expression: {error}") from None
        return ["call", name, arguments]


def _shown(node: Any) -> str:
    return ast.unparse(node)


_SIGNS = {
    "Add": "+",
    "Sub": "-",
    "Mult": "*",
    "Div": "/",
    "FloorDiv": "//",
    "Mod": "%",
    "Pow": "**",
    "BitAnd": "&",
    "BitOr": "|",
    "BitXor": "^",
    "LShift": "<<",
    "RShift": ">>",
}
_COMPARED = {
    "Lt": "<",
    "LtE": "<=",
    "Gt": ">",
    "GtE": ">=",
    "Eq": "==",
    "NotEq": "!=",
    "In": "in",
    "NotIn": "not in",
    "Is": "==",
    "IsNot": "!=",
}
