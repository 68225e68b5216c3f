"""Conditions that sanitize a value: where they hold, it is one of a known few or of a harmless form."""

from __future__ import annotations

from reread.analyzers.dataflow.domain.facets import PARTS
from reread.analyzers.dataflow.domain.regex import Regex, is_narrow, made_regex
from reread.analyzers.dataflow.domain.state import State
from reread.analyzers.dataflow.domain.taint_bits import lowers
from reread.analyzers.dataflow.domain.taint_specs import Guard
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
from reread.analyzers.dataflow.ir.traversal import parts_of
from reread.analyzers.dataflow.memory.reads import peek, read_variable
from reread.analyzers.dataflow.models.library_names import names
from reread.analyzers.dataflow.sanitizers.call_guards import sanitized_by_call
from reread.analyzers.dataflow.sanitizers.character_ranges import within_range
from reread.analyzers.dataflow.sanitizers.correlated_guards import CorrelatedGuard
from reread.analyzers.dataflow.sanitizers.doubts import doubted_by_call, doubted_by_comparison, doubted_by_equality
from reread.analyzers.dataflow.sanitizers.elementwise_guards import (
    elementwise,
    elementwise_by_method,
    is_search_for_others,
    none_left,
)
from reread.analyzers.dataflow.sanitizers.guard_subjects import (
    ALL,
    SanitizedPaths,
    is_constant,
    is_untainted,
    is_visible,
    member,
    sanitized_place,
)
from reread.analyzers.dataflow.sanitizers.index_guards import found_at, is_minus_one, searched, where_found
from reread.analyzers.dataflow.sanitizers.path_join import joined_parts
from reread.analyzers.dataflow.sanitizers.predicate_guards import predicate
from reread.analyzers.dataflow.sanitizers.set_guards import (
    about_elements,
    counted_in,
    emptiness,
    more_than_none,
    within,
    within_by_name,
)
from reread.analyzers.dataflow.sanitizers.shared_secret import proves_secret

_AND = frozenset({"and", "&&"})
_OR = frozenset({"or", "||"})
_NOT = frozenset({"not", "!"})
_EQUAL = frozenset({"==", "===", "is"})
_UNEQUAL = frozenset({"!=", "!==", "is not"})
_HARMLESS_MARKS = frozenset("-_.:,+@ ")
_TURNED = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}
_OF_SETS = frozenset({"<=", "<", ">=", ">", "-"})
_MOST_DEEP = 12


def sanitized_by(state: State, condition: Expression | CorrelatedGuard, holds: bool = True) -> SanitizedPaths:
    """The taint that variables and fields do not have where a condition holds, or where it does not."""
    return sanitized_where(state, condition, holds) if state.options.guards or state.specs.guards else {}


def sanitized_where(
    state: State, condition: Expression | CorrelatedGuard, holds: bool, deep: int = 0
) -> SanitizedPaths:
    """The variables and fields that are harmless where a condition holds (or does not)."""
    if isinstance(condition, CorrelatedGuard):
        return (condition.filled if holds else condition.empty) or {}
    if deep > _MOST_DEEP:
        return {}
    found = _of_kind(state, condition, holds, deep)
    for guard in state.specs.guards.get((condition.start, condition.end), ()):
        if guard.holds is holds:
            found = _either(found, _guarded(state, guard, condition))
    return found


