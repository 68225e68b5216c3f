"""Patterns as trees of small objects, each of which says at which nodes it matches and what its metavariables are.

`match` yields one environment (metavariable → what it stands for) for each way to match. Python recursion follows the
pattern, never the code, so hostile nesting of code costs nothing here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple, TypeAlias

from reread.analyzers.rules.names import Imports, dotted
from reread.analyzers.languages.table import Matching
from reread.analyzers.syntax import Node

_MOST_STEPS = 20_000
_LONGEST_COMPARED = 20_000


class Bound(NamedTuple):
    """What a metavariable stands for: a range of bytes, and the node where it is exactly one."""

    start: int
    end: int
    text: bytes
    node: Node | None


Environment: TypeAlias = Mapping[str, Bound]
Environments: TypeAlias = Iterator[Environment]
EMPTY: Environment = {}
Split: TypeAlias = tuple[dict[str, list[Node]], list[str]]


class TooManySteps(Exception):  # noqa: N818
    """A pattern has so many ways to match at one place that the attempt was given up."""


class Scan:
    """One document while patterns run over it.

    `low` and `high` (bytes) grow with all that a match looks at outside of the node it was asked about.
    """

    __slots__ = ("data", "high", "imports", "language", "low", "memory", "path", "root", "splits", "steps")

    def __init__(self, data: bytes, root: Node, language: Matching, imports: Imports) -> None:
        self.data = data
        self.root = root
        self.language = language
        self.imports = imports
        self.path: list[Node] = []
        self.memory: dict[tuple[int, int], list[tuple[int, Environment]]] = {}
        self.splits: dict[int, Split] = {}
        self.steps = 0
        self.low = 0
        self.high = 0

    def begin(self, node: Node) -> None:
        """Starts the count of steps and the record of what is looked at, for a candidate."""
        self.steps = 0
        self.low = node.start_byte
        self.high = node.end_byte

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

    def remember(
        self, key: tuple[int, int], find: Callable[[], Iterator[tuple[int, Environment]]]
    ) -> list[tuple[int, Environment]]:
        """What `find` gives, found out once for a key. Its steps do not count against the candidate that asks first."""
        known = self.memory.get(key)
        if known is None:
            steps, self.steps = self.steps, 0
            try:
                known = list(find())
            except TooManySteps:
                known = []
            self.steps = steps
            self.memory[key] = known
        return known

    def touch(self, node: Node) -> None:
        """Notes that the answer depends on all of that node."""
        self.low = min(self.low, node.start_byte)
        self.high = max(self.high, node.end_byte)

    def touch_lines(self, start: int, end: int) -> tuple[int, int]:
        """Notes that the answer depends on the lines that a range is on, and gives their range (bytes)."""
        start = self.data.rfind(b"\n", 0, start) + 1
        following = self.data.find(b"\n", end)
        end = len(self.data) if following < 0 else following
        self.low = min(self.low, start)
        self.high = max(self.high, end)
        return start, end

    def ancestors(self, node: Node) -> list[Node]:
        """The nodes around a node, outermost first. Cheap where candidates come in the order of the text.

        tree-sitter finds a parent by descending from the root, so asking node by node takes quadratic time.
        """
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
                return list(path)
            path.append(child)


class Pattern:
    """`kinds` are the node kinds that it can match, None for all; `name` is the last name of a call or member, or an
    operator; `quick` the kinds that some fields must have.
    """

    __slots__ = ()
    kinds: frozenset[str] | None = None
    name: str | None = None
    quick: Quick = ()

    def match(self, node: Node, environment: Environment, scan: Scan) -> Environments:
        raise NotImplementedError


class Ellipsis(Pattern):
    """`...`: nothing, one thing or many, where a list stands; anything where one thing stands."""

    __slots__ = ()

    def match(self, node: Node, environment: Environment, scan: Scan) -> Environments:
        yield environment


class ManyMetavariable(Pattern):
    """`$...X`: like `...`, and remembers what it stood for."""

    __slots__ = ("variable",)

    def __init__(self, variable: str) -> None:
        self.variable = variable

    def match(self, node: Node, environment: Environment, scan: Scan) -> Environments:
        return self.match_many([node], environment, scan)

    def match_many(self, nodes: list[Node], environment: Environment, scan: Scan) -> Environments:
        start, end = (nodes[0].start_byte, nodes[-1].end_byte) if nodes else (0, 0)
        bound = bind(self.variable, Bound(start, end, scan.data[start:end], None), environment, scan)
        if bound is not None:
            yield bound


class Metavariable(Pattern):
    """`$X`: any one thing, the same each time."""

    __slots__ = ("variable",)

    def __init__(self, variable: str) -> None:
        self.variable = variable

    def match(self, node: Node, environment: Environment, scan: Scan) -> Environments:
        node = strip(node, scan.language)
        if not node.is_named or node.type in scan.language.opaque:
            return
        found = Bound(node.start_byte, node.end_byte, scan.data[node.start_byte : node.end_byte], node)
        bound = bind(self.variable, found, environment, scan)
        if bound is not None:
            yield bound


class Name(Pattern):
    """A name or several with dots between, `a.b.c`, possibly known under another name by an import."""

    __slots__ = ("kinds", "name", "parts")

    def __init__(self, parts: tuple[str, ...], language: Matching) -> None:
        self.parts = parts
        self.name = parts[-1]
        self.kinds = language.names if len(parts) == 1 else language.names | frozenset(language.members)

    def match(self, node: Node, environment: Environment, scan: Scan) -> Environments:
        node = strip(node, scan.language)
        if node.type not in scan.language.names and node.type not in scan.language.members:
            return
        found = dotted(node, scan.data, scan.language)
        if found == self.parts or (found is not None and scan.imports.means(found, self.parts)):
            yield environment


class Leaf(Pattern):
    """A token with a text of its own: a number, a literal, a key word."""

    __slots__ = ("kinds", "text")

    def __init__(self, kind: str, text: bytes) -> None:
        self.kinds = frozenset({kind})
        self.text = text

    def match(self, node: Node, environment: Environment, scan: Scan) -> Environments:
        node = strip(node, scan.language)
        if node.type in self.kinds and scan.data[node.start_byte : node.end_byte] == self.text:
            yield environment


Quick: TypeAlias = tuple[tuple[str, frozenset[str]], ...]
GroupMatch: TypeAlias = Callable[[list[Node], Environment, "Scan"], Environments]


class Group(NamedTuple):
    """What a pattern wants of the children of a node in one field (or, with an empty name, in none).

    `kinds` are those that a single child must have.
    """

    field: str
    match: GroupMatch
    kinds: frozenset[str] | None = None


class Branch(Pattern):
    """A node with children. `open` when what the pattern does not mention may be anything."""

    __slots__ = ("groups", "kinds", "name", "open", "quick", "tokens")

    def __init__(
        self, kinds: frozenset[str], name: str | None, groups: tuple[Group, ...], tokens: tuple[str, ...], *, open: bool
    ) -> None:
        self.kinds = kinds
        self.name = name
        self.groups = groups
        self.tokens = tokens
        self.open = open
        self.quick = tuple((group.field, group.kinds) for group in groups if group.field and group.kinds is not None)

    def match(self, node: Node, environment: Environment, scan: Scan) -> Environments:
        kinds = self.kinds
        if node.type not in kinds:
            node = see_through(node, kinds, scan.language)
            if node.type not in kinds:
                return
        if self.quick and not may_match(node, self.quick, scan.language):
            return
        fields, tokens = scan.split(node)
        if not self.open and not self._same_tokens(tokens, scan.language):
            return
        wanted = {group.field for group in self.groups}
        if not self.open and any(field not in wanted and field not in scan.language.optional for field in fields):
            return
        yield from self._match_groups(0, fields, environment, scan)

    def _match_groups(
        self, index: int, fields: dict[str, list[Node]], environment: Environment, scan: Scan
    ) -> Environments:
        if index == len(self.groups):
            yield environment
            return
        group = self.groups[index]
        for found in group.match(fields.get(group.field, []), environment, scan):
            yield from self._match_groups(index + 1, fields, found, scan)

    def _same_tokens(self, tokens: list[str], language: Matching) -> bool:
        mine = self.tokens
        if not mine and not tokens:
            return True
        optional = language.optional_tokens
        if not self.kinds.isdisjoint(language.subsets):
            return all(token in tokens for token in mine)
        if [token for token in mine if token not in optional] != [token for token in tokens if token not in optional]:
            return False
        return all(token in tokens for token in mine)


class Alternatives(Pattern):
    """Any of several patterns at one place."""

    __slots__ = ("kinds", "patterns")

    def __init__(self, patterns: tuple[Pattern, ...]) -> None:
        self.patterns = patterns
        self.kinds = frozenset().union(*(pattern.kinds or () for pattern in patterns))

    def match(self, node: Node, environment: Environment, scan: Scan) -> Environments:
        for pattern in self.patterns:
            yield from pattern.match(node, environment, scan)


class Deep(Pattern):
    """`<... p ...>`: p, or anything that holds p somewhere."""

    __slots__ = ("pattern",)

    def __init__(self, pattern: Pattern) -> None:
        self.pattern = pattern

    def match(self, node: Node, environment: Environment, scan: Scan) -> Environments:
        stack = [node]
        while stack:
            current = stack.pop()
            if current.is_named and (self.pattern.kinds is None or current.type in self.pattern.kinds):
                scan.step()
                yield from self.pattern.match(current, environment, scan)
            stack.extend(reversed(current.children))


def may_match(node: Node, quick: Quick, language: Matching) -> bool:
    """False when a child has the wrong kind. Most nodes fail here, far cheaper than looking at all children."""
    for field, kinds in quick:
        child = node.child_by_field_name(field)
        if child is not None and child.type not in kinds and child.type not in language.transparent:
            return False
    return True


def bind(variable: str, found: Bound, environment: Environment, scan: Scan) -> Environment | None:
    """The environment with the variable bound, or None when it already stands for something else."""
    if variable == "$_":
        return environment
    known = environment.get(variable)
    if known is None:
        return {**environment, variable: found}
    return environment if same(known, found, scan) else None


def merge(one: Environment, other: Environment, scan: Scan) -> Environment | None:
    """Both environments together, or None when a variable stands for different things in them."""
    result: Environment | None = one
    for variable, found in other.items():
        if result is not None:
            result = bind(variable, found, result, scan)
    return result


def same(one: Bound, other: Bound, scan: Scan) -> bool:
    """True when both are the same code, up to white space, comments and brackets around them."""
    if one.text == other.text:
        return True
    if one.node is None or other.node is None or max(len(one.text), len(other.text)) > _LONGEST_COMPARED:
        return False
    if one.node.type != other.node.type and not {one.node.type, other.node.type} <= scan.language.names:
        return False
    if not (_COMMENT & {*one.text, *other.text}) and _essence(one.text) != _essence(other.text):
        return False
    return tokens_of(one.node, scan) == tokens_of(other.node, scan)


_COMMENT = {ord("#"), ord("/")}


def _essence(text: bytes) -> bytes:
    """The text without what may differ between equal pieces of code: white space, brackets, trailing commas."""
    return text.translate(None, b" \t\r\n\f\v\\(),")


def tokens_of(node: Node, scan: Scan) -> list[bytes]:
    """The texts of all leaves, without comments, trailing commas and needless brackets."""
    result: list[bytes] = []
    stack = [node]
    while stack:
        current = stack.pop()
        if current.is_extra:
            continue
        current = strip(current, scan.language)
        if current.child_count:
            stack.extend(reversed(current.children))
        else:
            result.append(scan.data[current.start_byte : current.end_byte])
    return [
        token
        for token, following in zip(result, [*result[1:], b""], strict=True)
        if token != b"," or following not in b")]}"
    ]


def strip(node: Node, language: Matching) -> Node:
    """The node inside of brackets and the like."""
    while node.type in language.transparent:
        inner = only_child(node)
        if inner is None:
            break
        node = inner
    return node


def see_through(node: Node, kinds: frozenset[str], language: Matching) -> Node:
    """Like `strip`, but stops at one of the kinds, and sees through the wrappers of definitions too."""
    while node.type not in kinds:
        inner = node.child_by_field_name("definition") if node.type == language.decorated else None
        if inner is None and node.type in language.transparent:
            inner = only_child(node)
        if inner is None and node.type in language.declarations:
            declared = [child for child in node.named_children if child.type in kinds]
            inner = declared[0] if len(declared) == 1 else None
        if inner is None:
            break
        node = inner
    return node


def only_child(node: Node) -> Node | None:
    """The one named child that is no comment, or None when there are several or none."""
    if node.named_child_count == 1:
        child = node.named_child(0)
        return None if child is None or child.is_extra else child
    children = [child for child in node.named_children if not child.is_extra]
    return children[0] if len(children) == 1 else None


def split(node: Node, language: Matching) -> Split:
    """The named children by field ("" or an optional kind where there is none), and the tokens that mean something."""
    fields: dict[str, list[Node]] = {}
    tokens: list[str] = []
    kind = node.type
    names = language.fields
    cursor = node.walk()
    if not cursor.goto_first_child():
        return fields, tokens
    while True:
        child = cursor.node
        assert child is not None
        field = cursor.field_name
        if not child.is_named:
            if child.type not in language.ignored_tokens:
                tokens.append(child.type)
        elif not child.is_extra:
            if field is None:
                known = child.type in language.optional or child.type in language.apart
                field = child.type if known else ""
            elif (kind, field) in names:
                field = names[kind, field]
            more = child.named_children if child.type in language.spliced else (child,)
            fields.setdefault(field, []).extend(inner for inner in more if not inner.is_extra)
        if not cursor.goto_next_sibling():
            return fields, tokens
