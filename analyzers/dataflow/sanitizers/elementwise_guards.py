"""Checks of each element of a list, or of each character of a text, which together sanitize all of it."""

from __future__ import annotations

import re
from functools import cache

from reread.analyzers.dataflow.domain.state import State
from reread.analyzers.dataflow.domain.value import AbstractValue, deep_taint
from reread.analyzers.dataflow.ir.nodes import (
    Argument,
    Assigned,
    Call,
    Choice,
    Collection,
    Expression,
    Index,
    Literal,
    Member,
    Name,
    Sequence,
)
from reread.analyzers.dataflow.ir.temporaries import temporary
from reread.analyzers.dataflow.memory.reads import peek, read_variable
from reread.analyzers.dataflow.models.library_names import names
from reread.analyzers.dataflow.sanitizers.closure_predicates import sanitized_by_closure
from reread.analyzers.dataflow.sanitizers.guard_subjects import SanitizedPaths, sanitized_place

_ELEMENT = temporary("element")
_NOT_AMONG = re.compile(r"\(?(?:\[\^(?:\\[^SWDH]|[^\]\\])+\]|\\W)\)?[+*]?")
"""An expression that finds each character that is not one of a few."""


@cache
def _quantifiers(library: str) -> dict[str, bool]:
    """What each element is known to fulfil where the whole holds (`all`), or not to fulfil where it does not (`any`).

    One element fulfils the opposite, or does not: `any(x == known for known in KNOWN)`.
    """
    return {
        **dict.fromkeys(names("all-function", library), True),
        **dict.fromkeys(names("any-function", library), False),
    }


@cache
def _methods(library: str) -> dict[str, tuple[bool, bool]]:
    """Methods that ask a function of each element: what they have to give, and then the function of each."""
    return {
        **dict.fromkeys(names("all-quantifier", library), (True, True)),
        **dict.fromkeys(names("any-quantifier", library), (False, False)),
        **dict.fromkeys(names("none-quantifier", library), (True, False)),
    }


def elementwise(state: State, call: Call, holds: bool) -> SanitizedPaths:
    """What `all(c in KNOWN for c in x)` and `all(map(known, x))` say of x; with `any` where it does not hold."""
    callee = call.callee
    wanted = _quantifiers(state.semantics.library).get(callee.name) if isinstance(callee, Name) else None
    if wanted is None or len(call.arguments) != 1 or not isinstance(callee, Name):
        return {}
    given = call.arguments[0].value
    if wanted is not holds:
        return _of_one(state, given, holds)
    if (
        isinstance(given, Call)
        and isinstance(given.callee, Name)
        and given.callee.name in names("mapping-function", state.semantics.library)
    ):
        if len(given.arguments) != 2:
            return {}
        predicate, through = (each.value for each in given.arguments)
        return through_all(state, through, predicate_sanitized(state, predicate, peek(state, through), wanted))
    found = _comprehension(given)
    if found is None:
        return {}
    name, through, condition = found
    return through_all(state, through, _bits_of(state, condition, name, wanted))


def elementwise_by_method(state: State, call: Call, holds: bool) -> SanitizedPaths:
    """What `x.every(known)` and `x.stream().noneMatch(bad)` say of x, and `ContainsFunc(x, bad)` where it is false."""
    callee = call.callee
    asked = _methods(state.semantics.library).get(callee.name) if isinstance(callee, Member) else None
    if asked is None or asked[0] is not holds or not isinstance(callee, Member) or not call.arguments:
        return {}
    through, predicate = callee.object, call.arguments[-1].value
    if callee.name in names("quantifier-of-argument", state.semantics.library):
        through = call.arguments[0].value
    return through_all(state, through, predicate_sanitized(state, predicate, peek(state, through), asked[1]))


def _comprehension(e: Expression) -> tuple[str, Expression, Expression] | None:
    """The variable, what it goes through and what is made of each, of a comprehension with one loop."""
    if not isinstance(e, Sequence) or len(e.parts) != 2:
        return None
    bound, made = e.parts
    if not isinstance(bound, Assigned) or not isinstance(bound.value, Index) or not isinstance(made, Collection):
        return None
    if not isinstance(bound.target, Name) or len(made.entries) != 1:
        return None
    return bound.target.name, bound.value.object, made.entries[0].value


