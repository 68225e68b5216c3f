"""What an analysis of a file keeps for the next one holds no reference cycles, so that it goes with its last user."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from reread.analyzers.text import Span, TextChange
from tests.analyzers.taint.taint_cases import document, engine, reported, rule

CODE = {
    "python": (
        "class Box:\n    def put(self, v):\n        self.v = v\n    def get(self):\n        return self.v\n\n"
        "def give(v):\n    return lambda w: sink(v) or w\n\n"
        "def again(v, n):\n    return again(v, n - 1) if n else v\n\n"
        "box = Box()\nbox.put(source())\nsink(again(box.get(), 3))\ngive(source())(1)\n"
    ),
    "javascript": (
        "class Box {\n  put(v) { this.v = v; }\n  get() { return this.v; }\n}\n"
        "function give(v) { return (w) => { sink(v); return w; }; }\n"
        "function again(v, n) { return n ? again(v, n - 1) : v; }\n"
        "const box = new Box();\nbox.put(source());\nsink(again(box.get(), 3));\ngive(source())(1);\n"
    ),
    "typescript": "function keep<T>(v: T): T { return v; }\nexport const all = () => { sink(keep(source())); };\n",
    "go": (
        "package p\n\ntype Box struct{ v string }\n\nfunc (b *Box) Put(v string) { b.v = v }\n\n"
        "func again(v string, n int) string {\n\tif n > 0 {\n\t\treturn again(v, n-1)\n\t}\n\treturn v\n}\n\n"
        "func main() {\n\tb := &Box{}\n\tb.Put(source())\n\tsink(again(b.v, 3))\n}\n"
    ),
    "java": (
        "class A {\n  String v;\n  void put(String v) { this.v = v; }\n"
        "  String again(String v, int n) { return n > 0 ? again(v, n - 1) : v; }\n"
        "  void all() {\n    put(source());\n    sink(again(v, 3));\n  }\n}\n"
    ),
}


@pytest.fixture(autouse=True)
def no_collector() -> Iterator[None]:
    """Nothing but reference counts frees anything meanwhile."""
    gc.collect()
    gc.disable()
    yield
    gc.enable()


@pytest.mark.parametrize("language", CODE)
def test_a_state_that_is_dropped_is_gone(language):
    checker = engine(rule(language))
    assert reported(checker, CODE[language], language)
    gc.collect()  # What is made ready for the language at first.
    before = len(gc.get_objects())
    analysis = checker.check(document(CODE[language], language))
    assert any(unit.known for unit in analysis.state.taint.units.values())
    assert len(gc.get_objects()) > before
    del analysis
    assert gc.collect() == 0


@pytest.mark.parametrize("language", CODE)
def test_the_state_before_an_edit_is_gone(language):
    checker = engine(rule(language))
    analysis = checker.check(document(CODE[language], language))
    edits = [(Span(len(CODE[language]), len(CODE[language])), "\n"), (Span(0, 0), "\n")]
    for span, text in edits:
        change = TextChange(span, text)
        analysis = checker.settled(checker.recheck(analysis, change, analysis.document.changed(change), follow=False))
    gc.collect()
    for span, text in edits:
        change = TextChange(span, text)
        analysis = checker.settled(checker.recheck(analysis, change, analysis.document.changed(change), follow=False))
    assert gc.collect() == 0
