"""Rules in Python: each against its own examples, and how the engine runs them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reread.analyzers.engine.engine import Engine
from reread.analyzers.findings import Applicability
from reread.analyzers.fixes import Verified, fix_all, verify
from reread.analyzers.roles import Role
from reread.analyzers.rules import checks
from reread.analyzers.rules.check_options import CheckOptions
from reread.analyzers.rules.profiles import Profile
from reread.analyzers.rules.ruleset import RuleSet, load
from reread.analyzers.text import Document, Span, TextChange

RULES = {rule.id: rule for rule in load().rules if rule.path.startswith("builtin:checks/")}
NAMES = {rule.formula.module: rule for rule in RULES.values()}
CHECKED = "gh" + "p_" + "zQWBuTSOoRi4A9spHcVY5ncnsDkxkJ0mLq17"
TOKEN = "sk_" + "live_" + "9QvJ2xLr8TfGm3Zc1WbN"


def alone(rule, **options):
    return Engine(RuleSet((RULES[rule],)), CheckOptions(profile=Profile.PEDANTIC, **options))


def document(text, language="", path=""):
    return Document(f"file:///{path or 'x'}", text, path=path, language=language)


@pytest.mark.parametrize("name", sorted(NAMES))
def test_a_rule_holds_for_its_examples(name):
    engine, definition = alone(NAMES[name].id), checks.definition_of(name)
    for example in (*definition.invalid, *definition.valid):
        analysis = engine.check(document(example.code, example.language, example.path), example.path)

        assert bool(analysis.findings) == (example in definition.invalid), example.code


@pytest.mark.parametrize("name", sorted(NAMES))
def test_the_fixes_of_its_examples_hold_and_give_what_they_say(name):
    engine = alone(NAMES[name].id)
    for example in checks.definition_of(name).invalid:
        old = document(example.code, example.language, example.path)

        def check(version, path=example.path):
            return engine.check(version, path).findings

        findings = check(old)
        for finding in findings:
            for fix in finding.fixes:
                assert isinstance(verify(old, fix, check=check, finding=finding), Verified), example.code
        if example.fixed:
            assert fix_all(old, findings, applicabilities=frozenset(Applicability)).document.text == example.fixed


@pytest.mark.parametrize("name", sorted(NAMES))
def test_a_rule_with_fixes_shows_one(name):
    definition = checks.definition_of(name)
    assert bool(definition.fix_title) == any(example.fixed for example in definition.invalid)
    assert bool(definition.fix_title) == bool(definition.fix_reason)


@pytest.mark.parametrize("name", sorted(NAMES))
def test_a_rule_has_examples_of_both_kinds_in_each_of_its_languages(name):
    definition = checks.definition_of(name)
    assert definition.id.replace("-", "_") == name.rpartition(".")[2]
    for examples in (definition.invalid, definition.valid):
        assert {example.language for example in examples} >= set(definition.kinds)
        assert examples


def test_a_token_is_found_in_a_file_of_any_language():
    for language, text in (("python", 'k = "{}"\n'), ("", "k: {}\n"), ("rust", 'let k = "{}";\n')):
        analysis = alone("any/secret-token").check(document(text.format(TOKEN), language))
        assert [finding.rule for finding in analysis.findings] == ["any/secret-token"]


def test_a_message_never_holds_the_secret():
    for rule, text in (("any/secret-token", f"k: {TOKEN}\n"), ("any/hardcoded-credential", "password = 'pfU3-9rTq'\n")):
        [finding] = alone(rule).check(document(text, "python" if "'" in text else "")).findings
        assert "pfU3" not in finding.message
        assert TOKEN[8:] not in finding.message


def test_tokens_are_found_in_tests_and_passwords_are_not():
    engine = Engine(RuleSet(tuple(RULES.values())), CheckOptions(profile=Profile.QUIET))
    text = f'password = "pfU3-9rTq"\n\n\nkey = "{CHECKED}"\n\n\n\nkey = "{TOKEN}"\n'
    found = engine.check(document(text, "python"), "tests/test_x.py", Role.TEST).findings
    assert [(finding.rule, text.count("\n", 0, finding.span.start)) for finding in found] == [("any/secret-token", 3)]


@pytest.mark.parametrize("path", ["docs/a.py", "src/itest/a.py", "api.md", "settings.example.yaml", "compose.yml"])
def test_a_token_without_a_checksum_is_shown_as_an_example_there(path):
    for rule in ("any/secret-token", "any/secret-token-unproven"):
        engine, text = alone(rule), "key: {}\n" + "\n" * 3 + f"key: {TOKEN}\n"
        assert [len(engine.check(document(text.format(key), "", path), path).findings) for key in ("", CHECKED)] == (
            [0, 1] if rule == "any/secret-token" else [0, 0]
        )


@pytest.mark.parametrize("comment", ["# reread: ignore[any/secret-token] -- revoked", "# nosemgrep: secret-token"])
def test_a_comment_silences_in_files_without_a_parser(comment):
    engine = alone("any/secret-token")
    assert engine.check(document(f"k: {TOKEN}  {comment}\n")).findings == ()
    assert engine.check(document(f"{comment}\n\nk: {TOKEN}\n")).findings == ()
    assert len(engine.check(document(f"{comment}\nx: 1\nk: {TOKEN}\n")).findings) == 1
    assert len(engine.check(document(f"k: {TOKEN} {comment[2:]}\n")).findings) == 1


def test_an_ignore_comment_without_rules_is_prose_in_files_without_a_parser():
    assert len(alone("any/secret-token").check(document(f"k: {TOKEN}  # reread: ignore\n")).findings) == 1


PIECES = [
    *(f'k = "{TOKEN}"\n', 'password = "pfU3-9rTq"\n', "x = 1\n", '"""', '"', "\n", "#", "password = ", "'pfU3-9rTq'"),
    *(
        "-----BEGIN PRIVATE KEY-----\n",
        "MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7\n",
        "-----END PRIVATE KEY-----\n",
    ),
]


