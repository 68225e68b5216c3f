"""What an expression is known to be: `"md5"` in `ALGORITHM = "md5"; hashlib.new(ALGORITHM)`.

Constants are literals, strings built of constants, arithmetic, and names that can have no other value where they stand:
variables by the assignments that reach the place, variables of a module and fields of a class by the only assignment
that there is. What is changed in place, given by a caller or imported is not known. Where different
constants reach a place, the value is one of several.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from reread.analyzers.constants.definition_sites import Step
from reread.analyzers.constants.folding import called as result_of
from reread.analyzers.constants.folding import is_followed
from reread.analyzers.constants.literals import unescaped
from reread.analyzers.constants.numerals import number_of
from reread.analyzers.constants.reaching_definitions import Bindings, bindings, members_of
from reread.analyzers.constants.string_content import content, is_constant
from reread.analyzers.constants.unwrapping import only_child, strip
from reread.analyzers.constants.values import MOST_VALUES, SOME_TEXT, Constant, Value, computed, filled, is_among
from reread.analyzers.languages.table import Language, Matching
from reread.analyzers.syntax import Node

_DEEPEST = 20
_LITERALS: Mapping[bytes, Value] = {
    **dict.fromkeys((b"true", b"True"), True),
    **dict.fromkeys((b"false", b"False"), False),
    **dict.fromkeys((b"null", b"None", b"nil", b"undefined"), None),
}
_CHOICES: Mapping[str, tuple[int, int]] = {"conditional_expression": (0, 2), "ternary_expression": (1, 2)}
_RESULTS = ("consequence", "body", "alternative")
"""Fields of a choice with what it may come to; grammars without them have these at the places of `_CHOICES`."""
_CASTS = {"as_expression": 0, "satisfies_expression": 0, "non_null_expression": 0, "type_cast_expression": 1}
"""Kinds that only change the type of a value, with the place of the value in them."""
_ASSIGNMENTS = frozenset(
    {
        "augmented_assignment",
        "augmented_assignment_expression",
        "assignment_statement",
        "assignment_expression",
        "operator_assignment",
        "assignment",
    }
)
_UNARY = frozenset({"unary_operator", "unary_expression", "unary", "unary_op_expression"})
_OPERANDS = (("left", "lhs", "target"), ("right", "rhs", "result"))
"""The fields of what stands on either side of an operator."""
_NO_WORDS: frozenset[bytes] = frozenset()
_SELVES = frozenset({"self", "cls", "this"})

_ENDS = frozenset({"string_start", "string_end", "heredoc_start", "heredoc_end"})


class Constants:
    """The constants of one document, found when they are asked for.

    An answer depends on the text of the nodes that were asked for, on every place where one of `words` stands, and on
    the nodes in `spread`.
    """

    __slots__ = (
        "_bindings",
        "_data",
        "_functions",
        "_given",
        "_language",
        "_matching",
        "_scopes",
        "_variables",
        "_visiting",
    )

    def __init__(self, data: bytes, language: Language, known: Bindings) -> None:
        assert language.matching is not None
        self._data = data
        self._language = language
        self._matching: Matching = language.matching
        self._bindings = known
        self._visiting: set[int] = set()
        self._given: dict[bytes, bool] = {}
        self._functions: dict[int, int | None] = {}
        self._scopes: dict[int, int | None] = {}
        self._variables: dict[tuple[int, int], tuple[Constant | None, frozenset[bytes], tuple[Node, ...]]] = {}

    def of(self, node: Node) -> tuple[Constant | None, frozenset[bytes], tuple[Node, ...]]:
        """The known value of an expression, with the words and nodes that it depends on."""
        key = (node.start_byte, node.end_byte)
        if key not in self._variables:
            self._visiting.clear()
            self._bindings.words.clear()
            self._bindings.spread.clear()
            found = self._of(node, 0)
            self._variables[key] = (found, frozenset(self._bindings.words), tuple(self._bindings.spread))
        return self._variables[key]

    def symbol(self, node: Node) -> tuple[Node | None, frozenset[bytes], tuple[Node, ...]]:
        """The one expression that gave a variable its value, or None, with what that depends on as in `of`."""
        self._bindings.words.clear()
        self._bindings.spread.clear()
        name = self._data[node.start_byte : node.end_byte]
        writes = self._bindings.reaching(name, node.start_byte, node.end_byte, anything=True)
        value = writes[0].value if writes is not None and len(writes) == 1 else None
        if value is not None:
            self._bindings.depends(value)
        return value, frozenset(self._bindings.words), tuple(self._bindings.spread)

    def are_apart(self, one: Node, other: Node) -> tuple[bool, frozenset[bytes]]:
        """Whether two names of the same text are certainly those of variables of different functions, with the words
        that the answer depends on.
        """
        places = [(each.start_byte, each.end_byte) for each in (one, other)]
        functions = [self._function(*place) for place in places]
        if None in functions or functions[0] == functions[1]:
            return False, _NO_WORDS
        name = self._data[one.start_byte : one.end_byte]
        scopes = [self._scope(name, *place) for place in places]
        return None not in scopes and scopes[0] != scopes[1], frozenset({name})

    def _function(self, start: int, end: int) -> int | None:
        if start not in self._functions:
            self._functions[start] = self._bindings.function(start, end)
        return self._functions[start]

    def _scope(self, name: bytes, start: int, end: int) -> int | None:
        if start not in self._scopes:
            self._scopes[start] = self._bindings.scope(name, start, end)
        return self._scopes[start]

    @property
    def tells_apart(self) -> bool:
        """Whether `are_apart` knows of the variables of this language."""
        return self._bindings.table.tells_apart

    def is_given(self, name: bytes) -> bool:
        """Whether anything in the document gives a variable of that name a value. Depends on all places of the name."""
        known = self._given.get(name)
        if known is None:
            known = self._given[name] = self._bindings.is_given(name)
        return known

    def given_between(self, name: bytes, start: int, end: int) -> tuple[int, int]:
        """How often a name stands in a range of whole lines (bytes), and how many of these places give it a value.
        While an edit there changes neither, it does not change `is_given`.
        """
        return self._bindings.given_between(name, start, end)

    def _of(self, node: Node, depth: int) -> Constant | None:
        if depth > _DEEPEST:
            return None
        node = strip(node, self._matching)
        kind = node.type
        if kind in self._language.strings:
            return self._string(node, depth)
        if kind in self._bindings.table.names or kind == "shorthand_property_identifier":
            return self._variable(node, depth)
        if kind in _ASSIGNMENTS:
            return self._added(node, depth)
        if kind in self._matching.names.operators:
            return self._operation(node, depth)
        if kind in self._bindings.table.members:
            return self._field(node, depth)
        if kind in _CHOICES:
            return self._choice(node, depth)
        if kind in _CASTS or kind in ("cast_expression", "named_expression"):
            inner = node.named_child(_CASTS[kind]) if kind in _CASTS else node.child_by_field_name("value")
            return None if inner is None else self._of(inner, depth + 1)
        if kind in self._matching.names.callees:
            return self._call(node, depth)
        return self._literal(node) if node.child_count < 2 else self._negative(node, depth)

    def _literal(self, node: Node) -> Constant | None:
        text = self._data[node.start_byte : node.end_byte]
        if text in _LITERALS:
            return Constant((_LITERALS[text],))
        number = number_of(text.decode(errors="replace")) if text[:1].isdigit() or text[:1] == b"." else None
        return None if number is None else Constant((number,))

    def _negative(self, node: Node, depth: int) -> Constant | None:
        """`-1` of Python, of which the sign is not an operator as others are."""
        sign, operand = node.child(0), only_child(node)
        if node.type not in _UNARY or sign is None or operand is None:
            return None
        inner = self._of(operand, depth + 1) if sign.type == "-" else None
        return None if inner is None else computed("-", Constant((0,)), inner, text_of=None)

    def _string(self, node: Node, depth: int) -> Constant | None:
        if is_constant(node, self._matching):
            text = content(node, self._data)[2].decode(errors="replace")
            start = self._data[node.start_byte : node.start_byte + 2].lower()
            raw = node.type == "raw_string_literal" or start[:1] in (b"r", b"[") or start[1:] == b"r"
            return Constant((text if raw else unescaped(text),))
        if node.type == "concatenated_string":
            parts = [self._part(child, depth) for child in node.named_children if not child.is_extra]
            return self._joined(parts)
        return self._joined([self._piece(child, depth) for child in self._pieces(node)])

    def _part(self, node: Node, depth: int) -> Constant | None:
        """One of several adjacent strings; a name among them is a macro of C, whose text is defined elsewhere."""
        return SOME_TEXT if node.type == "identifier" else self._of(node, depth + 1)

    def _pieces(self, node: Node) -> list[Node]:
        """What is between the quotes, or between the words at both ends of a text of several lines."""
        pieces: list[Node] = []
        for child in node.named_children:
            if child.type == "heredoc_body":
                pieces += child.named_children
            elif child.type not in _ENDS:
                pieces.append(child)
        return pieces

    def _piece(self, node: Node, depth: int) -> Constant | None:
        """One piece of a string with substitutions: a text, or what is substituted."""
        if node.type in self._bindings.table.names:
            return self._of(node, depth + 1)
        if node.type not in self._matching.texts.substitutions:
            return Constant((unescaped(self._data[node.start_byte : node.end_byte].decode(errors="replace")),))
        inner = [child for child in node.named_children if not child.is_extra]
        found = self._of(inner[0], depth + 1) if inner else None
        if found is None:
            return None
        return found if len(inner) == 1 else SOME_TEXT

    def _joined(self, parts: list[Constant | None]) -> Constant | None:
        result = Constant(("",))
        for part in parts:
            joined = None if part is None else computed("+", result, part, self._text_of)
            if joined is None:
                return None
            result = joined
        return result

    def _text_of(self, value: Value) -> str | None:
        """How a number or the like is written into a string."""
        if isinstance(value, str):
            return value
        if isinstance(value, bool) or value is None:
            return self._language.literal_texts[value]
        return str(value) if isinstance(value, int) else None

    # Names

    def _variable(self, node: Node, depth: int) -> Constant | None:
        name = self._data[node.start_byte : node.end_byte]
        writes = self._bindings.reaching(name, node.start_byte, node.end_byte)
        return None if writes is None else self._any([write.value for write in writes], depth)

    def _field(self, node: Node, depth: int) -> Constant | None:
        """`self.x`, `this.x` and `Class.x`."""
        parts = list(members_of(node, self._bindings.table))
        if len(parts) != 2:
            return None
        owner, name = (self._data[part.start_byte : part.end_byte] for part in parts)
        if parts[0].child_count or not (owner.decode() in _SELVES or owner[:1].isupper()):
            return None
        use: list[Step] = self._bindings.path(node.start_byte, node.end_byte)
        write = self._bindings.field(name, owner.decode(), use)
        return None if write is None else self._any([write.value], depth)

    def _any(self, nodes: Sequence[Node | None], depth: int) -> Constant | None:
        """One of several nodes."""
        values: list[Value] = []
        exact = True
        for node in nodes:
            if node is None or node.id in self._visiting:
                return None
            self._visiting.add(node.id)
            found = self._of(node, depth + 1)
            self._visiting.discard(node.id)
            if found is None:
                return None
            exact = exact and found.exact
            values += [value for value in found.values if not is_among(value, values)]
        return Constant(tuple(values), exact) if 0 < len(values) <= MOST_VALUES else None

    # Operations

    def _operation(self, node: Node, depth: int) -> Constant | None:
        """A chain of operations, the first one first: `a + b + c` may be longer than recursion goes."""
        rest: list[tuple[str, Node]] = []
        current: Node | None = node
        while current is not None and current.type == node.type:
            sign, left, right = self._operands(current)
            if sign is None or right is None:
                break
            rest.append((sign.type, right))
            current = None if left is None else strip(left, self._matching)
        if not rest:
            return self._negative(node, depth)
        result = None if current is None else self._of(current, depth + 1)
        for sign_text, right in reversed(rest):
            if result is None:
                return None
            if sign_text == "%" and result.is_text:
                result = self._formatted(result, right, depth)
                continue
            operand = self._of(right, depth + 1)
            result = None if operand is None else self._computed(sign_text, result, operand)
        return result

    def _operands(self, node: Node) -> tuple[Node | None, Node | None, Node | None]:
        """The operator of an operation with two operands, and both."""
        left, right = (_in_one_of(node, fields) for fields in _OPERANDS)
        field = self._matching.names.operators[node.type]
        sign = node.child_by_field_name(field) if field else None if left is None else left.next_sibling
        return sign, left, right

    def _added(self, node: Node, depth: int) -> Constant | None:
        """`x += y`."""
        if node.type == "assignment" and node.child_by_field_name("operator") is None:
            return None
        nodes = [_in_one_of(node, fields) for fields in _OPERANDS]
        values = [None if each is None else self._of(each, depth + 1) for each in nodes]
        if values[0] is None or values[1] is None:
            return None
        operator = node.child_by_field_name("operator")
        sign = "+" if operator is None else operator.type.removesuffix("=")
        return self._computed(sign, values[0], values[1])

    def _computed(self, sign: str, left: Constant, right: Constant) -> Constant | None:
        """The result of an operation; where texts are put together by another operator, `+` is one of numbers."""
        joins = self._bindings.table.joins
        if sign == joins != "+":
            if not left.is_text and not right.is_text:
                return None
            return computed("+", left, right, self._text_of)
        if joins != "+" and (left.is_text or right.is_text):
            return None
        return computed(sign, left, right, self._coercion())

    def _coercion(self) -> Callable[[Value], str | None] | None:
        """How `+` makes a text of what is none; None if it does not."""
        return self._text_of if self._language.joins_all_with_texts else None

    def _formatted(self, text: Constant, right: Node, depth: int) -> Constant | None:
        """`"%s" % x`, x being a constant or a tuple of them."""
        right = strip(right, self._matching)
        nodes = (
            [child for child in right.named_children if not child.is_extra]
            if right.type in ("tuple", "array")
            else [right]
        )
        values = [self._of(node, depth + 1) for node in nodes]
        if any(value is None for value in values):
            return None
        known = [value.values[0] for value in values if value is not None and value.known]
        if len(known) != len(values) or not text.known:
            return SOME_TEXT
        return filled(lambda: str(text.values[0]) % tuple(known), str(text.values[0]))

    def _choice(self, node: Node, depth: int) -> Constant | None:
        results = [found for field in _RESULTS if (found := node.child_by_field_name(field)) is not None]
        if len(results) == 2:
            return self._any(results, depth)
        parts = [child for child in node.named_children if not child.is_extra]
        if len(parts) != 3:
            return None
        return self._any([parts[index] for index in _CHOICES[node.type]], depth)

    def _call(self, node: Node, depth: int) -> Constant | None:
        """`"A".lower()` and `"{}".format(x)`."""
        function = node.child_by_field_name("function") or node
        fields = self._matching.names.members.get(function.type, ("object", "name"))
        object = function.child_by_field_name(fields[0])
        name = function.child_by_field_name(fields[1])
        arguments = node.child_by_field_name("arguments")
        if object is None or name is None or arguments is None:
            return None
        called = self._data[name.start_byte : name.end_byte].decode(errors="replace")
        given = [child for child in arguments.named_children if not child.is_extra]
        methods = self._language.text_methods
        is_format = called == "format" and (methods is None or called in methods)
        if not is_format and (given or not is_followed(called, methods)):
            return None
        text = self._of(object, depth + 1)
        if text is None or not text.is_text:
            return None
        if not is_format:
            results = tuple(result_of(called, str(value), [], methods) for value in text.values)
            return text._replace(values=results) if all(isinstance(each, str) for each in results) else None
        values = [self._of(each, depth + 1) for each in given]
        if any(value is None for value in values):
            return None
        known = [value.values[0] for value in values if value is not None and value.known]
        if len(known) != len(values) or not text.known or "{" in str(text.values[0]).replace("{}", ""):
            return SOME_TEXT
        return filled(lambda: str(text.values[0]).format(*known), "")


def constants(data: bytes, root: Node, language: Language) -> Constants | None:
    """The constants of a document, or None for a language whose assignments are not known here."""
    known = bindings(data, root, language.name)
    return None if known is None else Constants(data, language, known)


def _in_one_of(node: Node, fields: tuple[str, ...]) -> Node | None:
    """The child in the first of several fields that a node has; None if it has none of them."""
    found = (node.child_by_field_name(field) for field in fields)
    return next((child for child in found if child is not None), None)
