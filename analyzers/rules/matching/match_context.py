"""One run of patterns over one document (`MatchContext`), and comparing what metavariables stand for in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

from reread.analyzers.constants.unwrapping import strip
from reread.analyzers.languages.table import Language, Matching
from reread.analyzers.rules.matching.bindings import EMPTY, Binding, Bindings, TooManySteps
from reread.analyzers.rules.matching.budget import Budget
from reread.analyzers.rules.matching.names import Imports
from reread.analyzers.rules.matching.nodes import Split, split, statements
from reread.analyzers.rules.regex.regex_cache import Found, Searches
from reread.analyzers.rules.regex.search import find_all
from reread.analyzers.syntax import Node

if TYPE_CHECKING:
    from reread.analyzers.constants.propagation import Constants
    from reread.analyzers.constants.values import Constant

_MOST_STEPS = 20_000
_MOST_ANCESTORS = 500


_LONGEST_COMPARED = 20_000

_NO_WORDS: frozenset[bytes] = frozenset()
"""Python makes a new empty set each time, of 216 bytes, and each match that is remembered would have its own."""


class MatchContext:
    """One document while patterns run over it.

    `low` and `high` (bytes) grow with all that a match looks at outside of the node it was asked about. `words` are the
    names that a match looked for anywhere, which it does for constants; `folds` is false while a rule wants none.
    """

    __slots__ = (
        "absent",
        "answer",
        "asked",
        "blocks",
        "budget",
        "constants",
        "data",
        "declared",
        "folds",
        "high",
        "imports",
        "language",
        "low",
        "memory",
        "nested",
        "outer",
        "path",
        "results",
        "root",
        "searches",
        "splits",
        "steps",
        "table",
        "whole",
        "words",
    )

    def __init__(self, data: bytes, root: Node, table: Language, imports: Imports) -> None:
        assert table.matching is not None
        self.budget = Budget()
        self.data = data
        self.root = root
        self.table = table
        self.language: Matching = table.matching
        self.imports = imports
        self.path: list[Node] = []
        self.asked = -1
        self.answer: list[tuple[str, Node]] = []
        self.memory: dict[tuple[int, int], tuple[list[tuple[int, Bindings]], frozenset[bytes]]] = {}
        self.splits: dict[int, Split] = {}
        self.blocks: dict[int, list[Node]] = {}
        self.nested: dict[int, list[Node]] = {}
        self.declared: dict[int, dict[bytes, list[Any]]] = {}
        self.results: dict[int, dict[bytes, list[Node]]] = {}
        self.steps = 0
        self.low = 0
        self.high = 0
        self.outer: Bindings = EMPTY
        self.searches = Searches(data)
        self.whole: MatchContext | None = None
        self.words: frozenset[bytes] = _NO_WORDS
        self.absent: dict[bytes, bool] = {}
        self.folds = True
        self.constants: Constants | None = None

    def part(self, node: Node, outer: Bindings) -> MatchContext:
        """A scan of one node as if it were all there is; `outer` is what metavariables stand for around it."""
        inner = MatchContext(self.data, node, self.table, self.imports)
        inner.outer = outer
        inner.whole = self
        return inner

    def text_range(self) -> tuple[int, int]:
        """The range of bytes that is scanned: the whole text, or the node that a part is about."""
        return (0, len(self.data)) if self.root.parent is None else (self.root.start_byte, self.root.end_byte)

    def search(self, expression: re.Pattern[str]) -> Iterable[Found]:
        """Where an expression matches in the range that is scanned."""
        if self.root.parent is None:
            return self.searches.of(expression)
        return find_all(expression, self.data, *self.text_range())

    def begin(self, node: Node, *, folds: bool = True) -> None:
        """Starts the count of steps and the record of what is looked at, for a candidate."""
        self.steps = 0
        self.low = node.start_byte
        self.high = node.end_byte
        self.words = _NO_WORDS
        self.folds = folds

    def step(self) -> None:
        self.steps += 1
        if self.steps > _MOST_STEPS:
            raise TooManySteps

    def split(self, node: Node) -> Split:
        """`split` of a node, which several patterns ask for."""
        known = self.splits.get(node.id)
        if known is None:
            known = self.splits[node.id] = split(node, self.language)
        return known

    def statements(self, block: Node) -> list[Node]:
        """The statements right in a block, which several patterns ask for."""
        known = self.blocks.get(block.id)
        if known is None:
            known = self.blocks[block.id] = statements(block, self.language)
        return known

    def remember(
        self, key: tuple[int, int], find: Callable[[], Iterator[tuple[int, Bindings]]]
    ) -> list[tuple[int, Bindings]]:
        """What `find` gives, found out once for a key. Its steps do not count against the candidate that asks first."""
        known = self.memory.get(key)
        if known is None:
            steps, self.steps = self.steps, 0
            words, self.words = self.words, _NO_WORDS
            try:
                known = (list(find()), self.words)
            except TooManySteps:
                known = ([], self.words)
            self.steps, self.words = steps, words
            self.memory[key] = known
        if known[1]:
            self.words |= known[1]
        return known[0]

    def constant(self, node: Node) -> Constant | None:
        """What an expression is known to be, or None."""
        if self.whole is not None:
            return self.whole.constant(node)
        if not self.folds or (node.type not in self.language.constants and node.type not in self.table.strings):
            return None
        known = self._known_constants()
        if known is None:
            return None
        found, words, spread = known.of(node)
        self.words |= words
        for each in spread:
            self.touch(each)
        return found

    def symbol(self, node: Node) -> Node | None:
        """The expression that a variable certainly has its value from, or None."""
        if self.whole is not None:
            return self.whole.symbol(node)
        known = self._known_constants()
        if known is None:
            return None
        found, words, spread = known.symbol(node)
        self.words |= words
        for each in spread:
            self.touch(each)
        return found

    def lacks(self, words: tuple[bytes, ...]) -> bool:
        """Whether one of the words is nowhere in the file, by any name; noted, since an edit may bring it."""
        for word in words:
            absent = self.absent.get(word)
            if absent is None:
                absent = self.absent[word] = word not in self.imports.renamed and self.data.find(word) < 0
            if absent:
                self.words |= {word}
                return True
        return False

    def is_given(self, name: bytes) -> bool:
        """Whether anything in the file gives a variable of that name a value; True where that cannot be known."""
        if self.whole is not None:
            return self.whole.is_given(name)
        self.words |= {name}
        known = self._known_constants()
        return known is None or known.is_given(name)

    def _known_constants(self) -> Constants | None:
        if self.constants is None:
            from reread.analyzers.constants.propagation import constants

            self.constants = constants(self.data, self.root, self.table)
        return self.constants

    def touch(self, node: Node) -> None:
        """Notes that the answer depends on all of that node."""
        self.low = min(self.low, node.start_byte)
        self.high = max(self.high, node.end_byte)

    def touch_range(self, start: int, end: int) -> None:
        """Notes that the answer depends on a range of bytes."""
        self.low = min(self.low, start)
        self.high = max(self.high, end)

    def touch_lines(self, start: int, end: int) -> tuple[int, int]:
        """Notes that the answer depends on the lines that a range is on, and gives their range (bytes)."""
        start = self.data.rfind(b"\n", 0, start) + 1
        following = self.data.find(b"\n", end)
        end = len(self.data) if following < 0 else following
        self.low = min(self.low, start)
        self.high = max(self.high, end)
        return start, end

    def ancestors(self, node: Node) -> list[Node]:
        """The nodes around a node, outermost first; of very deep code only the innermost.

        Cheap where candidates come in the order of the text: tree-sitter finds a parent by descending from the root,
        so that asking node by node would take quadratic time.
        """
        return [around for _, around in reversed(self.surroundings(node)[1:])]

    def surroundings(self, node: Node) -> list[tuple[str, Node]]:
        """A node and the nodes around it with their kinds, innermost first."""
        if self.asked != node.id:
            self.asked = node.id
            self.answer = [(each.type, each) for each in (node, *reversed(self._ancestors(node)))]
        return self.answer

    def _ancestors(self, node: Node) -> list[Node]:
        path = self.path
        start, end = node.start_byte, node.end_byte
        while path and not (path[-1].start_byte <= start and end <= path[-1].end_byte and path[-1] != node):
            path.pop()
        if not path:
            if node == self.root:
                return []
            path.append(self.root)
        while True:
            child = path[-1].child_with_descendant(node)
            if child is None or child == node:
                return path[-_MOST_ANCESTORS:]
            path.append(child)


def bind(variable: str, found: Binding, bindings: Bindings, scan: MatchContext) -> Bindings | None:
    """The environment with the variable bound, or None when it already stands for something else."""
    if variable == "$_":
        return bindings
    known = bindings.get(variable)
    if known is None:
        return {**bindings, variable: found}
    return bindings if same(known, found, scan) else None


def merge(one: Bindings, other: Bindings, scan: MatchContext) -> Bindings | None:
    """Both environments together, or None when a variable stands for different things in them."""
    result: Bindings | None = one
    for variable, found in other.items():
        if result is not None:
            result = bind(variable, found, result, scan)
    return result


def same(one: Binding, other: Binding, scan: MatchContext) -> bool:
    """True when both are the same code, up to white space, comments and brackets around them."""
    if one.text == other.text:
        return True
    if one.node is None or other.node is None or max(len(one.text), len(other.text)) > _LONGEST_COMPARED:
        return False
    if one.node.type != other.node.type and not {one.node.type, other.node.type} <= scan.language.names:
        return False
    return may_be_same(one.text, other.text) and tokens_of(one.node, scan) == tokens_of(other.node, scan)


_COMMENT = frozenset(b"#/")


def may_be_same(one: bytes, other: bytes) -> bool:
    """False when two texts differ in more than white space, comments and brackets."""
    return _essence(one) == _essence(other) or not _COMMENT.isdisjoint(one) or not _COMMENT.isdisjoint(other)


def _essence(text: bytes) -> bytes:
    """The text without what may differ between equal pieces of code: white space, brackets, trailing commas."""
    return text.translate(None, b" \t\r\n\f\v\\(),")


def tokens_of(node: Node, scan: MatchContext) -> list[bytes]:
    """The texts of all leaves, without comments, trailing commas and needless brackets."""
    result: list[bytes] = []
    stack = [node]
    while stack:
        current = stack.pop()
        if current.is_extra:
            continue
        current = strip(current, scan.language)
        # White space means something between what is escaped in a string.
        if current.child_count and not current.type.endswith("string_content"):
            stack.extend(reversed(current.children))
        else:
            result.append(scan.data[current.start_byte : current.end_byte])
    return [
        token
        for token, following in zip(result, [*result[1:], b""], strict=True)
        if token != b"," or following not in b")]}"
    ]
