"""Patterns as trees of small objects, each of which knows at which nodes it matches and what it binds.

`match` yields one environment (metavariable → what it stands for) for each way to match. Python recursion follows the
pattern, never the code, so hostile nesting of code costs nothing here.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, TypeAlias

from reread.analyzers.constants.numerals import number_of
from reread.analyzers.constants.unwrapping import strip, strip_unmarked
from reread.analyzers.languages.table import Matching
from reread.analyzers.pattern.bindings import AllBindings, Binding, Bindings
from reread.analyzers.pattern.matching.equal_values import may_be_compared
from reread.analyzers.pattern.matching.import_scopes import is_in_import, means
from reread.analyzers.pattern.matching.match_context import MatchContext
from reread.analyzers.pattern.matching.names import dotted, without_types
from reread.analyzers.pattern.matching.nodes import Shape, may_fit, see_through
from reread.analyzers.pattern.matching.unification import bind, may_be_same
from reread.analyzers.pattern.shared_values import shared
from reread.analyzers.syntax import Node


class Pattern:
    """`kinds` are the node kinds that it can match, None for all; `name` is the last name of a call or member, or an
    operator. `twins` is true for patterns such as `$X == $X`, `folds` for literals that also match an expression of
    which the value is known. `variable` is the metavariable for the last name of what is called, or of a member.
    `caseless` is true for names and literals that are found in upper and lower case.
    """

    __slots__ = ()
    kinds: frozenset[str] | None = None
    name: str | None = None
    twins: bool = False
    folds: bool = False
    variable: str = ""
    caseless: bool = False

    def match(self, node: Node, bindings: Bindings, context: MatchContext) -> AllBindings:
        raise NotImplementedError


class Ellipsis(Pattern):
    """`...`: nothing, one thing or many, where a list stands; anything where one thing stands.

    Unless it goes `deeper`, it stands for statements of one block only, not for what is inside them
    (`go_deeper_stmt: false`).
    """

    __slots__ = ("deeper",)

    def __init__(self, deeper: bool = True) -> None:
        self.deeper = deeper

    def match(self, node: Node, bindings: Bindings, context: MatchContext) -> AllBindings:
        yield bindings


class ManyMetavariable(Pattern):
    """`$...X`: like `...`, and binds what it matches."""

    __slots__ = ("variable",)

    def __init__(self, variable: str) -> None:
        self.variable = variable

    def match(self, node: Node, bindings: Bindings, context: MatchContext) -> AllBindings:
        return self.match_many([node], bindings, context)

    def match_many(self, nodes: list[Node], bindings: Bindings, context: MatchContext) -> AllBindings:
        start, end = (nodes[0].start_byte, nodes[-1].end_byte) if nodes else (0, 0)
        bound = bind(self.variable, Binding(start, end, context.data[start:end], None), bindings, context)
        if bound is not None:
            yield bound


class Metavariable(Pattern):
    """`$X`: any one thing, the same each time."""

    __slots__ = ("variable",)

    def __init__(self, variable: str) -> None:
        self.variable = variable

    def match(self, node: Node, bindings: Bindings, context: MatchContext) -> AllBindings:
        node = strip_unmarked(node, context.language)
        if node.type in context.language.leeway.opaque or not (node.is_named or _is_word(node, context.language)):
            return
        found = Binding(node.start_byte, node.end_byte, context.data[node.start_byte : node.end_byte], node)
        bound = bind(self.variable, found, bindings, context)
        if bound is not None:
            yield bound


def _is_word(node: Node, language: Matching) -> bool:
    """True for a token that is a name or a value: `nil`, and `new` in Java's `List::new`."""
    around = node.parent
    if node.type in language.names.leaves or node.type in language.leeway.value_words:
        return True
    return around is not None and (around.type, node.type) in language.leeway.token_fields


