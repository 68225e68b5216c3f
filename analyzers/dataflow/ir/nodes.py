"""Functions in a form that is the same for all languages, small enough to be interpreted value by value.

One file a language in `lower/` turns syntax into this form; all of the data-flow analysis reads only this form. Every
part knows its place, `start` to `end` in bytes, counted from the start of the function it belongs to
(`Function.start`), so that an edit elsewhere in the file changes nothing. The places are those of the syntax nodes
that a rule's patterns match, brackets left out: a match and an expression are about the same thing when their places
are the same.
"""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

from reread.analyzers.dataflow.ir.temporaries import Temporary, temporary


class Name(NamedTuple):
    """A variable, function, class or module by its name."""

    start: int
    end: int
    name: str


class Member(NamedTuple):
    """`object.name`. `self.x` and `this.x` are members of the names `self` and `this`."""

    start: int
    end: int
    object: Expression
    name: str


class Index(NamedTuple):
    """`object[key]`; a slice has the key `Parts`."""

    start: int
    end: int
    object: Expression
    key: Expression


class Literal(NamedTuple):
    """A constant of the source text. Numbers are int or float; nil, null, None and undefined are None."""

    start: int
    end: int
    value: str | int | float | bool | None


class Argument(NamedTuple):
    """One argument of a call. `name` is its keyword or ""; `spread` for `*a`, `**a`, `...a`."""

    start: int
    end: int
    value: Expression
    name: str = ""
    spread: bool = False


class Call(NamedTuple):
    """A call or the construction of an object (`new`). The object of a method is the object of `callee`."""

    start: int
    end: int
    callee: Expression
    arguments: tuple[Argument, ...]
    new: bool = False


class Text(NamedTuple):
    """A string with values in it: an f-string, a template literal. Its constant pieces are `Literal`s."""

    start: int
    end: int
    parts: tuple[Expression, ...]


class Operation(NamedTuple):
    """An operator and its operands, in order: `+`, `%`, `==`, `!`, `&&`, `and`, `in`, `instanceof`, ..., as written."""

    start: int
    end: int
    operator: str
    operands: tuple[Expression, ...]


class Choice(NamedTuple):
    """`a if c else b`, `c ? a : b`."""

    start: int
    end: int
    condition: Expression
    then: Expression
    other: Expression


class CollectionItem(NamedTuple):
    """One element of a `Collection`; `key` is None in a list. `spread` for `*a`, `**a`, `...a`."""

    start: int
    end: int
    key: Expression | None
    value: Expression
    spread: bool = False


class Collection(NamedTuple):
    """A literal of a list, tuple, set, map, object or struct; `type` is the name of the struct where it is written."""

    start: int
    end: int
    entries: tuple[CollectionItem, ...]
    type: str = ""


class Assigned(NamedTuple):
    """An assignment used as a value: `x := 1` of Python, `x = 1` in an expression, `i++`.

    `operator` is "" for a plain assignment, or that of `+=`.
    """

    start: int
    end: int
    target: Expression
    value: Expression
    operator: str = ""


class Closure(NamedTuple):
    """A function as a value: lambda, arrow function, function literal, method of an anonymous class."""

    start: int
    end: int
    function: Function


class Parts(NamedTuple):
    """Any other expression: its value depends on all of these. `await x`, `x as T`, `*p`, comprehensions.

    `type` is that of `x.(T)` of Go, and "&" for `&x`, which stands for where x is.
    """

    start: int
    end: int
    parts: tuple[Expression, ...]
    type: str = ""


class Sequence(NamedTuple):
    """All are evaluated in order and the last is the value: `(a, b)` of JavaScript, comprehensions."""

    start: int
    end: int
    parts: tuple[Expression, ...]


class Yield(NamedTuple):
    """Gives an element of what the function gives back: `yield x`. Its own value is not known."""

    start: int
    end: int
    value: Expression


