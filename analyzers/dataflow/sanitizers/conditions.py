"""Conditions that vouch for a value: where they hold, it is one of a known few or of a harmless form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reread.analyzers.dataflow.domain.taint_specs import Guard
from reread.analyzers.dataflow.domain.value import PARTS, Path
from reread.analyzers.dataflow.ir.nodes import (
    Argument,
    Assigned,
    Call,
    Collection,
    Expression,
    Index,
    Literal,
    Member,
    Name,
    Operation,
    Parts,
    Sequence,
)
from reread.analyzers.dataflow.languages.go.errors import parsed_before
from reread.analyzers.dataflow.sanitizers.correlated_guards import Implied
from reread.analyzers.dataflow.sanitizers.elementwise_guards import (
    is_search_for_others,
    none_left,
    of_each,
    of_each_by_method,
)
from reread.analyzers.dataflow.sanitizers.guard_subjects import (
    ALL,
    Places,
    is_constant,
    is_untainted,
    member,
    place_without,
)
from reread.analyzers.dataflow.sanitizers.index_guards import found_at, is_minus_one, searched, where_found
from reread.analyzers.dataflow.sanitizers.path_join import joined_parts
from reread.analyzers.dataflow.sanitizers.predicate_guards import predicate
from reread.analyzers.dataflow.sanitizers.regex_guards import Regex, is_narrow, made_regex
from reread.analyzers.dataflow.sanitizers.set_guards import (
    about_elements,
    counted_in,
    emptiness,
    more_than_none,
    within,
    within_by_name,
)

if TYPE_CHECKING:
    from reread.analyzers.dataflow.interpreter.expressions import Expressions

_AND = frozenset({"and", "&&"})
_OR = frozenset({"or", "||"})
_NOT = frozenset({"not", "!"})
_EQUAL = frozenset({"==", "===", "is"})
_UNEQUAL = frozenset({"!=", "!==", "is not"})
_HARMLESS = frozenset({"isdigit", "isalnum", "isnumeric", "isdecimal", "isalpha", "isidentifier"})
_HARMLESS_MARKS = frozenset("-_.:,+@ ")
_MEMBERSHIP = frozenset({"includes", "has", "contains", "containsKey", "Contains", "hasOwnProperty"})
_EQUALS = frozenset({"equals", "equalsIgnoreCase", "EqualFold"})
_MATCHES = frozenset({"fullmatch", "matches", "MatchString", "test", "match", "exec"})
_NUMBER_TYPES = frozenset({"int", "float", "bool", "complex", "number", "boolean", "bigint"})
_TURNED = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}
_NEGATED = {"<": ">=", "<=": ">", ">": "<=", ">=": "<"}
"""Languages in which only single characters and numbers are compared so."""
_HARMLESS_RANGES = (("0", "9"), ("a", "z"), ("A", "Z"))
_CHARACTERS = {
    "unicode": frozenset({"IsLetter", "IsDigit", "IsNumber"}),
    "Character": frozenset({"isLetter", "isDigit", "isLetterOrDigit", "isAlphabetic"}),
}
"""What Go and Java ask of one character."""
_OF_SETS = frozenset({"<=", "<", ">=", ">", "-"})
_IS_EMPTY = frozenset({"isEmpty", "empty", "IsEmpty"})
_MOST_DEEP = 12


def vouched(condition: Expression | Implied, holds: bool, values: Expressions, deep: int = 0) -> Places:
    """The variables and fields that are harmless where a condition holds (or does not)."""
    if isinstance(condition, Implied):
        return (condition.filled if holds else condition.empty) or {}
    if deep > _MOST_DEEP:
        return {}
    found = _of_kind(condition, holds, values, deep)
    for guard in values.marks.guards.get((condition.start, condition.end), ()):
        if guard.holds is holds:
            found = _either(found, _guarded(guard, condition, values))
    return found


def _of_kind(condition: Expression, holds: bool, values: Expressions, deep: int) -> Places:
    if isinstance(condition, Operation):
        return _operation(condition, holds, values, deep)
    if isinstance(condition, Call):
        found = _either(_called(condition, holds, values), values.vouched_by_call(condition, holds))
        fits = values.world.semantics.fits
        return found if fits is None else _either(found, fits(condition, holds, values))
    if isinstance(condition, Name):
        test = values.variable(condition.name).test
        # Unless the language says otherwise, a list is as true whether there is anything in it or not.
        is_list = holds and isinstance(test, Implied) and test.counted and not values.world.semantics.empty_is_false
        found = {} if test is None or is_list else vouched(test, holds, values, deep + 1)
        return found if holds else _either(found, _nothing(condition, values))
    if isinstance(condition, Member):
        if (counted := counted_in(condition)) is not None and (found := about_elements(counted, holds, values)):
            return found
        test = values.peek(condition).test
        found = vouched(test, holds, values, deep + 1) if isinstance(test, Implied) else {}
        return found if holds else _either(found, _nothing(condition, values))
    if isinstance(condition, Index):
        # `table[x]` is something only for a key that the table has.
        return member(condition.key, condition.object, values) if holds else {}
    if isinstance(condition, Assigned):
        return vouched(condition.value, holds, values, deep + 1)
    if isinstance(condition, Parts) and len(condition.parts) == 1:
        return vouched(condition.parts[0], holds, values, deep + 1)
    if isinstance(condition, Sequence) and condition.parts:
        if values.world.semantics.empty_is_false:
            return {} if holds else none_left(condition, values)
        return vouched(condition.parts[-1], holds, values, deep + 1)
    return {}


def _nothing(e: Expression, values: Expressions) -> Places:
    """What is false, empty or nothing carries no text, and nothing else inside, in languages that say so."""
    semantics = values.world.semantics
    if not semantics.false_is_empty or (semantics.has_special_methods and values.peek(e).fields):
        return {}
    return place_without(e, values)


def _either(one: Places, other: Places) -> Places:
    """What both vouch for together."""
    if not one or not other:
        return one or other
    found = {place: one.get(place, 0) | other.get(place, 0) for place in {**one, **other}}
    for (root, path), bits in tuple(found.items()):
        if path and path[-1] == PARTS[0] and (root, (*path[:-1], PARTS[1])) in found:
            whole = (root, path[:-1])
            found[whole] = found.get(whole, 0) | bits & found[root, (*path[:-1], PARTS[1])]
    return found


def _both(one: Places, other: Places) -> Places:
    """What each of the two vouches for."""
    return {place: bits for place in one if (bits := one[place] & other.get(place, 0))}


def _guarded(guard: Guard, condition: Expression, values: Expressions) -> Places:
    """What a rule's own condition vouches for: the expression at the place of its metavariable."""
    stack: list[Expression] = [condition]
    while stack:
        e = stack.pop()
        if (e.start, e.end) == guard.target:
            return _checked(guard, e, values)
        stack += (entry.value for entry in e.entries) if isinstance(e, Collection) else parts_of(e)
    return _checked(guard, Name(*guard.target, guard.name), values) if guard.name else {}