def _of_one(state: State, e: Expression, holds: bool) -> SanitizedPaths:
    """What is said of other values than the element itself, whichever element it is."""
    found = _comprehension(e)
    if found is None:
        return {}
    condition = found[2]
    places = {} if isinstance(condition, Choice) else state.evaluator.sanitized_by(state, condition, holds)
    return {place: bits for place, bits in places.items() if place[0] != found[0]}


def none_left(state: State, e: Sequence) -> SanitizedPaths:
    """What `[c for c in x if c not in KNOWN]` says of x where it is empty."""
    found = _comprehension(e)
    if found is None:
        return {}
    name, through, made = found
    if not isinstance(made, Choice):
        return {}
    return through_all(state, through, state.evaluator.sanitized_by(state, made.condition, False).get((name, ()), 0))


def _bits_of(state: State, condition: Expression, name: str, holds: bool) -> int:
    """What an element does not have for which a condition holds; those that are left out of it have to be fine too."""
    if isinstance(condition, Choice) and isinstance(condition.other, Literal) and condition.other.value is None:
        left_out = state.evaluator.sanitized_by(state, condition.condition, False).get((name, ()), 0)
        return left_out & _bits_of(state, condition.then, name, holds)
    return state.evaluator.sanitized_by(state, condition, holds).get((name, ()), 0)


def predicate_sanitized(state: State, predicate: Expression, elements: AbstractValue, holds: bool) -> int:
    """What elements do not have for which a function gives something true, or does not: `str.isalnum`, `is_known`."""
    closure = state.evaluator.evaluate(state, predicate).closure if not isinstance(predicate, (Name, Member)) else None
    closure = closure or (read_variable(state, predicate.name).closure if isinstance(predicate, Name) else None)
    if closure is not None:
        return sanitized_by_closure(state, closure, elements, holds)
    element = Name(predicate.start, predicate.end, _ELEMENT)
    callee: Expression = predicate
    given: tuple[Argument, ...] = (Argument(predicate.start, predicate.end, element),)
    if (
        isinstance(predicate, Member)
        and isinstance(predicate.object, Name)
        and predicate.object.name in names("text-class", state.semantics.library)
    ):
        callee, given = predicate._replace(object=element), ()
    elif not isinstance(predicate, (Name, Member)):
        return 0
    state.env[_ELEMENT] = AbstractValue(*deep_taint(elements))
    bits = state.evaluator.sanitized_by(state, Call(predicate.start, predicate.end, callee, given), holds).get(
        (_ELEMENT, ()), 0
    )
    del state.env[_ELEMENT]
    return bits


def through_all(state: State, through: Expression, bits: int) -> SanitizedPaths:
    """Bits that no element of something has are none of its own: the text itself, or what the list was made from."""
    found: SanitizedPaths = {}
    whole: Expression | None = through
    while bits and whole is not None:
        found.update(sanitized_place(state, whole, bits))
        whole = _made_from(whole, state.semantics.library)
    return found


def _made_from(e: Expression, library: str) -> Expression | None:
    """What the elements of an expression are those of: `x` of `set(x)`, `[...x]`, `x.split(",")`."""
    if isinstance(e, Collection) and len(e.entries) == 1 and e.entries[0].spread:
        return e.entries[0].value
    if not isinstance(e, Call):
        return None
    callee, given = e.callee, [each.value for each in e.arguments]
    if isinstance(callee, Name):
        return given[0] if callee.name in names("same-elements-wrapper", library) and len(given) == 1 else None
    if not isinstance(callee, Member):
        return None
    if _dotted(callee) in names("view-of-argument", library):
        return given[0] if len(given) == 1 else None
    is_view = callee.name in names("element-view", library) and all(isinstance(each, Literal) for each in given)
    return callee.object if is_view else None


def _dotted(e: Member) -> str:
    return f"{e.object.name}.{e.name}" if isinstance(e.object, Name) else ""


def is_search_for_others(name: str, pattern: str, library: str) -> bool:
    """True for a search that finds any character which is not one of a few: `re.search("[^a-z]", x)`."""
    if pattern.startswith("/"):
        pattern = pattern[1:].rpartition("/")[0]
    elif name in names("anchored-search", library):
        return False
    return name in names("regex-search", library) and _NOT_AMONG.fullmatch(pattern) is not None
