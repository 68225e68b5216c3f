"""Calls of functions that have been given some of their arguments before: `partial(f, a)` and `f.bind(null, a)`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reread.analyzers.flow.program import JAVASCRIPT, Argument, Call, Expression, Member, Name

if TYPE_CHECKING:
    from reread.analyzers.flow.closures import Closures


def prepared(e: Expression, run: Closures) -> tuple[Expression, tuple[Argument, ...]] | None:
    """The function that an expression calls in the end, with what it has been given; None for all others."""
    if not run.world.guards:
        return None
    if isinstance(e, Name):
        known = run.env.get(e.name)
        made = None if known is None else known.test
    else:
        made = e
    if not isinstance(made, Call) or not made.arguments or any(each.spread for each in made.arguments[:1]):
        return None
    callee = made.callee
    if run.world.language == "python" and isinstance(callee, (Name, Member)) and callee.name == "partial":
        return made.arguments[0].value, made.arguments[1:]
    if run.world.language in JAVASCRIPT and isinstance(callee, Member) and callee.name == "bind":
        return callee.object, made.arguments[1:]
    return None


def completed(call: Call, run: Closures) -> Call:
    """The call of the function itself, with all arguments; the call as it is where nothing was given before."""
    found = prepared(call.callee, run)
    return call if found is None else call._replace(callee=found[0], arguments=(*found[1], *call.arguments))
