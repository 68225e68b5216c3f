"""Equivalent variants of a node's pattern: with decorators, under another name or in another case, as a self-closing
element.
"""

from __future__ import annotations

from collections.abc import Iterator

from reread.analyzers.languages.table import Leeway, Matching
from reread.analyzers.pattern.patterns import metavariable_encoding
from reread.analyzers.pattern.patterns.pattern import (
    TRUTH,
    Alternatives,
    Branch,
    Ellipsis,
    Group,
    Leaf,
    Metavariable,
    Pattern,
)
from reread.analyzers.pattern.patterns.sequences import OneItem, Ordered
from reread.analyzers.pattern.patterns.special import AliasedName, Decorated, ImportedName, Written
from reread.analyzers.syntax import Node, SyntaxTree

_COLLECTIONS = (
    *("set", "dictionary", "list", "tuple", "object", "array", "arguments", "_pattern", "_splat", "initializer"),
    *("initializer_expression", "array_expression", "creation_expression", "literal", "list_expression"),
    "table_constructor",
)


_TEXTS = frozenset({"text", "raw_text"})
ELEMENTS = frozenset({"element", "jsx_element", "jsx_self_closing_element"})


def is_collection(node: Node) -> bool:
    """Whether brackets and what is in them are a collection, of which `...` stands for the elements."""
    return node.type.endswith(_COLLECTIONS) and "parameter" not in node.type


def kinds_of(node: Node, matching: Matching) -> frozenset[str]:
    """The kinds of nodes that a pattern stands for. The name of a definition has one way to be written."""
    around = node.parent
    is_defined = around is not None and around.type in matching.statements.definitions
    if is_defined and node.type in matching.names.members:
        return frozenset({node.type})
    kinds = matching.leeway.equivalents.get(node.type, frozenset()) | {node.type}
    is_argument = around is not None and (
        around.type in matching.leeway.arguments or around.child_by_field_name("arguments") == node
    )
    return kinds | matching.leeway.same_as_arguments.get(node.type, frozenset()) if is_argument else kinds


def with_decorators(nodes: list[Node], items: tuple[Pattern, ...]) -> Iterator[Pattern]:
    """The members of a class, each with the decorators before it, where these are beside them."""
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


def with_any_name(group: Group) -> Group:
    """The name of a function that is a value, which may have none if the pattern has a metavariable."""
    one = group.match.pattern if isinstance(group.match, OneItem) else None
    return Group(group.field, OneItem(one, optional=True)) if isinstance(one, Metavariable) else group


def imported(item: Pattern) -> Pattern:
    """A name in `from m import n`, which code may know as another one."""
    if isinstance(item, Metavariable):
        return ImportedName(item)
    return Alternatives((item, AliasedName(item))) if item.kinds else item


def element(branch: Branch, kind: str, *, inside: bool, loose: bool) -> Pattern:
    """An element with content or without, or with both if `loose`; `inside` of another one, or the whole pattern."""
    if kind == "element":
        return _with_content(branch)
    if kind == "jsx_element":
        return _with_self_closing(branch) if loose else branch
    return _or_with_content(branch) if inside else branch


def _with_self_closing(element: Branch) -> Pattern:
    """`<a ...>...</a>` also stands for `<a ... />`."""
    tags = [
        group.match.pattern
        for group in element.groups
        if group.field == "open_tag" and isinstance(group.match, OneItem)
    ]
    content = [group.match for group in element.groups if not group.field]
    is_open = all(isinstance(match, Ordered) and all(map(_is_ellipsis, match.items)) for match in content)
    if not is_open or len(tags) != 1 or not isinstance(tags[0], Branch):
        return element
    tag = tags[0]
    alone = Branch(frozenset({"jsx_self_closing_element"}), tag.name, tag.groups, tuple(tag.tokens), open=tag.open)
    return Alternatives((element, alone))


def _or_with_content(tag: Branch) -> Pattern:
    """`<a />` inside of something else, which also stands for `<a>...</a>` there."""
    whole = Branch(frozenset({"jsx_element"}), None, (Group("open_tag", OneItem(tag)),), (), open=True)
    return Alternatives((tag, whole))


def _with_content(element: Branch) -> Pattern:
    """`<a ... />` also stands for `<a ...>...</a>`, and the other way round. There may be more behind the
    content that the pattern says.
    """
    match = element.groups[0].match if len(element.groups) == 1 else None
    items = match.items if isinstance(match, Ordered) else ()
    tag, content = items[0] if items else None, items[1:-1]
    if not isinstance(tag, Branch):
        return element
    if all(map(_is_ellipsis, content)):
        items = (tag, Ellipsis())
    elif "end_tag" in (items[-1].kinds or ()):
        items = (tag, *map(_text, content), Ellipsis(), items[-1])
    whole = Group("", Ordered(items))
    return Branch(element.kinds, element.name, (whole,), tuple(element.tokens), open=element.open)


def _text(item: Pattern) -> Pattern:
    """What is between tags, where a metavariable is a text."""
    return Written(item, _TEXTS) if isinstance(item, Metavariable) else item


def contents_of(kind: str, children: list[Node], items: tuple[Pattern, ...], leeway: Leeway) -> tuple[Pattern, ...]:
    """The patterns of the `children` of an element, in which a metavariable is a text, or in braces a value."""
    if kind not in leeway.contents:
        return items
    value, texts = leeway.contents[kind]
    return tuple(_content(child.type, item, value, texts) for child, item in zip(children, items, strict=True))


def _content(kind: str, item: Pattern, value: str, texts: frozenset[str]) -> Pattern:
    if kind == value and isinstance(item, (Metavariable, Ellipsis)):
        return Written(item, frozenset({value}))
    return Written(item, texts) if kind in texts and isinstance(item, Metavariable) else item


def _is_ellipsis(item: Pattern) -> bool:
    return isinstance(item, Ellipsis)


def leaf(kind: str, text: str, language: Matching, *, folds: bool) -> Leaf:
    """The pattern for a leaf by its text. With `folds` an expression of its value will do where it is a literal."""
    caseless = kind in language.names.caseless
    written = text.lower().encode() if caseless else text.encode()
    is_literal = text[:1].isdigit() or written in TRUTH
    constants = language.texts.constants if folds and is_literal else frozenset[str]()
    return Leaf(kind, written, constants, caseless=caseless)


def unsaid_names(node: Node, matching: Matching) -> frozenset[str]:
    """The field of a name that code may have where the pattern has none."""
    unnamed = matching.leeway.unnamed
    field = unnamed.get(node.type)
    if field is None and unnamed and node.parent is not None and (outer := node.parent.parent) is not None:
        place = next((number for number, child in enumerate(outer.children) if child == node.parent), 0)
        field = unnamed.get(f"{node.type} in {outer.field_name_for_child(place)}")
    return frozenset() if field is None else frozenset({field})
