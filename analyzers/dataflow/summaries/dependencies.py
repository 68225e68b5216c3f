"""What interpreting a function asks of the rest of its file, and whether all of it would still be answered alike."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from reread.analyzers.dataflow.domain.function_summary import FunctionSummary
from reread.analyzers.dataflow.domain.value import AbstractValue, same

Answers: TypeAlias = "Mapping[str, Callable[[Any], Any]]"
"""By kind of question: what answers it for a name."""


class Dependencies:
    """The answers to questions, each asked once, and kept with what they answer."""

    __slots__ = ("_answers", "_results")

    def __init__(self, answers: Answers) -> None:
        self._answers = answers
        self._results: dict[tuple[str, Any], Any] = {}

    def of(self, kind: str) -> Callable[[Any], Any]:
        """Answers questions of one kind."""
        answer, kept = self._answers[kind], self._results

        def ask(name: Any) -> Any:
            question = (kind, name)
            if question not in kept:
                kept[question] = answer(name)
            return kept[question]

        return ask

    def all(self) -> tuple[tuple[str, Any, Any], ...]:
        """Kind, name and answer of all that was asked."""
        return tuple((kind, name, answer) for (kind, name), answer in self._results.items())


def still_holds(dependencies: tuple[tuple[str, Any, Any], ...], answers: Answers) -> bool:
    """True when all that was asked has the same answers now."""
    return all(_SAME.get(kind, _equal)(answers[kind](name), answer) for kind, name, answer in dependencies)


def _equal(one: Any, other: Any) -> bool:
    return bool(one == other)


_COMPARED = (
    *(
        "symbolic_flows",
        "symbols",
        "names",
        "sanitizes",
        "sanitizes_if_true",
        "sanitizes_if_false",
        "is_getter",
        "is_fixed",
        "rest",
        "keywords",
    ),
    "is_identity",
)


def same_to_callers(one: FunctionSummary | None, other: FunctionSummary | None) -> bool:
    """True when it makes no difference to those who call a function which of two summaries it has."""
    if one is other:
        return True
    if one is None or other is None or one.failed or other.failed:
        return False
    if any(getattr(one, name) != getattr(other, name) for name in _COMPARED):
        return False
    if len(one.effects) != len(other.effects) or len(one.globals) != len(other.globals):
        return False
    if [(n, len(values)) for n, values in one.higher_order_calls] != [
        (n, len(values)) for n, values in other.higher_order_calls
    ]:
        return False
    return (
        equal(one.returned, other.returned)
        and equal(one.thrown, other.thrown)
        and equal(one.middleware_request, other.middleware_request)
        and all(a[:2] == b[:2] and equal(a[2], b[2]) for a, b in zip(one.effects, other.effects, strict=True))
        and all(a[0] == b[0] and equal(a[1], b[1]) for a, b in zip(one.globals, other.globals, strict=True))
        and all(
            equal(a, b)
            for x, y in zip(one.higher_order_calls, other.higher_order_calls, strict=True)
            for a, b in zip(x[1], y[1], strict=True)
        )
    )


def equal(one: AbstractValue | None, other: AbstractValue | None) -> bool:
    """True when following on from the one gives the same as from the other, also in how taint is said to have come."""
    if one is other:
        return True
    if one is None or other is None or not same(one, other) or one.trace != other.trace or one.test != other.test:
        return False
    first, second = one.fields or {}, other.fields or {}
    return first is second or all(equal(value, second[key]) for key, value in first.items())


_SAME: Mapping[str, Callable[[Any, Any], bool]] = {"summary": same_to_callers, "variable": equal, "field": equal}
