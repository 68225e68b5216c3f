"""Loops that look at each character or element of a value: after them the value is what they ask of each.

`for _, c := range name { if !good(c) { return false } }` says of the whole `name` what it says of `c`.
"""

from __future__ import annotations

from typing import NamedTuple

from reread.analyzers.dataflow.domain.facets import COUNTED, Path
from reread.analyzers.dataflow.domain.state import State
from reread.analyzers.dataflow.domain.taint_bits import applied, lost
from reread.analyzers.dataflow.domain.value import CLEAN, deep_taint
from reread.analyzers.dataflow.ir.nodes import (
    Assign,
    Assigned,
    Call,
    Collection,
    Evaluate,
    Expression,
    Index,
    Literal,
    Loop,
    Member,
    Name,
    Operation,
)
from reread.analyzers.dataflow.ir.scopes import statements
from reread.analyzers.dataflow.memory.access_paths import guarded_path, read_path
from reread.analyzers.dataflow.memory.reads import any_element, read_variable
from reread.analyzers.dataflow.models.library_names import names
from reread.analyzers.dataflow.sanitizers.guard_subjects import ALL

_HARMLESS_BETWEEN = frozenset(" ,;:.+@_-\n\t")
_BELOW = frozenset({"<", "!=", "!=="})


class ElementLoop(NamedTuple):
    """A loop through all of `place`: `each` is the variable for one of them, `counter` the one for its position.

    The loop itself gives the element to its variable, or what is done in a turn begins with that.
    """

    place: tuple[str, Path]
    each: str = ""
    counter: str = ""
    is_given: bool = False


def element_loop(state: State, statement: Loop) -> ElementLoop | None:
    """What a loop looks at one by one; None for all other loops."""
    if statement.iterable is None:
        return _counted(state, statement)
    e = _iterated(statement.iterable, state.semantics.library)
    place = guarded_path(state, e)
    if place is None or place[1] is None:
        return None
    target = statement.target
    if isinstance(target, Collection) and len(target.entries) == 2:
        key, each = target.entries[0].value, target.entries[1].value
        counter = key.name if isinstance(key, Name) and key.name != "_" else ""
        name = each.name if isinstance(each, Name) and each.name != "_" else ""
        found = ElementLoop((place[0], place[1]), name, counter, bool(name))
        return _unless_assigned(found if name else _with_variable(state, found, statement), statement)
    if not isinstance(target, Name):
        return None
    return _unless_assigned(ElementLoop((place[0], place[1]), target.name, is_given=True), statement)


def _iterated(e: Expression, library: str) -> Expression:
    """What the elements are those of: `x` of `[]rune(x)`, `x.toCharArray()`, `strings.Split(x, ",")`, `[...x]`."""
    if isinstance(e, Collection) and len(e.entries) == 1 and e.entries[0].spread:
        return e.entries[0].value
    if not isinstance(e, Call) or not isinstance(e.callee, (Name, Member)):
        return e
    name, given = e.callee.name, [each.value for each in e.arguments]
    held = e.callee.object if isinstance(e.callee, Member) else None
    if isinstance(held, Name) and held.name in names("text-package", library):
        held, given = (given[0], given[1:]) if given else (None, given)
    if name in names("loop-wrapper", library):
        return held if held is not None and not given else given[0] if len(given) == 1 and held is None else e
    if name in names("text-splitter", library) and held is not None and (not given or _is_harmless(given[0])):
        return held
    return e


def _is_harmless(e: Expression) -> bool:
    return isinstance(e, Literal) and isinstance(e.value, str) and set(e.value) <= _HARMLESS_BETWEEN


def _counted(state: State, statement: Loop) -> ElementLoop | None:
    """`for i := 0; i < len(x); i++`"""
    condition = statement.condition
    if not isinstance(condition, Operation) or len(condition.operands) != 2 or condition.operator not in _BELOW:
        return None
    counter, length = condition.operands
    whole = _of_length(length, state.semantics.library)
    place = None if whole is None else guarded_path(state, whole)
    if whole is None or place is None or place[1] is None or not isinstance(counter, Name):
        return None
    found = _with_variable(state, ElementLoop((place[0], place[1]), "", counter.name), statement)
    return _unless_assigned(found, statement)


def _of_length(e: Expression, library: str) -> Expression | None:
    if isinstance(e, Call) and isinstance(e.callee, Name):
        return (
            e.arguments[0].value if e.callee.name in names("length-getter", library) and len(e.arguments) == 1 else None
        )
    if isinstance(e, Call) and not e.arguments:
        e = e.callee
    return e.object if isinstance(e, Member) and e.name in names("length-getter", library) else None


def _with_variable(state: State, found: ElementLoop, statement: Loop) -> ElementLoop:
    """`c := x[i]` at the start of a turn gives the element a name."""
    for each in statement.body:
        if not isinstance(each, Assign) or not isinstance(each.target, Name) or each.operator:
            continue
        read = _element_read(each.value, state.semantics.library)
        if read is None or not isinstance(read[1], Name) or read[1].name != found.counter:
            continue
        if guarded_path(state, read[0]) == found.place:
            return found._replace(each=each.target.name)
    return found


def _element_read(e: Expression, library: str) -> tuple[Expression, Expression] | None:
    """What an element is read from, and at which position."""
    if isinstance(e, Index):
        return e.object, e.key
    if (
        isinstance(e, Call)
        and isinstance(e.callee, Member)
        and e.callee.name in names("character-getter", library)
        and len(e.arguments) == 1
    ):
        return e.callee.object, e.arguments[0].value
    return None


def _unless_assigned(found: ElementLoop, statement: Loop) -> ElementLoop | None:
    """None where the loop gives the element or the whole another value."""
    targets = []
    for each in statements(statement.body):
        made = each.value if isinstance(each, Evaluate) else each
        if isinstance(made, (Assign, Assigned)) and isinstance(made.target, Name):
            targets.append(made.target.name)
    assigned = targets.count(found.each) if found.each else 0
    return None if found.place[0] in targets or assigned > (not found.is_given) else found


def taint_before_round(state: State, found: ElementLoop) -> int:
    """The taint that an element may have at the start of a turn."""
    if found.is_given:
        return deep_taint(read_variable(state, found.each))[0]
    return deep_taint(
        any_element(state, read_path(state, read_variable(state, found.place[0]), found.place[1]) or CLEAN)
    )[0]


def sanitized_in_round(state: State, found: ElementLoop, before: int) -> int:
    """The bits that no element has at the end of a turn that any of them may have had at its start."""
    bits = 0
    if found.counter:
        value = read_path(state, read_variable(state, found.place[0]), found.place[1])
        field = None if value is None or value.fields is None else value.fields.get(COUNTED)
        bits = 0 if field is None else field.sanitized
    each = state.env.get(found.each)
    if each is None or not before:
        return bits
    ended = lost(before, deep_taint(each)[0])
    return ALL if not applied(before, ended) & ~state.taint_bits.unguarded else bits | ended
