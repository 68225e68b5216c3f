"""Calls of JavaScript's own functions that keep what they are given: promises, objects that are filled or copied."""

from __future__ import annotations

from reread.analyzers.constants.folding import UNKNOWN
from reread.analyzers.dataflow.domain.facets import YIELDED
from reread.analyzers.dataflow.domain.state import State
from reread.analyzers.dataflow.domain.value import (
    CLEAN,
    CONSTANT,
    AbstractValue,
    ClosureValue,
    Fields,
    collapse,
    field_of,
    joined,
    tainted_with,
)
from reread.analyzers.dataflow.ir.nodes import Assign, Call, Closure, Expression, Function, Member, Name, Parameter
from reread.analyzers.dataflow.ir.temporaries import temporary
from reread.analyzers.dataflow.languages.javascript.imports import LOADERS
from reread.analyzers.dataflow.languages.javascript.middleware import routed
from reread.analyzers.dataflow.languages.javascript.reflection import called_by_others
from reread.analyzers.dataflow.languages.javascript.schema_libraries import of_schema
from reread.analyzers.dataflow.memory.access_paths import (
    access_path,
    add_taint,
    known_access_path,
    read_path,
    write_path,
)
from reread.analyzers.dataflow.memory.collections import has_known_keys, pairs
from reread.analyzers.dataflow.memory.reads import any_element, element_at, read_field
from reread.analyzers.dataflow.memory.taint import union

_LIBRARIES = frozenset({"_", "lodash"})
_ELEMENTS = frozenset({"find", "findLast", "head", "first", "last", "sample", "minBy", "maxBy", "nth"})
_LISTS = frozenset({"filter", "reject", "sortBy", "orderBy", "groupBy", "keyBy", "take", "takeRight", "drop"})
_GETTERS = frozenset({"get", "result"})


def looked_up(state: State, name: str, call: Call, arguments: list[AbstractValue]) -> AbstractValue | None:
    """What such a call gives; None for all others, and where a function is called for the elements."""
    callee = call.callee
    is_lodash = isinstance(callee, Member) and _is_library(callee.object)
    if not is_lodash or not arguments or any(each.closure is not None for each in arguments):
        return None
    if name in _GETTERS and len(arguments) > 1:
        key = arguments[1].literal
        known = arguments[0] if not isinstance(key, str) else read_path(state, arguments[0], tuple(key.split(".")))
        found = any_element(state, arguments[0]) if known is None or known is arguments[0] else known
        return union(state, [found, *arguments[2:]])
    if name in _ELEMENTS:
        return any_element(state, arguments[0])
    return arguments[0] if name in _LISTS else None


def _is_library(e: Expression) -> bool:
    return isinstance(e, Name) and e.name in _LIBRARIES


_RESOLVED = temporary("resolved")
_COPIES = frozenset(
    {
        *("Promise.resolve", "Promise.all", "Promise.allSettled", "Object.freeze", "Object.seal"),
        *("Object.preventExtensions", "structuredClone", "Array.of"),
    }
)
_KEYS = frozenset({"Object.keys", "Object.getOwnPropertyNames", "Reflect.ownKeys"})
"""What gives the names of the fields of an object, whatever these hold."""
_LATER = {"setTimeout": 2, "setInterval": 2, "setImmediate": 1, "process.nextTick": 1}
"""What runs a function later, and the position of the first argument that the function gets."""
_OF_LISTS = frozenset({"map", "filter", "flatMap", "some", "every", "findIndex", "findLastIndex", "findLast"})
"""Methods of lists that call a function with an element and its position."""
_POSITIONS = frozenset({"i", "j", "k", "n", "at", "idx", "index", "position", "_index", "_i"})
"""What the position is called. Others pass on a key: `headers.forEach((value, name) => ...)`."""
_COMPUTED = frozenset({"useMemo", "React.useMemo", "computed", "Vue.computed", "createMemo"})
"""What keeps the result of a function until what it is made of changes."""
_OF_FUNCTIONS = frozenset({"call", "apply"})
_MOST_MAPPED = 6
_NAMES = frozenset({"Map", "Promise", "structuredClone", "setTimeout", "setInterval", "setImmediate", *_COMPUTED})
_OWNERS = frozenset({"Promise", "Object", "Reflect", "Array", "process", "JSON", "React", "Vue"})


