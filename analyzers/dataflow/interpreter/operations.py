"""Operators and choices: the value that their operands give, and which operands are evaluated at all."""

from __future__ import annotations

from itertools import pairwise

from reread.analyzers.constants.folding import UNKNOWN, folded
from reread.analyzers.dataflow.domain.state import State
from reread.analyzers.dataflow.domain.value import CLEAN, CONSTANT, AbstractValue, joined, opened, without
from reread.analyzers.dataflow.interpreter.branches import assume, merge, merge_sides
from reread.analyzers.dataflow.interpreter.evaluation import evaluate
from reread.analyzers.dataflow.ir.nodes import (
    Assigned,
    Call,
    Choice,
    Collection,
    Expression,
    Literal,
    Name,
    Operation,
    Parts,
    Statement,
    Text,
)
from reread.analyzers.dataflow.memory.access_paths import sanitize
from reread.analyzers.dataflow.memory.function_values import with_function_name
from reread.analyzers.dataflow.memory.properties import shown_in_text
from reread.analyzers.dataflow.memory.taint import union
from reread.analyzers.dataflow.models.library_names import names
from reread.analyzers.dataflow.sanitizers.conditions import sanitized_by
from reread.analyzers.dataflow.sanitizers.fixed_starts import filled_in, put_together

_COMPARISONS = frozenset({"==", "!=", "===", "!==", "<", ">", "<=", ">=", "in", "not in", "is", "is not", "instanceof"})
_NEGATIONS = frozenset({"!", "not"})
_BOOLEANS = frozenset({"&&", "||"})
_ARITHMETIC = frozenset({"-", "/", "//", "**"})
_OF_NUMBERS = frozenset({"*", "%", "&", "|", "^", "~", "<<", ">>", ">>>", "&^"})
"""What gives a number as well, unless objects say what it does: it repeats and fills in texts, and joins sets."""
_OF_SETS = frozenset({"&", "-"})
_SAYS_NOTHING = frozenset({"typeof", "void", "delete"})
"""Operators of JavaScript whose result has nothing of the text of their operand."""
_MERGES = frozenset({"|", "|="})
_JOINS = frozenset({"+", "+="})
_EITHER = frozenset({"or", "and", "||", "&&", "??", "?:"})
_OR = frozenset({"or", "||", "?:"})
_AND = frozenset({"and", "&&"})
_AND_OR = frozenset({"and", "&&", "or", "||"})


def part_of(state: State, value: AbstractValue) -> AbstractValue:
    """What an expression takes out of another value, for rules in which only assignments carry taint."""
    return without(value, state.taint_bits.only_assignments) if state.taint_bits.only_assignments else value


def evaluate_operation(state: State, e: Operation) -> AbstractValue:
    return apply_operator(state, e.operator, evaluate_operands(state, e), e)


def evaluate_operands(state: State, e: Operation) -> list[AbstractValue]:
    """The values of the operands; of `a and b` the second one is as it is where the first one holds."""
    if e.operator not in _AND_OR or not state.options.guards:
        return [evaluate(state, each) for each in e.operands]
    holds = e.operator not in _OR
    values = [evaluate(state, e.operands[0])]
    for before, operand in pairwise(e.operands):
        if values[-1].literal is not UNKNOWN and bool(values[-1].literal) is not holds:
            break
        values.append(evaluate_where(state, before, holds, operand))
    return values


def evaluate_where(state: State, condition: Expression, holds: bool, e: Expression) -> AbstractValue:
    """The value of an expression that is evaluated only where a condition holds, or where it does not."""
    places = sanitized_by(state, condition, holds)
    if not places and not _assigns(e):
        return evaluate(state, e)
    outside, reachable = state.env, state.is_reachable
    state.env = outside.copy()
    for (root, path), bits in places.items():
        sanitize(state, root, path, bits, condition)
    value = evaluate(state, e)
    merge(state, outside, reachable)
    return value


def apply_operator(
    state: State, operator: str, values: list[AbstractValue], e: Expression | Statement
) -> AbstractValue:
    if state.options.guards and all(value.literal is not UNKNOWN for value in values):
        known = folded(operator.removesuffix("=") or operator, [value.literal for value in values])
        if operator in _COMPARISONS:
            known = folded(operator, [value.literal for value in values])
        return AbstractValue(constant=True, literal=known)
    if operator in _SAYS_NOTHING and state.options.guards:
        return CLEAN
    if operator.strip("=") in _EITHER and state.options.guards and values[0].literal is not UNKNOWN:
        values = _chosen(operator.strip("="), values)
        if len(values) == 1:
            return values[0]
    if operator in _OF_SETS and state.semantics.operators_are_methods and state.options.guards:
        if operator == "&" and any(value.constant for value in values):
            # What is in one of a few known values, too.
            return CONSTANT
        if (
            operator == "-"
            and isinstance(e, Operation)
            and any(_is_set(each, state.semantics.library) for each in e.operands)
        ):
            return union(state, values)
    if operator == "%":
        values = formatted_operands(state, values, e)
    if operator in _MERGES and state.semantics.operators_are_methods and (merged := _merged(values)) is not None:
        return merged
    result = _result(state, operator, values)
    if operator.strip("=") in _EITHER and len(values) > 1 and not result.taint:
        return values[-1] if values[-1].closure is not None else result
    if operator in _AND and result.taint and state.options.guards and state.semantics.and_gives_operand:
        # The left one is the result only where it is false, empty or nothing.
        return CLEAN if values[-1].constant else values[-1]
    if result.taint:
        if state.taint_bits.only_assignments:
            result = without(result, state.taint_bits.only_assignments)
        if operator in _COMPARISONS:
            result = without(result, state.taint_bits.safe_comparisons | state.taint_bits.safe_booleans)
        elif operator in _NEGATIONS or (operator in _BOOLEANS and not state.semantics.and_gives_operand):
            result = without(result, state.taint_bits.safe_booleans)
        elif is_arithmetic(state, operator, e):
            result = without(result, state.taint_bits.safe_numbers)
    return result


