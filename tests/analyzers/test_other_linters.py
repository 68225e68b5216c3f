"""What other linters were set to accept is not reported again."""

from __future__ import annotations

import pytest

from reread.analyzers.engine.engine import Engine
from reread.analyzers.findings import Finding, Severity
from reread.analyzers.other_linters import is_accepted
from reread.analyzers.rules.check_options import CheckOptions
from reread.analyzers.rules.other_linter_ids import IDS, OF_PARAMETERS
from reread.analyzers.rules.profiles import Profile
from reread.analyzers.rules.ruleset import load
from reread.analyzers.syntax import parse
from reread.analyzers.text import Document, Span, TextChange


def is_accepted_in(code: str, language: str, rule: str = "any/security", security: bool = True) -> bool:
    """Whether a finding is accepted that begins at `bad`, and ends with its call where it is one."""
    document = Document("file:///x", code, language=language)
    start = code.index("bad")
    end = code.index(")", start) + 1 if ")" in code[start:] else start + 3
    found = Finding(rule, "m", Span(start, end), Severity.WARNING)
    return is_accepted(found, document, parse(document), security=security)


@pytest.mark.parametrize(
    ("expected", "language", "code"),
    [
        (True, "python", "bad()  # nosec\n"),
        (True, "python", "bad()  # nosec B602, B607\n"),
        (True, "python", "bad()  # noqa: S602 shell by design\n"),
        (True, "python", "bad()  # noqa: E501, S324\n"),
        (True, "python", "bad()  # pylint: disable=eval-used\n"),
        (True, "python", "bad(\n    1,\n    shell=True,  # noqa: S602\n)\n"),
        (True, "python", "# pylint: disable=exec-used\n# Written by ourselves.\nbad()\n"),
        (True, "python", "# pylint: disable=exec-used\nx()\nbad()\n"),
        (True, "python", "# ruff: noqa: S310, S602\nx()\nbad()\n"),
        (True, "javascript", "/* eslint-disable security/detect-child-process */\nx()\nbad()\n"),
        (True, "go", "package a\n\n//nolint:gosec\nfunc f() {\n\tx()\n\tbad()\n}\n"),
        (True, "python", "bad()  # ruff:ignore[suspicious-url-open-usage]  # checked above\n"),
        (True, "python", "bad()  # ruff: ignore[line-too-long, S310]\n"),
        (True, "python", "bad()  # pragma: allowlist secret\n"),
        (True, "go", "bad() // #nosec G204\n"),
        (True, "go", "bad() //nolint:errcheck,gosec // why\n"),
        (True, "java", "class A { int x = bad(); // NOSONAR\n}"),
        (True, "javascript", "bad() // eslint-disable-line no-eval\n"),
        (True, "javascript", "// eslint-disable-next-line security/detect-child-process\nbad()\n"),
        (True, "typescript", "/* eslint-disable-next-line react/no-danger */\nbad()\n"),
        (True, "toml", "bad # gitleaks:allow\n"),
        (False, "python", "bad()  # noqa\n"),
        (False, "python", "bad()  # noqa: E501\n"),
        (False, "python", "bad()  # noqa: SIM102\n"),
        (False, "python", "bad('# nosec')\n"),
        (False, "python", "# nosec\nbad()\n"),
        (False, "python", "bad()\nx()  # nosec\n"),
        (False, "python", "bad()  # pylint: disable=line-too-long\n"),
        (False, "python", "x()  # pylint: disable=exec-used\nbad()\n"),
        (False, "python", "def f():\n    # pylint: disable=exec-used\n    x()\ndef g():\n    bad()\n"),
        (False, "python", "bad()  # ruff:ignore[line-too-long]\n"),
        (False, "go", "bad() //nolint:errcheck\n"),
        (False, "javascript", "bad() // eslint-disable-line no-console\n"),
        (False, "javascript", "// eslint-disable-next-line no-eval\nx()\nbad()\n"),
    ],
)
def test_what_comments_about_security_accept(expected, language, code):
    assert is_accepted_in(code, language) is expected


@pytest.fixture(scope="module")
def rules():
    return load()


@pytest.fixture(scope="module")
def engine(rules):
    return Engine(rules, CheckOptions(profile=Profile.STANDARD))


