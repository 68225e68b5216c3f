"""Access paths: variables and fields by their names, what is written to them, and what guards say of them."""

from __future__ import annotations

from reread.analyzers.dataflow.domain.facets import COUNTED, PARTS, MethodResult, Path
from reread.analyzers.dataflow.domain.function_summary import FunctionSummary
from reread.analyzers.dataflow.domain.request_state import shared_name
from reread.analyzers.dataflow.domain.state import AccessPath, State
from reread.analyzers.dataflow.domain.taint_bits import lowers
from reread.analyzers.dataflow.domain.trace import Step
from reread.analyzers.dataflow.domain.value import (
    CLEAN,
    AbstractValue,
    joined,
    tainted_with,
    with_field,
    without,
)
from reread.analyzers.dataflow.ir.nodes import (
    Call,
    Expression,
    Index,
    Literal,
    Member,
    Name,
    Parts,
)
from reread.analyzers.dataflow.memory.reads import is_object_field, read_field, read_variable
from reread.analyzers.dataflow.models.library_names import names

_DEEPEST_PART = 4


def access_path(state: State, e: Expression) -> AccessPath | None:
    """The variable and the fields that an expression names. The path is None where a key is not known."""
    if isinstance(e, Name):
        is_field = e.name not in state.env and is_object_field(state, e.name)
        return (state.semantics.object_name, (e.name,)) if is_field else (e.name, ())
    if isinstance(e, Call):
        return state.memory.receiver_paths.get((e.start, e.end))
    if isinstance(e, (Member, Index)):
        inner = access_path(state, e.object)
        if inner is None:
            return None
        if inner[1] is None:
            return inner
        if shared := shared_name(e, state.semantics.shared_objects, state.semantics.library):
            return shared, ()
        if isinstance(e, Member):
            return inner[0], (*inner[1], e.name)
        if isinstance(e.key, Literal) and e.key.value is not None:
            return inner[0], (*inner[1], str(e.key.value))
        return inner[0], None
    if isinstance(e, Parts) and len(e.parts) == 1:
        return access_path(state, e.parts[0])
    return None


def known_access_path(state: State, e: Expression) -> tuple[str, Path]:
    """The innermost place around one of which a key is not known: `self.items` for `self.items[key].name`."""
    place = access_path(state, e)
    while place is None or place[1] is None:
        if not isinstance(e, (Member, Index)):
            return (place[0] if place is not None else "", ())
        e = e.object
        place = access_path(state, e)
    return place[0], place[1]


def guarded_path(state: State, e: Expression) -> AccessPath | None:
    """As `place_of`, and calls that ask for something by constant names are places too: `a.get("b")`."""
    if state.memory.counters and (counted := counted_path(state, e)) is not None:
        return counted
    if isinstance(e, Call) and isinstance(e.callee, Member) and len(e.arguments) <= 2:
        texts = [str(each.value.value) for each in e.arguments if isinstance(each.value, Literal)]
        inner = guarded_path(state, e.callee.object) if len(texts) == len(e.arguments) else None
        if inner is None or inner[1] is None:
            return None
        if (
            e.callee.name in names("table-lookup", state.semantics.library)
            and texts
            and state.semantics.goes_through_keys
        ):
            # The same as `a["b"]`
            return inner[0], (*inner[1], texts[0])
        return inner[0], (*inner[1], MethodResult(e.callee.name, tuple(texts)))
    if isinstance(e, Member):
        inner = guarded_path(state, e.object)
        return None if inner is None or inner[1] is None else (inner[0], (*inner[1], e.name))
    return access_path(state, e)


def counted_path(state: State, e: Expression) -> AccessPath | None:
    """`x[i]` and `x.charAt(i)` in a loop in which i counts through all of x."""
    if isinstance(e, Index):
        held, key = e.object, e.key
    elif isinstance(e, Call) and isinstance(e.callee, Member) and len(e.arguments) == 1:
        held, key = e.callee.object, e.arguments[0].value
    else:
        return None
    inner = access_path(state, held) if isinstance(key, Name) and key.name in state.memory.counters else None
    return None if inner is None or inner[1] is None else (inner[0], (*inner[1], COUNTED))


def sanitized_bits(state: State, e: Expression) -> int:
    """The bits that a check has taken from an expression which is a source each time it is evaluated."""
    place = guarded_path(state, e)
    if place is None or not place[1]:
        return 0
    value: AbstractValue | None = state.env.get(place[0])
    for key in place[1]:
        value = None if value is None or value.fields is None else value.fields.get(key)
    return 0 if value is None else value.sanitized


def read_path(state: State, value: AbstractValue | None, path: Path) -> AbstractValue | None:
    for key in path:
        if value is None:
            return None
        value = read_field(state, value, key)
    return value


def write_path(state: State, root: str, path: Path, value: AbstractValue) -> None:
    """`root.path = value`."""
    if root in state.memory.aliases:
        write_aliases(state, root, path, value)
    if not path:
        state.env[root] = value
        return
    state.env[root] = _with_path(state, read_variable(state, root), path[:4], value)
    if root in state.parameters:
        state.memory.mutated[root, path[:1]] = True


