"""Comparisons of `metavariable-comparison`: read by Python's parser, evaluated without its `eval`.

The language is the one that Semgrep has: numbers, texts, booleans, lists, arithmetic, comparisons, `in`, `and`, `or`,
`not`, and the functions `int`, `float`, `str`, `len`, `re.match`, `today` and `strptime`.
"""

from __future__ import annotations

import ast
import operator
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple, TypeAlias

from reread.analyzers.constants.numerals import whole_number

_VARIABLE = re.compile(r"\$(?:\.\.\.)?[A-Za-z_]\w*|\$\d+")
_PREFIX = "rr_variable_"
_PLACE = re.compile(rf"{_PREFIX}\d+")
_FUNCTIONS = {"int": 1, "float": 1, "str": 1, "len": 1, "re.match": 2, "today": 0, "strptime": 1}
_LONGEST = 2_000
_DEEPEST = 100
_LARGEST_POWER = 1_000
_LARGEST_SHIFT = 4_000
_LONGEST_DATE = 40
_BOOLEANS = {"true": True, "false": False}


class Code(NamedTuple):
    """A value that is not a literal: a piece of code, equal to the same text."""

    text: str


Value: TypeAlias = "int | float | str | bool | Code | list[Any]"


class Unknown(Exception):  # noqa: N818
    """The values are not comparable, so that the comparison does not hold."""


class ComparisonError(ValueError):
    """A comparison is malformed; the message describes the problem."""


class Comparison(NamedTuple):
    """A parsed comparison. `variables` are the metavariables by the names that stand for them in it."""

    body: ast.expr
    variables: Mapping[str, str]


def read_comparison(text: str) -> Comparison:
    """Raises ComparisonError."""
    if len(text) > _LONGEST:
        raise ComparisonError(f"the comparison is longer than {_LONGEST} characters")
    names: dict[str, str] = {}

    def named(match: re.Match[str]) -> str:
        return names.setdefault(match[0], f"{_PREFIX}{len(names)}")

    try:
        tree = ast.parse(_VARIABLE.sub(named, text).strip(), mode="eval")
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        raise ComparisonError(f"not a comparison: {getattr(error, 'msg', None) or error}") from None
    variables = {place: name for name, place in names.items()}
    _check(tree.body, variables, 0)
    used = set()
    for node in ast.walk(tree.body):
        if isinstance(node, ast.Name):
            used.add(node.id)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            node.value = _PLACE.sub(lambda match: variables.get(match[0], match[0]), node.value)
    return Comparison(tree.body, {place: name for place, name in variables.items() if place in used})


def _check(node: ast.expr, variables: Mapping[str, str], depth: int) -> None:
    """Raises ComparisonError if a part of a comparison is not supported."""
    if depth > _DEEPEST:
        raise ComparisonError("the comparison is nested too deeply")
    if isinstance(node, ast.Name):
        if node.id not in variables and node.id not in _BOOLEANS:
            raise ComparisonError(f"`{node.id}` is not known; metavariables begin with $")
    elif isinstance(node, ast.Call):
        _check_call(node)
    elif not _is_supported(node):
        raise ComparisonError(f"`{ast.unparse(node)}` is not supported in a comparison")
    for each in _operands(node):
        _check(each, variables, depth + 1)


def _is_supported(node: ast.expr) -> bool:
    if isinstance(node, ast.Constant):
        return isinstance(node.value, int | float | str | bool)
    if isinstance(node, ast.BinOp):
        return type(node.op) in _SIGNS
    return isinstance(node, ast.List | ast.Tuple | ast.Set | ast.UnaryOp | ast.BoolOp | ast.Compare)


def _operands(node: ast.expr) -> Iterator[ast.expr]:
    """The expressions directly in one, without the name of a function."""
    if isinstance(node, ast.Call):
        yield from node.args
    else:
        yield from (each for each in ast.iter_child_nodes(node) if isinstance(each, ast.expr))


def _check_call(node: ast.Call) -> None:
    from reread.analyzers.pattern.regex.regex_safety import compile_regex

    name = ast.unparse(node.func)
    if node.keywords or name not in _FUNCTIONS:
        raise ComparisonError(f"`{name}` is not a function of comparisons")
    if len(node.args) != _FUNCTIONS[name]:
        raise ComparisonError(f"`{name}` takes {_FUNCTIONS[name]} values")
    if name == "re.match" and isinstance(expression := node.args[0], ast.Constant):
        try:
            compile_regex(str(expression.value))
        except (re.error, ValueError) as error:
            raise ComparisonError(f"not a regular expression: {error}") from None


_SIGNS: Mapping[type[ast.operator], str] = {
    ast.Add: "+",
    ast.Sub: "-",
    ast.Mult: "*",
    ast.Div: "/",
    ast.FloorDiv: "//",
    ast.Mod: "%",
    ast.Pow: "**",
    ast.BitAnd: "&",
    ast.BitOr: "|",
    ast.BitXor: "^",
    ast.LShift: "<<",
    ast.RShift: ">>",
}
_ARITHMETIC: Mapping[str, Callable[[Any, Any], Any]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "%": operator.mod,
    "//": operator.floordiv,
    "**": operator.pow,
    "&": operator.and_,
    "|": operator.or_,
    "^": operator.xor,
    "<<": operator.lshift,
    ">>": operator.rshift,
}
_ORDER: Mapping[type[ast.cmpop], Callable[[Any, Any], bool]] = {
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
}


