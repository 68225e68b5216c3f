"""Calls of functions that are not followed, of which their names say something."""

from __future__ import annotations

from typing import Any

from reread.analyzers.constants.folding import UNKNOWN, called
from reread.analyzers.dataflow.domain.closure import Captured
from reread.analyzers.dataflow.domain.value import CLEAN, CONSTANT, Value, opened, without
from reread.analyzers.dataflow.interpreter import function_values
from reread.analyzers.dataflow.interpreter.collections import changed_by, got, is_new
from reread.analyzers.dataflow.interpreter.encodings import decoded
from reread.analyzers.dataflow.interpreter.higher_order_calls import reduced
from reread.analyzers.dataflow.interpreter.resolved_calls import KnownCalls
from reread.analyzers.dataflow.ir.nodes import Argument, Call, Member, Name
from reread.analyzers.dataflow.languages.java.naming import is_answer, is_lookup
from reread.analyzers.dataflow.sanitizers.conditions import regex_text, subject_and_pattern
from reread.analyzers.dataflow.sanitizers.correlated_guards import note_added
from reread.analyzers.dataflow.sanitizers.elementwise_guards import predicate_bits
from reread.analyzers.dataflow.sanitizers.regex_guards import Regex, group_of, is_particular, made_regex

_FINDERS = frozenset({"match", "fullmatch", "search", "exec", "findall", "FindString", "FindStringSubmatch"})
_GIVES_CLOSURE_RESULT = frozenset(
    {
        *("map", "flatMap", "then", "reduce", "reduceRight", "computeIfAbsent", "apply", "mapToObj", "andThen"),
        *("thenApply", "thenApplyAsync", "thenCompose", "thenComposeAsync", "supplyAsync", "submit", "thenCombine"),
        *("callInTransaction", "fromCallable", "fromSupplier", "withInitial", "withHandle", "inTransaction"),
    }
)
_PASSES_ARGUMENTS = frozenset({"map", "filter", "sorted", "reduce", "min", "max", "starmap", "each", "forEach", "from"})
_ADDS_CLOSURE_RESULT = frozenset({"orElseGet", "handle", "execute", "doInTransaction", "invokeAll", "invokeAny"})
_CALL_BACK = frozenset({"map", "flatMap", "forEach", "then", "submit"})
_SIZES = frozenset(
    {
        *("length", "size", "count", "ordinal", "intValue", "longValue", "doubleValue", "floatValue", "shortValue"),
        "byteValue",
    }
)
"""Methods that give a number, whatever they are called on."""
_FILLERS = frozenset({"format", "format_map", "substitute", "safe_substitute"})
"""What puts the values of a dictionary into a text."""
_TAKERS = frozenset({"get", "pop", "popitem", "setdefault", "values", "items", "copy"})
"""What takes values out of a dictionary."""
_KEEP_TEXT = frozenset(
    {"String", "trim", "slice", "substring", "substr", "toLowerCase", "toUpperCase", "decodeURIComponent"}
)
"""Functions that are known to give what they are given, or a part of it."""
_CONSTANT_MAKERS = frozenset(
    {"frozenset", "set", "tuple", "list", "dict", "Set", "Map", "of", "asList", "keys", "freeze"}
    | {"entries", "fromEntries"}
)
_MATCHED = "\0matched"
"""As a field: what the text of a `Matcher` is matched against."""


