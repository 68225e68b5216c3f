from __future__ import annotations

import re

import pytest

from reread.analyzers.findings import Applicability, Edit, Finding, Fix, Severity
from reread.analyzers.fixes import Rejected, Verified, apply_fix, fix_all, verify
from reread.analyzers.text import Document, Span

SAFE = Applicability.SAFE


def document(text: str) -> Document:
    return Document("file:///a.py", text, language="python", version=3)


def replace(doc: Document, old: str, new: str, applicability: Applicability = SAFE, generated: bool = False) -> Fix:
    start = doc.text.index(old)
    return Fix("replace", (Edit(Span(start, start + len(old)), new),), applicability, generated)


def numbers(doc: Document) -> list[Finding]:
    """A rule for the tests: every number above 1 is wrong by one."""
    found = []
    for match in re.finditer(r"\d+", doc.text):
        if int(match[0]) > 1:
            span = Span(*match.span())
            fix = Fix("lower it", (Edit(span, str(int(match[0]) - 1)),), SAFE)
            found.append(Finding("too-high", "too high", span, Severity.WARNING, fixes=(fix,)))
    return found


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("    b()", "      b()"),
        ("    b()", "\tb()"),
        ("def f():\n", ""),
        ("x = 1", " x = 1"),
        ("    b()\n", "  b()\n"),
    ],
)
def test_a_fix_indents_no_statement_otherwise_than_those_beside_it(old, new):
    doc = document("\ufeffx = 1\n\n\ndef f():\n    a()\n    b()\n")
    assert verify(doc, replace(doc, old, new)) == Rejected("the code would not parse any more")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("    b()", "    b(\n  1)"),
        ("    b()", "    b(); c()"),
        ("    b()", "    if b: c()\n    else:\n     d()"),
        ("    a()", "  # a remark\n    a()"),
        ("    a()\n    b()", "  a()\n  b()"),
        ("    b()", "    class C:\n\t\tx = 1"),
    ],
)
def test_a_fix_may_indent_as_the_language_allows(old, new):
    doc = document("\ufeffx = 1\r\n\r\n\r\ndef f():\n    a()\n    b()\n")
    assert isinstance(verify(doc, replace(doc, old, new)), Verified)


def test_a_fix_is_applied_to_a_new_document():
    doc = document("x = 1\n")
    fixed = apply_fix(doc, replace(doc, "1", "2"))
    assert (fixed.text, fixed.uri, fixed.language, doc.text) == ("x = 2\n", doc.uri, "python", "x = 1\n")


def test_several_edits_are_applied_at_once():
    fix = Fix("", (Edit(Span(4, 5), "b"), Edit(Span(0, 1), "a")))
    assert apply_fix(document("x = 1"), fix).text == "a = b"


@pytest.mark.parametrize(
    "edits",
    [
        (Edit(Span(0, 3), "a"), Edit(Span(2, 4), "b")),
        (Edit(Span(0, 2), "a"), Edit(Span(0, 2), "b")),
        (Edit(Span(2, 2), "a"), Edit(Span(2, 2), "b")),
        (Edit(Span(0, 99), "a"),),
        (Edit(Span(3, 1), "a"),),
        (Edit(Span(-3, 1), "a"),),
        (Edit(Span(0, 1), "a", "file:///b.py"),),
    ],
)
def test_edits_that_do_not_fit_are_an_error_and_never_verified(edits):
    doc = document("x = 1")
    with pytest.raises(ValueError, match=r"overlap|outside|same place|another file"):
        apply_fix(doc, Fix("", edits))
    assert isinstance(verify(doc, Fix("", edits)), Rejected)


def test_a_fix_that_keeps_the_code_parsing_is_verified():
    doc = document("x = 1\n")
    verdict = verify(doc, replace(doc, "1", "2"))
    assert isinstance(verdict, Verified)
    assert verdict.document.text == "x = 2\n"


def test_a_fix_that_breaks_the_syntax_is_rejected():
    doc = document("x = f(1)\n")
    assert verify(doc, replace(doc, "(1)", "(1")) == Rejected("the code would not parse any more")


@pytest.mark.parametrize("code", ["if a:\n    b()\n", "def f():\n    # why\n    b()\nc()\n"])
def test_a_fix_that_leaves_a_block_of_python_empty_is_rejected(code):
    doc = document(code)
    assert verify(doc, replace(doc, "    b()\n", "")) == Rejected("the code would not parse any more")


def test_a_fix_of_broken_code_may_leave_it_as_broken_as_it_was():
    doc = document("def (:\n\nx = 1\n")
    assert isinstance(verify(doc, replace(doc, "1", "2")), Verified)


