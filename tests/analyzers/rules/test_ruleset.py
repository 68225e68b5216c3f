"""Reading rule files: every mistake is one clear line, and the other rules still load."""

from __future__ import annotations

import pytest

from reread.analyzers.engine.engine import Engine
from reread.analyzers.findings import Severity
from reread.analyzers.rules.loading.parse_rules import read_rules
from reread.analyzers.rules.rule import Problem
from reread.analyzers.rules.ruleset import RuleSet, load
from reread.analyzers.text import Document

GOOD = {"id": "good", "languages": ["python"], "severity": "ERROR", "message": "m", "pattern": "foo()"}


def without(key):
    return {name: value for name, value in GOOD.items() if name != key}


def body(**operators):
    return {**without("pattern"), **operators}


def deep(levels):
    formula = {"pattern": "foo()"}
    for _ in range(levels):
        formula = {"patterns": [formula]}
    return formula


PROBLEMS = [
    ("text", "", "expected a mapping"),
    (without("id"), "id", "the key `id` is missing"),
    ({**GOOD, "id": "a b"}, "id", "letters, digits"),
    (without("message"), "message", "is missing"),
    ({**GOOD, "message": ["m"]}, "message", "expected a text"),
    (without("languages"), "languages", "expected a list of languages"),
    ({**GOOD, "languages": "python"}, "languages", "expected a list of languages"),
    ({**GOOD, "languages": ["cobol"]}, "languages", "not supported: cobol"),
    ({**GOOD, "severity": "BAD"}, "severity", "expected ERROR"),
    ({**GOOD, "severity": 3}, "severity", "expected ERROR"),
    ({**GOOD, "fix": 3}, "fix", "expected a text"),
    ({**GOOD, "metadata": []}, "metadata", "expected a mapping"),
    ({**GOOD, "metadata": {"applicability": "sure"}}, "metadata.applicability", "expected safe"),
    ({**GOOD, "paths": {"include": "a"}}, "paths.include", "expected a list"),
    ({**GOOD, "mode": "join"}, "mode", "puts the findings of several rules together"),
    ({**GOOD, "mode": "taint"}, "pattern", "`pattern` is not supported with `mode: taint`"),
    ({**GOOD, "pattern-sources": []}, "pattern-sources", "`pattern-sources` is not supported"),
    (without("pattern"), "pattern", "expected exactly one of"),
    ({**GOOD, "pattern-regex": "a"}, "pattern", "expected exactly one of"),
    (body(pattern=True), "pattern", "expected a text"),
    (body(pattern="  "), "pattern", "the pattern is empty"),
    (body(pattern="foo("), "pattern", "does not parse as python: foo("),
    (body(pattern="f(" + "..., " * 41 + ")"), "pattern", "more than 40 ellipses"),
    (body(pattern="(" * 500 + "a + b" + ")" * 500 + " + " + "[" * 300 + "]" * 300), "pattern", "nested too deeply"),
    (body(pattern="f('=~/(/')"), "pattern", "not a regular expression"),
    (body(patterns=[]), "patterns", "not empty"),
    (body(patterns="a"), "patterns", "not empty"),
    (body(patterns=[{"pattern": "a", "pattern-not": "b"}]), "patterns", "one operator"),
    (body(patterns=[{"pattern-not": "b"}]), "patterns", "not a negation"),
    (body(patterns=[{"pattern": "a"}, {"metavariable-pattern": {}}]), "metavariable-pattern", "expected the keys"),
    (body(patterns=[{"pattern": "a"}, {"pattern-not": "f("}]), "pattern-not", "does not parse"),
    (body(patterns=[{"pattern": "a"}, {"pattern-inside": {"pattern-not": "b"}}]), "pattern-inside", "expected pattern"),
    (body(patterns=[{"pattern": "a"}, {"focus-metavariable": "x"}]), "focus-metavariable", "such as $X"),
    (body(patterns=[{"pattern": "a"}, {"metavariable-regex": "x"}]), "metavariable-regex", "expected the keys"),
    (
        body(patterns=[{"pattern": "a"}, {"metavariable-regex": {"metavariable": "$X", "regex": "("}}]),
        "metavariable-regex.regex",
        "not a regular expression",
    ),
    (body(**{"pattern-either": [{"pattern-not": "a"}]}), "pattern-either", "expected pattern"),
    (body(**{"pattern-regex": "(?:a{0,30000})"}), "pattern-regex", "amount to more than"),
    (body(**{"pattern-regex": "["}), "pattern-regex", "not a regular expression"),
    (body(**{"pattern-regex": 3}), "pattern-regex", "expected a regular expression"),
]


