"""Fingerprints: the same finding keeps its own through edits elsewhere."""

from __future__ import annotations

from reread.analyzers.findings import Finding, Severity, with_fingerprints
from reread.analyzers.text import Document, Span


def prints(text, *words, path="a.py", rule="r"):
    document = Document("u", text)
    spans, start = [], 0
    for word in words:
        start = text.index(word, start)
        spans.append(Span(start, start + len(word)))
        start += len(word)
    findings = [Finding(rule, "m", span, Severity.INFO) for span in reversed(spans)]
    return [finding.fingerprint for finding in with_fingerprints(findings, document, path)]


def test_a_fingerprint_survives_edits_elsewhere_and_other_spacing():
    assert prints("eval(x)", "eval(x)") == prints("import os\n\n\neval(x)\n", "eval(x)")
    assert prints("f(a, b)", "f(a, b)") == prints("f(a,\n  b)", "f(a,\n  b)")


def test_fingerprints_tell_rule_path_and_text_apart():
    one = prints("eval(x)", "eval(x)")
    assert one != prints("eval(y)", "eval(y)")
    assert one != prints("eval(x)", "eval(x)", path="b.py")
    assert one != prints("eval(x)", "eval(x)", rule="s")


def test_equal_text_twice_is_told_apart_by_order():
    first, second = prints("eval(x)\neval(x)\n", "eval(x)", "eval(x)")
    assert first != second
    assert [first] == prints("eval(x)", "eval(x)")


def test_severities_are_ordered():
    assert Severity.ERROR.rank > Severity.WARNING.rank > Severity.INFO.rank > Severity.HINT.rank
