"""Calls: of closures, of functions with a summary, and of all others, of which their names say something."""

from __future__ import annotations

from reread.analyzers.constants.folding import UNKNOWN
from reread.analyzers.dataflow.declarations.structs import each_of
from reread.analyzers.dataflow.domain.closure import Closed
from reread.analyzers.dataflow.domain.value import CLEAN, CONSTANT, Value, without
from reread.analyzers.dataflow.interpreter import function_values
from reread.analyzers.dataflow.interpreter.higher_order_calls import called_with
from reread.analyzers.dataflow.interpreter.library_calls import UnknownCalls
from reread.analyzers.dataflow.interpreter.partial_application import completed, note_given
from reread.analyzers.dataflow.ir.nodes import Argument, Call, Expression, Index, Literal, Member, Name, Parts, Text
from reread.analyzers.dataflow.languages.go import library
from reread.analyzers.dataflow.languages.go.iterators import YIELD
from reread.analyzers.dataflow.languages.java.naming import calls_lambda, is_answer, is_question, may_call_lambda
from reread.analyzers.dataflow.languages.javascript.middleware import note_passed

_MOST_OF_TABLE = 8


class Calls(UnknownCalls):
    """The evaluation of calls."""

    def call(self, call: Call) -> Value:
        call = completed(call, self)
        callee = call.callee
        receiver = CLEAN
        if isinstance(callee, Member):
            receiver = self.value(callee.object)
            self.marks_on_callee(callee)
            function = self.read(receiver, callee.name) if receiver.fields else CLEAN
        else:
            function = self.value(callee)
        is_own = self.world.guards and self.stays_inside(call, receiver)
        if is_own:
            # A method that only has the name of one that does more.
            self.kept_inside.update((each.start, each.end) for each in call.arguments)
        if receiver.owner and self.masks.own_methods and self.world.semantics.has_structs:
            self.note_own(call, receiver.owner)
        arguments = self.arguments(call)
        note_given(call, arguments, self)
        if not is_own:
            self.check_call(call, arguments, receiver if isinstance(callee, Member) else function)
        if self.steps and self.marks.loose_sinks:
            self.check_loose(call, arguments)
        means = self.world.semantics
        if means.has_anonymous_classes and receiver.closure is not None:
            target = receiver if calls_lambda(callee) else function
        else:
            is_lambda = means.has_anonymous_classes and receiver.symbol is not None and self.may_be_lambda(call)
            target = receiver if is_lambda else function
        if (function.owner or isinstance(callee, Index)) and means.keeps_tables:
            result = function_values.called(function, call, arguments, self)
            if result is not None:
                self.followed = (call.start, call.end)
                return result
        if target.owner == YIELD and self.yields:
            self.yields[-1].append(arguments)
            return CLEAN
        if target.closure is not None:
            if isinstance(callee, Index) and len(table := self.table_of(callee)) > 1:
                results = [self.call_closure(each, arguments, call.arguments) for each in table]
                return self.union(results)
            if (parts := tagged(call)) is not None:
                arguments = [CONSTANT, *(self.value(part) for part in parts)]
                call = call._replace(arguments=tuple(Argument(e.start, e.end, e) for e in (callee, *parts)))
            result = self.call_closure(target.closure, arguments, call.arguments, written=self.world.guards)
            if self.left_in:
                self.write_back(call)
            self.followed = (call.start, call.end)
            return result
        handed = self.hand(target, arguments)
        if handed >= 0 and means.has_middleware:
            note_passed(target, call, arguments, self)
        if self.world.mutators:
            name = callee.name if isinstance(callee, (Name, Member)) else ""
            kept = means.keeps_given(name, call, receiver, arguments, self)
            if kept is not None:
                return kept
        if self.world.guards and (parts := tagged(call)) is not None and self.outcome_for(call) is not None:
            arguments = [CONSTANT, *(self.value(part) for part in parts)]
            call = call._replace(arguments=tuple(Argument(e.start, e.end, e) for e in (callee, *parts)))
        known = self.known_call(call, receiver, arguments)
        result = self.unknown_call(call, receiver, function, arguments) if known is None else known
        if known is not None:
            self.followed = (call.start, call.end)
            if means.has_getters and result.mask and receiver.fields and is_answer(call):
                # A check of what this gave has left what it vouches for.
                result = without(result, self.lacking(call))
        if handed >= 0 and known is None:
            result = self.result_of_handed(target, handed, result)
        return self.as_declared(call, result) if self.masks.safe_numbers and result.mask else result

    def may_be_lambda(self, call: Call) -> bool:
        """True for a method that is called on a parameter, where that may be a lambda."""
        callee = call.callee
        return may_call_lambda(call) or (isinstance(callee, Member) and self.world.is_functional(callee.name))

    def stays_inside(self, call: Call, receiver: Value) -> bool:
        """True for a call of a function or method of this file that starts nothing and asks nobody."""
        callee = call.callee
        if not self.world.semantics.notes_inside or not isinstance(callee, (Name, Member)):
            return False
        owner = receiver.owner if isinstance(callee, Member) else ""
        if isinstance(callee, Member) and not owner:
            return False
        if not owner and callee.name in self.env:
            return False
        outcome = self.world.outcome_of(owner, callee.name)
        return outcome is not None and outcome.stays_inside and not outcome.failed and not outcome.elsewhere

    def note_own(self, call: Call, owner: str) -> None:
        """Remembers the places of a call of a method that this file has: a sink there means another one of its name."""
        name = call.callee.name if isinstance(call.callee, Member) else ""
        outcomes = [self.world.outcome_of(each, name) for each in each_of(owner)] if name else [None]
        if all(each is not None and not each.failed and not each.elsewhere for each in outcomes):
            self.own_calls.add((call.start, call.end, False))
            self.own_calls.update((each.value.start, each.value.end, True) for each in call.arguments)

    def table_of(self, callee: Index) -> list[Closed]:
        """The functions of a table, any of which may be called: `steps[name](x)`."""
        if self.peek(callee.key).literal is not UNKNOWN or isinstance(callee.key, Literal):
            return []
        fields = self.peek(callee.object).fields or {}
        return [each.closure for each in fields.values() if each.closure is not None][:_MOST_OF_TABLE]

    def arguments(self, call: Call) -> list[Value]:
        """The values of the arguments; of those that Go writes with a verb such as `%d` only numbers are left."""
        plain = library.written_as_numbers(call) if self.world.semantics.formats_numbers and self.world.guards else ()
        if not plain:
            return [self.argument(each) for each in call.arguments]
        # Before a sink looks at one, but not inside of it.
        self.textless.update((each.start, each.end) for at, each in enumerate(call.arguments) if at in plain)
        values = [self.argument(each) for each in call.arguments]
        return [without(each, self.masks.safe_numbers) if at in plain else each for at, each in enumerate(values)]

    def as_declared(self, call: Call, result: Value) -> Value:
        """The result without the taint that a number cannot carry, where the file says that this gives one.

        Of the objects of other methods than plain getters the class is not known, so they may be others of that name.
        """
        callee = call.callee
        if isinstance(callee, (Name, Member)) and (isinstance(callee, Name) or not call.arguments):
            if self.world.semantics.has_getters and is_question(callee.name) and not call.arguments:
                return without(result, self.masks.safe_booleans)
            return self.number(callee.name, result)
        return result

    def marks_on_callee(self, callee: Member) -> None:
        """The callee is no value of its own, but a rule may speak about it."""
        if (callee.start, callee.end) in self.marks.at:
            self.value(callee)

    def argument(self, argument: Argument) -> Value:
        inside, clean, trace = self.inside, self.clean, self.inside_trace
        for mark in self.marks.ranges:
            if mark.loose and mark.start <= argument.start and argument.end <= mark.end:
                self.enter_range(mark)
        if argument.value.start != argument.start or argument.value.end != argument.end:
            marks = self.marks.at.get((argument.start, argument.end))
            value = self.value(argument.value) if marks is None else self.marked_value(argument.value, *marks)
        else:
            value = self.value(argument.value)
        self.inside, self.clean, self.inside_trace = inside, clean, trace
        return value

    def check_call(self, call: Call, arguments: list[Value], receiver: Value) -> None:
        """A sink that is a call is reached by its arguments and by its object."""
        marks = self.marks.at.get((call.start, call.end))
        if not marks or not marks[2]:
            return
        sinks = [sink for sink in marks[2] if not sink.focused]
        if sinks:
            closures = [self.union([value]) for value in arguments]
            self.check(sinks, self.union([receiver, *closures]))

    def check_loose(self, call: Call, arguments: list[Value]) -> None:
        for sink in self.marks.loose_sinks:
            if call.start <= sink.start and sink.end <= call.end:
                for argument, value in zip(call.arguments, arguments, strict=True):
                    if sink.start <= argument.start and argument.end <= sink.end:
                        self.check([sink], value)

    def called_with(self, e: Expression, function: Value, call: Call, values: list[Value]) -> Value | None:
        given = tuple(Argument(e.start, e.end, Parts(e.start, e.end, ())) for _ in values)
        return called_with(e, function, call, given, values, self)


def tagged(call: Call) -> list[Expression] | None:
    """The values that a tag gets beside the texts: of ``tag`a${b}` ``. None for all other calls."""
    text = call.arguments[0].value if len(call.arguments) == 1 else None
    if not isinstance(text, Text) or text.start != call.callee.end:
        return None
    return [part for part in text.parts if not isinstance(part, Literal)]
