"""Follows all values through one function once, for all rules together: statements, branches and loops."""

from __future__ import annotations

import re

from reread.analyzers.dataflow.domain.environment import (
    Environment,
    GaveUp,
    Outcome,
    World,
    joined_environments,
    same_environments,
)
from reread.analyzers.dataflow.domain.taint_specs import Marks
from reread.analyzers.dataflow.domain.value import CLEAN, CONSTANT, Value, joined
from reread.analyzers.dataflow.interpreter.assignments import Assignments
from reread.analyzers.dataflow.interpreter.function_values import in_turn
from reread.analyzers.dataflow.interpreter.generators import NONE, yields_in_turn
from reread.analyzers.dataflow.interpreter.loop_entry import is_entered
from reread.analyzers.dataflow.interpreter.summary import summary_of
from reread.analyzers.dataflow.ir.nodes import (
    THROWN,
    Assign,
    Block,
    Call,
    Define,
    Evaluate,
    Expression,
    Function,
    If,
    Leave,
    Literal,
    Loop,
    Member,
    Name,
    Statement,
    Try,
)
from reread.analyzers.dataflow.ir.scopes import own_names
from reread.analyzers.dataflow.languages.go.iterators import elements
from reread.analyzers.dataflow.languages.go.library import gone_through
from reread.analyzers.dataflow.languages.python.library import parsed
from reread.analyzers.dataflow.sanitizers.closure_guards import outcome_of_closure
from reread.analyzers.dataflow.sanitizers.conditions import vouched
from reread.analyzers.dataflow.sanitizers.correlated_guards import note_implied
from reread.analyzers.dataflow.sanitizers.guard_invalidation import forget
from reread.analyzers.dataflow.sanitizers.guard_subjects import Places, is_untainted
from reread.analyzers.dataflow.sanitizers.loop_guards import before_turn, goes_through, left_of

_MOST_ROUNDS = 4
_CHECKS = re.compile(
    r"_*(?:[Vv]alidate|[Ee]nsure|[Aa]ssert|[Cc]heck|[Vv]erify|[Rr]equire|[Rr]efuse|[Rr]eject)(?![a-z])"
)


