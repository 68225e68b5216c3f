"""A fix that reads a secret from the environment instead of the code."""

from __future__ import annotations

import re

from reread.analyzers.rules.definition import Replacement, TextScope
from reread.analyzers.syntax import Node

TITLE = "Read it from the environment"
REASON = "Set the variable wherever the program runs, and replace the old secret."
IMPORTS = {"python": ("import os",), "go": ('import "os"',)}

_READING = {
    "python": 'os.environ["{}"]',
    "go": 'os.Getenv("{}")',
    "java": 'System.getenv("{}")',
    "kotlin": 'System.getenv("{}")',
    "javascript": "process.env.{}",
    "typescript": "process.env.{}",
    "tsx": "process.env.{}",
    "ruby": 'ENV.fetch("{}")',
    "php": "getenv('{}')",
}
# What holds texts that must be constant, or that are no values of their own.
_CONSTANT = frozenset(
    {"const_spec", "annotation_argument_list", "element_value_pair", "element_value_array_initializer", "literal_type"}
    | {"jsx_attribute", "concatenated_string", "switch_label", "switch_case", "expression_case", "import_spec"}
    | {"property_identifier", "array_element_key", "const_element"}
)
_QUOTES = ('"', "'", "`")
_LONGEST_BEFORE = 200
_ASSIGNED = re.compile(r"([A-Za-z_$][\w$]*)[\"'\])]{0,3}\s*(?::\s*[\w.<>\[\]| ]{1,40}?\s*)?(?:=>|:=|=|:)\s*$")
_PART = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")


def reading(part: TextScope, start: int, end: int, fallback: str) -> Replacement | None:
    """Puts what reads a variable in place of the text that a secret is all of (code points).

    The variable is called as what the secret is given to, or else `fallback`. None if that cannot be said in the
    language, or the secret is only a part of a text.
    """
    form = _READING.get(part.document.language)
    if form is None or part.tree is None:
        return None
    text, lines = part.document.text, part.document.lines
    node = _string_around(part, lines.byte(start), lines.byte(end))
    if node is None or _must_be_constant(node):
        return None
    first, last = lines.code_point(node.start_byte), lines.code_point(node.end_byte)
    if text[first:start] not in _QUOTES or text[end:last] != text[first:start]:
        return None
    name = _ASSIGNED.search(text, max(text.rfind("\n", 0, first) + 1, first - _LONGEST_BEFORE), first)
    return Replacement(first, last, form.format(_variable(name[1]) if name else fallback))


def _variable(name: str) -> str:
    """`dbPassword` as names of variables of the environment are written: `DB_PASSWORD`."""
    return re.sub(r"\W+", "_", _PART.sub("_", name)).strip("_").upper() or "SECRET"


def _must_be_constant(node: Node) -> bool:
    around = node.parent
    while around is not None and around.type in ("expression_list", "parenthesized_expression"):
        around = around.parent
    return around is None or around.type in _CONSTANT


def _string_around(part: TextScope, start: int, end: int) -> Node | None:
    assert part.tree is not None
    node = part.tree.root.descendant_for_byte_range(start, end)
    while node is not None and node.type not in part.tree.language.strings:
        node = node.parent
    return node
