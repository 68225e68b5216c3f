"""Fields of models, forms and schemas that a method of the class checks before anybody reads them."""

from __future__ import annotations

from reread.analyzers.dataflow.declarations.typed_fields import DATA
from reread.analyzers.dataflow.domain.environment import Outcome
from reread.analyzers.dataflow.domain.state import State
from reread.analyzers.dataflow.domain.value import Value, without
from reread.analyzers.dataflow.ir.nodes import Argument, Call, Expression, Parts


def validated(state: State, e: Expression, owner: str, field: str, found: Value) -> Value:
    """What the methods that check a field of a class leave of its value."""
    own = owner.removeprefix(DATA)
    for validator in state.world.validators((own, field)):
        outcome = state.world.outcome_of(own, validator.method)
        if outcome is None or outcome.failed:
            continue
        if not validator.gives:
            found = without(found, state.masks.spread(_refused(outcome)))
            continue
        given = Argument(e.start, e.end, Parts(e.start, e.end, ()))
        form = Value(fields={"cleaned_data": Value(fields={field: found})}) if validator.of_form else Value()
        arguments = () if validator.of_form else (given,)
        found = state.evaluator.apply_summary(
            state, outcome, Call(e.start, e.end, e, arguments), form, [found] if arguments else [], None
        )
    return found


def _refused(outcome: Outcome) -> int:
    """What the value that a method is given first, or what is in such a field, cannot be any more once it is done."""
    bits = 0
    for parameter, path, cleaned in outcome.cleans:
        bits |= cleaned if parameter == 0 and path in ((), ("data",)) else 0
    return bits


def validated_field(state: State, e: Expression, owner: str, field: str, found: Value) -> Value:
    return validated(state, e, owner, field, found) if found.mask and state.world.semantics.checks_forms else found
