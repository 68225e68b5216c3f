"""Two rules that say the same of one place are one finding; profiles choose who speaks."""

import pytest

from reread.analyzers.engine.engine import Engine
from reread.analyzers.findings import Finding, Related, Severity
from reread.analyzers.roles import Role
from reread.analyzers.rules import profiles
from reread.analyzers.rules.check_options import CheckOptions
from reread.analyzers.rules.profiles import BUILTIN, Profile, looks_at
from reread.analyzers.rules.reporting.deduplicate import one_of_each_weakness, weakness_of
from reread.analyzers.rules.ruleset import RuleSet, load
from reread.analyzers.text import Document, Span

WEAKNESSES = {"a": "xss", "b": "xss", "c": "ssrf"}


def found(rule, start, end, confidence=1.0, severity=Severity.ERROR):
    return Finding(rule, "message", Span(start, end), severity, confidence=confidence)


def kept(*findings):
    chosen = one_of_each_weakness(findings, lambda rule: WEAKNESSES.get(rule, ""))
    return [each.rule for each in sorted(chosen, key=lambda each: each.span)]


def test_the_most_severe_finding_of_a_weakness_stays():
    assert kept(found("a", 0, 7, severity=Severity.WARNING), found("b", 2, 6, confidence=0.7)) == ["b"]
    assert kept(found("a", 0, 7, severity=Severity.INFO), found("b", 0, 7)) == ["b"]


def test_the_most_certain_of_equal_severity_stays():
    assert kept(found("a", 0, 7, confidence=0.7), found("b", 2, 6)) == ["b"]


def test_of_several_flows_to_one_place_the_gravest_stays():
    flow = (Related("", 0, "", "before"),)
    doubtful = found("a", 0, 7, confidence=0.7, severity=Severity.WARNING)._replace(message="x", related=flow)
    proven = found("a", 0, 7)._replace(message="y", related=flow)
    for order in ([doubtful, proven], [proven, doubtful]):
        [left] = one_of_each_weakness(order, lambda rule: "")
        assert left == proven


def test_classes_that_hold_several_weaknesses_are_told_apart_by_their_cwe(make):
    def weakness(**metadata):
        return weakness_of(make(metadata))

    assert weakness(**{"class": "xss", "cwe": "CWE-79"}) == weakness(**{"class": "xss", "cwe": "CWE-80"}) == "xss"
    debugger = weakness(**{"class": "misconfiguration", "cwe": "CWE-489"})
    assert debugger != weakness(**{"class": "misconfiguration", "cwe": "CWE-1327"})
    assert weakness() == ""


def test_a_debugger_is_reported_beside_an_open_address():
    code = 'from flask import Flask\napp = Flask("x")\napp.run(host="0.0.0.0", debug=True)\n'
    checked = Engine(load(), CheckOptions(profile=Profile.STANDARD)).check(Document("", code, language="python"))
    assert {each.rule for each in checked.findings} == {"py/debug-enabled", "py/bind-all-interfaces"}


@pytest.mark.parametrize(
    "findings",
    [
        [found("a", 0, 7), found("c", 0, 7)],
        [found("a", 0, 7), found("a", 9, 13)],
        [found("a", 0, 7), found("b", 9, 13)],
        [found("a", 0, 7), found("b", 7, 9)],
        [found("other", 0, 7), found("another", 0, 7)],
    ],
    ids=["two weaknesses", "one rule twice", "two places of a line", "beside each other", "no weakness"],
)
def test_different_things_stay_apart(findings):
    assert len(kept(*findings)) == 2


def test_one_rule_says_the_same_of_one_place_once():
    assert kept(found("a", 0, 7), found("a", 0, 7)) == ["a"]
    assert kept(found("other", 0, 7), found("other", 0, 7)) == ["other"]
    assert kept(found("a", 0, 7), found("a", 0, 7)._replace(message="another")) == ["a", "a"]


@pytest.mark.parametrize(
    ("code", "places"),
    [
        ("run(wrap(source()))", ["run(wrap(source()))"]),
        ("x = source()\nrun(wrap(x))\nwrap(x)", ["run(wrap(x))", "wrap(x)"]),
        ("run(wrap(1), wrap(source()))", ["run(wrap(1), wrap(source()))"]),
    ],
)
def test_a_nested_sink_is_reported_at_the_outer_call(code, places, taint):
    assert taint(code, "python") == places


def test_a_sink_in_a_callback_is_reported_besides_the_call_that_takes_it(taint):
    code = "const x = source();\nrun(x, () => { run(x) })"
    assert taint(code, "javascript") == ["run(x, () => { run(x) })", "run(x)"]


