"""Conditions that are stored in variables and tested later; reported sinks are marked `BAD`."""

from __future__ import annotations

import pytest

from tests.analyzers.taint.taint_cases import assert_flows, engine, rule

ENGINE = engine(rule())

CASES = {
    "a condition says nothing of another value under the same name": """
        x = source()
        ok = x in KNOWN
        x = source()
        if ok:
            sink(x)  # BAD
        y = source()
        fine = y.isalnum()
        y, z = source(), 1
        if fine:
            sink(y)  # BAD
    """,
    "nor of what a loop has put there": """
        x = source()
        ok = x in KNOWN
        for x in source():
            if ok:
                sink(x)  # BAD
    """,
    "nor does an error that was noted before": """
        x = source()
        error = None
        if x not in KNOWN:
            error = "unknown"
        x = source()
        if error:
            return
        sink(x)  # BAD
    """,
    "it holds for what is made of the value itself, and where other variables change": """
        x = source()
        ok = x in KNOWN
        x = f"{x}!"
        y = source()
        if ok:
            sink(x)
        error = None
        if y not in KNOWN:
            error = "unknown"
        x = source()
        if error is None:
            sink(y)
            sink(x)  # BAD
    """,
}


@pytest.mark.parametrize("name", CASES)
def test_a_stored_condition_guards_where_it_is_tested(name):
    assert_flows(ENGINE, CASES[name])


def test_a_partially_applied_function_is_resolved():
    code = """
        def shown(text):
            sink(text)  # BAD

        def f():
            x = source()
            show = partial(shown, x)
            x = source()
            show()
    """
    assert_flows(ENGINE, code)
