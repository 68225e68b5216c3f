"""Patterns of imports in JavaScript stand for every way to take the same of a module, as in Semgrep."""

from __future__ import annotations

import pytest

from reread.analyzers.text import Document

DEFAULT = "import a from 'm';"
NAMED = "import {b, c as d} from 'm';"
WHOLE = "import * as e from 'm';"
BELOW = "import {b} from 'm/n';"
EXPORTED = "export {b, c as f} from 'm';"
REQUIRED = "const g = require('m');"
DESTRUCTURED = "const {b, c: h} = require('m');"
OTHERS = (
    "import a from 'o';",
    "export * from 'm';",
    "export type {b} from 'm';",
    "export {b};",
    "const i = require('m').b;",
    "const j = required('m');",
    "const k = require(m);",
    "const l = require('m/n');",
    "const [n] = require('m');",
    "p = require('m');",
)
CODE = "\n".join((DEFAULT, NAMED, WHOLE, BELOW, EXPORTED, REQUIRED, DESTRUCTURED, *OTHERS))


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("import 'm'", [DEFAULT, NAMED, WHOLE, BELOW, EXPORTED, REQUIRED, DESTRUCTURED]),
        ("import {...} from 'm'", [DEFAULT, NAMED, BELOW, EXPORTED, REQUIRED, DESTRUCTURED]),
        ("import {b} from 'm'", [NAMED, BELOW, EXPORTED, DESTRUCTURED]),
        ("import {c} from 'm'", [NAMED, EXPORTED]),
        ("import {c, ..., b} from 'm'", [NAMED]),
        ("import {c as $X} from 'm'", [NAMED, EXPORTED, DESTRUCTURED]),
        ("import {c as h} from 'm'", [DESTRUCTURED]),
        ("import {default as $X} from 'm'", [DEFAULT]),
        ("import $X from 'm'", [DEFAULT]),
        ("import b from 'm'", []),
        ("import * as $X from 'm'", [WHOLE]),
        ("import * as b from 'm'", []),
        ("import {b} from '=~/^m$/'", [NAMED, EXPORTED]),
        ("import {d} from 'm'", []),
        ("import type {b} from 'm'", []),
    ],
)
def test_what_a_pattern_of_an_import_stands_for(matched, pattern, expected):
    assert matched("typescript", pattern, CODE) == expected


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("import {$X} from 'm'", ["a", "b", "c", "b", "b", "c", "b"]),
        ("import {$Y as $X} from 'm'", ["a", "d", "b", "c", "b", "h"]),
        ("import $X from '$M'", ["a", "a"]),
        ("import * as $X from '$M'", ["e"]),
    ],
)
def test_what_variables_in_such_a_pattern_stand_for(engine, rule, pattern, expected):
    checker = engine(rule("typescript", pattern, message="$X"))
    findings = checker.check(Document("file:///x", CODE, language="typescript")).findings
    assert [finding.message for finding in findings] == expected


def test_what_follows_such_an_import_has_it(engine, rule):
    formula = {"patterns": [{"pattern-inside": "import {$X} from 'm'\n...\n"}, {"pattern": "$X(...)"}]}
    code = "b(1);\nfunction f() { const {b} = require('m'); b(2); }\nexport {c} from 'm';\nd(3);\n"
    findings = engine(rule("javascript", formula)).check(Document("file:///x", code, language="javascript")).findings
    assert [code[finding.span.start : finding.span.end] for finding in findings] == ["b(2)"]
