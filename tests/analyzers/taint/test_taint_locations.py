"""Where the finding of a taint rule is placed."""

from __future__ import annotations

import pytest

from reread.analyzers.text import Document

SINK = {"patterns": [{"pattern": "run($X)"}, {"focus-metavariable": "$X"}]}
ASSIGNMENT = {"patterns": [{"pattern": "$O.path = $X"}, {"focus-metavariable": "$X"}]}
CODE = "run(\n    get()\n)\n"


@pytest.fixture
def reported(engine, rule):
    def reported(code, sink, options, **more):
        taint = {"mode": "taint", "pattern-sources": [{"pattern": "get()"}], "pattern-sinks": [sink]}
        analysis = engine(rule("python", taint, options=options, **more)).check(
            Document("file:///x", code, language="python")
        )
        return [code[finding.span.start : finding.span.end] for finding in analysis.findings]

    return reported


def test_a_focused_sink_is_reported_at_what_it_is_about(reported):
    assert reported(CODE, SINK, {}) == ["get()"]


def test_an_option_reports_the_call_instead(reported):
    assert reported(CODE, SINK, {"taint_report_call": True}) == ["run(\n    get()\n)"]


def test_a_value_that_is_no_argument_stays_where_it_is(reported):
    assert reported("o.path = get()\n", ASSIGNMENT, {"taint_report_call": True}) == ["get()"]


def test_a_fix_is_about_the_argument_all_the_same(engine, rule):
    taint = {"mode": "taint", "pattern-sources": [{"pattern": "get()"}], "pattern-sinks": [SINK]}
    checker = engine(rule("python", taint, options={"taint_report_call": True}, fix="escape($X)"))
    [finding] = checker.check(Document("file:///x", CODE, language="python")).findings
    assert (CODE[slice(*finding.span)], CODE[slice(*finding.fixes[0].edits[0].span)]) == (CODE.strip(), "get()")