class UnknownCalls(KnownCalls):
    """The evaluation of calls of all that this file does not have."""

    def unknown_call(self, call: Call, receiver: Value, function: Value, arguments: list[Value]) -> Value:
        """A call of which nothing is known: its result is tainted as its arguments and its object are."""
        callee = call.callee
        name = callee.name if isinstance(callee, (Member, Name)) else ""
        if receiver.owner and receiver.fields and isinstance(callee, Member) and name in receiver.fields:
            # A function that the object keeps gets what it is given, and nothing else of the object.
            receiver = CLEAN
        if name in _FILLERS:
            arguments = [
                self.shown(given.value, opened(value)) for given, value in zip(call.arguments, arguments, strict=True)
            ]
        elif name in _TAKERS:
            receiver = opened(receiver)
        closures = [value.closure for value in arguments if value.closure is not None]
        plain = [value for value in arguments if value.closure is None]
        semantics = self.world.semantics
        if plain and (
            (semantics.has_getters and is_lookup(callee))
            or (semantics.keeps_tables and function_values.is_lookup(callee))
        ):
            plain[0] = without(plain[0], self.masks.safe_indexes)
        passed = [receiver, *(plain if name in _PASSES_ARGUMENTS else ())]
        elements = [self.element(self.union(passed))] * 4
        if closures:
            elements = self.world.semantics.elements(name, call, receiver, arguments, elements, self)
        if closures and (folded := reduced(name, receiver, arguments, self)) is not None:
            return folded
        handed = self.world.semantics.hands_over(name, call, receiver, arguments, self)
        if handed is not None:
            return handed
        given = [
            self.call_closure(each, elements, ())
            for each in closures
            # What another function made was followed there, with whatever it may be given.
            if not isinstance(each, Captured) or name in _GIVES_CLOSURE_RESULT or any(v.mask for v in elements)
        ]
        if name in _CALL_BACK:
            given += self.called_back(call, self.element(self.union(passed)))
        result = self.union([receiver, function, *plain])
        if (raw := decoded(call, receiver, arguments)) is not None:
            result = self.union([result, raw])
        if name == "filter" and len(closures) == 1:
            result = self.kept(closures[0], result)
        elif name == "filter" and len(arguments) == 2 and self.world.semantics.empty_is_false and self.world.guards:
            bits = predicate_bits(call.arguments[0].value, arguments[1], True, self)
            result = without(result, bits & ~self.masks.unguarded if bits < 0 else bits)
        elif given and name in _GIVES_CLOSURE_RESULT:
            result = given[0] if len(given) == 1 and name == "then" else self.union(given)
        elif given and (not isinstance(callee, Member) or name in _ADDS_CLOSURE_RESULT):
            result = self.union([result, *given])
        known = self.well_known(name, call, receiver, arguments, result) if self.world.mutators else None
        return self.without_harmless(name, call, receiver, arguments, result) if known is None else known

    def without_harmless(self, name: str, call: Call, receiver: Value, arguments: list[Value], result: Value) -> Value:
        """The result of a call without the taint that what is known of it and of the rules takes away."""
        if self.masks.safe_functions and not call.new and not (name in _KEEP_TEXT and self.world.guards):
            result = without(result, self.masks.safe_functions)
        if self.masks.safe_numbers and name in _SIZES and isinstance(call.callee, Member) and not call.arguments:
            result = without(result, self.masks.safe_numbers)
        if self.masks.only_assignments:
            result = without(result, self.masks.only_assignments)
        if name in _CONSTANT_MAKERS and arguments and all(value.constant for value in arguments):
            return CONSTANT
        if self.world.guards and receiver.constant and name in ("get", "pop", "getOrDefault"):
            return self.union(arguments[1:]) if len(arguments) > 1 else CONSTANT
        if receiver.fields and result.mask and is_answer(call):
            # A check of what this gives has left what it vouches for.
            result = without(result, self.lacking(call))
        if result.mask:
            result = Value(result.mask, self.step(result, call.start, call.end, "call"))
        return Value(result.mask, result.trace) if result.constant and name != "then" else result

    def well_known(self, name: str, call: Call, receiver: Value, arguments: list[Value], result: Value) -> Value | None:
        """What a call of a function or method gives whose name says what it does to values; None for all others.

        `result` is what it would give otherwise. Objects that it changes are changed in any case.
        """
        found = got(name, receiver, arguments, self)
        changed_by(name, call, arguments, self)
        note_added(call, self.env)
        if found is not None:
            return found
        found = self.world.semantics.well_known(name, call, receiver, arguments, self)
        if found is not None:
            return found
        if is_new(name, call):
            return Value(size=0)
        if self.is_particular_match(name, call) or _is_particular_group(name, receiver, arguments):
            return CLEAN
        if name == "matcher" and isinstance(receiver.literal, Regex):
            return Value(result.mask, self.step(result, call.start, call.end, "call"), {_MATCHED: receiver})
        regex = made_regex(call)
        if regex is not None:
            return Value(constant=True, literal=regex)
        known = self.folded_call(name, receiver, arguments)
        return None if known is UNKNOWN else Value(constant=True, literal=known)

    def called_back(self, call: Call, element: Value) -> list[Value]:
        """What functions of this file give that are handed over by their names: `names.map(clean)`."""
        found = []
        for argument in call.arguments:
            e = argument.value
            if isinstance(e, Name) and e.name not in self.env and not self.world.is_class(e.name):
                outcome = self.world.outcome_of("", e.name)
                if outcome is not None and not outcome.failed:
                    once = Call(call.start, call.end, e, (Argument(e.start, e.end, e),))
                    found.append(self.applied(outcome, once, CLEAN, [element], None))
        return found

    def is_particular_match(self, name: str, call: Call) -> bool:
        """True for what a regular expression finds that names all that it lets through."""
        if name not in _FINDERS:
            return False
        found = subject_and_pattern(
            name, call.callee.object if isinstance(call.callee, Member) else None, call.arguments
        )
        text = None if found is None else regex_text(found[1], self)
        return text is not None and is_particular(text)

    def folded_call(self, name: str, receiver: Value, arguments: list[Value]) -> Any:
        if receiver.literal is UNKNOWN or any(value.literal is UNKNOWN for value in arguments):
            return UNKNOWN
        return called(name, receiver.literal, [value.literal for value in arguments])


def _is_particular_group(name: str, receiver: Value, arguments: list[Value]) -> bool:
    """True for `matcher.group(1)` where the expression names all that this group lets through."""
    matched = receiver.fields.get(_MATCHED) if name == "group" and receiver.fields else None
    if matched is None or any(each.literal is UNKNOWN for each in arguments):
        return False
    text = group_of(matched.literal, arguments[0].literal if arguments else 0)
    return text is not None and is_particular(text)
