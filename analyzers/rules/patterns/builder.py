"""From the nodes of a pattern's syntax tree to patterns, one for each node."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from reread.analyzers.constants.string_content import content, is_constant
from reread.analyzers.constants.unwrapping import only_child
from reread.analyzers.languages.table import Matching
from reread.analyzers.rules.matching.names import callee_of, last_name
from reread.analyzers.rules.matching.nodes import split, statements
from reread.analyzers.rules.metavariables.types import TypedMetavariable, Wanted
from reread.analyzers.rules.patterns import metavariable_encoding
from reread.analyzers.rules.patterns.child_matching import group_match, hardness, is_empty, swapped
from reread.analyzers.rules.patterns.commutativity import ASSOCIATIVE, COMMUTATIVE, Operands, operands_of
from reread.analyzers.rules.patterns.equivalences import OnlyOne, ParameterList, Result, pair_or_short
from reread.analyzers.rules.patterns.imported import ImportedMember, ImportedMethod, with_imported
from reread.analyzers.rules.patterns.member_patterns import member_pattern, plain_parts
from reread.analyzers.rules.patterns.metavariable_encoding import PatternError, metavariable_of
from reread.analyzers.rules.patterns.parser import parse_pattern
from reread.analyzers.rules.patterns.pattern import (
    TRUTH,
    Alternatives,
    Branch,
    Deep,
    Ellipsis,
    Group,
    Leaf,
    ManyMetavariable,
    Metavariable,
    Name,
    Pattern,
)
from reread.analyzers.rules.patterns.sequences import ArgumentList, OneItem, Ordered
from reread.analyzers.rules.patterns.special import (
    AliasedName,
    Decorated,
    ExpressionBody,
    GenericType,
    ImportAny,
    ImportedName,
    ImportFrom,
    ImportOf,
    ImportPath,
    ParameterMetavariable,
    ParameterName,
    TextTemplate,
    import_paths,
)
from reread.analyzers.rules.patterns.statements import Statements, case, members, settings
from reread.analyzers.rules.patterns.strings import StringText, compile_string
from reread.analyzers.syntax import Node, SyntaxTree, language

if TYPE_CHECKING:
    from reread.analyzers.rules.patterns.options import Options

_DEEPEST = 200
_COLLECTIONS = ("set", "dictionary", "list", "tuple", "object", "array", "arguments", "_pattern", "_splat")
_CASES = frozenset({"switch_case", "switch_default"})
_PAIRS = frozenset({"pair", "pair_pattern"})
_VALUES = frozenset({"right", "value"})
"""Fields of assignments: `$X = ...` asks for a value."""


_MEANT = frozenset({"export_statement", "non_null_expression"})
"""What code may have more of than the pattern; a pattern that has it asks for it."""


class Builder:
    """Makes patterns of the nodes of one tree."""

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
            if is_class and decorated:
                return members(tuple(_with_decorators(children, items)), matching)
            if node.type in _CASES:
                return case(items, node.type)
            if node.type in matching.subsets:
                return settings(items, matching)
            return members(items, matching) if is_open else Statements(items, matching.blocks)
        special = self._special(node, text)
        if special is not None:
            return special
        if node.type in matching.own_strings:
            return compile_string(
                node, self.tree, matching, frozenset({node.type}), lambda inner: self.build(inner, depth + 1)
            )
        if node.type in self.strings:
            kinds = self.strings | matching.constants if depth else self.strings
            return compile_string(node, self.tree, matching, kinds, lambda inner: self.build(inner, depth + 1))
        deep = self._deep(node, depth)
        if deep is not None:
            return deep
        if node.type in matching.names or node.type in matching.members:
            parts = plain_parts(node, self.tree, matching)
            if parts is not None:
                return self._name(Name(parts, matching), node, depth)
            member = member_pattern(node, self.tree, matching, lambda inner: self.build(inner, depth + 1))
            if member is not None:
                return member
        if node.type in matching.texts and metavariable_encoding.is_template(text):
            return TextTemplate(node.type, text)
        if not node.child_count or node.type in matching.texts:
            constants = matching.constants if depth and (text[:1].isdigit() or text.encode() in TRUTH) else frozenset()
            return Leaf(node.type, text.encode(), constants)
        if node.type in matching.open_imports:
            module = only_child(node)
            variable = "" if module is None else metavariable_encoding.metavariable(self.tree.text(module))
            if variable:
                return ImportAny(Metavariable(variable), matching)
            if module is not None and module.type == "dotted_name":
                return ImportOf(self.tree.text(module), matching)
        if node.type in matching.import_paths:
            listed = matching.import_paths[node.type]
            return ImportPath(node.type, listed, next(import_paths(node, listed, self.tree.document.data), ()))
        whole = self._module(node)
        if whole is not None:
            return whole
        if node.parent is not None and node.parent.type == "decorator" and node.type in matching.callees:
            return self._decorator_call(node, depth)
        return self._branch(node, depth, subset)

    def _module(self, node: Node) -> Pattern | None:
        """The pattern of an import that names a module and nothing of it."""
        field = self.matching.module_fields.get(node.type)
        source = node.child_by_field_name(field) if field and node.named_child_count == 1 else None
        if source is None or source.type not in self.strings or not is_constant(source, self.matching):
            return None
        text = content(source, self.tree.document.data)[2]
        if text == b"..." or metavariable_encoding.is_encoded(text.decode()) or text.startswith(b"=~/"):
            return None
        return ImportFrom(node.type, str(field), text)

    def _decorator_call(self, node: Node, depth: int) -> Pattern:
        """`@f(...)`, which also stands for `@f`."""
        call = self._branch(node, depth, subset=False)
        callee, arguments = callee_of(node, self.matching), node.child_by_field_name("arguments")
        inner = None if arguments is None else only_child(arguments)
        if callee is None or inner is None or self.tree.text(inner) != metavariable_encoding.ELLIPSIS_NAME:
            return call
        return Alternatives((call, self.build(callee, depth + 1)))

    def _stripped(self, node: Node) -> Node:
        while node.type in self.matching.transparent and node.type not in _MEANT:
            inner = only_child(node)
            if inner is None:
                break
            node = inner
        return node

    def _special(self, node: Node, text: str) -> Pattern | None:
        """What is only a name in the tree, and `...` or a metavariable in the pattern."""
        text = metavariable_encoding.bare(text)
        if not text.startswith("rr") and metavariable_encoding.ELLIPSIS_NAME not in text:
            return None
        if node.child_count and node.type.endswith(
            ("parameters", "clause", "variable_declarator", "import_specifier", "export_specifier")
        ):
            return None  # A list of one, not the one.
        is_bracketed = text.lstrip("*").startswith(("(", "{", "["))
        if is_bracketed and node.type.endswith(_COLLECTIONS) and "parameter" not in node.type:
            return None  # The same, whatever the grammar calls it.
        if metavariable_encoding.words_of(text) in metavariable_encoding.ellipsis_words(self.matching.ellipses):
            return Ellipsis(deeper=bool(self.option("go_deeper_stmt")))
        if variable := metavariable_encoding.metavariable(text):
            return self._metavariable(Metavariable(variable), node)
        variable, type_text = metavariable_encoding.typed_metavariable(text)
        if variable:
            return TypedMetavariable(variable, compile_type(type_text, self.tree.language.name))
        if variable := metavariable_encoding.ellipsis_metavariable(text):
            return ManyMetavariable(variable)
        return None

    def _deep(self, node: Node, depth: int) -> Pattern | None:
        callee = callee_of(node, self.matching)
        if callee is None or self.tree.text(callee) != metavariable_encoding.DEEP_NAME:
            return None
        arguments = node.child_by_field_name("arguments")
        if arguments is None and node.named_child_count == 2:
            arguments = node.named_child(1)  # Some grammars have no name for them, or no node around one alone.
        inner = None if arguments is None else only_child(arguments) or arguments
        if inner is None or not inner.is_named:
            raise PatternError("<... ...> must hold one pattern")
        return Deep(self.build(inner, depth + 1))

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
            is_value = field in _VALUES and kind not in matching.apart
            if len(items) == 1 and isinstance(items[0], Ellipsis) and is_value and not partial:
                groups.append(Group(field, OneItem(items[0])))
            elif len(items) == 1 and isinstance(items[0], Ellipsis) and field and not partial:
                is_open = True
            else:
                if field == "type" and isinstance(items[0], Name):
                    items = (Alternatives((items[0], GenericType(items[0]))),)
                if field == "body" and kind in matching.lambdas and isinstance(items[0], Metavariable):
                    items = (ExpressionBody(items[0]),)
                if field == "result" and children[0].type != "parameter_list":
                    items = (Result(items[0]),)
                if (kind, field) == ("range_clause", "left"):
                    items = (self._only_one(children[0], items[0], depth),)
                if field == "parameters" and (kind in matching.lambdas or kind in matching.functions):
                    items = (self._parameters(children[0], items[0], depth),)
                if kind == "import_from_statement" and field == "name":
                    items = tuple(map(_imported, items))
                if children[0].type == "property_identifier" and field == "key" and isinstance(items[0], Name):
                    items = (Alternatives((items[0], StringText(self.strings, items[0].parts[0].encode()))),)
                match = group_match(
                    *(kind, field, children, items),
                    subset=subset,
                    matching=matching,
                    decorators_in_order=self.option("decorators_order_matters", default=False),
                )
                # A block also stands for a statement without braces.
                single = isinstance(match, OneItem) and not match.optional and not isinstance(match.pattern, Statements)
                kinds = items[0].kinds if single else None
                if kinds is not None and isinstance(match, ArgumentList):
                    kinds = kinds | matching.argument_alone
                groups.append(Group(field, match, kinds))
        if is_open:
            groups = [group for group in groups if not is_empty(group)]
        # What can fail soonest goes first; a body of `...` never does.
        groups.sort(key=hardness)
        kinds = matching.equivalents.get(kind, frozenset()) | {kind}
        if kind in matching.functions and is_nameless(node, self.tree):
            kinds |= matching.functions
        if kind in matching.functions and kind not in matching.definitions:
            groups = [_with_any_name(group) if group.field == "name" else group for group in groups]
        head = self._head(node)
        name = None if metavariable_encoding.is_encoded(head) or not head else head
        branch = Branch(kinds, name, tuple(groups), tuple(tokens), open=is_open)
        branch.variable = metavariable_encoding.metavariable(metavariable_encoding.bare(head or self._member(node)))
        texts = [self.tree.text(self._stripped(child)) for child in node.named_children if not child.is_extra]
        branch.twins = (
            len(texts) == 2 and texts[0] == texts[1] and metavariable_encoding.metavariable(texts[0]) not in ("", "$_")
        )
        if kind in _PAIRS:
            return pair_or_short(branch)
        if kind == "jsx_element":
            return _with_self_closing(branch) if self.option("xml_singleton_loose_matching") else branch
        is_chain = name in ASSOCIATIVE and kind in matching.operators and not branch.twins
        if is_chain and (self.option("ac_matching") or kind in matching.chained):
            return self._operands(branch, node, depth)
        is_plain = branch.variable and kind in matching.callees and not self._has_object(fields)
        if is_plain and matching.methods and not self._is_construction(kind):
            return self._with_methods(branch, matching.callees[kind])
        found = self._with_imported(branch, node, depth)
        if found is branch and self.options:
            found = swapped(branch, self.options)
        return self._symbolic(found) if depth and self.option("symbolic_propagation", default=False) else found

    def option(self, name: str, *, default: bool = True) -> bool:
        """What the options of the rule say, or what is usual."""
        return dict(self.options).get(name, default)

    def _only_one(self, node: Node, item: Pattern, depth: int) -> Pattern:
        """What a pattern says of one thing that could be several, with brackets around it or without."""
        inner = only_child(node) if node.type.endswith(("parameters", "_list")) else node
        one = None if inner is None else self.build(inner, depth + 1)
        return OnlyOne(one) if isinstance(one, (Metavariable, Name, ParameterMetavariable)) else item

    def _parameters(self, node: Node, item: Pattern, depth: int) -> Pattern:
        """The parameters of a function, of which one alone may have no brackets around it."""
        one = self._only_one(node, item, depth)
        return ParameterList(item) if one is item and isinstance(item, Branch) else one

    def _with_methods(self, branch: Branch, field: str) -> Pattern:
        from reread.analyzers.rules.patterns.callees import with_methods

        return with_methods(branch, field, self.matching.methods)

    def _has_object(self, fields: Mapping[str, Any]) -> bool:
        return any(object in fields for object, _ in self.matching.methods.values())

    def _is_construction(self, kind: str) -> bool:
        return kind not in self.matching.methods and self.matching.callees[kind] != "function"

    def _symbolic(self, pattern: Pattern) -> Pattern:
        from reread.analyzers.rules.patterns.symbolic_propagation import Symbolic

        return Symbolic(pattern, self.matching.names)

    def _operands(self, branch: Branch, node: Node, depth: int) -> Pattern:
        """The operation however it is grouped; whether its operands may change places, the options say."""
        sign = branch.name or ""
        commutes = sign in COMMUTATIVE or self.option("commutative_boolop", default=False)
        parts = operands_of(node, sign, self.matching)
        is_whole, regroups = node.type in self.matching.chained, self.option("ac_matching")
        items = tuple(self.build(part, depth + 1) for part in parts)
        return Operands(branch, items, commutes=commutes, is_whole=is_whole, regroups=regroups)

    def _with_imported(self, branch: Branch, node: Node, depth: int) -> Pattern:
        """What the pattern writes with a dot, code may have as a plain name that it imports."""
        fields = self.matching.members.get(node.type)
        object = node.child_by_field_name(fields[0] if fields is not None and fields[0] else "object")
        if object is None:
            return branch
        if fields is not None:
            member = node.child_by_field_name(fields[1])
            name = "" if member is None else self.tree.text(member)
            variable = metavariable_encoding.metavariable(self.tree.text(object))
            if not depth or not variable or metavariable_encoding.is_encoded(name):
                return branch
            return with_imported(branch, ImportedMember(variable, name, self.matching))
        parts = plain_parts(object, self.tree, self.matching)
        if parts is None or branch.name is None or node.type not in self.matching.callees:
            return branch
        groups = tuple(group for group in branch.groups if group.field != "object")
        alone = Branch(branch.kinds, branch.name, groups, tuple(branch.tokens), open=branch.open)
        return with_imported(branch, ImportedMethod((*parts, branch.name), alone))

    def _head(self, node: Node) -> str:
        """The last name of what is called, or the operator; "" when the pattern does not say it."""
        operator = self.matching.operators.get(node.type)
        if operator is not None:
            sign = node.child_by_field_name(operator)
            return "" if sign is None else sign.type
        callee = callee_of(node, self.matching)
        return "" if callee is None else last_name(self._stripped(callee), self.tree.document.data, self.matching)

    def _member(self, node: Node) -> str:
        """The name of the member that a node selects; "" for what selects none."""
        is_member = node.type in self.matching.members
        return last_name(node, self.tree.document.data, self.matching) if is_member else ""


def _with_decorators(nodes: list[Node], items: tuple[Pattern, ...]) -> Iterator[Pattern]:
    """The members of a class, each with the decorators before it, where these stand beside them."""
    before: list[Pattern] = []
    for node, item in zip(nodes, items, strict=True):
        if node.type == "decorator":
            before.append(item)
        else:
            yield Decorated(tuple(before), item) if before else item
            before = []


def is_nameless(node: Node, tree: SyntaxTree) -> bool:
    """Whether the pattern of a function has `...` in place of its name."""
    name = node.child_by_field_name("name")
    return name is not None and tree.text(name) == metavariable_encoding.ELLIPSIS_NAME


def _with_any_name(group: Group) -> Group:
    """The name of a function that is a value, which may have none where the pattern has a metavariable."""
    one = group.match.pattern if isinstance(group.match, OneItem) else None
    return Group(group.field, OneItem(one, optional=True)) if isinstance(one, Metavariable) else group


def _imported(item: Pattern) -> Pattern:
    """A name in `from m import n`, which code may know as another one."""
    if isinstance(item, Metavariable):
        return ImportedName(item)
    return Alternatives((item, AliasedName(item))) if item.kinds else item


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


@lru_cache(maxsize=2_000)
def compile_type(text: str, language_name: str) -> Wanted:
    """What to look for. Raises PatternError when the text is no type, or the language has none."""
    table = language(language_name)
    typing = None if table is None or table.matching is None else table.matching.typing
    if typing is None:
        raise PatternError(f"typed metavariables are not supported for {language_name}")
    text = "".join(text.split()) if "<" not in text else text.strip()
    stars = len(text) - len(text.lstrip("*"))
    name = text[stars:]
    variable = metavariable_of(name)
    return Wanted(name, stars, compile_in(name, language_name, *typing.form), variable)


def compile_in(text: str, language_name: str, before: str, after: str) -> Pattern:
    """The pattern for the one thing that a text is between two others, such as a type. Raises PatternError."""
    parsed = parse_pattern(text, language_name, (before, after))
    table = language(language_name)
    assert table is not None and table.matching is not None
    if len(parsed.nodes) != 1:
        raise PatternError(f"expected one thing, not several: {text}")
    return Builder(parsed.tree, table.matching, table.strings).build(parsed.nodes[0], 0)
