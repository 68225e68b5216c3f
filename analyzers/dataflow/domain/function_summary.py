"""Summaries: what interpreting a function found, for its document and for those who call the function."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from reread.analyzers.dataflow.domain.environment import Environment
from reread.analyzers.dataflow.domain.facets import Path
from reread.analyzers.dataflow.domain.taint_bits import TaintBits
from reread.analyzers.dataflow.domain.taint_specs import Sink, is_met
from reread.analyzers.dataflow.domain.trace import Step
from reread.analyzers.dataflow.domain.value import CLEAN, AbstractValue, Symbol


class StepLimitExceeded(Exception):  # noqa: N818
    """A function takes more steps than `InterpreterOptions.most_steps`."""


class TaintFlow(NamedTuple):
    """`taint` came to a sink, by `trace`. The place of the sink is in the function at `placement`.

    Where that is a call of another file's function, `beyond` is how it goes on there, up to the sink itself: placements
    with places in them.
    """

    sink: Sink
    placement: Any
    taint: int
    trace: Step | None
    beyond: tuple[tuple[Any, int], ...] = ()

    @property
    def place(self) -> tuple[int, int, int, int, Any]:
        """What flows of which only the first is reported have in common."""
        sink = self.sink
        return id(self.placement), sink.start, sink.end, sink.rule, sink.bound if sink.unified else ()


def is_proven(flow: TaintFlow, taint_bits: TaintBits) -> bool:
    """Whether taint came to a sink past nothing that may have made it harmless."""
    proven = taint_bits.proven(flow.taint)
    return bool(proven & flow.sink.bits) and is_met(flow.sink.requires, proven)


class FunctionSummary(NamedTuple):
    """What interpreting a function found: taint flows for its document, and all that those who call it need.

    Parameters are counted without the object of a method, which is -1.
    """

    flows: tuple[TaintFlow, ...] = ()
    """The sinks that taint certainly reaches."""
    symbolic_flows: tuple[TaintFlow, ...] = ()
    """The sinks that taint of symbols reaches: a call turns them into flows."""
    symbols: tuple[Symbol, ...] = ()
    returned: AbstractValue = CLEAN
    effects: tuple[tuple[int, Path, AbstractValue], ...] = ()
    """What becomes of parameters and their fields."""
    globals: tuple[tuple[str, AbstractValue], ...] = ()
    """What becomes of the variables around the function."""
    names: tuple[str, ...] = ()
    """The parameters, without the object."""
    environment: Environment | None = None
    """The variables at the end of a module's code."""
    failed: bool = False
    """Whether the function was too large."""
    sanitizes: tuple[tuple[int, Path, int], ...] = ()
    """The bits that parameters do not have once the function has returned."""
    sanitizes_if_true: tuple[tuple[int, Path, int], ...] = ()
    """The bits that parameters do not have where it returns something true."""
    sanitizes_if_false: tuple[tuple[int, Path, int], ...] = ()
    """The bits that parameters do not have where it returns something false, or no error."""
    is_elsewhere: bool = False
    """Whether the function is of another file."""
    is_getter: bool = False
    """Whether it is read like a field."""
    higher_order_calls: tuple[tuple[int, tuple[AbstractValue, ...]], ...] = ()
    """The parameters that are called, with the values that each is called with."""
    is_fixed: bool = False
    """Whether no other class can have its own method in the place of this one."""
    rest: int = -1
    """The parameter that collects all values from its place on; -1 for none."""
    keywords: int = -1
    """The parameter that collects the arguments with other names than those of parameters; -1 for none."""
    is_identity: bool = False
    """Whether it plainly gives back what it is given."""
    call_taint: Mapping[int, tuple[int, ...]] = {}
    """The taint of the arguments of those calls whose functions were interpreted, by where they start."""
    stays_inside: bool = False
    """Whether it starts nothing and calls nobody else."""
    thrown: AbstractValue = CLEAN
    middleware_request: AbstractValue | None = None
    """The first parameter where the function passes on to the next one."""
    reinterpreted: Any = None
    """The function itself where it is to be interpreted with the functions that it is given."""
