"""The assignments that a variable may have its value from at a place of the text.

Found by looking at the places where the name stands, not by following the whole function: what is found depends on
these places and on the nodes around them alone, so that after an edit only a few names have to be looked up again.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import deque
from collections.abc import Iterator

from reread.analyzers.constants.assignment_scan import MARK, may_be_given
from reread.analyzers.constants.definition_kinds import Writes
from reread.analyzers.constants.definition_nodes import TABLES
from reread.analyzers.constants.definition_sites import (
    Step,
    Write,
    field_write_at,
    is_unset,
    outwards,
    step_to,
    write_at,
)
from reread.analyzers.constants.last_definitions import is_before, last_writes
from reread.analyzers.syntax import Node
from reread.analyzers.tokenize import is_in_a_word, places_by_word, places_of_word

_MOST_OCCURRENCES = 120
_LATEST = 4
"""Paths that the next ones go on from: a variable is asked for where it is used and where it is declared, in turn."""
_READ = r"\s*(?:[(\[]|[=!<>]=|\.(?!=|%s))"
"""What may not follow a variable that is given a value, but for the names of methods that change it."""
_MOST_SEARCHES = 16
"""Names that are searched for one by one. With more of them it takes less to list all words of the document once."""
_ELSEWHERE = frozenset({"global_statement", "nonlocal_statement", "global_declaration"})
_LOCAL = frozenset({"block", "constructor_body", "method_declaration", "func_literal", "statements"})
_OPEN = frozenset({"template_body", "contract_declaration"})
"""The classes, or their bodies, whose fields others may change."""
_CLASS_BODIES = frozenset({"class_body", "interface_body", "enum_body_declarations"})


class Bindings:
    """The assignments of one document. `words` are the names that were looked for, `spread` the nodes that the answers
    depend on where they take several lines.
    """

    __slots__ = (
        "_data",
        "_paths",
        "_plausible",
        "_read",
        "_root",
        "_starts",
        "_words",
        "_written",
        "spread",
        "table",
        "words",
    )

    def __init__(self, data: bytes, root: Node, table: Writes) -> None:
        self._data = data
        self._root = root
        self.table = table
        self._read = re.compile((_READ % (table.changing or "$^")).encode())
        self._paths = deque([[step_to([], root, "", table)]], _LATEST)
        self._starts: dict[bytes, list[int]] = {}
        self._words: dict[bytes, list[int]] | None = None
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
        function = use[-1].function
        home = self._home(use, scope, mine)
        own = [write for write in mine if write.path[write.place - 1].function == function]
        if 0 < len(own) < len(mine) and self._is_undeclared(mine):
            reaching = self._just_given(own, use, start)
        elif function == home and all(write.path[write.place - 1].function == home for write in mine):
            reaching = last_writes(mine, use, start, self.table)
        else:
            reaching = [write for write in mine if write.value is not None or not is_unset(write)]
            is_open = self.table.shared_globals and self._is_undeclared(mine)
            reaching = reaching if len(reaching) == 1 and self._stays(reaching[0]) and not is_open else []
            if scope.type in _CLASS_BODIES and len(self._field_writes(name)) != 1:
                reaching = []
        for write in mine:
            if write.value is not None:
                self.depends(write.node)
        return reaching or None

    def _is_undeclared(self, writes: list[Write]) -> bool:
        """True for a variable that the file assigns to and nowhere declares, where such a name is one of the file's."""
        return self.table.implicit_globals and all(write.scope < 0 for write in writes)

    def _just_given(self, writes: list[Write], use: list[Step], start: int) -> list[Write]:
        """The assignment of a function to what other functions assign to as well, while none of these was called."""
        found = last_writes(writes, use, start, self.table)
        if len(found) != 1 or found[0].node.end_byte > start or not is_before(found[0], use):
            return []
        given = found[0].node
        self.depends(next(step.node for step in reversed(use) if _holds(step.node, given)))
        return [] if b")" in self._data[given.end_byte : start] else found

    def given_between(self, name: bytes, start: int, end: int) -> tuple[int, int]:
        """How often the name stands in a range of whole lines, and how many of these places give it a value."""
        places = [start + place for place in places_of_word(name, self._data[start:end])]
        writes = (write_at(self.path(place, place + len(name)), self.table) for place in places)
        return len(places), sum(write is not None for write in writes)

    def function(self, start: int, end: int) -> int | None:
        """The innermost function around a place, by its id; None for the code of a module."""
        around = self.path(start, end)[:-1]
        return around[-1].function if around else None

    def scope(self, name: bytes, start: int, end: int) -> int | None:
        """The node in which the variable at a place is known, by its id; None if nothing in the file declares it."""
        if not self._is_looked_for(name):
            return None
        path = self.path(start, end)
        write = write_at(path, self.table)
        if write is not None and write.scope >= 0:
            return path[write.scope].node.id
        found = self._known(name, path)
        return None if found is None else found[0].id

    def is_given(self, name: bytes) -> bool:
        """Whether anything in the document appears to give a variable of that name a value, in any scope."""
        starts = self._occurrences(name)
        if len(starts) > _MOST_OCCURRENCES:
            return True
        return any(write_at(self.path(start, start + len(name)), self.table) is not None for start in starts)

    def _known(self, name: bytes, use: list[Step]) -> tuple[Node, list[Write]] | None:
        """The scope of the variable at a place, with all that is given to variables of its name in there.

        Looked for in the innermost function around first, as most variables are known there.
        """
        for step in outwards(use):
            if step is use[0] or step.kind in self.table.functions:
                writes = self._of(name, step.node)
                scope = None if writes is None else self._scope_of(use, writes)
                if scope is not None and not _holds(step.node, scope):
                    continue  # A block that gives a variable of the function around it a value.
                if step is use[0] and scope is None and writes and self.table.implicit_globals:
                    scope = self._root
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
        places = ((start, start + len(name)) for start in starts)
        paths = (self.path(*place) for place in places if not self._read.match(self._data, place[1]))
        writes = (field_write_at(path, self.table) for path in paths)
        return [write for write in writes if write is not None]

    def path(self, start: int, end: int) -> list[Step]:
        """The nodes from the root to the innermost one that holds a range of bytes.

        It goes on from those that were asked for before: of a chain of calls each holds all those before it.
        """

        def is_left(step: Step) -> bool:
            return step.node.start_byte > start or step.node.end_byte < end

        shared = [bisect_left(path, True, 1, key=is_left) for path in self._paths]
        most = max(shared)
        path = self._paths[shared.index(most)][:most]
        cursor = path[-1].node.walk()
        while cursor.goto_first_child_for_byte(start) is not None:
            node = cursor.node
            assert node is not None
            if node.start_byte > start or node.end_byte < end:
                break
            path.append(step_to(path, node, cursor.field_name or "", self.table))
        self._paths.append(path)
        return path

    # Where the name stands

    def _occurrences(self, name: bytes) -> list[int]:
        """Where the name stands as a whole word; nowhere for a name that the parser put in where one is missing."""
        known = self._starts.get(name)
        if known is None:
            known = self._starts[name] = self._found(name) if name else []
        return known

    def _found(self, name: bytes) -> list[int]:
        if len(self._starts) < _MOST_SEARCHES or not is_in_a_word(name):
            return places_of_word(name, self._data)
        if self._words is None:
            self._words = places_by_word(self._data)
        return self._words.get(name, [])

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

    def _of(self, name: bytes, outer: Node) -> list[Write] | None:
        """All places inside a node that give a variable of that name a value; None when they say too little."""
        key = (name, outer.id)
        if key in self._written:
            return self._written[key]
        low, high, data = outer.start_byte, outer.end_byte, self._data
        found: list[Write] | None = []
        for start in self._occurrences(name):
            end = start + len(name)
            if low <= start < high and data[start - 1 : start] != b"." and not self._read.match(data, end):
                write = write_at(self.path(start, end), self.table)
                if write is not None:
                    assert found is not None
                    found.append(write)
        if any(write.path[write.place].kind in _ELSEWHERE for write in found or ()):
            found = None
        self._written[key] = found
        return found

    # Which variable it is

    def _scope_of(self, use: list[Step], writes: list[Write]) -> Node | None:
        """The innermost scope around a use in which the variable is known."""
        declared = {write.path[write.scope].node.id: write for write in writes if write.scope >= 0}
        crossed = False
        position = use[-1].node.start_byte
        for step in outwards(use):
            write = declared.get(step.node.id)
            if write is not None and not (crossed and step.kind == "class_definition"):
                inside = write.node.id != step.node.id and write.node.start_byte <= position < write.node.end_byte
                if not (inside and step.kind in ("block", "if_statement", "for_statement")):
                    return step.node
            crossed = crossed or step.kind in self.table.functions
        return None

    def _owner(self, write: Write, writes: list[Write]) -> int:
        """The scope of the variable that a write is about."""
        if write.scope >= 0:
            return write.path[write.scope].node.id
        scope = self._scope_of(write.path, writes)
        if scope is None:
            return self._root.id if self.table.implicit_globals else -1
        return scope.id

    def _home(self, use: list[Step], scope: Node, writes: list[Write]) -> int | None:
        """The function that a variable belongs to: of what is never declared, the only one that gives it a value."""
        givers = {write.path[write.place - 1].function for write in writes}
        if len(givers) == 1 and self._is_undeclared(writes):
            return givers.pop()
        return self._function_of_scope(use, scope)

    def _function_of_scope(self, use: list[Step], scope: Node) -> int | None:
        return next(step.function for step in outwards(use) if step.node.id == scope.id)

    def _class(self, path: list[Step]) -> bytes | None:
        """The name of the innermost class around."""
        for step in outwards(path):
            if step.kind in self.table.classes:
                name = step.node.child_by_field_name("name")
                return None if name is None else self._data[name.start_byte : name.end_byte]
        return None

    def _stays(self, write: Write) -> bool:
        """Whether other code that sees the variable finds what this one assignment gave it."""
        modifiers = self.table.modifiers
        kinds = [step.kind for step in write.path[: write.place + 1]]
        around = kinds[max(0, write.scope - 1) : write.scope + 1]
        if kinds[write.place] in self.table.open_fields and not _OPEN.isdisjoint(around):
            return False
        if not modifiers or kinds[write.scope] in _LOCAL:
            return True
        if kinds[0] == "source_file":
            return "const_spec" in kinds or write.scope > 0 or _is_fixed(write.node, modifiers)
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


def _is_fixed(declaration: Node, words: frozenset[str]) -> bool:
    """Whether the word that a declaration begins with is one of those, as `let` is in Swift."""
    first = declaration.child(0)
    return first is not None and any(child.type in words for child in first.children)


def _holds(outer: Node, inner: Node) -> bool:
    return outer.start_byte <= inner.start_byte and inner.end_byte <= outer.end_byte


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
