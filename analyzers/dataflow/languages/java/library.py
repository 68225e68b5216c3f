"""What methods of Java's own library do with values, and what they say of them: collections, streams, references."""

from __future__ import annotations

from collections.abc import Mapping

from reread.analyzers.constants.folding import UNKNOWN
from reread.analyzers.dataflow.domain.facets import MethodResult
from reread.analyzers.dataflow.domain.state import State
from reread.analyzers.dataflow.domain.type_ref import class_type
from reread.analyzers.dataflow.domain.value import CLEAN, CONSTANT, AbstractValue, Fields, joined, tainted_with
from reread.analyzers.dataflow.ir.nodes import Call, Expression, Member, Name, Operation
from reread.analyzers.dataflow.languages.java.streams import STREAMS, Known
from reread.analyzers.dataflow.memory.access_paths import access_path, add_taint, sanitize, write_path
from reread.analyzers.dataflow.memory.collections import has_known_keys, turned
from reread.analyzers.dataflow.memory.reads import any_element
from reread.analyzers.dataflow.memory.taint import union
from reread.analyzers.dataflow.models.library_names import names
from reread.analyzers.dataflow.sanitizers.closure_predicates import sanitized_by_closure
from reread.analyzers.dataflow.sanitizers.guard_subjects import is_untainted

_COLLECTIONS = frozenset({"List", "Set", "Arrays", "Stream", "ImmutableList", "ImmutableSet"})
_MAPS = frozenset({"Map", "ImmutableMap"})
_COPIED = frozenset(
    {
        *("ArrayList", "LinkedList", "Vector", "ArrayDeque", "Stack", "CopyOnWriteArrayList", "LinkedHashSet"),
        *("HashMap", "LinkedHashMap", "TreeMap", "Hashtable", "ConcurrentHashMap", "HashSet", "TreeSet"),
    }
)
_STACKS = names("stack-class", "java")
_FOR_A_KEY = frozenset({"compute", "computeIfAbsent", "computeIfPresent"})
_REFERENCE = class_type("AtomicReference")
_HELD = MethodResult("get")
"""What a reference holds."""
_KEY, _VALUE = MethodResult("getKey"), MethodResult("getValue")
"""What an entry of a map holds."""


def library(
    state: State, name: str, call: Call, receiver: AbstractValue, arguments: list[AbstractValue]
) -> AbstractValue | None:
    """What a call of a well-known method gives; None for all others and where nothing is known of its arguments."""
    if call.new:
        return _made(name.rpartition(".")[2], call, arguments)
    known = _KNOWN.get(name)
    return None if known is None else known(state, call, receiver, arguments)


def lambda_given(
    state: State,
    name: str,
    call: Call,
    receiver: AbstractValue,
    arguments: list[AbstractValue],
    elements: list[AbstractValue],
) -> list[AbstractValue]:
    """What a lambda gets from a collection: the key that it is for, or what is in it, where that is known."""
    if name in _FOR_A_KEY and len(arguments) == 2:
        return [arguments[0], any_element(state, receiver)]
    if name == "thenCombine" and len(arguments) == 2:
        return [receiver, arguments[0]]
    if name == "forEach" and has_known_keys(receiver):
        return [CONSTANT, any_element(state, receiver)]
    return [any_element(state, receiver)] * 4 if receiver.size is not None else elements


def _made(name: str, call: Call, arguments: list[AbstractValue]) -> AbstractValue | None:
    """A collection that begins as a copy of another one, or empty with a capacity; a reference to a value."""
    if name == _REFERENCE.class_name:
        return AbstractValue(fields={_HELD: arguments[0] if arguments else CONSTANT}, type=_REFERENCE)
    if name in ("SimpleEntry", "AbstractMap.SimpleEntry") and len(arguments) == 2:
        return _pair(arguments)
    if name in _STACKS and not arguments:
        return AbstractValue(size=0, type=class_type(name))
    if name not in _COPIED or len(arguments) != 1:
        return None
    given = arguments[0]
    if given.size is not None or given.fields:
        return AbstractValue(given.taint, given.trace, given.fields, size=given.size)
    return AbstractValue(size=0) if _is_capacity(call.arguments[0].value, given) else None


def _is_capacity(e: Expression, value: AbstractValue) -> bool:
    if isinstance(e, Call):
        return isinstance(e.callee, Member) and e.callee.name in ("size", "length") and not e.arguments
    return isinstance(value.literal, int) or isinstance(e, Operation)


