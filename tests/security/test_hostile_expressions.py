"""Regular expressions of rules that are made to run without end: the search that does is given up, and no other.

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
def test_a_search_without_end_is_given_up_and_its_rule_named(tmp_path, short, where):
    checker = engine(tmp_path, rule(BACKTRACKING[1], where), OTHER)
    analysis = checker.check(Document("", CODE, language="python"), "a.py")
    assert checker.lost(analysis) == (f"{where} (regular expression {BACKTRACKING[1]})",)
    fixed = [where] if where == "fix-regex" else []
    assert [each.rule for each in analysis.findings] == [*fixed, "other"]
    assert [each.fixes for each in analysis.findings if each.rule == "fix-regex"] == [()] * len(fixed)


ELSEWHERE = r"['\"]?((.*a){12}b|xy)\1"
"""Takes long over `CODE`, and matches the `xyxy` of `MATCHED` at once."""
MATCHED = "f('xyxy')\n"


def lines(analysis):
    of = analysis.document.lines
    return sorted(of.line_of(each.span.start) for each in analysis.findings if each.rule != "other")


@pytest.mark.parametrize("where", ["pattern-regex", "metavariable-regex", "text", "taint"])
def test_other_places_of_the_file_are_still_found(tmp_path, short, where):
    checker = engine(tmp_path, rule(ELSEWHERE, where), OTHER)
    for code, expected in ((MATCHED + CODE + MATCHED, [0, 3]), (CODE + MATCHED, [2]), (CODE, [])):
        analysis = checker.check(Document("", code, language="python"), "a.py")
        assert lines(analysis) == expected
        assert len(checker.lost(analysis)) == 1
    control = checker.check(Document("", MATCHED * 3, language="python"), "a.py")
    assert (lines(control), checker.lost(control)) == ([0, 1, 2], ())


def test_a_condition_on_what_an_expression_found_is_given_up_for_that_alone(tmp_path, short):
    condition = {"metavariable": "$V", "regex": ELSEWHERE}
    patterns = [{"pattern-regex": r"f\([\"'](?P<V>\w+)"}, {"metavariable-regex": condition}]
    for language in ("python", "regex"):
        head = {"id": "v", "languages": [language], "severity": "ERROR", "message": "m"}
        checker = engine(tmp_path, {**head, "patterns": patterns})
        analysis = checker.check(Document("", MATCHED + CODE + MATCHED, language="python"), "a.py")
        assert (lines(analysis), len(checker.lost(analysis))) == ([0, 3], 1)


def test_a_rule_that_gives_up_often_begins_no_more_searches(tmp_path, short, monkeypatch):
    begun = []
    search = foreign._by_backtracking
    monkeypatch.setattr(foreign, "_by_backtracking", lambda *given: begun.append(given) or search(*given))
    checker = engine(tmp_path, rule(BACKTRACKING[1], "metavariable-regex"))
    analysis = checker.check(Document("", CODE * 30, language="python"), "a.py")
    assert (analysis.findings, len(checker.lost(analysis))) == ((), 1)
    assert len(begun) <= allowance.MOST_GIVEN_UP


def test_a_text_in_which_something_was_given_up_keeps_what_was_found_over_edits(tmp_path, short):
    for where in ("pattern-regex", "text"):
        checker = engine(tmp_path, rule(ELSEWHERE, where))
        before = checker.check(Document("", MATCHED + CODE + "\n" * 9 + MATCHED, language="python"), "a.py")
        end = len(before.document.text)
        change = TextChange(Span(end, end), MATCHED)
        after = checker.recheck(before, change, before.document.changed(change))
        assert lines(after) == [0, 12, 13]
        assert checker.lost(after) == checker.lost(before) != ()


@pytest.mark.parametrize("where", [each for each in PLACES if each != "metavariable-comparison"])
@pytest.mark.parametrize("expression", LINEAR)
def test_what_can_be_matched_in_linear_time_does_not_even_stop_its_rule(tmp_path, where, expression):
    checker = engine(tmp_path, rule(expression, where), OTHER)
    analysis = checker.check(Document("", CODE, language="python"), "a.py")
    assert checker.lost(analysis) == ()
    assert "other" in [each.rule for each in analysis.findings]


def test_after_an_edit_it_is_not_run_again(tmp_path, short, monkeypatch):
    for where in ("metavariable-regex", "text", "pattern-regex"):
        checker = engine(tmp_path, rule(BACKTRACKING[1], where), OTHER)
        before = checker.check(Document("", "h(1)\n" * 9 + CODE, language="python"), "a.py")
        searched: list[bytes] = []
        with monkeypatch.context() as patched:
            patched.setattr(
                foreign, "_by_backtracking", lambda _, data, *more, seen=searched: iter(seen.append(data) or ())
            )
            change = TextChange(Span(0, 0), "g(1)\n")
            after = checker.recheck(before, change, before.document.changed(change))
        assert not any(b"aaaa" in data for data in searched)
        assert checker.lost(after) == checker.lost(before) != ()


def test_many_rules_share_what_a_document_may_take():
    pool = Pool(1.0)
    for _ in range(10):
        Allowance(pool, 2.0).spend(0.5)
    assert Allowance(pool, 2.0).left == allowance.LEAST_SECONDS


def test_an_expression_without_time_is_not_begun():
    spent = Allowance()
    spent.spend(2 * allowance.RULE_SECONDS)
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
def test_what_may_be_a_sanitizer_is_taken_for_one(tmp_path, short, stops):
    """Else what it would have cleaned would be reported."""
    expression = BACKTRACKING[1] if stops else "never"
    condition = {"metavariable": "$X", "regex": expression}
    sanitizers = {
        "place": {"patterns": [{"pattern": "f($X)"}, {"metavariable-regex": condition}]},
        "text": {"pattern-regex": expression},
    }
    for where, sanitizer in sanitizers.items():
        taint = {
            "id": "taint", "mode": "taint", "languages": ["python"], "severity": "ERROR", "message": "m",
            "pattern-sources": [{"pattern": "source()"}],
            "pattern-sinks": [{"pattern": "sink($X)"}],
            "pattern-sanitizers": [sanitizer],
        }  # fmt: skip
        code = f'sink(f(source() + "{"a" * 4_000}"))\nsink(source())\n'
        analysis = engine(tmp_path, taint).check(Document("u", code, language="python"))
        assert lines(analysis) == ([0, 1] if not stops else [1] if where == "place" else [])