def rules_of(analysis):
    return [finding.rule for finding in analysis.findings]


def test_only_findings_about_security_are_accepted_by_such_comments(engine):
    code = "def f(a=[]):\n    a.append(1)  # nosec\n    return eval(input())  # nosec\n"
    found = rules_of(engine.check(Document("file:///x", code, language="python"), "x.py"))
    assert found == ["py/mutable-default", "py/mutable-default-modified"]


def test_the_finding_is_back_when_the_comment_goes(engine):
    before = Document("file:///x", "from flask import request\nprint(eval(request.data))  # nosec\n", language="python")
    first = engine.check(before, "x.py")
    change = TextChange(Span(before.text.index("  #"), len(before.text) - 1), "")
    after = engine.recheck(first, change, before.changed(change))
    assert (rules_of(first), rules_of(after)) == ([], ["py/code-injection"])


@pytest.mark.parametrize(
    ("rule", "expected", "language", "code"),
    [
        ("py/mutable-default", True, "python", "def f(bad=[]):  # noqa: B006\n    pass\n"),
        ("py/mutable-default-modified", True, "python", "def f(\n    a=[],  # noqa: B006\n):\n    x = 1\n    bad(a)\n"),
        ("py/mutable-default", True, "python", "def f(bad=[]):  # pylint: disable=dangerous-default-value\n    pass\n"),
        ("js/empty-catch", True, "javascript", "try { a() } catch { bad } // eslint-disable-line no-empty\n"),
        (
            "js/async-promise-executor",
            True,
            "javascript",
            "// eslint-disable-next-line no-async-promise-executor\nbad()\n",
        ),
        (
            "js/floating-promise",
            True,
            "typescript",
            "/* eslint-disable-next-line @typescript-eslint/no-floating-promises */\nbad()\n",
        ),
        ("go/non-canonical-header-key", True, "go", "//lint:ignore SA1008 as the server wants it\nbad()\n"),
        ("go/non-canonical-header-key", True, "go", "bad() //nolint:staticcheck\n"),
        ("go/unchecked-error", True, "go", "bad() //nolint:gosec,errcheck // closed anyway\n"),
        ("js/empty-catch", True, "javascript", "bad() // NOSONAR\n"),
        ("py/mutable-default", False, "python", "def f(bad=[]):  # noqa: B008\n    pass\n"),
        ("py/mutable-default", False, "python", "def f(bad=[]):  # noqa\n    pass\n"),
        (
            "py/mutable-default-modified",
            False,
            "python",
            "def g(a=[]):  # noqa: B006\n    pass\ndef f(a=[]):\n    bad(a)\n",
        ),
        ("js/empty-catch", False, "javascript", "bad() // eslint-disable-line no-empty-function\n"),
        ("js/empty-catch", False, "javascript", "x() // eslint-disable-line no-empty\nbad()\n"),
        ("go/non-canonical-header-key", False, "go", "//lint:ignore SA1009 why\nbad()\n"),
        ("go/unchecked-error", False, "go", "bad() //nolint:staticcheck\n"),
        ("js/no-such-rule", False, "javascript", "bad() // NOSONAR\n"),
        # What covers more than a line
        ("js/empty-catch", True, "javascript", "/* eslint-disable no-empty, eqeqeq -- why */\nx()\nbad()\n"),
        ("js/empty-catch", True, "javascript", "/* eslint-disable */\nbad()\n"),
        ("js/no-such-rule", False, "javascript", "/* eslint-disable */\nbad()\n"),
        ("js/empty-catch", False, "javascript", "/* eslint-disable no-empty */\n/* eslint-enable */\nbad()\n"),
        ("js/empty-catch", True, "javascript", "/* eslint-disable */\n/* eslint-enable eqeqeq */\nbad()\n"),
        ("js/empty-catch", False, "javascript", "/* eslint-disable eqeqeq */\nbad()\n"),
        ("js/empty-catch", False, "javascript", "bad()\n/* eslint-disable no-empty */\n"),
        ("js/empty-catch", False, "javascript", "s = '/* eslint-disable */'\nbad()\n"),
        ("py/mutable-default", True, "python", "# ruff: noqa: B006\ndef f(bad=[]):\n    pass\n"),
        ("py/mutable-default", True, "python", "# flake8: noqa\ndef f(bad=[]):\n    pass\n"),
        ("py/mutable-default", False, "python", "# ruff: noqa: B008\ndef f(bad=[]):\n    pass\n"),
        ("py/unreachable-code", False, "python", "# flake8: noqa\nbad()\n"),
        ("py/mutable-default", False, "python", "def f(bad=[]):  # type: ignore\n    pass\n"),
        ("py/unreachable-code", True, "python", "def f():\n    # pylint: disable=unreachable\n    x()\n    bad()\n"),
        (
            "py/unreachable-code",
            False,
            "python",
            "# pylint: disable=unreachable\n# pylint: enable=unreachable\nbad()\n",
        ),
        ("go/unchecked-error", True, "go", "package a\n\n//nolint:errcheck\nfunc f() {\n\tbad()\n}\n"),
        ("go/unchecked-error", True, "go", "package a\n\n// F does.\n//nolint\nfunc f() {\n\tbad()\n}\n"),
        ("go/no-such-rule", False, "go", "package a\n\n//nolint\nfunc f() {\n\tbad()\n}\n"),
        ("go/unchecked-error", False, "go", "package a\n\n//nolint:govet\nfunc f() {\n\tbad()\n}\n"),
        ("java/empty-catch", True, "java", '@SuppressWarnings("EmptyCatch")\nclass A { int x = bad(); }'),
        (
            "java/empty-catch",
            True,
            "java",
            'class A { @SuppressWarnings({"unused", "java:S108"}) void f() { bad(); } }',
        ),
        ("java/empty-catch", True, "java", 'class A { void f() { @SuppressWarnings("EmptyCatch") int x = bad(); } }'),
        ("java/empty-catch", True, "java", 'class A { @SuppressWarnings("all") int x = bad(); }'),
        ("java/no-such-rule", False, "java", 'class A { @SuppressWarnings("all") int x = bad(); }'),
        ("java/empty-catch", False, "java", 'class A { @SuppressWarnings("unused") int x = bad(); }'),
        (
            "java/path-traversal",
            True,
            "java",
            'class A { @SuppressFBWarnings(value = {"PATH_TRAVERSAL_IN"}, justification = "own") int x = bad(); }',
        ),
        (
            "java/path-traversal",
            False,
            "java",
            'class A { @SuppressFBWarnings(value = "X_Y", justification = "PATH_TRAVERSAL_IN") int x = bad(); }',
        ),
        ("java/path-traversal", True, "java", "class A { @SuppressFBWarnings int x = bad(); }"),
        ("java/duplicate-condition", False, "java", "class A { @SuppressFBWarnings int x = bad(); }"),
    ],
)
def test_what_the_name_of_a_rule_accepts(rule, expected, language, code):
    assert is_accepted_in(code, language, rule, security=False) is expected