def _pair(arguments: list[AbstractValue]) -> AbstractValue:
    return AbstractValue(fields={_KEY: arguments[0], _VALUE: arguments[1]})


def _class_of(call: Call) -> str:
    callee = call.callee
    return callee.object.name if isinstance(callee, Member) and isinstance(callee.object, Name) else ""


def _of(state: State, call: Call, receiver: AbstractValue, arguments: list[AbstractValue]) -> AbstractValue | None:
    """`List.of(a, b)`, `Map.of("a", b)`."""
    made_by = _class_of(call)
    if made_by in _MAPS:
        return _table(state, list(zip(arguments[::2], arguments[1::2], strict=False)))
    if made_by not in _COLLECTIONS:
        return None
    if len(arguments) == 1 and arguments[0].literal is UNKNOWN and not arguments[0].type:
        # It may be an array of them.
        return arguments[0] if arguments[0].size is not None else None
    constant = all(each.constant for each in arguments)
    return AbstractValue(
        fields={str(at): each for at, each in enumerate(arguments)}, size=len(arguments), constant=constant
    )


def _table(state: State, entries: list[tuple[AbstractValue, AbstractValue]]) -> AbstractValue | None:
    if not entries:
        return None
    fields: Fields = {}
    others = CLEAN
    for key, value in entries:
        if key.literal is UNKNOWN:
            others = tainted_with(others, union(state, [key, value]))
        else:
            fields[str(key.literal)] = value
    constant = all(key.constant and value.constant for key, value in entries)
    return AbstractValue(others.taint, others.trace, fields or None, constant=constant)


def _entry(state: State, call: Call, receiver: AbstractValue, arguments: list[AbstractValue]) -> AbstractValue | None:
    return _pair(arguments) if len(arguments) == 2 and _class_of(call) in ("", "Map", "Maps") else None


def _of_entries(
    state: State, call: Call, receiver: AbstractValue, arguments: list[AbstractValue]
) -> AbstractValue | None:
    pairs = [each.fields for each in arguments]
    if not all(pair and _KEY in pair and _VALUE in pair for pair in pairs):
        return None
    return _table(state, [(pair[_KEY], pair[_VALUE]) for pair in pairs if pair])


def _same(state: State, call: Call, receiver: AbstractValue, arguments: list[AbstractValue]) -> AbstractValue | None:
    """A view of a collection, or a copy: `Collections.unmodifiableList(x)`, `List.copyOf(x)`, `Arrays.copyOf(x, 2)`."""
    is_array = len(arguments) == 2 and _class_of(call) == "Arrays"
    found = arguments[0] if len(arguments) == 1 or is_array else CLEAN
    return found if found.size is not None or found.fields else None


def _walked(state: State, call: Call, receiver: AbstractValue, arguments: list[AbstractValue]) -> AbstractValue | None:
    """A stream or an iterator has the elements of its collection."""
    return receiver if not arguments and receiver.size is not None else None


def _next(state: State, call: Call, receiver: AbstractValue, arguments: list[AbstractValue]) -> AbstractValue | None:
    return any_element(state, receiver) if not arguments and receiver.size is not None else None


def _key_set(state: State, call: Call, receiver: AbstractValue, arguments: list[AbstractValue]) -> AbstractValue | None:
    return CONSTANT if not arguments and has_known_keys(receiver) else None


def _values(state: State, call: Call, receiver: AbstractValue, arguments: list[AbstractValue]) -> AbstractValue | None:
    if arguments or not has_known_keys(receiver):
        return None
    values = list((receiver.fields or {}).values())
    return AbstractValue(fields={str(at): each for at, each in enumerate(values)}, size=len(values))


def _entry_set(
    state: State, call: Call, receiver: AbstractValue, arguments: list[AbstractValue]
) -> AbstractValue | None:
    if arguments or not has_known_keys(receiver):
        return None
    return AbstractValue(fields={"0": _pair([CONSTANT, any_element(state, receiver)])}, size=1)


def _part(state: State, call: Call, receiver: AbstractValue, arguments: list[AbstractValue]) -> AbstractValue | None:
    """`entry.getValue()`, and `get()` of a reference."""
    callee = call.callee
    name = callee.name if isinstance(callee, Member) else ""
    return (receiver.fields or {}).get(MethodResult(name)) if not arguments else None


