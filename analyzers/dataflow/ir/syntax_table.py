"""What the lowering by a table needs to know of a grammar: which kinds of nodes play which part.

A `Part` says where in a node something is: the name of a field, the number of a named child (negative: from the end),
or, after a `@`, the kind of a child. "clause/0" is the first named child of what is in the field `clause`. "" is
nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple, TypeAlias

Part: TypeAlias = str | int


class CallForm(NamedTuple):
    """A call: its callee, or with a `receiver` the name of the method, and its arguments; with `extra` a block."""

    callee: Part
    arguments: Part = ""
    receiver: Part = ""
    extra: Part = ""
    new: bool = False


class FunctionForm(NamedTuple):
    """A function: its name, parameters and body."""

    name: Part
    parameters: Part
    body: Part


class SyntaxTable(NamedTuple):
    """The kinds of nodes of one grammar by what they are.

    Expressions: `names`, `members` (object, name), `indexes` (object, key), `calls`, `argument_lists`, `arguments`
    around one argument with the place of its name, `strings` with `literal_parts` and `substitutions` (whose children
    are the values), `constants` by text, `numbers`, `operations` (the operator is a token), `choices` (condition, then,
    other), `collections`, `pairs` (key, value) in them, of which `plain_keys` have names without brackets that are
    texts, `closures`, `assignments` (target, value) and `spreads`.

    Statements: `declarations` (name, value, type), `blocks`, `ifs` (condition, then, other), `loops` (condition, body),
    `bindings` such statements that have several conditions and give names to values (the fields of the conditions and
    of the names before them), `negated` those of all whose condition does not hold inside,
    `walks` (target, iterable, body), `counted` (before,
    condition, after, body), `switches` (value), `cases` with the places of what they are for, `tries` (body),
    `handlers` (name, body), `finals`, `leaves` by kind, and by the first token where a kind is for all of them;
    `ignored` do nothing.

    Definitions: `functions`, `classes` (name, body), `parameters` (name, type, default) `inner_names` around the name
    in a declaration, and `shares` around those that a function has from outside, where all others are its own. With
    `gives_last` a function gives what its body ends with. `transparent` kinds are seen through; `receivers` are what a
    method calls its object.
    """

    names: frozenset[str] = frozenset({"identifier"})
    transparent: frozenset[str] = frozenset()
    members: Mapping[str, tuple[Part, Part]] = {}
    indexes: Mapping[str, tuple[Part, Part]] = {}
    calls: Mapping[str, CallForm] = {}
    argument_lists: frozenset[str] = frozenset()
    arguments: Mapping[str, Part] = {}
    strings: frozenset[str] = frozenset()
    literal_parts: frozenset[str] = frozenset({"string_content", "escape_sequence"})
    substitutions: frozenset[str] = frozenset()
    constants: Mapping[str, bool | None] = {}
    numbers: frozenset[str] = frozenset()
    operations: frozenset[str] = frozenset()
    choices: Mapping[str, tuple[Part, Part, Part]] = {}
    collections: frozenset[str] = frozenset()
    pairs: Mapping[str, tuple[Part, Part]] = {}
    plain_keys: frozenset[str] = frozenset()
    closures: Mapping[str, FunctionForm] = {}
    assignments: Mapping[str, tuple[Part, Part]] = {}
    spreads: frozenset[str] = frozenset()
    declarations: Mapping[str, tuple[Part, Part, Part]] = {}
    blocks: frozenset[str] = frozenset()
    ifs: Mapping[str, tuple[Part, Part, Part]] = {}
    loops: Mapping[str, tuple[Part, Part]] = {}
    bindings: Mapping[str, tuple[str, str]] = {}
    negated: frozenset[str] = frozenset()
    walks: Mapping[str, tuple[Part, Part, Part]] = {}
    counted: Mapping[str, tuple[Part, Part, Part, Part]] = {}
    switches: Mapping[str, Part] = {}
    cases: Mapping[str, tuple[Part, ...]] = {}
    tries: Mapping[str, Part] = {}
    handlers: Mapping[str, tuple[Part, Part]] = {}
    finals: frozenset[str] = frozenset()
    leaves: Mapping[str, str] = {}
    ignored: frozenset[str] = frozenset()
    functions: Mapping[str, FunctionForm] = {}
    classes: Mapping[str, tuple[Part, Part]] = {}
    parameters: Mapping[str, tuple[Part, Part, Part]] = {}
    inner_names: frozenset[str] = frozenset()
    shares: frozenset[str] = frozenset()
    gives_last: bool = False
    receivers: frozenset[str] = frozenset({"this"})


def part_of(node: Any, part: Part, named: Callable[[Any], list[Any]]) -> Any | None:
    """The node that a part of another one is; None where there is none."""
    if isinstance(part, int):
        children = named(node)
        return children[part] if -len(children) <= part < len(children) else None
    if part[:1] == "@":
        return next((child for child in named(node) if child.type == part[1:]), None)
    field, _, inner = part.partition("/")
    found = node.child_by_field_name(field) if field else None
    return found if found is None or not inner else part_of(found, int(inner), named)