@pytest.mark.parametrize(
    ("comment", "expected"),
    [("nosec", True), ("nosec B602", True), ("nosec B608, B602", True), ("nosec B608", False), ("noqa: S324", False)],
)
def test_a_number_accepts_only_its_own_weakness(comment, expected):
    assert is_accepted_in(f"bad()  # {comment}\n", "python", "py/command-injection") is expected


def test_the_names_are_those_of_rules(rules):
    assert {*IDS, *OF_PARAMETERS} <= {rule.id for rule in rules.rules}


def test_of_several_statements_only_a_comment_at_the_first_is_about_them():
    def is_accepted_from_bad_to_end(code: str) -> bool:
        document = Document("file:///x", code, language="go")
        found = Finding("any/security", "m", Span(code.index("bad"), code.index("end()") + 5), Severity.WARNING)
        return is_accepted(found, document, parse(document))

    code = "package a\n\nfunc f() {\n\tbad(\n\t\t1)\n\tx()\n\tend()\n}\n"
    assert is_accepted_from_bad_to_end(code.replace("1)", "1) // #nosec"))
    assert not is_accepted_from_bad_to_end(code.replace("x()", "x() // #nosec"))
    assert not is_accepted_from_bad_to_end(code.replace("end()", "end() // #nosec"))
    assert not is_accepted_from_bad_to_end(code)
