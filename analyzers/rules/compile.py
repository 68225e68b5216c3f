"""From the syntax tree of a pattern to a `Pattern`."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from reread.analyzers.languages.table import Matching
from reread.analyzers.rules import notation
from reread.analyzers.rules.imported import ImportedMember, ImportedMethod, WithImported
from reread.analyzers.rules.names import callee_of, dotted, last_name
from reread.analyzers.rules.nodes import only_child, split
from reread.analyzers.rules.notation import PatternError
from reread.analyzers.rules.operands import ASSOCIATIVE, COMMUTATIVE, Operands, operands_of
from reread.analyzers.rules.pattern import (
    TRUTH,
    Alternatives,
    Branch,
    Deep,
    Ellipsis,
    Group,
    GroupMatch,
    Here,
    Leaf,
    ManyMetavariable,
    Metavariable,
    Name,
    Pattern,
)
from reread.analyzers.rules.returned import RETURNS, Returned
from reread.analyzers.rules.sequences import (
    ArgumentList,
    Arguments,
    Members,
    OneItem,
    OneOfMany,
    Ordered,
    Statements,
    Subset,
    Unordered,
    is_keyword,
    statements,
)
from reread.analyzers.rules.special import (
    AliasedName,
    ChainStart,
    ExpressionBody,
    GenericType,
    ImportAny,
    ImportOf,
    MemberChain,
    NamedMember,
    ParameterMetavariable,
    ParameterName,
    TextTemplate,
)
from reread.analyzers.rules.strings import StringText, compile_string
from reread.analyzers.rules.types import TypedMetavariable, compile_type
from reread.analyzers.syntax import Node, SyntaxTree, language

if TYPE_CHECKING:
    from reread.analyzers.rules.options import Options

_DEEPEST = 200
_COLLECTIONS = ("set", "dictionary", "list", "tuple", "object", "array", "arguments", "_pattern")
_VALUES = frozenset({"right", "value"})
"""Fields of assignments: `$X = ...` asks for a value."""
_BODIES = frozenset({"body", "consequence", "alternative"})


class CompiledPattern(NamedTuple):
    """One pattern, or several statements that follow each other; `items` has more than one element then.

    With `statement` the one pattern is an expression that was written as a statement, with a `;`.
    """

    items: tuple[Pattern, ...]
    statement: bool = False


@lru_cache(maxsize=10_000)
def compile_pattern(text: str, language_name: str, options: Options = ()) -> CompiledPattern:
    """Compiles the text of a pattern. Raises PatternError when it is not one.

    Many rules share patterns, above all through the sources that they share.
    """
    parsed = notation.parse_pattern(text, language_name)
    table = language(language_name)
    assert table is not None and table.matching is not None
    matching = _adapted(language_name, options) if options else table.matching
    builder = _Builder(parsed.tree, matching, table.strings, options)
    nodes = [node for node in _statements(parsed.nodes, table.matching) if node.type not in table.comments]
    if len(nodes) == 1 and nodes[0].type == "modifiers":
        nodes = [child for child in nodes[0].named_children if not child.is_extra]  # An annotation by itself.
    items = tuple(builder.build(node, 0) for node in nodes)
    if len(items) == 1:
        items = (_anywhere(items[0], matching),)
    if all(isinstance(item, Ellipsis) for item in items):
        raise PatternError("the pattern matches everything")
    statement = len(nodes) == 1 and nodes[0].type == "expression_statement" and text.rstrip().endswith(";")
    if statement and language_name == "go":
        statement = False  # There a `;` says nothing.
    if options:
        items = _placed(items, options, statement=statement)
    return CompiledPattern(items, statement)


def _placed(items: tuple[Pattern, ...], options: Options, *, statement: bool) -> tuple[Pattern, ...]:
    """The items of a pattern. One alone the options may want in certain places only."""
    from reread.analyzers.rules.alone import Alone, OutsideAttributes

    known = dict(options)
    if len(items) != 1:
        return items
    first = items[0] if known.get("attr_expr", True) else OutsideAttributes(items[0])
    deeper = known.get("go_deeper_expr", True)
    if statement and not (deeper and known.get("implicit_deep_exprstmt", True)):
        first = Alone(first, declared=deeper)
    return (first,)


def _anywhere(item: Pattern, matching: Matching) -> Pattern:
    """A pattern by itself, which also finds a value that is given back without the word `return`."""
    if isinstance(item, Branch) and matching.results and item.groups and not item.kinds.isdisjoint(RETURNS):
        return Returned(item, frozenset(matching.results), matching.arguments)
    return item


def compile_in(text: str, language_name: str, before: str, after: str) -> Pattern:
    """The pattern for the one thing that a text is between two others, such as a type. Raises PatternError."""
    parsed = notation.parse_pattern(text, language_name, (before, after))
    table = language(language_name)
    assert table is not None and table.matching is not None
    if len(parsed.nodes) != 1:
        raise PatternError(f"expected one thing, not several: {text}")
    return _Builder(parsed.tree, table.matching, table.strings).build(parsed.nodes[0], 0)


def _statements(nodes: tuple[Node, ...], matching: Matching) -> Sequence[Node]:
    """What a pattern consists of when the grammar has a node around all the statements that has no text of its own."""
    first = nodes[0].child(0) if len(nodes) == 1 and nodes[0].child_count else None
    if first is None or nodes[0].type not in matching.blocks or not first.is_named:
        return nodes
    return statements(nodes[0], matching) if first.start_byte == nodes[0].start_byte else nodes


@lru_cache(maxsize=100)
def _adapted(language_name: str, options: Options) -> Matching:
    from reread.analyzers.rules.options import adapted

    table = language(language_name)
    assert table is not None and table.matching is not None
    return adapted(table.matching, options)


class _Builder:
    def __init__(self, tree: SyntaxTree, matching: Matching, strings: frozenset[str], options: Options = ()) -> None:
        self.options = options
        self.tree = tree
        self.matching = matching
        self.strings = strings

    def build(self, node: Node, depth: int, *, subset: bool = False) -> Pattern:
        """The pattern for one node and all below it. With `subset` the code may hold more than the pattern says."""
        if depth > _DEEPEST:
            raise PatternError("the pattern is nested too deeply")
        matching = self.matching
        node = self._stripped(node)
        text = self.tree.text(node)
        if node.type in matching.blocks:
            children = statements(node, matching)
            items = tuple(self.build(child, depth + 1) for child in children)
            # Some grammars have the decorators of a method before it, where the order matters.
            is_class = node.parent is not None and node.parent.type in self.tree.language.containers
            decorated = any(child.type == "decorator" for child in children)
            is_open = is_class and not decorated and self.option("implicit_ellipsis")
            return Members(items, matching) if is_open else Statements(items, matching)
        special = self._special(node, text)
        if special is not None:
            return special
        if node.type in self.strings:
            kinds = self.strings | matching.constants if depth else self.strings
            return compile_string(node, self.tree, matching, kinds, lambda inner: self.build(inner, depth + 1))
        deep = self._deep(node, depth)
        if deep is not None:
            return deep
        if node.type in matching.names or node.type in matching.members:
            parts = self._parts(node)
            if parts is not None:
                return self._name(Name(parts, matching), node, depth)
            chain = self._chain(node, depth) or self._chain_start(node, depth) or self._named_member(node)
            if chain is not None:
                return chain
        if node.type in matching.texts and notation.is_template(text):
            return TextTemplate(node.type, text)
        if not node.child_count or node.type in matching.texts:
            constants = matching.constants if depth and (text[:1].isdigit() or text.encode() in TRUTH) else frozenset()
            return Leaf(node.type, text.encode(), constants)
        if node.type in matching.open_imports:
            module = only_child(node)
            variable = "" if module is None else notation.metavariable(self.tree.text(module))
            if variable:
                return ImportAny(Metavariable(variable), matching)
            if module is not None and module.type == "dotted_name":
                return ImportOf(self.tree.text(module), matching)
        return self._branch(node, depth, subset)

    def _stripped(self, node: Node) -> Node:
        while node.type in self.matching.transparent and node.type != "export_statement":
            inner = only_child(node)
            if inner is None:
                break
            node = inner
        return node

    def _special(self, node: Node, text: str) -> Pattern | None:
        """What is only a name in the tree, and `...` or a metavariable in the pattern."""
        text = notation.bare(text)
        if not text.startswith("rr") and notation.ELLIPSIS_NAME not in text:
            return None
        if node.child_count and node.type.endswith(("parameters", "clause", "variable_declarator")):
            return None  # A list of one, not the one.
        if text.startswith(("(", "{", "[")) and node.type.endswith(_COLLECTIONS) and "parameter" not in node.type:
            return None  # The same, whatever the grammar calls it.
        if notation.words_of(text) in notation.ellipsis_words(self.matching.ellipses):
            return Ellipsis() if self.option("go_deeper_stmt") else Here()
        if variable := notation.metavariable(text):
            return self._metavariable(Metavariable(variable), node)
        variable, type_text = notation.typed_metavariable(text)
        if variable:
            return TypedMetavariable(variable, compile_type(type_text, self.tree.language.name))
        if variable := notation.ellipsis_metavariable(text):
            return ManyMetavariable(variable)
        return None

    def _deep(self, node: Node, depth: int) -> Pattern | None:
        callee = callee_of(node, self.matching)
        if callee is None or self.tree.text(callee) != notation.DEEP_NAME:
            return None
        arguments = node.child_by_field_name("arguments")
        inner = None if arguments is None else only_child(arguments)
        if inner is None:
            raise PatternError("<... ...> must hold one pattern")
        return Deep(self.build(inner, depth + 1))

    def _parts(self, node: Node) -> tuple[str, ...] | None:
        parts = dotted(node, self.tree.document.data, self.matching)
        return None if parts is None or any(notation.bare(part).startswith("rr") for part in parts) else parts

    def _name(self, name: Name, node: Node, depth: int) -> Pattern:
        """A name in a list of parameters also stands for one with a type or a default."""
        more = self.matching.equivalents.get("identifier", frozenset())
        parent = node.parent
        if parent is None or not more or "parameters" not in parent.type:
            return name
        return Alternatives((name, ParameterName(more, name)))

    def _metavariable(self, variable: Metavariable, node: Node) -> Pattern:
        """The same for a metavariable."""
        more = self.matching.equivalents.get("identifier", frozenset())
        parent = node.parent
        if parent is None or not more or "parameters" not in parent.type:
            return variable
        return ParameterMetavariable(more, variable)

    def _chain(self, node: Node, depth: int) -> Pattern | None:
        """`$X. ... .f`: the object is anything that the chain begins with."""
        fields = self.matching.members.get(node.type)
        if fields is None or not fields[0]:
            return None
        inner = node.child_by_field_name(fields[0])
        member = node.child_by_field_name(fields[1])
        inner_fields = None if inner is None else self.matching.members.get(inner.type)
        if inner is None or member is None or inner_fields is None:
            return None
        between = inner.child_by_field_name(inner_fields[1])
        start = inner.child_by_field_name(inner_fields[0])
        if between is None or start is None or self.tree.text(between) != notation.ELLIPSIS_NAME:
            return None
        return MemberChain(self.build(start, depth + 1), self.build(member, depth + 1), self.matching)

    def _chain_start(self, node: Node, depth: int) -> Pattern | None:
        """The `$X. ...` of `$X. ... .f()` where a call holds its object itself."""
        fields = self.matching.members.get(node.type)
        if fields is None or not fields[0]:
            return None
        start, member = node.child_by_field_name(fields[0]), node.child_by_field_name(fields[1])
        if start is None or member is None or self.tree.text(member) != notation.ELLIPSIS_NAME:
            return None
        return ChainStart(self.build(start, depth + 1))

    def _named_member(self, node: Node) -> Pattern | None:
        """`module.$X`: in code also a plain name that is imported from the module."""
        fields = self.matching.members.get(node.type)
        if fields is None or not fields[0]:
            return None
        module, member = node.child_by_field_name(fields[0]), node.child_by_field_name(fields[1])
        if module is None or member is None:
            return None
        variable = notation.metavariable(self.tree.text(member))
        parts = self._parts(module) if variable else None
        return (
            None
            if parts is None or parts[0] in ("this", "super")
            else NamedMember(parts, Metavariable(variable), self.matching)
        )

    def _branch(self, node: Node, depth: int, subset: bool) -> Pattern:
        matching = self.matching
        fields, tokens = split(node, matching)
        kind = node.type
        tokens = [token for token in tokens if token != "var"]
        groups = []
        is_open = False
        for field, children in fields.items():
            partial = field in matching.subsets
            items = tuple(
                self.build(child, depth + 1, subset=partial and child.type in matching.arguments) for child in children
            )
            if len(items) == 1 and isinstance(items[0], Ellipsis) and field in _VALUES and not partial:
                groups.append(Group(field, OneItem(items[0])))
            elif len(items) == 1 and isinstance(items[0], Ellipsis) and field and not partial:
                is_open = True
            else:
                if field == "type" and isinstance(items[0], Name):
                    items = (Alternatives((items[0], GenericType(items[0]))),)
                if field == "body" and kind in matching.lambdas and isinstance(items[0], Metavariable):
                    items = (ExpressionBody(items[0]),)
                if kind == "import_from_statement" and field == "name":
                    items = tuple(Alternatives((item, AliasedName(item))) if item.kinds else item for item in items)
                if children[0].type == "property_identifier" and field == "key" and isinstance(items[0], Name):
                    items = (Alternatives((items[0], StringText(self.strings, items[0].parts[0].encode()))),)
                match = self._group(kind, field, children, items, subset)
                # A block also stands for a statement without braces.
                single = isinstance(match, OneItem) and not match.optional and not isinstance(match.pattern, Statements)
                kinds = items[0].kinds if single else None
                if kinds is not None and isinstance(match, ArgumentList):
                    kinds = kinds | matching.argument_alone
                groups.append(Group(field, match, kinds))
        if is_open:
            groups = [group for group in groups if not _is_empty(group)]
        # What can fail soonest goes first; a body of `...` never does.
        groups.sort(key=_hardness)
        kinds = matching.equivalents.get(kind, frozenset()) | {kind}
        head = self._head(node)
        name = None if notation.is_encoded(head) or not head else head
        branch = Branch(kinds, name, tuple(groups), tuple(tokens), open=is_open)
        branch.variable = notation.metavariable(notation.bare(head))
        texts = [self.tree.text(self._stripped(child)) for child in node.named_children if not child.is_extra]
        branch.twins = len(texts) == 2 and texts[0] == texts[1] and notation.metavariable(texts[0]) not in ("", "$_")
        if kind == "jsx_element":
            return _with_self_closing(branch) if self.option("xml_singleton_loose_matching") else branch
        if name in ASSOCIATIVE and kind in matching.operators and not branch.twins and self.option("ac_matching"):
            return self._operands(branch, node, depth)
        if branch.variable and kind in matching.callees and "object" not in fields and _has_objects(kind, matching):
            return self._with_methods(branch, matching.callees[kind])
        found = self._with_imported(branch, node, depth)
        if found is branch and self.options:
            found = self._swapped(branch)
        return self._symbolic(found) if depth and self.option("symbolic_propagation", default=False) else found

    def option(self, name: str, *, default: bool = True) -> bool:
        """What the options of the rule say, or what is usual."""
        return dict(self.options).get(name, default)

    def _with_methods(self, branch: Branch, field: str) -> Pattern:
        from reread.analyzers.rules.callees import WithMethods

        return WithMethods(branch, field)

    def _symbolic(self, pattern: Pattern) -> Pattern:
        from reread.analyzers.rules.symbols import Symbolic

        return Symbolic(pattern, self.matching.names)

    def _operands(self, branch: Branch, node: Node, depth: int) -> Pattern:
        """The operation however it is grouped; whether its operands may change places, the options say."""
        sign = branch.name or ""
        commutes = sign in COMMUTATIVE or self.option("commutative_boolop", default=False)
        parts = operands_of(node, sign, self.matching)
        return Operands(branch, tuple(self.build(part, depth + 1) for part in parts), commutes=commutes)

    def _with_imported(self, branch: Branch, node: Node, depth: int) -> Pattern:
        """What the pattern writes with a dot, code may have as a plain name that it imports."""
        fields = self.matching.members.get(node.type)
        object = node.child_by_field_name(fields[0] if fields is not None and fields[0] else "object")
        if object is None:
            return branch
        if fields is not None:
            member = node.child_by_field_name(fields[1])
            name = "" if member is None else self.tree.text(member)
            variable = notation.metavariable(self.tree.text(object))
            if not depth or not variable or notation.is_encoded(name):
                return branch
            return WithImported(branch, ImportedMember(variable, name, self.matching))
        parts = self._parts(object)
        if parts is None or branch.name is None or node.type not in self.matching.callees:
            return branch
        groups = tuple(group for group in branch.groups if group.field != "object")
        alone = Branch(branch.kinds, branch.name, groups, tuple(branch.tokens), open=branch.open)
        return WithImported(branch, ImportedMethod((*parts, branch.name), alone))

    def _swapped(self, branch: Branch) -> Pattern:
        """The operation both ways round, where the options say so."""
        from reread.analyzers.rules.options import swaps

        first, last = branch.groups[0] if branch.groups else None, branch.groups[-1] if branch.groups else None
        other: tuple[Group, ...] = ()
        if len(branch.groups) == 1 and first is not None and isinstance(first.match, Ordered):
            items = first.match.items
            other = (first._replace(match=Ordered(items[::-1])),) if len(items) == 2 else ()
        elif len(branch.groups) == 2 and first is not None and last is not None:
            other = (last._replace(field=first.field), first._replace(field=last.field))
        if not other or not branch.name or not swaps(branch.name, self.options):
            return branch
        back = Branch(branch.kinds, branch.name, other, tuple(branch.tokens), open=branch.open)
        return Alternatives((branch, back))

    def _group(
        self, kind: str, field: str, children: list[Node], items: tuple[Pattern, ...], subset: bool
    ) -> GroupMatch:
        matching = self.matching
        if len(items) == 1 and field in _BODIES and _is_lone_statement(children[0], items[0]):
            items = (Statements(items, matching),)  # One statement stands for a block with nothing else in it.
        if len(items) == 1 and isinstance(items[0], Statements):
            # A method may have no body; an `else` in the pattern must be there.
            return items[0] if field in ("", "body") else OneItem(items[0])
        if subset or kind in matching.subsets or field in matching.subsets:
            ordered = self.options and self.option("decorators_order_matters", default=False)
            if ordered and (field == "decorator" or kind == "modifiers"):
                return Ordered((*(part for item in items for part in (Ellipsis(), item)), Ellipsis()))
            return Subset(items)
        if (
            kind == "jsx_element"
            and not field
            and not isinstance(items[-1], Ellipsis)
            and kind not in matching.unordered
        ):
            return Ordered((*items, Ellipsis()))  # What follows the children of the pattern may be anything.
        if kind in matching.unordered:
            return Unordered(items)
        if kind in matching.arguments:
            return Arguments(items, [is_keyword(child, matching) for child in children])
        if kind == "parameter_declaration" and field == "name" and len(items) == 1:
            return OneOfMany(items[0])
        if len(items) == 1 and field:
            is_list = children[0].type in matching.arguments or children[0].type.endswith("parameters")
            if field == "arguments" and matching.argument_alone:
                return ArgumentList(items[0], matching.argument_alone, optional=_is_anything(items[0]))
            return OneItem(items[0], optional=_is_anything(items[0]) and (is_list or isinstance(items[0], Ellipsis)))
        return Ordered(items)

    def _head(self, node: Node) -> str:
        """The last name of what is called, or the operator; "" when the pattern does not say it."""
        operator = self.matching.operators.get(node.type)
        if operator is not None:
            sign = node.child_by_field_name(operator)
            return "" if sign is None else sign.type
        callee = callee_of(node, self.matching)
        return "" if callee is None else last_name(self._stripped(callee), self.tree.document.data, self.matching)


def _has_objects(kind: str, matching: Matching) -> bool:
    """True for calls that have the object of a method beside its name, as those of Java."""
    return kind == "method_invocation" and matching.callees[kind] == "name"


def _with_self_closing(element: Branch) -> Pattern:
    """`<a ...>...</a>` also stands for `<a ... />`."""
    tags = [
        group.match.pattern
        for group in element.groups
        if group.field == "open_tag" and isinstance(group.match, OneItem)
    ]
    content = [group.match for group in element.groups if not group.field]
    is_open = all(
        isinstance(match, Ordered) and all(isinstance(item, Ellipsis) for item in match.items) for match in content
    )
    if not is_open or len(tags) != 1 or not isinstance(tags[0], Branch):
        return element
    tag = tags[0]
    alone = Branch(frozenset({"jsx_self_closing_element"}), tag.name, tag.groups, tuple(tag.tokens), open=tag.open)
    return Alternatives((element, alone))


def _is_lone_statement(node: Node, item: Pattern) -> bool:
    """True for a statement without braces where a block could stand, unless it is `...`."""
    return node.type.endswith("_statement") and not isinstance(item, (Statements, Ellipsis, Metavariable))


def _hardness(group: Group) -> int:
    match = group.match
    if isinstance(match, OneItem):
        return 2 if isinstance(match.pattern, (Metavariable, Ellipsis)) else 0 if match.pattern.kinds else 1
    return 1 if isinstance(match, (Ordered, Subset, Arguments)) else 3


def _is_anything(pattern: Pattern) -> bool:
    """True for a list that is only `(...)`, which also stands for no list at all."""
    if not isinstance(pattern, Branch) or len(pattern.groups) != 1:
        return isinstance(pattern, (Ellipsis, ManyMetavariable))
    match = pattern.groups[0].match
    items = (
        match.positional.items + match.keywords if isinstance(match, Arguments) else getattr(match, "items", (match,))
    )
    return bool(items) and all(isinstance(item, Ellipsis) for item in items)


def _is_empty(group: Group) -> bool:
    """True for what stands for nothing, such as the empty condition of a loop."""
    item = group.match.pattern if isinstance(group.match, OneItem) else None
    return isinstance(item, Branch) and not item.groups and not item.tokens
