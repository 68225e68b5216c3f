"""Whether anything comes to the parameters of a function by the calls of its file, all of which are interpreted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reread.analyzers.dataflow.domain.function_summary import FunctionSummary
from reread.analyzers.dataflow.domain.taint_bits import TaintBits, folded, paired
from reread.analyzers.dataflow.domain.trace import Step
from reread.analyzers.dataflow.domain.value import ENTRY, AbstractValue
from reread.analyzers.dataflow.ir.nodes import Function
from reread.analyzers.dataflow.models.library_names import pattern_with
from reread.analyzers.dataflow.summaries.call_sites import calls_of, is_filled_by_others

if TYPE_CHECKING:
    from reread.analyzers.dataflow.summaries.function_units import Unit
    from reread.analyzers.dataflow.summaries.table import SummaryTable

CallChain = frozenset[tuple[int, tuple[int, ...]]]
_MOST_STEPS = 200
_OF_REQUESTS = r"@(?:\w+\.)*(?:\w*{request-annotation-ending}|{request-annotation-beginning}\w+|{request-annotation})\b"


def is_never_tainted(
    unit: Unit, parameters: tuple[int, ...], bits: int, file: SummaryTable, asking: CallChain = frozenset()
) -> bool:
    """True where hardly anything but the file calls a function, and no call gives taint of the bits for parameters.

    What calls itself passes on what it was called with: `asking` are the questions that are being answered.
    """
    if (id(unit), parameters) in asking:
        return True
    function = file.function_of(unit)
    is_of_its_file = file.semantics.functions.is_of_its_file
    if (
        is_of_its_file is None
        or not is_of_its_file(unit.site.node)
        or any(is_filled_by_others(each, file.semantics) for each in function.parameters)
    ):
        return False
    asking |= {(id(unit), parameters)}
    called = 0
    for caller in file.reach.callers(unit):
        for call, _ in calls_of(function, [file.function_of(caller)], file.semantics):
            summary = file.summary(caller)
            taint_bits = summary.call_taint.get(call.start)
            if taint_bits is None or len(taint_bits) != len(function.parameters):
                return False
            if not all(_is_harmless(taint_bits[each], caller, summary, bits, file, asking) for each in parameters):
                return False
            called += 1
    return called > 0


def _is_harmless(
    taint: int, caller: Unit, summary: FunctionSummary, bits: int, file: SummaryTable, asking: CallChain
) -> bool:
    """True for what carries nothing, or only what the caller was given by those who bring nothing."""
    width = file.settings.taint_bits.width
    if taint & bits:
        return False
    given = [symbol for at, symbol in enumerate(summary.symbols, 1) if taint >> width * at & bits]
    if not given:
        return True
    of_parameters = [symbol for symbol in given if symbol != ENTRY]
    if not of_parameters or any(symbol.parameter < 0 or symbol.path for symbol in of_parameters):
        return False
    return is_never_tainted(caller, tuple(sorted({each.parameter for each in of_parameters})), bits, file, asking)


def bits_of(step: Step | None, width: int, full: int) -> int:
    """The bits of one rule in all that came by on the way of a trace, whatever symbols they are of."""
    found = 0
    stack = [] if step is None else [step]
    for _ in range(_MOST_STEPS):
        if not stack:
            break
        each = stack.pop()
        taint = each.taint
        while taint:
            found |= taint & full
            taint >>= width
        stack += each.previous
    return paired(folded(found))


def gets_requests(function: Function, library: str) -> bool:
    """True for a handler: a framework fills its parameters with parts of requests."""
    of_requests = pattern_with(_OF_REQUESTS, library)
    return any(of_requests.match(text) for parameter in function.parameters for text in parameter.annotations)


def of_entry(value: AbstractValue, taint_bits: TaintBits) -> AbstractValue:
    """A value of a function that a framework calls: what sources say of its parameters is there for certain."""
    fields = {key: of_entry(each, taint_bits) for key, each in value.fields.items()} if value.fields else value.fields
    trace = None if value.trace is None else _step_of_entry(value.trace, taint_bits, {})
    return value.replaced(_of_entry(value.taint, taint_bits), trace, fields)


def _step_of_entry(step: Step, taint_bits: TaintBits, known: dict[int, Step]) -> Step:
    found = known.get(id(step))
    if found is None:
        previous = tuple(_step_of_entry(each, taint_bits, known) for each in step.previous)
        found = known[id(step)] = step._replace(taint=_of_entry(step.taint, taint_bits), previous=previous)
    return found


def _of_entry(taint: int, taint_bits: TaintBits) -> int:
    return taint | taint >> taint_bits.width & taint_bits.full
