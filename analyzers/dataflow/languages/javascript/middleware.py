"""What stands before a handler in its route: checks that it has passed, and what was put on the request for it.

A middleware passes on by calling `next()`. What its first parameter is then is what the handler is given.
"""

from __future__ import annotations

from collections.abc import Iterator

from reread.analyzers.constants.folding import UNKNOWN
from reread.analyzers.dataflow.domain.closure import function_of
from reread.analyzers.dataflow.domain.state import State
from reread.analyzers.dataflow.domain.value import CLEAN, AbstractValue, with_field
from reread.analyzers.dataflow.ir.nodes import Argument, Call, Collection, Expression, Literal, Member, Name
from reread.analyzers.dataflow.ir.temporaries import temporary
from reread.analyzers.dataflow.languages.javascript.json_schema import of_json
from reread.analyzers.dataflow.languages.javascript.schema_values import places
from reread.analyzers.dataflow.memory.access_paths import read_path
from reread.analyzers.dataflow.memory.middleware import NEXT
from reread.analyzers.dataflow.sanitizers.guard_subjects import ALL

_PARTS = {"params": "params", "querystring": "query", "query": "query", "body": "body", "headers": "headers"}


def with_schema(request: AbstractValue, options: AbstractValue, unguarded: int) -> AbstractValue:
    """The request as the schema among the options of its route lets it through."""
    schema = (options.fields or {}).get("schema", CLEAN).fields or {}
    for key, part in _PARTS.items():
        for (_, path), _bits in places(("", (part,)), of_json(schema[key]), 0).items() if key in schema else ():
            request = with_field(request, path, AbstractValue(sanitized=ALL & ~unguarded))
    return request


_ROUTES = frozenset({"get", "post", "put", "patch", "delete", "del", "all", "options", "head", "route"})
_BEFORE = frozenset({"preHandler", "preValidation", "onRequest", "preParsing", "beforeHandler", "middleware"})
"""The options of a route that name what runs before its handler."""
_MOST_BEFORE = 8


def routed(state: State, name: str, call: Call, arguments: list[AbstractValue]) -> AbstractValue | None:
    """Interprets the handler of a route behind what stands before it there; None for all other calls."""
    callee = call.callee
    if not isinstance(callee, Member) or not isinstance(callee.object, Name) or not call.arguments:
        return None
    used = temporary("used by", callee.object.name)
    if name == "use":
        _note_used(state, used, call, arguments)
        return None
    if name not in _ROUTES:
        return None
    # `app.route({ url, schema, handler })` has all in one place.
    is_whole = len(arguments) == 1
    handler = (arguments[0].fields or {}).get("handler", CLEAN).closure if is_whole else arguments[-1].closure
    if handler is None or not function_of(handler).parameters:
        return None
    before = list(_before(call, arguments, is_whole))[:_MOST_BEFORE]
    request = state.env.get(used, CLEAN)
    for options in arguments if is_whole else arguments[1:-1]:
        request = with_schema(request, options, state.taint_bits.unguarded)
    if not before and request is CLEAN:
        return None
    for e, value in before:
        request = _passed(state, e, value, request, call)
    state.evaluator.call_closure(state, handler, [request], ())
    return CLEAN


def _note_used(state: State, used: str, call: Call, arguments: list[AbstractValue]) -> None:
    """`app.use(middleware)` speaks for all routes below."""
    if any(isinstance(each.value, Literal) or value.literal is not UNKNOWN for each, value in _pairs(call, arguments)):
        return
    request = state.env.get(used, CLEAN)
    for argument, value in _pairs(call, arguments):
        request = _passed(state, argument.value, value, request, call)
    if request is not CLEAN:
        state.env[used] = request


def _before(call: Call, arguments: list[AbstractValue], is_whole: bool) -> Iterator[tuple[Expression, AbstractValue]]:
    """The functions before the handler, one by one, in lists, or in options of the route."""
    for argument, value in list(_pairs(call, arguments))[: None if is_whole else -1]:
        e = argument.value
        if not isinstance(e, Collection):
            yield e, value
            continue
        for at, entry in enumerate(e.entries):
            key = entry.key.value if isinstance(entry.key, Literal) else getattr(entry.key, "name", None)
            if key is None:
                yield entry.value, (value.fields or {}).get(str(at), CLEAN)
            elif key in _BEFORE:
                yield from _listed(entry.value, (value.fields or {}).get(str(key), CLEAN))


def _listed(e: Expression, value: AbstractValue) -> Iterator[tuple[Expression, AbstractValue]]:
    if not isinstance(e, Collection):
        yield e, value
        return
    for at, entry in enumerate(e.entries):
        yield entry.value, (value.fields or {}).get(str(at), CLEAN)


def _pairs(call: Call, arguments: list[AbstractValue]) -> Iterator[tuple[Argument, AbstractValue]]:
    return zip(call.arguments, arguments, strict=True)


def _passed(state: State, e: Expression, value: AbstractValue, request: AbstractValue, call: Call) -> AbstractValue:
    """The request as a middleware hands it on."""
    if value.closure is not None:
        around, state.middleware_request = state.middleware_request, None
        # Koa has the answer in the request.
        rest = [CLEAN] if len(function_of(value.closure).parameters) > 2 else []
        state.evaluator.call_closure(state, value.closure, [request, *rest, AbstractValue(closure=NEXT)], ())
        found, state.middleware_request = state.middleware_request, around
        return request if found is None else found
    summary = state.functions.summary_of(None, e.name) if isinstance(e, Name) and e.name not in state.env else None
    if summary is None or summary.failed or summary.middleware_request is None:
        return request
    given = [
        (read_path(state, request, symbol.path) or CLEAN) if symbol.parameter == 0 else CLEAN
        for symbol in summary.symbols
    ]
    return _after(request, state.evaluator.substitute(state, summary.middleware_request, given, call))


def _after(before: AbstractValue, now: AbstractValue) -> AbstractValue:
    """What is known of a request that a function has passed on, whose summary says nothing of what it left alone."""
    if not before.fields:
        return now
    fields = dict(now.fields or {})
    for key, known in before.fields.items():
        fields[key] = _after(known, fields[key]) if key in fields else known
    return AbstractValue(now.taint, now.trace, fields, sanitized=now.sanitized | before.sanitized)
