"""The arguments of Rust's macros, which are read as expressions with their places in the whole file."""

from __future__ import annotations

import pytest

from reread.analyzers.pattern.matching.macros import macro_arguments
from reread.analyzers.syntax import parse
from reread.analyzers.text import Document

MACROS = """\
fn main() {
    println!("{}", a + b);
    f(vec![1, c.d], format! ("{}", e(g)));
    h!(a => b);
    i!{ a, b }
}
j!(k)
"""


@pytest.fixture
def arguments():
    """The texts of the arguments of each macro of `MACROS`, in order; None where these are no expressions."""
    tree = parse(Document("file:///a.rs", MACROS, language="rust"))
    data = tree.document.data
    found, nodes = [], [tree.root]
    while nodes:
        node = nodes.pop()
        nodes += reversed(node.named_children)
        if node.type == "macro_invocation":
            read = macro_arguments(node.named_children[-1], data, "rust")
            found.append(read and [data[each.start_byte : each.end_byte].decode() for each in read])
    return found


def test_arguments_are_expressions_at_their_places(arguments):
    assert arguments == [
        ['"{}"', "a + b"],
        ["1", "c.d"],
        ['"{}"', "e(g)"],
        None,
        None,
        ["k"],
    ]
