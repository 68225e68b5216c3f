"""Whether anything comes to the parameters of a function by the calls of its file, all of which are followed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reread.analyzers.dataflow.declarations.java_classes import is_of_its_file
from reread.analyzers.dataflow.domain.environment import Outcome
from reread.analyzers.dataflow.domain.masks import Masks
from reread.analyzers.dataflow.domain.trace import Step
from reread.analyzers.dataflow.domain.value import ENTRY, Value
from reread.analyzers.dataflow.ir.nodes import Function
from reread.analyzers.dataflow.summaries.call_sites import calls_of, is_filled_by_others

if TYPE_CHECKING:
    from reread.analyzers.dataflow.summaries.function_units import Unit
    from reread.analyzers.dataflow.summaries.table import Outcomes

_OF_REQUESTS = re.compile(
    r"@(?:\w+\.)*(?:\w*(?:Param|Variable|Body|Header|Part|Payload)|Rest\w+|QueryValue|CookieValue|ModelAttribute)\b"
)
Asking = frozenset[tuple[int, tuple[int, ...]]]
_MOST_STEPS = 200


def brings_nothing(
    unit: Unit, parameters: tuple[int, ...], bits: int, file: Outcomes, asking: Asking = frozenset()
) -> bool:
    """True where hardly anything but the file calls a function, and no call gives taint of the bits for parameters.

    What calls itself brings what it was brought: `asking` are the questions that are being answered.
    """
    if (id(unit), parameters) in asking:
        return True
    function = file.function_of(unit)
    if not is_of_its_file(unit.site.node) or any(map(is_filled_by_others, function.parameters)):
        return False
    asking |= {(id(unit), parameters)}
    called = 0
    for caller in file.reach.callers(unit):
        for call, _ in calls_of(function, [file.function_of(caller)], file.semantics):
            outcome = file.outcome(caller)
            masks = outcome.known_calls.get(call.start)
            if masks is None or len(masks) != len(function.parameters):
                return False
            if not all(_is_harmless(masks[each], caller, outcome, bits, file, asking) for each in parameters):
                return False
            called += 1
    return called > 0


def _is_harmless(mask: int, caller: Unit, outcome: Outcome, bits: int, file: Outcomes, asking: Asking) -> bool:
    """True for what carries nothing, or only what the caller was given by those who bring nothing."""
    width = file.settings.masks.width
    if mask & bits:
        return False
    given = [symbol for at, symbol in enumerate(outcome.symbols, 1) if mask >> width * at & bits]
    if not given:
        return True
    of_parameters = [symbol for symbol in given if symbol != ENTRY]
    if not of_parameters or any(symbol.parameter < 0 or symbol.path for symbol in of_parameters):
        return False
    return brings_nothing(caller, tuple(sorted({each.parameter for each in of_parameters})), bits, file, asking)


def bits_of(step: Step | None, width: int, full: int) -> int:
    """The bits of one rule in all that came by on the way of a trace, whatever symbols they are of."""
    found = 0
    stack = [] if step is None else [step]
    for _ in range(_MOST_STEPS):
        if not stack:
            break
        each = stack.pop()
        mask = each.mask
        while mask:
            found |= mask & full
            mask >>= width
        stack += each.previous
    return found


def gets_requests(function: Function) -> bool:
    """True for a handler: a framework fills its parameters with parts of requests."""
    return any(_OF_REQUESTS.match(text) for parameter in function.parameters for text in parameter.annotations)


def of_entry(value: Value, masks: Masks) -> Value:
    """A value of a function that a framework calls: what sources say of its parameters is there for certain."""
    fields = {key: of_entry(each, masks) for key, each in value.fields.items()} if value.fields else value.fields
    trace = None if value.trace is None else _step_of_entry(value.trace, masks, {})
    return value.replaced(_of_entry(value.mask, masks), trace, fields)


def _step_of_entry(step: Step, masks: Masks, known: dict[int, Step]) -> Step:
    found = known.get(id(step))
    if found is None:
        previous = tuple(_step_of_entry(each, masks, known) for each in step.previous)
        found = known[id(step)] = step._replace(mask=_of_entry(step.mask, masks), previous=previous)
    return found


def _of_entry(mask: int, masks: Masks) -> int:
    return mask | mask >> masks.width & masks.full
