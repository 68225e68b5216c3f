"""Lists and maps: where in them a value goes and comes from, as far as keys and positions are known."""

from __future__ import annotations

from functools import cache
from typing import Any, NamedTuple

from reread.analyzers.constants.folding import UNKNOWN
from reread.analyzers.dataflow.domain.facets import SEAL, MethodResult, Path, position_of
from reread.analyzers.dataflow.domain.language import Queues
from reread.analyzers.dataflow.domain.state import State
from reread.analyzers.dataflow.domain.value import (
    CLEAN,
    AbstractValue,
    Fields,
    collapse,
    deep_taint,
    joined,
    tainted_with,
)
from reread.analyzers.dataflow.ir.nodes import Call, Expression, Literal, Member
from reread.analyzers.dataflow.memory.access_paths import (
    access_path,
    add_taint,
    known_access_path,
    read_path,
    write_path,
)
from reread.analyzers.dataflow.memory.collections import has_known_keys, stacks, turned, with_elements
from reread.analyzers.dataflow.memory.reads import element_at, peek, read_field, read_variable
from reread.analyzers.dataflow.memory.taint import union
from reread.analyzers.dataflow.memory.write_only_objects import is_write_only
from reread.analyzers.dataflow.models.library_names import names

_MOST = 40
"""Elements of a list that are known one by one."""


class _Names(NamedTuple):
    """The names of several roles together."""

    takers: frozenset[str]
    putters: frozenset[str]
    fluent: frozenset[str]
    """What may give back its object, so that calls are written one after the other."""
    first: frozenset[str]
    last: frozenset[str]
    in_place: frozenset[str]
    """What gives back an element that stays where it is, so that it can be changed there."""


@cache
def _names(library: str) -> _Names:
    first, last = names("first-element-remover", library), names("last-element-remover", library)
    fluent = names("element-adder", library) | names("first-element-adder", library)
    fluent |= names("unknown-position-adder", library)
    return _Names(
        names("remover", library) | first | last,
        fluent | names("entry-setter", library),
        fluent,
        names("first-element-getter", library) | first,
        names("last-element-getter", library) | last,
        names("entry-getter", library) | names("get-or-insert", library),
    )


def is_new(name: str, call: Call, library: str) -> bool:
    """True for a call that makes a collection with nothing in it. A method as `form.dict()` gives what is there.

    In Java a class may stand with its package.
    """
    of_collection = name in names("built-in-collection", library) and isinstance(call.callee, Member)
    return name.rpartition(".")[2] in names("collection-maker", library) and not call.arguments and not of_collection


def changed_by(state: State, name: str, call: Call, arguments: list[AbstractValue]) -> bool:
    """Puts what a method puts into its object there. False for methods that are not known to do so."""
    library = state.semantics.library
    callee, of_roles = call.callee, _names(library)
    if not isinstance(callee, Member):
        return False
    removes = name in of_roles.takers and not (arguments and name in names("queue-remover", library))
    if not removes and name not in of_roles.putters:
        if not state.semantics.texts.is_changed_by(name, callee, arguments):
            return False
        removes = name in names("text-shortener", library)
    target = callee.object
    while isinstance(target, Call) and isinstance(target.callee, Member) and target.callee.name in of_roles.fluent:
        target = target.callee.object
    if not removes and name not in names("entry-setter", library) and is_write_only(state, target):
        return True
    place = _place(state, target)
    if place is None:
        return False
    root, path = place
    if path is None:
        if not removes:
            add_taint(state, _known_part(state, target), union(state, arguments))
        return True
    current = (
        peek(state, target)
        if not isinstance(target, Call)
        else read_path(state, read_variable(state, root), path) or CLEAN
    )
    if name in names("clearer", library):
        write_path(state, root, path, CLEAN if name in names("text-shortener", library) else AbstractValue(size=0))
    elif removes:
        after = _removed(current, arguments, _removed_position(state, name, current, arguments))
        if after is not current:
            write_path(state, root, path, after)
    elif (
        _adds_first(state, name, current) and len(arguments) == 1 and current.size is not None and current.size < _MOST
    ):
        moved: Fields = {
            str(at + 1): field for at in range(current.size) if (field := (current.fields or {}).get(str(at)))
        }
        write_path(state, root, path, with_elements(current, {"0": arguments[0], **moved}, current.size + 1))
    elif name in names("entries-adder", library) and (current.fields or any(each.name for each in call.arguments)):
        for argument, value in zip(call.arguments, arguments, strict=True):
            _updated(state, root, path, argument.name, value)
    elif (
        name in names("entry-setter", library)
        and 2 <= len(arguments) <= 3
        and all(each.literal is not UNKNOWN for each in arguments[:-1])
    ):
        # With two keys, as of a `ConfigParser`.
        keys = tuple(str(each.literal) for each in arguments[:-1])
        write_path(state, root, (*path, *keys), _put_if_absent(state, name, current, keys[0], arguments[-1]))
    elif name in names("reverser", library) and current.size and not arguments:
        write_path(state, root, path, turned(current))
    elif target is callee.object and (longer := _longer(state, name, call, current, arguments)) is not None:
        write_path(state, root, path, longer)
    else:
        _mixed(state, root, path, name, current, arguments)
    return True


