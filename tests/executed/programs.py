"""Programs put together at random from templates, and the smaller ones that one can be cut down to."""

from __future__ import annotations

import random
import re
import shutil
import string
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

_HOLE = re.compile(r"\{([a-z]\d?)(?::(\w+))?\}|\{([A-Z])\}")
_OLD_RATHER = 0.3
_LAST_RATHER = 0.6
_TRIES = 80
_DEEPEST = 2


class UnusableError(Exception):
    """A program has names that it does not know, runs too long, or fails."""


def command(name: str, what: str) -> None:
    """Fails the test with one line where a command is not there."""
    if shutil.which(name) is None:
        pytest.fail(f"no `{name}` here: programs are run by {what}, which is to be installed", pytrace=False)


class Template:
    """One way to write a statement.

    `{o:s}` is a variable of the kind `s` that gets a value, a new or an old one, `{p:s}` an old one; `{x:s}` is a new
    one for the `<body>`s; others are read. `{N}` is a name of its own. A higher weight makes it more frequent.
    """

    def __init__(self, text: str, weight: float = 1.0) -> None:
        self.text = text.strip("\n")
        self.weight = weight
        holes = dict.fromkeys((name, kind) for name, kind, _ in _HOLE.findall(self.text) if kind)
        self.written = [hole for hole in holes if hole[0][0] in "op"]
        self.inner = [hole for hole in holes if hole[0][0] == "x"]
        self.read = [hole for hole in holes if hole[0][0] not in "opx"]
        self.own = [own for _, _, own in _HOLE.findall(self.text) if own]
        self.bodies = self.text.count("<body>")


class Statement(NamedTuple):
    """A template with names in its holes and statements in its bodies."""

    template: Template
    names: dict[str, str]
    bodies: tuple[tuple[Statement, ...], ...]


class Function(NamedTuple):
    """`head` and `foot` are the lines around the statements."""

    head: tuple[str, ...]
    body: tuple[Statement, ...]
    foot: tuple[str, ...]


Program = tuple[Function, ...]
"""The functions of a program, the one that is called first at the end."""


class Writing(NamedTuple):
    """How a language writes functions: the lines before and after the statements of helpers and of the handler.

    `$one` and `$other` are the parameters of a helper or the first variables of the handler, `$number` is the number
    of a helper, `$given` what it gives back. `call` is the template for calls of a helper.
    """

    helper: tuple[str, ...]
    helper_end: tuple[str, ...]
    call: str
    handler: tuple[str, ...]
    handler_end: tuple[str, ...]


def read(path: Path, weights: dict[str, float]) -> list[Template]:
    """The templates of a file, between lines of dashes; the weight is that of the beginning of the text, or 1."""
    texts = path.read_text(encoding="utf-8").strip().split("\n---\n")
    return [Template(text, next((w for start, w in weights.items() if text.startswith(start)), 1.0)) for text in texts]


