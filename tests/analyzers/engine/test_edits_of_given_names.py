"""Whether a file gives a name a value is known again after an edit of lines with the name in them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reread.analyzers.constants import reaching_definitions
from reread.analyzers.engine.engine import Engine
from reread.analyzers.engine.incremental import revalidation
from reread.analyzers.rules.check_options import CheckOptions
from reread.analyzers.rules.ruleset import load
from reread.analyzers.text import Document, Span, TextChange
from tests.examples import examples

RULE = "py/undefined-name"
ENGINE = Engine(load(), CheckOptions(select=frozenset({RULE})))
LINES = [
    "x = 1",
    "print(x)",
    "print(x, y)",
    "def f(x):",
    "    y = x",
    "    print(y)",
    "for y in x:",
    "f(x, y)",
    "(",
    ")",
    '"""',
    "",
]


def checked(text: str):
    return ENGINE.check(Document("file:///a.py", text, language="python"), "a.py")


def edited(before, old: str, new: str):
    start = before.document.text.index(old)
    change = TextChange(Span(start, start + len(old)), new)
    return ENGINE.recheck(before, change, before.document.changed(change))


def undefined(analysis) -> list[str]:
    text = analysis.document.text
    return sorted(text[each.span.start : each.span.end] for each in analysis.findings if each.rule == RULE)


def test_the_last_value_of_a_name_is_taken_away_and_given_back():
    before = checked("total = 1\n" + "x = 1\n" * 50 + "print(total)\n")
    without = edited(before, "total = 1", "pass")
    again = edited(without, "pass", "total = 2")
    assert [undefined(each) for each in (before, without, again)] == [[], ["total"], []]


def test_one_of_two_values_of_a_name_is_no_difference():
    before = checked("total = 1\ntotal = 2\n" + "x = 1\n" * 50 + "print(total)\n")
    assert undefined(edited(before, "total = 1", "pass")) == []


@pytest.mark.parametrize("line", ["self.a = self", "print(self)", "def f(self): pass"])
def test_a_line_that_changes_nothing_of_a_name_has_no_use_of_it_looked_at_again(line, monkeypatch):
    uses = "".join(f"    def f{number}(self):\n        return g(self)\n\n" for number in range(40))
    before = checked(f"def g(a):\n    return a\n\n\nclass A:\n    a = 1\n{uses}")
    again = []
    original = revalidation._tried_again
    monkeypatch.setattr(revalidation, "_tried_again", lambda *each: again.append(each) or original(*each))
    edited(before, "    a = 1\n", f"    a = 1\n    {line}\n")
    assert again == []


@settings(max_examples=examples(25, 400))
@given(
    st.lists(st.sampled_from(LINES), min_size=1, max_size=12),
    st.lists(st.tuples(st.integers(0, 12), st.integers(0, 2), st.sampled_from(LINES)), min_size=1, max_size=6),
    st.sampled_from([2, 120]),
)
def test_after_any_edit_the_undefined_names_are_those_of_a_whole_check(lines, edits, most):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reaching_definitions, "_MOST_OCCURRENCES", most)
        current = checked("\n".join(lines) + "\n")
        for place, removed, line in edits:
            texts = current.document.text.split("\n")
            place = min(place, len(texts) - 1)
            start = len("\n".join(texts[:place])) + bool(place)
            end = min(len(current.document.text), start + sum(len(text) + 1 for text in texts[place : place + removed]))
            change = TextChange(Span(start, end), f"{line}\n")
            current = ENGINE.recheck(current, change, current.document.changed(change))
            if not current.tree.has_errors:
                assert current.findings == checked(current.document.text).findings
