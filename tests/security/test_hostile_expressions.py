"""Rules of a repository whose regular expressions are made to run without end: they stop, and nothing else does.

Nothing here is timed: a test that such an expression holds up ends by the time limit of all tests.
"""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from reread.analyzers.engine.engine import Engine
from reread.analyzers.pattern.matching.match_context import TooManySteps
from reread.analyzers.pattern.regex import allowance, foreign
from reread.analyzers.pattern.regex.allowance import Allowance, Pool
from reread.analyzers.pattern.regex.regex_safety import regex
from reread.analyzers.rules.profiles import is_builtin
from reread.analyzers.rules.ruleset import load
from reread.analyzers.text import Document, Span, TextChange

LINEAR = (r"(?:a?){60}a{60}!b", r"(.*a){12}b")
BACKTRACKING = (r"(?=(.*a){12}b)c", r"((.*a){12}b|x)\1")
CODE = f'f("{"a" * 4_000}")\nother(1)\n'
OTHER = {"id": "other", "languages": ["python"], "severity": "ERROR", "message": "m", "pattern": "other(...)"}


def rule(expression: str, where: str) -> dict[str, object]:
    """A rule that has the expression in one of the places where a rule may have one."""
    condition = {"metavariable": "$X", "regex": expression}
    call = {"pattern": "f($X)"}
    compared = {"metavariable": "$X", "comparison": f"re.match({expression!r}, $X)"}
    bodies: dict[str, dict[str, object]] = {
        "pattern-regex": {"pattern-regex": expression},
        "pattern-not-regex": {"patterns": [call, {"pattern-not-regex": expression}]},
        "metavariable-regex": {"patterns": [call, {"metavariable-regex": condition}]},
        "metavariable-comparison": {"patterns": [call, {"metavariable-comparison": compared}]},
        "text": {"languages": ["regex"], "pattern-regex": expression},
        "string": {"pattern": f'f("=~/{expression}/")'},
        "fix-regex": {"pattern": "f($X)", "fix-regex": {"regex": expression, "replacement": "x"}},
        "taint": {
            "mode": "taint",
            "pattern-sources": [{"patterns": [call, {"metavariable-regex": condition}]}],
            "pattern-sinks": [{"pattern": "f($X)"}],
        },
    }
    return {"id": where, "languages": ["python"], "severity": "ERROR", "message": "m", **bodies[where]}


def engine(folder, *rules):
    (folder / "rules.yaml").write_text(json.dumps({"rules": rules}))
    found = load([str(folder)], builtin=False)
    assert found.problems == ()
    return Engine(found)


@pytest.fixture
def short(monkeypatch):
    """Little time, so that it is used up soon."""
    monkeypatch.setattr(allowance.Allowance.__init__, "__defaults__", (None, 0.05))


PLACES = (
    *("pattern-regex", "pattern-not-regex", "metavariable-regex", "metavariable-comparison", "text", "string"),
    *("fix-regex", "taint"),
)


@pytest.mark.parametrize("where", PLACES)
def test_an_endless_expression_stops_its_rule_alone(tmp_path, short, where):
    checker = engine(tmp_path, rule(BACKTRACKING[1], where), OTHER)
    analysis = checker.check(Document("", CODE, language="python"), "a.py")
    (stopped,) = checker.stopped(analysis)
    assert stopped == f"{where} (regular expression {BACKTRACKING[1]})"
    assert [each.rule for each in analysis.findings] == ["other"]


@pytest.mark.parametrize("where", [each for each in PLACES if each != "metavariable-comparison"])
@pytest.mark.parametrize("expression", LINEAR)
def test_what_can_be_matched_in_linear_time_does_not_even_stop_its_rule(tmp_path, where, expression):
    checker = engine(tmp_path, rule(expression, where), OTHER)
    analysis = checker.check(Document("", CODE, language="python"), "a.py")
    assert checker.stopped(analysis) == ()
    assert "other" in [each.rule for each in analysis.findings]


def test_after_an_edit_it_is_not_run_again(tmp_path, short, monkeypatch):
    for where in ("metavariable-regex", "text"):
        checker = engine(tmp_path, rule(BACKTRACKING[1], where), OTHER)
        before = checker.check(Document("", CODE, language="python"), "a.py")
        with monkeypatch.context() as patched:
            patched.setattr(foreign, "find", pytest.fail)
            patched.setattr(foreign, "matches", pytest.fail)
            change = TextChange(Span(0, 0), "f(1)\n")
            after = checker.recheck(before, change, before.document.changed(change))
        assert checker.stopped(after) == checker.stopped(before) != ()