def test_a_fix_that_changes_nothing_is_rejected():
    doc = document("x = 1\n")
    assert verify(doc, replace(doc, "1", "1")) == Rejected("the fix changes nothing")


def test_the_finding_must_be_gone():
    doc = document("x = 5\n")
    [finding] = numbers(doc)
    assert isinstance(verify(doc, replace(doc, "5", "1"), check=numbers, finding=finding), Verified)
    verdict = verify(doc, replace(doc, "5", "4"), check=numbers, finding=finding)
    assert verdict == Rejected("the finding would still be there")


def test_a_fix_elsewhere_does_not_make_the_finding_go():
    doc = document("x = 5\ny = 1\n")
    [finding] = numbers(doc)
    verdict = verify(doc, replace(doc, "y = 1", "y = 0"), check=numbers, finding=finding)
    assert verdict == Rejected("the finding would still be there")


def test_a_new_finding_is_not_brought_in():
    doc = document("x = 5\ny = 1\n")
    finding = Finding("other", "", Span(0, 1), Severity.WARNING)
    verdict = verify(doc, replace(doc, "y = 1", "y = 7"), check=numbers, finding=finding)
    assert verdict == Rejected("it would bring a new finding: too-high")


def test_findings_elsewhere_may_stay_where_the_fix_moves_them():
    doc = document("x = 5\ny = 7\n")
    [first, _] = numbers(doc)
    fix = Fix("", (Edit(first.span, "1"), Edit(Span(0, 0), "# moved\n")))
    assert isinstance(verify(doc, fix, check=numbers, finding=first), Verified)


def test_fix_all_goes_on_until_nothing_is_left():
    fixed = fix_all(document("x = 3\ny = 2\n"), numbers(document("x = 3\ny = 2\n")), numbers)
    assert fixed.document.text == "x = 1\ny = 1\n"
    assert len(fixed.applied) == 3
    assert fixed.remaining == ()


def test_fix_all_ends_when_fixes_would_go_on_for_ever():
    def swing(doc: Document) -> list[Finding]:
        other = "b" if doc.text == "a" else "a"
        return [Finding("swing", "", Span(0, 1), Severity.INFO, fixes=(Fix("", (Edit(Span(0, 1), other),), SAFE),))]

    fixed = fix_all(document("a"), swing(document("a")), swing)
    assert fixed.document.text in ("a", "b")
    assert len(fixed.applied) == 2


def test_fix_all_is_bounded():
    fixed = fix_all(document("x = 99"), numbers(document("x = 99")), numbers)
    assert len(fixed.applied) == 10


def test_fix_all_without_a_check_is_one_round():
    doc = document("x = 3\n")
    fixed = fix_all(doc, numbers(doc))
    assert (fixed.document.text, fixed.remaining) == ("x = 2\n", ())


@pytest.mark.parametrize(
    ("applicability", "generated"), [(Applicability.UNSAFE, False), (Applicability.DISPLAY_ONLY, False), (SAFE, True)]
)
def test_fix_all_leaves_unsafe_and_generated_fixes_alone(applicability, generated):
    doc = document("x = 1\n")
    fix = replace(doc, "1", "2", applicability, generated)
    finding = Finding("rule", "", Span(4, 5), Severity.WARNING, fixes=(fix,))
    fixed = fix_all(doc, [finding])
    assert (fixed.document, fixed.applied, fixed.remaining) == (doc, (), (finding,))


def test_fix_all_applies_overlapping_fixes_one_after_the_other():
    def longer(doc: Document) -> list[Finding]:
        found = []
        for match in re.finditer(r"(?=aa)", doc.text):
            span = Span(match.start(), match.start() + 2)
            found.append(Finding("aa", "", span, Severity.INFO, fixes=(Fix("", (Edit(span, "b"),), SAFE),)))
        return found

    assert fix_all(document("aaaa"), longer(document("aaaa")), longer).document.text == "bb"


def test_fix_all_leaves_out_a_fix_that_breaks_the_syntax():
    doc = document("x = f(1)\n")
    finding = Finding("rule", "", Span(4, 5), Severity.WARNING, fixes=(replace(doc, "(1)", "(1"),))
    assert fix_all(doc, [finding]).applied == ()


def test_two_findings_with_the_same_edit_are_fixed_by_it_once():
    doc = document("import a\nx = 1\n")
    fix = replace(doc, "import a\n", "")
    findings = [Finding(name, "", Span(0, 8), Severity.INFO, fixes=(fix,)) for name in ("one", "two")]
    fixed = fix_all(doc, findings)
    assert fixed.document.text == "x = 1\n"
    assert len(fixed.applied) == 2
