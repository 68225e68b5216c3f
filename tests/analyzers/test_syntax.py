"""Parsing never fails, and parsing after a change gives the tree that parsing anew gives."""

from __future__ import annotations

import argparse
from pathlib import Path

import pytest
import tree_sitter
import tree_sitter_language_pack
from hypothesis import given
from hypothesis import strategies as st

from reread.analyzers import syntax
from reread.analyzers.languages.files import of_text
from reread.analyzers.text import Document, Span, TextChange


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
    change = TextChange(Span(start, end), inserted)
    document = tree.document.changed(change)
    again, anew = syntax.reparse(tree, change, document), syntax.parse(document)
    if not anew.has_errors and not again.has_errors:
        assert str(again.root) == str(anew.root)
    assert (again.root.end_byte, again.root.end_point) == (anew.root.end_byte, anew.root.end_point)
    assert str(tree.root) == shape_before


COMMANDS = "a b | c | d e{}\n\nf g | h\n{}i | j > k\n"


@pytest.mark.parametrize(
    ("end", "between", "first"),
    [
        ("", "", "a b | c | d e"),
        (" # why", "# because\n", "a b | c | d e"),
        (" \\\n  l", "", "a b | c | d e \\\n  l"),
    ],
    ids=["one after the other", "comments", "a line that goes on"],
)
def test_a_line_end_ends_a_command_of_a_shell(end, between, first):
    text = COMMANDS.format(end, between)
    tree = syntax.parse(Document("file:///a", text, language="bash"))
    assert tree is not None
    assert [tree.text(node) for node in tree.root.named_children if not node.is_extra] == [
        first,
        "f g | h",
        "i | j > k",
    ]
    assert [node.start_point[0] for node in tree.root.named_children if not node.is_extra][1:] == [
        text[: text.index(each)].count("\n") for each in ("f g", "i |")
    ]


def test_line_ends_in_texts_of_a_shell_end_no_command():
    commands = ['a | b | c "d\n e" $(f\n g)', "h | i > j"]
    tree = syntax.parse(Document("file:///a", "\n".join(commands) + "\n", language="bash"))
    assert tree is not None
    assert [tree.text(node) for node in tree.root.named_children] == commands


@pytest.mark.parametrize(("old", "new"), [(" > k", ""), ("f g", "f g | m"), ("d e", "d")])
def test_after_an_edit_the_commands_of_a_shell_end_where_they_do(old, new):
    text = COMMANDS.format("", "")
    tree = syntax.parse(Document("file:///a", text, language="bash"))
    for before, after in ((old, new), (new, old)):
        assert tree is not None
        place = tree.document.text.index(before) if before else len(tree.document.text) - 1
        change = TextChange(Span(place, place + len(before)), after)
        tree = syntax.reparse(tree, change, tree.document.changed(change))
        assert tree is not None
        fresh = syntax.parse(tree.document)
        assert fresh is not None
        assert str(tree.root) == str(fresh.root)
        assert [tree.text(node) for node in tree.root.named_children][1].startswith("f g")


OPERANDS = "contract C { function f() public { x = a && b.c(d); y = !e[f]; } }\n"


def operands(tree):
    """The last operands of all operations, in the order of the text."""
    signs = [place for place, sign in enumerate(tree.document.text) if sign in "!+"]
    operations = [tree.root.descendant_for_byte_range(place, place + 1).parent for place in signs]
    return [tree.text(operation.named_children[-1]) for operation in operations]


def test_an_operand_of_solidity_goes_as_far_as_what_is_accessed():
    tree = syntax.parse(Document("u", OPERANDS.replace("&&", "+"), language="solidity"))
    assert tree is not None
    assert operands(tree) == ["b.c(d)", "e[f]"]


@pytest.mark.parametrize(("old", "new"), [(".c(d)", ""), ("y = !e[f];", ""), ("a &&", ""), ("e[f]", "e[f].g(h)")])
def test_after_an_edit_operands_of_solidity_are_those_of_the_text(old, new):
    tree = syntax.parse(Document("u", OPERANDS, language="solidity"))
    place = OPERANDS.index(old)
    for before, after in ((old, new), (new, old)):
        assert tree is not None
        change = TextChange(Span(place, place + len(before)), after)
        tree = syntax.reparse(tree, change, tree.document.changed(change))
        assert tree is not None
        fresh = syntax.parse(tree.document)
        assert fresh is not None
        assert str(tree.root) == str(fresh.root)