def _checked(guard: Guard, e: Expression, values: Expressions) -> Places:
    return _as_part(guard, _either(place_without(e, values, guard.bits), joined_parts(e, values, guard.bits)))


def _as_part(guard: Guard, places: Places) -> Places:
    """What a guard says that needs another one: it is kept as a field of what it is about until that one is met."""
    if not guard.part:
        return places
    return {(root, (*path, PARTS[guard.part - 1])): bits for (root, path), bits in places.items()}


def parts_of(e: Expression) -> list[Expression]:
    """The expressions right inside of one, without those of closures."""
    if isinstance(e, Member):
        return [e.object]
    if isinstance(e, Index):
        return [e.object, e.key]
    if isinstance(e, Call):
        return [e.callee, *(argument.value for argument in e.arguments)]
    if isinstance(e, Operation):
        return list(e.operands)
    if isinstance(e, (Parts, Sequence)):
        return list(e.parts)
    if isinstance(e, Assigned):
        return [e.target, e.value]
    return []


def _operation(condition: Operation, holds: bool, values: Expressions, deep: int) -> Places:
    operator, operands = condition.operator, condition.operands
    if operator in _NOT and operands:
        return vouched(operands[0], not holds, values, deep + 1)
    if operator in _AND or operator in _OR:
        found = [vouched(each, holds, values, deep + 1) for each in operands]
        combine = _either if (operator in _AND) is holds else _both
        result = found[0] if found else {}
        for each in found[1:]:
            result = combine(result, each)
        if (operator in _AND) is holds and values.world.semantics.has_characters:
            result = _either(result, _within(condition, holds, values))
        return result
    if len(operands) != 2:
        return {}
    left, right = operands
    if operator == ">" and (counted := more_than_none(condition, holds, values)):
        return counted
    if operator in _OF_SETS and values.world.semantics.has_object_operators:
        return within(condition, holds, values)
    if operator in ("in", "not in") and (operator == "in") is holds:
        return member(left, right, values)
    if operator in _TURNED:
        return where_found(condition, holds, values)
    if operator in _EQUAL or operator in _UNEQUAL:
        return _equality(left, right, (operator in _EQUAL) is holds, values, deep)
    return {}