class Maker:
    """Makes statements; the same seed makes the same ones."""

    def __init__(self, templates: list[Template], seed: int) -> None:
        self.templates = list(templates)
        self.random = random.Random(seed)
        self._count = 0

    def name(self, kind: str) -> str:
        self._count += 1
        return f"{kind}{self._count}"

    def body(self, scope: list[tuple[str, str]], size: int, deep: int = 0) -> tuple[Statement, ...]:
        """Statements over the variables of a scope, pairs of name and kind, to which new ones are added."""
        made = (self._statement(scope, deep) for _ in range(size))
        return tuple(each for each in made if each is not None)

    def _statement(self, scope: list[tuple[str, str]], deep: int) -> Statement | None:
        for _ in range(_TRIES):
            weights = [each.weight for each in self.templates]
            template = self.random.choices(self.templates, weights)[0]
            if template.bodies and deep >= _DEEPEST:
                continue
            names = self._names(template, scope, deep)
            if names is not None:
                return self._filled(template, names, scope, deep)
        return None

    def _names(self, template: Template, scope: list[tuple[str, str]], deep: int) -> dict[str, str] | None:
        """Variables for the holes; None where there are none of the kind."""
        names: dict[str, str] = {}
        for hole, kind in template.read:
            known = [name for name, other in scope if other == kind]
            if not known:
                return None
            names[hole] = self.random.choice(known[-3:] if self.random.random() < _LAST_RATHER else known)
        for hole, kind in template.written:
            known = [name for name, other in scope if other == kind and name not in names.values()]
            if known and (hole[0] == "p" or deep or self.random.random() < _OLD_RATHER):
                names[hole] = self.random.choice(known)
            elif hole[0] == "p":
                return None
            else:
                names[hole] = self.name(kind)
        return names

    def _filled(self, template: Template, names: dict[str, str], scope: list[tuple[str, str]], deep: int) -> Statement:
        known = {name for name, _ in scope}
        new = [(names[hole], kind) for hole, kind in template.written if names[hole] not in known]
        names.update({own: self.name("n") for own in template.own})
        inner = list(scope)
        for hole, kind in template.inner:
            names[hole] = self.name(kind)
            inner.append((names[hole], kind))
        bodies = tuple(self.body(list(inner), self.random.randint(1, 2), deep + 1) for _ in range(template.bodies))
        scope += new
        return Statement(template, names, bodies)


def program(templates: list[Template], seed: int, writing: Writing) -> Program:
    """A handler, perhaps with helpers, that the seed makes of the templates."""
    maker = Maker(templates, seed)
    made = []
    for number in range(maker.random.choice([0, 0, 1, 2])):
        names = {"number": str(number), "one": maker.name("s"), "other": maker.name("s")}
        scope = [(names["one"], "s"), (names["other"], "s")]
        body = maker.body(scope, maker.random.randint(1, 4), 1)
        names["given"] = maker.random.choice([name for name, kind in scope if kind == "s"])
        made.append(Function(_written(writing.helper, names), body, _written(writing.helper_end, names)))
        maker.templates += [Template(text, 5.0) for text in _written((writing.call,), names)]
    names = {"one": maker.name("s"), "other": maker.name("s")}
    body = maker.body([(names["one"], "s"), (names["other"], "s")], maker.random.randint(5, 11))
    return (*made, Function(_written(writing.handler, names), body, _written(writing.handler_end, names)))


def _written(texts: tuple[str, ...], names: dict[str, str]) -> tuple[str, ...]:
    return tuple(string.Template(text).substitute(names) for text in texts)


def lines(statements: tuple[Statement, ...], indent: int, empty: str) -> list[str]:
    """The text of statements; `empty` stands where there are none."""
    result: list[str] = []
    for statement in statements:
        bodies = iter(statement.bodies)
        for line in statement.template.text.split("\n"):
            text = line.lstrip(" ")
            deep = indent + (len(line) - len(text)) // 4
            if text.startswith("<body>"):
                result += lines(next(bodies), deep, empty)
            else:
                result.append("    " * deep + _named(text, statement.names))
    return result or ["    " * indent + empty]


def _named(text: str, names: dict[str, str]) -> str:
    return _HOLE.sub(lambda hole: names[hole[1] or hole[3]], text)


def smaller(program: Program) -> Iterator[Program]:
    """The program without one of its functions or statements, or with a body in place of the statement around it."""
    for at, function in enumerate(program):
        if at < len(program) - 1:
            yield (*program[:at], *program[at + 1 :])
        for body in _smaller(function.body):
            yield (*program[:at], function._replace(body=body), *program[at + 1 :])


def _smaller(body: tuple[Statement, ...]) -> Iterator[tuple[Statement, ...]]:
    for at, statement in enumerate(body):
        before, after = body[:at], body[at + 1 :]
        yield (*before, *after)
        for inner in statement.bodies:
            yield (*before, *inner, *after)
        for place, inner in enumerate(statement.bodies):
            for less in _smaller(inner):
                bodies = (*statement.bodies[:place], less, *statement.bodies[place + 1 :])
                yield (*before, statement._replace(bodies=bodies), *after)