@pytest.mark.parametrize(("entry", "key", "message"), PROBLEMS, ids=[f"{key} {text}" for _, key, text in PROBLEMS])
def test_a_mistake_is_one_problem_and_the_other_rules_load(read, entry, key, message):
    rules, problems = read(entry, GOOD)

    assert [rule.id for rule in rules] == ["good"]
    [problem] = problems
    assert problem.path == "rules.yaml"
    assert problem.key == key
    assert message in problem.message
    assert "\n" not in str(problem)


def test_a_problem_names_file_rule_and_key(read):
    _, [problem] = read({**GOOD, "id": "mine", "severity": "BAD"})
    assert str(problem) == "rules.yaml: rule mine: severity: expected ERROR, WARNING, INFO or HINT"


def test_a_rule_without_id_is_named_by_its_number(read):
    _, [problem] = read(GOOD, without("id"))
    assert problem.rule == "number 2"


def test_an_unknown_language_beside_a_known_one_is_only_remarked(read):
    [rule], [problem] = read({**GOOD, "languages": ["python", "cobol"]})
    assert rule.languages == ("python",)
    assert "cobol" in problem.message


@pytest.mark.parametrize(
    ("name", "severity"),
    [("ERROR", Severity.ERROR), ("warning", Severity.WARNING), ("INFO", Severity.INFO), ("MEDIUM", Severity.WARNING)],
)
def test_severities_of_old_and_new_rules(read, name, severity):
    [rule], [] = read({**GOOD, "severity": name})
    assert rule.severity is severity


def test_typescript_rules_are_for_both_grammars_even_with_markup_in_them(read):
    [rule], [] = read({**GOOD, "languages": ["ts"], "pattern": "<div a={$X} />"})
    assert rule.languages == ("typescript", "tsx")


def test_an_alternative_that_only_typescript_reads_stands_for_nothing_in_javascript(read):
    alternatives = [{"pattern": "<div a={$X} />"}, {"pattern": "($X: T) => $BODY"}, {"pattern": "eval($X)"}]
    content = {"id": "a", "message": "m", "severity": "ERROR", "languages": ["js", "ts"]}
    [rule], [] = read({**content, "pattern-either": alternatives})
    assert rule.languages == ("javascript", "typescript", "tsx")
    for language in rule.languages:
        found = Engine(RuleSet((rule,))).check(Document("", "eval(1)", language=language)).findings
        assert [finding.span.start for finding in found] == [0]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"rules: [", "not valid YAML: line "),
        (b"\xff\xfe\x00", "not valid YAML"),
        (b"\x00", "not valid YAML"),
        (b"", "expected a list of rules"),
        (b"- a", "expected a list of rules"),
        (b"rules: {}", "expected a list of rules"),
        (b"rules: &a [*a]", "more than 200,000 values"),
        (b"x: !!python/object/apply:os.system [ls]", "not valid YAML"),
        (b"a: " + b"[" * 5000, "not valid YAML"),
        (b"x" * 2_000_001, "longer than"),
    ],
)
def test_a_file_that_is_no_rule_file(data, message):
    rules, [problem] = read_rules("f.yaml", data)
    assert rules == []
    assert message in problem.message
    assert "\n" not in str(problem)


def test_aliases_that_multiply_are_refused():
    lines = ["a0: &a0 [x]"] + [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 9)]
    rules, [problem] = read_rules("f.yaml", "\n".join([*lines, "rules: *a8"]).encode())
    assert rules == []
    assert "200,000 values" in problem.message


def test_deeply_nested_operators_are_a_problem_or_work(read):
    rules, problems = read(body(**deep(50)), GOOD)
    assert len(rules) == 2
    assert problems == []


