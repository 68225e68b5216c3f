"""What functions and methods of Python's own library do with values, and what they say of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from reread.analyzers.constants.folding import UNKNOWN
from reread.analyzers.dataflow.domain.facets import KEYS
from reread.analyzers.dataflow.domain.state import State
from reread.analyzers.dataflow.domain.type_ref import Kind, checked_data, class_type
from reread.analyzers.dataflow.domain.value import CLEAN, CONSTANT, AbstractValue, Fields, collapse, joined
from reread.analyzers.dataflow.ir.nodes import Call, Expression, Literal, Member, Name
from reread.analyzers.dataflow.languages.python.objects import as_dictionary, as_text, made_by_keywords
from reread.analyzers.dataflow.languages.python.queues import QUEUES, deque, from_queue, next_element, queue
from reread.analyzers.dataflow.languages.python.typed_fields import LOADERS
from reread.analyzers.dataflow.memory.collections import has_known_keys, numbered, pairs
from reread.analyzers.dataflow.memory.function_values import looked_up
from reread.analyzers.dataflow.memory.properties import read_property
from reread.analyzers.dataflow.memory.reads import any_element, element_at, iterated_element, read_field, read_variable
from reread.analyzers.dataflow.memory.taint import trace_step, union
from reread.analyzers.dataflow.memory.validated_fields import is_named, validated_field

_DEEPEST = 8
_BYTES, _URL, _HTML, _TEXT = "bytes", "url", "html", "text"
_ENCODERS: Mapping[str, str] = {
    **dict.fromkeys(("b64encode", "urlsafe_b64encode", "standard_b64encode", "encodebytes", "encodestring"), _BYTES),
    **dict.fromkeys(("b32encode", "b16encode", "b85encode", "hexlify", "b2a_hex", "b2a_base64", "hex"), _BYTES),
    **dict.fromkeys(("quote", "quote_plus", "quote_from_bytes"), _URL),
    "escape": _HTML,
    "dumps": _TEXT,
}
_DECODERS: Mapping[str, str] = {
    **dict.fromkeys(("b64decode", "urlsafe_b64decode", "standard_b64decode", "decodebytes", "decodestring"), _BYTES),
    **dict.fromkeys(("b32decode", "b16decode", "b85decode", "unhexlify", "a2b_hex", "a2b_base64", "fromhex"), _BYTES),
    **dict.fromkeys(("unquote", "unquote_plus", "unquote_to_bytes"), _URL),
    "unescape": _HTML,
    "loads": _TEXT,
}
"""What is encoded by one is decoded by the other of the same kind."""
_KEEP_TEXT = frozenset({"encode", "decode", "strip"})


def built_in(
    state: State, name: str, call: Call, receiver: AbstractValue, arguments: list[AbstractValue]
) -> AbstractValue | None:
    """What a call of a well-known function gives; None for all others and where nothing is known of its arguments."""
    known = _KNOWN.get(name)
    return made_by_keywords(state, name, call, arguments) if known is None else known(state, call, receiver, arguments)


def _enumerate(
    state: State, call: Call, receiver: AbstractValue, arguments: list[AbstractValue]
) -> AbstractValue | None:
    return numbered(any_element(state, arguments[0])) if arguments and isinstance(call.callee, Name) else None


def _zip(state: State, call: Call, receiver: AbstractValue, arguments: list[AbstractValue]) -> AbstractValue | None:
    if not arguments or any(each.spread for each in call.arguments):
        return None
    return pairs(
        [any_element(state, each) for each, given in zip(arguments, call.arguments, strict=True) if not given.name]
    )


def _gather(state: State, call: Call, receiver: AbstractValue, arguments: list[AbstractValue]) -> AbstractValue | None:
    """`asyncio.gather(...)` gives the results in the order of what was waited for."""
    if any(each.spread or each.name for each in call.arguments):
        return None
    return AbstractValue(fields={str(at): each for at, each in enumerate(arguments)} or None, size=len(arguments))


def _intersection(
    state: State, call: Call, receiver: AbstractValue, arguments: list[AbstractValue]
) -> AbstractValue | None:
    """`asked.intersection(KNOWN)`, `KNOWN.intersection(asked)`"""
    return CONSTANT if receiver.constant or any(each.constant for each in arguments) else None


def _get(state: State, call: Call, receiver: AbstractValue, arguments: list[AbstractValue]) -> AbstractValue | None:
    if receiver.size is not None and (first := from_queue(state, call, receiver)) is not None:
        return first
    type_ = receiver.type
    is_checked = type_ is not None and type_.kind == Kind.CHECKED_DATA
    if arguments and type_ is not None and is_checked and arguments[0].literal is not UNKNOWN:
        key = str(arguments[0].literal)
        found = validated_field(state, call, type_, key, read_field(state, receiver, key))
        return joined(found, arguments[1]) if len(arguments) == 2 else found
    if not arguments or not receiver.fields:
        return None
    if KEYS in receiver.fields and len(arguments) < 3:
        return joined(any_element(state, receiver), arguments[1] if len(arguments) == 2 else CLEAN)
    return looked_up(state, call, receiver, arguments)


def _loaded(state: State, call: Call, receiver: AbstractValue, arguments: list[AbstractValue]) -> AbstractValue | None:
    """`PageSchema().load(x)`, `Page.model_validate(x)`: values that were checked as the class declares them."""
    callee = call.callee
    if not isinstance(callee, Member) or not arguments:
        return None
    made = receiver.type
    if made is None and isinstance(callee.object, Name) and state.declarations.record(callee.object.name) is not None:
        made = class_type(callee.object.name)
    taint = union(state, arguments)
    if made is None or not is_named(made) or not taint.taint:
        return None
    return AbstractValue(taint.taint, trace_step(state, taint, call.start, call.end, "call"), type=checked_data(made))


def _keys(state: State, call: Call, receiver: AbstractValue, arguments: list[AbstractValue]) -> AbstractValue | None:
    if arguments or not receiver.fields:
        return None
    if KEYS in receiver.fields and receiver.fields[KEYS].sanitized:
        return read_field(state, receiver, KEYS)
    if receiver.taint:
        return None
    return receiver.fields.get(KEYS, CONSTANT if has_known_keys(receiver) else None)


def _values(state: State, call: Call, receiver: AbstractValue, arguments: list[AbstractValue]) -> AbstractValue | None:
    return None if arguments or not receiver.fields or KEYS not in receiver.fields else any_element(state, receiver)


def _from_keys(
    state: State, call: Call, receiver: AbstractValue, arguments: list[AbstractValue]
) -> AbstractValue | None:
    """`dict.fromkeys(names, value)`"""
    if not 0 < len(arguments) < 3:
        return None
    taint = collapse(arguments[1]) if len(arguments) == 2 else CLEAN
    return AbstractValue(taint.taint, taint.trace, {KEYS: collapse(iterated_element(state, arguments[0]))})


def _counter(state: State, call: Call, receiver: AbstractValue, arguments: list[AbstractValue]) -> AbstractValue | None:
    """What is counted are the keys, and the values are numbers."""
    if len(arguments) != 1 or call.arguments[0].name or call.arguments[0].spread:
        return None
    return AbstractValue(fields={KEYS: collapse(iterated_element(state, arguments[0]))})


def _setdefault(
    state: State, call: Call, receiver: AbstractValue, arguments: list[AbstractValue]
) -> AbstractValue | None:
    """What a dictionary has under a key, which may be what is put there only now."""
    if len(arguments) != 2 or not has_known_keys(receiver) or arguments[0].literal is UNKNOWN:
        return None
    return (receiver.fields or {}).get(str(arguments[0].literal), arguments[1])


def _listed(state: State, call: Call, receiver: AbstractValue, arguments: list[AbstractValue]) -> AbstractValue | None:
    """`list(x)`, `",".join(x)` of a dictionary: of its keys."""
    if len(arguments) != 1 or call.arguments[0].spread or not has_known_keys(arguments[0]):
        return None
    return CONSTANT if isinstance(call.callee, Name) else union(state, [receiver])


def _chained(state: State, call: Call, receiver: AbstractValue, arguments: list[AbstractValue]) -> AbstractValue | None:
    """`ChainMap(first, second)`: the first dictionary that has a key counts."""
    if not arguments or not all(map(has_known_keys, arguments)):
        return None
    fields: Fields = {}
    for each in reversed(arguments):
        fields.update(each.fields or {})
    return AbstractValue(fields=fields)


def _items(state: State, call: Call, receiver: AbstractValue, arguments: list[AbstractValue]) -> AbstractValue | None:
    keys = None if arguments else _keys(state, call, receiver, arguments)
    return None if keys is None else pairs([keys, any_element(state, receiver)])


def _dict(state: State, call: Call, receiver: AbstractValue, arguments: list[AbstractValue]) -> AbstractValue | None:
    if not isinstance(call.callee, Name) or not arguments or not all(each.name for each in call.arguments):
        return None
    return AbstractValue(fields={given.name: each for given, each in zip(call.arguments, arguments, strict=True)})


def _copy(state: State, call: Call, receiver: AbstractValue, arguments: list[AbstractValue]) -> AbstractValue | None:
    """`copy.copy(x)`, `x.copy()`."""
    copied = arguments[0] if len(arguments) == 1 else receiver
    return copied if copied.fields and len(arguments) < 2 else None


def _replace(state: State, call: Call, receiver: AbstractValue, arguments: list[AbstractValue]) -> AbstractValue | None:
    """`dataclasses.replace(x, a=1)`, `x._replace(a=1)`: the same with other fields. Texts have no such names."""
    named: Fields = {given.name: each for given, each in zip(call.arguments, arguments, strict=True) if given.name}
    plain = [each for given, each in zip(call.arguments, arguments, strict=True) if not given.name]
    old = plain[0] if len(plain) == 1 else receiver
    if not named or len(plain) > 1 or not old.fields:
        return None
    return AbstractValue(old.taint, old.trace, {**old.fields, **named}, type=old.type)


def _getattr(state: State, call: Call, receiver: AbstractValue, arguments: list[AbstractValue]) -> AbstractValue | None:
    key = _key_of(call)
    if key is None:
        return None
    value = arguments[0]
    member = Member(call.start, call.end, call.arguments[0].value, key)
    got = read_property(state, member, value) if value.type else None
    found = read_field(state, value, key) if got is None else got
    return joined(found, arguments[2]) if len(arguments) > 2 else found


def _setattr(state: State, call: Call, receiver: AbstractValue, arguments: list[AbstractValue]) -> AbstractValue | None:
    key = _key_of(call)
    if key is None or len(arguments) != 3:
        return None
    member = Member(call.start, call.end, call.arguments[0].value, key)
    state.evaluator.assign_inside(state, member, arguments[2])
    return CLEAN


def _next(state: State, call: Call, receiver: AbstractValue, arguments: list[AbstractValue]) -> AbstractValue | None:
    """`next(iter(x))` of a list that begins with something known."""
    if call.arguments and (first := next_element(state, call, arguments)) is not None:
        return first
    inner = call.arguments[0].value if len(call.arguments) == 1 else None
    is_first = isinstance(inner, Call) and isinstance(inner.callee, Name) and inner.callee.name == "iter"
    if not is_first or not isinstance(inner, Call) or len(inner.arguments) != 1:
        return None
    through = state.evaluator.evaluate(state, inner.arguments[0].value)
    return element_at(state, through, 0) if through.size else None


def _key_of(call: Call) -> str | None:
    """The name that `getattr` and `setattr` are given, where it is written there."""
    if not isinstance(call.callee, Name) or len(call.arguments) < 2:
        return None
    key = call.arguments[1].value
    return key.value if isinstance(key, Literal) and isinstance(key.value, str) else None


def _encoded(state: State, call: Call, receiver: AbstractValue, arguments: list[AbstractValue]) -> AbstractValue | None:
    """Notes the variables as they are now, for when it is decoded again."""
    state.memory.encoder_environments[call.start, call.end] = state.env.copy()
    return None


def _decoded(state: State, call: Call, receiver: AbstractValue, arguments: list[AbstractValue]) -> AbstractValue | None:
    """What was encoded before comes back as it was, though nothing of it could do harm while it was encoded."""
    name = call.callee.name if isinstance(call.callee, (Name, Member)) else ""
    found = _packed(state, call.arguments[0].value, _DECODERS[name]) if call.arguments else None
    if found is None:
        return None
    packed, encoder = found
    before, state.env = state.env, state.memory.encoder_environments.get((encoder.start, encoder.end), state.env).copy()
    value = state.evaluator.evaluate(state, packed)
    state.env = before
    return value


def _packed(state: State, e: Expression, kind: str) -> tuple[Expression, Call] | None:
    """What an expression is the encoded form of, and where it was encoded."""
    for _ in range(_DEEPEST):
        if isinstance(e, Name):
            test = read_variable(state, e.name).test
            if test is None:
                return None
            e = test
        if not isinstance(e, Call):
            return None
        name = e.callee.name if isinstance(e.callee, (Name, Member)) else ""
        if _ENCODERS.get(name) == kind and e.arguments:
            return e.arguments[0].value, e
        if isinstance(e.callee, Member) and name == "hex" and not e.arguments:
            return e.callee.object, e
        if isinstance(e.callee, Member) and name in _KEEP_TEXT:
            e = e.callee.object
        elif name in ("str", "bytes") and e.arguments:
            e = e.arguments[0].value
        else:
            return None
    return None


_Known = Callable[[State, Call, AbstractValue, list[AbstractValue]], AbstractValue | None]
_KNOWN: Mapping[str, _Known] = {
    "enumerate": _enumerate,
    "zip": _zip,
    "zip_longest": _zip,
    "gather": _gather,
    "intersection": _intersection,
    "get": _get,
    "get_nowait": _get,
    "deque": deque,
    **dict.fromkeys(QUEUES, queue),
    "ChainMap": _chained,
    "keys": _keys,
    **dict.fromkeys(("list", "tuple", "sorted", "set", "join"), _listed),
    **dict.fromkeys(LOADERS, _loaded),
    "values": _values,
    "fromkeys": _from_keys,
    "Counter": _counter,
    "setdefault": _setdefault,
    "str": as_text,
    "repr": as_text,
    **dict.fromkeys(("asdict", "vars", "_asdict", "model_dump"), as_dictionary),
    "items": _items,
    "dict": _dict,
    "copy": _copy,
    "deepcopy": _copy,
    "replace": _replace,
    "_replace": _replace,
    "getattr": _getattr,
    "setattr": _setattr,
    "next": _next,
    **dict.fromkeys(_ENCODERS, _encoded),
    **dict.fromkeys(_DECODERS, _decoded),
}
