"""Functions kept in variables, dictionaries and lists, and called by those: tables of handlers, lists of steps."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reread.analyzers.dataflow.domain.value import CLEAN, NAMED, Value, joined
from reread.analyzers.dataflow.ir.nodes import Call, Expression, Index, Member, Name

if TYPE_CHECKING:
    from reread.analyzers.dataflow.domain.closure import Closed
    from reread.analyzers.dataflow.interpreter.access_paths import Variables
    from reread.analyzers.dataflow.interpreter.resolved_calls import KnownCalls

_MOST = 8
_ASKS_OTHERS = re.compile(
    r"(?i)(?:.*_)?(?:requests?|https?|httpx|aiohttp|urllib\d?|session|client|api|web|browser|driver|scraper|fetcher|crawler"
    r"|opener|proxy|pool|conn|connection|page|service|[sc])\d?"
    r"|.*(?:Session|Client|Browser|Http|Scraper|Fetcher|Crawler|Pool|Connection|Service)"
)
"""What `get` asks for an address, and not for what is kept under a key."""


def kept(e: Expression, value: Value, run: Variables) -> Value:
    """What a variable or an element of a collection gets: where it may be a function of the file, with its name."""
    if not run.world.semantics.keeps_tables or not run.world.guards:
        return value
    if isinstance(e, Name) and value is CLEAN and e.name not in run.env:
        return Value(owner=f"{NAMED}{e.name}")
    if isinstance(e, Member) and value.symbol is not None and run.owner and isinstance(e.object, Name):
        is_method = e.object.name in ("self", "cls") and run.world.outcome_of(run.owner, e.name) is not None
        return Value(owner=f"{NAMED}{run.owner}.{e.name}") if is_method else value
    return value


def looked_up(call: Call, table: Value, arguments: list[Value], run: KnownCalls) -> Value | None:
    """What `TABLE.get(key)` gives where functions are kept in it and the key is not known."""
    if not any(is_function(field) for field in (table.fields or {}).values()):
        return None
    found = run.element(table)
    for argument, value in zip(call.arguments[1:], arguments[1:], strict=True):
        found = joined(found, kept(argument.value, value, run))
    return found


def is_lookup(callee: Expression) -> bool:
    """True for `table.get`: what comes out is what somebody put in, whoever chose the key."""
    if not isinstance(callee, Member) or callee.name != "get":
        return False
    table = callee.object.callee if isinstance(callee.object, Call) else callee.object
    if isinstance(table, Index):
        return True
    return isinstance(table, (Name, Member)) and _ASKS_OTHERS.fullmatch(table.name) is None


def is_function(value: Value) -> bool:
    return value.closure is not None or value.owner.startswith(NAMED)


def called(function: Value, call: Call, arguments: list[Value], run: KnownCalls) -> Value | None:
    """What a call of one of some functions gives; None where none of them is known."""
    found: list[Value | None] = [_named(name, call, arguments, run) for name in _names(function)]
    found += [run.call_closure(each, arguments, call.arguments) for each in _closures(call, function, run)]
    known = [each for each in found if each is not None]
    if not known:
        return None
    result = known[0] if len(known) == len(found) else joined(known[0], run.union(arguments))
    for other in known[1:]:
        result = joined(result, other)
    return result


def _names(function: Value) -> list[str]:
    return function.owner.split(NAMED)[1:] if function.owner.startswith(NAMED) else []


def _named(name: str, call: Call, arguments: list[Value], run: KnownCalls) -> Value | None:
    owner, _, method = name.rpartition(".")
    if not owner and run.world.is_class(name):
        return run.construct(name, call, arguments)
    outcome = run.world.outcome_of(owner, method)
    return None if outcome is None or outcome.failed else run.applied(outcome, call, CLEAN, arguments, None)


def _closures(call: Call, function: Value, run: KnownCalls) -> list[Closed]:
    """The lambdas in a table that is asked for a key which is not known."""
    table = run.peek(call.callee.object).fields if isinstance(call.callee, Index) else None
    if not table or any(each is function for each in table.values()):
        return []
    return [each.closure for each in table.values() if each.closure is not None]


def in_turn(iterable: Value) -> list[Value]:
    """The functions that a loop takes from a list one after the other; none where they are not known."""
    fields = iterable.fields or {}
    if not iterable.size or iterable.size > _MOST or iterable.size != len(fields):
        return []
    found = [fields[str(at)] for at in range(iterable.size) if str(at) in fields]
    return found if len(found) == iterable.size and all(map(is_function, found)) else []