def _within(condition: Operation, holds: bool, values: Expressions) -> Places:
    """Characters that are compared with the first and the last one of letters or digits: `c >= 'a' && c <= 'z'`."""
    bounds: dict[tuple[str, Path], dict[str, str]] = {}
    for each in condition.operands:
        if not isinstance(each, Operation) or len(each.operands) != 2 or each.operator not in _TURNED:
            continue
        left, right = each.operands
        operator = each.operator if holds else _NEGATED[each.operator]
        for one, other, sign in ((left, right, operator), (right, left, _TURNED[operator])):
            mark = _character(other)
            for place in place_without(one, values) if mark and len(sign) == 2 else ():
                bounds.setdefault(place, {})[sign] = mark
    return {
        place: ALL
        for place, known in bounds.items()
        if any(first <= known.get(">=", "") and known.get("<=", "~") <= last for first, last in _HARMLESS_RANGES)
    }


def _character(e: Expression) -> str:
    """The one character that an expression is; a number in Go."""
    value = e.value if isinstance(e, Literal) else None
    if type(value) is int and 0 < value < 128:
        return chr(value)
    return value if isinstance(value, str) and len(value) == 1 else ""


def _equality(left: Expression, right: Expression, equal: bool, values: Expressions, deep: int) -> Places:
    for one, other in ((left, right), (right, left)):
        if isinstance(other, Literal) and (other.value in (None, "") or isinstance(other.value, bool)):
            # A comparison with true, false or nothing of what a check gave.
            truth = equal if other.value is True else not equal
            found = vouched(one, truth, values, deep + 1)
            if found or not equal:
                return found
        if isinstance(one, Operation) and one.operator == "typeof" and isinstance(other, Literal):
            return place_without(one.operands[0], values) if equal and other.value in _NUMBER_TYPES else {}
        if is_minus_one(other) and (asked := searched(one, values)) is not None:
            return found_at(asked, not equal, values)
    if found := emptiness(left, right, equal, values):
        return found
    if not equal:
        return {}
    for one, other in ((left, right), (right, left)) if values.world.semantics.gives_errors else ():
        is_none = isinstance(other, Literal) and other.value is None
        parsed = parsed_before(one, values) if is_none else None
        if parsed is not None:
            return place_without(parsed, values)
    # What carries nothing in itself says more than what is only given to compare with.
    sides = [(left, right), (right, left)]
    if is_constant(left, values) and not is_constant(right, values):
        sides.reverse()
    for one, other in sides:
        # Nothing at all carries nothing either.
        if is_untainted(other, values) or (isinstance(other, Literal) and other.value is None):
            return place_without(one, values)
    return {}


def _called(call: Call, holds: bool, values: Expressions) -> Places:
    """What a call that is asked for something true says."""
    if values.world.semantics.empty_is_false:
        found = of_each(call, holds, values) or within_by_name(call, holds, values)
        if found:
            return found
    found = predicate(call, holds, values)
    if found:
        return found
    if found := of_each_by_method(call, holds, values):
        return found
    if isinstance(call.callee, Member) and call.callee.name in _IS_EMPTY and not call.arguments:
        return about_elements(call.callee.object, not holds, values)
    return _call(call, values) if holds else _either(_not_found(call, values), found_at(call, False, values))


def _not_found(call: Call, values: Expressions) -> Places:
    """A text in which a search for anything but a few characters has found nothing."""
    callee = call.callee
    name = callee.name if isinstance(callee, (Member, Name)) else ""
    found = subject_and_pattern(name, callee.object if isinstance(callee, Member) else None, call.arguments)
    text = None if found is None else regex_text(found[1], values)
    if found is None or text is None or not is_search_for_others(name, text):
        return {}
    return place_without(found[0], values)