@pytest.mark.parametrize("language", ["python", ""])
@given(
    before=st.lists(st.sampled_from(PIECES), max_size=12),
    inserted=st.lists(st.sampled_from(PIECES), max_size=3),
    places=st.tuples(st.floats(0, 1), st.floats(0, 1)),
)
def test_after_an_edit_the_answer_is_the_same_as_from_scratch(language, before, inserted, places):
    engine = Engine(RuleSet((RULES["any/secret-token"], RULES["any/hardcoded-credential"])))
    old = document("".join(before), language, ".env" if not language else "")
    start, end = sorted(int(place * len(old.text)) for place in places)
    change = TextChange(Span(start, end), "".join(inserted))
    new = old.changed(change)

    again = engine.recheck(engine.check(old), change, new)

    assert again.findings == engine.check(new).findings


def test_thresholds_are_settings():
    code = document("def f(a, b, c): ...\n", "python")
    assert alone("any/too-many-parameters").check(code).findings == ()
    [finding] = alone("any/too-many-parameters", options={"any/too-many-parameters": {"limit": 2}}).check(code).findings
    assert finding.message.startswith("Function with 3 parameters (limit 2)")


def test_maintainability_is_for_the_profile_pedantic():
    code = document("def f(a, b, c, d, e, f, g, h): ...\n", "python")
    rules = RuleSet(tuple(RULES.values()))
    assert Engine(rules).check(code).findings == ()
    pedantic = Engine(rules, CheckOptions(profile=Profile.PEDANTIC)).check(code).findings
    assert [finding.rule for finding in pedantic] == ["any/too-many-parameters"]


STATEMENTS = [
    *("if (a) b(); else if (a) c();\n", "x({a: 1, a: 2});\n", "function f() { return 1; g(); }\n", "g();\n", "// x\n"),
    *(
        "export const q = 1;\n",
        "const unused = 1;\n",
        "{ throw e; g(); }\n",
        "\n",
        "function f(a, b, c) {\n  a();\n  b();\n}\n",
    ),
]


@given(
    before=st.lists(st.sampled_from(STATEMENTS), max_size=14),
    inserted=st.lists(st.sampled_from(STATEMENTS), max_size=3),
    places=st.tuples(st.integers(0, 14), st.integers(0, 14)),
)
def test_rules_about_nodes_give_the_same_answer_after_an_edit(before, inserted, places):
    names = [name for name in RULES if RULES[name].languages != ("any",)]
    limits = {name: {"limit": 2} for name in names}
    engine = Engine(
        RuleSet(tuple(RULES[name] for name in names)), CheckOptions(profile=Profile.PEDANTIC, options=limits)
    )
    old = document("".join(before), "javascript")
    start, end = sorted(len("".join(before[:place])) for place in places)
    change = TextChange(Span(start, end), "".join(inserted))
    new = old.changed(change)

    again = engine.recheck(engine.check(old), change, new)

    assert again.findings == engine.check(new).findings


def test_a_rule_about_scopes_speaks_again_when_the_code_parses():
    engine = alone("any/used-before-definition")
    text = "(function () {\n  f({});\n  function g(b) {\n    c(d);\n    const d = b;\n  }\n})();\n"
    place = text.index("{}") + 1
    whole, broken = document(text, "javascript"), document(text.replace("{}", "{{ x }}"), "javascript")
    assert engine.check(broken).findings == ()

    again = engine.recheck(engine.check(broken), TextChange(Span(place, place + 5), ""), whole)
    assert [each.span for each in again.findings] == [each.span for each in engine.check(whole).findings] != []


@pytest.mark.parametrize(("code", "removed"), [("a = 1\na.b\nprint(a.b)\n", "a."), ("print(1 .b)\n", "1 .")])
def test_a_member_is_an_undefined_name_once_it_stands_alone(code, removed):
    engine, old = alone("py/undefined-name"), document(code, "python")
    analysis = engine.check(old)
    assert not analysis.findings
    start = code.rindex(removed)
    change = TextChange(Span(start, start + len(removed)), "")
    new = old.changed(change)
    (finding,) = engine.recheck(analysis, change, new).findings
    assert new.text[finding.span.start : finding.span.end] == "b"
