"""Conditions that vouch for a value: where they hold, it is one of a known few or of a harmless form."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reread.analyzers.flow.program import (
    Argument,
    Assigned,
    Call,
    Collection,
    Expression,
    Literal,
    Member,
    Name,
    Operation,
    Parts,
)
from reread.analyzers.flow.values import Path, gathered

if TYPE_CHECKING:
    from reread.analyzers.flow.expressions import Expressions

_AND = frozenset({"and", "&&"})
_OR = frozenset({"or", "||"})
_NOT = frozenset({"not", "!"})
_EQUAL = frozenset({"==", "===", "is"})
_UNEQUAL = frozenset({"!=", "!==", "is not"})
_HARMLESS = frozenset({"isdigit", "isalnum", "isnumeric", "isdecimal", "isalpha", "isidentifier"})
_MEMBERSHIP = frozenset({"includes", "has", "contains", "containsKey", "Contains", "hasOwnProperty"})
_FULL_MATCH = frozenset({"fullmatch", "matches", "MatchString", "test", "match"})
_NUMBER_TYPES = frozenset({"int", "float", "bool", "complex", "number", "boolean", "bigint"})
_MOST_DEEP = 12

Place = tuple[str, Path]
Places = frozenset[Place]
_NONE: Places = frozenset()


def vouched(condition: Expression, holds: bool, values: Expressions, deep: int = 0) -> Places:
    """The variables and fields that are harmless where a condition holds (or does not)."""
    if deep > _MOST_DEEP:
        return _NONE
    if isinstance(condition, Operation):
        return _operation(condition, holds, values, deep)
    if isinstance(condition, Call):
        return _call(condition, values) if holds else _NONE
    if isinstance(condition, Name):
        test = values.variable(condition.name).test
        return _NONE if test is None else vouched(test, holds, values, deep + 1)
    if isinstance(condition, Assigned):
        return vouched(condition.value, holds, values, deep + 1)
    if isinstance(condition, Parts) and len(condition.parts) == 1:
        return vouched(condition.parts[0], holds, values, deep + 1)
    return _NONE


def _operation(condition: Operation, holds: bool, values: Expressions, deep: int) -> Places:
    operator, operands = condition.operator, condition.operands
    if operator in _NOT and operands:
        return vouched(operands[0], not holds, values, deep + 1)
    if operator in _AND or operator in _OR:
        found = [vouched(each, holds, values, deep + 1) for each in operands]
        if (operator in _AND) is holds:
            return frozenset().union(*found)
        return frozenset.intersection(*found) if found else _NONE
    if len(operands) != 2:
        return _NONE
    left, right = operands
    if operator in ("in", "not in") and (operator == "in") is holds:
        return _member(left, right, values)
    if operator in _EQUAL | _UNEQUAL:
        return _equality(left, right, (operator in _EQUAL) is holds, values, deep)
    return _NONE


def _equality(left: Expression, right: Expression, equal: bool, values: Expressions, deep: int) -> Places:
    for one, other in ((left, right), (right, left)):
        if isinstance(other, Literal) and (other.value is None or isinstance(other.value, bool)):
            # A comparison with true, false or none of what a check gave.
            truth = equal if other.value is True else not equal
            found = vouched(one, truth, values, deep + 1)
            if found or not equal:
                return found
        if isinstance(one, Operation) and one.operator == "typeof" and isinstance(other, Literal):
            return _place(one.operands[0], values) if equal and other.value in _NUMBER_TYPES else _NONE
    if not equal:
        return _NONE
    for one, other in ((left, right), (right, left)):
        if _is_untainted(other, values):
            return _place(one, values)
    return _NONE


def _member(element: Expression, collection: Expression, values: Expressions) -> Places:
    if isinstance(collection, Literal) or not _is_untainted(collection, values):
        return _NONE
    return _place(element, values)


def _call(call: Call, values: Expressions) -> Places:
    callee, arguments = call.callee, call.arguments
    name = callee.name if isinstance(callee, (Member, Name)) else ""
    receiver = callee.object if isinstance(callee, Member) else None
    if name in _HARMLESS and receiver is not None and not arguments:
        return _place(receiver, values)
    if name == "isinstance" and len(arguments) == 2:
        return _place(arguments[0].value, values) if _is_number_type(arguments[1].value) else _NONE
    if name in _MEMBERSHIP and receiver is not None and arguments:
        if len(arguments) == 2 and name == "Contains":
            return _member(arguments[1].value, arguments[0].value, values)
        return _member(arguments[0].value, receiver, values)
    if name in _FULL_MATCH:
        return _match(name, receiver, arguments, values)
    return _NONE


def _is_number_type(e: Expression) -> bool:
    if isinstance(e, Collection):
        return all(_is_number_type(entry.value) for entry in e.entries)
    return isinstance(e, Name) and e.name in _NUMBER_TYPES


def _match(name: str, receiver: Expression | None, arguments: tuple[Argument, ...], values: Expressions) -> Places:
    """A regular expression that the whole value fits and that does not let everything through."""
    expressions = [argument.value for argument in arguments]
    if receiver is not None and len(expressions) == 1:
        pattern = receiver
        subject = expressions[0]
        if isinstance(subject, Literal) and name == "matches":
            pattern, subject = subject, receiver
    elif len(expressions) >= 2:
        pattern, subject = expressions[0], expressions[1]
    else:
        return _NONE
    whole = name in ("fullmatch", "matches")
    if isinstance(pattern, Literal) and isinstance(pattern.value, str):
        return _place(subject, values) if is_narrow(pattern.value, whole) else _NONE
    return _place(subject, values) if whole and _is_untainted(pattern, values) else _NONE


_BROAD = re.compile(r"(?<!\\)\.[*+{]|\\[SWD]|\[\^|\[\\s\\S\]")
_REGEX_LITERAL = re.compile(r"/(.*)/[a-z]*", re.DOTALL)


def is_narrow(pattern: str, whole: bool) -> bool:
    """True for a regular expression that says of each character what it may be, from start to end."""
    literal = _REGEX_LITERAL.fullmatch(pattern)
    if literal is not None:
        pattern = literal[1]
        whole = False
    starts = whole or pattern.startswith(("^", r"\A"))
    return starts and (whole or pattern.endswith(("$", r"\Z", r"\z"))) and _BROAD.search(pattern) is None


def _is_untainted(e: Expression, values: Expressions) -> bool:
    """True for a value that does not depend on input, as far as is known."""
    if isinstance(e, Literal):
        return e.value is not None
    marks = values.marks.at.get((e.start, e.end))
    if marks is not None and marks[0]:
        return False
    if isinstance(e, (Call, Operation)):
        return False
    return not gathered(values.peek(e))[0]


def _place(e: Expression, values: Expressions) -> Places:
    """What an expression names, seen through what keeps its meaning: `x.strip()`, `x.lower()`, `(y := x)`."""
    if isinstance(e, Assigned):
        e = e.target
    while isinstance(e, Call) and isinstance(e.callee, Member) and e.callee.name in _SAME and not e.arguments:
        e = e.callee.object
    place = values.place_of(e)
    if place is None or place[1] is None:
        return _NONE
    return frozenset({(place[0], place[1])})


_SAME = frozenset({"lower", "upper", "strip", "toLowerCase", "toUpperCase", "trim", "casefold", "toString"})
