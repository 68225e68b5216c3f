"""A private function, class or variable that its file never uses."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from reread.analyzers.checks.correctness._removal import removal
from reread.analyzers.checks.structure._functions import ROOTS
from reread.analyzers.findings import Severity
from reread.analyzers.pattern.matching.match_context import MatchContext
from reread.analyzers.rules.definition import Definition, Example, Found, Replacement
from reread.analyzers.syntax import Node

_SCRIPTS = ("javascript", "typescript", "tsx")
_MODULE = re.compile(rb"^\s*(?:import|export)\b", re.MULTILINE)
_KINDS = {language: kinds for language, kinds in ROOTS.items() if language != "go"}
_SEVERAL = "export const a = 1;\nconst b = a, c = 2;\nrun(c);\n"

RULE = Definition(
    id="unused-private-name",
    message="`$NAME` is unused: nothing in this file uses it, and nothing outside of it can. Remove it.",
    summary="Private name is unused: nothing in its file uses it, and nothing outside can. Remove it.",
    severity=Severity.HINT,
    category="maintainability",
    kinds=_KINDS,
    explanation="""\
A name that begins with an underscore (Python), is not exported (modules of JavaScript and TypeScript) or is `private`
(Java) belongs to its own file, where nothing but its definition mentions it. It is left over from an earlier change,
and readers wonder what it is for.

Bad:

```python
def _old_total(orders):
    return sum(orders)
```

Good: it is gone; the repository's history keeps it.

```python
def total(orders):
    return sum(order.price for order in orders)
```

To fix it, remove the definition. Definitions used only by name (by a framework, or from a template) have a decorator,
an annotation or a string with their name, and are not reported.
""",
    fix_title="Remove it",
    fix_reason="Side effects of the definition, such as a call in its value, no longer happen.",
    invalid=(
        Example("python", "# Adds\ndef _total(orders):\n    return sum(orders)\n\n\nrun()\n", fixed="run()\n"),
        Example("python", "_LIMIT = 3\n"),
        *(Example(language, "export const a = 1;\nfunction total(b) { return b; }\n") for language in _SCRIPTS),
        *(
            Example(language, "import a from 'a';\nconst limit = a();\n", fixed="import a from 'a';\n")
            for language in _SCRIPTS
        ),
        Example("java", "class A {\n  private int total() { return 1; }\n}\n", fixed="class A {\n}\n"),
        *(Example(language, _SEVERAL, fixed=_SEVERAL) for language in _SCRIPTS),
    ),
    valid=(
        Example("python", "def _total(orders):\n    return sum(orders)\n\n\nprint(_total([]))\n"),
        Example("python", "@register\ndef _total(orders): ...\n\n\ndef total(): ...\n\n\n__version__ = 1\n_ = 2\n"),
        *(Example(language, "function total(b) { return b; }\n") for language in _SCRIPTS),
        *(Example(language, "export function total(b) { return b; }\nexport const c = 1;\n") for language in _SCRIPTS),
        Example("java", "class A {\n  @Inject\n  private int a;\n  private int b() { return 1; }\n  int c = b();\n}\n"),
    ),
)


def at(node: Node, context: MatchContext, options: Mapping[str, int]) -> Iterator[Found]:
    if node.has_error:
        return
    context.touch(node)
    find = {"python": _of_python, "java": _of_java}.get(context.table.name, _of_script)
    counts = Counter(re.findall(rb"[\w$\x80-\xff]+", context.data))
    for name in find(node, context):
        text = context.data[name.start_byte : name.end_byte]
        if counts[text] == 1:
            values = {"$NAME": text.decode(errors="replace")}
            yield Found(name.start_byte, name.end_byte, values, _removal_of(name, context.data))


def _removal_of(name: Node, data: bytes) -> Replacement | None:
    """Takes the definition out that a name belongs to; None if it defines other names as well."""
    definition = name.parent
    if definition is not None and definition.type == "variable_declarator" and definition.parent is not None:
        definition = definition.parent
        if sum(child.type == "variable_declarator" for child in definition.named_children) > 1:
            return None
    return None if definition is None else removal(definition, data)


def _of_python(root: Node, context: MatchContext) -> Iterator[Node]:
    for child in root.named_children:
        name = None
        if child.type in ("function_definition", "class_definition"):
            name = child.child_by_field_name("name")
        elif child.type == "assignment":
            name = child.child_by_field_name("left")
        if name is not None and name.type == "identifier":
            text = context.data[name.start_byte : name.end_byte]
            if re.fullmatch(rb"_[A-Za-z]\w*", text):
                yield name


def _of_script(root: Node, context: MatchContext) -> Iterator[Node]:
    if not _MODULE.search(context.data):
        return
    for child in root.named_children:
        if child.type in ("function_declaration", "class_declaration", "generator_function_declaration"):
            name = child.child_by_field_name("name")
            if name is not None:
                yield name
        elif child.type in ("lexical_declaration", "variable_declaration"):
            for declarator in child.named_children:
                name = declarator.child_by_field_name("name")
                if name is not None and name.type == "identifier":
                    yield name


def _of_java(root: Node, context: MatchContext) -> Iterator[Node]:
    stack = list(root.named_children)
    while stack:
        node = stack.pop()
        if node.type in ("class_declaration", "class_body", "enum_declaration", "enum_body", "enum_body_declarations"):
            stack.extend(node.named_children)
        elif node.type in ("method_declaration", "field_declaration") and _is_private(node, context):
            holders = [node] if node.type == "method_declaration" else node.children_by_field_name("declarator")
            yield from (name for each in holders if (name := each.child_by_field_name("name")) is not None)


def _is_private(node: Node, context: MatchContext) -> bool:
    modifiers = next((child for child in node.named_children if child.type == "modifiers"), None)
    words = context.data[modifiers.start_byte : modifiers.end_byte].split() if modifiers is not None else []
    return b"private" in words and not any(word.startswith(b"@") for word in words) and not _is_serial(node, context)


def _is_serial(node: Node, context: MatchContext) -> bool:
    """What Java's serialization looks for by name."""
    text = context.data[node.start_byte : node.end_byte]
    return bool(
        re.search(
            rb"\b(?:serialVersionUID|serialPersistentFields|readObject|writeObject|readResolve|writeReplace)\b", text
        )
    )
