"""The state of interpreting one function, and the entry points of the interpreter that what is below it may call."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from copy import copy
from dataclasses import dataclass, field, fields
from typing import Any, Protocol

from reread.analyzers.dataflow.domain.environment import Environment
from reread.analyzers.dataflow.domain.facets import Path
from reread.analyzers.dataflow.domain.file_context import (
    DeclarationLookup,
    FileContext,
    FunctionLookup,
    InterpreterOptions,
    VariableLookup,
)
from reread.analyzers.dataflow.domain.function_summary import FunctionSummary, StepLimitExceeded, TaintFlow
from reread.analyzers.dataflow.domain.language import Semantics
from reread.analyzers.dataflow.domain.taint_bits import TaintBits
from reread.analyzers.dataflow.domain.taint_specs import Propagator, Sink, TaintSpecs
from reread.analyzers.dataflow.domain.trace import Step
from reread.analyzers.dataflow.domain.value import CLEAN, ENTRY, NEVER, AbstractValue, Captured, ClosureValue, Symbol
from reread.analyzers.dataflow.ir.nodes import Argument, Assign, Block, Call, Expression, Function, Parameter, Parts

AccessPath = tuple[str, Path | None]
"""A variable and the fields from there; the path is None where a key is not known."""
Range = tuple[int, int]
"""The start and the end of an expression, in bytes from the start of the function."""
MOST_STEPS_OF_CLOSURES = 2_000
"""For all closures that one function interprets as guards. Libraries in one file have thousands of such calls."""


class Evaluator(Protocol):
    """The entry points of the interpreter for modules below it, which would otherwise import it in a circle.

    `expressions` and `statements` are the transfer functions by the type of the node.
    """

    @property
    def expressions(self) -> Mapping[type, Callable[[State, Any], AbstractValue]]: ...

    @property
    def statements(self) -> Mapping[type, Callable[[State, Any], None]]: ...

    def evaluate(self, state: State, expression: Expression, /) -> AbstractValue:
        """The value of an expression, which is evaluated with all its effects."""

    def execute_block(self, state: State, statements: Block, /) -> None:
        """Runs statements one after the other, until one leaves."""

    def interpret_function(self, state: State, function: Function, /) -> FunctionSummary:
        """Interprets a function from its start, in a state of its own, and summarizes it."""

    def call_closure(
        self,
        state: State,
        closed: ClosureValue,
        values: list[AbstractValue],
        arguments: tuple[Argument, ...],
        written: bool = False,
    ) -> AbstractValue:
        """The result of a closure that is called with these values, interpreted in the current environment."""

    def call_function(
        self,
        state: State,
        e: Expression,
        function: AbstractValue,
        call: Call,
        arguments: tuple[Argument, ...],
        values: list[AbstractValue],
        /,
    ) -> AbstractValue | None:
        """The result of the function that an expression stands for; None where it is not known."""

    def apply_summary(
        self,
        state: State,
        summary: FunctionSummary,
        call: Call,
        receiver: AbstractValue,
        arguments: list[AbstractValue],
        instance: Expression | None,
        /,
    ) -> AbstractValue:
        """The result of a call by the summary of its function, whose effects are applied."""

    def substitute(
        self, state: State, value: AbstractValue, given: list[AbstractValue], call: Call, /
    ) -> AbstractValue:
        """A value of a summary with what a call has in the place of each symbol."""

    def assign_inside(self, state: State, target: Expression, value: AbstractValue, /) -> None:
        """Assigns to a field or an element."""

    def sanitized_by(self, state: State, condition: Expression, holds: bool = True, /) -> dict[tuple[str, Path], int]:
        """The taint that variables and fields do not have where a condition holds, or where it does not."""


class CallHook(Protocol):
    """What a call of a name gives, by its object and its arguments; None where that is unknown."""

    def __call__(
        self, state: State, name: str, call: Call, receiver: AbstractValue, arguments: list[AbstractValue], /
    ) -> AbstractValue | None: ...


class ElementsHook(Protocol):
    """What a method hands to a function that it is given, one value for each parameter.

    `elements` is what would be passed on by the receiver and the arguments alone.
    """

    def __call__(
        self,
        state: State,
        name: str,
        call: Call,
        receiver: AbstractValue,
        arguments: list[AbstractValue],
        elements: list[AbstractValue],
        /,
    ) -> list[AbstractValue]: ...


class LoopHook(Protocol):
    """What a loop assigns to its target, by what it iterates over and its element."""

    def __call__(
        self, state: State, value: AbstractValue, iterable: Expression, target: Expression, element: AbstractValue, /
    ) -> AbstractValue: ...


def _unknown(
    state: State, name: str, call: Call, receiver: AbstractValue, arguments: list[AbstractValue], /
) -> AbstractValue | None:
    return None


def _same_elements(
    state: State,
    name: str,
    call: Call,
    receiver: AbstractValue,
    arguments: list[AbstractValue],
    elements: list[AbstractValue],
    /,
) -> list[AbstractValue]:
    return elements


def _same_element(
    state: State, value: AbstractValue, iterable: Expression, target: Expression, element: AbstractValue, /
) -> AbstractValue:
    return element


@dataclass(frozen=True, slots=True)
class Hooks:
    """What is computed for one language alone, at certain steps of the interpreter.

    Calls: `library_call` knows functions of the library; `keeps_given` those that keep what they are given, whatever
    the file has under these names; `passes_on` calls what is passed on by a call; `elements` is what a method hands to
    a function; `makes_own_class` says whether a callee stands for the class of the method that it is in, and
    `own_object` is the object of that method where a callee gives it; `reinterpreted` is a function that those who
    call it interpret once more, with the functions that they give it.

    Values: `parameter_given` is what a framework leaves of what it gives a parameter; `shown` is what an object is as a
    text, by methods that are asked first; `sliced` a part of a list whose positions are known; `loop_element` what a
    loop assigns; `assigned_value` what an assignment gives, and `is_copied` whether that is a copy; `yielded` what a
    loop finds for what a generator yields, and `yield_order` says which `yield` of a function comes when. `after_write`
    runs after each assignment, `after_assignment` after one of a call.

    Guards: `fits` is what a call that is true (or not) sanitizes, beside checks that all languages have;
    `parsed_before` what a parser was given whose error an expression is.
    """

    library_call: CallHook = _unknown
    keeps_given: CallHook = _unknown
    passes_on: CallHook = _unknown
    elements: ElementsHook = _same_elements
    makes_own_class: Callable[[State, Expression], bool] = lambda state, callee: False
    own_object: Callable[[State, Expression], AbstractValue | None] = lambda state, callee: None
    reinterpreted: Callable[[State, Function], Captured | None] = lambda state, function: None
    parameter_given: Callable[[State, Parameter, AbstractValue], AbstractValue] = lambda state, parameter, value: value
    shown: Callable[[State, Expression, AbstractValue, tuple[str, ...]], AbstractValue] = (
        lambda state, e, value, methods: value
    )
    sliced: Callable[[State, AbstractValue, Parts], AbstractValue | None] = lambda state, value, key: None
    loop_element: LoopHook = _same_element
    assigned_value: Callable[[State, Assign, AbstractValue], AbstractValue] = lambda state, statement, value: value
    is_copied: Callable[[State, Expression, str], bool] = lambda state, e, type_: False
    yielded: Callable[[State, AbstractValue], AbstractValue] = lambda state, value: value
    yield_order: Callable[[Function], Mapping[Range, int]] = lambda function: {}
    after_write: Callable[[State, Assign, AbstractValue], None] = lambda state, statement, value: None
    after_assignment: Callable[[State, Expression, Call], None] = lambda state, target, call: None
    fits: Callable[[State, Call, bool], dict[tuple[str, Path], int]] = lambda state, call, holds: {}
    parsed_before: Callable[[State, Expression], Expression | None] = lambda state, error: None


NO_HOOKS = Hooks()


@dataclass(slots=True, eq=False)
class Memory:
    """What is known of variables besides their values. `memory/` and the assignments write it.

    `mutated` are fields that were assigned to, and whether surely; `classes` the variables of classes as they are
    declared; `counters` the variables that loops count with.
    """

    symbols: list[Symbol] = field(default_factory=lambda: [ENTRY])
    symbol_values: dict[Symbol, AbstractValue] = field(default_factory=dict)
    aliases: dict[str, set[str]] = field(default_factory=dict)
    copied_structs: set[str] = field(default_factory=set)
    wrapped_paths: dict[str, AccessPath] = field(default_factory=dict)
    write_only: dict[str, bool] = field(default_factory=dict)
    mutated: dict[tuple[str, Path], bool] = field(default_factory=dict)
    receiver_paths: dict[Range, AccessPath] = field(default_factory=dict)
    classes: Environment = field(default_factory=dict)
    counters: list[str] = field(default_factory=list)
    encoder_environments: dict[Range, Environment] = field(default_factory=dict)
    names_in: dict[int, frozenset[str]] = field(default_factory=dict)
    made: dict[str, Range] = field(default_factory=dict)


@dataclass(slots=True, eq=False)
class Frame:
    """How paths leave the function or closure at hand. Statements and loops write it; each closure has its own."""

    exits: list[Environment] = field(default_factory=list)
    loops: list[tuple[list[Environment], list[Environment]]] = field(default_factory=list)
    try_environments: list[list[Environment]] = field(default_factory=list)
    returned: AbstractValue = NEVER
    yield_order: Mapping[Range, int] = field(default_factory=dict)


@dataclass(slots=True, eq=False)
class TaintInForce:
    """Taint specifications that hold for the code at hand. Evaluation writes it.

    `taint`, `trace` and `sanitized` are those of the ranges around the code, `control` that of the conditions.
    """

    taint: int = 0
    trace: Step | None = None
    sanitized: int = 0
    control: AbstractValue = CLEAN
    open_sinks: list[Sink] = field(default_factory=list)
    metavariable_taint: dict[Range, int] = field(default_factory=dict)
    pending: dict[Propagator, AbstractValue] = field(default_factory=dict)
    waiting: dict[Propagator, Expression] = field(default_factory=dict)


@dataclass(slots=True, eq=False)
class Recorded:
    """What was recorded so far, of which the summary is made. Nothing here is read to evaluate code,
    but what was thrown and yielded, and the taint of calls.
    """

    flows: dict[tuple[int, int, int, int, Any], TaintFlow] = field(default_factory=dict)
    symbolic_flows: dict[tuple[int, int, int, int, Any], TaintFlow] = field(default_factory=dict)
    higher_order_calls: list[tuple[int, tuple[AbstractValue, ...]]] = field(default_factory=list)
    own_method_calls: set[tuple[int, int, bool]] = field(default_factory=set)
    numeric_arguments: set[Range] = field(default_factory=set)
    local_arguments: set[Range] = field(default_factory=set)
    sanitized_if_true: dict[tuple[int, Path], int] | None = None
    sanitized_if_false: dict[tuple[int, Path], int] | None = None
    thrown: AbstractValue = CLEAN
    yields: list[list[list[AbstractValue]]] = field(default_factory=list)
    call_taint: dict[int, tuple[int, ...]] = field(default_factory=dict)


@dataclass(slots=True, eq=False)
class Closures:
    """The closures that are being interpreted, and those that nothing has called yet. Calls of closures write it.

    `names` are the variables that the innermost has from another function; `object_after` and `changed_arguments` what
    the last one has made of its object and its arguments.
    """

    stack: list[Function] = field(default_factory=list)
    uncalled: dict[int, tuple[Function, Environment]] = field(default_factory=dict)
    names: frozenset[str] = frozenset()
    captured_calls: int = 0
    changed_arguments: dict[int, AbstractValue] = field(default_factory=dict)
    object_after: AbstractValue | None = None
    guard_depth: int = 0
    guard_steps: int = MOST_STEPS_OF_CLOSURES


@dataclass(slots=True, eq=False)
class State:
    """The state of interpreting one function: what it is interpreted with, the variables as they are at the code at
    hand, and a part for each of those that write more than that.

    `placement` is what the places of the function belong to, `owner` the class that it is a method of, "" for none.
    """

    evaluator: Evaluator
    placement: object
    specs: TaintSpecs
    context: FileContext
    owner: str
    hooks: Hooks = NO_HOOKS

    # The parts of the context, and the bits that its options have.
    options: InterpreterOptions = field(init=False)
    functions: FunctionLookup = field(init=False)
    declarations: DeclarationLookup = field(init=False)
    variables: VariableLookup = field(init=False)
    semantics: Semantics = field(init=False)
    taint_bits: TaintBits = field(init=False)

    # The function itself.
    local_names: frozenset[str] = frozenset()
    is_module: bool = False
    at_exit: bool = False
    has_reducer: bool = False

    # The variables, those of them that are parameters, and whether the code at hand is reached.
    env: Environment = field(default_factory=dict)
    parameters: dict[str, int] = field(default_factory=dict)
    is_reachable: bool = True

    memory: Memory = field(default_factory=Memory)
    frame: Frame = field(default_factory=Frame)
    in_force: TaintInForce = field(default_factory=TaintInForce)
    recorded: Recorded = field(default_factory=Recorded)
    closures: Closures = field(default_factory=Closures)
    middleware_request: AbstractValue | None = None
    resolved_call: Range | None = None
    steps: int = 0

    def __post_init__(self) -> None:
        self.options, self.functions, self.declarations, self.variables, self.semantics = self.context
        self.taint_bits = self.options.taint_bits

    def copied(self) -> State:
        """A state to go back to; what its parts hold is shared."""
        other = copy(self)
        other.memory, other.frame, other.in_force = copy(self.memory), copy(self.frame), copy(self.in_force)
        other.recorded, other.closures = copy(self.recorded), copy(self.closures)
        return other

    def go_back(self, before: State) -> None:
        """Makes the state what it was, but for the steps that were taken."""
        taken = self.steps
        for each in fields(self):
            setattr(self, each.name, getattr(before, each.name))
        self.steps = taken

    def count_step(self, steps: int = 1) -> None:
        self.steps += steps
        if self.steps > self.options.most_steps:
            raise StepLimitExceeded