class Assign(NamedTuple):
    """`target = value`, one for each target. A target may be a `Collection` (destructuring) or any place.

    `operator` is that of `+=`, else "". `type` is the declared type as written, else "".
    """

    start: int
    end: int
    target: Expression
    value: Expression
    operator: str = ""
    type: str = ""


class Evaluate(NamedTuple):
    """An expression for its effect."""

    start: int
    end: int
    value: Expression


class If(NamedTuple):
    """Also a `switch` or `match`, as a chain of these with the comparison written out as an `Operation` `==`."""

    start: int
    end: int
    condition: Expression
    then: Block
    other: Block


class Loop(NamedTuple):
    """`while` (`condition`), or `for target in iterable` (`condition` is then None). `body` may run not at all.

    `once` for a loop whose body runs at least once.
    """

    start: int
    end: int
    condition: Expression | None
    target: Expression | None
    iterable: Expression | None
    body: Block
    other: Block = ()
    once: bool = False


class Leave(NamedTuple):
    """The rest of the block is not reached: `kind` is return, raise, break or continue; `value` what is given back.

    `types` are those of the results of a function of Go, where numbers are among them.
    """

    start: int
    end: int
    kind: str
    value: Expression | None = None
    types: tuple[str, ...] = ()


class Try(NamedTuple):
    """Any point of `body` may go on in any of `handlers`; `last` (finally, deferred calls) always runs."""

    start: int
    end: int
    body: Block
    handlers: tuple[Block, ...]
    last: Block = ()


class Define(NamedTuple):
    """The definition of an inner function or of a class with its methods and, in `body`, what runs as it is defined."""

    start: int
    end: int
    name: str
    functions: tuple[Function, ...]
    body: Block = ()


class Parameter(NamedTuple):
    """One parameter: `name` as the body uses it (of a destructuring one, `target` has the names), `type` as written.

    `annotations` are the texts of decorators and annotations on it. One that is `spread` is all that is left of the
    arguments; where it is `keyed`, of those with names.
    """

    start: int
    end: int
    name: str
    type: str = ""
    default: Expression | None = None
    spread: bool = False
    target: Expression | None = None
    annotations: tuple[str, ...] = ()
    keyed: bool = False


class Function(NamedTuple):
    """A function, method or, with the name "", the code of a module or the initialisers of a class.

    `start` and `end` are bytes of the document for functions that `functions_of` gives; for those inside of a `Define`
    or a `Closure` they count from the outer function's start like everything else in it, and so do the places of their
    parts. `owner` is the name of the class (Go: of the receiver's type) or "". `decorators` are texts. `shared` are
    names assigned here that belong to the code around: those of `global` and `nonlocal`.
    """

    start: int
    end: int
    name: str
    parameters: tuple[Parameter, ...]
    body: Block
    owner: str = ""
    decorators: tuple[str, ...] = ()
    shared: tuple[str, ...] = ()


THROWN = temporary("thrown")
"""The name of what the body of the `Try` around a handler has thrown."""

GETTER = "get"
"""As a decorator: the method is read like a field."""

FIXED = "fixed"
"""As a decorator: no other class puts a method of its own in the place of this one."""

Expression: TypeAlias = (
    Name
    | Member
    | Index
    | Literal
    | Call
    | Text
    | Operation
    | Choice
    | Collection
    | Assigned
    | Closure
    | Parts
    | Sequence
    | Yield
)
Statement: TypeAlias = Assign | Evaluate | If | Loop | Leave | Try | Define
Block: TypeAlias = tuple[Statement, ...]


def reference_argument(start: int, end: int, number: int) -> Name:
    """An argument of the call that `A::b` stands for; what it is, is known where the function is called."""
    return Name(start, end, temporary("argument", number))


def is_method_reference(call: Call) -> bool:
    """True for the call that `A::b` stands for."""
    first = call.arguments[0].value if call.arguments else None
    return isinstance(first, Name) and isinstance(first.name, Temporary)
