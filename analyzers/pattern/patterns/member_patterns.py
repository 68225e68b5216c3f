"""Names with dots in patterns: chains such as `$X. ... .f`, members of modules such as `module.$X`, and accesses that a
grammar has beside the value, not around it: HCL's `a.b.c` is `a` with `.b` and `.c` behind it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from reread.analyzers.constants.unwrapping import only_child
from reread.analyzers.languages.table import Matching
from reread.analyzers.pattern.bindings import PLACE, AllBindings, Binding, Bindings
from reread.analyzers.pattern.matching.match_context import MatchContext
from reread.analyzers.pattern.matching.names import callee_of, in_one_case, last_name, object_and_member, pattern_parts
from reread.analyzers.pattern.patterns import metavariable_encoding
from reread.analyzers.pattern.patterns.pattern import Deep, ManyMetavariable, Metavariable, Name, Pattern
from reread.analyzers.pattern.patterns.sequences import Ordered
from reread.analyzers.pattern.patterns.special import ChainStart, MemberChain, NamedMember, TargetMember
from reread.analyzers.syntax import Node, SyntaxTree

_OBJECTS = frozenset({"this", "super", "self", "cls"})
"""What no module is called."""

Build: TypeAlias = Callable[[Node], Pattern]


def member_pattern(node: Node, tree: SyntaxTree, matching: Matching, build: Build) -> Pattern | None:
    """The pattern for a member that is more than a plain name; None if it is nothing special."""
    return (
        _target(node, tree, matching, build)
        or _chain(node, tree, matching, build)
        or _chain_start(node, tree, matching, build)
        or _named_member(node, tree, matching)
    )


def call_pattern(node: Node, tree: SyntaxTree, matching: Matching, build: Build) -> Pattern | None:
    """The pattern for a call that only stands for something else: `<... p ...>`, and `a. ...` as a whole statement.

    Raises PatternError where the former holds more than one pattern.
    """
    callee = callee_of(node, matching)
    if callee is None:
        return None
    arguments = node.child_by_field_name("arguments")
    if tree.text(callee) != metavariable_encoding.DEEP_NAME:
        chain = _chain_start(callee, tree, matching, build) if arguments and not arguments.named_child_count else None
        return None if chain is None else ChainStart(chain.start, frozenset(matching.names.callees))
    if arguments is None and node.named_child_count == 2:
        arguments = node.named_child(1)  # Some grammars have no name for them, or no node around one alone.
    inner = None if arguments is None else _inside(arguments, tree)
    if inner is None or not inner.is_named:
        raise metavariable_encoding.PatternError("<... ...> must hold one pattern")
    return Deep(build(inner))


def _inside(arguments: Node, tree: SyntaxTree) -> Node:
    """What is in the brackets of a call, for which some grammars have several nodes around each other."""
    inner = only_child(arguments) or arguments
    return _inside(inner, tree) if inner != arguments and tree.text(inner) == tree.text(arguments) else inner


def plain_parts(node: Node, tree: SyntaxTree, matching: Matching) -> tuple[str, ...] | None:
    """The names of a dotted name, None if one of them is a metavariable or something else."""
    parts = pattern_parts(node, tree.document.data, matching)
    return None if parts is None or any(metavariable_encoding.bare(part).startswith("rr") for part in parts) else parts


def plain_name(node: Node, tree: SyntaxTree, matching: Matching) -> Name | None:
    """The pattern for a dotted name, or None as for `plain_parts`."""
    parts = plain_parts(node, tree, matching)
    return None if parts is None else Name(parts, matching, caseless=len(parts) == 1 and _is_caseless(node, matching))


def _is_caseless(node: Node, matching: Matching) -> bool:
    """Whether the case of a name means nothing: that of a function or class does in some languages, no member's."""
    around = node.parent
    if node.type not in matching.names.caseless:
        return False
    kinds = {**matching.names.members, **matching.names.methods}
    field = "" if around is None else kinds.get(around.type, ("", ""))[1]
    return around is None or not field or around.child_by_field_name(field) != node


def _target(node: Node, tree: SyntaxTree, matching: Matching, build: Build) -> TargetMember | None:
    """The `$X.f` of `$X.f = value` where it is written as a list of its parts."""
    if node.type not in matching.names.targets or node.named_child_count != 2:
        return None
    start, member = node.named_children
    variable = metavariable_encoding.metavariable(tree.text(start))
    return TargetMember(node.type, variable, build(member)) if variable else None


def _chain(node: Node, tree: SyntaxTree, matching: Matching, build: Build) -> Pattern | None:
    """`$X. ... .f`: the object is anything that the chain begins with."""
    inner, member = object_and_member(node, matching)
    start, between = (None, None) if inner is None else object_and_member(inner, matching)
    if member is None or start is None or between is None or not _is_ellipsis(between, tree):
        return None
    return MemberChain(build(start), build(member), matching)