class Run(Assignments):
    """One function being followed."""

    def outcome(self, function: Function) -> Outcome:
        """Follows the function from its start."""
        try:
            self.enter(function)
            self.at_exit = True
            self.block(function.body)
            self.leave_function()
            return summary_of(self, function)
        except (GaveUp, RecursionError):
            return Outcome(failed=True)

    def enter(self, function: Function) -> None:
        self.own = own_names(function, self.world.semantics.only_types_declare)
        self.is_module = not function.name
        self.turns = yields_in_turn(function) if self.world.semantics.counts_yields else NONE
        if function.owner and not self.receiver_is_first(function):
            for name in ("this", "self"):
                self.env[name] = self.parameter_value(-1, function.owner)
        first = self.receiver_is_first(function)
        for number, parameter in enumerate(function.parameters):
            index = number - 1 if first else number
            value = self.parameter_value(index, function.owner if first and number == 0 else "")
            self.receive(parameter, value, index, (0, function.end - function.start))
            self.roots[parameter.name] = index
        if function.owner and not first:
            self.roots["this"] = self.roots["self"] = -1

    def leave_function(self) -> None:
        """What runs last: functions defined inside that nothing has called."""
        if self.live:
            self.exits.append(self.env)
            self.note_nothing()
        for exit_ in self.exits:
            self.env = joined_environments(self.env, exit_) if exit_ is not self.env else self.env
        self.live = True
        self.follow_uncalled()

    def block(self, statements: Block) -> None:
        last = statements[-1] if statements else None
        outer, self.at_exit = self.at_exit, False
        for statement in statements:
            if not self.live:
                break
            is_exit = statement is last and outer
            self.at_exit = is_exit or (isinstance(statement, Leave) and statement.kind == "return")
            self.statement(statement)
            for watch in self.watches:
                watch.append(self.env.copy())
        self.at_exit = outer

    def statement(self, statement: Statement) -> None:
        self.tick()
        inside, clean = self.inside, self.clean
        if self.marks.ranges:
            self.enter_ranges(statement)
        kind = type(statement)
        if kind is Assign:
            self.assign(statement)  # type: ignore[arg-type]
        elif kind is Evaluate:
            self.value(statement.value)  # type: ignore[union-attr, arg-type]
            if self.world.semantics.parsers_raise and self.world.guards:
                parsed(statement.value, self)  # type: ignore[union-attr, arg-type]
            if self.world.trusts_names:
                self.trust(statement.value)  # type: ignore[union-attr, arg-type]
        elif kind is If:
            self.branch(statement)  # type: ignore[arg-type]
        elif kind is Loop:
            self.loop(statement)  # type: ignore[arg-type]
        elif kind is Leave:
            self.leave(statement)  # type: ignore[arg-type]
        elif kind is Try:
            self.attempt(statement)  # type: ignore[arg-type]
        elif kind is Define:
            self.define(statement)  # type: ignore[arg-type]
        self.inside, self.clean = inside, clean

    def trust(self, e: Expression) -> None:
        """After `validate_path(x)`, by its name, `x` is fine: else it would not have come back."""
        callee = e.callee if isinstance(e, Call) else None
        if isinstance(e, Call) and isinstance(callee, (Name, Member)) and _CHECKS.match(callee.name):
            for argument in e.arguments:
                place = self.place_of(argument.value)
                if place is not None and place[1] is not None:
                    self.vouch(place[0], place[1], self.masks.spread(self.masks.full))

    def branch(self, statement: If) -> None:
        decided = self.decided(self.value(statement.condition))
        if decided is not None and not isinstance(statement.condition, Literal):
            self.block(statement.then if decided else statement.other)
            return
        before = self.env
        self.env = before.copy()
        self.assume(statement.condition, True)
        self.block(statement.then)
        then, then_live = self.env, self.live
        self.env, self.live = before, True
        self.assume(statement.condition, False)
        self.block(statement.other)
        self.merge(then, then_live)

    def merge(self, env: Environment, live: bool) -> None:
        """Goes on from here or from another end."""
        if live and self.live:
            self.env = self.after_both(self.env, env)
        elif live:
            self.env, self.live = env, True

    def after_both(self, one: Environment, other: Environment) -> Environment:
        """The variables after either of two ways, with what some of them tell of the way that was taken."""
        after = joined_environments(one, other)
        if one is not other and self.world.guards:
            note_implied(one, other, after, self.masks)
        return after

    def assume(self, condition: Expression, holds: bool) -> None:
        """Cleans what is known to be harmless where a condition holds, or where it does not."""
        constant = condition.value if isinstance(condition, Literal) else None
        if isinstance(constant, bool) and constant is not holds:
            self.live = False
            return
        if self.world.guards or self.marks.guards:
            for (root, path), bits in vouched(condition, holds, self).items():
                self.vouch(root, path, bits)

    def closure_outcome(self, call: Call) -> Outcome | None:
        return outcome_of_closure(call, self)

    def vouched_places(self, e: Expression, holds: bool = True) -> Places:
        return vouched(e, holds, self) if self.world.guards or self.marks.guards else {}

    def is_fit_to_compare(self, e: Expression) -> bool:
        return is_untainted(e, self)

    def loop(self, statement: Loop) -> None:
        value = None
        steps: list[Value] = []
        once = statement.once
        if statement.iterable is not None:
            through = self.value(statement.iterable)
            value = self.iterated(through)
            once = is_entered(statement, through, self)
            steps = in_turn(through) if self.world.semantics.takes_in_turn else []
            if self.world.semantics.has_slices and statement.target is not None and self.world.guards:
                value = gone_through(through, statement.iterable, statement.target, self, value)
                if through.closure is not None:
                    value = elements(through, statement.target, self)
        each = goes_through(statement, self) if self.world.guards or self.marks.guards else None
        lost = 0
        if each is not None:
            self.counters.append(each.counter)
        breaks: list[Environment] = []
        continues: list[Environment] = []
        self.loops.append((breaks, continues))
        entry = self.env
        if statement.condition is not None and not statement.once:
            once = self.decided(self.value(statement.condition)) is True
            entry = self.env
        for turn in range(len(steps) or _MOST_ROUNDS):
            self.env = entry.copy()
            self.live = True
            if statement.target is not None and value is not None:
                element = steps[turn] if steps else value
                if steps and self.world.semantics.has_slices and statement.iterable is not None:
                    element = gone_through(through, statement.iterable, statement.target, self, element)
                self.assign_to(statement.target, element, statement.target.start, statement.target.end)
                forget(statement.target, None, self)
            elif statement.condition is not None and not statement.once:
                self.assume(statement.condition, True)
            before = 0 if each is None else before_turn(each, self)
            self.block(statement.body)
            for env in continues:
                self.merge(env, True)
            continues.clear()
            if each is not None:
                lost = left_of(each, before, self) if self.live else 0
            if self.live and statement.condition is not None:
                self.value(statement.condition)
            if steps and self.live:
                entry = self.env
                continue
            if not self.live or same_environments(after := self.after_both(entry, self.env), entry):
                break
            entry = after
        ended = self.live
        self.loops.pop()
        if once and ended:
            entry = self.env
        self.env, self.live = entry.copy(), ended if once else True
        if each is not None:
            self.counters.pop()
            if lost:
                self.vouch(*each.place, lost)
        if self.live and statement.condition is not None:
            self.assume(statement.condition, False)
        if self.live:
            self.block(statement.other)
        for env in breaks:
            self.merge(env, True)

    def leave(self, statement: Leave) -> None:
        if self.reduces and statement.kind == "return" and not self.calling:
            # What is shown is shown again after each event.
            self.follow_uncalled()
        if statement.value is not None:
            value = self.value(statement.value)
            marks = self.marks.at.get((statement.start, statement.end))
            if marks and marks[2] and (statement.value.start, statement.value.end) != (statement.start, statement.end):
                self.check(marks[2], value)
            if statement.kind == "raise":
                self.thrown = value if self.thrown is CLEAN else joined(self.thrown, value)
            if statement.kind == "return":
                self.give_back(self.of_types(value, statement.types) if statement.types else value)
                if not self.calling:
                    self.note_vouched(statement.value, value)
        if statement.kind == "return":
            self.exits.append(self.env)
        elif statement.kind in ("break", "continue") and self.loops:
            self.loops[-1][statement.kind == "continue"].append(self.env.copy())
        self.live = False

    def of_types(self, value: Value, types: tuple[str, ...]) -> Value:
        """What is given back, without the taint that results of these types cannot carry."""
        if len(types) == 1:
            return self.declared(types[0], value)
        if not value.fields or value.size != len(types):
            return value
        given = {str(at): self.declared(each, self.read(value, str(at))) for at, each in enumerate(types)}
        return value.replaced(value.mask, value.trace, {**value.fields, **given})

    def attempt(self, statement: Try) -> None:
        watch: list[Environment] = [self.env.copy()]
        self.watches.append(watch)
        around, self.thrown = self.thrown, CLEAN
        before = self.returned
        self.block(statement.body)
        thrown_value, self.thrown = self.thrown, around
        self.watches.pop()
        normal, live = self.env, self.live
        thrown = watch[0]
        for env in watch[1:]:
            thrown = joined_environments(thrown, env)
        everything = joined_environments(thrown, normal)
        ends = [(normal, live)]
        for handler in statement.handlers:
            self.env, self.live = {**thrown, THROWN: thrown_value}, True
            self.block(handler)
            self.env.pop(THROWN, None)
            ends.append((self.env, self.live))
            everything = joined_environments(everything, self.env)
        self.env, self.live = ends[0]
        for env, alive in ends[1:]:
            self.merge(env, alive)
        if not statement.last:
            return
        ending, ended = self.env, self.live
        given, self.returned = self.returned, before
        self.env, self.live = {**everything, THROWN: thrown_value}, True
        self.block(statement.last)
        self.env.pop(THROWN, None)
        if self.live:
            # Else it leaves by itself, whatever was given back before.
            more, self.returned = self.returned, given
            if more is not before:
                self.give_back(more)
        if ended:
            self.env, self.live = ending, True
            self.block(statement.last)
        else:
            self.live = False

    def define(self, statement: Define) -> None:
        if len(statement.functions) == 1 and not statement.body and statement.functions[0].name == statement.name:
            function = statement.functions[0]
            if not function.owner:
                self.forget_shared(function)
                self.env[statement.name] = Value(closure=function)
                self.uncalled[id(function)] = (function, self.env)
                return
        if statement.body or statement.functions:
            # Of functions and methods that are followed by themselves only the name is here.
            self.class_body(statement)
        for function in statement.functions:
            self.uncalled[id(function)] = (function, self.env)

    def class_body(self, statement: Define) -> None:
        """What a class assigns as it is defined are fields: of the class, and of its objects until they change them."""
        before, inner = self.env, self.classes
        self.env, self.classes = dict(before), {}
        self.env.pop("this", None)
        self.block(statement.body)
        after, found = self.env, self.classes
        fields = {name: value for name, value in after.items() if name != "this" and value is not before.get(name)}
        if "this" in after:
            fields.update(after["this"].fields or {})
        if self.world.semantics.class_fields_change:
            # Switches of a class are there for others to turn.
            fields = {name: CONSTANT if isinstance(each.literal, bool) else each for name, each in fields.items()}
        made = Value(fields={name: value for name, value in fields.items() if name not in found} or None)
        self.classes = {**inner, **found, statement.name: made}
        self.env = {**before, **found, statement.name: made}


def follow(function: Function, unit: object, marks: Marks, world: World) -> Outcome:
    """Follows one function. `unit` is what its places belong to."""
    return Run(unit, marks, world, function.owner).outcome(function)
