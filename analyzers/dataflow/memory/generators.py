"""Generators that yield one thing after the other, so that it is known which comes when."""

from __future__ import annotations

from reread.analyzers.dataflow.domain.value import NEVER, AbstractValue


def longer(returned: AbstractValue, number: int, value: AbstractValue) -> AbstractValue | None:
    """What a generator gives with one more element; None where not all before it are known."""
    if number == 0 and returned is NEVER:
        return AbstractValue(fields={"0": value}, size=1)
    if returned.size != number or returned.taint:
        return None
    return AbstractValue(fields={**(returned.fields or {}), str(number): value}, size=number + 1)
