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


def accepted(code, language="python"):
    document = Document("file:///x", code, language=language)
    start = code.index("bad")
    end = code.index(")", start) + 1 if ")" in code[start:] else start + 3
    found = Finding("r", "m", Span(start, end), Severity.WARNING)
    return is_accepted(found, document, parse(document))


@pytest.mark.parametrize(
    ("code", "language"),
    [
        ("bad()  # nosec\n", "python"),
        ("bad()  # nosec B602, B607\n", "python"),
        ("bad()  # noqa: S602 shell by design\n", "python"),
        ("bad()  # noqa: E501, S324\n", "python"),
        ("bad()  # pylint: disable=eval-used\n", "python"),
        ("bad(\n    1,\n    shell=True,  # noqa: S602\n)\n", "python"),
        ("# pylint: disable=exec-used\n# Written by ourselves.\nbad()\n", "python"),
        ("# pylint: disable=exec-used\nx()\nbad()\n", "python"),
        ("# ruff: noqa: S310, S602\nx()\nbad()\n", "python"),
        ("/* eslint-disable security/detect-child-process */\nx()\nbad()\n", "javascript"),
        ("package a\n\n//nolint:gosec\nfunc f() {\n\tx()\n\tbad()\n}\n", "go"),
        ("bad()  # ruff:ignore[suspicious-url-open-usage]  # checked above\n", "python"),
        ("bad()  # ruff: ignore[line-too-long, S310]\n", "python"),
        ("bad()  # pragma: allowlist secret\n", "python"),
        ("bad() // #nosec G204\n", "go"),
        ("bad() //nolint:errcheck,gosec // why\n", "go"),
        ("class A { int x = bad(); // NOSONAR\n}", "java"),
        ("bad() // eslint-disable-line no-eval\n", "javascript"),
        ("// eslint-disable-next-line security/detect-child-process\nbad()\n", "javascript"),
        ("/* eslint-disable-next-line react/no-danger */\nbad()\n", "typescript"),
        ("bad # gitleaks:allow\n", "toml"),
    ],
)
def test_accepted_by_another_linter(code, language):
    assert accepted(code, language)


@pytest.mark.parametrize(
    ("code", "language"),
    [
        ("bad()  # noqa\n", "python"),
        ("bad()  # noqa: E501\n", "python"),
        ("bad()  # noqa: SIM102\n", "python"),
        ("bad('# nosec')\n", "python"),
        ("# nosec\nbad()\n", "python"),
        ("bad()\nx()  # nosec\n", "python"),
        ("bad()  # pylint: disable=line-too-long\n", "python"),
        ("x()  # pylint: disable=exec-used\nbad()\n", "python"),
        ("def f():\n    # pylint: disable=exec-used\n    x()\ndef g():\n    bad()\n", "python"),
        ("bad()  # ruff:ignore[line-too-long]\n", "python"),
        ("bad() //nolint:errcheck\n", "go"),
        ("bad() // eslint-disable-line no-console\n", "javascript"),
        ("// eslint-disable-next-line no-eval\nx()\nbad()\n", "javascript"),
    ],
)
def test_not_accepted_by_what_says_nothing_of_security(code, language):
    assert not accepted(code, language)


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


def named(rule, code, language):
    document = Document("file:///x", code, language=language)
    start = code.index("bad")
    found = Finding(rule, "m", Span(start, start + 3), Severity.WARNING)
    return is_accepted(found, document, parse(document), security=False)


@pytest.mark.parametrize(
    ("rule", "code", "language"),
    [
        ("py/mutable-default", "def f(bad=[]):  # noqa: B006\n    pass\n", "python"),
        ("py/mutable-default-modified", "def f(\n    a=[],  # noqa: B006\n):\n    x = 1\n    bad(a)\n", "python"),
        ("py/mutable-default", "def f(bad=[]):  # pylint: disable=dangerous-default-value\n    pass\n", "python"),
        ("js/empty-catch", "try { a() } catch { bad } // eslint-disable-line no-empty\n", "javascript"),
        ("js/async-promise-executor", "// eslint-disable-next-line no-async-promise-executor\nbad()\n", "javascript"),
        (
            "js/floating-promise",
            "/* eslint-disable-next-line @typescript-eslint/no-floating-promises */\nbad()\n",
            "typescript",
        ),
        ("go/non-canonical-header-key", "//lint:ignore SA1008 as the server wants it\nbad()\n", "go"),
        ("go/non-canonical-header-key", "bad() //nolint:staticcheck\n", "go"),
        ("go/unchecked-error", "bad() //nolint:gosec,errcheck // closed anyway\n", "go"),
        ("js/empty-catch", "bad() // NOSONAR\n", "javascript"),
    ],
)
def test_accepted_by_the_name_of_the_same_rule(rule, code, language):
    assert named(rule, code, language)


