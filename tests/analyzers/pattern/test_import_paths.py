"""A pattern of an import stands for imports of its path and of those below it, as each language writes them."""

from __future__ import annotations

import pytest

from reread.analyzers.pattern.matching.import_paths import import_paths
from reread.analyzers.syntax import parse
from reread.analyzers.text import Document

KOTLIN = "import a.b\nimport a.b.C\nimport a.b.*\nimport a.b.C as D\nimport a.bc\nimport a\nimport x.a.b\n"
JAVA = "import a.b;\nimport a.b.C;\nimport a.b.*;\nimport static a.b.C.d;\nimport static a.b.*;\nimport a.bc;\n"
GO = 'package q\nimport "a/b"\nimport x "a/b/c"\nimport . "a/b"\nimport "a/bc"\nimport (\n"d"\ny "a/b"\n)\n'
DART = (
    "import 'package:x';\nimport 'package:x/y.dart';\nimport 'package:x/y.dart' as z;\n"
    "import 'package:x/y.dart' show A, B;\nimport 'package:x/y.dart' hide A;\nimport 'package:xy/y.dart';\n"
)
CSHARP = "using A;\nusing A.B;\nusing static A.B;\nusing C = A.B;\nusing D = E<A>;\nusing AB;\nglobal using A;\n"
RUST = (
    "use a::b;\nuse a::b::c;\nuse a::b::*;\nuse a::{b::c, d::{e, f}};\nuse a::b as x;\nuse a::b::c as y;\n"
    "use a::bc;\npub(crate) use a::b;\nuse ::a::b;\nuse a::b::{self, g};\n"
)
PHP = (
    "<?php\nuse A;\nuse A\\B;\nuse A\\B\\C as X;\nuse A\\{B, C as Y};\nuse function A\\B;\nuse AB;\nuse D, A\\C;\n"
    "use \\A\\B;\nforeach ($a as $b) {}\n"
)
SCALA = (
    "import a.b\nimport a.b.c\nimport a.b._\nimport a.b.{c, d}\nimport a.b.{c => e}\nimport a.{b, c}\n"
    "import a.b, a.c\nimport a.bc\nobject X\n"
)
SWIFT = "import A\nimport A.B\nimport class A.B\nimport func A.f\n@testable import A\nimport AB\n"

PATTERNS = [
    ("kotlin", "import a.b", KOTLIN, [1, 2, 3, 4]),
    ("kotlin", "import a.b", "import a.b.C\nclass X\n", [1]),
    ("kotlin", "import a.b.C", KOTLIN, [2, 4]),
    ("kotlin", "import a.b.*", KOTLIN, [3]),
    ("kotlin", "import a as $X", KOTLIN, [4]),
    ("kotlin", "import a.b.C as E", KOTLIN, []),
    ("kotlin", "import a.b.C.d", KOTLIN, []),
    ("java", "import a.b;", JAVA, [1, 2, 3, 4, 5]),
    ("java", "import static a.b.C;", JAVA, [4]),
    ("java", "import a.b.*;", JAVA, [3, 5]),
    ("go", 'import "a/b"', GO, [2, 3, 4, 6]),
    ("go", 'import $X "a/b"', GO, [3, 6]),
    ("go", 'import . "a/b"', GO, [4]),
    ("go", 'import "=~/bc/"', GO, [5]),
    ("go", 'import "..."', GO, [2, 3, 4, 5, 6]),
    ("dart", "import 'package:x';", DART, [1, 2, 5]),
    ("dart", "import 'package:x' as $X;", DART, [3]),
    ("dart", "import 'package:x/y.dart' show A;", DART, [4]),
    ("csharp", "using A;", CSHARP, [1, 2, 3, 7]),
    ("csharp", "using A", CSHARP, [1, 2, 3, 7]),
    ("csharp", "using static A.B", CSHARP, [2, 3]),
    ("csharp", "using $X = A", CSHARP, [4]),
    ("rust", "use a::b;", RUST, [1, 2, 3, 4, 5, 6, 8, 9, 10]),
    ("rust", "use a::b::c;", RUST, [2, 4, 6]),
    ("rust", "use a::d::f;", RUST, [4]),
    ("rust", "use a::b::*;", RUST, [3]),
    ("rust", "use a::b as $X;", RUST, [5]),
    ("rust", "use a::{b::c, d::e};", RUST, [4]),
    ("rust", "use a::{b, bc};", RUST, []),
    ("php", "use A;", PHP, [2, 3, 4, 5, 6, 8, 9]),
    ("php", "use A\\B;", PHP, [3, 4, 5, 6, 9]),
    ("php", "use A\\B as $X;", PHP, [4]),
    ("php", "use A\\{B, C};", PHP, [5]),
    ("scala", "import a.b", SCALA, [1, 2, 3, 4, 5, 6, 7]),
    ("scala", "import a.b.c", SCALA, [2, 4, 5]),
    ("scala", "import a.b._", SCALA, [3]),
    ("scala", "import a.b.{c => $X}", SCALA, [5]),
    ("scala", "import a.{b => $X}", SCALA, []),
    ("scala", "import a.{b, c}", SCALA, [6, 7]),
    ("swift", "import A", SWIFT, [1, 2, 3, 4, 5]),
    ("swift", "import struct A.B", SWIFT, [2, 3]),
    ("swift", "@testable import A", SWIFT, [5]),
]


