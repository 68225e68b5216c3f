"""The state of interpreting one function, and the entry points of the interpreter that what is below it may call."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from reread.analyzers.dataflow.domain.environment import Environment, GaveUp, Hit, Outcome, World
from reread.analyzers.dataflow.domain.masks import Masks
from reread.analyzers.dataflow.domain.taint_specs import Marks, Propagator, Sink
from reread.analyzers.dataflow.domain.trace import Step
from reread.analyzers.dataflow.domain.value import CLEAN, ENTRY, NEVER, Closed, Path, Symbol, Value
from reread.analyzers.dataflow.ir.nodes import Argument, Block, Call, Expression, Function

Place = tuple[str, Path | None]
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
    def expressions(self) -> Mapping[type, Callable[[State, Any], Value]]: ...

    @property
    def statements(self) -> Mapping[type, Callable[[State, Any], None]]: ...

    def evaluate(self, state: State, expression: Expression, /) -> Value:
        """The value of an expression, which is evaluated with all its effects."""

    def execute_block(self, state: State, statements: Block, /) -> None:
        """Runs statements one after the other, until one leaves."""

    def interpret_function(self, state: State, function: Function, /) -> Outcome:
        """Interprets a function from its start, in a state of its own, and summarizes it."""

    def call_closure(
        self,
        state: State,
        closed: Closed,
        values: list[Value],
        arguments: tuple[Argument, ...],
        written: bool = False,
    ) -> Value:
        """The result of a closure that is called with these values, interpreted in the current environment."""

    def call_function(
        self,
        state: State,
        e: Expression,
        function: Value,
        call: Call,
        arguments: tuple[Argument, ...],
        values: list[Value],
        /,
    ) -> Value | None:
        """The result of the function that an expression stands for; None where it is not known."""

    def apply_summary(
        self,
        state: State,
        outcome: Outcome,
        call: Call,
        receiver: Value,
        arguments: list[Value],
        instance: Expression | None,
        /,
    ) -> Value:
        """The result of a call by the summary of its function, whose effects are applied."""

    def substitute(self, state: State, value: Value, given: list[Value], call: Call, /) -> Value:
        """A value of a summary with what a call has in the place of each symbol."""

    def assign_inside(self, state: State, target: Expression, value: Value, /) -> None:
        """Assigns to a field or an element."""

    def sanitized_by(self, state: State, condition: Expression, holds: bool = True, /) -> dict[tuple[str, Path], int]:
        """The taint that variables and fields do not have where a condition holds, or where it does not."""


@dataclass(slots=True, eq=False)
class State:
    """The state of interpreting one function: what it is interpreted with, its memory, and what was found so far.

    `unit` is what the places of the function belong to, `owner` the class that it is a method of, "" for none.
    """

    evaluator: Evaluator
    unit: object
    marks: Marks
    world: World
    owner: str
    masks: Masks = field(init=False)

    # The function itself.
    own: frozenset[str] = frozenset()
    is_module: bool = False
    at_exit: bool = False
    reduces: bool = False
    symbols: list[Symbol] = field(default_factory=lambda: [ENTRY])
    symbol_values: dict[Symbol, Value] = field(default_factory=dict)

    # The memory, and whether the code at hand is reached.
    env: Environment = field(default_factory=dict)
    live: bool = True
    roots: dict[str, int] = field(default_factory=dict)
    aliases: dict[str, set[str]] = field(default_factory=dict)
    copied: set[str] = field(default_factory=set)
    around: dict[str, Place] = field(default_factory=dict)
    mutated: dict[tuple[str, Path], bool] = field(default_factory=dict)
    own_objects: dict[Range, Place] = field(default_factory=dict)
    classes: Environment = field(default_factory=dict)
    caught: frozenset[str] = frozenset()
    encoded_with: dict[Range, Environment] = field(default_factory=dict)

    # Where paths leave the code at hand.
    exits: list[Environment] = field(default_factory=list)
    loops: list[tuple[list[Environment], list[Environment]]] = field(default_factory=list)
    watches: list[list[Environment]] = field(default_factory=list)
    counters: list[str] = field(default_factory=list)
    returned: Value = NEVER
    thrown: Value = CLEAN
    turns: Mapping[Range, int] = field(default_factory=dict)
    yields: list[list[list[Value]]] = field(default_factory=list)
    vouching: dict[tuple[int, Path], int] | None = None
    accepting: dict[tuple[int, Path], int] | None = None

    # Taint specifications that are in force at the code at hand, and what they have found.
    inside: int = 0
    inside_trace: Step | None = None
    clean: int = 0
    control: Value = CLEAN
    open_sinks: list[Sink] = field(default_factory=list)
    hits: dict[tuple[int, int, int, int], Hit] = field(default_factory=dict)
    reached: dict[tuple[int, int, int, int], Hit] = field(default_factory=dict)
    seen: dict[Range, int] = field(default_factory=dict)
    pending: dict[Propagator, Value] = field(default_factory=dict)
    waiting: dict[Propagator, Expression] = field(default_factory=dict)
    own_calls: set[tuple[int, int, bool]] = field(default_factory=set)
    textless: set[Range] = field(default_factory=set)
    kept_inside: set[Range] = field(default_factory=set)

    # Calls and closures.
    handed: list[tuple[int, tuple[Value, ...]]] = field(default_factory=list)
    passed: Value | None = None
    known_calls: dict[int, tuple[int, ...]] = field(default_factory=dict)
    followed: Range | None = None
    uncalled: dict[int, tuple[Function, Environment]] = field(default_factory=dict)
    calling: list[Function] = field(default_factory=list)
    captured_calls: int = 0
    left_in: dict[int, Value] = field(default_factory=dict)
    left_object: Value | None = None
    nested: int = 0
    closure_steps: int = MOST_STEPS_OF_CLOSURES
    steps: int = 0
    named: dict[int, frozenset[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.masks = self.world.masks

    def count_step(self) -> None:
        self.steps += 1
        if self.steps > self.world.most_steps:
            raise GaveUp
