"""The form of functions as text, short enough to be written down in a test; and all parts of a function."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from reread.analyzers import syntax
from reread.analyzers.dataflow.ir import lowering
from reread.analyzers.dataflow.ir.nodes import (
    Argument,
    Assign,
    Assigned,
    Block,
    Call,
    Choice,
    Closure,
    Collection,
    CollectionItem,
    Define,
    Evaluate,
    Expression,
    Function,
    If,
    Index,
    Leave,
    Literal,
    Loop,
    Member,
    Name,
    Operation,
    Parameter,
    Parts,
    Sequence,
    Statement,
    Text,
    Try,
    Yield,
)
from reread.analyzers.text import Document


def functions(language: str, code: str) -> list[Function]:
    tree = syntax.parse(Document("file:///a", code, language=language))
    assert tree is not None
    return lowering.functions_of(tree)


def module(language: str, code: str) -> str:
    """The module's own code, printed."""
    return block(functions(language, code)[0].body)


def parts(found: Any) -> Iterator[Any]:
    """A part and all that is in it, each with a place of its own."""
    stack = [found]
    while stack:
        current = stack.pop()
        if hasattr(current, "start"):
            yield current
        stack += [child for child in current if isinstance(child, tuple)]


def function(found: Function) -> str:
    owner = found.owner + "." if found.owner else ""
    shared = f" shared {','.join(found.shared)}" if found.shared else ""
    decorators = "".join(decorator + " " for decorator in found.decorators)
    return f"{decorators}{owner}{found.name}({parameters(found)}){shared} {{{block(found.body)}}}"


def parameters(found: Function) -> str:
    return ", ".join(map(parameter, found.parameters))


def parameter(found: Parameter) -> str:
    annotations = "".join(annotation + " " for annotation in found.annotations)
    name = expression(found.target) if found.target is not None else found.name
    default = "" if found.default is None else f" = {expression(found.default)}"
    return f"{annotations}{'*' if found.spread else ''}{name}{': ' + found.type if found.type else ''}{default}"


def block(statements: Block) -> str:
    return "; ".join(map(statement, statements))


def statement(found: Statement) -> str:
    match found:
        case Assign(_, _, target, value, operator, type_):
            declared = f": {type_}" if type_ else ""
            return f"{expression(target)}{declared} {operator or '='} {expression(value)}"
        case Evaluate(_, _, value):
            return expression(value)
        case If(_, _, condition, then, other):
            return f"if {expression(condition)} {{{block(then)}}}" + (f" else {{{block(other)}}}" if other else "")
        case Loop(_, _, condition, None, None, body, other, once):
            end = f" else {{{block(other)}}}" if other else ""
            head = "loop" if condition is None else f"while {expression(condition)}"
            return f"{'do ' if once else ''}{head} {{{block(body)}}}{end}"
        case Loop(_, _, _, target, iterable, body, other):
            end = f" else {{{block(other)}}}" if other else ""
            assert iterable is not None
            head = "_" if target is None else expression(target)
            return f"for {head} in {expression(iterable)} {{{block(body)}}}{end}"
        case Leave(_, _, kind, value):
            return kind if value is None else f"{kind} {expression(value)}"
        case Try(_, _, body, handlers, last):
            caught = "".join(f" catch {{{block(handler)}}}" for handler in handlers)
            return f"try {{{block(body)}}}{caught}" + (f" finally {{{block(last)}}}" if last else "")
        case Define(_, _, name, inner, body):
            return " ".join(["define", name, *map(function, inner), *([f"{{{block(body)}}}"] if body else [])])


def expression(found: Expression) -> str:
    match found:
        case Name(_, _, name):
            return name
        case Member(_, _, object_, name):
            return f"{expression(object_)}.{name}"
        case Index(_, _, object_, key):
            return f"{expression(object_)}[{expression(key)}]"
        case Literal(_, _, value):
            return repr(value)
        case Call(_, _, callee, arguments, new):
            return f"{'new ' if new else ''}{expression(callee)}({', '.join(map(argument, arguments))})"
        case Text(_, _, pieces):
            return f"text({_list(pieces)})"
        case Operation(_, _, operator, operands) if len(operands) == 1:
            return f"({operator} {expression(operands[0])})"
        case Operation(_, _, operator, operands):
            return f"({f' {operator} '.join(map(expression, operands))})"
        case Choice(_, _, condition, then, other):
            return f"({expression(condition)} ? {expression(then)} : {expression(other)})"
        case Collection(_, _, entries, _):
            return f"[{', '.join(map(entry, entries))}]"
        case Assigned(_, _, target, value, operator):
            return f"({expression(target)} {operator or '='} {expression(value)})"
        case Closure(_, _, inner):
            return function(inner)
        case Parts(_, _, pieces):
            return f"<{_list(pieces)}>"
        case Sequence(_, _, pieces):
            return f"sequence({_list(pieces)})"
        case Yield(_, _, value):
            return f"yield {expression(value)}"


def _list(found: tuple[Expression, ...]) -> str:
    return ", ".join(map(expression, found))


def argument(found: Argument) -> str:
    name = f"{found.name}=" if found.name else ""
    return f"{'*' if found.spread else ''}{name}{expression(found.value)}"


def entry(found: CollectionItem) -> str:
    key = "" if found.key is None else f"{expression(found.key)}: "
    return f"{'*' if found.spread else ''}{key}{expression(found.value)}"