def test_of_very_many_operands_the_first_are_corrected():
    text = "contract C { function f() public {" + "x = a + b.c(d);\n" * 1_100 + "} }"
    tree = syntax.parse(Document("u", text, language="solidity"))
    assert tree is not None
    assert not tree.has_errors
    assert tree.root.end_byte == len(text)
    assert operands(tree) == ["b.c(d)"] * 1_000 + ["b"] * 100


def test_a_line_between_two_definitions_leaves_the_ones_after_it_as_they_are():
    text = Path(argparse.__file__).read_text(encoding="utf-8")
    tree = syntax.parse(Document("u", text, language="python"))
    place = text.index("class ArgumentError")
    change = TextChange(Span(place, place), "x = 1\n")
    again = syntax.reparse(tree, change, tree.document.changed(change))
    before = {node.id for node in syntax.walk(tree.root)}
    after = [node.id for node in syntax.walk(again.root) if node.start_byte > place + 1000 and node.child_count]
    assert len(before.intersection(after)) > 0.9 * len(after)


long_code = st.lists(
    st.sampled_from(["def f(a):\n", "    x = (a,\n", "}", "    'é😀'\n", "if x:\n", "((\n"]), min_size=300
)


@pytest.mark.slow
@given(long_code)
def test_a_long_document_gives_the_same_tree_as_a_parser_that_has_it_all(lines):
    document = Document("u", "".join(lines), language="python")
    plain = tree_sitter.Parser(tree_sitter_language_pack.get_language("python")).parse(document.data)
    assert str(syntax.parse(document).root) == str(plain.root_node)


@pytest.mark.parametrize("language", ["python", "javascript", "go", "java", "kotlin"])
def test_a_parser_that_takes_too_long_is_stopped(language, monkeypatch):
    document = Document("u", "a = [\n" * 5_000, language=language)
    tree = syntax.parse(document)
    change = TextChange(Span(0, 0), "(" * 3_000)
    monkeypatch.setattr(syntax, "PARSE_SECONDS", 0.0)
    monkeypatch.setattr(syntax, "EDIT_SECONDS", 0.0)

    assert syntax.parse(document) is None
    assert syntax.reparse(tree, change, document.changed(change)) is None


@pytest.mark.parametrize("language", ["java", "csharp"])
def test_type_arguments_that_nothing_closes_are_not_parsed(language):
    assert syntax.parse(Document("u", "a<" * 20_000, language=language)) is None
    assert syntax.parse(Document("u", "int a = b < c;\n" * 2_000, language=language)) is not None


def test_time_that_the_thread_did_not_have_does_not_stop_a_parser(monkeypatch):
    """By the clock all is over at once; by the processor time hardly anything was spent."""
    seconds = iter(range(10_000_000))
    monkeypatch.setattr(syntax, "perf_counter", lambda: next(seconds))
    assert syntax.parse(Document("u", "a = [1]\n" * 1_000, language="python")) is not None


@pytest.mark.parametrize(
    ("path", "text", "language"),
    [
        ("a.h", "#pragma once\nclass A : public B {\n", "cpp"),
        ("a.h", "class EXPORTED A\n{\n", "cpp"),
        ("a.h", "namespace a::b {\n", "cpp"),
        ("a.h", "struct A {\n  private:\n", "cpp"),
        ("A.H", "  template <class T>\n", "cpp"),
        ("a.h", "using T = int;\n", "cpp"),
        (
            "a.h",
            '/* A class of\n * class A: no code */\n#ifdef __cplusplus\nextern "C" {\n#endif\nint f(int class);\n',
            "c",
        ),
        ("a.h", "", "c"),
        ("a.c", "class A {", "c"),
        ("a.inl", "", "cpp"),
    ],
)
def test_a_header_is_in_the_language_of_its_text(path, text, language):
    assert of_text(syntax.language_of(path), path, text) == language