def test_dates_and_other_things_of_yaml_become_plain_metadata():
    text = b"""
rules:
- {id: a, languages: [python], severity: INFO, message: m, pattern: f(), metadata: {since: 2020-01-02, 3: [x]}}
"""
    [rule], [] = read_rules("f.yaml", text)
    assert rule.metadata == {"since": "2020-01-02", "3": ["x"]}


def write(folder, name, identifier, pattern="foo()"):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    entry = f"rules: [{{id: {identifier}, languages: [python], severity: INFO, message: m, pattern: '{pattern}'}}]"
    path.write_text(entry)
    return str(path)


def test_folders_are_read_with_all_below_and_hidden_ones_are_not(tmp_path):
    write(tmp_path, "b.yml", "b")
    write(tmp_path, "deep/a.yaml", "a")
    write(tmp_path, ".git/c.yaml", "c")
    write(tmp_path, "d.txt", "d")

    assert [rule.id for rule in load([str(tmp_path)], builtin=False).rules] == ["b", "a"]


def test_files_that_share_an_id_are_kept_under_their_paths(tmp_path):
    first, second = write(tmp_path, "1.yaml", "same"), write(tmp_path, "2.yaml", "same", "bar()")
    rules = load([first, second], builtin=False)
    assert [(rule.id, rule.formula.text) for rule in rules.rules] == [("1.same", "foo()"), ("2.same", "bar()")]
    assert rules.problems == ()


def test_ids_carry_the_path_from_the_folder_that_holds_all_that_were_named(tmp_path):
    write(tmp_path, "company/web/one.yaml", "same")
    write(tmp_path, "company/two.yaml", "other")
    repository = write(tmp_path, "repository/one.yaml", "same")
    rules = load([str(tmp_path / "company"), repository], builtin=False)
    assert [rule.id for rule in rules.rules] == ["other", "company.web.one.same", "repository.one.same"]


def test_a_file_that_is_named_twice_is_read_as_one(tmp_path, monkeypatch):
    write(tmp_path, "rules/one.yaml", "one")
    monkeypatch.chdir(tmp_path)
    rules = load(["rules/one.yaml", "rules", str(tmp_path / "rules"), "rules/one.yaml"], builtin=False)
    assert [rule.id for rule in rules.rules] == ["one"]
    assert rules.problems == ()


def test_a_rule_cannot_take_the_id_of_a_built_in_one(tmp_path):
    rules = load([write(tmp_path, "one.yaml", load().rules[0].id)])
    assert rules.rules == load().rules
    assert [problem.key for problem in rules.problems] == ["id"]


def test_rules_of_a_folder_that_share_an_id_are_kept_under_their_paths(tmp_path):
    write(tmp_path, "web/one.yaml", "same")
    write(tmp_path, "web/same.yaml", "same")
    write(tmp_path, "other.yaml", "other")
    rules = load([str(tmp_path)], builtin=False)
    assert [rule.id for rule in rules.rules] == ["other", "web.one.same", "web.same"]
    assert rules.problems == ()


def test_one_id_twice_in_a_file_is_a_problem(tmp_path):
    entry = "{id: same, languages: [python], severity: INFO, message: m, pattern: f()}"
    (tmp_path / "1.yaml").write_text(f"rules: [{entry}, {entry}]")
    [problem] = load([str(tmp_path)], builtin=False).problems
    assert "used twice" in problem.message


def test_examples_of_rules_about_yaml_are_no_rule_files(tmp_path):
    write(tmp_path, "a.yaml", "a")
    write(tmp_path, "a.test.yaml", "b")
    write(tmp_path, "a.fixed.yaml", "c")
    assert [rule.id for rule in load([str(tmp_path)], builtin=False).rules] == ["a"]


def test_a_path_that_is_not_there_is_a_problem(tmp_path):
    missing = str(tmp_path / "nowhere")
    assert load([missing], builtin=False).problems == (Problem(missing, "", "", "no such file or folder"),)


def test_a_file_that_cannot_be_read_is_a_problem(tmp_path):
    (tmp_path / "a.yaml").symlink_to(tmp_path / "nowhere.yaml")
    [problem] = load([str(tmp_path)], builtin=False).problems
    assert "cannot be read" in problem.message