def _of_kind(state: State, condition: Expression, holds: bool, deep: int) -> SanitizedPaths:
    if isinstance(condition, Operation):
        return _operation(state, condition, holds, deep)
    if isinstance(condition, Call):
        found = _either(_called(state, condition, holds), sanitized_by_call(state, condition, holds))
        found = _either(found, state.hooks.fits(state, condition, holds))
        if found:
            return found
        # What is certain in the other sense has a meaning that is known.
        opposite = _called(state, condition, not holds)
        return doubted_by_call(state, condition) if all(map(lowers, opposite.values())) else {}
    if isinstance(condition, Name):
        test = read_variable(state, condition.name).test
        # Unless the language says otherwise, a list is as true whether there is anything in it or not.
        is_list = (
            holds and isinstance(test, CorrelatedGuard) and test.counted and not state.semantics.empty_list_is_false
        )
        found = {} if test is None or is_list else sanitized_where(state, test, holds, deep + 1)
        return found if holds else _either(found, _nothing(state, condition))
    if isinstance(condition, Member):
        if (counted := counted_in(condition, state.semantics.library)) is not None and (
            found := about_elements(state, counted, holds)
        ):
            return found
        test = peek(state, condition).test
        found = sanitized_where(state, test, holds, deep + 1) if isinstance(test, CorrelatedGuard) else {}
        return found if holds else _either(found, _nothing(state, condition))
    if isinstance(condition, Index):
        # `table[x]` is something only for a key that the table has.
        return member(state, condition.key, condition.object) if holds else {}
    if isinstance(condition, Assigned):
        return sanitized_where(state, condition.value, holds, deep + 1)
    if isinstance(condition, Parts) and len(condition.parts) == 1:
        return sanitized_where(state, condition.parts[0], holds, deep + 1)
    if isinstance(condition, Sequence) and condition.parts:
        if state.semantics.empty_list_is_false:
            return {} if holds else none_left(state, condition)
        return sanitized_where(state, condition.parts[-1], holds, deep + 1)
    return {}


def _nothing(state: State, e: Expression) -> SanitizedPaths:
    """What is false, empty or nothing carries no text, and nothing else inside, in languages that say so."""
    semantics = state.semantics
    if not semantics.false_has_no_text or (semantics.objects_may_be_false and peek(state, e).fields):
        return {}
    return sanitized_place(state, e)


def _either(one: SanitizedPaths, other: SanitizedPaths) -> SanitizedPaths:
    """What both sanitize together."""
    if not one or not other:
        return one or other
    found = {place: one.get(place, 0) | other.get(place, 0) for place in {**one, **other}}
    for (root, path), bits in tuple(found.items()):
        if path and path[-1] == PARTS[0] and (root, (*path[:-1], PARTS[1])) in found:
            whole = (root, path[:-1])
            found[whole] = found.get(whole, 0) | bits & found[root, (*path[:-1], PARTS[1])]
    return found


def _both(one: SanitizedPaths, other: SanitizedPaths) -> SanitizedPaths:
    """What each of the two sanitizes."""
    return {place: bits for place in one if (bits := one[place] & other.get(place, 0))}


def _guarded(state: State, guard: Guard, condition: Expression) -> SanitizedPaths:
    """What a rule's own condition sanitizes: the expression at the place of its metavariable."""
    stack: list[Expression] = [condition]
    while stack:
        e = stack.pop()
        if (e.start, e.end) == guard.target:
            return _checked(state, guard, e)
        stack += (entry.value for entry in e.entries) if isinstance(e, Collection) else parts_of(e)
    return _checked(state, guard, Name(*guard.target, guard.name)) if guard.name else {}


def _checked(state: State, guard: Guard, e: Expression) -> SanitizedPaths:
    return _as_part(guard, _either(sanitized_place(state, e, guard.bits), joined_parts(state, e, guard.bits)))


def _as_part(guard: Guard, places: SanitizedPaths) -> SanitizedPaths:
    """What a guard says that needs another one: it is kept as a field of what it is about until that one is met."""
    if not guard.part:
        return places
    return {(root, (*path, PARTS[guard.part - 1])): bits for (root, path), bits in places.items()}


def _operation(state: State, condition: Operation, holds: bool, deep: int) -> SanitizedPaths:
    operator, operands = condition.operator, condition.operands
    if operator in _NOT and operands:
        return sanitized_where(state, operands[0], not holds, deep + 1)
    if operator in _AND or operator in _OR:
        found = [sanitized_where(state, each, holds, deep + 1) for each in operands]
        combine = _either if (operator in _AND) is holds else _both
        result = found[0] if found else {}
        for each in found[1:]:
            result = combine(result, each)
        if (operator in _AND) is holds and state.semantics.texts.has_character_ranges:
            result = _either(result, within_range(state, condition, holds))
        return result
    if len(operands) != 2:
        return {}
    left, right = operands
    if operator == ">" and (counted := more_than_none(state, condition, holds)):
        return counted
    if operator in _OF_SETS and state.semantics.operators_are_methods:
        return within(state, condition, holds)
    if operator in ("in", "not in"):
        members = member(state, left, right) if (operator == "in") is holds else {}
        return members or doubted_by_comparison(state, condition)
    if operator in _TURNED:
        return where_found(state, condition, holds)
    if operator in _EQUAL or operator in _UNEQUAL:
        return _equality(state, left, right, (operator in _EQUAL) is holds, deep)
    return {}