def _result(state: State, operator: str, values: list[AbstractValue]) -> AbstractValue:
    """What an operation has of its operands, before it is asked what kind of operation it is."""
    if operator in _JOINS:
        return put_together(state, values)
    if operator == "%" and len(values) == 2 and isinstance(values[0].literal, str):
        return filled_in(state, values[0].literal, values[1])
    return union(state, values)


def formatted_operands(state: State, values: list[AbstractValue], e: Expression | Statement) -> list[AbstractValue]:
    """What `%` puts into a text."""
    values = [opened(value) for value in values]
    if isinstance(e, Operation) and len(values) == 2 and values[1].type:
        return [values[0], shown_in_text(state, e.operands[1], values[1])]
    return values


def is_arithmetic(state: State, operator: str, e: Expression | Statement) -> bool:
    """True for an operation that gives a number. `+` joins texts, too, and `/` may join paths."""
    plain = operator.removesuffix("=")
    of_objects = state.semantics.operators_are_methods
    if plain == "+" or (plain == "/" and of_objects):
        return has_number_literal(state, e)
    return plain in _ARITHMETIC or (plain in _OF_NUMBERS and not of_objects)


def has_number_literal(state: State, e: Expression | Statement) -> bool:
    """True for an operation with a number written in it, unless it goes on with a text: `"a" + x + 2`."""
    operands = e.operands if isinstance(e, Operation) else (getattr(e, "value", None),)
    if not any(isinstance(each, Literal) and type(each.value) in (int, float) for each in operands):
        return False
    return not any(map(_is_text, operands))


def evaluate_choice(state: State, e: Choice) -> AbstractValue:
    decided = known_truth(state, evaluate(state, e.condition))
    if decided is not None:
        chosen = e.then if decided else e.other
        return with_function_name(state, chosen, evaluate(state, chosen))
    before = state.env
    state.env = before.copy()
    held = assume(state, e.condition, True)
    then = with_function_name(state, e.then, evaluate(state, e.then)) if state.is_reachable else CLEAN
    after, reachable = state.env, state.is_reachable
    state.env, state.is_reachable = before, True
    failed = assume(state, e.condition, False)
    other = with_function_name(state, e.other, evaluate(state, e.other)) if state.is_reachable else CLEAN
    merge_sides(state, after, reachable, held, failed)
    state.is_reachable = True
    return joined(then, other)


def known_truth(state: State, condition: AbstractValue) -> bool | None:
    """What a condition is, where that is known."""
    known = condition.literal
    return known if isinstance(known, bool) and state.options.guards else None


def _merged(values: list[AbstractValue]) -> AbstractValue | None:
    """Two dictionaries that are one now; None for all else."""
    if len(values) != 2 or not all(each.fields and each.size is None and not each.type for each in values):
        return None
    one, other = values
    if other.taint:
        return None
    return AbstractValue(one.taint, one.trace, {**(one.fields or {}), **(other.fields or {})})


def _is_text(e: Expression | None) -> bool:
    """True for what begins with a text that is written there."""
    while isinstance(e, Operation) and e.operator == "+":
        if isinstance(e.operands[-1], Text) or _is_word(e.operands[-1]):
            return True
        e = e.operands[0]
    return isinstance(e, Text) or _is_word(e)


def _is_word(e: Expression | None) -> bool:
    return isinstance(e, Literal) and isinstance(e.value, str)


def _is_set(e: Expression, library: str) -> bool:
    """True for what is written as a set."""
    made = e.callee if isinstance(e, Call) else None
    return isinstance(e, Collection) or (isinstance(made, Name) and made.name in names("set-maker", library))


def _chosen(operator: str, values: list[AbstractValue]) -> list[AbstractValue]:
    """The operands of `a or b` and its like that can be the result, where the first ones are constant."""
    while len(values) > 1 and values[0].literal is not UNKNOWN:
        known = values[0].literal
        is_outcome = known is not None if operator == "??" else bool(known) is (operator in _OR)
        if is_outcome:
            return values[:1]
        values = values[1:]
    return values


def _assigns(e: Expression) -> bool:
    """True for an expression that gives a variable another value: `a || (b = c)`."""
    if isinstance(e, Parts) and len(e.parts) == 1:
        e = e.parts[0]
    return isinstance(e, Assigned)