@pytest.mark.parametrize(
    ("language", "pattern", "code", "expected"), PATTERNS, ids=[f"{c[0]} {c[1]}" for c in PATTERNS]
)
def test_finds_the_path_and_what_is_below_it(engine, rule, language, pattern, code, expected):
    document = Document("file:///x", code, language=language)
    found = engine(rule(language, pattern)).check(document).findings
    assert sorted({document.lines.line_of(each.span.start) + 1 for each in found}) == expected


@pytest.mark.parametrize(
    ("language", "pattern", "code", "expected"),
    [
        ("kotlin", "import $X", "import a.b.C\nimport d.*\n", ["a.b.C", "d"]),
        ("java", "import a.$X;", "import a.b.C;\nimport a.d.e.*;\n", ["C", "d.e"]),
        ("go", 'import "$X"', 'package q\nimport (\n"a/b"\nc "d"\n)\n', ["a/b", "d"]),
        ("csharp", "using $X = A;", "using B = A.C;\n", ["B"]),
        ("rust", "use $X;", "use a::{b, c::d};\n", ["a::b", "a::c::d"]),
        ("rust", "use a::{b, $X};", "use a::{b, c, d};\nuse a::b;\n", ["c", "d"]),
        ("rust", "use $X::b;", "use a::b::c;\n", ["a"]),
        ("php", "use A\\$X;", "<?php\nuse A\\B\\C;\nuse A\\{D, E};\n", ["C", "D", "E"]),
        ("scala", "import a.{$X => $Y}", "import a.{b => c}\nimport a.d\n", ["b"]),
    ],
)
def test_a_metavariable_stands_for_each_path_or_its_end(engine, rule, language, pattern, code, expected):
    found = engine(rule(language, pattern, message="$X")).check(Document("file:///x", code, language=language)).findings
    assert sorted(each.message for each in found) == sorted(expected)


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("use a::}b;", ["a::b"]),
        ("use a};\nuse b::c}}::d;", ["a::d"]),
        ("use a::{}}}", []),
        ("use ;", []),
        ("use , a;", ["a"]),
    ],
)
def test_reads_code_with_brackets_that_do_not_match(code, expected):
    document = Document("a.rs", code, language="rust")
    tree = parse(document)

    paths = import_paths(tree.root, document.data, tree.language.matching.imports.writing)

    assert ["::".join(part.text.decode() for part in path.parts) for path in paths] == expected


def test_a_statement_with_many_names_is_found_once(engine, rule):
    code = "use a::{" + ", ".join(f"b{number}" for number in range(2000)) + "};\n"
    found = engine(rule("rust", "use a;")).check(Document("file:///x", code, language="rust")).findings
    assert [(each.span.start, each.span.end) for each in found] == [(0, len(code) - 1)]
