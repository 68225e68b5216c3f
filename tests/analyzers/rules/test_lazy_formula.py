"""Formulas are built when they are first needed; the prefilter knows what they require before."""

from __future__ import annotations

import pytest

from reread.analyzers.pattern.formulas.build import build
from reread.analyzers.pattern.patterns.metavariable_encoding import PatternError
from reread.analyzers.pattern.source import All, Any, OfRegex, PatternText, Regex
from reread.analyzers.rules.lazy_formula import LazyFormula, entries_into

CALL = All((PatternText("$F(1)"), OfRegex("$F", "^(f|g)$")))


def lazy(source, ways, built):
    return LazyFormula(lambda: built.append(1) or build(source, "python"), ways)


def shown(entries):
    return [entry._replace(at=None) for entry in entries]


@pytest.mark.parametrize("source", [CALL, PatternText("a.b()"), Any((PatternText("f()"), PatternText("$X == $X")))])
def test_a_formula_with_its_ways_is_not_built_until_it_is_asked(source):
    built = []
    formula = lazy(source, entries_into(source, ["python"])["python"], built)
    assert shown(formula.entries) == shown(build(source, "python").entries())
    assert built == []
    assert formula() is formula()
    assert built == [1]


def test_without_them_it_is_built_at_once():
    built = []
    formula = lazy(CALL, None, built)
    assert built == [1]
    assert shown(formula.entries) == shown(build(CALL, "python").entries())


def test_a_formula_that_starts_from_an_expression_says_so():
    ways = entries_into(Regex("a+"), ["python"])["python"]
    assert lazy(Regex("a+"), ways, []).from_text


def test_a_language_that_cannot_read_the_pattern_has_no_ways():
    assert list(entries_into(PatternText("<div>$X</div>"), ["tsx", "typescript"])) == ["tsx"]


def test_what_is_wrong_shows_when_it_is_built():
    with pytest.raises(PatternError):
        LazyFormula(lambda: build(PatternText("<div>$X</div>"), "typescript"))
