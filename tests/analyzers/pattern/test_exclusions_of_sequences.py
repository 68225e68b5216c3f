"""`pattern-not` with several statements: it takes away what has exactly its range."""

from __future__ import annotations

import pytest

LANGUAGES = {
    "javascript": ("function f(x) {{\n{}\n}}", "if (y) {{ {} }}"),
    "java": ("class A {{ void f(int x) {{\n{}\n}} }}", "if (y) {{ {} }}"),
    "c": ("void f(int x) {{\n{}\n}}", "if (y) {{ {} }}"),
    "go": ("package a\nfunc f(x int) {{\n{}\n}}", "if y {{\n{}\n}}"),
    "php": ("<?php\nfunction f() {{\n{}\n}}", "if (y) {{ {} }}"),
    "csharp": ("class A {{ void f(int x) {{\n{}\n}} }}", "if (y) {{ {} }}"),
}
TAKEN = "open($X);\n...\nclose($X);"
THREE = "open(x);\ncheck(x);\nclose(x);"


@pytest.fixture(params=sorted(LANGUAGES))
def lines(request, matched):
    """The texts of a function's statements that patterns match; `IF` stands for one around `close(x); inner();`."""
    whole, branch = LANGUAGES[request.param]

    def matches(parts, *statements: str) -> list[str]:
        code = whole.format("\n".join(each.replace("IF", branch.format("close(x);\ninner();")) for each in statements))
        found = matched(request.param, {"patterns": parts}, code)
        return [each.removesuffix(";") + ";" for each in found]

    return matches


def without(pattern: str, other: str) -> list[dict]:
    return [{"pattern": pattern}, {"pattern-not": other}]


def test_statements_between_may_take_it_away(lines):
    parts = without(TAKEN, "open($X);\n...\ncheck($X);\n...\nclose($X);")

    assert lines(parts, "open(x);", "check(x);", "close(x);") == []
    assert lines(parts, "open(x);", "close(x);", "check(x);") == ["open(x);\nclose(x);"]


def test_a_shorter_sequence_before_it_stays(lines):
    parts = without(TAKEN, "open($X);\n...\ncheck($X);\n...\nclose($X);")

    assert lines(parts, "open(x);", "close(x);", "check(x);", "close(x);") == ["open(x);\nclose(x);"]


def test_one_that_begins_alike_and_ends_elsewhere_takes_nothing_away(lines):
    assert lines(without(TAKEN, "open($X);\n...\ncheck($X);"), "open(x);", "check(x);", "close(x);") == [THREE]


@pytest.mark.parametrize("other", ["open($X);\n...\ncheck($X);\n...", "...\ncheck($X);\n..."])
def test_dots_at_its_ends_stand_for_any_statements(other, lines):
    assert lines(without(TAKEN, other), "open(x);", "check(x);", "close(x);") == []
    assert lines(without(TAKEN, other), "open(x);", "close(x);", "check(x);") == ["open(x);\nclose(x);"]


def test_one_statement_is_not_taken_away_with_those_after_it(lines):
    assert lines(without("open($X);", TAKEN), "open(x);", "close(x);") == ["open(x);"]


def test_dots_at_the_end_leave_what_comes_before(lines):
    parts = without("open($X);\n...", "open($X);\n...\ncheck($X);\n...")

    assert lines(parts, "open(x);", "other();", "check(x);", "close(x);") == ["open(x);\nother();"]
    assert lines(parts, "open(x);", "check(x);", "close(x);") == ["open(x);"]
    assert lines(without("open($X);\n...", "open($X);"), "open(x);", "check(x);") == ["open(x);\ncheck(x);"]


def test_all_of_several_ways_take_away(lines):
    ways = {"pattern-either": [{"pattern": "open($X);\n...\ncheck($X);\n..."}, {"pattern": TAKEN}]}
    parts = [{"pattern": TAKEN}, {"pattern-not": ways}]

    assert lines(parts, "open(x);", "close(x);") == []


def test_a_branch_at_the_end_belongs_to_the_range(lines):
    parts = [{"pattern": "$F();"}, {"pattern-inside": TAKEN}]

    assert lines(parts, "open(x);", "before();", "IF", "after();") == ["before();", "inner();"]
    assert lines(without(TAKEN, "open($X);\n...\ninner();"), "open(x);", "IF", "after();") == []
