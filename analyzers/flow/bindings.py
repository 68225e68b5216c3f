"""The assignments that a variable may have its value from at a place of the text.

Found by looking at the places where the name stands, not by following the whole function: what is found depends on
these places and on the nodes around them alone, so that after an edit only a few names have to be looked up again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from reread.analyzers.flow.given import MARK, may_be_given
from reread.analyzers.flow.writes import TABLES, Writes
from reread.analyzers.syntax import Node

_MOST_OCCURRENCES = 120
_READ = re.compile(rb"\s*(?:[.(\[]|[=!]=|=>?>)")
"""What may not follow a variable that is given a value."""
_IN_WORDS = [byte >= 128 or chr(byte).isalnum() or chr(byte) in "_$" for byte in range(256)]
_STRAIGHT = frozenset(
    {
        *("expression_statement", "lexical_declaration", "variable_declaration", "local_variable_declaration"),
        *("var_declaration", "const_declaration", "var_spec_list", "statement_list", "assignment", "field_declaration"),
        *("export_statement", "with_statement", "constant_declaration"),
    }
)
_BLOCKS = frozenset(
    {
        *("module", "block", "program", "statement_block", "source_file", "statement_list", "class_body"),
        *("constructor_body", "switch_case", "expression_case", "switch_block_statement_group", "interface_body"),
    }
)
_CLASS_BODIES = frozenset({"class_body", "interface_body", "enum_body_declarations"})
_HEADS = frozenset({"initializer", "init", "resources"})


class Step(NamedTuple):
    """A node on the way from the root, with its kind and the field of its parent that it is in ("" for none)."""

    node: Node
    kind: str
    field: str


class Write(NamedTuple):
    """A place where a variable is given a value.

    `place` is the index in `path` of the node that does it, `scope` that of the node in which the variable is known by
    it, or -1 when it is an assignment to a variable known anyway. `value` is None when it is not in the text.
    """

    path: list[Step]
    place: int
    scope: int
    value: Node | None

    @property
    def node(self) -> Node:
        return self.path[self.place].node


class Bindings:
    """The assignments of one document. `words` are the names that were looked for, `spread` the nodes that the answers
    depend on where they take several lines.
    """

    __slots__ = ("_data", "_plausible", "_root", "_starts", "_written", "spread", "table", "words")

    def __init__(self, data: bytes, root: Node, table: Writes) -> None:
        self._data = data
        self._root = root
        self.table = table
        self._starts: dict[bytes, list[int]] = {}
        self._plausible: dict[bytes, bool] = {}
        self._written: dict[tuple[bytes, int], list[Write] | None] = {}
        self.words: set[bytes] = set()
        self.spread: list[Node] = []

    def reaching(self, name: bytes, start: int, end: int, *, anything: bool = False) -> list[Write] | None:
        """The assignments from which the variable at a place may have its value, or None when they are not known.

        Only constants are of interest, unless `anything` is.
        """
        if not (self._is_looked_for(name) if anything else self._may_be_constant(name)):
            return None
        use = self.path(start, end)
        found = self._known(name, use)
        if found is None:
            return None
        scope, writes = found
        mine = [write for write in writes if self._owner(write, writes) == scope.id]
        function = self._function(use)
        home = self._function_of_scope(use, scope)
        if function == home and all(self._function(write.path[: write.place]) == home for write in mine):
            reaching = self._flow(mine, use, start)
        else:
            reaching = [write for write in mine if write.value is not None or not _unset(write)]
            reaching = reaching if len(reaching) == 1 and self._stays(reaching[0]) else []
            if scope.type in _CLASS_BODIES and len(self._field_writes(name)) != 1:
                reaching = []
        for write in mine:
            if write.value is not None:
                self.depends(write.node)
        return reaching or None

    def _known(self, name: bytes, use: list[Step]) -> tuple[Node, list[Write]] | None:
        """The scope of the variable at a place, with all that is given to variables of its name in there.

        Looked for in the innermost function around first, as most variables are known there.
        """
        for index in range(len(use) - 1, -1, -1):
            if index == 0 or use[index].kind in self.table.functions:
                writes = self._of(name, use[: index + 1])
                scope = None if writes is None else self._scope_of(use, writes)
                if writes is None or scope is not None:
                    return None if writes is None or scope is None else (scope, writes)
        return None

    def depends(self, node: Node) -> None:
        """Notes that an answer depends on a node."""
        if b"\n" in self._data[node.start_byte : node.end_byte]:
            self.spread.append(node)

    def field(self, name: bytes, owner: str, use: list[Step]) -> Write | None:
        """The one assignment of a field: that of the class around for `self` and `this`, or of the class of a name."""
        found = self._field_writes(name) if self._may_be_constant(name) else []
        if len(found) != 1 or found[0].value is None or not self._keeps_fields(found[0]):
            return None
        mine = self._class(found[0].path)
        if mine is None or mine != (self._class(use) if owner in ("self", "cls", "this") else owner.encode()):
            return None
        self.depends(found[0].node)
        return found[0]

    def _field_writes(self, name: bytes) -> list[Write]:
        """All that gives a field of that name its value, be it a field of this class or of any other object."""
        starts = self._occurrences(name)
        paths = (
            self.path(start, start + len(name)) for start in starts if not _READ.match(self._data, start + len(name))
        )
        writes = (self._field_write(path) for path in paths)
        return [write for write in writes if write is not None]

    def path(self, start: int, end: int, around: list[Step] | None = None) -> list[Step]:
        """The nodes from the root to the innermost one that holds a range of bytes; `around` are the first of them."""
        path = [Step(self._root, self._root.type, "")] if around is None else list(around)
        cursor = path[-1].node.walk()
        while cursor.goto_first_child_for_byte(start) is not None:
            node = cursor.node
            assert node is not None
            if node.start_byte > start or node.end_byte < end:
                break
            path.append(Step(node, node.type, cursor.field_name or ""))
        return path

    # Where the name stands

    def _occurrences(self, name: bytes) -> list[int]:
        """Where the name stands as a whole word; nowhere for a name that the parser put in where one is missing."""
        known = self._starts.get(name)
        if known is None and not name:
            known = self._starts[name] = []
        elif known is None:
            known = self._starts[name] = []
            data, length, start = self._data, len(name), self._data.find(name)
            while start >= 0:
                end = start + length
                if not (start and _IN_WORDS[data[start - 1]]) and not (end < len(data) and _IN_WORDS[data[end]]):
                    known.append(start)
                start = data.find(name, end)
        return known

    def _may_be_constant(self, name: bytes) -> bool:
        """False when the text shows that nothing of that name is ever given a constant. Most names end here."""
        known = self._plausible.get(name)
        if known is None:
            starts = self._occurrences(name)
            known = any(may_be_given(self._data, start + len(name)) for start in starts)
            self._plausible[name] = known
        self.words.add(name if known else MARK + name)
        return known and len(self._occurrences(name)) <= _MOST_OCCURRENCES

    def _is_looked_for(self, name: bytes) -> bool:
        """Notes a name whose value is asked for, be it a constant or not."""
        self.words.add(name)
        return len(self._occurrences(name)) <= _MOST_OCCURRENCES

    def _of(self, name: bytes, around: list[Step]) -> list[Write] | None:
        """All places inside of a node that give a variable of that name a value; None when they say too little."""
        outer = around[-1].node
        key = (name, outer.id)
        if key in self._written:
            return self._written[key]
        low, high, data = outer.start_byte, outer.end_byte, self._data
        found: list[Write] | None = []
        for start in self._occurrences(name):
            end = start + len(name)
            if low <= start < high and data[start - 1 : start] != b"." and not _READ.match(data, end):
                write = self._write(self.path(start, end, around))
                if write is not None:
                    assert found is not None
                    found.append(write)
        if any(write.path[write.place].kind in ("global_statement", "nonlocal_statement") for write in found or ()):
            found = None
        self._written[key] = found
        return found

    def _write(self, path: list[Step]) -> Write | None:
        """The place that a name is given a value by, when it is."""
        table = self.table
        if path[-1].kind not in table.names:
            return None
        place = len(path) - 1
        while place > 0 and path[place - 1].kind in table.wrappers and path[place].field not in ("right", "key"):
            place -= 1
        if place == 0:
            return None
        above, key = path[place - 1], (path[place - 1].kind, path[place].field)
        if key in table.declares:
            outside = place - 2 if above.kind in table.named else place - 1
            if len(path) > place - 2 >= 0 and path[place - 2].kind == "variable_declaration":
                scopes = table.functions | {"program"}
            else:
                scopes = table.scopes
            scope = next((index for index in range(outside, -1, -1) if path[index].kind in scopes), 0)
            return Write(path, place - 1, scope, self._value(path, place, table.declares[key]))
        if key in table.assigns and self._assigns(above.node, key):
            declared = key[0] in ("range_clause", "for_in_statement", "receive_statement") and self._declares(
                above.node
            )
            scope = (
                next(index for index in range(place - 1, -1, -1) if path[index].kind in table.scopes)
                if declared
                else -1
            )
            return Write(path, place - 1, scope, self._value(path, place, table.assigns[key]))
        return None

    def _assigns(self, node: Node, key: tuple[str, str]) -> bool:
        """False for operators that change nothing: only `&x` lets others write to x."""
        return key[0] != "unary_expression" or any(child.type == "&" for child in node.children)

    def _declares(self, node: Node) -> bool:
        return node.child_by_field_name("kind") is not None or any(child.type == ":=" for child in node.children)

    def _value(self, path: list[Step], place: int, field: str) -> Node | None:
        """What is assigned; of `a, b = x, y` the one that belongs to the name."""
        above = path[place - 1].node
        operator = above.child_by_field_name("operator")
        alone = place == len(path) - 1 or path[place].node.named_child_count == 1
        if operator is not None and operator.type == "+=" and alone:
            return above
        value = above.child_by_field_name(field) if field else None
        if value is None or (operator is not None and operator.type != "="):
            return None
        while value.type == "assignment":
            value = value.child_by_field_name("right") or value
            if value.child_by_field_name("right") is None:
                break
        targets = [path[place].node]
        if place < len(path) - 1 and path[place].kind in ("expression_list", "pattern_list"):
            targets = path[place].node.named_children
        elif path[place].field == "name" and value.type == "expression_list":
            targets = [child for child in above.children_by_field_name("name") if child.is_named]
        elif place < len(path) - 1:
            return None
        values = value.named_children if value.type == "expression_list" else [value]
        mine = next((index for index, each in enumerate(targets) if each == path[-1].node), -1)
        return values[mine] if len(targets) == len(values) and mine >= 0 else None

    def _field_write(self, path: list[Step]) -> Write | None:
        """The place that gives a field its value: in the body of a class, or as the member of an object."""
        place = len(path) - 1
        if place < 2:
            return None
        member = self.table.members.get(path[place - 1].kind)
        if member is not None and path[place].field == member[1]:
            place -= 1
        elif not any(step.kind in self.table.classes for step in path[: place - 1]) or (
            self._function(path) is not None and self._class_inside_function(path)
        ):
            return None
        key = (path[place - 1].kind, path[place].field)
        if key not in self.table.fields:
            return None
        return Write(path, place - 1, -1, self._value([*path[: place + 1]], place, self.table.fields[key]))

    def _class_inside_function(self, path: list[Step]) -> bool:
        """True when the name is a local variable of a method rather than a field."""
        for step in reversed(path[:-1]):
            if step.kind in self.table.functions:
                return True
            if step.kind in self.table.classes:
                return False
        return False

    # Which variable it is

    def _scope_of(self, use: list[Step], writes: list[Write]) -> Node | None:
        """The innermost scope around a use in which the variable is known."""
        declared = {write.path[write.scope].node.id: write for write in writes if write.scope >= 0}
        crossed = False
        position = use[-1].node.start_byte
        for step in reversed(use):
            write = declared.get(step.node.id)
            if write is not None and not (crossed and step.kind == "class_definition"):
                inside = write.node.start_byte <= position < write.node.end_byte
                if not (inside and step.kind in ("block", "if_statement", "for_statement")):
                    return step.node
            crossed = crossed or step.kind in self.table.functions
        return None

    def _owner(self, write: Write, writes: list[Write]) -> int:
        """The scope of the variable that a write is about."""
        if write.scope >= 0:
            return write.path[write.scope].node.id
        scope = self._scope_of(write.path, writes)
        return -1 if scope is None else scope.id

    def _function(self, path: list[Step]) -> int | None:
        """The innermost function around, None for the code of a module."""
        return next((step.node.id for step in reversed(path) if step.kind in self.table.functions), None)

    def _function_of_scope(self, use: list[Step], scope: Node) -> int | None:
        index = next(index for index, step in enumerate(use) if step.node.id == scope.id)
        return self._function(use[: index + 1])

    def _class(self, path: list[Step]) -> bytes | None:
        """The name of the innermost class around."""
        for step in reversed(path):
            if step.kind in self.table.classes:
                name = step.node.child_by_field_name("name")
                return None if name is None else self._data[name.start_byte : name.end_byte]
        return None

    def _stays(self, write: Write) -> bool:
        """Whether other code that sees the variable finds what this one assignment gave it."""
        modifiers = self.table.modifiers
        kinds = [step.kind for step in write.path[: write.place + 1]]
        if not modifiers or kinds[write.scope] in ("block", "constructor_body", "method_declaration", "func_literal"):
            return True
        if kinds[0] == "source_file":
            return "const_spec" in kinds or write.scope > 0
        if kinds[write.scope] in _CLASS_BODIES:
            return self._keeps_fields(write)
        return write.scope > 0

    def _keeps_fields(self, write: Write) -> bool:
        """False for a field that code of other files may change, where the language says so."""
        for step in reversed(write.path[: write.place + 1]):
            if step.kind == "field_declaration" and self.table.modifiers:
                self.depends(step.node)
                words = next((child for child in step.node.children if child.type == "modifiers"), None)
                return words is not None and any(child.type in self.table.modifiers for child in words.children)
        return True

    # What reaches the use

    def _flow(self, writes: list[Write], use: list[Step], start: int) -> list[Write]:
        """The writes of one function that may be the last ones before a use; none when that is not certain."""
        if any(write.value is None and not _unset(write) for write in writes) and len(writes) == 1:
            return []
        before = sorted(
            (write for write in writes if write.node.end_byte <= start), key=lambda each: each.node.end_byte
        )
        found: list[Write] = []
        certain: Write | None = None
        for write in reversed(before):
            common = _common(write.path[: write.place + 1], use)
            looped = any(step.kind in self.table.loops for step in use[:common])
            if not looped and self._excluded(write.path, use, common):
                continue
            if not _unset(write):
                found.append(write)
            if self._certain(write, common):
                certain = write
                break
        for write in writes:
            if write.node.end_byte > start:
                common = _common(write.path[: write.place + 1], use)
                loops = [step.node for step in use[:common] if step.kind in self.table.loops]
                if loops and (certain is None or certain.node.start_byte < loops[-1].start_byte):
                    found.append(write)
        return [] if any(write.value is None for write in found) else found

    def _excluded(self, one: list[Step], other: list[Step], common: int) -> bool:
        """True when two places are in different branches, so that only one of them runs."""
        if common >= min(len(one), len(other)) or one[common - 1].kind not in self.table.branches:
            return False
        fields = {one[common].field, other[common].field}
        if fields <= {"consequence", "alternative"}:
            return True
        return one[common].kind.endswith("_case") and other[common].kind.endswith("_case")

    def _certain(self, write: Write, common: int) -> bool:
        """True when the use is only reached after the write."""
        path = write.path
        if path[common - 1].kind not in _BLOCKS:
            return common < len(path) and path[common].field in _HEADS
        for index in range(common, write.place):
            kind = path[index].kind
            if kind not in _STRAIGHT and not (kind == "block" and path[index - 1].kind == "with_statement"):
                return False
        return True


def _unset(write: Write) -> bool:
    """True for a declaration without a value."""
    step = write.path[write.place]
    if step.kind not in ("variable_declarator", "assignment", "var_spec"):
        return False
    around = write.path[write.place - 1].kind
    value = step.node.child_by_field_name("right" if step.kind == "assignment" else "value")
    return value is None and around not in ("spread_parameter", "for_in_statement")


def _common(one: list[Step], other: list[Step]) -> int:
    """How many nodes two ways from the root share."""
    length = min(len(one), len(other))
    return next((index for index in range(length) if one[index].node.id != other[index].node.id), length)


def bindings(data: bytes, root: Node, language: str) -> Bindings | None:
    """The assignments of a document, or None for a language without a table."""
    table = TABLES.get(language)
    return None if table is None else Bindings(data, root, table)


def members_of(node: Node, table: Writes) -> Iterator[Node]:
    """The object and the name of `a.b`; nothing for other nodes."""
    fields = table.members.get(node.type)
    for field in fields or ():
        child = node.child_by_field_name(field)
        if child is not None:
            yield child
