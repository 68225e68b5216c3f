"""Where values of Go are: what a pointer points to, and whether a map has a key."""

from __future__ import annotations

from reread.analyzers.constants.folding import UNKNOWN
from reread.analyzers.dataflow.domain.state import State
from reread.analyzers.dataflow.domain.value import CLEAN, AbstractValue
from reread.analyzers.dataflow.ir.nodes import Assign, Collection, Expression, Literal, Name, Operation, Parts
from reread.analyzers.dataflow.ir.temporaries import temporary
from reread.analyzers.dataflow.memory.access_paths import rebind
from reread.analyzers.dataflow.memory.reads import peek


def _pointed_to(pointer: str) -> str:
    """Where the variable is kept that a pointer is known to point to, whichever way the code has taken."""
    return temporary("pointed to by", pointer)


def _record_pointer(state: State, statement: Assign) -> None:
    """Remembers `p := &x`, and forgets it with the next assignment to p."""
    if not isinstance(statement.target, Name):
        return
    known, e = _pointed_to(statement.target.name), statement.value
    if isinstance(e, Parts) and e.type == "&" and len(e.parts) == 1 and isinstance(e.parts[0], Name):
        state.env[known] = AbstractValue(constant=True, literal=e.parts[0].name)
        # Where a parameter is, only this function knows.
        state.parameters.pop(statement.target.name, None)
    elif known in state.env:
        state.env[known] = CLEAN


def record_write(state: State, statement: Assign, value: AbstractValue) -> None:
    """Remembers where a pointer points to, and writes what `*p = value` assigns to the variable that it points to."""
    _record_pointer(state, statement)
    _write_behind(state, statement.target, value)


def _write_behind(state: State, target: Expression, value: AbstractValue) -> None:
    """After `*p = value` the variable that p points to has nothing of what it had."""
    if not isinstance(target, Parts) or target.type or len(target.parts) != 1 or not isinstance(target.parts[0], Name):
        return
    to = state.env.get(_pointed_to(target.parts[0].name), CLEAN).literal
    if to is not UNKNOWN and isinstance(to, str) and to in state.env:
        rebind(state, to, value)


def is_copied(state: State, e: Expression, type_: str) -> bool:
    """True where a variable has a struct itself: `T{}`, `*p`, `var x T`, or what another such variable has."""
    if isinstance(e, Name) and e.name in state.memory.copied_structs:
        return True
    if isinstance(e, Parts) and not e.type and len(e.parts) == 1 and isinstance(e.parts[0], Name):
        return e.parts[0].start == e.start + 1
    made = e.type if isinstance(e, Collection) else type_
    return made[1:2].isdigit() if made[:1] == "[" else bool(state.declarations.fields_of(made))


def presence(state: State, statement: Assign, value: AbstractValue) -> AbstractValue:
    """What the second of `value, ok := m["key"]` is where the code itself has put that key into the map."""
    e = statement.value
    if not isinstance(e, Operation) or e.operator != "in" or len(e.operands) != 2:
        return value
    key, held = (
        peek(state, e.operands[0]) if isinstance(e.operands[0], Name) else e.operands[0],
        peek(state, e.operands[1]),
    )
    literal = key.value if isinstance(key, Literal) else key.literal if isinstance(key, AbstractValue) else None
    found = (held.fields or {}).get(literal) if isinstance(literal, str) and not held.taint else None
    # What may have been deleted is no constant any more.
    return value if found is None or not found.constant else AbstractValue(constant=True, literal=True)
