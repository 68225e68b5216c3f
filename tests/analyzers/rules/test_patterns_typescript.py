"""Patterns for Typescript: what each matches, and what not. Semgrep was asked about all of these and gives the same answers."""

from __future__ import annotations

import pytest

CASES = [
    ("eval($X)", "eval(a as string);\nconst x: number = eval(b)!;\n", ["eval(a as string)", "eval(b)"]),
    ("const $X: any = $Y", "const a: any = 1;\nconst b: string = 'c';\n", ["const a: any = 1;"]),
    (
        "function $F(...) { ... }",
        "function f(a: number): string { return '' }\nclass A { private m(): void {} }\n",
        ["function f(a: number): string { return '' }", "private m(): void {}"],
    ),
    ("$X!", "a!;\nb;\n", ["a!"]),
    ("import $X from 'foo'", "import type { A } from 'foo';\nimport b from 'foo';\n", ["import b from 'foo';"]),
]


@pytest.mark.parametrize(("pattern", "code", "expected"), CASES, ids=[str(case[0]) for case in CASES])
def test_matches(matched, pattern, code, expected):
    assert matched("typescript", pattern, code) == expected