def _call(call: Call, values: Expressions) -> Places:
    callee, arguments = call.callee, call.arguments
    name = callee.name if isinstance(callee, (Member, Name)) else ""
    receiver = callee.object if isinstance(callee, Member) else None
    if name in _HARMLESS and receiver is not None and not arguments:
        return place_without(_with_harmless_marks(receiver), values)
    if name == "get" and receiver is not None and 0 < len(arguments) < 3:
        return _looked_up(receiver, arguments, values)
    if isinstance(receiver, Name) and arguments and name in _CHARACTERS.get(receiver.name, ()):
        return place_without(arguments[0].value, values)
    if name == "ContainsRune" and len(arguments) == 2:
        return member(arguments[1].value, arguments[0].value, values)
    if name == "isinstance" and len(arguments) == 2:
        return place_without(arguments[0].value, values) if _is_number_type(arguments[1].value) else {}
    if name in _MEMBERSHIP and receiver is not None and arguments:
        if len(arguments) == 2 and name == "Contains":
            return member(arguments[1].value, arguments[0].value, values)
        return member(arguments[0].value, receiver, values)
    if name in _EQUALS and receiver is not None and arguments:
        sides = (arguments[0].value, arguments[1].value if len(arguments) == 2 else receiver)
        return _equality(*sides, True, values, 0)
    if name in _MATCHES and isinstance(receiver, Name) and not arguments:
        # A `Matcher` that was kept
        receiver = values.variable(receiver.name).test
    if name in _MATCHES:
        return _match(name, receiver, arguments, values)
    return {}


def _looked_up(table: Expression, arguments: tuple[Argument, ...], values: Expressions) -> Places:
    """`TABLE.get(x)` is something only for a key that the table has; what a cache or a store has is not ours."""
    known = values.peek(table)
    is_table = known.constant or (bool(known.fields) and not known.mask and known.symbol is None and not known.owner)
    return member(arguments[0].value, table, values) if is_table and isinstance(table, (Name, Member)) else {}


def _with_harmless_marks(e: Expression) -> Expression:
    """What stands before the dots, dashes and the like were taken out for a look at the rest."""
    while (
        isinstance(e, Call)
        and isinstance(e.callee, Member)
        and e.callee.name in ("replace", "replaceAll")
        and len(e.arguments) == 2
        and all(isinstance(each.value, Literal) and _is_harmless_mark(each.value.value) for each in e.arguments)
    ):
        e = e.callee.object
    return e


def _is_harmless_mark(text: object) -> bool:
    return isinstance(text, str) and set(text) <= _HARMLESS_MARKS


def _is_number_type(e: Expression) -> bool:
    if isinstance(e, Collection):
        return all(_is_number_type(entry.value) for entry in e.entries)
    return isinstance(e, Name) and e.name in _NUMBER_TYPES


def _match(name: str, receiver: Expression | None, arguments: tuple[Argument, ...], values: Expressions) -> Places:
    """A regular expression that the whole value fits and that says of each character what it may be."""
    found = subject_and_pattern(name, receiver, arguments)
    if found is None:
        return {}
    subject, pattern = found
    whole = name in ("fullmatch", "matches")
    text = regex_text(pattern, values)
    if text is not None:
        return place_without(subject, values) if is_narrow(text, whole) else {}
    return place_without(subject, values) if whole and is_untainted(pattern, values) else {}


def subject_and_pattern(
    name: str, receiver: Expression | None, arguments: tuple[Argument, ...]
) -> tuple[Expression, Expression] | None:
    """What a matching call looks at, and with what."""
    expressions = [argument.value for argument in arguments]
    if not expressions and isinstance(receiver, Call) and isinstance(receiver.callee, Member):
        # `pattern.matcher(x).matches()` of Java.
        return (receiver.arguments[0].value, receiver.callee.object) if receiver.arguments else None
    if receiver is not None and len(expressions) == 1:
        pattern, subject = receiver, expressions[0]
        if name == "matches" or (name == "match" and isinstance(subject, Literal)):
            pattern, subject = subject, receiver
        return subject, pattern
    if len(expressions) >= 2:
        return expressions[1], expressions[0]
    return None


def regex_text(pattern: Expression, values: Expressions) -> str | None:
    """The text of a regular expression where it is known."""
    if isinstance(pattern, Literal):
        return pattern.value if isinstance(pattern.value, str) else None
    if isinstance(pattern, Call):
        made = made_regex(pattern)
        return None if made is None else str(made)
    literal = values.peek(pattern).literal
    return str(literal) if isinstance(literal, (Regex, str)) else None