def _plain(state: State, call: Call, receiver: AbstractValue, arguments: list[AbstractValue]) -> AbstractValue | None:
    """`reference.getPlain()`."""
    return (receiver.fields or {}).get(_HELD) if receiver.type == _REFERENCE else None


def _held_now(
    state: State, call: Call, receiver: AbstractValue, arguments: list[AbstractValue]
) -> AbstractValue | None:
    """A reference holds something else now: `reference.set(x)`, `getAndSet`, `updateAndGet`, `compareAndSet`."""
    callee = call.callee
    if len(arguments) == 2 and arguments[0].type and _class_of(call) and arguments[0].literal is UNKNOWN:
        # `field.set(object, x)`
        _taint(state, call.arguments[0].value, arguments[1])
    if receiver.type != _REFERENCE or not arguments or not isinstance(callee, Member):
        return None
    before = (receiver.fields or {}).get(_HELD, CLEAN)
    now = arguments[-1]
    if callee.name in ("updateAndGet", "getAndUpdate"):
        now = now if now.closure is None else state.evaluator.call_closure(state, now.closure, [before], ())
    if callee.name.startswith(("compare", "weakCompare")):
        now = joined(before, now)
    place = access_path(state, callee.object)
    if place is not None and place[1] is not None:
        write_path(state, place[0], (*place[1], _HELD), now)
    return now if callee.name == "updateAndGet" else before if callee.name.startswith("get") else CLEAN


def _retain(state: State, call: Call, receiver: AbstractValue, arguments: list[AbstractValue]) -> AbstractValue | None:
    """After `names.retainAll(KNOWN)` there is nothing but what the code knows."""
    if len(arguments) == 1 and is_untainted(state, call.arguments[0].value):
        _keep(state, call, -1)
    return None


def _remove_if(
    state: State, call: Call, receiver: AbstractValue, arguments: list[AbstractValue]
) -> AbstractValue | None:
    """After `names.removeIf(n -> !KNOWN.contains(n))` as well."""
    closure = arguments[0].closure if len(arguments) == 1 else None
    if closure is not None:
        _keep(state, call, sanitized_by_closure(state, closure, receiver, False))
    return None


def _keep(state: State, call: Call, bits: int) -> None:
    place = access_path(state, call.callee.object) if isinstance(call.callee, Member) else None
    if place is not None and place[1] is not None and bits:
        sanitize(state, place[0], place[1], bits)


def _array_copy(
    state: State, call: Call, receiver: AbstractValue, arguments: list[AbstractValue]
) -> AbstractValue | None:
    """`System.arraycopy(from, 0, to, 0, n)`."""
    if len(arguments) == 5:
        _taint(state, call.arguments[2].value, any_element(state, arguments[0]))
    return None


def _add_all(state: State, call: Call, receiver: AbstractValue, arguments: list[AbstractValue]) -> AbstractValue | None:
    """`Collections.addAll(list, a, b)`."""
    if len(arguments) > 1 and _class_of(call) == "Collections":
        _taint(state, call.arguments[0].value, union(state, arguments[1:]))
    return None


def _fill(state: State, call: Call, receiver: AbstractValue, arguments: list[AbstractValue]) -> AbstractValue | None:
    """`Arrays.fill(all, x)`, `Collections.fill(all, x)`, `Collections.copy(to, from)`."""
    if len(arguments) == 2 and _class_of(call) in ("Arrays", "Collections"):
        _taint(state, call.arguments[0].value, union(state, arguments[1:]))
    return None


def _mixed(state: State, call: Call, receiver: AbstractValue, arguments: list[AbstractValue]) -> AbstractValue | None:
    """`Arrays.sort(all)`: what is in which place is no longer known; after `Collections.reverse(list)` it is."""
    if arguments and arguments[0].size is not None and _class_of(call) in ("Arrays", "Collections"):
        place = access_path(state, call.arguments[0].value)
        if place is not None and place[1] is not None:
            is_turned = isinstance(call.callee, Member) and call.callee.name == "reverse"
            after = turned(arguments[0]) if is_turned else union(state, [arguments[0]])
            write_path(state, place[0], place[1], after)
    return None


