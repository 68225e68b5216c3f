"""Calls of what this file has: its functions and methods, the constructors of its classes, and its properties."""

from __future__ import annotations

from reread.analyzers.dataflow.declarations.field_validators import validated
from reread.analyzers.dataflow.declarations.structs import each_of
from reread.analyzers.dataflow.domain.class_names import first_of
from reread.analyzers.dataflow.domain.environment import Outcome, joined_environments
from reread.analyzers.dataflow.domain.value import Value
from reread.analyzers.dataflow.interpreter.apply_summary import Summaries
from reread.analyzers.dataflow.ir.nodes import Argument, Call, Expression, Index, Member, Name, Parts, is_handed_over
from reread.analyzers.dataflow.languages.python.objects import named_fields, own_class, shown


class KnownCalls(Summaries):
    """The evaluation of calls of functions that have a summary."""

    def known_call(self, call: Call, receiver: Value, arguments: list[Value]) -> Value | None:
        """The value of a call to a function of this file; None for all others."""
        callee = call.callee
        owner, name, instance = "", "", None
        if own_class(callee, self):
            return self.construct(self.owner, call, arguments)
        if isinstance(callee, Name):
            name = callee.name
            if self.world.is_class(name) or self.is_record(name):
                return self.construct(name, call, arguments)
            if name == "super" and self.world.semantics.gets_object:
                # Its methods are called on the object itself, and nothing is made anew.
                return self.variable("self") if "self" in self.env else None
            if name == "super":
                return self.inherited_call("", call, arguments)
            if name in self.env and not self.may_be_imported() and not self.world.semantics.has_plain_members:
                return None
        elif isinstance(callee, Member):
            name = callee.name
            if _is_super(callee.object):
                return self.inherited_call(name, call, arguments)
            owner = receiver.owner
            instance = callee.object
            if isinstance(callee.object, Name):
                if callee.object.name in ("self", "this", "cls"):
                    owner = owner or self.owner
                elif not owner and self.is_own_class(callee.object.name):
                    owner = callee.object.name
            if not owner and self.world.owner_of is not None:
                owner = self.owner_elsewhere(callee.object)
            if not owner:
                return None
        if not name:
            return None
        if len(owners := each_of(owner)) > 1:
            return self.called_on_each(owners, name, call, receiver, arguments)
        outcome = self.world.outcome_of(owner, name)
        if outcome is None and isinstance(callee, Name) and self.owner and self.world.semantics.has_plain_members:
            owner = self.owner
            outcome = self.world.outcome_of(owner, name)
            receiver, instance = self.variable("this"), Name(0, 0, "this")
        if outcome is None or outcome.failed:
            return None
        if not outcome.names and call.arguments and is_handed_over(call):
            # `Person::getName` is called on what it is given.
            return self.applied(outcome, call._replace(arguments=()), arguments[0], [], call.arguments[0].value)
        return self.applied(outcome, call, receiver, arguments, instance)

    def called_on_each(
        self, owners: list[str], name: str, call: Call, receiver: Value, arguments: list[Value]
    ) -> Value | None:
        """What a method gives of an object that may be of several classes, where all of them are known."""
        outcomes = [self.world.outcome_of(owner, name) for owner in owners]
        known = [outcome for outcome in outcomes if outcome is not None and not outcome.failed]
        if len(known) < len(owners) or not isinstance(call.callee, Member):
            return None
        before, ends = self.env, []
        results = []
        for outcome in known:
            self.env = before.copy()
            results.append(self.applied(outcome, call, receiver, arguments, call.callee.object))
            ends.append(self.env)
        self.env = ends[0]
        for env in ends[1:]:
            self.env = joined_environments(self.env, env)
        return self.union(results)

    def is_own_class(self, name: str) -> bool:
        """True for a name that stands for a class of the file, and for no variable."""
        known = self.env.get(name)
        # One of the module that has been given a field here is still that class.
        is_same = known is None or known is self.classes.get(name) or not (self.is_module or name in self.own)
        return is_same and self.world.is_class(name)

    def inherited_call(self, name: str, call: Call, arguments: list[Value]) -> Value | None:
        """`super.f(...)`, `super().f(...)` of a class that builds on one of this file; "" for `super(...)`."""
        bases = self.world.bases_of(self.owner) if self.owner else ()
        if not bases:
            return None
        outcome = self.world.outcome_of(bases[0], name) if name else self.constructor_of(bases[0])
        if outcome is None or outcome.failed:
            return None
        this = self.world.semantics.object_name
        return self.applied(outcome, call, self.variable(this), arguments, Name(call.start, call.end, this))

    def validated(self, e: Expression, owner: str, field: str, found: Value) -> Value:
        return validated(e, owner, field, found, self) if found.mask and self.world.semantics.checks_forms else found

    def property(self, e: Member, value: Value) -> Value | None:
        outcome = self.world.outcome_of(first_of(value.owner), e.name)
        if outcome is None or outcome.failed or not outcome.is_getter:
            return None
        return self.applied(outcome, Call(e.start, e.end, e, ()), value, [], e.object)

    def set_property(self, target: Member, inside: Value, value: Value) -> bool:
        if isinstance(target.object, Name) and target.object.name in ("self", "this"):
            return False
        outcome = self.world.outcome_of(first_of(inside.owner), f"{target.name}=")
        if outcome is None or outcome.failed:
            return False
        given = Argument(target.start, target.end, Parts(target.start, target.end, ()))
        self.applied(outcome, Call(target.start, target.end, target, (given,)), inside, [value], target.object)
        return True

    def item(self, e: Index, inside: Value, key: Value) -> Value | None:
        """What an object of a class of this file gives for a key, where it says so itself."""
        outcome = self.world.outcome_of(first_of(inside.owner), "__getitem__")
        if outcome is None or outcome.failed:
            return None
        given = Argument(e.key.start, e.key.end, e.key)
        return self.applied(outcome, Call(e.start, e.end, e, (given,)), inside, [key], e.object)

    def construct(self, name: str, call: Call, arguments: list[Value]) -> Value:
        """A new object of a class of this file."""
        outcome = self.constructor_of(name)
        names = self.record_names(name, call) if outcome is None else ()
        is_special = self.world.semantics.has_special_methods
        made = Value(owner=name)
        if names:
            # A record: of a data class, of a table
            made = Value(fields=dict(zip(names, arguments, strict=True)), owner=name)
            if is_special and not set(names) <= set(self.world.record(name) or ()):
                # What a base does with them is not known: a form has its values elsewhere.
                taint = self.union(arguments)
                made = made.replaced(taint.mask, taint.trace, made.fields)
            outcome = self.world.outcome_of(name, "__post_init__") if is_special else None
            if outcome is None or outcome.failed:
                return made
            call, arguments = call._replace(arguments=()), []
        if outcome is None or outcome.failed:
            taint = self.union(arguments)
            fields = named_fields(call, arguments) if is_special and self.world.guards else None
            return Value(taint.mask, taint.trace, fields or None, owner=name)
        temporary = "\0new"
        before = self.env.get(temporary)
        self.env[temporary] = made
        self.applied(outcome, call, made, arguments, Name(call.start, call.end, temporary))
        made = self.env.pop(temporary)
        if before is not None:
            self.env[temporary] = before
        return Value(made.mask, made.trace, made.fields, owner=name)

    def shown(self, e: Expression, value: Value) -> Value:
        if not value.owner or not self.world.semantics.has_special_methods or not self.world.guards:
            return value
        return shown(e, value, self, ("__format__",))

    def is_record(self, name: str) -> bool:
        """Whether a name stands for a class of this file that has no methods."""
        return name.lstrip("_")[:1].isupper() and self.world.record(name) is not None

    def record_names(self, name: str, call: Call) -> tuple[str, ...]:
        """The fields that the arguments of the constructor are for; none where that is not known of all of them."""
        names = [each.name for each in call.arguments]
        if any(each.spread for each in call.arguments):
            return ()
        if not all(names):
            declared = self.world.record(name) or ()
            names = [known or field for known, field in zip(names, (*declared, *names), strict=False)]
        return tuple(names) if all(names) else ()

    def constructor_of(self, name: str) -> Outcome | None:
        return (
            self.world.outcome_of(name, "__init__")
            or self.world.outcome_of(name, "constructor")
            or self.world.outcome_of(name, name)
        )


def _is_super(e: Expression) -> bool:
    return (isinstance(e, Call) and isinstance(e.callee, Name) and e.callee.name == "super" and not e.arguments) or (
        isinstance(e, Name) and e.name == "super"
    )
