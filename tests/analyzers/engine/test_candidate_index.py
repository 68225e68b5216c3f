"""The candidate index: patterns are tried at a node only if the node's children can match."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reread.analyzers.engine.dispatch.candidate_index import Choice
from reread.analyzers.engine.dispatch.plan import Attempt
from reread.analyzers.pattern.matching.nodes import may_fit
from reread.analyzers.syntax import language, parse, walk
from reread.analyzers.text import Document

PYTHON = language("python").matching
CALLS = ["x = f(1)", "x: int = f()", "x, y = 1, 2", "x = (1)", "x = y = []", "x: int"]
KINDS = st.none() | st.frozensets(st.sampled_from(["identifier", "call", "integer", "list", "pattern_list"]))
PARTS = st.tuples(st.sampled_from(["left", "right", "type"]), KINDS, st.booleans())


def nodes(code):
    tree = parse(Document("a", code, language="python"))
    return [node for node in walk(tree.root) if node.type == "assignment"]


def attempt(*shape):
    return Attempt(None, None, shape=shape, children=tuple(part for part in shape if not part[0]))


@given(st.sampled_from(CALLS), st.lists(st.lists(PARTS, max_size=3), max_size=5))
def test_those_are_chosen_whose_fields_fit(code, shapes):
    attempts = [attempt(*shape) for shape in shapes]
    choice = Choice(attempts, PYTHON)
    for node in nodes(code):
        expected = tuple(each for each in attempts if may_fit(node, each.shape, PYTHON))
        assert choice.at(node) == expected
        assert choice.at(node) == expected, "the second time it is known"


def test_what_is_about_no_field_is_left_to_be_asked_later():
    wrong = attempt(("", (frozenset({"list"}),), True))
    assert Choice([wrong], PYTHON).at(nodes("x = 1")[0]) == (wrong,)


def test_kinds_that_occur_later_are_judged_by_themselves():
    calls = attempt(("right", frozenset({"call"}), True))
    choice = Choice([calls], PYTHON)
    assert [bool(choice.at(node)) for node in nodes("x = f()\ny = 1\nz = f()\n")] == [True, False, True]
