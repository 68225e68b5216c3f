"""Conditions kept in variables hold for what they were asked of: lines that must be reported end with `BAD`."""

from __future__ import annotations

import pytest

from tests.analyzers.rules.taint_cases import engine, expected, reported, rule

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
def test_conditions_that_are_kept(name):
    assert reported(ENGINE, CASES[name]) == expected(CASES[name])


def test_a_function_that_was_given_arguments_before_is_still_that_function():
    code = """
        def shown(text):
            sink(text)  # BAD

        def f():
            x = source()
            show = partial(shown, x)
            x = source()
            show()
    """
    assert reported(ENGINE, code) == expected(code)
