"""Mutants: code in production with one small mistake, as people make them."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Mapping
from itertools import chain, pairwise, zip_longest
from typing import NamedTuple

from reread.analyzers import syntax
from reread.analyzers.constants.unwrapping import arguments_of
from reread.analyzers.syntax import Node, SyntaxTree
from reread.analyzers.text import Document

BOUND, CONDITION, AWAIT, ARGUMENTS, GUARD, MISSING = "bound", "condition", "await", "arguments", "guard", "missing"
KINDS = {
    BOUND: ("off-by-one", "a bound or an index is off by one"),
    CONDITION: ("wrong-condition", "a condition holds in the wrong cases"),
    AWAIT: ("race", "what was waited for is no longer waited for"),
    ARGUMENTS: ("interface-misuse", "two arguments are in the wrong order"),
    GUARD: ("wrong-result", "a case that ended early goes on"),
    MISSING: ("null-dereference", "a missing value is no longer turned away"),
}
"""The class of each kind of mistake, and what is wrong."""

_OTHER = {
    "<": ("<=", BOUND),
    "<=": ("<", BOUND),
    ">": (">=", BOUND),
    ">=": (">", BOUND),
    "==": ("!=", CONDITION),
    "!=": ("==", CONDITION),
    "===": ("!==", CONDITION),
    "!==": ("===", CONDITION),
    "&&": ("||", CONDITION),
    "||": ("&&", CONDITION),
    "and": ("or", CONDITION),
    "or": ("and", CONDITION),
}
_NEGATIONS = ("not", "!")
_ENDS = ("return", "continue", "return_statement", "continue_statement")
_DEEP = 4
_IS_MISSING = re.compile(rb"\W*[\w.$]+\s*(?:is|===?)\s*(?:None|null|nil|undefined)\W*")


class Mutant(NamedTuple):
    """A mistake in a file: what replaces the bytes from `start` to `end`."""

    path: str
    start: int
    end: int
    new: bytes
    kind: str

    def applied(self, text: str) -> str:
        """The file with the mistake."""
        data = text.encode()
        return (data[: self.start] + self.new + data[self.end :]).decode()


def mutants(texts: Mapping[str, str], seed: int) -> list[Mutant]:
    """The possible mutants of files of code, by chance, and of all kinds in turn."""
    by_kind: dict[str, list[Mutant]] = {kind: [] for kind in KINDS}
    for path, text in sorted(texts.items()):
        for found in _of_file(path, text):
            by_kind[found.kind].append(found)
    chance = random.Random(seed)
    for some in by_kind.values():
        chance.shuffle(some)
    return [found for found in chain(*zip_longest(*by_kind.values())) if found is not None]


def _of_file(path: str, text: str) -> Iterator[Mutant]:
    tree = syntax.parse(Document("", text, path=path, language=syntax.language_of(path)))
    if tree is None or tree.has_errors:
        return
    for node in syntax.walk(tree.root):
        for start, end, new, kind in _mistakes(node, tree):
            yield Mutant(path, start, end, new, kind)


def is_well_formed(mutant: Mutant, text: str) -> bool:
    """Whether a file still parses with the mistake; a mistake that no parser takes is no defect for a review."""
    applied = mutant.applied(text)
    tree = syntax.parse(Document("", applied, path=mutant.path, language=syntax.language_of(mutant.path)))
    return tree is not None and not tree.has_errors


_Mistake = tuple[int, int, bytes, str]


def _mistakes(node: Node, tree: SyntaxTree) -> Iterator[_Mistake]:
    if not node.is_named:
        yield from _other_operator(node)
        return
    children = node.children
    if len(children) == 2 and children[0].type in _NEGATIONS:
        yield children[0].start_byte, children[1].start_byte, b"", CONDITION
    if len(children) == 3 and children[1].type in ("+", "-") and children[2].text == b"1":
        yield children[0].end_byte, node.end_byte, b"", BOUND
    yield from _lost_await(node, tree)
    yield from _swapped_arguments(node, tree)
    yield from _lost_guard(node, tree)


def _other_operator(node: Node) -> Iterator[_Mistake]:
    found = _OTHER.get(node.type)
    left, right = node.prev_sibling, node.next_sibling
    # Brackets of types and tags look the same, but have nothing on one of their sides.
    if found is not None and left is not None and right is not None and left.is_named and right.is_named:
        yield node.start_byte, node.end_byte, found[0].encode(), found[1]


def _lost_await(node: Node, tree: SyntaxTree) -> Iterator[_Mistake]:
    matching = tree.language.matching
    if matching is None or node.type not in matching.leeway.awaits or node.child_count < 2:
        return
    first, second = node.children[:2]
    if first.type == "await":
        yield first.start_byte, second.start_byte, b"", AWAIT
    else:
        yield first.end_byte, node.end_byte, b"", AWAIT


def _swapped_arguments(node: Node, tree: SyntaxTree) -> Iterator[_Mistake]:
    matching = tree.language.matching
    if matching is None or arguments_of(node, matching) is None:
        return
    data, keywords = tree.document.data, matching.leeway.keywords
    for left, right in pairwise(node.named_children):
        named = any(each.type in keywords and each.named_child_count > 1 for each in (left, right))
        if left.type == right.type and left.text != right.text and not named:
            between = data[left.end_byte : right.start_byte]
            new = data[right.start_byte : right.end_byte] + between + data[left.start_byte : left.end_byte]
            yield left.start_byte, right.end_byte, new, ARGUMENTS


def _lost_guard(node: Node, tree: SyntaxTree) -> Iterator[_Mistake]:
    """A condition without `else` that does nothing but end a function or a round of a loop, and lines of its own."""
    if not (node.type == "if" or node.type.startswith("if_")) or not _ends_early(node) or _is_alone(node, tree):
        return
    data = tree.document.data
    start = data.rfind(b"\n", 0, node.start_byte) + 1
    end = data.find(b"\n", node.end_byte) + 1
    if not data[start : node.start_byte].strip() and end and not data[node.end_byte : end].strip():
        # No two empty lines may tell that something is gone between them.
        if node.next_named_sibling is not None and data[end : end + 1] == b"\n" and data[start - 2 : start] == b"\n\n":
            end += 1
        condition = node.named_children[0].text or b""
        yield start, end, b"", MISSING if _IS_MISSING.fullmatch(condition) else GUARD


def _ends_early(node: Node) -> bool:
    inner = node.named_children
    if len(inner) != 2:
        return False
    body = inner[1]
    for _ in range(_DEEP):
        if (body.children[0] if body.children else body).type in _ENDS:
            return True
        if body.named_child_count != 1:
            return False
        body = body.named_children[0]
    return False


def _is_alone(node: Node, tree: SyntaxTree) -> bool:
    """Whether nothing would be left of the block around a statement."""
    matching, around = tree.language.matching, node.parent
    if matching is not None and around is not None and around.type in matching.leeway.transparent:
        node, around = around, around.parent
    comments = tree.language.comments
    return around is None or all(each == node or each.type in comments for each in around.named_children)