def holds(comparison: Comparison, values: Mapping[str, Value]) -> bool:
    """True when the comparison holds for what the metavariables stand for; False when that cannot be said."""
    # One that stands for nothing matters only where its value is asked for.
    known = {name: values[each] for name, each in comparison.variables.items() if each in values}
    try:
        return evaluate(comparison.body, known) is True
    except (Unknown, KeyError, ArithmeticError, ValueError, TypeError, RecursionError, re.error):
        return False


def evaluate(node: ast.expr, values: Mapping[str, Value]) -> Value:
    """The value of an expression. Raises Unknown or KeyError when it has none."""
    match node:
        case ast.Constant():
            return node.value  # type: ignore[return-value]
        case ast.Name():
            return values[node.id] if node.id in values else _BOOLEANS[node.id]
        case ast.List() | ast.Tuple() | ast.Set():
            return [evaluate(item, values) for item in node.elts]
        case ast.BoolOp():
            each = (_truth(evaluate(item, values)) for item in node.values)
            return all(each) if isinstance(node.op, ast.And) else any(each)
        case ast.UnaryOp():
            return _unary(node.op, evaluate(node.operand, values))
        case ast.Compare():
            return _compared(node, values)
        case ast.Call():
            return _called(ast.unparse(node.func), [evaluate(item, values) for item in node.args])
        case ast.BinOp():
            return computed(_SIGNS[type(node.op)], evaluate(node.left, values), evaluate(node.right, values))
    raise Unknown


def _unary(sign: ast.unaryop, value: Value) -> Value:
    if isinstance(sign, ast.Not):
        return not _truth(value)
    if isinstance(sign, ast.UAdd):
        return value
    number = _number(value)
    return -number if isinstance(sign, ast.USub) else ~_integer(number)


def _truth(value: Value) -> bool:
    if not isinstance(value, bool):
        raise Unknown
    return value


def _number(value: Value) -> int | float:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise Unknown
    return value


def _integer(value: Value) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise Unknown
    return value


def _compared(node: ast.Compare, values: Mapping[str, Value]) -> bool:
    first = evaluate(node.left, values)
    for sign, each in zip(node.ops, node.comparators, strict=True):
        second = evaluate(each, values)
        if not _holds(sign, first, second):
            return False
        first = second
    return True


def _holds(sign: ast.cmpop, first: Value, second: Value) -> bool:
    if isinstance(sign, ast.Eq | ast.NotEq | ast.Is | ast.IsNot):
        return _equal(first, second) is isinstance(sign, ast.Eq | ast.Is)
    if isinstance(sign, ast.In | ast.NotIn):
        wanted = isinstance(sign, ast.In)
        if isinstance(second, str) and isinstance(first, str):
            return (first in second) is wanted
        if not isinstance(second, list):
            raise Unknown
        return any(_equal(first, item) for item in second) is wanted
    if isinstance(first, str) and isinstance(second, str):
        return _ORDER[type(sign)](first, second)
    return _ORDER[type(sign)](_number(first), _number(second))


def _equal(first: Value, second: Value) -> bool:
    """Numbers are equal by value; else only values of one type can be."""
    if isinstance(first, (int, float)) and isinstance(second, (int, float)):
        return isinstance(first, bool) == isinstance(second, bool) and first == second
    return type(first) is type(second) and first == second


def computed(sign: str, first: Value, second: Value) -> Value:
    """The value of an operation. Raises Unknown, KeyError or ArithmeticError where it has none."""
    if sign == "+" and isinstance(first, str) and isinstance(second, str):
        if len(first) + len(second) > _LARGEST_SHIFT:
            raise Unknown
        return first + second
    one, other = _number(first), _number(second)
    if sign == "/":
        # Whole numbers are divided as in C, which is what Semgrep does.
        return int(one / other) if isinstance(one, int) and isinstance(other, int) else one / other
    if sign == "**" and (abs(other) > _LARGEST_POWER or abs(one) > _LARGEST_POWER):
        raise Unknown
    if sign in ("<<", ">>") and not 0 <= _integer(other) <= _LARGEST_SHIFT:
        raise Unknown
    if sign in ("&", "|", "^", "<<", ">>"):
        one, other = _integer(one), _integer(other)
    result: int | float = _ARITHMETIC[sign](one, other)
    return result


def _called(name: str, arguments: list[Value]) -> Value:
    if name == "today":
        import time

        return int(time.time())
    first = arguments[0]
    if name == "int":
        return int(first) if isinstance(first, (int, float)) else _parsed(first)
    if name == "float":
        return float(first) if isinstance(first, (int, float, str)) else _fail()
    if name == "str":
        return first.text if isinstance(first, Code) else str(first)
    if name == "len":
        return (
            len(first.text if isinstance(first, Code) else first) if isinstance(first, (str, list, Code)) else _fail()
        )
    if name == "strptime":
        return _seconds(first)
    from reread.analyzers.pattern.regex.regex_safety import compile_regex
    from reread.analyzers.pattern.regex.search import matches_value

    second = arguments[1]
    if not isinstance(first, str) or not isinstance(second, str):
        raise Unknown
    return matches_value(compile_regex(first), second.encode(errors="surrogatepass"))


def _parsed(value: Value) -> int:
    if not isinstance(value, str):
        raise Unknown
    return whole_number(value, 0)


def _fail() -> Value:
    raise Unknown


def _seconds(value: Value) -> int:
    """Seconds since 1970 of a day such as `2024-12-31`."""
    import calendar

    if not isinstance(value, str) or len(value) > _LONGEST_DATE:
        raise Unknown
    found = re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", value.strip())
    if found is None:
        raise Unknown
    year, month, day = int(found[1]), int(found[2]), int(found[3])
    if not (1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]):
        raise Unknown
    return calendar.timegm((year, month, day, 0, 0, 0))