def _equality(state: State, left: Expression, right: Expression, equal: bool, deep: int) -> SanitizedPaths:
    for one, other in ((left, right), (right, left)) if equal else ():
        is_none = isinstance(other, Literal) and other.value is None
        parsed = state.hooks.parsed_before(state, one) if is_none else None
        if parsed is not None:
            return sanitized_place(state, parsed)
    for one, other in ((left, right), (right, left)):
        if isinstance(other, Literal) and (other.value in (None, "") or isinstance(other.value, bool)):
            # A comparison with true, false or nothing of what a check gave.
            truth = equal if other.value is True else not equal
            found = sanitized_where(state, one, truth, deep + 1)
            if found or not equal:
                return found
        if isinstance(one, Operation) and one.operator == "typeof" and isinstance(other, Literal):
            return (
                sanitized_place(state, one.operands[0])
                if equal and other.value in names("checked-number-type", state.semantics.library)
                else {}
            )
        if is_minus_one(other) and (asked := searched(state, one)) is not None:
            return found_at(state, asked, not equal)
    if found := emptiness(state, left, right, equal):
        return found
    if not equal:
        return {}
    if secret := proves_secret(state, left, right):
        return secret
    # What carries nothing in itself says more than what is only given to compare with.
    sides = [(left, right), (right, left)]
    if is_constant(state, left) and not is_constant(state, right):
        sides.reverse()
    for one, other in sides:
        # Nothing at all carries nothing either.
        if is_untainted(state, other) or (isinstance(other, Literal) and other.value is None):
            return sanitized_place(state, one, ALL if is_visible(state, other) else state.taint_bits.unseen)
    return doubted_by_equality(state, left, right)


def _called(state: State, call: Call, holds: bool) -> SanitizedPaths:
    """What a call that is asked for something true says."""
    found = elementwise(state, call, holds) or within_by_name(state, call, holds) or predicate(state, call, holds)
    if found:
        return found
    if found := elementwise_by_method(state, call, holds):
        return found
    if (
        isinstance(call.callee, Member)
        and call.callee.name in names("emptiness-check", state.semantics.library)
        and not call.arguments
    ):
        return about_elements(state, call.callee.object, not holds)
    return _call(state, call) if holds else _either(_not_found(state, call), found_at(state, call, False))


def _not_found(state: State, call: Call) -> SanitizedPaths:
    """A text in which a search for anything but a few characters has found nothing."""
    callee = call.callee
    name = callee.name if isinstance(callee, (Member, Name)) else ""
    found = subject_and_pattern(state, name, callee.object if isinstance(callee, Member) else None, call.arguments)
    text = None if found is None else regex_text(state, found[1])
    if found is None or text is None or not is_search_for_others(name, text, state.semantics.library):
        return {}
    return sanitized_place(state, found[0])


