"""Calls that a grammar writes in several ways: with the receiver of a method apart from its name, of a key word,
without arguments, as macros, `f!(x)`, and with a closure behind the brackets, `f(x) { ... }`, which may be a call of
what `f(x)` gives.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from reread.analyzers.constants.unwrapping import strip
from reread.analyzers.languages.table import Leeway, Matching, NameKinds
from reread.analyzers.pattern.bindings import AllBindings, Binding, Bindings
from reread.analyzers.pattern.matching.macros import macro_arguments
from reread.analyzers.pattern.matching.match_context import MatchContext
from reread.analyzers.pattern.matching.unification import bind
from reread.analyzers.pattern.patterns.child_matching import is_empty
from reread.analyzers.pattern.patterns.pattern import Alternatives, Branch, Ellipsis, Group, Pattern
from reread.analyzers.pattern.patterns.sequences import Arguments, NoArguments, OneItem, Ordered
from reread.analyzers.syntax import Node, SyntaxTree


def with_methods(branch: Branch, field: str, names: NameKinds) -> Alternatives:
    """A call of anything: of a function, of a method with its object, or of a key word."""
    return Alternatives((branch, _OfMethod(branch, field, names.methods), _OfWord(branch, field, names.words)))


class _OfMethod(Pattern):
    """`a.b(...)` for `$F(...)`: the variable stands for `a.b`."""

    __slots__ = ("alone", "kinds", "methods", "target")
    kinds: frozenset[str]

    def __init__(self, branch: Branch, field: str, methods: Mapping[str, tuple[str, str]]) -> None:
        """`methods` maps the kinds of calls of methods to the fields of the object and of the name."""
        self.kinds = frozenset(methods)
        self.methods = methods
        self.target = branch.variable
        groups = tuple(group for group in branch.groups if group.field != field)
        self.alone = Branch(self.kinds, None, groups, tuple(branch.tokens), open=True)

    def match(self, node: Node, bindings: Bindings, context: MatchContext) -> AllBindings:
        object_field, name_field = self.methods.get(node.type, ("", ""))
        receiver = node.child_by_field_name(object_field) if object_field else None
        name = node.child_by_field_name(name_field) if receiver is not None else None
        if receiver is None or name is None:
            return
        start, end = receiver.start_byte, name.end_byte
        bound = bind(self.target, Binding(start, end, context.data[start:end], None), bindings, context)
        if bound is not None:
            yield from self.alone.match(node, bound, context)


class _OfWord(Pattern):
    """`print $x` for `$F(...)`: the variable stands for the key word."""

    __slots__ = ("groups", "kinds", "target")
    kinds: frozenset[str]

    def __init__(self, branch: Branch, field: str, kinds: frozenset[str]) -> None:
        self.kinds = kinds
        self.target = branch.variable
        # What is between the brackets of a call: the words have no node around it.
        lists = [
            group.match.pattern for group in branch.groups if isinstance(group.match, OneItem) and group.field != field
        ]
        self.groups = tuple(group for each in lists if isinstance(each, Branch) for group in each.groups)

    def match(self, node: Node, bindings: Bindings, context: MatchContext) -> AllBindings:
        word = node.child(0) if node.type in self.kinds else None
        if word is None or word.is_named:
            return
        start, end = word.start_byte, word.end_byte
        bound = bind(self.target, Binding(start, end, context.data[start:end], None), bindings, context)
        if bound is not None:
            yield from self._arguments(0, _arguments_of(node, context), bound, context)

    def _arguments(self, index: int, nodes: list[Node], bindings: Bindings, context: MatchContext) -> AllBindings:
        if index == len(self.groups):
            yield bindings
            return
        for found in self.groups[index].match(nodes, bindings, context):
            yield from self._arguments(index + 1, nodes, found, context)


def _arguments_of(node: Node, context: MatchContext) -> list[Node]:
    """What a key word is called with, in brackets or without."""
    nodes = [strip(child, context.language) for child in node.named_children if not child.is_extra]
    if len(nodes) == 1 and nodes[0].type in context.language.leeway.opaque:
        return [child for child in nodes[0].named_children if not child.is_extra]
    return nodes


def applied(call: Branch) -> tuple[Branch, ...]:
    """A call where the same node is also a member without arguments: `a.b(...)` and `a.b()` do not stand for Ruby's
    `a.b`, but for `a.b { ... }`, which is a call. Other patterns are returned as they are.
    """
    fields = {group.field: group for group in call.groups}
    given = fields["arguments"].match if "arguments" in fields and "block" not in fields else None
    if not isinstance(given, OneItem) or not (given.optional or is_empty(fields["arguments"])):
        return (call,)
    rest = [group for group in call.groups if group.field != "arguments"]
    with_list = [*rest, Group("arguments", OneItem(given.pattern))]
    with_block = [*rest, Group("arguments", NoArguments()), Group("block", OneItem(Ellipsis()))]
    return tuple(_with_groups(call, groups) for groups in (with_list, with_block))


def _with_groups(call: Branch, groups: list[Group]) -> Branch:
    branch = Branch(call.kinds, call.name, tuple(groups), tuple(call.tokens), open=call.open)
    branch.variable, branch.twins = call.variable, call.twins
    return branch


def or_closure_apart(pattern: Pattern, leeway: Leeway) -> Pattern:
    """The pattern, or with it the call of the closure apart; itself where it has no arguments before a closure."""
    outer = _ordered(pattern)
    if not isinstance(pattern, Branch) or outer is None or len(outer.items) != 2:
        return pattern
    callee, suffix = outer.items
    given = suffix.groups[0].match if isinstance(suffix, Branch) and len(suffix.groups) == 1 else None
    if not isinstance(suffix, Branch) or not isinstance(given, Arguments):
        return pattern
    closure = given.positional.items[-1] if given.positional.items else None
    if closure is None or not closure.kinds or not closure.kinds <= leeway.closures:
        return pattern
    first = given.without_last()
    if not first.positional.items and not first.keywords:
        return pattern
    inner = _call(pattern, callee, suffix, first)
    return Alternatives((pattern, _call(pattern, inner, suffix, Arguments((closure,), [False]))))


def _ordered(pattern: Pattern) -> Ordered | None:
    match = pattern.groups[0].match if isinstance(pattern, Branch) and len(pattern.groups) == 1 else None
    return match if isinstance(match, Ordered) else None


def _call(whole: Branch, callee: Pattern, suffix: Branch, given: Arguments) -> Branch:
    """A call of something else, or with other arguments."""
    arguments = Branch(suffix.kinds, None, (Group("", given),), tuple(suffix.tokens), open=False)
    return Branch(whole.kinds, None, (Group("", Ordered((callee, arguments))),), tuple(whole.tokens), open=False)


class MacroArguments(Pattern):
    """Arguments that are expressions in the pattern; where they are none in the code, word for word. `...` alone stands
    for anything.
    """

    __slots__ = ("arguments", "items", "kinds", "words")
    kinds: frozenset[str]

    def __init__(self, kind: str, items: tuple[Pattern, ...], words: Pattern) -> None:
        self.kinds = frozenset({kind})
        self.items = items
        self.arguments = Ordered(items)
        self.words = words

    def match(self, node: Node, bindings: Bindings, context: MatchContext) -> AllBindings:
        if node.type not in self.kinds:
            return
        if self.items and all(isinstance(item, Ellipsis) for item in self.items):
            yield bindings
            return
        if node.id not in context.macros:
            context.macros[node.id] = macro_arguments(node, context.data, context.table.grammar)
        nodes = context.macros[node.id]
        if nodes is None:
            yield from self.words.match(node, bindings, context)
        else:
            yield from self.arguments(nodes, bindings, context)


def with_macro(
    words: Pattern, node: Node, tree: SyntaxTree, matching: Matching, build: Callable[[Node], Pattern]
) -> Pattern:
    """The pattern for the arguments of a macro, if a node is that; any other stays as it is."""
    around = node.parent
    if node.type not in matching.leeway.macros or around is None or around.type not in matching.names.callees:
        return words
    nodes = macro_arguments(node, tree.document.data, tree.language.grammar)
    return words if nodes is None else MacroArguments(node.type, tuple(map(build, nodes)), words)