def _chain_start(node: Node, tree: SyntaxTree, matching: Matching, build: Build) -> ChainStart | None:
    """The `$X. ...` of `$X. ... .f()` where a call holds its object itself."""
    start, member = object_and_member(node, matching)
    if start is None or member is None or not _is_ellipsis(member, tree):
        return None
    return ChainStart(build(start))


def _is_ellipsis(member: Node, tree: SyntaxTree) -> bool:
    """Whether a member is `...`. In some grammars the dot before it is part of its node."""
    return tree.text(member).lstrip(". ") == metavariable_encoding.ELLIPSIS_NAME


def _named_member(node: Node, tree: SyntaxTree, matching: Matching) -> Pattern | None:
    """`module.$X`: in code also a plain name that is imported from the module."""
    fields = matching.names.members.get(node.type)
    if fields is None or not fields[0]:
        return None
    module, member = node.child_by_field_name(fields[0]), node.child_by_field_name(fields[1])
    is_defined = node.parent is not None and node.parent.type in matching.statements.definitions
    if module is None or member is None or is_defined:
        return None
    variable = metavariable_encoding.metavariable(tree.text(member))
    parts = plain_parts(module, tree, matching) if variable else None
    if parts is None or parts[0] in _OBJECTS:
        return None
    return NamedMember(parts, Metavariable(variable), matching)


def head_of(node: Node, tree: SyntaxTree, matching: Matching, stripped: Callable[[Node], Node]) -> str:
    """The last name of what is called, or the operator; "" when the pattern does not say it."""
    operator = matching.names.operators.get(node.type)
    if operator is not None:
        sign = node.child_by_field_name(operator)
        return "" if sign is None else sign.type
    callee = callee_of(node, matching)
    name = "" if callee is None else last_name(stripped(callee), tree.document.data, matching)
    return name if metavariable_encoding.is_encoded(name) else in_one_case(name, matching)


def member_of(node: Node, tree: SyntaxTree, matching: Matching) -> str:
    """The name of the member that a node selects; "" for what selects none."""
    return last_name(node, tree.document.data, matching) if node.type in matching.names.members else ""


class Accesses(Pattern):
    """A value with accesses to it, the last of which are those of the code; a metavariable in place of the value stands
    for one that has accesses, too.

    With `partial` also the beginning of a longer one: `a.b` of `a.b.c`.
    """

    __slots__ = ("accesses", "items", "kinds", "partial")
    kinds: frozenset[str]

    def __init__(self, kind: str, items: tuple[Pattern, ...], *, partial: bool) -> None:
        self.kinds = frozenset({kind})
        self.items = items
        self.accesses = Ordered(items[1:])
        self.partial = partial

    def match(self, node: Node, bindings: Bindings, context: MatchContext) -> AllBindings:
        if node.type not in self.kinds:
            return
        parts = [child for child in node.named_children if not child.is_extra]
        least = len(self.items) if self.partial else len(parts)
        for count in range(max(least, len(self.items)), len(parts) + 1):
            context.step()
            start, end = parts[0].start_byte, parts[count - 1].end_byte
            for found in self._match_parts(parts[:count], bindings, context):
                is_whole = not self.partial or count == len(parts)
                place = Binding(start, end, context.data[start:end], node)
                yield found if is_whole else {**found, PLACE: place}

    def _match_parts(self, parts: list[Node], bindings: Bindings, context: MatchContext) -> AllBindings:
        """Where all of these parts are what the pattern says."""
        behind = len(parts) - len(self.items) + 1
        for found in _value(self.items[0], parts[:behind], bindings, context):
            yield from self.accesses(parts[behind:], found, context)


def _value(value: Pattern, parts: list[Node], bindings: Bindings, context: MatchContext) -> AllBindings:
    if len(parts) == 1:
        yield from value.match(parts[0], bindings, context)
    elif isinstance(value, Metavariable):
        yield from ManyMetavariable(value.variable).match_many(parts, bindings, context)


def with_accesses(node: Node, matching: Matching, build: Build, *, alone: bool) -> Accesses | None:
    """The pattern of a value with accesses beside it, which `alone` also stands for the beginning of a longer one; None
    for all other nodes.
    """
    kinds = matching.names.accesses.get(node.type)
    parts = [] if kinds is None else [child for child in node.named_children if not child.is_extra]
    if kinds is None or len(parts) < 2 or not all(part.type in kinds for part in parts[1:]):
        return None
    return Accesses(node.type, tuple(map(build, parts)), partial=alone)
