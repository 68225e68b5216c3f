"""`MatchContext`: one run of patterns over one document."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from time import thread_time
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

from reread.analyzers.languages.table import Language, Matching
from reread.analyzers.pattern.bindings import EMPTY, Bindings, TooManySteps
from reread.analyzers.pattern.matching.budget import MOST_STEPS, RULE_SECONDS, Budget
from reread.analyzers.pattern.matching.names import Imports
from reread.analyzers.pattern.matching.nodes import Split, split, statements
from reread.analyzers.pattern.matching.surroundings import Surroundings
from reread.analyzers.pattern.regex.regex_cache import Found, Partial, Searches
from reread.analyzers.pattern.regex.search import find_all
from reread.analyzers.syntax import Node, language, parse_embedded

if TYPE_CHECKING:
    from reread.analyzers.constants.propagation import Constants
    from reread.analyzers.constants.values import Constant

_STEPS_BETWEEN_LOOKS = 255
"""One less than a power of two."""
_BYTES_OF_A_STEP = 400
"""As many bytes of code are compared in the time of some ten steps."""
_MOST_ANCESTORS = 500

_NO_WORDS: frozenset[bytes] = frozenset()
"""Python makes a new empty set each time, of 216 bytes, and each match that is remembered would have its own."""

GIVEN_UP = b"\0given up"
"""Among the words of an answer that lacks what took too many steps to find. No text has it."""


def given_word(name: bytes, *, is_given: bool) -> bytes:
    """What stands among the words of an answer for whether a file gives a name a value, as it was when that was asked.
    No text has it: a line with the name in it matters only where it changes that.
    """
    return (b"\0given " if is_given else b"\0not given ") + name


_T = TypeVar("_T")

_Memory: TypeAlias = dict[tuple[int, ...], tuple[list[Any], frozenset[bytes]]]


class MatchContext:
    """One document while patterns run over it.

    `low` and `high` (bytes) grow with all that a match looks at outside the node it was asked about. `words` are the
    names that a match looked for anywhere, which it does for constants; `folds` is false while a rule wants none.
    With `compares_values` a variable and the literal that it certainly has as its value are the same to a metavariable.
    """

    __slots__ = (
        "absent",
        "budget",
        "compares_values",
        "constants",
        "data",
        "declared",
        "embeds",
        "folds",
        "high",
        "imports",
        "language",
        "low",
        "macros",
        "memories",
        "memory",
        "most_steps",
        "nested",
        "outer",
        "outside",
        "places",
        "results",
        "root",
        "same_words",
        "searches",
        "splits",
        "starts",
        "statements_of",
        "steps",
        "table",
        "until",
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
        self.outside = Surroundings(root, table.matching)
        self.places: dict[bytes, list[int]] = {}
        # Rules that compare values and those that do not may share a pattern, whose answers differ.
        self.memories: tuple[_Memory, _Memory] = ({}, {})
        self.memory: _Memory = self.memories[False]
        self.splits: dict[int, Split] = {}
        self.starts: dict[tuple[int, ...], Any] = {}
        self.compares_values = False
        self.statements_of: dict[int, list[Node]] = {}
        self.nested: dict[int, list[Node]] = {}
        self.declared: dict[int, dict[bytes, list[Any]]] = {}
        self.embeds: dict[int, MatchContext | None] = {}
        self.macros: dict[int, list[Node] | None] = {}
        self.results: dict[int, dict[bytes, list[Node]]] = {}
        self.steps = 0
        self.most_steps = MOST_STEPS
        self.until = 0.0
        self.low = 0
        self.high = 0
        self.outer: Bindings = EMPTY
        self.searches = Searches(data)
        self.whole: MatchContext | None = None
        self.words: frozenset[bytes] = _NO_WORDS
        self.same_words: dict[frozenset[bytes], frozenset[bytes]] = {}
        self.absent: dict[bytes, bool] = {}
        self.folds = True
        self.constants: Constants | None = None

    def part(self, node: Node, outer: Bindings) -> MatchContext:
        """The context of one node as if it were all there is; `outer` is what metavariables stand for around it."""
        self._look_at_the_clock()
        inner = MatchContext(self.data, node, self.table, self.imports)
        inner.until, inner.most_steps = self.until, self.most_steps
        inner.outer = outer
        inner.compares_values = self.compares_values
        inner.whole = self
        return inner

    def embedded(self, node: Node) -> MatchContext | None:
        """The context of the code in a node that is of another language; None if that cannot be parsed."""
        if node.id not in self.embeds:
            name = self.language.shell.embedded[node.type]
            table = language(name)
            parts = [child for child in node.named_children if child.type not in self.table.comments]
            root = parse_embedded(parts, self.data, name)
            self.embeds[node.id] = None
            if root is not None and table is not None:
                self.embeds[node.id] = MatchContext(self.data, root, table, Imports())
        return self.embeds[node.id]

    def text_range(self) -> tuple[int, int]:
        """The range of bytes that is matched: the whole text, or the node that a part is about."""
        return (0, len(self.data)) if self.root.parent is None else (self.root.start_byte, self.root.end_byte)

    def search(self, expression: re.Pattern[str], *, partial: bool = False) -> Iterable[Found]:
        """Where an expression matches in the range that is matched. Raises TooManySteps where that takes too long;
        with `partial` there is what was found.
        """
        if self.root.parent is None:
            found = self.searches.of(expression)
            if isinstance(found, Partial):
                self.words |= {GIVEN_UP}
                if not partial:
                    raise TooManySteps
            return found
        return find_all(expression, self.data, *self.text_range())

    def begin(
        self, node: Node, *, folds: bool = True, compares_values: bool = False, most_steps: int = MOST_STEPS
    ) -> None:
        """Starts the count of steps and the record of what is looked at, for a candidate."""
        self.compares_values = compares_values
        self.memory = self.memories[compares_values]
        self.steps = 0
        self.most_steps = most_steps
        self.until = 0.0
        self.low = node.start_byte
        self.high = node.end_byte
        self.words = _NO_WORDS
        self.folds = folds

    def shared_words(self) -> frozenset[bytes]:
        """The words, as one object for all that are equal: nine of ten sets in a file are, of 216 bytes each."""
        return self.same_words.setdefault(self.words, self.words) if self.words else _NO_WORDS

    def step(self) -> None:
        """Counts one of the ways that are tried. Raises TooManySteps."""
        self.steps += 1
        if self.steps > self.most_steps:
            raise TooManySteps
        if not self.steps & _STEPS_BETWEEN_LOOKS:
            self._look_at_the_clock()

    def compare(self, length: int) -> None:
        """Counts a comparison of so many bytes of code. Raises TooManySteps."""
        self.steps += length // _BYTES_OF_A_STEP
        if self.steps > self.most_steps:
            raise TooManySteps

    def _look_at_the_clock(self) -> None:
        now = thread_time()
        if not self.until:
            self.until = now + RULE_SECONDS
        elif now > self.until:
            raise TooManySteps

    def split(self, node: Node) -> Split:
        """`split` of a node, which several patterns ask for."""
        known = self.splits.get(node.id)
        if known is None:
            known = self.splits[node.id] = split(node, self.language)
        if node.type in self.language.statements.else_ifs.values() and node.parent is not None:
            self.high = max(self.high, node.parent.end_byte)
        return known

    def statements(self, block: Node) -> list[Node]:
        """The statements right in a block, which several patterns ask for."""
        known = self.statements_of.get(block.id)
        if known is None:
            known = self.statements_of[block.id] = statements(block, self.language)
        return known

    def remember(self, key: tuple[int, ...], find: Callable[[], Iterator[_T]]) -> list[_T]:
        """The result of `find`, computed once per key. Its steps do not count against the candidate that asks first.

        One that takes too many is nothing, which `words` then say to all that depend on it.
        """
        known = self.memory.get(key)
        if known is None:
            self._look_at_the_clock()
            # Many places depend on it, which must not be lost because a rule has taken long.
            steps, self.steps, most, self.most_steps = self.steps, 0, self.most_steps, MOST_STEPS
            words, self.words = self.words, _NO_WORDS
            try:
                known = (list(find()), self.words)
            except TooManySteps:
                known = ([], self.words | {GIVEN_UP})
            self.steps, self.most_steps, self.words = steps, most, words
            self.memory[key] = known
        if known[1]:
            self.words |= known[1]
        return known[0]

    def constant(self, node: Node) -> Constant | None:
        """The known value of an expression, or None."""
        if self.whole is not None:
            return self.whole.constant(node)
        if not self.folds or (node.type not in self.language.texts.constants and node.type not in self.table.strings):
            return None
        known = self.known_constants()
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
        known = self.known_constants()
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

    def has_word(self, word: bytes, start: int, end: int) -> bool:
        """Whether a word is in a range of bytes, looked up in its places, which are searched for once."""
        places = self.places.get(word)
        if places is None:
            places = self.places[word] = []
            place = self.data.find(word)
            while place >= 0:
                places.append(place)
                place = self.data.find(word, place + 1)
        at = bisect_left(places, start)
        return at < len(places) and places[at] + len(word) <= end

    def is_given(self, name: bytes) -> bool:
        """Whether anything in the file gives a variable of that name a value; True if that cannot be known."""
        if self.whole is not None:
            return self.whole.is_given(name)
        known = self.known_constants()
        is_given = known is None or known.is_given(name)
        self.words |= {given_word(name, is_given=is_given)}
        return is_given

    def are_apart(self, one: Node, other: Node) -> bool:
        """Whether two names of the same text are certainly those of different variables."""
        if self.whole is not None:
            return self.whole.are_apart(one, other)
        leaves = self.language.names.leaves
        if one.type not in leaves or other.type not in leaves:
            return False
        known = self.known_constants() if one.start_byte != other.start_byte else None
        if known is None:
            return False
        apart, words = known.are_apart(one, other)
        self.words |= words
        return apart

    @property
    def tells_variables_apart(self) -> bool:
        """Whether `are_apart` knows of the variables of this language."""
        if self.whole is not None:
            return self.whole.tells_variables_apart
        known = self.known_constants()
        return known is not None and known.tells_apart

    def known_constants(self) -> Constants | None:
        """The constants of the file; None in a language that they are not known in."""
        if self.constants is None:
            from reread.analyzers.constants.propagation import constants

            self.constants = constants(self.data, self.root, self.table)
        return self.constants

    def depend_on(self, word: bytes) -> None:
        """Notes that the answer depends on all lines with a word."""
        self.words |= {word}

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

    def surroundings(self, node: Node) -> list[tuple[str, Node]]:
        """A node and the nodes around it with their kinds, innermost first; of very deep code only the innermost."""
        around = islice(self.outside.outwards(node), _MOST_ANCESTORS)
        return [(node.type, node), *((each.kind, each.node) for each in around)]

    def parent(self, node: Node) -> Node | None:
        """The node right around a candidate, or None. Tree-sitter takes time for its depth to find it."""
        found = self.outside.innermost(node)
        return None if found is None else found.node

    def ancestors(self, node: Node) -> list[Node]:
        """The nodes around a node, outermost first; of very deep code only the innermost."""
        found = [around.node for around in islice(self.outside.outwards(node), _MOST_ANCESTORS)]
        found.reverse()
        return found

    def around(self, node: Node, kinds: frozenset[str] | None) -> Iterator[Node]:
        """Those of a node and the nodes around it that are of some kinds (None: of any), innermost first."""
        return islice(self.outside.within(node, kinds), _MOST_ANCESTORS)

    def blocks_around(self, node: Node) -> Iterator[Node]:
        """The blocks of statements around a node, innermost first."""
        return islice(self.outside.blocks(node), _MOST_ANCESTORS)