def given(
    state: State, called: str, call: Call, receiver: AbstractValue, arguments: list[AbstractValue]
) -> AbstractValue | None:
    """What such a call gives; None for all others."""
    if state.options.guards and (checked := of_schema(state, called, call, receiver, arguments)) is not None:
        return checked
    if state.options.guards and (handled := routed(state, called, call, arguments)) is not None:
        return handled
    if (found := looked_up(state, called, call, arguments)) is not None:
        return found
    if (loaded := _loaded(state, call, arguments)) is not None:
        return loaded
    name = _name(call.callee)
    if not name or not arguments or any(argument.spread for argument in call.arguments):
        return None
    if name == "JSON.parse" and (copied := _stringified(call.arguments[0].value)) is not None:
        return state.evaluator.evaluate(state, copied)
    if name in _KEYS and has_known_keys(arguments[0]):
        return CONSTANT
    if name == "Object.entries" and has_known_keys(arguments[0]) and not arguments[0].constant:
        return pairs([CONSTANT, any_element(state, arguments[0])])
    if name in _COPIES:
        return arguments[0] if len(arguments) == 1 and arguments[0].closure is None else None
    if name == "Promise" and call.new and arguments[0].closure is not None:
        return _promised(state, call, arguments[0].closure)
    if name in _LATER and arguments[0].closure is not None:
        state.evaluator.call_closure(state, arguments[0].closure, arguments[_LATER[name] :], ())
        return CLEAN
    if name == "Object.fromEntries" or (name == "Map" and call.new):
        return _of_pairs(state, arguments[0])
    if name in _COMPUTED and arguments[0].closure is not None:
        # What follows only says when it is made anew.
        return state.evaluator.call_closure(state, arguments[0].closure, [], ())
    if name == "Object.assign":
        return _filled(state, call, arguments)
    if name in ("Object.defineProperty", "Reflect.set", "Reflect.defineProperty") and len(arguments) == 3:
        value = arguments[2] if name == "Reflect.set" else read_field(state, arguments[2], "value")
        _set(state, call.arguments[0].value, arguments[1], value)
        return arguments[0]
    if name == "Reflect.get" and len(arguments) == 2 and isinstance(arguments[1].literal, str):
        return read_field(state, arguments[0], arguments[1].literal)
    return None


def _loaded(state: State, call: Call, arguments: list[AbstractValue]) -> AbstractValue | None:
    """`require("./other")` and `import("./other")`: the module, or the object that it exports as a whole."""
    callee, type_of = call.callee, state.functions.type_of
    is_loading = isinstance(callee, Name) and callee.name in LOADERS and callee.name not in state.env
    path = arguments[0].literal if is_loading and len(arguments) == 1 else None
    found = type_of((path,)) if isinstance(path, str) and type_of is not None else None
    return None if found is None else AbstractValue(type=found)


def call_passed_function(
    state: State, name: str, call: Call, receiver: AbstractValue, arguments: list[AbstractValue]
) -> AbstractValue | None:
    """What `map` makes of a list whose elements are known, and what functions give that others call."""
    if name == "map" and receiver.fields:
        closures = [value.closure for value in arguments if value.closure is not None]
        mapped = _mapped(state, closures, receiver)
        if mapped is not None:
            return mapped
    return called_by_others(state, name, call, receiver, arguments) if name in _OF_FUNCTIONS else None


def walked(
    state: State,
    name: str,
    call: Call,
    receiver: AbstractValue,
    arguments: list[AbstractValue],
    elements: list[AbstractValue],
) -> list[AbstractValue]:
    """What the methods of a list or a map hand to a function: an element, where it stands, and the whole."""
    if name == "then":
        return [receiver] if receiver.fields or receiver.constant or receiver.type else elements
    is_numbered = receiver.size is not None or _counts(name, call)
    if receiver.fields and not receiver.type:
        return [any_element(state, receiver), CONSTANT if is_numbered else elements[1], receiver, receiver]
    return [elements[0], CONSTANT, *elements[2:]] if is_numbered else elements


