"""What the model says once more is left out; what it says besides stays."""

from __future__ import annotations

import pytest

from reread.analyzers.findings import Edit, Finding, Fix, Severity, Source
from reread.analyzers.model_duplicates import without_repeated
from reread.analyzers.text import Document, Span

TEXT = "query(a)\nother(b)\nrun(\n  c,\n)\n"


def said(rule, text, source=Source.MODEL):
    start = TEXT.index(text)
    return Finding(rule, "m", Span(start, start + len(text)), Severity.WARNING, source)


def fixed(finding, *edits):
    replaced = [(TEXT.index(old), old, new) for old, new in edits]
    edits = tuple(Edit(Span(start, start + len(old)), new) for start, old, new in replaced)
    return finding._replace(fixes=(Fix("Replace", edits),))


def remaining(*findings):
    return [each.rule for each in without_repeated(findings, Document("", TEXT))]


RULE = said("py/sql-string-built", "query(a)", Source.RULE)


@pytest.mark.parametrize("again", ["model/sql-injection", "model/string-concatenation"])
def test_the_same_of_the_same_line_is_told_by_the_rule_alone(again):
    assert remaining(RULE, said(again, "a")) == ["py/sql-string-built"]


@pytest.mark.parametrize(
    "other",
    [
        said("model/off-by-one", "a"),
        said("model/sql-injection", "other(b)"),
        said("model/security-issue", "query(a)"),
        said("sql-elsewhere", "query(a)", Source.INDEX),
    ],
    ids=["another mistake", "another line", "no word of its own", "another source"],
)
def test_all_else_stays(other):
    assert remaining(RULE, other) == ["py/sql-string-built", other.rule]


@pytest.mark.parametrize(
    "edits",
    [[("a)", "b)")], [("query(a)", "query(b)")], [("query(a)\nother(b)", "query(b)\nother(b)")]],
    ids=["the same edit", "the whole line", "two lines of which one stays"],
)
def test_the_same_correction_of_the_same_line_is_the_same_mistake(edits):
    rule = fixed(said("py/loop-past-end", "query(a)", Source.RULE), ("a", "b"))
    assert remaining(rule, fixed(said("model/off-by-one", "query"), *edits)) == ["py/loop-past-end"]


@pytest.mark.parametrize("edits", [[("a)", "c)")], [("a)", "b)"), ("other", "else")], []])
def test_another_correction_is_another_remark(edits):
    rule = fixed(said("py/loop-past-end", "query(a)", Source.RULE), ("a", "b"))
    other = fixed(said("model/off-by-one", "query"), *edits)
    assert remaining(rule, other) == ["py/loop-past-end", "model/off-by-one"]


def test_a_finding_of_several_lines_is_about_its_first_and_last():
    rule = said("command-built", TEXT[TEXT.index("run(") :].rstrip(), Source.RULE)
    assert remaining(rule, said("model/command-injection", "run(")) == ["command-built"]
    assert remaining(rule, said("model/command-injection", "c,")) == ["command-built", "model/command-injection"]


def test_without_a_rule_the_model_speaks():
    assert remaining(said("model/sql-injection", "query(a)")) == ["model/sql-injection"]
