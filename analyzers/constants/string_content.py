"""String literals in the syntax tree: whether they have substitutions, and the text between their quotes."""

from __future__ import annotations

from reread.analyzers.languages.table import Matching
from reread.analyzers.syntax import Node

_QUOTES = frozenset({b'"', b'"""'})


def is_template(node: Node, data: bytes) -> bool:
    """True for Python's strings with an `f` before them, JavaScript's templates and C#'s strings with a `$`."""
    if node.type in ("template_string", "interpolated_string_expression"):
        return True
    first = node.child(0) if node.child_count else None
    return first is not None and first.type == "string_start" and b"f" in data[node.start_byte : first.end_byte].lower()


def is_constant(node: Node, language: Matching) -> bool:
    """True when a string has no substitutions; for adjacent strings, when none of them has any."""
    if not language.texts.substitutions:
        return True
    for child in node.named_children:
        if child.type in language.texts.substitutions or (child.type == node.type and not is_constant(child, language)):
            return False
        if child.type not in language.texts.parts and child.named_child_count and not is_constant(child, language):
            return False
    return True


def content(node: Node, data: bytes) -> tuple[int, int, bytes]:
    """Where the text between the quotes of a string is (bytes), and the text; adjacent strings are joined."""
    if not node.child_count:
        quotes = _quotes(data[node.start_byte : node.end_byte])
        start, end = node.start_byte + quotes, node.end_byte - quotes
        return start, end, data[start:end]
    first, last = node.child(0), node.child(node.child_count - 1)
    assert first is not None and last is not None
    if first.child_count and last.child_count:
        text = b"".join(content(child, data)[2] for child in node.named_children if not child.is_extra)
        return content(first, data)[0], content(last, data)[1], text
    opening = data[first.start_byte : first.end_byte]
    if opening in _QUOTES and (node.child_count == 1 or last.is_named):  # The closing quotes have no node.
        end = max(first.end_byte, node.end_byte - len(opening))
        return first.end_byte, end, data[first.end_byte : end]
    if node.child_count == 1 and not first.is_named:
        return first.end_byte, node.end_byte, data[first.end_byte : node.end_byte]  # A block of YAML, behind its sign.
    # Some grammars have no nodes for the quotes.
    if first.start_byte > node.start_byte:
        return first.start_byte, last.end_byte, data[first.start_byte : last.end_byte]
    if first.type == "heredoc_start" and first.next_sibling is not None:
        first = first.next_sibling  # The word that ends it.
    if first.type == "interpolation_start" and first.next_sibling is not None and not first.next_sibling.is_named:
        first = first.next_sibling  # The quotation mark after the `$`.
    return first.end_byte, last.start_byte, data[first.end_byte : last.start_byte]


def text_of(node: Node, data: bytes, language: Matching) -> bytes:
    """The text that patterns compare a string by: what it stands for, or else what is written between its quotes."""
    resolved = language.texts.text_of
    if resolved is None:
        return content(node, data)[2]
    return resolved(data[node.start_byte : node.end_byte].decode(errors="replace")).encode()


def _quotes(text: bytes) -> int:
    """How many quotes there are at either end of a string that is one token."""
    if len(text) >= 6 and text[:3] == text[-3:] == b'"""':
        return 3
    return 1 if text[:1] in (b"'", b'"', b"`") else 0