@pytest.mark.parametrize(
    ("rule", "code", "language"),
    [
        ("py/mutable-default", "def f(bad=[]):  # noqa: B008\n    pass\n", "python"),
        ("py/mutable-default", "def f(bad=[]):  # noqa\n    pass\n", "python"),
        ("py/mutable-default-modified", "def g(a=[]):  # noqa: B006\n    pass\ndef f(a=[]):\n    bad(a)\n", "python"),
        ("js/empty-catch", "bad() // eslint-disable-line no-empty-function\n", "javascript"),
        ("js/empty-catch", "x() // eslint-disable-line no-empty\nbad()\n", "javascript"),
        ("go/non-canonical-header-key", "//lint:ignore SA1009 why\nbad()\n", "go"),
        ("go/unchecked-error", "bad() //nolint:staticcheck\n", "go"),
        ("js/no-such-rule", "bad() // NOSONAR\n", "javascript"),
    ],
)
def test_not_accepted_by_the_name_of_another(rule, code, language):
    assert not named(rule, code, language)


@pytest.mark.parametrize(
    ("rule", "code", "language", "is_accepted_there"),
    [
        ("js/empty-catch", "/* eslint-disable no-empty, eqeqeq -- why */\nx()\nbad()\n", "javascript", True),
        ("js/empty-catch", "/* eslint-disable */\nbad()\n", "javascript", True),
        ("js/no-such-rule", "/* eslint-disable */\nbad()\n", "javascript", False),
        ("js/empty-catch", "/* eslint-disable no-empty */\n/* eslint-enable */\nbad()\n", "javascript", False),
        ("js/empty-catch", "/* eslint-disable */\n/* eslint-enable eqeqeq */\nbad()\n", "javascript", True),
        ("js/empty-catch", "/* eslint-disable eqeqeq */\nbad()\n", "javascript", False),
        ("js/empty-catch", "bad()\n/* eslint-disable no-empty */\n", "javascript", False),
        ("js/empty-catch", "s = '/* eslint-disable */'\nbad()\n", "javascript", False),
        ("py/mutable-default", "# ruff: noqa: B006\ndef f(bad=[]):\n    pass\n", "python", True),
        ("py/mutable-default", "# flake8: noqa\ndef f(bad=[]):\n    pass\n", "python", True),
        ("py/mutable-default", "# ruff: noqa: B008\ndef f(bad=[]):\n    pass\n", "python", False),
        ("py/unreachable-code", "# flake8: noqa\nbad()\n", "python", False),
        ("py/mutable-default", "def f(bad=[]):  # type: ignore\n    pass\n", "python", False),
        ("py/unreachable-code", "def f():\n    # pylint: disable=unreachable\n    x()\n    bad()\n", "python", True),
        (
            "py/unreachable-code",
            "# pylint: disable=unreachable\n# pylint: enable=unreachable\nbad()\n",
            "python",
            False,
        ),
        ("go/unchecked-error", "package a\n\n//nolint:errcheck\nfunc f() {\n\tbad()\n}\n", "go", True),
        ("go/unchecked-error", "package a\n\n// F does.\n//nolint\nfunc f() {\n\tbad()\n}\n", "go", True),
        ("go/no-such-rule", "package a\n\n//nolint\nfunc f() {\n\tbad()\n}\n", "go", False),
        ("go/unchecked-error", "package a\n\n//nolint:govet\nfunc f() {\n\tbad()\n}\n", "go", False),
        ("java/empty-catch", '@SuppressWarnings("EmptyCatch")\nclass A { int x = bad(); }', "java", True),
        (
            "java/empty-catch",
            'class A { @SuppressWarnings({"unused", "java:S108"}) void f() { bad(); } }',
            "java",
            True,
        ),
        ("java/empty-catch", 'class A { void f() { @SuppressWarnings("EmptyCatch") int x = bad(); } }', "java", True),
        ("java/empty-catch", 'class A { @SuppressWarnings("all") int x = bad(); }', "java", True),
        ("java/no-such-rule", 'class A { @SuppressWarnings("all") int x = bad(); }', "java", False),
        ("java/empty-catch", 'class A { @SuppressWarnings("unused") int x = bad(); }', "java", False),
        (
            "java/path-traversal",
            'class A { @SuppressFBWarnings(value = {"PATH_TRAVERSAL_IN"}, justification = "own") int x = bad(); }',
            "java",
            True,
        ),
        (
            "java/path-traversal",
            'class A { @SuppressFBWarnings(value = "X_Y", justification = "PATH_TRAVERSAL_IN") int x = bad(); }',
            "java",
            False,
        ),
        ("java/path-traversal", "class A { @SuppressFBWarnings int x = bad(); }", "java", True),
        ("java/duplicate-condition", "class A { @SuppressFBWarnings int x = bad(); }", "java", False),
    ],
)
def test_what_covers_more_than_a_line_holds_where_it_says(rule, code, language, is_accepted_there):
    assert named(rule, code, language) is is_accepted_there


@pytest.mark.parametrize(
    ("comment", "is_accepted_there"),
    [("nosec", True), ("nosec B602", True), ("nosec B608, B602", True), ("nosec B608", False), ("noqa: S324", False)],
)
def test_a_number_accepts_only_its_own_weakness(comment, is_accepted_there):
    document = Document("file:///x", f"bad()  # {comment}\n", language="python")
    found = Finding("py/command-injection", "m", Span(0, 5), Severity.WARNING)
    assert is_accepted(found, document, parse(document)) is is_accepted_there


def test_the_names_are_those_of_rules(rules):
    assert {*IDS, *OF_PARAMETERS} <= {rule.id for rule in rules.rules}