def write_aliases(state: State, root: str, path: Path, value: AbstractValue) -> None:
    """What other names of the same object may hold now; they are forgotten with the next assignment to them."""
    for name in state.memory.aliases[root] - {root}:
        known = read_variable(state, name)
        current = read_path(state, known, path) or CLEAN
        added = joined(current, value)
        state.env[name] = _with_path(state, known, path[:4], added) if path else added


def _with_path(state: State, value: AbstractValue, path: Path, new: AbstractValue) -> AbstractValue:
    """The value after `value.path = new`; what is on the way keeps what it came in with, not that of all of `value`."""
    holders = [value]
    for key in path[:-1]:
        holders.append(read_field(state, holders[-1], key))
    for holder, key in zip(reversed(holders), reversed(path), strict=True):
        new = with_field(holder, (key,), new)
    return new


def add_alias(state: State, name: str, other: str) -> None:
    """From here on two names stand for one object."""
    if name != other:
        together = state.memory.aliases.get(other, {other}) | {name}
        for each in together:
            state.memory.aliases[each] = together


def sanitize(state: State, root: str, path: Path, bits: int, at: Expression | None = None) -> None:
    """Takes away from what a place names the taint that a mask ends; it keeps its other properties.

    `at` is the condition because of which some of it is only possible from here on.
    """
    if path and path[-1] in PARTS:
        sanitize_part(state, root, path, bits)
        return
    current = read_path(state, read_variable(state, root), path) or CLEAN
    if bits < 0:
        bits &= ~state.taint_bits.unguarded
    cleaned = without(current, bits)
    if at is not None and cleaned is not current and cleaned.taint and lowers(bits):
        previous = () if cleaned.trace is None else (cleaned.trace,)
        step = Step(cleaned.taint, state.placement, at.start, at.end, "checked", previous)
        cleaned = cleaned.replaced(cleaned.taint, step, cleaned.fields)
    if path:
        # Its taint may come in only where it is read, from a source around it.
        cleaned = AbstractValue(
            cleaned.taint, cleaned.trace, cleaned.fields, type=cleaned.type, sanitized=bits | current.sanitized
        )
    if cleaned is not current:
        write_path(state, root, path, cleaned)


def sanitize_part(state: State, root: str, path: Path, bits: int) -> None:
    """Remembers one of two checks, or, after the other one, does what both do together."""
    value = read_path(state, read_variable(state, root), path[:-1]) or CLEAN
    other = (value.fields or {}).get(PARTS[path[-1] == PARTS[0]])
    if other is not None and other.sanitized & bits:
        sanitize(state, root, path[:-1], other.sanitized & bits)
    elif len(path) <= _DEEPEST_PART:
        state.env[root] = with_field(read_variable(state, root), path, AbstractValue(sanitized=bits))


def add_taint(state: State, place: AccessPath, value: AbstractValue) -> None:
    """Adds taint to what a place names."""
    root, path = place
    current = read_path(state, read_variable(state, root), path or ())
    if root in state.memory.wrapped_paths and not path:
        add_taint(state, state.memory.wrapped_paths[root], value)
    added = tainted_with(current or CLEAN, value)
    if added is current:
        return
    if path:
        write_path(state, root, path, added)
    else:
        state.env[root] = added
        if root in state.parameters:
            state.memory.mutated[root, ()] = True


def sanitized_path(
    state: State, parameter: int, summary: FunctionSummary, call: Call, instance: Expression | None
) -> tuple[str, Path] | None:
    """The variable or field that a call gives for a parameter or calls a method of."""
    if parameter >= 0:
        return argument_path(state, parameter, summary, call)
    place = None if instance is None else access_path(state, instance)
    return None if place is None or place[1] is None else (place[0], place[1])


def argument_path(state: State, parameter: int, summary: FunctionSummary, call: Call) -> tuple[str, Path] | None:
    """The variable or field that a call gives for a parameter."""
    e = given_expression(parameter, summary, call) if parameter >= 0 else None
    place = None if e is None else access_path(state, e)
    return None if place is None or place[1] is None else (place[0], place[1])


def given_expression(number: int, summary: FunctionSummary, call: Call) -> Expression | None:
    """The argument that a parameter gets in a call."""
    position = 0
    for argument in call.arguments:
        if argument.name and summary.names[number : number + 1] == (argument.name,):
            return argument.value
        if not argument.name and not argument.spread:
            if position == number:
                return argument.value
            position += 1
    return None


def rebind(state: State, name: str, value: AbstractValue) -> None:
    """Gives a variable another value. It may now be another name of a parameter."""
    memory = state.memory
    state.env[name] = value
    state.parameters.pop(name, None)
    if memory.wrapped_paths:
        memory.wrapped_paths.pop(name, None)
    if name in memory.aliases:
        memory.aliases.pop(name).discard(name)
    for key in [key for key in memory.mutated if key[0] == name]:
        del memory.mutated[key]
    if value.symbol is not None and not value.symbol.path:
        state.parameters[name] = value.symbol.parameter