class Name(Pattern):
    """A name or several with dots between, `a.b.c`, possibly known under another name by an import.

    A class is also found with the package that it is in, where the language has packages.
    """

    __slots__ = ("caseless", "kinds", "name", "of_package", "parts")
    kinds: frozenset[str]

    def __init__(self, parts: tuple[str, ...], language: Matching, *, caseless: bool = False) -> None:
        self.parts = parts
        self.caseless = caseless
        self.name = parts[-1]
        self.of_package = language.imports.packages and parts[0][:1].isupper()
        is_plain = len(parts) == 1 and not self.of_package
        names = language.names
        plain = names.leaves | names.with_types
        self.kinds = plain if is_plain else plain | frozenset(names.members)

    def match(self, node: Node, bindings: Bindings, context: MatchContext) -> AllBindings:
        node = without_types(strip(node, context.language), context.language)
        if node.type not in context.language.names.leaves and node.type not in context.language.names.members:
            return
        found = dotted(node, context.data, context.language)
        if found is None:
            return
        is_meant = found == self.parts or self._with_package(found) or (self.caseless and self._in_any_case(found))
        if is_meant or (means(found, self.parts, node.start_byte, context) and not is_in_import(node, context)):
            yield bindings

    def _in_any_case(self, found: tuple[str, ...]) -> bool:
        return len(found) == 1 and found[0].lower() == self.parts[0].lower()

    def _with_package(self, found: tuple[str, ...]) -> bool:
        """True for `java.util.Random` where the pattern has `Random`. The names of packages are in lower case."""
        package = found[: -len(self.parts)] if self.of_package else ()
        return (
            bool(package)
            and found[len(package) :] == self.parts
            and package[0] not in ("this", "super")
            and all(part[:1].islower() for part in package)
        )


TRUTH = {b"true": True, b"True": True, b"false": False, b"False": False}


class Leaf(Pattern):
    """A token with a text of its own: a number, a literal, a key word. A number matches in all its spellings."""

    __slots__ = ("caseless", "folds", "kind", "kinds", "number", "text")
    kinds: frozenset[str]

    def __init__(
        self, kind: str, text: bytes, constants: frozenset[str] = frozenset(), *, caseless: bool = False
    ) -> None:
        """`constants` are the kinds of expressions that may be known to be this number or truth value. The text is in
        lower case where it is `caseless`.
        """
        self.caseless = caseless
        self.kind = kind
        self.kinds = constants | {kind}
        self.folds = bool(constants)
        self.text = text
        self.number = number_of(text.decode(errors="replace")) if text[:1].isdigit() else None

    def match(self, node: Node, bindings: Bindings, context: MatchContext) -> AllBindings:
        node = strip(node, context.language)
        if node.type not in self.kinds:
            return
        text = context.data[node.start_byte : node.end_byte]
        if node.type != self.kind:
            if self._is_value(node, context):
                yield bindings
        elif self._is_same(text.lower() if self.caseless else text):
            yield bindings

    def _is_same(self, text: bytes) -> bool:
        return text == self.text or (self.number is not None and self._is_same_number(text))

    def _is_value(self, node: Node, context: MatchContext) -> bool:
        """True for an expression that always has the value of this literal."""
        known = context.constant(node)
        if known is None or not known.known:
            return False
        value = TRUTH.get(self.text, self.number)
        return value is not None and type(value) is type(known.values[0]) and value == known.values[0]

    def _is_same_number(self, text: bytes) -> bool:
        """`16`, `0x10` and `1_6` are the same, `1` and `1L` are not."""
        suffixes = b"lLnN"
        return (text[-1] in suffixes) == (self.text[-1] in suffixes) and (
            number_of(text.decode(errors="replace")) == self.number
        )


GroupMatch: TypeAlias = Callable[[list[Node], Bindings, "MatchContext"], AllBindings]


class Group(NamedTuple):
    """The requirements of a pattern for the children of a node in one field (or, with an empty name, in none).

    `kinds` are those that a single child must have.
    """

    field: str
    match: GroupMatch
    kinds: frozenset[str] | None = None