def _mapped(state: State, closures: list[ClosureValue], receiver: AbstractValue) -> AbstractValue | None:
    """A list of what a function gives for each element of another one, where these are few and all known."""
    size = receiver.size or 0
    if len(closures) != 1 or not 0 < size <= _MOST_MAPPED or receiver.taint:
        return None
    fields: Fields = {
        str(at): state.evaluator.call_closure(
            state, closures[0], [read_field(state, receiver, str(at)), CONSTANT, receiver], ()
        )
        for at in range(size)
    }
    return AbstractValue(fields=fields, size=size)


def _counts(name: str, call: Call) -> bool:
    """True for a method that hands the number of an element to the function that it is given, as the second value."""
    function = call.arguments[0].value if call.arguments else None
    if name in _OF_LISTS and isinstance(function, Closure):
        return True
    parameters = function.function.parameters if isinstance(function, Closure) else ()
    return name in ("forEach", "find") and len(parameters) > 1 and parameters[1].name in _POSITIONS


def _name(callee: Expression) -> str:
    if isinstance(callee, Name):
        return callee.name if callee.name in _NAMES else ""
    if isinstance(callee, Member) and isinstance(callee.object, Name):
        owner = callee.object.name
        return f"{owner}.{callee.name}" if owner in _OWNERS else ""
    return ""


def _stringified(e: Expression) -> Expression | None:
    """What `JSON.stringify(x)` is made of; None for all else."""
    is_made = isinstance(e, Call) and len(e.arguments) == 1 and _name(e.callee) == "JSON.stringify"
    return e.arguments[0].value if is_made and isinstance(e, Call) else None


def _promised(state: State, call: Call, executor: ClosureValue) -> AbstractValue:
    """What `new Promise((resolve) => ...)` is fulfilled with: all that `resolve` is called with."""
    start = call.start
    kept = Assign(start, start, Name(start, start, _RESOLVED), Name(start, start, "value"))
    resolve = Function(start, start, "resolve", (Parameter(start, start, "value"),), (kept,))
    before = state.env.get(_RESOLVED)
    state.env[_RESOLVED] = CLEAN
    state.evaluator.call_closure(state, executor, [AbstractValue(closure=resolve), CLEAN], ())
    result = state.env.pop(_RESOLVED, CLEAN)
    if before is not None:
        state.env[_RESOLVED] = before
    return result


def _filled(state: State, call: Call, arguments: list[AbstractValue]) -> AbstractValue:
    """`Object.assign(target, ...sources)`: the target has the fields of all, those of later ones first."""
    place = access_path(state, call.arguments[0].value)
    result = arguments[0]
    for source in arguments[1:]:
        fields = dict(result.fields or {})
        if source.taint:
            fields = {key: joined(value, field_of(source, key)) for key, value in fields.items()}
        fields.update(source.fields or {})
        result = tainted_with(AbstractValue(result.taint, result.trace, fields or None, type=result.type), _own(source))
        if place is None:
            continue
        if source.taint or place[1] is None:
            add_taint(state, (place[0], place[1] or ()), collapse(source))
        else:
            for key, value in (source.fields or {}).items():
                write_path(state, place[0], (*place[1], key), value)
    return result


def _of_pairs(state: State, pairs: AbstractValue) -> AbstractValue | None:
    """What `[["a", x], ["b", y]]` makes; None where not all keys are known."""
    if pairs.size is None or pairs.taint:
        return None
    fields: Fields = {}
    for at in range(pairs.size):
        pair = element_at(state, pairs, at)
        key = element_at(state, pair, 0).literal
        if pair.size != 2 or key is UNKNOWN:
            return None
        fields[str(key)] = element_at(state, pair, 1)
    return AbstractValue(fields=fields or None, constant=bool(fields) and pairs.constant)


def _own(value: AbstractValue) -> AbstractValue:
    return AbstractValue(value.taint, value.trace)


def _set(state: State, target: Expression, key: AbstractValue, value: AbstractValue) -> None:
    place = access_path(state, target)
    if place is None:
        return
    if key.literal is UNKNOWN or place[1] is None:
        add_taint(state, known_access_path(state, target), collapse(value))
    else:
        write_path(state, place[0], (*place[1], str(key.literal)), value)


def yielded(state: State, value: AbstractValue) -> AbstractValue:
    """What a generator gives back for one that it yields: loops find it there with its fields."""
    if not value.fields:
        return value
    everything = union(state, [value])
    return AbstractValue(everything.taint, everything.trace, {YIELDED: value})
