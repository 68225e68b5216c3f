"""A condition on a long text is about all of it: nothing matches, or fails to match, where a text would be cut."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from reread.analyzers.engine.engine import Engine
from reread.analyzers.pattern.bindings import TooManySteps
from reread.analyzers.pattern.metavariables.entropy import looks_random
from reread.analyzers.pattern.regex import foreign, search
from reread.analyzers.pattern.regex.allowance import Allowance, granted
from reread.analyzers.pattern.regex.regex_cache import Searches
from reread.analyzers.pattern.regex.regex_safety import compile_regex, holds, parsed, regex
from reread.analyzers.pattern.regex.search import find_all, matches_somewhere, matches_value
from reread.analyzers.rules.loading.parse_rules import read_rules
from reread.analyzers.rules.locations import PACKS
from reread.analyzers.rules.ruleset import RuleSet, load
from reread.analyzers.text import Document

LENGTHS = (10, 2_000, 2_001, 5_000)
EXPRESSIONS = {
    "anchored at the end": r"(?s)\A[a\n]*\Z",
    "anchored at the end of a line": r"a*$(?!\nb)",
    "before the last line end": r"a*(?-m:$)",
    "what must not follow": r"(?s)(?!.*b)",
    "what must follow": r"(?s)(?=.*b)a",
    "what must not follow on the line": r"(?!.*b)a",
    "what comes late": r"(?s)a.*b",
}
PLACES = ("metavariable-regex", "metavariable-comparison", "string")
WRITERS = pytest.mark.parametrize("granted_to", [None, Allowance], ids=["built-in", "foreign"])


def allowed(granted_to):
    return granted(None if granted_to is None else granted_to())


@WRITERS
@pytest.mark.parametrize("length", LENGTHS)
@pytest.mark.parametrize("end", ["", "b", "\nb", "\n"])
@pytest.mark.parametrize("expression", EXPRESSIONS.values(), ids=EXPRESSIONS)
def test_a_value_of_any_length_is_matched_to_its_end(expression, end, length, granted_to):
    compiled, text = compile_regex(expression), "a" * length + end
    with allowed(granted_to):
        assert matches_value(compiled, text.encode()) == (compiled.match(text) is not None)
        assert matches_somewhere(compiled, text) == (compiled.search(text) is not None)


@given(
    st.sampled_from(
        [*EXPRESSIONS.values(), r"a\n?$", r"(?:a*\n){1,3}\b", r"a*\n\B", r"(?s:a.a)", r"a*\s(?=b)", r"\w+\Z"]
    ),
    st.lists(st.sampled_from(["a", "b", "\n", "\nb", "aa", "é", " "]), max_size=12).map("".join),
)
@example(r"a*(?-m:$)", "\nb")
def test_the_lines_that_an_expression_can_look_at_are_all_it_needs(expression, text):
    compiled = compile_regex(expression)
    seen = search._lines_in_reach(compiled, text.encode()).decode()
    assert (compiled.match(seen) is not None) == (compiled.match(text) is not None)


def findings(where, expression, text, *, negated=False):
    condition = {
        "metavariable-regex": {"metavariable-regex": {"metavariable": "$X", "regex": expression}},
        "metavariable-comparison": {
            "metavariable-comparison": {"metavariable": "$X", "comparison": f"re.match({expression!r}, $X)"}
        },
        "string": {"pattern": f'f("=~/{expression}/")'},
    }[where]
    formula = {"patterns": [{"pattern": 'f("$X")' if where == "metavariable-regex" else "f($X)"}, condition]}
    body = (
        {"patterns": [{"pattern": "f($X)"}, {"pattern-not": formula["patterns"][1]["pattern"]}]} if negated else formula
    )
    entry = {"id": "r", "languages": ["python"], "severity": "ERROR", "message": "m", **body}
    rules, problems = read_rules("rules.yaml", json.dumps({"rules": [entry]}).encode())
    assert problems == []
    return len(Engine(RuleSet(tuple(rules))).check(Document("file:///x", f'f("{text}")\n', language="python")).findings)


@pytest.mark.parametrize("length", LENGTHS)
@pytest.mark.parametrize("where", PLACES)
def test_rules_look_at_all_of_a_text(where, length):
    only_a = "^a*$" if where == "string" else r"a*\Z"
    assert findings(where, only_a, "a" * length) == 1
    assert findings(where, only_a, "a" * length + "b") == 0
    assert findings(where, "(?!.*b)^a", "a" * length) == 1
    assert findings(where, "(?!.*b)^a", "a" * length + "b") == 0


@pytest.mark.parametrize("length", LENGTHS)
def test_what_is_not_to_match_is_looked_for_in_all_of_a_text(length):
    assert findings("string", "b$", "a" * length, negated=True) == 1
    assert findings("string", "b$", "a" * length + "b", negated=True) == 0
    assert findings("string", "a$", "a" * length + "b", negated=True) == 1


@pytest.mark.parametrize("lines", [4, 400, 4_000])
def test_a_built_in_rule_counts_in_all_of_a_text(lines):
    filler = "{{word}}\n" * lines
    checker = Engine(load(()))
    for given_, wanted in (("1, 2", 0), ("1", 1)):
        code = 'x = """{} ' + filler + '{}""".format(' + given_ + ")\n"
        found = checker.check(Document("file:///a.py", code, language="python"), "a.py").findings
        assert len([each for each in found if each.rule == "py/format-argument-count"]) == wanted


def test_the_end_of_a_long_document_is_where_it_ends(monkeypatch):
    monkeypatch.setattr(search, "_LONGEST_TEXT", 100)
    for granted_to in (None, Allowance):
        with allowed(granted_to):
            assert list(find_all(regex(r"a\Z"), b"a" * 300 + b"b")) == []
            assert [each[:2] for each in find_all(regex(r"b\Z"), b"a" * 300 + b"b")] == [(300, 301)]
            assert [each[:2] for each in Searches(b"a" * 300 + b"b").of(regex("b"))] == [(300, 301)]


def test_a_text_looks_random_by_all_of_it():
    random = "".join(chr(33 + (place * place * 7 + place * 13) % 90) for place in range(3_000))
    assert looks_random(random)
    assert not looks_random(random + " and words")
    assert not looks_random(random + "the" * 20_000)


def test_a_slow_expression_over_a_long_text_neither_matches_nor_runs_on(monkeypatch):
    monkeypatch.setattr(Allowance.__init__, "__defaults__", (None, 0.05))
    slow = regex(r"(?s)(?=(.*a){12}b)c")
    for granted_to in (None, Allowance):
        with allowed(granted_to), pytest.raises(TooManySteps):
            matches_value(slow, b"cb" + b"a" * 4_000)
        with allowed(granted_to), pytest.raises(TooManySteps):
            matches_somewhere(slow, "cb" + "a" * 4_000)


@pytest.mark.slow
def test_engines_with_a_bound_have_all_expressions_of_built_in_conditions():
    """Else a long text could not be asked about."""
    found = {
        text
        for path in Path(PACKS).rglob("*.yaml")
        for text in conditions(yaml.load(path.read_bytes(), yaml.CSafeLoader))
    }
    assert len(found) > 100
    for text in found:
        assert isinstance(foreign._backtracking(regex(text), False)[0].groups, int)


def searches(part):
    """The expressions that a rule file searches whole texts with."""
    for key, each in part.items() if isinstance(part, dict) else enumerate(part if isinstance(part, list) else ()):
        if key in ("pattern-regex", "pattern-not-regex") and isinstance(each, str):
            yield each
        yield from searches(each)


def repeated(item):
    """The characters that an item takes any number of; none where it has a limit."""
    operation, argument = item
    if str(operation) not in ("MAX_REPEAT", "MIN_REPEAT") or argument[1] < 1_000 or len(argument[2]) != 1:
        return set()
    return characters(argument[2][0])


def characters(item):
    if str(item[0]) == "ANY":
        return set(range(128)) - {ord("\n")}
    return (
        {code for code in range(128) if holds(item, code)}
        if str(item[0]) in ("LITERAL", "NOT_LITERAL", "IN")
        else set()
    )


def goes_through_lines_again(expression):
    """Whether it has `[^a]*[^b][^a]*`, whose middle may be each letter of a text: quadratic where no end follows."""
    items = list(parsed(expression, re.MULTILINE))
    return any(
        ord("\n") in repeated(first) & repeated(last) and repeated(first) & characters(middle) & repeated(last)
        for first, middle, last in zip(items, items[1:], items[2:], strict=False)
    )


def test_no_built_in_search_goes_through_the_lines_of_a_text_again_and_again():
    files = [yaml.load(path.read_bytes(), yaml.CSafeLoader) for path in Path(PACKS).rglob("*.yaml")]
    found = {text for file in files for text in searches(file)}
    assert len(found) > 100
    assert [text for text in found if goes_through_lines_again(text)] == []


def test_a_search_that_goes_through_lines_again_is_seen():
    assert goes_through_lines_again("`[^`$]*[^_cot`$][^`$]*\\$")
    assert not goes_through_lines_again("`[_cot]*[^_cot`$][^`$]*\\$")
    assert not goes_through_lines_again("`[^`\\n]*[a-z][^`\\n]*`")


def conditions(part):
    """The expressions of the conditions in a rule file."""
    if isinstance(part, dict):
        condition = part.get("metavariable-regex")
        if isinstance(condition, dict):
            yield condition["regex"]
        part = list(part.values())
    if isinstance(part, list):
        for each in part:
            yield from conditions(each)