@pytest.fixture
def taint(tmp_path):
    rule = """
rules:
  - id: r
    languages: [python, javascript]
    severity: ERROR
    message: m
    mode: taint
    options: {taint_report_call: true}
    pattern-sources: [{pattern: source()}]
    pattern-sinks:
      - patterns:
          - pattern-either: [{pattern: "run($X, ...)"}, {pattern: "run(..., $X)"}, {pattern: wrap($X)}]
          - focus-metavariable: $X
"""
    (tmp_path / "r.yaml").write_text(rule)
    checked = Engine(load([str(tmp_path)], builtin=False))

    def places(code, language):
        analysis = checked.check(Document("file:///x", code, language=language), "x")
        return [code[slice(*finding.span)] for finding in sorted(analysis.findings, key=lambda each: each.span)]

    return places


def engine(make, profile, select=frozenset(), **metadata):
    rules = RuleSet((make(metadata)._replace(path=f"{BUILTIN}r.yaml"),))
    return Engine(rules, CheckOptions(profile=profile, select=select))


@pytest.fixture
def make(read, rule):
    def make(metadata):
        [made], [] = read(rule("python", "f(...)", metadata=metadata))
        return made

    return make


def speaks(engine, role=Role.CODE):
    return bool(engine.check(Document("", "f(1)\n", language="python"), role=role).findings)


@pytest.fixture
def admitted(monkeypatch):
    """As if the record admitted the rule."""
    monkeypatch.setattr(profiles, "admitted", lambda: {"r": "error"})


def test_quiet_has_the_rules_that_the_record_admits(make, admitted):
    assert speaks(engine(make, Profile.QUIET))


@pytest.mark.parametrize(
    ("metadata", "profiles"),
    [
        ({"confidence": "HIGH"}, "standard pedantic"),
        ({"confidence": "MEDIUM"}, "standard pedantic"),
        ({"confidence": "LOW"}, "standard pedantic"),
        ({"category": "maintainability"}, "pedantic"),
    ],
)
def test_a_profile_chooses_by_confidence_and_category(make, metadata, profiles):
    assert [each.value for each in Profile if speaks(engine(make, each, **metadata))] == profiles.split()


@pytest.mark.parametrize(
    ("metadata", "role", "profiles"),
    [
        ({"category": "security"}, Role.TEST, "standard pedantic"),
        ({"category": "security"}, Role.EXAMPLE, "standard pedantic"),
        ({"category": "correctness"}, Role.EXAMPLE, "quiet standard pedantic"),
        ({"category": "security", "class": "hardcoded-secret"}, Role.TEST, "pedantic"),
        ({"category": "security", "class": "hardcoded-secret"}, Role.EXAMPLE, "pedantic"),
        ({"category": "security", "class": "hardcoded-secret"}, Role.SCRIPT, "quiet standard pedantic"),
        ({"category": "security", "class": "xss"}, Role.TEST, "pedantic"),
        ({"category": "security", "class": "path-traversal"}, Role.TEST, "pedantic"),
        ({"category": "correctness"}, Role.TEST, "quiet standard pedantic"),
        ({"category": "correctness"}, Role.FOREIGN, "pedantic"),
    ],
)
def test_a_profile_chooses_by_the_role_of_the_file(make, admitted, metadata, role, profiles):
    assert [each.value for each in Profile if speaks(engine(make, each, **metadata), role)] == profiles.split()


def test_a_real_token_is_told_in_tests_too(make):
    [found] = [rule for rule in load().rules if rule.id == "any/secret-token"]
    assert looks_at(found, Profile.QUIET, Role.TEST)
    assert not looks_at(found, Profile.QUIET, Role.FOREIGN)


def test_what_a_test_leaves_open_is_told_on_request():
    rules = {rule.id: rule for rule in load().rules}
    found = [rules[name] for name in profiles._HARMLESS_IN_TESTS]
    assert found
    assert not any(looks_at(rule, Profile.QUIET, Role.TEST) for rule in found)
    assert all(looks_at(rule, Profile.PEDANTIC, Role.TEST) for rule in found)
    assert all(looks_at(rule, Profile.QUIET, Role.CODE) for rule in found)


def test_a_rule_that_is_selected_by_name_speaks_under_every_profile(make):
    chosen = engine(make, Profile.QUIET, frozenset({"r"}), category="maintainability", confidence="LOW")
    assert speaks(chosen, Role.FOREIGN)


def test_rules_of_the_users_own_always_speak(make):
    own = make({"confidence": "LOW", "category": "maintainability"})
    assert speaks(Engine(RuleSet((own,))), Role.TEST)


def test_a_piece_of_a_program_in_an_example_need_not_define_what_it_uses():
    [found] = [rule for rule in load().rules if rule.id == "py/undefined-name"]
    assert not looks_at(found, Profile.STANDARD, Role.EXAMPLE)
    assert looks_at(found, Profile.STANDARD, Role.TEST) and looks_at(found, Profile.PEDANTIC, Role.EXAMPLE)