def test_many_rules_share_what_a_document_may_take():
    pool = Pool(1.0)
    for _ in range(10):
        Allowance(pool, 2.0).spend(0.5)
    assert Allowance(pool, 2.0).left == allowance.LEAST_SECONDS


def test_an_expression_without_time_is_not_begun():
    spent = Allowance()
    spent.spend(allowance.RULE_SECONDS)
    with pytest.raises(TooManySteps):
        list(foreign.find(regex("a"), b"a", 0, spent))
    assert spent.exceeded == "a"


def test_the_time_is_looked_at_between_matches_too(monkeypatch):
    clock = iter(range(1_000))
    monkeypatch.setattr(foreign, "thread_time", lambda: float(next(clock)))
    found = []
    with pytest.raises(TooManySteps):
        found += foreign.find(regex("a"), b"a" * 500, 0, Allowance(Pool(100.0), 3.5))
    assert next(clock) < 20


def test_a_text_too_long_for_one_uninterruptible_match_goes_to_the_other_engine(monkeypatch):
    monkeypatch.setattr(foreign, "MOST_WORK", 0)
    monkeypatch.setattr(foreign, "_by_linear", pytest.fail)
    assert [each[0] for each in foreign.find(regex("a+"), b"baab", 0, Allowance())] == [(1, 3)]


def test_rounds_that_would_be_remembered_for_each_letter_are_counted():
    spent = Allowance()
    with pytest.raises(TooManySteps):
        list(foreign.find(regex("(?:((((a)))))*(?=b)"), b"a" * 1_000_000, 0, spent))
    assert spent.exceeded


def test_a_replacement_that_grows_without_end_is_none():
    assert foreign.replaced(regex("(a+)"), r"\1" * 100, "a" * 10_000, 0, Allowance()) is None


def test_only_what_comes_with_the_program_is_trusted(tmp_path, monkeypatch):
    """Neither the name of a file nor what is written in it makes a rule ours, and the cache does not change that."""
    monkeypatch.chdir(tmp_path)
    body = {**OTHER, "path": "builtin:x", "metadata": {"path": "builtin:x", "builtin": True}}
    (tmp_path / "builtin:rules.yaml").write_text(json.dumps({"rules": [body]}))
    for _ in range(2):
        found = load(["builtin:rules.yaml"], builtin=False)
        assert [is_builtin(each) for each in found.rules] == [False]


def test_built_in_rules_are_trusted():
    assert all(is_builtin(each) for each in load().rules)


def test_who_says_nothing_has_a_bound():
    assert allowance.current() is not None
    with allowance.granted(None):
        assert allowance.current() is None
    assert allowance.current() is not None


@pytest.mark.slow
@pytest.mark.parametrize("expression", [*LINEAR, *BACKTRACKING])
def test_without_a_bound_it_would_run_on(expression):
    """Python's own engine is inside of the match, and does not come out of it while we wait."""
    code = "import re, sys; e = re.compile(sys.argv[1]); print('in', flush=True); e.search('a' * 40000); print('out')"
    with subprocess.Popen([sys.executable, "-c", code, expression], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "in\n"
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(timeout=0.5)
        process.kill()
        assert process.stdout.read() == ""


@pytest.mark.parametrize("stops", [False, True])
def test_a_sanitizer_that_is_stopped_stops_its_rule(tmp_path, short, stops):
    """Else what it would have cleaned would be reported."""
    condition = {"metavariable": "$X", "regex": r"((.*a){12}b|x)\1" if stops else "never"}
    taint = {
        "id": "taint", "mode": "taint", "languages": ["python"], "severity": "ERROR", "message": "m",
        "pattern-sources": [{"pattern": "source()"}],
        "pattern-sinks": [{"pattern": "sink($X)"}],
        "pattern-sanitizers": [{"patterns": [{"pattern": "f($X)"}, {"metavariable-regex": condition}]}],
    }  # fmt: skip
    document = Document("u", f"{CODE}sink(source())\n", language="python")
    found = engine(tmp_path, taint, OTHER).check(document).findings
    assert {each.rule for each in found} == ({"other"} if stops else {"other", "taint"})