def _merged(state: State, call: Call, receiver: AbstractValue, arguments: list[AbstractValue]) -> AbstractValue | None:
    """`table.merge(key, x, f)`, `table.computeIfAbsent(key, f)`: what comes under the key, or is there already."""
    key_given = arguments[0] if arguments and isinstance(call.callee, Member) and call.callee.name != "merge" else CLEAN
    made = [
        state.evaluator.call_closure(state, each.closure, [key_given, receiver], ())
        for each in arguments
        if each.closure is not None
    ]
    place = access_path(state, call.callee.object) if isinstance(call.callee, Member) else None
    if place is None or place[1] is None or not arguments:
        return None
    key, new = arguments[0].literal, union(state, [*arguments[1:], *made])
    if new.taint and key is not UNKNOWN:
        write_path(state, place[0], (*place[1], str(key)), joined((receiver.fields or {}).get(str(key), new), new))
    elif new.taint:
        add_taint(state, (place[0], place[1]), new)
    return None


def _replaced(
    state: State, call: Call, receiver: AbstractValue, arguments: list[AbstractValue]
) -> AbstractValue | None:
    """`table.replace(key, x)`, where the key is there already."""
    key = str(arguments[0].literal) if len(arguments) == 2 else ""
    before = (receiver.fields or {}).get(key)
    place = access_path(state, call.callee.object) if isinstance(call.callee, Member) and before is not None else None
    if place is None or place[1] is None or before is None:
        return None
    write_path(state, place[0], (*place[1], key), arguments[1])
    return before


def _composed(
    state: State, call: Call, receiver: AbstractValue, arguments: list[AbstractValue]
) -> AbstractValue | None:
    """`f.andThen(g).apply(x)`, `f.compose(g).apply(x)`: the last of the two says what comes of it."""
    made = call.callee.object if isinstance(call.callee, Member) else None
    if not isinstance(made, Call) or not isinstance(made.callee, Member) or len(made.arguments) != 1:
        return None
    steps = [
        state.evaluator.evaluate(state, made.callee.object),
        state.evaluator.evaluate(state, made.arguments[0].value),
    ]
    if made.callee.name == "compose":
        steps.reverse()
    elif made.callee.name != "andThen":
        return None
    if steps[1].closure is None:
        return None
    inner = union(state, [steps[0], *arguments])
    if steps[0].closure is not None:
        inner = state.evaluator.call_closure(state, steps[0].closure, arguments, ())
    return state.evaluator.call_closure(state, steps[1].closure, [inner], ())


def _taint(state: State, e: Expression, value: AbstractValue) -> None:
    place = access_path(state, e)
    if place is not None:
        add_taint(state, (place[0], place[1] or ()), union(state, [value]))


_KNOWN: Mapping[str, Known] = {
    **dict.fromkeys(("of", "asList"), _of),
    **dict.fromkeys(("entry", "immutableEntry"), _entry),
    "ofEntries": _of_entries,
    **dict.fromkeys(("copyOf", "unmodifiableList", "unmodifiableMap", "synchronizedList", "synchronizedMap"), _same),
    **dict.fromkeys(("unmodifiableCollection", "checkedList"), _same),
    **dict.fromkeys(("stream", "parallelStream", "iterator", "listIterator", "elements"), _walked),
    **STREAMS,
    **dict.fromkeys(("next", "nextElement", "previous"), _next),
    "keySet": _key_set,
    "values": _values,
    "entrySet": _entry_set,
    **dict.fromkeys(("getKey", "getValue", "get"), _part),
    **dict.fromkeys(("getPlain", "getAcquire", "getOpaque"), _plain),
    **dict.fromkeys(("set", "lazySet", "setPlain", "setRelease", "setOpaque", "getAndSet", "updateAndGet"), _held_now),
    **dict.fromkeys(("getAndUpdate", "compareAndSet", "compareAndExchange", "weakCompareAndSet"), _held_now),
    "retainAll": _retain,
    "removeIf": _remove_if,
    "arraycopy": _array_copy,
    "addAll": _add_all,
    **dict.fromkeys(("reverse", "shuffle", "swap", "rotate", "sort", "parallelSort"), _mixed),
    **dict.fromkeys(("merge", "compute", "computeIfAbsent", "computeIfPresent"), _merged),
    **dict.fromkeys(("fill", "copy"), _fill),
    "replace": _replaced,
    **dict.fromkeys(("apply", "applyAsInt", "applyAsLong"), _composed),
}
