"""How snippets with marked sinks fail: by the sink, the source, and the expected and actual path."""

from __future__ import annotations

import pytest

from tests.analyzers.taint.taint_cases import assert_flows, engine, rule

ENGINE = engine(rule())


def said(code: str) -> str:
    with pytest.raises(pytest.fail.Exception) as failure:
        assert_flows(ENGINE, code)
    return str(failure.value)


@pytest.mark.parametrize(
    "code",
    [
        "x = source()\nsink(x)  # BAD\nsink(1)\n",
        "x = source()\ny = x\nsink(y)  # BAD path: x = source() -> y = x\n",
        "sink(source())  # BAD\n",
    ],
)
def test_a_snippet_whose_flows_are_marked_passes(code):
    assert_flows(ENGINE, code)


def test_a_missing_flow_is_shown_with_its_sink_and_the_sources():
    assert said("x = source()\nx = 1\nsink(x)  # BAD\n") == (
        "python\n"
        "no flow is reported to the sink\n"
        "      3 | sink(x)  # BAD\n"
        "  sources before it:\n"
        "      1 | x = source()"
    )


def test_a_missing_flow_is_shown_with_the_path_that_was_expected():
    assert "  expected path: x = source() -> y = x" in said("x = 1\nsink(x)  # BAD path: x = source() -> y = x\n")


def test_a_flow_that_is_not_marked_is_shown_with_its_path():
    assert said("x = source()\ny = x\nsink(y)\n") == (
        "python\n"
        "a flow is reported to a line that is not marked\n"
        "      3 | sink(y)\n"
        "  actual path:\n"
        "      1 | x = source()\n"
        "      2 | y = x"
    )


def test_another_path_is_shown_beside_the_expected_one():
    found = said("x = source()\ny = x\nsink(y)  # BAD path: x = source() -> z = x\n")
    assert "the flow to the sink takes another path\n      3 | sink(y)" in found
    assert "expected path: x = source() -> z = x" in found
    assert "  actual path:\n      1 | x = source()\n      2 | y = x" in found
