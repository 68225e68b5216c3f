"""Sequences of statements are found in everything that holds statements."""

from __future__ import annotations

import pytest

PLACES = {
    "go": (
        "package p\nfunc f() {{\n{}\n}}",
        *(
            "switch x {{\ncase 1:\n{}\n}}",
            "switch x {{\ndefault:\n{}\n}}",
            "switch y := x.(type) {{\ncase int:\n{}\n}}",
        ),
        *("select {{\ncase m := <-c:\n{}\n}}", "for {{\n{}\n}}", "go func() {{\n{}\n}}()"),
    ),
    "swift": (
        "func f() {{\n{}\n}}",
        *("switch x {{\ncase 1:\n{}\ndefault:\nz()\n}}", "l.map {{\n{}\n}}", "do {{\n{}\n}} catch {{\n}}"),
        *("do {{\nz()\n}} catch {{\n{}\n}}", "if x {{\nz()\n}} else {{\n{}\n}}"),
    ),
    "kotlin": (
        "fun f() {{\n{}\n}}",
        *("when (x) {{\n1 -> {{\n{}\n}}\n}}", "l.map {{\n{}\n}}", "val k = {{ x: Int ->\n{}\n}}"),
    ),
    "scala": (
        "object A {{\ndef f() = {{\n{}\n}}\n}}",
        *("x match {{\ncase 1 =>\n{}\n}}", "try {{\nz()\n}} catch {{\ncase e: E =>\n{}\n}}", "l.map {{ x =>\n{}\n}}"),
    ),
    "ruby": (
        "def f\n{}\nend",
        *(
            "case x\nwhen 1\n{}\nend",
            "begin\nz()\nensure\n{}\nend",
            "begin\nz()\nrescue E\n{}\nend",
            "l.map do\n{}\nend",
        ),
    ),
    "bash": (
        "f() {{\n{}\n}}",
        *("if x; then\n{}\nfi", "if x; then\nz\nelif y; then\n{}\nfi", "if x; then\nz\nelse\n{}\nfi"),
        *("case $x in\na)\n{}\n;;\nesac", "(\n{}\n)", "while x; do\n{}\ndone"),
    ),
}


def cases():
    return [(language, place) for language, (_, *places) in PLACES.items() for place in places]


@pytest.mark.parametrize(("language", "place"), cases())
def test_a_sequence_is_found(language, place, matched):
    whole = PLACES[language][0]
    written = "{} 1" if language == "bash" else "{}(1)"
    first, other, last = map(written.format, ("first", "other", "last"))
    pattern = "first $X\n...\nlast $X" if language == "bash" else "first($X)\n...\nlast($X)"

    def found(*statements: str) -> int:
        return len(matched(language, pattern, whole.format(place.format("\n".join(statements)))))

    assert found(first, other, last) == 1
    assert found(last, other, first) == 0


def test_what_is_beside_the_statements_is_none_of_them(matched):
    sequence = "first $X\n...\nlast $X"

    assert matched("bash", sequence, "if first 1; then\nz\nfi\nlast 1") == []
    assert matched("bash", sequence, "if x; then\nfirst 1\nelse\nlast 1\nfi") == []
    assert (
        matched("scala", "first($X)\nlast($X)", "object A {\ndef f() = x match {\ncase 1 if first(1) =>\nlast(1)\n}\n}")
        == []
    )
