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


@pytest.mark.parametrize(
    ("pattern", "code", "expected"),
    [
        ("$A.get(...)", "await a.get<T[]>(b);", ["await a.get<T[]>(b)"]),
        ("a.b.get($X)", "const {c} = await a.b.get<T>(d);", ["await a.b.get<T>(d)"]),
        ("f($X)", "await f<T>(a);", ["await f<T>(a)"]),
        ("f($X)", "(await f)(a);", []),
        ("$A.get(...)", "(await a).put(b);", []),
    ],
)
def test_the_parser_takes_the_await_before_types_for_a_part_of_what_is_called(matched, pattern, code, expected):
    assert matched("typescript", pattern, code) == expected