def _call(state: State, call: Call) -> SanitizedPaths:
    library = state.semantics.library
    callee, arguments = call.callee, call.arguments
    name = callee.name if isinstance(callee, (Member, Name)) else ""
    receiver = callee.object if isinstance(callee, Member) else None
    if name in names("alphanumeric-check", library) and receiver is not None and not arguments:
        return sanitized_place(state, _with_harmless_marks(receiver, library))
    if name in names("table-lookup", library) and receiver is not None and 0 < len(arguments) < 3:
        return _looked_up(state, receiver, arguments)
    if isinstance(receiver, Name) and arguments and f"{receiver.name}.{name}" in names("character-check", library):
        return sanitized_place(state, arguments[0].value)
    if name in names("character-membership-function", library) and len(arguments) == 2:
        return member(state, arguments[1].value, arguments[0].value)
    if name in names("type-check", library) and len(arguments) == 2:
        return sanitized_place(state, arguments[0].value) if _is_number_type(arguments[1].value, library) else {}
    if name in names("membership-check", library) and receiver is not None and arguments:
        if len(arguments) == 2 and name in names("membership-function", library):
            return member(state, arguments[1].value, arguments[0].value)
        return member(state, arguments[0].value, receiver)
    if (
        len(arguments) == 2
        and name in names("constant-time-comparison", library)
        and (secret := proves_secret(state, arguments[0].value, arguments[1].value))
    ):
        return secret
    if name in names("equality-check", library) and receiver is not None and arguments:
        sides = (arguments[0].value, arguments[1].value if len(arguments) == 2 else receiver)
        return _equality(state, *sides, True, 0)
    if name in names("regex-check", library) and isinstance(receiver, Name) and not arguments:
        # A `Matcher` that was kept
        receiver = read_variable(state, receiver.name).test
    if name in names("regex-check", library):
        return _match(state, name, receiver, arguments)
    return {}


def _looked_up(state: State, table: Expression, arguments: tuple[Argument, ...]) -> SanitizedPaths:
    """`TABLE.get(x)` is something only for a key that the table has; what a cache or a store has is not ours."""
    known = peek(state, table)
    is_table = known.constant or (bool(known.fields) and not known.taint and known.symbol is None and not known.type)
    return member(state, arguments[0].value, table) if is_table and isinstance(table, (Name, Member)) else {}


def _with_harmless_marks(e: Expression, library: str) -> Expression:
    """What stands before the dots, dashes and the like were taken out for a look at the rest."""
    while (
        isinstance(e, Call)
        and isinstance(e.callee, Member)
        and e.callee.name in names("text-replacer", library)
        and len(e.arguments) == 2
        and all(isinstance(each.value, Literal) and _is_harmless_mark(each.value.value) for each in e.arguments)
    ):
        e = e.callee.object
    return e


def _is_harmless_mark(text: object) -> bool:
    return isinstance(text, str) and set(text) <= _HARMLESS_MARKS


def _is_number_type(e: Expression, library: str) -> bool:
    if isinstance(e, Collection):
        return all(_is_number_type(entry.value, library) for entry in e.entries)
    return isinstance(e, Name) and e.name in names("checked-number-type", library)


def _match(state: State, name: str, receiver: Expression | None, arguments: tuple[Argument, ...]) -> SanitizedPaths:
    """A regular expression that the whole value fits and that says of each character what it may be."""
    found = subject_and_pattern(state, name, receiver, arguments)
    if found is None:
        return {}
    subject, pattern = found
    whole = name in names("whole-regex-check", state.semantics.library)
    text = regex_text(state, pattern)
    if text is not None:
        return sanitized_place(state, subject) if is_narrow(text, whole) else {}
    return sanitized_place(state, subject) if whole and is_untainted(state, pattern) else {}


def subject_and_pattern(
    state: State, name: str, receiver: Expression | None, arguments: tuple[Argument, ...]
) -> tuple[Expression, Expression] | None:
    """What a matching call looks at, and with what."""
    expressions = [argument.value for argument in arguments]
    if not expressions and isinstance(receiver, Call) and isinstance(receiver.callee, Member):
        # `pattern.matcher(x).matches()` of Java.
        return (receiver.arguments[0].value, receiver.callee.object) if receiver.arguments else None
    if receiver is not None and len(expressions) == 1:
        pattern, subject = receiver, expressions[0]
        library = state.semantics.library
        if name in names("regex-taker", library) or (
            name in names("literal-regex-taker", library) and isinstance(subject, Literal)
        ):
            pattern, subject = subject, receiver
        return subject, pattern
    if len(expressions) >= 2:
        return expressions[1], expressions[0]
    return None


def regex_text(state: State, pattern: Expression) -> str | None:
    """The text of a regular expression where it is known."""
    if isinstance(pattern, Literal):
        return pattern.value if isinstance(pattern.value, str) else None
    if isinstance(pattern, Call):
        made = made_regex(pattern, state.semantics.library)
        return None if made is None else str(made)
    literal = peek(state, pattern).literal
    return str(literal) if isinstance(literal, (Regex, str)) else None
