"""Functions whose result is their argument, and functions that have no effect outside."""

from __future__ import annotations

import pytest

from reread.analyzers.dataflow.domain.language import Texts, semantics_of
from reread.analyzers.dataflow.languages.javascript.semantics import stays_inside
from reread.analyzers.dataflow.sanitizers.identity_functions import passes_on
from tests.analyzers.dataflow.printer import functions


def only_function(language: str, code: str):
    return next(function for function in functions(language, code) if function.name == "f")


@pytest.mark.parametrize(
    "body",
    [
        "return p",
        "return p.strip()",
        "q = p.lower()\n    return q",
        "return 'a' + p",
        "return f'{p}!'",
    ],
)
def test_a_function_that_returns_its_argument_passes_it_on(body):
    assert passes_on(only_function("python", f"def f(p):\n    {body}\n"), semantics_of("python"))


@pytest.mark.parametrize(
    "body",
    [
        "return 'a'",
        "return escape(p)",
        "return p.replace('a', '')",
        "check(p)\n    return p",
        "if p:\n        return p",
        "q = r = s = t = p\n    u = q\n    v = u\n    return v",
        "self.p = p\n    return p",
        "pass",
    ],
)
def test_a_function_that_may_check_or_change_it_does_not(body):
    assert not passes_on(only_function("python", f"def f(p):\n    {body}\n"), semantics_of("python"))


def test_a_function_without_parameters_passes_nothing_on():
    assert not passes_on(only_function("python", "def f():\n    return p\n"), semantics_of("python"))


def test_a_replacement_of_the_first_match_only_passes_the_rest_on():
    function = only_function("javascript", "function f(p) { return p.replace('a', ''); }")
    assert passes_on(function, semantics_of("javascript"))
    assert not passes_on(function, semantics_of("typescript")._replace(texts=Texts()))


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("return p.split(',').map(Number)", True),
        ("console.log(p); return Math.max(p, 1)", True),
        ("return fetch(p)", False),
        ("return items.map((each) => send(each))", False),
    ],
)
def test_a_function_stays_inside_if_it_only_computes(body, expected):
    assert stays_inside(only_function("javascript", f"function f(p) {{ {body}; }}")) is expected
