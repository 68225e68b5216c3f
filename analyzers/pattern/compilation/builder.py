"""Builds patterns from the nodes of a pattern's syntax tree, one for each node."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any

from reread.analyzers.constants.unwrapping import only_child, only_value
from reread.analyzers.languages.table import Matching
from reread.analyzers.pattern.compilation.branch_variants import (
    ELEMENTS,
    contents_of,
    element,
    imported,
    is_collection,
    is_nameless,
    kinds_of,
    leaf,
    unsaid_names,
    with_any_name,
    with_decorators,
)
from reread.analyzers.pattern.compilation.declarators import is_needed, with_types
from reread.analyzers.pattern.compilation.embedded import embedded
from reread.analyzers.pattern.compilation.parser import parse_pattern
from reread.analyzers.pattern.matching.names import callee_of, is_list_of_call
from reread.analyzers.pattern.matching.nodes import split, statements
from reread.analyzers.pattern.metavariables.types import TypedMetavariable, WantedType
from reread.analyzers.pattern.patterns import metavariable_encoding
from reread.analyzers.pattern.patterns.callees import applied, or_closure_apart, with_macro, with_methods
from reread.analyzers.pattern.patterns.child_matching import group_match, hardness, is_empty, swapped, with_implied
from reread.analyzers.pattern.patterns.commands import Pipeline
from reread.analyzers.pattern.patterns.commutativity import ASSOCIATIVE, COMMUTATIVE, Operands, operands_of
from reread.analyzers.pattern.patterns.equivalences import (
    OnlyOne,
    ParameterList,
    pair_or_short,
    valued,
    with_else_if,
    with_other_forms,
)
from reread.analyzers.pattern.patterns.import_patterns import import_pattern
from reread.analyzers.pattern.patterns.imported import or_imported
from reread.analyzers.pattern.patterns.member_patterns import (
    call_pattern,
    head_of,
    member_of,
    member_pattern,
    plain_name,
    with_accesses,
)
from reread.analyzers.pattern.patterns.metavariable_encoding import PatternError, metavariable_of
from reread.analyzers.pattern.patterns.pattern import (
    Alternatives,
    Branch,
    Ellipsis,
    Group,
    ManyMetavariable,
    Metavariable,
    Name,
    Pattern,
)
from reread.analyzers.pattern.patterns.sequences import ArgumentList, Conditions, OneItem, Subset
from reread.analyzers.pattern.patterns.special import GenericType, ParameterMetavariable, ParameterName, TextTemplate
from reread.analyzers.pattern.patterns.statements import Statements, block, case, cases, members, settings
from reread.analyzers.pattern.patterns.strings import StringText, compile_string, compile_word
from reread.analyzers.pattern.patterns.symbols import symbol
from reread.analyzers.pattern.shared_values import shared
from reread.analyzers.syntax import Node, SyntaxTree, language

if TYPE_CHECKING:
    from reread.analyzers.pattern.source import Options

_DEEPEST = 200
_NEEDLESS_SPACE = re.compile(r"(?<!\w)\s+|\s+(?![\w$])")
_LISTS = ("parameters", "clause", "variable_declarator", "import_specifier", "export_specifier")
_CASES, _PAIRS = frozenset({"switch_case", "switch_default", "case_statement"}), frozenset({"pair", "pair_pattern"})
_VALUES = frozenset({"right", "value", "default value"})
"""Fields of assignments: `$X = ...` asks for a value."""
_WRITTEN = frozenset({"export_statement", "non_null_expression", "pointer_declarator", "reference_declarator"})
"""What code may have more of than the pattern; a pattern that has it asks for it."""


class Builder:
    """Makes patterns of the nodes of one tree."""

    def __init__(self, tree: SyntaxTree, matching: Matching, strings: frozenset[str], options: Options = ()) -> None:
        self.options = options
        self.tree = tree
        self.matching, self.strings = matching, strings

    def build(self, node: Node, depth: int, *, subset: bool = False) -> Pattern:
        """The pattern for one node and all below it. With `subset` the code may hold more than the pattern says."""
        if depth > _DEEPEST:
            raise PatternError("the pattern is nested too deeply")
        matching, names, texts = self.matching, self.matching.names, self.matching.texts
        inside = partial(self.build, depth=depth + 1)
        if node.type in matching.shell.embedded:
            return embedded(self, Builder, node, depth)
        node = self.stripped(node)
        text = self.tree.text(node)
        if self._holds_cases(node):
            return cases(tuple(self.build(child, depth + 1) for child in statements(node, matching)), node.type)
        if node.type in matching.statements.blocks:
            return self._block(node, depth)
        special = symbol(node.type, text, matching) or self.special(node, text)
        if special is not None:
            return self._symbolic(special, node, depth) if isinstance(special, Metavariable) else special
        if node.type in texts.own_strings:
            return compile_string(node, self.tree, matching, frozenset({node.type}), inside)
        if node.type in self.strings:
            kinds = self.strings | texts.words | (texts.constants if depth else texts.between)
            return compile_string(node, self.tree, matching, kinds, inside)
        call = call_pattern(node, self.tree, matching, inside) or with_accesses(node, matching, inside, alone=not depth)
        if call is not None:
            return call
        if node.type in names.leaves or node.type in names.members or node.type in names.targets:
            name = plain_name(node, self.tree, matching)
            if name is not None:
                return self._name(name, node, depth)
            member = member_pattern(node, self.tree, matching, inside)
            if member is not None:
                return member
        if node.type in texts.leaves and metavariable_encoding.is_template(text):
            return TextTemplate(texts.pieces | {node.type}, text)
        if node.type in texts.words:
            return compile_word(node.type, text, matching, self.strings)
        if node.type in matching.shell.pipelines:
            items = tuple(self.build(child, depth + 1) for child in node.named_children)
            return Pipeline(node.type, items, partial=not depth)
        if not node.child_count or node.type in texts.leaves:
            return leaf(node.type, text, matching, folds=depth > 0)
        whole = import_pattern(node, self.tree, matching, inside)
        if whole is not None:
            return whole
        if node.parent is not None and node.parent.type == "decorator" and node.type in matching.names.callees:
            return self._decorator_call(node, depth)
        return with_macro(self.branch(node, depth, subset), node, self.tree, matching, inside)

    def _block(self, node: Node, depth: int) -> Pattern:
        """The pattern of a body of statements, members or cases."""
        matching = self.matching
        children = statements(node, matching)
        items = tuple(self.build(child, depth + 1) for child in children)
        # Some grammars have the decorators of a method before it, where the order matters.
        is_class = node.parent is not None and node.parent.type in self.tree.language.containers
        decorated = any(child.type == "decorator" for child in children)
        is_open = is_class and not decorated and self.option("implicit_ellipsis")
        if is_class and decorated:
            return members(tuple(with_decorators(children, items)), matching)
        if node.type in _CASES:
            return case(items, node)
        if node.type in matching.leeway.subsets:
            return settings(items, matching)
        return members(items, matching) if is_open else block(items, node, matching)

    def _holds_cases(self, node: Node) -> bool:
        around, switches = node.parent, self.matching.statements.switches
        return around is not None and around.type in switches and around.child_by_field_name("body") == node

    def _is_body(self, node: Node) -> bool:
        """True for the `{ ... }` of a lambda, and that of `new A() { ... }`, which code need not have."""
        around = node.parent
        if around is None or around.child_by_field_name("body") == node:
            return around is not None
        field = self.matching.leeway.implied.get(around.type)
        return field is not None and around.child_by_field_name(field) != node

    def _decorator_call(self, node: Node, depth: int) -> Pattern:
        """`@f(...)`, which also stands for `@f`."""
        call = self.branch(node, depth, subset=False)
        callee, arguments = callee_of(node, self.matching), node.child_by_field_name("arguments")
        inner = None if arguments is None else only_child(arguments)
        if callee is None or inner is None or self.tree.text(inner) != metavariable_encoding.ELLIPSIS_NAME:
            return call
        return Alternatives((call, self.build(callee, depth + 1)))

    def stripped(self, node: Node) -> Node:
        while node.type in self.matching.leeway.transparent and node.type not in _WRITTEN:
            inner = only_value(node, self.matching)
            if inner is None:
                break
            node = inner
        return node

    def special(self, node: Node, text: str) -> Pattern | None:
        """What is only a name in the tree, and `...` or a metavariable in the pattern."""
        text = metavariable_encoding.bare(text.removeprefix(self.matching.reading.statement_word))
        if not text.startswith("rr") and metavariable_encoding.ELLIPSIS_NAME not in text:
            return None
        if node.child_count and (node.type.endswith(_LISTS) or is_list_of_call(node, self.matching)):
            return None  # A list of one, not the one.
        is_bracketed = text.lstrip("*").startswith(("(", "{", "["))
        is_content = is_bracketed and is_collection(node) and not self._is_body(node)
        if is_content or node.type in self.matching.leeway.closures:
            return None  # The same, whatever the grammar calls it.
        is_operation = node.type in self.matching.names.operators
        if not is_operation and metavariable_encoding.is_ellipsis(text, self.matching.reading.ellipses):
            return Ellipsis(deeper=bool(self.option("go_deeper_stmt")))
        if variable := metavariable_encoding.metavariable(text):
            return self._metavariable(Metavariable(variable), node)
        variable, type_text = metavariable_encoding.typed_metavariable(text)
        if variable:
            return TypedMetavariable(variable, compile_type(type_text, self.tree.language.name))
        if variable := metavariable_encoding.ellipsis_metavariable(text):
            return ManyMetavariable(variable)
        return None

    def _name(self, name: Name, node: Node, depth: int) -> Pattern:
        """A name in a list of parameters also stands for one with a type or a default."""
        more = self.matching.leeway.equivalents.get("identifier", frozenset())
        parent = node.parent
        if parent is None or not more or "parameters" not in parent.type:
            return name
        return Alternatives((name, ParameterName(more, name)))

    def _metavariable(self, variable: Metavariable, node: Node) -> Pattern:
        """The same for a metavariable."""
        more = self.matching.leeway.equivalents.get("identifier", frozenset())
        parent = node.parent
        if parent is None or not more or "parameters" not in parent.type:
            return variable
        return ParameterMetavariable(more, variable)

    def branch(self, node: Node, depth: int, subset: bool) -> Pattern:
        matching, leeway = self.matching, self.matching.leeway
        fields, tokens = split(node, matching)
        kind, is_open = node.type, False
        if fields:
            tokens = [token for token in tokens if token != "var" and token not in leeway.needless.get(kind, ())]
        if kind in matching.statements.switches and "body" not in fields:
            fields.setdefault("", [])
        groups = []
        for field, children in fields.items():
            partial = field in leeway.subsets
            items = tuple(
                self.build(child, depth + 1, subset=partial and child.type in leeway.arguments) for child in children
            )
            items = contents_of(kind, children, items, leeway)
            is_value = is_needed(kind, field) or (field in _VALUES and kind not in leeway.apart | leeway.valueless)
            if len(items) == 1 and isinstance(items[0], Ellipsis) and is_value and not partial:
                groups.append(Group(field, OneItem(items[0])))
            elif len(items) == 1 and isinstance(items[0], Ellipsis) and field and not partial:
                is_open = True
            else:
                groups.append(self._group(node, field, children, items, depth, subset))
        if is_open:
            groups = [group for group in groups if not is_empty(group)]
        groups = with_implied(kind, groups, matching)
        # What can fail soonest goes first; a body of `...` never does.
        groups.sort(key=hardness)
        kinds = kinds_of(node, matching)
        if kind in leeway.comprehensions and self._is_only_ellipsis(node):
            kinds, groups, is_open = kinds | leeway.comprehensions[kind], [], True
        if kind in matching.statements.functions and is_nameless(node, self.tree):
            kinds |= matching.statements.functions
        if kind in matching.statements.functions and kind not in matching.statements.definitions:
            groups = [with_any_name(group) if group.field == "name" else group for group in groups]
        head = head_of(node, self.tree, matching, self.stripped)
        name = None if metavariable_encoding.is_encoded(head) or not head else head
        branch = Branch(kinds, name, tuple(groups), tuple(tokens), open=is_open)
        branch.wanted |= unsaid_names(node, matching)
        branch.variable = metavariable_encoding.metavariable(
            metavariable_encoding.bare(head or member_of(node, self.tree, matching))
        )
        texts = [self.tree.text(self.stripped(child)) for child in node.named_children if not child.is_extra]
        branch.twins = (
            len(texts) == 2 and texts[0] == texts[1] and metavariable_encoding.metavariable(texts[0]) not in ("", "$_")
        )
        ways = applied(branch) if kind in leeway.applied else (branch,)
        found = tuple(self._equivalents(way, node, depth) for way in ways)
        return Alternatives(found) if len(found) > 1 else found[0]

    def _group(
        self, node: Node, field: str, children: list[Node], items: tuple[Pattern, ...], depth: int, subset: bool
    ) -> Group:
        """The pattern for the children of one field."""
        matching, kind = self.matching, node.type
        if kind in matching.statements.switches and not field:
            return Group(field, Subset(items))
        if field == "condition" and kind in matching.statements.conditions and len(items) == 1:
            return Group(field, Conditions(items[0]))
        if field == "type" and isinstance(items[0], Name):
            items = (Alternatives((items[0], GenericType(items[0]))),)
        items = (with_other_forms(node, field, children[0], items[0], matching), *items[1:])
        if field == "declarator":
            items = with_types(items, node, children, self.tree)
        if (kind, field) == ("range_clause", "left"):
            items = (self._only_one(children[0], items[0], depth),)
        if field == "parameters" and (kind in matching.statements.lambdas or kind in matching.statements.functions):
            items = (self._parameters(children[0], items[0], depth),)
        if kind == "import_from_statement" and field == "name":
            items = tuple(map(imported, items))
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
            kinds = kinds | matching.leeway.argument_alone | matching.leeway.arguments
        return Group(field, match, None if kinds is None else shared(kinds))

    def _equivalents(self, branch: Branch, node: Node, depth: int) -> Pattern:
        """The branch, or with it the other ways to write the same."""
        matching, names = self.matching, self.matching.names
        if node.type in _PAIRS:
            return pair_or_short(branch)
        if node.type in ELEMENTS:
            return element(branch, node.type, inside=depth > 0, loose=self.option("xml_singleton_loose_matching"))
        if node.type == "jsx_attribute":
            return valued(branch)
        if node.parent is not None and node.parent.type in matching.statements.else_ifs:
            return with_else_if(branch, node, matching, lambda inner: self.build(inner, depth + 1))
        is_chain = branch.name in ASSOCIATIVE and node.type in names.operators and not branch.twins
        if is_chain and (self.option("ac_matching") or node.type in names.chained):
            return self._operands(branch, node, depth)
        is_plain = branch.variable and node.type in names.callees and not self._has_object(split(node, matching)[0])
        if is_plain and names.methods and not self._is_construction(node.type):
            return with_methods(branch, names.callees[node.type], names)
        found = or_imported(branch, node, self.tree, matching, inside=depth > 0)
        found = swapped(branch, self.options) if found is branch and self.options else found
        if matching.leeway.closures and node.type in names.callees:
            found = or_closure_apart(found, matching.leeway)
        return self._symbolic(found, node, depth)

    def option(self, name: str, *, default: bool = True) -> bool:
        """The value of an option of the rule, or its default."""
        return dict(self.options).get(name, default)

    def _is_only_ellipsis(self, node: Node) -> bool:
        inner = only_child(node)
        return inner is not None and self.tree.text(inner).strip("*") == metavariable_encoding.ELLIPSIS_NAME

    def _only_one(self, node: Node, item: Pattern, depth: int) -> Pattern:
        """What a pattern says of one thing that could be several, with brackets around it or without."""
        inner = only_child(node) if node.type.endswith(("parameters", "_list")) else node
        one = None if inner is None else self.build(inner, depth + 1)
        return OnlyOne(one) if isinstance(one, (Metavariable, Name, ParameterMetavariable)) else item

    def _parameters(self, node: Node, item: Pattern, depth: int) -> Pattern:
        """The parameters of a function, of which one alone may have no brackets around it."""
        one = self._only_one(node, item, depth)
        return ParameterList(item) if one is item and isinstance(item, Branch) else one

    def _has_object(self, fields: Mapping[str, Any]) -> bool:
        return any(object in fields for object, _ in self.matching.names.methods.values())

    def _is_construction(self, kind: str) -> bool:
        return kind not in self.matching.names.methods and self.matching.names.callees[kind] != "function"

    def _symbolic(self, pattern: Pattern, node: Node, depth: int) -> Pattern:
        """The pattern, which for a use of a variable is also about what the variable had its value from, if asked."""
        is_literal = node.type in self.matching.texts.named_literals
        if not depth or not (is_literal or self.option("symbolic_propagation", default=False)):
            return pattern
        from reread.analyzers.pattern.patterns.symbolic_propagation import symbolic

        return symbolic(pattern, node, self.matching)

    def _operands(self, branch: Branch, node: Node, depth: int) -> Pattern:
        """The operation however it is grouped; whether its operands may change places, the options say."""
        sign = branch.name or ""
        commutes = sign in COMMUTATIVE or self.option("commutative_boolop", default=False)
        parts = operands_of(node, sign, self.matching)
        is_whole, regroups = node.type in self.matching.names.chained, self.option("ac_matching")
        items = tuple(self.build(part, depth + 1) for part in parts)
        return Operands(branch, items, commutes=commutes, is_whole=is_whole, regroups=regroups)


@lru_cache(maxsize=2_000)
def compile_type(text: str, language_name: str) -> WantedType:
    """The type to look for. Raises PatternError when the text is not a type, or the language has none."""
    table = language(language_name)
    typing = None if table is None or table.matching is None else table.matching.typing
    if typing is None:
        raise PatternError(f"typed metavariables are not supported for {language_name}")
    text = _NEEDLESS_SPACE.sub("", text.strip()) if "<" not in text else text.strip()
    name = text.strip("*")
    stars = len(text) - len(name)
    variable = metavariable_of(name)
    return WantedType(name, stars, compile_in(name, language_name, *typing.form), variable)


def compile_in(text: str, language_name: str, before: str, after: str) -> Pattern:
    """The pattern for the one thing that a text is between two others, such as a type. Raises PatternError."""
    parsed = parse_pattern(text, language_name, (before, after))
    table = language(language_name)
    assert table is not None and table.matching is not None
    if len(parsed.nodes) != 1:
        raise PatternError(f"expected one thing, not several: {text}")
    return Builder(parsed.tree, table.matching, table.strings).build(parsed.nodes[0], 0)
