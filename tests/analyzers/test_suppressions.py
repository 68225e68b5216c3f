"""Ignore comments: what they silence, what is said about them, and the edits that write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reread.analyzers.findings import Finding, Severity, Source, Tag
from reread.analyzers.identifiers import names_of
from reread.analyzers.suppression_edits import ignore_edit
from reread.analyzers.suppressions import UNUSED, Scope, apply_suppressions, find, hints_after, hints_in
from reread.analyzers.syntax import parse
from reread.analyzers.text import Document, Span, TextChange, apply


def document(code, language="python"):
    return Document("file:///x", code, language=language)


def finding(code, text="bad", rule="r"):
    start = code.index(text)
    return Finding(rule, "m", Span(start, start + len(text)), Severity.WARNING)


def remaining(code, language="python", text="bad", rule="r", **options):
    """The rules of what is left of one finding at `text`."""
    read = document(code, language)
    found = apply_suppressions([finding(code, text, rule)], find(read, parse(read)), read, **options)
    return [each.rule for each in found]


@pytest.mark.parametrize(
    ("code", "language"),
    [
        ("bad()  # reread: ignore[r]\n", "python"),
        ("bad()  # reread: ignore[other, r] -- why\n", "python"),
        ("bad()  # type: ignore # reread: ignore[r]\n", "python"),
        ("# reread: ignore[r]\nbad()\n", "python"),
        ("# reread: ignore[r] -- why\n\n# more\nbad()\n", "python"),
        ("# reread: ignore-file[r]\na\nb\nbad()\n", "python"),
        ("a\nbad()\n# reread: ignore-file[r]\n", "python"),
        ("bad() // reread: ignore[r]\n", "javascript"),
        ("bad() /* reread: ignore[r] -- why */\n", "javascript"),
        ("/* reread: ignore[r] */\nbad()\n", "go"),
        ("class A { int bad; // reread: ignore[r]\n}", "java"),
        ("bad()  # nosemgrep\n", "python"),
        ("bad()  # nosem\n", "python"),
        ("bad()  # nosemgrep: r\n", "python"),
        ("bad()  # nosemgrep: some.path.r, other\n", "python"),
        ("# nosemgrep: r\nbad()\n", "python"),
        ('bad("""\n\n""")  # reread: ignore[r]\n', "python"),
        ('# reread: ignore[r]\nx = """\nbad\n"""\n', "python"),
        ("# reread: ignore[r]\nx = 1 + \\\n  bad\n", "python"),
        ("bad()  # reread:ignore[ r ]\r\n", "python"),
    ],
)
def test_comments_that_silence(code, language):
    assert remaining(code, language, report_unused=False) == []


@pytest.mark.parametrize(
    "code",
    [
        "bad()  # reread: ignore[other]\n",
        "bad()\n# reread: ignore[r]\n",
        "# reread: ignore[r]\na\nbad()\n",
        "a  # reread: ignore[r]\nbad()\n",
        "bad('# reread: ignore[r]')\n",
        "bad()  # nosemgrep: other\n",
        "bad()  # nosemicolon\n",
        "bad()  # reread: ignored\n",
    ],
)
def test_comments_that_do_not_silence(code):
    assert "r" in remaining(code, report_unused=False)


def test_a_comment_for_everything_silences_and_is_remarked():
    code = "bad()  # reread: ignore\n"
    read = document(code)
    [remark] = apply_suppressions([finding(code)], find(read, parse(read)), read)
    assert (remark.rule, remark.severity, remark.source) == (
        "any/blanket-suppression",
        Severity.INFO,
        Source.SUPPRESSION,
    )
    assert code[remark.span.start : remark.span.end] == "reread: ignore"


@pytest.mark.parametrize(
    ("code", "fixed", "language"),
    [
        ("a()  # reread: ignore[r]\nb\n", "a()\nb\n", "python"),
        ("a()  # reread: ignore[r] -- why\nb\n", "a()\nb\n", "python"),
        ("a\n  # reread: ignore[r]\nb\n", "a\nb\n", "python"),
        ("# reread: ignore-file[r]\r\nb\r\n", "b\r\n", "python"),
        ("a()  # noqa # reread: ignore[r]\n", "a()  # noqa\n", "python"),
        ("a()  # reread: ignore\n", "a()\n", "python"),
        ("a() // reread: ignore[r]\n", "a()\n", "javascript"),
        ("a() /* reread: ignore[r] */\n", "a()\n", "javascript"),
        ("a(/* reread: ignore[r] */ b)\n", "a( b)\n", "javascript"),
    ],
)
def test_an_unused_comment_is_remarked_and_its_fix_removes_it(code, fixed, language):
    read = document(code, language)
    [remark] = apply_suppressions([], find(read, parse(read)), read)
    assert (remark.rule, remark.severity, remark.tags) == ("any/unused-suppression", Severity.HINT, (Tag.UNNECESSARY,))
    assert apply(code, [TextChange(edit.span, edit.text) for edit in remark.fixes[0].edits]) == fixed


def test_the_unused_part_of_a_list_is_removed():
    code = "bad()  # reread: ignore[x, r, y] -- why\n"
    read = document(code)
    [remark] = apply_suppressions([finding(code)], find(read, parse(read)), read)
    assert "`x`, `y`" in remark.message
    changes = [TextChange(edit.span, edit.text) for edit in remark.fixes[0].edits]
    assert apply(code, changes) == "bad()  # reread: ignore[r] -- why\n"


@pytest.mark.parametrize("code", ["a()  # nosemgrep\n", "a()  # nosemgrep: r\n"])
def test_comments_of_others_are_never_called_unused(code):
    read = document(code)
    assert apply_suppressions([], find(read, parse(read)), read) == ()


def test_unused_comments_are_not_remarked_when_that_is_switched_off():
    read = document("a()  # reread: ignore[r]\n")
    assert apply_suppressions([], find(read, parse(read)), read, report_unused=False) == ()


def test_a_comment_for_a_rule_that_did_not_run_is_not_called_unused():
    read = document("a()  # reread: ignore[r]\n")
    assert apply_suppressions([], find(read, parse(read)), read, known={"other"}) == ()


def test_the_id_of_no_rule_is_told_without_a_fix():
    code = "bad()  # reread: ignore[r, x, y] -- why\n"
    read = document(code)
    [remark] = apply_suppressions([finding(code)], find(read, parse(read)), read, exists={"r"}.__contains__)
    assert remark.message == "There is no rule `x` or `y` here, so nothing is ignored by that name"
    assert (remark.rule, remark.severity, remark.fixes) == ("any/unused-suppression", Severity.INFO, ())


def test_comments_of_others_may_name_rules_that_are_not_here():
    read = document("bad()  # nosemgrep: x\n")
    assert apply_suppressions([], find(read, parse(read)), read, exists={"r"}.__contains__) == ()


@pytest.mark.parametrize("name", ["go/sql-injection", "sql-injection"])
def test_a_rule_may_be_named_in_full_and_in_short(name):
    code = f"bad()  # reread: ignore[{name}]\n"
    known = names_of(["go/sql-injection"])
    assert remaining(code, rule="go/sql-injection", known=known) == []


@pytest.mark.parametrize("name", ["js/sql-injection", "injection", "go-sql-string-built", "go/"])
def test_other_names_silence_nothing(name):
    assert remaining(f"bad()  # reread: ignore[{name}]\n", rule="go/sql-injection", known=()) == ["go/sql-injection"]


@pytest.mark.parametrize("name", ["go/sql-injection", "sql-injection"])
def test_a_comment_that_silences_nothing_is_unused_by_whatever_name(name):
    read = document(f"a()  # reread: ignore[{name}]\n")
    [remark] = apply_suppressions([], find(read, parse(read)), read, known=names_of(["go/sql-injection"]))
    assert (remark.rule, remark.message) == (
        UNUSED,
        f"Nothing here is reported by `{name}`, so it need not be ignored",
    )


def test_remarks_can_be_silenced_too():
    read = document("a()  # reread: ignore[r, any/unused-suppression]\n")
    assert apply_suppressions([], find(read, parse(read)), read, known={"r"}) == ()


def test_without_a_parser_a_comment_is_known_by_its_mark_and_must_name_rules():
    read = document("x: 1  # reread: ignore[r]\nreread: ignore[r]\n# reread: ignore\n", "")
    [found] = find(read, parse(read))
    assert (found.rules, found.lines) == (("r",), range(1))


def edited(code, language="python", text="bad", rule="r", scope=Scope.LINE):
    read = document(code, language)
    edit = ignore_edit(read, parse(read), finding(code, text, rule), scope)
    return None if edit is None else apply(code, [TextChange(edit.span, edit.text)])


@pytest.mark.parametrize(
    ("code", "expected", "language"),
    [
        ("  bad()\nb\n", "  bad()  # reread: ignore[r]\nb\n", "python"),
        ("bad()", "bad()  # reread: ignore[r]", "python"),
        ("bad()   \r\nb", "bad()  # reread: ignore[r]\r\nb", "python"),
        ("bad()  # why\n", "bad()  # why  # reread: ignore[r]\n", "python"),
        ("bad()  # reread: ignore[x]\n", "bad()  # reread: ignore[x, r]\n", "python"),
        ("# reread: ignore[x] -- why\nbad()\n", "# reread: ignore[x, r] -- why\nbad()\n", "python"),
        ("bad();\n", "bad(); // reread: ignore[r]\n", "javascript"),
        ('def f():\n  x = bad("""\n  """)\n', 'def f():\n  # reread: ignore[r]\n  x = bad("""\n  """)\n', "python"),
        ('x = """\n  bad\n"""\n', '# reread: ignore[r]\nx = """\n  bad\n"""\n', "python"),
        ("x = bad + \\\n  1\n", "# reread: ignore[r]\nx = bad + \\\n  1\n", "python"),
        ("x = `\n${bad}\n`;\r\n", "// reread: ignore[r]\nx = `\n${bad}\n`;\r\n", "javascript"),
    ],
)
def test_ignoring_a_line(code, expected, language):
    assert edited(code, language) == expected


@pytest.mark.parametrize(
    ("code", "expected", "language"),
    [
        ("a\nbad()\n", "# reread: ignore-file[r]\na\nbad()\n", "python"),
        (
            "#!/bin/python\n# coding: utf-8\nbad\n",
            "#!/bin/python\n# coding: utf-8\n# reread: ignore-file[r]\nbad\n",
            "python",
        ),
        ("\ufeffbad()\n", "\ufeff# reread: ignore-file[r]\nbad()\n", "python"),
        ("# reread: ignore-file[x]\r\nbad()\r\n", "# reread: ignore-file[x, r]\r\nbad()\r\n", "python"),
        ("package bad\r\n", "// reread: ignore-file[r]\r\npackage bad\r\n", "go"),
    ],
)
def test_ignoring_a_rule_in_a_file(code, expected, language):
    assert edited(code, language, scope=Scope.FILE) == expected


def test_what_is_ignored_already_needs_no_edit():
    assert edited("bad()  # reread: ignore[r]\n") is None
    assert edited("bad()  # reread: ignore\n") is None
    assert edited("bad()", "cobol") is None


@pytest.mark.parametrize("scope", list(Scope))
@pytest.mark.parametrize(
    ("code", "language"),
    [
        ("def f():\n    return bad(1)\n", "python"),
        ('x = f"""\n{bad}\n"""\n', "python"),
        ("x = bad \\\n  + 1\n", "python"),
        ("function f() { return bad }", "javascript"),
        ("let x = <p>\n  <b a={bad}>\n  text</b>\n</p>;\n", "tsx"),
        ("x = `a\n${bad}\nc`", "typescript"),
        ("package p\nvar x = `a\n` + bad\n", "go"),
        ("class A { int bad = 1; }\n", "java"),
        ("\ufeffbad()\n", "python"),
        ("bad()", "python"),
    ],
)
def test_the_comment_that_an_edit_writes_silences_the_finding(code, language, scope):
    changed = edited(code, language, scope=scope)
    assert remaining(changed, language) == []
    assert not parse(document(changed, language)).has_errors


@given(
    st.lists(st.sampled_from(["reread:", "nosem", "re", "read:", "no", "sem", "\n", "é"])).map("".join),
    st.lists(st.sampled_from(["reread:", "nosem", "re", "ad:", "s", "\n", ""])).map("".join),
    st.data(),
)
def test_where_comments_may_be_is_known_after_an_edit(before, inserted, data):
    start = data.draw(st.integers(0, len(before)))
    change = TextChange(Span(start, data.draw(st.integers(start, len(before)))), inserted)
    after = apply(before, [change])
    assert hints_after(hints_in(before), change, after) == hints_in(after)