def _adds_first(state: State, name: str, current: AbstractValue) -> bool:
    library = state.semantics.library
    is_stack = state.semantics.queues is Queues.NEWEST_FIRST and current.type not in stacks(library)
    return name in names("first-element-adder", library) or (is_stack and name in names("stack-adder", library))


def _put_if_absent(state: State, name: str, current: AbstractValue, key: str, new: AbstractValue) -> AbstractValue:
    """What stands under a key after something was put there, unless there was something already."""
    before = (current.fields or {}).get(key) if name in names("setter-if-absent", state.semantics.library) else None
    if before is None:
        return new
    return before if has_known_keys(current) else joined(before, new)


def _place(state: State, target: Expression) -> tuple[str, Path | None] | None:
    """Where the object of a call is, seen through what takes it out of another one: `groups.get("a").add(x)`."""
    place = access_path(state, target)
    if place is not None or not isinstance(target, Call) or not isinstance(target.callee, Member):
        return place
    name = target.callee.name
    is_same = name in names("same-object-getter", state.semantics.library)
    is_there = is_same or name in _names(state.semantics.library).in_place
    inner = _place(state, target.callee.object) if is_there else None
    if inner is None or inner[1] is None:
        return inner
    if is_same:
        return inner[0], (*inner[1], MethodResult(name))
    key = target.arguments[0].value if target.arguments else None
    literal = UNKNOWN if key is None else peek(state, key).literal if not isinstance(key, Literal) else key.value
    return inner[0], None if literal is UNKNOWN else (*inner[1], str(literal))


def _known_part(state: State, target: Expression) -> tuple[str, Path]:
    """The innermost place around a target of which a key is not known."""
    while isinstance(target, Call) and isinstance(target.callee, Member):
        target = target.callee.object
        place = _place(state, target)
        if place is not None and place[1] is not None:
            return place[0], place[1]
    return known_access_path(state, target)


def _longer(
    state: State, name: str, call: Call, current: AbstractValue, arguments: list[AbstractValue]
) -> AbstractValue | None:
    """A list of known positions with what is added at its end or its front; None where that is not known."""
    added, size, library = len(arguments), current.size, state.semantics.library
    if size is None or not added or size + added > _MOST or any(each.spread for each in call.arguments):
        return None
    fields = current.fields or {}
    several = name in names("element-adder", library) and name in names("several-elements-adder", library)
    if several or (added == 1 and (name in names("element-adder", library) or name in names("queue-adder", library))):
        more: Fields = {str(size + at): value for at, value in enumerate(arguments)}
        return with_elements(current, {**fields, **more}, size + added)
    if name in names("prepender", library):
        moved: Fields = {str(at + added): each for key, each in fields.items() if (at := position_of(key)) is not None}
        return with_elements(current, {**moved, **{str(at): value for at, value in enumerate(arguments)}}, size + added)
    return None


def _removed_position(state: State, name: str, current: AbstractValue, arguments: list[AbstractValue]) -> int | None:
    """The position that a method without arguments takes an element from."""
    library = state.semantics.library
    if not current.size:
        return None
    last = current.size - 1
    if name in names("first-element-remover", library):
        # Perhaps with the longest time to wait.
        return 0
    if arguments:
        return None
    if state.semantics.queues is Queues.NEWEST_FIRST:
        return last if name in names("last-element-remover", library) or current.type in stacks(library) else 0
    if state.semantics.queues is not Queues.LAST:
        return None
    return 0 if name in names("front-popper", library) else last if name in names("end-popper", library) else None


