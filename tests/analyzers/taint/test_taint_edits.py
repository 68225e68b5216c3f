"""After any edit the findings of taint rules, with the way the values came, are those of a whole check."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reread.analyzers.dataflow.summaries import table
from reread.analyzers.engine.incremental import state
from reread.analyzers.text import Span, TextChange
from tests.analyzers.taint.taint_cases import document, engine, rule
from tests.examples import examples

LABELS = {
    "pattern-sources": [
        {"pattern": "source()", "label": "A"},
        {"pattern": "other()", "label": "B"},
        {"patterns": [{"pattern": "def $F(..., $X, ...): ..."}, {"focus-metavariable": "$X"}], "label": "C"},
    ],
    "pattern-propagators": [{"pattern": "$TO.put_in($FROM)", "from": "$FROM", "to": "$TO"}],
    "pattern-sinks": [{"pattern": "sink(...)", "requires": "A and not B"}, {"pattern": "first(...)", "requires": "C"}],
}
ENGINE = engine(
    rule(),
    rule(id="s", **LABELS),
    rule(id="t", options={"taint_intrafile": False}),
    rule(id="u", **{"pattern-sinks": [{"pattern": "late(...)"}]}),
)
LINES = [
    "def f(a, b):",
    "def g(a):",
    "def h():",
    "class K:",
    "    def __init__(self, v):",
    "        self.v = v",
    "        self.w = source()",
    "    def m(self, b):",
    "        sink(self.v)",
    "        sink(self.w)",
    "        return self.v",
    "    global G",
    "    G = source()",
    "    x = source()",
    "    x = f(x, y)",
    "    y = g(x)",
    "    if x in A:",
    "        sink(x)",
    "    for z in x:",
    "        late(z)",
    "    sink(y)",
    "    sink(G)",
    "    first(a)",
    "    return a",
    "    return h()",
    "    return source() + other()",
    "    k = K(source())",
    "    sink(k.m(1))",
    "    l = []",
    "    l.append(x)",
    "    l.put_in(a)",
    "    sink(l)",
    "G = 'a'",
    "L = []",
    "sink(h())",
    "sink(G)",
    "x = source()",
    "f(x, source())",
    "",
    "# a remark",
]


@st.composite
def programs(draw):
    return "\n".join(draw(st.lists(st.sampled_from(LINES), min_size=3, max_size=40))) + "\n"


EDITS = st.lists(
    st.tuples(
        st.floats(0, 1),
        st.integers(0, 30),
        st.one_of(st.sampled_from(LINES), st.sampled_from(["a", "(", ")", "\n", ":", "é"])),
    ),
    min_size=1,
    max_size=8,
)


def found(analysis):
    return sorted(
        (finding.rule, finding.span, finding.message, finding.related) for finding in analysis.state.findings()
    )


@settings(max_examples=examples(40, 300))
@given(code=programs(), edits=EDITS)
# A function without a name, as the parser makes one of code that is being typed.
@example(
    "def f(a, b):\n    G = source()\n        sink(x)\n", [(0.5, 5, "        self.v = v"), (0.5, 12, "def f(a, b):")]
)
def test_after_any_edit_the_findings_are_those_of_a_whole_check(code, edits):
    current = ENGINE.check(document(code))
    for place, length, inserted in edits:
        text = current.document.text
        start = int(place * len(text))
        if len(inserted) > 1:
            start = text.rfind("\n", 0, start) + 1
            inserted += "\n"
        change = TextChange(Span(start, min(len(text), start + length)), inserted)

        current = ENGINE.recheck(current, change, current.document.changed(change))

        again = state.run(ENGINE.context, current.tree, current.place)
        assert found(current) == sorted(
            (finding.rule, finding.span, finding.message, finding.related) for finding in again.findings()
        )


FUNCTIONS = "".join(f"def f{n}(a):\n    x = source()\n    sink(x)\n    return g{n}(a)\n" for n in range(50))


@pytest.mark.parametrize(
    ("place", "interpreted"),
    [
        (0, []),  # A remark above everything moves it all.
        (FUNCTIONS.index("def f7(") + len("def f7(a):\n    x = source()\n"), ["f7"]),
        (len(FUNCTIONS), []),
    ],
)
def test_only_the_function_that_was_edited_is_interpreted_again(monkeypatch, place, interpreted):
    before = ENGINE.check(document(FUNCTIONS))
    names = []
    original = table.interpret
    monkeypatch.setattr(
        table, "interpret", lambda function, *rest: names.append(function.name) or original(function, *rest)
    )
    change = TextChange(Span(place, place), "    # a remark\n" if interpreted else "# a remark\n")

    after = ENGINE.recheck(before, change, before.document.changed(change))

    assert sorted({name for name in names if name}) == interpreted
    assert len(after.findings) == len(before.findings) > 90


def test_who_calls_a_function_that_was_edited_is_interpreted_again():
    code = "def f():\n    return 'a'\n\n\ndef g():\n    sink(f())\n\n\ndef h():\n    sink(source())\n"
    before = ENGINE.check(document(code))
    change = TextChange(Span(code.index("'a'"), code.index("'a'") + 3), "source()")

    after = ENGINE.recheck(before, change, before.document.changed(change))

    assert len({finding.span for finding in before.findings}) == 1
    assert len({finding.span for finding in after.findings}) == 2


def test_who_makes_an_object_is_interpreted_again_when_its_class_declares_other_fields():
    code = "class C:\n    a: str\n    b: str\n\n\ndef f():\n    sink(C(source(), 1).b)\n\n\nx = source()\nsink(x)\n"
    before = ENGINE.check(document(code))
    change = TextChange(Span(code.index("    a: str\n"), code.index("    b: str")), "")

    after = ENGINE.recheck(before, change, before.document.changed(change))

    assert len({finding.span for finding in before.findings}) == 1
    assert len({finding.span for finding in after.findings}) == 2
