"""What Go does with values: lists grow and are cut, maps lose keys, loops go through them, contexts carry them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from reread.analyzers.dataflow.domain.facets import KEYS, Facet
from reread.analyzers.dataflow.domain.request_state import CONTEXT
from reread.analyzers.dataflow.domain.state import State
from reread.analyzers.dataflow.domain.type_ref import Kind, list_type
from reread.analyzers.dataflow.domain.value import (
    CLEAN,
    CONSTANT,
    AbstractValue,
    Fields,
    collapse,
    deep_taint,
    tainted_with,
    without,
)
from reread.analyzers.dataflow.ir.nodes import THROWN, Call, Collection, Expression, Index, Literal, Member, Name, Parts
from reread.analyzers.dataflow.languages.go import iterators
from reread.analyzers.dataflow.memory.access_paths import access_path, write_path
from reread.analyzers.dataflow.memory.reads import peek, read_field, read_variable
from reread.analyzers.dataflow.memory.taint import trace_step, union

_CONTEXT = re.compile(r"\w*(?:c|[cC]tx|[cC]ontext)")
_VERB = re.compile(r"%[-+# 0]*(?:\d+|(\*|\[))?(?:\.(?:\d+|(?=\*)))?([a-zA-Z*])")
_NUMERIC = frozenset("dboxXUeEfFgGtpT")
_CONTEXT_GETTERS = ("MustGet", "GetString", "Locals")
_MOST = 40
_LISTS_IN_MAPS = frozenset({"Query", "Form", "PostForm", "Header", "QueryParams", "Values"})
"""What gives a map of lists: the parameters and headers of requests."""
_GIVE_LISTS = frozenset({"Split", "SplitN", "SplitAfter", "SplitAfterN", "Fields", "FieldsFunc"})


def built_in(
    state: State, name: str, call: Call, receiver: AbstractValue, arguments: list[AbstractValue]
) -> AbstractValue | None:
    """What a call of a well-known function gives; None for all others and where nothing is known of its arguments."""
    if name == "recover" and isinstance(call.callee, Name) and not call.arguments:
        return read_variable(state, THROWN)
    known = _KNOWN.get(name)
    return None if known is None or not call.arguments else known(state, call, arguments)


def _appended(state: State, call: Call, arguments: list[AbstractValue]) -> AbstractValue | None:
    """`append(list, x, y)`, `append(list, others...)`: the list with more at its end, where all positions are known."""
    if not isinstance(call.callee, Name) or any(each.spread for each in call.arguments[:-1]):
        return None
    before, added = arguments[0], arguments[1:]
    size = before.size
    if call.arguments[-1].spread:
        last = added[-1] if added else CLEAN
        if last.size is None or len(added) != 1:
            return _of_same_type(state, before, added)
        added = [read_field(state, last, str(at)) for at in range(last.size)]
    if size is None or size + len(added) > _MOST:
        return _of_same_type(state, before, added)
    more: Fields = {str(size + at): value for at, value in enumerate(added)}
    return AbstractValue(
        before.taint, before.trace, {**(before.fields or {}), **more}, type=before.type, size=size + len(added)
    )


def _of_same_type(state: State, before: AbstractValue, added: list[AbstractValue]) -> AbstractValue | None:
    if not before.type:
        return None
    return tainted_with(AbstractValue(*deep_taint(before), type=before.type), union(state, added))


def _deleted(state: State, call: Call, arguments: list[AbstractValue]) -> AbstractValue | None:
    """`delete(m, "key")`"""
    place = access_path(state, call.arguments[0].value)
    if not isinstance(call.callee, Name) or len(arguments) != 2 or place is None or place[1] is None:
        return None
    key = arguments[1].literal
    if isinstance(key, (str, int)) and not arguments[0].taint:
        write_path(state, place[0], (*place[1], str(key)), CLEAN)
    return CLEAN


def _cleared(state: State, call: Call, arguments: list[AbstractValue]) -> AbstractValue | None:
    place = access_path(state, call.arguments[0].value)
    if not isinstance(call.callee, Name) or len(arguments) != 1 or place is None or place[1] is None:
        return None
    write_path(state, place[0], place[1], AbstractValue(type=arguments[0].type))
    return CLEAN


def _made(state: State, call: Call, arguments: list[AbstractValue]) -> AbstractValue | None:
    """`make(map[K]V)`; `make([]T, 0)` has no positions yet."""
    typed = arguments[0].literal
    if not isinstance(call.callee, Name) or not isinstance(typed, str):
        return None
    made = state.declarations.class_of(typed)
    is_empty = made is not None and made.kind == Kind.LIST and len(arguments) > 1 and arguments[1].literal == 0
    return AbstractValue(type=made, size=0 if is_empty else None)


def _split(state: State, call: Call, arguments: list[AbstractValue]) -> AbstractValue | None:
    """Lists of texts that a text is cut into."""
    callee = call.callee
    if not isinstance(callee, Member) or not isinstance(callee.object, Name) or callee.object.name != "strings":
        return None
    taint = collapse(arguments[0])
    return AbstractValue(taint.taint, trace_step(state, taint, call.start, call.end, "call"), type=list_type("string"))


def _number(state: State, call: Call, arguments: list[AbstractValue]) -> AbstractValue | None:
    """`strings.Index(x, "a")`, `expression.MatchString(x)`: numbers and truth values, in which there is no text."""
    callee = call.callee
    if not isinstance(callee, Member):
        return None
    is_one = callee.name in _MATCHES or (isinstance(callee.object, Name) and callee.object.name in _WITH_NUMBERS)
    return (
        without(union(state, arguments), state.taint_bits.safe_numbers | state.taint_bits.safe_booleans)
        if is_one
        else None
    )


def _with_value(state: State, call: Call, arguments: list[AbstractValue]) -> AbstractValue | None:
    """`context.WithValue(ctx, key, x)`, `c.Set("key", x)`, `c.Locals("key", x)`: who handles the request finds it."""
    callee = call.callee
    if not isinstance(callee, Member) or not isinstance(callee.object, Name):
        return None
    if callee.name == "WithValue":
        is_one = callee.object.name == "context" and len(arguments) == 3
    else:
        is_one = len(arguments) == 2 and _CONTEXT.fullmatch(callee.object.name) is not None
    key = _key(call.arguments[-2].value) if is_one else ""
    if not key:
        return None
    write_path(state, CONTEXT, (key,), arguments[-1])
    return CLEAN


def _value(state: State, call: Call, arguments: list[AbstractValue]) -> AbstractValue | None:
    """`ctx.Value(key)`, `c.Get("key")`: what was put into the context of the request, here or in another handler."""
    if not isinstance(call.callee, Member) or len(arguments) != 1:
        return _with_value(state, call, arguments) if isinstance(call.callee, Member) else None
    key, known = _key(call.arguments[0].value), read_variable(state, CONTEXT).fields
    if known and key in known:
        return known[key]
    return (
        read_field(state, peek(state, call.callee.object), key)
        if key and call.callee.name in _CONTEXT_GETTERS
        else None
    )


def _key(e: Expression) -> str:
    """What a key of a context is called: a text, a constant, an empty struct of a type of its own."""
    if isinstance(e, Literal):
        return e.value if isinstance(e.value, str) else ""
    if isinstance(e, Collection):
        return f"{e.type}{{}}" if e.type and not e.entries else ""
    if isinstance(e, Call) and len(e.arguments) == 1 and isinstance(e.callee, Name):
        inner = _key(e.arguments[0].value)
        return f"{e.callee.name}({inner})" if inner else ""
    return e.name if isinstance(e, (Name, Member)) else ""


def written_as_numbers(call: Call) -> frozenset[int]:
    """The arguments of a call like `fmt.Printf` that its format writes as numbers, truth values, types or pointers."""
    callee = call.callee
    if not isinstance(callee, Member) or callee.name[-1:] != "f" or len(call.arguments) < 2:
        return frozenset()
    for at, argument in enumerate(call.arguments[:2]):
        e = argument.value
        if isinstance(e, Literal) and isinstance(e.value, str):
            verbs = _VERB.findall(e.value.replace("%%", ""))
            if any(flags for flags, _ in verbs):
                return frozenset()
            return frozenset(at + 1 + n for n, (_, verb) in enumerate(verbs) if verb in _NUMERIC)
    return frozenset()


def cut(state: State, value: AbstractValue, key: Parts) -> AbstractValue | None:
    """`x[low:high]` of a list whose positions are known; None for all others."""
    bounds = [state.evaluator.evaluate(state, part).literal for part in key.parts]
    if value.size is None or not all(type(each) is int and 0 <= each <= value.size for each in bounds):
        return None
    low, high = bounds[0], bounds[1] if len(bounds) > 1 else value.size
    fields: Fields = {str(at - low): read_field(state, value, str(at)) for at in range(low, high)}
    return AbstractValue(fields=fields or None, type=value.type, size=max(0, high - low))


def gone_through(
    state: State, value: AbstractValue, iterable: Expression, target: Expression, element: AbstractValue
) -> AbstractValue:
    """What a loop assigns: keys alone, or keys with elements. Those of lists are numbers, which no input is in."""
    if value.closure is not None:
        return iterators.elements(state, value, target)
    pairs = isinstance(target, Collection) and len(target.entries) == 2
    if value.size is not None or _is_list(value) or _is_list_of_map(iterable):
        key = CONSTANT
    elif value.fields and not value.taint and all(not isinstance(name, Facet) or name is KEYS for name in value.fields):
        key = value.fields.get(KEYS, CONSTANT)
    else:
        key = _key_of(value) if value.type else element
    return AbstractValue(fields={"0": key, "1": element}, size=2) if pairs else key


def _is_list(value: AbstractValue) -> bool:
    return value.type is not None and value.type.kind == Kind.LIST


def _key_of(value: AbstractValue) -> AbstractValue:
    """A key of a map of which not all keys are known."""
    return tainted_with(AbstractValue(value.taint, value.trace), (value.fields or {}).get(KEYS, CLEAN))


def _is_list_of_map(e: Expression) -> bool:
    """True for `r.URL.Query()["name"]` and `r.Form["name"]`."""
    if not isinstance(e, Index) or isinstance(e.key, Parts):
        return False
    held = e.object.callee if isinstance(e.object, Call) else e.object
    return isinstance(held, Member) and held.name in _LISTS_IN_MAPS


_Known = Callable[[State, Call, list[AbstractValue]], AbstractValue | None]
_WITH_NUMBERS = frozenset({"strings", "bytes", "utf8", "unicode", "filepath", "path", "slices", "regexp"})
_MATCHES = frozenset({"MatchString", "MatchReader"})
_GIVE_NUMBERS = frozenset(
    {
        *("Index", "IndexAny", "IndexByte", "IndexFunc", "IndexRune", "LastIndex", "LastIndexAny", "LastIndexByte"),
        *("LastIndexFunc", "Count", "Compare", "Contains", "ContainsAny", "ContainsFunc", "ContainsRune", "EqualFold"),
        *("HasPrefix", "HasSuffix", "RuneCount", "RuneCountInString", "RuneLen", "Valid", "ValidString", "IsAbs"),
        *("IsLocal", "IsDigit", "IsLetter", "IsSpace", "IsUpper", "IsLower", "Match", *_MATCHES),
    }
)
_KNOWN: Mapping[str, _Known] = {
    **iterators.KNOWN,
    "append": _appended,
    "delete": _deleted,
    "clear": _cleared,
    "make": _made,
    "WithValue": _with_value,
    "Set": _with_value,
    **dict.fromkeys(("Value", "Get", *_CONTEXT_GETTERS), _value),
    **dict.fromkeys(_GIVE_LISTS, _split),
    **dict.fromkeys(_GIVE_NUMBERS, _number),
}