def _mixed(
    state: State, root: str, path: Path, name: str, current: AbstractValue, arguments: list[AbstractValue]
) -> None:
    """Something goes in, and it is not known where."""
    taint = union(state, arguments)
    if current.size is not None and name in _names(state.semantics.library).fluent:
        # Positions are no longer known.
        before, trace = deep_taint(current)
        write_path(
            state,
            root,
            path,
            tainted_with(AbstractValue(before, trace, type=current.type, symbol=current.symbol), taint),
        )
    elif taint.taint:
        add_taint(state, (root, path), taint)


def _updated(state: State, root: str, path: Path, key: str, value: AbstractValue) -> None:
    """A dictionary gets what another one holds, or with a key, what stands under it now."""
    if key:
        write_path(state, root, (*path, key), value)
    elif has_known_keys(value):
        for each, field in (value.fields or {}).items():
            write_path(state, root, (*path, each), field)
    else:
        # Any key may have come in anew.
        taint = collapse(value)
        for each, field in ((read_path(state, read_variable(state, root), path) or CLEAN).fields or {}).items():
            if each != SEAL:
                write_path(state, root, (*path, each), tainted_with(field, taint))
        if taint.taint:
            add_taint(state, (root, path), taint)


def _removed(current: AbstractValue, arguments: list[AbstractValue], position: int | None) -> AbstractValue:
    """A list without one element, or a map without one key."""
    key: Any = arguments[0].literal if len(arguments) == 1 else UNKNOWN
    key = key if position is None else position
    fields = current.fields or {}
    if current.size is not None and isinstance(key, int) and 0 <= key < current.size:
        kept: Fields = {
            str(at - (at > key)): fields[str(at)] for at in range(current.size) if at != key and str(at) in fields
        }
        return with_elements(current, kept, current.size - 1)
    if isinstance(key, str) and key in fields and not current.taint:
        if has_known_keys(current):
            return with_elements(current, {each: field for each, field in fields.items() if each != key}, None)
        return with_elements(current, {**fields, key: CLEAN}, None)
    if current.size is not None:
        taint, trace = deep_taint(current)
        return AbstractValue(taint, trace, type=current.type)
    return current


def got(state: State, name: str, receiver: AbstractValue, arguments: list[AbstractValue]) -> AbstractValue | None:
    """What a method takes out of a collection whose contents are known; None for all others."""
    library = state.semantics.library
    if not receiver.fields and receiver.size is None:
        return None
    if name in names("next-element-getter", library) and not arguments and receiver.size:
        return read_field(state, receiver, str(receiver.size - 1) if receiver.type in stacks(library) else "0")
    of_roles = _names(library)
    if name in of_roles.first or name in of_roles.last:
        last = receiver.size - 1 if receiver.size else None
        given_key = arguments and name not in names("first-element-remover", library)
        return (
            None
            if last is None or given_key
            else read_field(state, receiver, "0" if name in of_roles.first else str(last))
        )
    if name in names("same-object-getter", library):
        return (receiver.fields or {}).get(MethodResult(name))
    if name not in names("entry-getter", library) and name not in names("remover", library):
        return None
    position = _removed_position(state, name, receiver, arguments)
    key: Any = arguments[0].literal if arguments else UNKNOWN if position is None else position
    if key is UNKNOWN:
        return None
    found = (
        element_at(state, receiver, key)
        if name in names("position-getter", library)
        else read_field(state, receiver, str(key))
    )
    if (
        len(arguments) == 2
        and name in names("section-getter", library)
        and found.fields
        and str(arguments[1].literal) in found.fields
    ):
        return read_field(state, found, str(arguments[1].literal))
    is_there = name in names("getter-with-default", library) and found.constant and has_known_keys(receiver)
    if len(arguments) > 1 and not is_there:
        # What may not be there, since it was put there in one of two branches, is not constant.
        found = union(state, [found, arguments[1]])
    return found
