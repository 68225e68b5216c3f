"""The outline of JavaScript and TypeScript files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from reread.analyzers import syntax
from reread.analyzers.syntax import Node, SyntaxTree
from reread.rag.findings.outline import Call, Class, Function, Import, Outline, Parameter, Signature
from reread.rag.findings.outlines import _sweep
from reread.rag.findings.outlines._reader import OutlineBuilder
from reread.rag.findings.outlines._sweep import Item

_KINDS = {
    "function": (
        "function_declaration generator_function_declaration function_expression arrow_function method_definition"
        " generator_function function_signature abstract_method_signature"
    ),
    "class": "class_declaration abstract_class_declaration class",
    "call": "call_expression new_expression",
    "import": "import_statement",
    "export": "export_statement",
    "parameters": "formal_parameters",
    "declarator": "variable_declarator",
    "type": "type_alias_declaration interface_declaration enum_declaration internal_module",
    "assignment": "assignment_expression",
    "caught": "catch_clause",
}
_CHAIN = re.compile(r"[\w$]+(?:\.#?[\w$]+)*")
_ENDING = re.compile(r"(?:\.d)?\.(?:[cm]?[jt]sx?)$")
_ENDINGS = ("js", "jsx", "mjs", "cjs", "ts", "tsx", "mts", "cts", "d.ts")
_NAMES = frozenset({"identifier", "shorthand_property_identifier_pattern"})
_FUNCTIONS = frozenset({"arrow_function", "function_expression", "generator_function"})
_EXPORTED = re.compile(r"(?:module\.)?exports\.([\w$]+)")


def read(tree: SyntaxTree) -> Outline:
    return _Reader(tree).read(_query(tree.language.name))


def alternatives(path: str) -> list[str]:
    stem = re.sub(r"/index$", "", _ENDING.sub("", path))
    return [f"{stem}{middle}.{ending}" for middle in ("", "/index") for ending in _ENDINGS]


@cache
def _query(language: str) -> syntax.Query:
    parts = []
    for name, kinds in _KINDS.items():
        known = [kind for kind in kinds.split() if syntax.has_kind(language, kind)]
        parts += [f"[{' '.join(f'({kind})' for kind in known)}] @{name}"] if known else []
    return syntax.query(language, "\n".join(parts))


class _Reader(OutlineBuilder):
    def __init__(self, tree: SyntaxTree) -> None:
        super().__init__(tree)
        self.exports: set[str] = set()

    def exported(self) -> frozenset[str]:
        return frozenset(self.exports)

    def _function(self, item: Item) -> None:
        node, name = item.node, item.node.child_by_field_name("name")
        if name is None or node.type in _FUNCTIONS:
            return
        text = self.tree.text(name)
        owner = _sweep.owner(item.around)
        if "method" in node.type:
            accessor = any(child.type in ("get", "set") for child in node.children)
            # Methods of an object without a name are not found by the name of a class.
            if owner and not _sweep.in_function(item.around) and name.type == "property_identifier":
                self._add(node, node, name, owner, known=not accessor)
            return
        self._bind(text, item)
        if not item.around:
            self._add(node, node, name, "", known=True)

    def _add(self, whole: Node, function: Node, name: Node, owner: str, *, known: bool) -> None:
        parameters = function.child_by_field_name("parameters") or function.child_by_field_name("parameter")
        signature = _signature(parameters, function, self.tree)
        text = self.tree.text(name)
        self.functions.append(
            Function(
                text,
                owner,
                self.span(name),
                self.span(whole),
                (signature,) if known else None,
                constructor=text == "constructor" and bool(owner),
                static=any(child.type == "static" for child in function.children),
                plain=not any(child.type == "decorator" for child in (*whole.children, *_before(whole))),
            )
        )

    def _class(self, item: Item) -> None:
        name = item.node.child_by_field_name("name")
        if name is None:
            return
        self._bind(self.tree.text(name), item)
        heritage = next((child for child in item.node.named_children if child.type == "class_heritage"), None)
        bases = re.sub(r"\bimplements\b.*|<.*?>", "", self.tree.text(heritage), flags=re.DOTALL) if heritage else ""
        found = re.findall(r"extends\s+([\w$.]+)", bases)
        if not _sweep.in_function(item.around):
            spans = self.span(name), self.span(item.node)
            self.classes.append(Class(self.tree.text(name), tuple(found), *spans))

    def _call(self, item: Item) -> None:
        node = item.node
        field = "constructor" if node.type == "new_expression" else "function"
        callee, arguments = node.child_by_field_name(field), node.child_by_field_name("arguments")
        if callee is None:
            return
        if callee.type == "identifier" and self.tree.text(callee) == "require":
            return
        if arguments is not None and arguments.type != "arguments":
            return  # a tagged template
        member = callee.type == "member_expression"
        name = callee.child_by_field_name("property") if member else callee
        if name is None or (not member and callee.type != "identifier"):
            return
        before = callee.child_by_field_name("object") if member else None
        text = self.tree.text(before) if before is not None else ""
        receiver = text if not before or _CHAIN.fullmatch(text) else None
        given = [each for each in (arguments.named_children if arguments else ()) if each.type != "comment"]
        spread = any(each.type == "spread_element" for each in given)
        call = Call(
            self.tree.text(name),
            receiver,
            _sweep.owner(item.around),
            len(given),
            (),
            spread,
            self.span(name),
            self.span(node),
            usage=frozenset(_uses(node)),
            constructs=node.type == "new_expression",
        )
        self.calls.append((item, call))

    def _import(self, item: Item) -> None:
        source = item.node.child_by_field_name("source")
        clause = next((child for child in item.node.named_children if child.type == "import_clause"), None)
        if source is None or clause is None:
            return
        module = self.tree.text(source)[1:-1]
        for part in clause.named_children:
            if part.type == "identifier":
                self._add_import(part, module, "default", part)
            elif part.type == "namespace_import":
                self._add_import(part.named_children[-1], module, "", part)
            elif part.type == "named_imports":
                for each in part.named_children:
                    name = each.child_by_field_name("name")
                    if name is not None:
                        local = each.child_by_field_name("alias") or name
                        self._add_import(local, module, self.tree.text(name), name)

    def _add_import(self, local: Node, module: str, name: str, place: Node) -> None:
        self.imports.append(Import(self.tree.text(local), module, name, self.span(place)))
        self.bound.add(self.tree.text(local))

    def _export(self, item: Item) -> None:
        node = item.node
        source = node.child_by_field_name("source")
        declaration = node.child_by_field_name("declaration")
        module = self.tree.text(source)[1:-1] if source is not None else ""
        if any(child.type == "default" for child in node.children):
            self.exports.add("default")
        elif declaration is not None:
            named = [declaration, *declaration.named_children]
            names = [name for each in named if (name := each.child_by_field_name("name")) is not None]
            for name in names:
                self.exports.update(self.tree.text(each) for each in _sweep.identifiers(name, _EXPORTABLE))
            self.open = self.open or not names
        for clause in node.named_children:
            if clause.type == "export_clause":
                for each in clause.named_children:
                    inside = each.child_by_field_name("name")
                    if inside is None:
                        continue
                    outside = each.child_by_field_name("alias") or inside
                    self.exports.add(self.tree.text(outside))
                    if module:
                        self._add_import(outside, module, self.tree.text(inside), inside)
        if any(child.type in ("*", "namespace_export", "=") for child in node.children):
            self.open = True

    def _parameters(self, item: Item) -> None:
        for name in _sweep.identifiers(item.node, _NAMES):
            _sweep.bind(self.tree.text(name), item.around)

    def _declarator(self, item: Item) -> None:
        name, value = item.node.child_by_field_name("name"), item.node.child_by_field_name("value")
        if name is None:
            return
        required = _required(value, self.tree)
        for each in _sweep.identifiers(name, _NAMES):
            _sweep.bind(self.tree.text(each), item.around)
            if not item.around:
                self.bound.add(self.tree.text(each))
                if required:
                    whole = name.type == "identifier"
                    text = self.tree.text(each)
                    self.imports.append(Import(text, required, "" if whole else text, self.span(each)))
        at_top = not item.around and name.type == "identifier" and _at_top(item.node)
        if at_top and value is not None and value.type in _FUNCTIONS:
            self._add(item.node, value, name, "", known=True)
        elif not item.around and not required:
            self.rebound.update(self.tree.text(each) for each in _sweep.identifiers(name, _NAMES))

    def _type(self, item: Item) -> None:
        name = item.node.child_by_field_name("name")
        if name is not None and not item.around:
            self.bound.add(self.tree.text(name))

    def _assignment(self, item: Item) -> None:
        left, right = item.node.child_by_field_name("left"), item.node.child_by_field_name("right")
        if left is None or right is None:
            return
        text = self.tree.text(left)
        if left.type == "identifier":
            if not _sweep.is_bound(text, item.around):
                self.rebound.add(text)
        elif match := _EXPORTED.fullmatch(text):
            self.exports.add(match[1])
        elif text in ("module.exports", "exports"):
            self._export_object(right)

    def _export_object(self, value: Node) -> None:
        self.exports.add("default")
        if value.type != "object":
            self.open = True
            return
        for each in value.named_children:
            key = each.child_by_field_name("key") or each.child_by_field_name("name")
            if each.type == "shorthand_property_identifier":
                self.exports.add(self.tree.text(each))
            elif key is not None:
                self.exports.add(self.tree.text(key))
            else:
                self.open = self.open or each.type == "spread_element"

    def _caught(self, item: Item) -> None:
        name = item.node.child_by_field_name("parameter")
        if name is not None:
            for each in _sweep.identifiers(name, _NAMES):
                _sweep.bind(self.tree.text(each), item.around)

    def _bind(self, name: str, item: Item) -> None:
        _sweep.bind(name, item.around)
        if not item.around:
            self.bound.add(name)


_EXPORTABLE = _NAMES | {"type_identifier"}


def _before(node: Node) -> Iterator[Node]:
    """The nodes right before, as far as they are decorators."""
    previous = node.prev_named_sibling
    while previous is not None and previous.type == "decorator":
        yield previous
        previous = previous.prev_named_sibling


def _signature(parameters: Node | None, function: Node, tree: SyntaxTree) -> Signature:
    """The parameters of a function. In plain JavaScript any argument may be left out."""
    if parameters is None:
        return Signature()
    nodes = [parameters] if parameters.type == "identifier" else parameters.named_children
    found: list[Parameter] = []
    more = False
    for node in nodes:
        if node.type in ("comment", "decorator"):
            continue
        pattern = node.child_by_field_name("left" if node.type == "assignment_pattern" else "pattern")
        text = tree.text(pattern if pattern is not None else node)
        if node.type == "rest_pattern" or (pattern is not None and pattern.type == "rest_pattern"):
            more = True
        elif text != "this":
            optional = tree.language.name == "javascript" or node.type in ("assignment_pattern", "optional_parameter")
            optional = optional or node.child_by_field_name("value") is not None
            found.append(Parameter(text, not optional))
    body = function.child_by_field_name("body")
    if body is not None and b"arguments" in tree.document.data[body.start_byte : body.end_byte]:
        more = True
    return Signature(tuple(found), more)


def _required(value: Node | None, tree: SyntaxTree) -> str:
    """The path in `require("path")`."""
    if value is None or value.type != "call_expression":
        return ""
    match = re.fullmatch(r"require\(\s*[\"']([^\"']+)[\"']\s*\)", tree.text(value))
    return match[1] if match else ""


def _at_top(node: Node) -> bool:
    parent = node.parent
    while parent is not None and parent.type in ("lexical_declaration", "variable_declaration", "export_statement"):
        parent = parent.parent
    return parent is None or parent.type == "program"


def _uses(node: Node) -> Iterator[str]:
    parent = node.parent
    if parent is not None and parent.type == "await_expression":
        yield "awaited"
        parent = parent.parent
    elif parent is not None and parent.type in ("return_statement", "arrow_function"):
        yield "awaited"  # by whoever calls this
    elif parent is not None and parent.type in ("member_expression", "arguments", "unary_expression", "array"):
        yield "awaited"  # `.then(...)`, `Promise.all([...])`, `void f()`
    if parent is None or parent.type != "expression_statement":
        yield "used"