class Branch(Pattern):
    """A node with children. `open` when what the pattern does not mention may be anything."""

    __slots__ = ("groups", "kinds", "name", "open", "shape", "tokens", "twins", "variable", "wanted")
    kinds: frozenset[str]

    def __init__(
        self, kinds: frozenset[str], name: str | None, groups: tuple[Group, ...], tokens: tuple[str, ...], *, open: bool
    ) -> None:
        self.kinds = shared(kinds)
        self.name = name
        self.groups = groups
        self.tokens = list(tokens)
        self.open = open
        self.twins = False
        self.variable = ""
        self.wanted = shared(frozenset(group.field for group in groups))
        # Most nodes fail by the kind of a child, far cheaper than by looking at all children.
        self.shape: Shape = shared(
            tuple((each.field, each.kinds, False) for each in groups if each.field and each.kinds)
        )

    def match(self, node: Node, bindings: Bindings, context: MatchContext) -> AllBindings:
        kinds = self.kinds
        if node.type not in kinds:
            node = see_through(node, kinds, context.language)
            if node.type not in kinds:
                return
        if self.shape and not may_fit(node, self.shape, context.language):
            return
        fields, tokens = context.split(node)
        if not self.open:
            if tokens != self.tokens and not self._same_tokens(tokens, context.language):
                return
            for field in fields:
                unwanted = field not in self.wanted and field not in context.language.leeway.optional
                if unwanted and (field or self.kinds.isdisjoint(context.language.leeway.subsets)):
                    return
        yield from self._match_groups(0, fields, bindings, context)

    def _match_groups(
        self, index: int, fields: dict[str, list[Node]], bindings: Bindings, context: MatchContext
    ) -> AllBindings:
        if index == len(self.groups):
            yield bindings
            return
        group = self.groups[index]
        for found in group.match(fields.get(group.field, []), bindings, context):
            yield from self._match_groups(index + 1, fields, found, context)

    def _same_tokens(self, tokens: list[str], language: Matching) -> bool:
        mine = self.tokens
        optional = language.leeway.optional_tokens
        if not self.kinds.isdisjoint(language.leeway.subsets):
            return all(token in tokens for token in mine)
        if [token for token in mine if token not in optional] != [token for token in tokens if token not in optional]:
            return False
        return all(token in tokens for token in mine)


def may_be_twins(node: Node, context: MatchContext, *, by_value: bool = False) -> bool:
    """False when the first and the last child can certainly not be the same code, nor have the same value if that is
    asked for with `by_value`.
    """
    one, other = node.named_child(0), node.named_child(max(0, node.named_child_count - 1))
    if one is None or other is None:
        return False
    first, last = context.data[one.start_byte : one.end_byte], context.data[other.start_byte : other.end_byte]
    return first == last or may_be_same(first, last) or (by_value and may_be_compared(one, other, context))


class Alternatives(Pattern):
    """Any of several patterns at one place.

    `imported` where the second one is for the name alone, of what the first one writes with a dot.
    """

    __slots__ = ("imported", "kinds", "name", "patterns")
    kinds: frozenset[str]

    def __init__(self, patterns: tuple[Pattern, ...], imported: bool = False) -> None:
        self.patterns = patterns
        self.imported = imported
        self.name = patterns[0].name if imported else None
        self.kinds = frozenset().union(*(pattern.kinds or () for pattern in patterns))

    def match(self, node: Node, bindings: Bindings, context: MatchContext) -> AllBindings:
        for pattern in self.patterns:
            yield from pattern.match(node, bindings, context)


_COMPOUND = frozenset(
    {"augmented_assignment", "augmented_assignment_expression", "assignment_expression", "assignment_statement"}
)


def _old_value(node: Node) -> Node | None:
    """The `a` in `a += b` for the `b`: what is assigned is `a + b`."""
    around = node.parent
    if around is None or around.type not in _COMPOUND or around.child_by_field_name("right") != node:
        return None
    sign = around.child_by_field_name("operator")
    return None if sign is None or sign.type == "=" else around.child_by_field_name("left")


def holds_statements(node: Node, language: Matching) -> bool:
    """True for a block, a definition or a statement that is more than a value."""
    kind = node.type
    if kind in language.statements.blocks or kind in language.statements.definitions:
        return True
    return kind.endswith(("_statement", "_definition")) and kind not in language.leeway.transparent


def _is_apart(node: Node, language: Matching) -> bool:
    """True for what has statements of its own, or gives back its last value as if with `return`."""
    kind, statements = node.type, language.statements
    if kind in statements.results:
        return kind not in statements.no_results
    return kind in statements.blocks or kind in statements.definitions


class Deep(Pattern):
    """`<... p ...>`: p, or what contains p outside of blocks and definitions; by itself only a value, no statement."""

    __slots__ = ("pattern", "values")

    def __init__(self, pattern: Pattern) -> None:
        self.pattern = pattern
        self.values = False

    def match(self, node: Node, bindings: Bindings, context: MatchContext) -> AllBindings:
        if self.values and holds_statements(node, context.language):
            return
        old = _old_value(node)
        stack = [node] if old is None else [node, old]
        while stack:
            current = stack.pop()
            if current.is_named and (self.pattern.kinds is None or current.type in self.pattern.kinds):
                context.step()
                yield from self.pattern.match(current, bindings, context)
            if not _is_apart(current, context.language):
                stack.extend(reversed(current.children))
