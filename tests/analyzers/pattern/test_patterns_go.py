"""Patterns for Go: what each matches, and what not. Semgrep was asked about all of these and gives the same answers."""

from __future__ import annotations

import pytest

CASES = [
    ("$X := $Y", "package p\nfunc f() { a := 1; b = 2; var c = 3; d, e := f() }\n", ["a := 1", "d, e := f()"]),
    (
        "$X = $Y",
        "package p\nfunc f() { a := 1; b = 2; var c = 3; d, e = f() }\n",
        ["a := 1", "b = 2", "c = 3", "d, e = f()"],
    ),
    ("$X, $Y := $Z", "package p\nfunc f() { a := 1; d, e := f() }\n", ["d, e := f()"]),
    (
        "md5.New()",
        'package p\nimport "crypto/md5"\nimport m "crypto/md5"\nfunc f() { md5.New(); m.New() }\n',
        ["md5.New()", "m.New()"],
    ),
    (
        'fmt.Sprintf("...", ...)',
        'package p\nfunc f() { fmt.Sprintf("a", b); fmt.Sprintf(`a`); fmt.Sprintf(x) }\n',
        ['fmt.Sprintf("a", b)', "fmt.Sprintf(`a`)"],
    ),
    (
        "func $F(...) { ... }",
        "package p\nfunc a() { b }\nfunc c(x int) (y int) { return 1 }\nfunc (r *R) d() {}\n",
        ["func a() { b }", "func c(x int) (y int) { return 1 }", "func (r *R) d() {}"],
    ),
    (
        "func $F(...) $T { ... }",
        "package p\nfunc a() { b }\nfunc c(x int) int { return 1 }\n",
        ["func c(x int) int { return 1 }"],
    ),
    (
        "tls.Config{..., InsecureSkipVerify: true, ...}",
        "package p\nfunc a() { x := tls.Config{InsecureSkipVerify: true}; y := &tls.Config{A: 1, InsecureSkipVerify: true, B: 2} }\n",
        ["tls.Config{InsecureSkipVerify: true}", "tls.Config{A: 1, InsecureSkipVerify: true, B: 2}"],
    ),
    (
        "tls.Config{InsecureSkipVerify: true}",
        "package p\nfunc a() { x := tls.Config{InsecureSkipVerify: true}; y := &tls.Config{A: 1, InsecureSkipVerify: true, B: 2} }\n",
        ["tls.Config{InsecureSkipVerify: true}"],
    ),
    (
        "if $X != nil { ... }",
        "package p\nfunc a() { if err != nil { x }; if err := b(); err != nil { y }; if a != nil {} else {c} }\n",
        ["if err != nil { x }", "if err := b(); err != nil { y }", "if a != nil {} else {c}"],
    ),
    (
        "if $E := $B; $X != nil { ... }",
        "package p\nfunc a() { if err != nil { x }; if err := b(); err != nil { y } }\n",
        ["if err := b(); err != nil { y }"],
    ),
    (
        "for ... { ... }",
        "package p\nfunc a() { for i := 0; i < 1; i++ { x }; for { y }; for _, z := range q { w } }\n",
        ["for i := 0; i < 1; i++ { x }", "for { y }", "for _, z := range q { w }"],
    ),
    ("$X == $X", "package p\nfunc f() { _ = a == a; _ = a == b }\n", ["a == a"]),
    (
        'exec.Command("sh", "-c", ...)',
        'package p\nimport "os/exec"\nfunc f() { exec.Command("sh", "-c", x); exec.Command("ls") }\n',
        ['exec.Command("sh", "-c", x)'],
    ),
    ("$X.Query($Q + $Y)", 'package p\nfunc f() { db.Query("a" + b); db.Query("a") }\n', ['db.Query("a" + b)']),
    ("return $X, $Y", "package p\nfunc f() { return a, b }\nfunc g() { return a }\n", ["return a, b"]),
    ("&$X{...}", "package p\nvar a = &T{B: 1}\nvar b = T{}\n", ["&T{B: 1}"]),
    ("[]byte($X)", "package p\nvar a = []byte(b)\nvar c = string(d)\n", ["[]byte(b)"]),
    ("if $X := $Y; $Z { ... }", "package p\nfunc f() { if a := b(); a { c } }\n", ["if a := b(); a { c }"]),
    ("func ($R $T) $F(...) { ... }", "package p\nfunc (r R) a() { b }\nfunc c() {}\n", ["func (r R) a() { b }"]),
    (
        "$F := $G(...)\n...\n$F.Close()",
        "package p\nfunc f() { a := b(1); c(); a.Close() }\nfunc g() { a := b(); d.Close() }\n",
        ["a := b(1); c(); a.Close()"],
    ),
    (
        "if $X { ... } else if $X { ... }",
        "package p\nfunc f() { if a {} else if a {}; if b {} else if c := d(); b {}; if e := d(); e {} else if e {} }\n",
        ["if a {} else if a {}", "if e := d(); e {} else if e {}"],
    ),
    (
        "if $X { ... } else if $A := $V; $Y { ... }",
        "package p\nfunc f() { if a {} else if a {}; if b {} else if c := d(); b {} }\n",
        ["if b {} else if c := d(); b {}"],
    ),
    (
        "if $X { ... } else { $S }",
        "package p\nfunc f() { if a {} else if a {}; if b {} else if c := d(); b {}; if e {} else { g() } }\n",
        ["if a {} else if a {}", "if e {} else { g() }"],
    ),
    ("$X++", "package p\nfunc f() { a++; b-- }\n", ["a++"]),
    (
        "http.Get(...)",
        'package p\nimport h "net/http"\nfunc f() { h.Get(1); http.Get(2) }\n',
        ["h.Get(1)", "http.Get(2)"],
    ),
    (
        "map[string]$T{...}",
        'package p\nvar a = map[string]int{"b": 1}\nvar c = map[int]int{}\n',
        ['map[string]int{"b": 1}'],
    ),
    (
        "func $F(..., $C *gin.Context, ...) { ... }",
        "package p\nfunc a(x int, c *gin.Context) error { b }\nfunc c(x int, y string) {}\n",
        ["func a(x int, c *gin.Context) error { b }"],
    ),
    (
        {"patterns": [{"pattern": "func $F(..., $X string, ...) { ... }"}, {"focus-metavariable": "$X"}]},
        "package p\nfunc a(b, c string, d int, e string) {}\n",
        ["b", "c", "e"],
    ),
    (
        "func $F(...) (..., error) { ... }",
        "package p\nfunc a() (int, error) {}\nfunc b() (n int, err error) {}\nfunc c() (err error) {}\nfunc d() (a, b int) {}\n",
        ["func a() (int, error) {}", "func b() (n int, err error) {}"],
    ),
    (
        "func $F(*http.Request) { ... }",
        "package p\nfunc a(*http.Request) {}\nfunc b(r *http.Request) {}\n",
        ["func a(*http.Request) {}"],
    ),
    (
        'const $N = "$V"',
        'package p\nconst (\n\ta = "b"\n\tc = 1\n)\nconst d = "e"\nvar f = "g"\n',
        ['a = "b"', 'const d = "e"'],
    ),
    ("var $N = $V", "package p\nvar (\n\ta = 1\n\tb = 2\n)\nfunc f() { var c = 3 }\n", ["a = 1", "b = 2", "var c = 3"]),
    (
        "type $T struct { ... }",
        "package p\ntype A struct{ b int }\ntype (\n\tC struct{}\n\tD interface{}\n\tE = A\n)\n",
        ["type A struct{ b int }", "C struct{}"],
    ),
    ("type $T = $U", "package p\ntype A struct{}\ntype (\n\tB = A\n\tC = A\n)\n", ["B = A", "C = A"]),
    (
        {"patterns": [{"pattern": "type $T struct { ... }"}, {"pattern-not": "type $T struct { ...; b int; ... }"}]},
        "package p\ntype A struct { b int }\ntype C struct { d int }\n",
        ["type C struct { d int }"],
    ),
    (
        {"patterns": [{"pattern-inside": "type $T struct { ... }"}, {"pattern-regex": "b.*$"}]},
        "package p\ntype A struct {\n\tb int\n}\nvar b int\ntype (\n\tC struct {\n\t\tb string\n\t}\n)\n",
        ["b int", "b string"],
    ),
    (
        "switch $X := $Y.(type) {\ncase ...:\n  ...\n}",
        "package p\nfunc f() {\n\tswitch a := b.(type) {\n\tcase int:\n\t\tc()\n\t}\n\tswitch d.(type) {\n\tcase int:\n\t}\n}\n",
        ["switch a := b.(type) {\n\tcase int:\n\t\tc()\n\t}"],
    ),
    ('errors.New("...")', 'package p\nvar a = errors.New("b")\nvar c = errors.New(d)\n', ['errors.New("b")']),
]


@pytest.mark.parametrize(("pattern", "code", "expected"), CASES, ids=[str(case[0]) for case in CASES])
def test_matches(matched, pattern, code, expected):
    assert matched("go", pattern, code) == expected
