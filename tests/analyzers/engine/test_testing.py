"""The runner of annotated examples."""

from __future__ import annotations

import pytest

from reread.analyzers.engine import testing
from reread.analyzers.rules import ruleset
from reread.analyzers.rules.examples import marks
from reread.analyzers.rules.locations import PACKS

RULE = """
rules:
  - id: no-foo
    languages: [python]
    severity: WARNING
    message: m
    pattern: foo($X)
    fix: bar($X)
"""


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "no-foo.yaml").write_text(RULE)
    return tmp_path


def run(folder, example, **files):
    (folder / "no-foo.py").write_text(example)
    for name, text in files.items():
        (folder / name.replace("_", "-", 1).replace("__", ".")).write_text(text)
    return testing.run([str(folder)])


def said(result):
    return [str(failure) for failure in result.results[0].failures]


@pytest.mark.parametrize("name", ["py/raise-string", "raise-string", "some.path.raise-string"])
def test_the_marks_of_built_in_rules_may_have_any_of_their_names(name):
    assert marks(f"# ruleid: {name}\nraise 'x'\n", "py/raise-string")[0] == {2}
    assert marks(f"# ruleid: {name}\nraise 'x'\n", "js/raise-string" + "s")[0] == set()


def test_a_rule_that_holds(folder):
    result = run(folder, "# ruleid: no-foo\nfoo(1)\n# ok: no-foo\nbaz(1)\n")

    assert result.passed
    assert result.missing == ()
    [example] = result.results
    assert (example.rule, example.expected, example.silent, example.reported) == ("no-foo", (2,), (4,), (2,))


def test_a_line_that_is_not_reported(folder):
    result = run(folder, "# ruleid: no-foo\nbaz(1)\n")
    assert not result.passed
    assert result.results[0].failures == (testing.Failure("must be reported", 2, "baz(1)"),)
    assert said(result) == ["line 2 must be reported"]


@pytest.mark.parametrize("mark", ["# ok: no-foo\n", "# a remark\n"])
def test_a_line_that_is_reported_without_leave(folder, mark):
    assert said(run(folder, f"{mark}foo(1)\n")) == ["line 2 must not be reported"]


@pytest.mark.parametrize("example", ["# todoruleid: no-foo\nbaz(1)\n", "# todook: no-foo\nfoo(1)\n"])
def test_what_is_still_to_do_is_not_judged(folder, example):
    assert run(folder, example).passed


@pytest.mark.parametrize("mark", ["deepruleid", "proruleid", "ruleid: deepok", "deepok"])
@pytest.mark.parametrize("code", ["foo(1)", "baz(1)"])
def test_what_a_deeper_analysis_says_is_not_judged(folder, mark, code):
    assert run(folder, f"# {mark}: no-foo\n{code}\n").passed


def test_marks_for_several_rules_and_with_a_path_before_the_id():
    text = "# ruleid: a, x.b\n# ok: c\nfoo()\n"
    assert marks(text, "b") == ({3}, set(), set())
    assert marks(text, "c") == (set(), {3}, set())
    assert marks(text, "d") == (set(), set(), set())


def test_a_rule_without_both_kinds_of_examples_is_named(folder):
    assert run(folder, "# ruleid: no-foo\nfoo(1)\n").missing == ("no-foo",)


def test_a_rule_without_example_files_is_named(folder):
    result = testing.run([str(folder)])
    assert (result.results, result.missing) == ((), ("no-foo",))


@pytest.mark.parametrize("name", ["no-foo.session.py", "no-foo.test.py", "no-foo/deep.py", "no-foo.txt"])
def test_examples_are_named_like_the_rule_up_to_a_dot(folder, name):
    (folder / "no-foo").mkdir()
    (folder / name).write_text("# ruleid: no-foo\nfoo(1)\n")
    [result] = testing.run([str(folder)]).results
    assert (result.path, result.reported) == (str(folder / name), (2,))


@pytest.mark.parametrize("name", ["no-food.py", "no-foo.fixed.py", "no-foo.md", "other/no-foo.py"])
def test_other_files_are_no_examples(folder, name):
    (folder / "other").mkdir()
    (folder / name).write_text("foo(1)\n")
    assert testing.run([str(folder)]).results == ()


def test_an_example_of_a_rule_about_text_has_any_ending(tmp_path):
    (tmp_path / "t.yaml").write_text(
        "rules: [{id: t, languages: [generic], severity: INFO, message: m, pattern: secret = $X}]"
    )
    (tmp_path / "t.conf").write_text("# ruleid: t\nsecret = 1\n")
    [result] = testing.run([str(tmp_path)]).results
    assert (result.reported, result.failures) == ((2,), ())


def test_a_fix_that_does_not_help(folder):
    (folder / "no-foo.yaml").write_text(RULE.replace("bar($X)", "foo(2)"))
    result = run(folder, "# ruleid: no-foo\nfoo(1)\n")
    assert "the fix of line 2 does not hold: the finding would still be there" in said(result)


def test_a_fix_that_brings_others(folder):
    (folder / "no-foo.yaml").write_text(RULE.replace("bar($X)", "bar(0, foo(1))"))
    assert "the fixes do not remove all findings that have one" in said(run(folder, "# ruleid: no-foo\nfoo(1)\n"))


def test_a_fix_that_does_not_parse(folder):
    (folder / "no-foo.yaml").write_text(RULE.replace("bar($X)", "bar("))
    result = run(folder, "# ruleid: no-foo\nfoo(1)\n")
    assert "the fix of line 2 does not hold: the code would not parse any more" in said(result)


def test_the_fixed_example_is_compared(folder):
    example = "# ruleid: no-foo\nfoo(1)\n"
    (folder / "no-foo.fixed.py").write_text("# ruleid: no-foo\nbar(1)\n")
    assert run(folder, example).passed
    (folder / "no-foo.fixed.py").write_text("# ruleid: no-foo\nbar(2)\n")
    assert said(run(folder, example)) == ["the fixed example differs from no-foo.fixed.py"]


def test_problems_fail_the_run(folder):
    (folder / "bad.yaml").write_text("rules: 3")
    result = run(folder, "# ruleid: no-foo\nfoo(1)\n")
    assert not result.passed
    assert len(result.problems) == 1


@pytest.mark.parametrize("path", ["python/sql-string-built.yaml", "python"])
def test_a_part_of_the_built_in_rules_has_what_all_of_them_share(path, monkeypatch):
    monkeypatch.setattr(ruleset, "_files", lambda source: ([f"{PACKS}/python/sql-string-built.yaml"], []))
    assert testing.run([f"{PACKS}/{path}"]).passed


def test_what_was_to_do_and_is_done_is_named(folder):
    result = run(folder, "# todoruleid: no-foo\nfoo(1)\n# todook: no-foo\nbaz(1)\n# todoruleid: no-foo\nbaz(2)\n")
    assert result.results[0].done == (2, 4)


@pytest.mark.slow
def test_rules_in_python_run_over_the_examples_of_their_definitions():
    result = testing.run_definitions()
    assert result.passed
    assert {"any/secret-token", "any/hardcoded-credential"} <= {each.rule for each in result.results}
