"""What is known while one function is followed, and what all parts of following need."""

from __future__ import annotations

from reread.analyzers.dataflow.domain.closure import Closed
from reread.analyzers.dataflow.domain.environment import Environment, GaveUp, Hit, Outcome, World
from reread.analyzers.dataflow.domain.taint_specs import Marks, Propagator, Sink
from reread.analyzers.dataflow.domain.value import (
    CLEAN,
    CONSTANT,
    ENTRY,
    NEVER,
    Path,
    Step,
    Symbol,
    Value,
    gathered,
    joined_trace,
)
from reread.analyzers.dataflow.interpreter.generators import NONE, Turns
from reread.analyzers.dataflow.ir.nodes import Call, Closure, Expression, Function

Place = tuple[str, Path | None]
MOST_STEPS_OF_CLOSURES = 2_000
"""For all closures that one function asks whether something is fine. Libraries in one file ask thousands."""


class Follower:
    """The state of following one function. What builds on it evaluates expressions, calls and statements."""

    def __init__(self, unit: object, marks: Marks, world: World, owner: str) -> None:
        self.unit = unit
        self.marks = marks
        self.world = world
        self.owner = owner
        self.own: frozenset[str] = frozenset()
        self.is_module = False
        self.masks = world.masks
        self.env: Environment = {}
        self.live = True
        self.steps = 0
        self.inside = 0
        self.inside_trace: Step | None = None
        self.clean = 0
        self.control = CLEAN
        self.open_sinks: list[Sink] = []
        self.own_calls: set[tuple[int, int, bool]] = set()
        self.hits: dict[tuple[int, int, int, int], Hit] = {}
        self.reached: dict[tuple[int, int, int, int], Hit] = {}
        self.symbols: list[Symbol] = [ENTRY]
        self.symbol_values: dict[Symbol, Value] = {}
        self.roots: dict[str, int] = {}
        self.aliases: dict[str, set[str]] = {}
        self.copied: set[str] = set()
        self.around: dict[str, Place] = {}
        self.mutated: dict[tuple[str, Path], bool] = {}
        self.returned: Value = NEVER
        self.turns: Turns = NONE
        self.thrown: Value = CLEAN
        self.vouching: dict[tuple[int, Path], int] | None = None
        self.accepting: dict[tuple[int, Path], int] | None = None
        self.handed: list[tuple[int, tuple[Value, ...]]] = []
        self.passed: Value | None = None
        self.reduces = False
        self.known_calls: dict[int, tuple[int, ...]] = {}
        self.exits: list[Environment] = []
        self.seen: dict[tuple[int, int], int] = {}
        self.at_exit = False
        self.classes: Environment = {}
        self.loops: list[tuple[list[Environment], list[Environment]]] = []
        self.counters: list[str] = []
        self.watches: list[list[Environment]] = []
        self.uncalled: dict[int, tuple[Function, Environment]] = {}
        self.calling: list[Function] = []
        self.captured_calls = 0
        self.nested = 0
        self.closure_steps = MOST_STEPS_OF_CLOSURES
        self.left_in: dict[int, Value] = {}
        self.left_object: Value | None = None
        self.yields: list[list[list[Value]]] = []
        self.caught: frozenset[str] = frozenset()
        self.pending: dict[Propagator, Value] = {}
        self.waiting: dict[Propagator, Expression] = {}
        self.textless: set[tuple[int, int]] = set()
        self.kept_inside: set[tuple[int, int]] = set()
        self.followed: tuple[int, int] | None = None
        self.encoded_with: dict[tuple[int, int], Environment] = {}
        self.named: dict[int, frozenset[str]] = {}
        self.own_objects: dict[tuple[int, int], Place] = {}

    # Defined by those who build on this.
    def call(self, call: Call) -> Value:
        raise NotImplementedError

    def closure(self, closure: Closure) -> Value:
        raise NotImplementedError

    def give_back(self, value: Value) -> None:
        raise NotImplementedError

    def as_declared(self, call: Call, result: Value) -> Value:
        raise NotImplementedError

    def closure_outcome(self, call: Call) -> Outcome | None:
        raise NotImplementedError

    def outcome_for(self, call: Call) -> Outcome | None:
        raise NotImplementedError

    def vouched_by(self, closed: Closed, elements: Value, holds: bool) -> int:
        raise NotImplementedError

    def vouched_by_call(self, call: Call, holds: bool) -> dict[tuple[str, Path], int]:
        raise NotImplementedError

    def peek(self, e: Expression) -> Value:
        raise NotImplementedError

    def vouched_places(self, e: Expression, holds: bool = True) -> dict[tuple[str, Path], int]:
        raise NotImplementedError

    def is_fit_to_compare(self, e: Expression) -> bool:
        raise NotImplementedError

    def assume(self, condition: Expression, holds: bool) -> None:
        raise NotImplementedError

    def merge(self, env: Environment, live: bool) -> None:
        raise NotImplementedError

    def value(self, expression: Expression) -> Value:
        raise NotImplementedError

    def plain_value(self, e: Expression) -> Value:
        raise NotImplementedError

    def variable(self, name: str) -> Value:
        raise NotImplementedError

    def place_of(self, e: Expression) -> Place | None:
        raise NotImplementedError

    def lacking(self, e: Expression) -> int:
        raise NotImplementedError

    def at_path(self, value: Value | None, path: Path) -> Value | None:
        raise NotImplementedError

    def vouch(self, root: str, path: Path, bits: int) -> None:
        raise NotImplementedError

    def element(self, value: Value) -> Value:
        raise NotImplementedError

    def write(self, root: str, path: Path, value: Value) -> None:
        raise NotImplementedError

    def taint_place(self, place: Place, value: Value) -> None:
        raise NotImplementedError

    def tick(self) -> None:
        self.steps += 1
        if self.steps > self.world.most_steps:
            raise GaveUp

    def step(self, value: Value, start: int, end: int, kind: str) -> Step | None:
        return value.trace and Step(value.mask, self.unit, start, end, kind, (value.trace,))

    def taint_of(self, value: Value) -> tuple[int, Step | None]:
        """The taint of a value with its fields, but of the function's own object only what it has as a whole."""
        if value.symbol is not None and value.symbol.parameter == -1 and not value.symbol.path:
            return value.mask, value.trace
        return gathered(value)

    def union(self, values: list[Value]) -> Value:
        """A value that is tainted as all of some are."""
        mask, trace = 0, None
        constant = True
        for value in values:
            constant = constant and value.constant
            inner, inner_trace = self.taint_of(value)
            if inner & ~mask:
                trace = joined_trace(mask, trace, inner, inner_trace)
                mask |= inner
        if mask:
            return Value(mask, trace)
        return CONSTANT if constant and values else CLEAN
