"""Patterns with a qualified name match an imported plain name."""

from __future__ import annotations

import pytest

from reread.analyzers.text import Document, Span, TextChange

REQUIRED = 'const {exec, spawn: start} = require("child_process");'
STATIC = "import static java.util.Collections.sort; import static java.lang.Math.*; class A {{ void f() {{ {}; }} }}"


IMPORTS = [
    ("javascript", "$X.exec(...)", f"{REQUIRED} exec(a)", ["exec(a)"]),
    ("javascript", "$X.spawn(...)", f"{REQUIRED} start(a)", ["start(a)"]),
    ("javascript", "$X.start(...)", f"{REQUIRED} start(a)", []),
    ("javascript", "$X.exec(...)", "const exec = f(); exec(a)", []),
    ("javascript", "$X.exec(...)", "import {exec} from 'child_process'; exec(a)", ["exec(a)"]),
    ("javascript", "$X.exec(...)", "import exec from 'child_process'; exec(a)", []),
    ("javascript", "child_process.exec(...)", f"{REQUIRED} exec(a)", ["exec(a)"]),
    ("javascript", "child_process.spawn(...)", f"{REQUIRED} exec(a)", []),
    (
        "javascript",
        "child_process.exec(...)",
        "import * as cp from 'child_process'; const {exec} = cp; exec(a)",
        ["exec(a)"],
    ),
    ("javascript", "child_process.exec(...)", "const {exec} = cp; exec(a)", []),
    ("javascript", "child_process.exec(...)", f"{REQUIRED} const run = util.promisify(exec); run(a)", ["run(a)"]),
    (
        "javascript",
        "child_process.exec(...)",
        "const run = promisify(require('child_process').exec); run(a)",
        ["run(a)"],
    ),
    ("javascript", "child_process.exec(...)", f"{REQUIRED} const run = promisify(start); run(a)", []),
    ("javascript", "child_process.exec(...)", f"{REQUIRED} const run = promisify(exec, a); run(a)", []),
    (
        "javascript",
        "v8.deserialize(...)",
        "require('node:v8').deserialize(a)",
        ["require('node:v8').deserialize(a)"],
    ),
    (
        "javascript",
        "fs.promises.rm(...)",
        "(await import('fs')).promises.rm(a)",
        ["(await import('fs')).promises.rm(a)"],
    ),
    ("javascript", "v8.deserialize(...)", "require('./v8').deserialize(a)", []),
    ("javascript", "v8.deserialize(...)", "require(v8).deserialize(a)", []),
    ("javascript", "require('v8').deserialize(...)", "v8.deserialize(a)", []),
    ("python", "os.system(...)", "__import__('os').system(a)", ["__import__('os').system(a)"]),
    (
        "python",
        "os.system(...)",
        "importlib.import_module('os').system(a)",
        ["importlib.import_module('os').system(a)"],
    ),
    ("python", "os.system(...)", "__import__(os).system(a)", []),
    ("python", "os.system(...)", "__import__('o s').system(a)", []),
    ("python", "$X.run(...)", "from subprocess import run\nrun(a)", ["run(a)"]),
    ("python", "$X.run(...)", "from subprocess import run as go\ngo(a)", ["go(a)"]),
    ("python", "$X.run(...)", "import run\nrun(a)", []),
    ("python", "$X.run(...)", "run(a)", []),
    ("java", "java.util.Collections.sort(...)", STATIC.format("sort(a)"), ["sort(a)"]),
    ("java", "Collections.sort(...)", STATIC.format("sort(a)"), ["sort(a)"]),
    ("java", "Math.max(...)", STATIC.format("max(a, b)"), ["max(a, b)"]),
    ("java", "Arrays.sort(...)", STATIC.format("sort(a)"), []),
    ("java", "Math.max(...)", STATIC.format("this.max(a, b)"), []),
    ("java", "Math.max($A)", STATIC.format("max(a, b)"), []),
]


@pytest.mark.parametrize(("language", "pattern", "code", "found"), IMPORTS)
def test_an_imported_name_matches_the_qualified_name(matched, language, pattern, code, found):
    assert matched(language, pattern, code) == found


def test_the_object_stands_for_the_imported_name(matched):
    body = {"patterns": [{"pattern": "$X.f($X)"}]}
    assert matched("python", body, "from a import f\nf(f)\nf(g)") == ["f(f)"]


@pytest.mark.parametrize(
    ("language", "module", "code", "found"),
    [
        ("python", "requests", "from requests import get as fetch\nfetch(a)\n", ["fetch(a)"]),
        ("python", "requests", "from requests import post as get\nget(a)\n", []),
        ("python", "requests", "from requests import get\nget(a)\n", ["get(a)"]),
        ("javascript", "a", "import {get as fetch, put} from 'a'; fetch(b); put(b)", ["fetch(b)"]),
        ("javascript", "a", "const {get: fetch} = require('a'); fetch(b)", ["fetch(b)"]),
    ],
)
@pytest.mark.parametrize(
    "condition",
    [
        {"metavariable-regex": {"metavariable": "$M", "regex": "^get$"}},
        {"metavariable-pattern": {"metavariable": "$M", "pattern": "get"}},
    ],
)
def test_a_member_stands_for_the_name_that_it_has_in_its_module(matched, language, module, code, found, condition):
    body = {"patterns": [{"pattern": f"{module}.$M(...)"}, condition]}
    assert matched(language, body, code) == found


@pytest.mark.parametrize(
    ("code", "old", "new", "found"),
    [
        ("import cp from 'child_process';\nconst {exec} = cp;\nexec(a);\n", "} = cp", "} = x", []),
        ("import cp from 'child_process';\nconst {exec} = x;\nexec(a);\n", "} = x", "} = cp", ["exec(a)"]),
        ("import cp from 'child_process';\nconst {b} = x;\ncp.exec(a);\n", "} = x", "} = y", ["cp.exec(a)"]),
    ],
)
def test_after_an_edit_names_stand_for_what_they_do_then(engine, rule, code, old, new, found):
    checker = engine(rule("javascript", "child_process.exec(...)"))
    before = checker.check(Document("file:///a", code, language="javascript"))
    change = TextChange(Span(code.index(old), code.index(old) + len(old)), new)

    after = checker.recheck(before, change, before.document.changed(change))

    assert [after.document.text[each.span.start : each.span.end] for each in after.findings] == found


SCOPED = """\
from a import show
show(1)
def f():
    from b import show
    show(2)
def g():
    show(3)
from b import show
show(4)
"""


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [("a.show(...)", ["show(1)", "show(3)"]), ("b.show(...)", ["show(2)", "show(4)"]), ("show(...)", 4)],
)
def test_an_import_counts_from_where_it_stands_and_in_its_function(matched, pattern, expected):
    found = matched("python", pattern, SCOPED)

    assert (len(found) if isinstance(expected, int) else found) == expected


def test_an_import_says_nothing_of_what_stands_above_it(matched):
    code = "show(1)\ndef f():\n    from a import show\n    show(2)\nshow(3)\n"
    assert matched("python", "a.show(...)", code) == ["show(2)", "show(3)"]


@pytest.mark.parametrize("edited", ["from c import show", "def h():\n    from b import show"])
def test_what_a_name_stands_for_is_asked_again_after_an_edit(engine, rule, edited):
    rules = engine(rule("python", "b.show(...)"))
    known = rules.check(Document("file:///a", SCOPED, language="python"))
    start = SCOPED.rindex("from b import show")
    change = TextChange(Span(start, start + len("from b import show")), edited)
    after = known.document.changed(change)

    assert rules.recheck(known, change, after).findings == rules.check(after).findings
