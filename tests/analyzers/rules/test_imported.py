"""What patterns write with a dot, and code without one."""

from __future__ import annotations

import pytest

REQUIRED = 'const {exec, spawn: start} = require("child_process");'
STATIC = "import static java.util.Collections.sort; import static java.lang.Math.*; class A {{ void f() {{ {}; }} }}"


@pytest.mark.parametrize(
    ("language", "pattern", "code", "found"),
    [
        ("javascript", "$X.exec(...)", f"{REQUIRED} exec(a)", ["exec(a)"]),
        ("javascript", "$X.spawn(...)", f"{REQUIRED} start(a)", ["start(a)"]),
        ("javascript", "$X.start(...)", f"{REQUIRED} start(a)", []),
        ("javascript", "$X.exec(...)", "const exec = f(); exec(a)", []),
        ("javascript", "$X.exec(...)", "import {exec} from 'child_process'; exec(a)", ["exec(a)"]),
        ("javascript", "$X.exec(...)", "import exec from 'child_process'; exec(a)", []),
        ("javascript", "child_process.exec(...)", f"{REQUIRED} exec(a)", ["exec(a)"]),
        ("javascript", "child_process.spawn(...)", f"{REQUIRED} exec(a)", []),
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
    ],
)
def test_an_imported_name_is_the_member_that_it_stands_for(matched, language, pattern, code, found):
    assert matched(language, pattern, code) == found


def test_the_object_stands_for_the_imported_name(matched):
    body = {"patterns": [{"pattern": "$X.f($X)"}]}
    assert matched("python", body, "from a import f\nf(f)\nf(g)") == ["f(f)"]
