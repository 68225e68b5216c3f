"""Removes what does not change an expression: parentheses and wrapper nodes of the parser."""

from __future__ import annotations

from reread.analyzers.languages.table import Matching
from reread.analyzers.syntax import Node


def strip(node: Node, language: Matching) -> Node:
    """The node inside brackets and the like."""
    while node.type in language.leeway.transparent or is_before_types(node, language):
        inner = inner_of(node, language)
        if inner is None:
            break
        node = inner
    return node


def strip_unmarked(node: Node, language: Matching) -> Node:
    """The same, but with what is before the value, such as a tag, where the language has that."""
    if not language.leeway.marks:
        return strip(node, language)
    while node.type in language.leeway.transparent:
        inner = only_value(node, language)
        if inner is None:
            break
        node = inner
    return node


def inner_of(node: Node, language: Matching) -> Node | None:
    """The relevant content of a transparent node: its only child, or its body, if nothing else in it has a meaning."""
    inner = only_value(node, language)
    if inner is None and language.leeway.marks:
        marks = language.leeway.marks
        values = [child for child in node.named_children if not child.is_extra and child.type not in marks]
        return values[0] if len(values) == 1 else None
    if inner is None and node.type in language.shell.bodies:
        return node.child_by_field_name(language.shell.bodies[node.type])
    return inner


def is_before_types(node: Node, language: Matching) -> bool:
    """True for the `await f` that a parser makes of the beginning of `await f<T>(x)`."""
    if node.type not in language.leeway.before_types:
        return False
    following = node.next_named_sibling
    return following is not None and following.type == "type_arguments"


def only_value(node: Node, language: Matching) -> Node | None:
    """The same as `only_child`, where a value may also be a word of the language such as `nil`."""
    word = last_word(node, language)
    if word is not None:
        return word if node.child_count == 1 else None
    return only_child(node)


def last_word(node: Node, language: Matching) -> Node | None:
    """The word of the language that is the last child of a node and a value; None where there is none."""
    last = node.child(node.child_count - 1) if language.leeway.value_words and node.child_count else None
    return last if last is not None and last.type in language.leeway.value_words else None


def arguments_of(node: Node, language: Matching) -> Node | None:
    """The arguments of a call, if a node holds them: itself, or what also holds the closures behind the brackets."""
    if node.type in language.leeway.arguments:
        return node
    around = node.parent if node.type in language.leeway.spliced else None
    return around if around is not None and around.type in language.leeway.arguments else None


def only_child(node: Node) -> Node | None:
    """The one named child that is not a comment, or None when there are several or none."""
    if node.named_child_count == 1:
        child = node.named_child(0)
        return None if child is None or child.is_extra else child
    children = [child for child in node.named_children if not child.is_extra]
    return children[0] if len(children) == 1 else None
