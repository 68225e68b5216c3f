"""Sources that the user of a program fills, on its command line or at the keyboard.

Whoever starts a program may do with its rights what it does, so that nobody attacks it through them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from reread.analyzers.constants.code_words import is_name
from reread.analyzers.dataflow.domain.trace import Step
from reread.analyzers.roles import gives_users_value, receives_users_values
from reread.analyzers.rules.check_options import CheckOptions
from reread.analyzers.rules.profiles import Profile, is_builtin
from reread.analyzers.rules.rule import Rule
from reread.analyzers.syntax import Node, SyntaxTree

_MOST_STEPS = 60
_LONGEST_HEAD = 2_000
_MOST_NAMES = 2


class FilledPlace(NamedTuple):
    """Where a source is in the text `data` (bytes); `root` is None for a text of another file."""

    data: bytes
    start: int
    end: int
    root: Node | None


def speaks_of_program_users(rule: Rule, options: CheckOptions) -> bool:
    """Whether a rule also reports what the user of a program does with it; those of a user's own do."""
    return options.profile is Profile.PEDANTIC or rule.id in options.select or not is_builtin(rule)


def is_by_program_user(tree: SyntaxTree, trace: Step | None, bits: int) -> bool:
    """Whether all taint of some bits comes from the user of a program."""
    sources = list(_sources(tree, trace, bits))
    return bool(sources) and all(source is not None and is_filled_by_user(tree, source) for source in sources)


def is_filled_by_user(tree: SyntaxTree, source: FilledPlace) -> bool:
    """Whether a source is an argument of the command line, an input at the keyboard, or a parameter that is one."""
    code = source.data[source.start : source.end]
    if gives_users_value("given", code):
        return True
    if source.root is None:
        return False
    return _is_filled(tree, source) or _is_parameter_of_program(tree, source)


def _is_filled(tree: SyntaxTree, source: FilledPlace) -> bool:
    """Whether a source is an argument that a call puts such a value into: `flag.StringVar(&address, ...)`."""
    assert source.root is not None
    node = source.root.descendant_for_byte_range(source.start, source.end)
    while node is not None and node.type not in tree.language.calls:
        node = node.parent
    return node is not None and gives_users_value("filled", source.data[node.start_byte : source.start])


def _is_parameter_of_program(tree: SyntaxTree, source: FilledPlace) -> bool:
    assert source.root is not None
    matching = tree.language.matching
    if matching is None:
        return False
    code = source.data[source.start : source.end]
    if not is_name(code) and receives_users_values(source.data, source.start, {code}):
        return True
    node = source.root.descendant_for_byte_range(source.start, source.end)
    while node is not None and node.type not in matching.functions:
        node = node.parent
    if node is None:
        return False
    body = node.child_by_field_name("body")
    around = node.parent
    start = (
        around.start_byte if around is not None and around.type == matching.statements.decorated else node.start_byte
    )
    end = min(node.end_byte if body is None else body.start_byte, start + _LONGEST_HEAD)
    head = source.data[start:end]
    if code not in head:
        return False
    return gives_users_value("function", head) or receives_users_values(source.data, start, _names(node))


def _names(function: Node) -> set[bytes]:
    """What a function is called by: its own name, and that of its class or of the variable that it is put into."""
    found: set[bytes] = set()
    node: Node | None = function
    while node is not None and len(found) < _MOST_NAMES:
        name = node.child_by_field_name("name")
        if name is not None and name.text is not None and is_name(name.text):
            found.add(name.text)
        node = node.parent
    return found


def _sources(tree: SyntaxTree, trace: Step | None, bits: int) -> Iterator[FilledPlace | None]:
    """All places that taint of some bits comes from; None for one that is not known."""
    stack = [] if trace is None else [trace]
    for _ in range(_MOST_STEPS):
        if not stack:
            return
        step = stack.pop()
        if step.previous:
            stack += (each for each in step.previous if each.taint & bits)
        elif step.kind in ("source", "suspicion"):
            here = step.placement.document_of is None or step.placement.document_of.uri == tree.document.uri
            data = tree.document.data if here else step.placement.document_of.data
            start, end = step.placement.document(step.start), step.placement.document(step.end)
            yield FilledPlace(data, start, end, tree.root if here else None)
        else:
            yield None
    if stack:
        yield None
