"""Parsing never fails, and parsing after a change gives the tree that parsing anew gives."""

from __future__ import annotations

import argparse
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reread.analyzers import syntax
from reread.analyzers.text import Change, Document, Span


@pytest.mark.parametrize(
    ("path", "identifier", "language"),
    [
        ("/a/B.PY", "", "python"),
        ("/a/b.mjs", "", "javascript"),
        ("/a/b.tsx", "", "tsx"),
        ("/a/b.ts", "typescriptreact", "tsx"),
        ("", "go", "go"),
        ("/a/noextension", "", ""),
        ("/a/b.unknown", "klingon", ""),
    ],
)
def test_the_language_is_known_by_identifier_then_name(path, identifier, language):
    assert syntax.language_of(path, identifier) == language


def test_every_language_has_a_grammar_with_its_node_kinds():
    for name in syntax.language_names():
        table = syntax.language(name)
        for kind in table.comments | table.strings | table.definitions | table.imports | table.calls | table.wrappers:
            assert syntax.query(name, f"({kind}) @node").capture_count == 1


def test_an_unknown_language_has_no_tree():
    assert syntax.parse(Document("u", "x")) is None
    assert syntax.language("klingon") is None
    with pytest.raises(ValueError, match="klingon"):
        syntax.query("klingon", "(x) @x")


@pytest.mark.parametrize("text", ["", "def (", "\0\0", "(" * 5000, "\ufeffx = 1\n", "x = '\ufffd"])
def test_broken_code_gives_a_tree(text):
    assert syntax.parse(Document("u", text, language="python")).root.end_byte <= len(text.encode())


def test_walking_goes_deeper_than_python_may_recurse():
    tree = syntax.parse(Document("u", "x = " + "(" * 3000 + "1" + ")" * 3000, language="python"))
    assert sum(node.type == "parenthesized_expression" for node in syntax.walk(tree.root)) == 3000


code = st.text(alphabet="ab(=):\n\r '\"#é😀def", max_size=30)


@given(code, code, st.data())
def test_a_reparsed_tree_is_the_tree_parsed_anew(before, inserted, data):
    start = data.draw(st.integers(0, len(before)))
    end = data.draw(st.integers(start, len(before)))
    tree = syntax.parse(Document("u", before, language="go"))
    shape_before = str(tree.root)
    change = Change(Span(start, end), inserted)
    document = tree.document.changed(change)
    again, anew = syntax.reparse(tree, change, document), syntax.parse(document)
    if not anew.has_errors and not again.has_errors:
        assert str(again.root) == str(anew.root)
    assert again.root.end_byte == anew.root.end_byte
    assert str(tree.root) == shape_before


def test_a_line_between_two_definitions_leaves_the_ones_after_it_as_they_are():
    text = Path(argparse.__file__).read_text(encoding="utf-8")
    tree = syntax.parse(Document("u", text, language="python"))
    place = text.index("class ArgumentError")
    change = Change(Span(place, place), "x = 1\n")
    again = syntax.reparse(tree, change, tree.document.changed(change))
    before = {node.id for node in syntax.walk(tree.root)}
    after = [node.id for node in syntax.walk(again.root) if node.start_byte > place + 1000 and node.child_count]
    assert len(before.intersection(after)) > 0.9 * len(after)
