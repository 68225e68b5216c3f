"""What the interpretation of a function depends on, and when its summary has to be made anew."""

from __future__ import annotations

import pytest

from reread.analyzers.dataflow.domain.function_summary import FunctionSummary
from reread.analyzers.dataflow.domain.trace import Step
from reread.analyzers.dataflow.domain.value import CLEAN, AbstractValue
from reread.analyzers.dataflow.summaries.dependencies import Dependencies, equal, same_to_callers, still_holds


def answers(**values):
    return {kind: table.get for kind, table in values.items()}


def asked(**values):
    dependencies = Dependencies(answers(**values))
    for kind, table in values.items():
        for name in table:
            dependencies.of(kind)(name)
    return dependencies.all()


def test_a_question_is_answered_once():
    calls = []
    ask = Dependencies({"is_class": lambda name: calls.append(name) or True}).of("is_class")
    assert (ask("A"), ask("A")) == (True, True)
    assert calls == ["A"]


def test_a_result_holds_while_all_answers_are_the_same():
    before = asked(is_class={"A": True}, variable={"x": AbstractValue(1)})
    assert still_holds(before, answers(is_class={"A": True}, variable={"x": AbstractValue(1)}))
    assert not still_holds(before, answers(is_class={"A": False}, variable={"x": AbstractValue(1)}))
    assert not still_holds(before, answers(is_class={"A": True}, variable={"x": CLEAN}))


def test_what_was_not_asked_does_not_matter():
    assert still_holds(asked(is_class={"A": True}), answers(is_class={"A": True, "B": True}))


def test_values_are_alike_only_with_the_same_trace():
    one, other = (AbstractValue(1, Step(1, None, place, place + 1, "source")) for place in (0, 5))
    assert equal(one, AbstractValue(1, one.trace))
    assert not equal(one, other)
    assert not equal(AbstractValue(fields={"a": one}), AbstractValue(fields={"a": other}))
    assert not equal(one, None)


def test_equal_summaries_are_the_same_to_callers():
    assert same_to_callers(FunctionSummary(returned=AbstractValue(1)), FunctionSummary(returned=AbstractValue(1)))
    assert same_to_callers(None, None)


@pytest.mark.parametrize(
    "other",
    [
        None,
        FunctionSummary(returned=AbstractValue(1)),
        FunctionSummary(thrown=AbstractValue(1)),
        FunctionSummary(effects=((0, (), AbstractValue(1)),)),
        FunctionSummary(globals=(("x", AbstractValue(1)),)),
        FunctionSummary(sanitizes=((0, (), 1),)),
        FunctionSummary(names=("p",)),
        FunctionSummary(failed=True),
    ],
)
def test_a_summary_that_differs_in_what_callers_see_is_another(other):
    assert not same_to_callers(FunctionSummary(), other)
