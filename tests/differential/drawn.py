"""Rules and programs drawn at random from one small grammar, for four languages.

A program is a tree. A pattern is a part of it with holes, or a part that was changed, alone or in a formula with others.
Semgrep takes seconds to start, so many cases are asked at once, and what differs is made smaller in rounds: each round
asks for all smaller cases of all differences together (`smaller`).
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from tests.differential.cases import Case


class Node(NamedTuple):
    """A part of a program: `kind` is one of those of `_TEXTS` or of the statements, `word` its name, number or operator."""

    kind: str
    word: str = ""
    parts: tuple[Node, ...] = ()


class Drawn(NamedTuple):
    """A rule, as the operator and the pattern of each part, and a program."""

    language: str
    program: tuple[Node, ...]
    formula: tuple[tuple[str, Node], ...]

    @property
    def size(self) -> int:
        return sum(_size(each) for each in (*self.program, *(pattern for _, pattern in self.formula)))


LANGUAGES = {"python": "py", "javascript": "js", "go": "go", "java": "java"}
_NAMES = ("a", "b", "f", "g", "x")
_STATEMENTS = ("set", "do", "if", "while", "return")
_OPERATORS = ("+", "-", "*", "==", "<", "and")
_MOST_DEEP = 3
_HOLES = ("$A", "$B")
_WORDS = {"python": {}, "javascript": {"and": "&&"}, "go": {"and": "&&"}, "java": {"and": "&&"}}


def draw(language: str, seed: int) -> Drawn:
    """The case of a number; the same one each time."""
    chosen = random.Random(f"{language}{seed}")
    program = tuple(_statement(chosen, 2) for _ in range(chosen.randint(1, 4)))
    parts = [part for each in program for part in _within(each)]
    formula = [("pattern", _pattern(chosen, parts))]
    operators = [each for each in ("pattern-not", "pattern-inside", "pattern-not-inside") if chosen.random() < 0.15]
    formula.extend((operator, _pattern(chosen, parts)) for operator in operators)
    return Drawn(language, program, tuple(formula))


def case_of(drawn: Drawn, name: str) -> Case:
    """The case in the form that both tools take."""
    formula = [{operator: pattern_text(drawn.language, pattern)} for operator, pattern in drawn.formula]
    body = {"patterns": formula} if len(formula) > 1 else formula[0]
    holes = [hole for hole in _HOLES if hole in str(formula[0])]
    rule: dict[str, Any] = {
        "id": "p",
        "languages": [drawn.language],
        "severity": "WARNING",
        "message": " ".join(f"{hole}={hole}" for hole in holes) or "m",
        **body,
    }
    return Case(name, (rule,), ((f"a.{LANGUAGES[drawn.language]}", program_text(drawn)),))


def smaller(drawn: Drawn) -> Iterator[Drawn]:
    """The cases with one part less, or with a part in place of what it is in."""
    for at in range(1, len(drawn.formula)):
        yield drawn._replace(formula=(*drawn.formula[:at], *drawn.formula[at + 1 :]))
    if len(drawn.program) > 1:
        for at in range(len(drawn.program)):
            yield drawn._replace(program=(*drawn.program[:at], *drawn.program[at + 1 :]))
    for at, each in enumerate(drawn.program):
        for less in _smaller(each):
            yield drawn._replace(program=(*drawn.program[:at], less, *drawn.program[at + 1 :]))
    for at, (operator, pattern) in enumerate(drawn.formula):
        # A name alone is what differs anyway.
        for less in (each for each in _smaller(pattern) if each.kind not in ("name", "rest")):
            yield drawn._replace(formula=(*drawn.formula[:at], (operator, less), *drawn.formula[at + 1 :]))


def program_text(drawn: Drawn) -> str:
    language = drawn.language
    depth = {"python": 0, "javascript": 0, "go": 1, "java": 2}[language]
    lines = [line for each in drawn.program for line in _lines(language, each, depth)]
    if language == "go":
        lines = ["package main", "", "func main() {", *lines, "}"]
    if language == "java":
        lines = ["class A {", "    int main() {", *lines, "    }", "}"]
    if language == "python" and any(part.kind == "return" for each in drawn.program for part in _within(each)):
        lines = ["def main():", *(f"    {line}" for line in lines)]
    return "\n".join(lines) + "\n"


def pattern_text(language: str, pattern: Node) -> str:
    if pattern.kind in _STATEMENTS:
        return "\n".join(_lines(language, pattern, 0))
    return _text(language, pattern)


# Drawing.


def _statement(chosen: random.Random, deep: int) -> Node:
    kind = chosen.choice(_STATEMENTS if deep else ("set", "do", "return"))
    if kind == "set":
        return Node("set", "", (Node("name", chosen.choice(_NAMES)), _expression(chosen, 0)))
    if kind == "do":
        return Node("do", "", (_call(chosen, 0),))
    if kind == "return":
        return Node("return", "", (_expression(chosen, 1),))
    body = tuple(_statement(chosen, deep - 1) for _ in range(chosen.randint(1, 2)))
    return Node(kind, "", (_expression(chosen, 1), *body))


def _expression(chosen: random.Random, deep: int) -> Node:
    kinds = ("name", "number", "text") if deep >= _MOST_DEEP else ("name", "number", "text", "call", "two", "of", "at")
    kind = chosen.choice(kinds)
    if kind == "name":
        return Node("name", chosen.choice(_NAMES))
    if kind == "number":
        return Node("number", chosen.choice(("0", "1", "7")))
    if kind == "text":
        return Node("text", chosen.choice(("", "a", "a b")))
    if kind == "call":
        return _call(chosen, deep)
    if kind == "of":
        return Node("of", chosen.choice(_NAMES), (Node("name", chosen.choice(_NAMES)),))
    if kind == "at":
        return Node("at", "", (Node("name", chosen.choice(_NAMES)), _expression(chosen, deep + 1)))
    return Node("two", chosen.choice(_OPERATORS), (_expression(chosen, deep + 1), _expression(chosen, deep + 1)))


def _call(chosen: random.Random, deep: int) -> Node:
    name = Node("name", chosen.choice(_NAMES))
    called = Node("of", chosen.choice(_NAMES), (name,)) if chosen.random() < 0.3 else name
    return Node("call", "", (called, *(_expression(chosen, deep + 1) for _ in range(chosen.randint(0, 3)))))


def _pattern(chosen: random.Random, parts: Sequence[Node]) -> Node:
    """A part of the program with holes, in one of five cases one of another program; no name alone, which we find as the
    name of a member, too.
    """
    part = chosen.choice([part for part in parts if part.kind != "name"])
    if chosen.random() < 0.2:
        part = _statement(chosen, 1) if part.kind in _STATEMENTS else _call(chosen, 1)
    return _with_holes(chosen, part, {}, is_whole=True)


def _with_holes(chosen: random.Random, node: Node, known: dict[Node, str], *, is_whole: bool = False) -> Node:
    if not is_whole and node.kind not in _STATEMENTS and chosen.random() < 0.3:
        free = [hole for hole in _HOLES if hole not in known.values()]
        if node in known or free:
            return Node("name", known.setdefault(node, free[0] if free else ""))
    parts = tuple(_with_holes(chosen, each, known) for each in node.parts)
    if node.kind == "call" and chosen.random() < 0.3:
        keeps = chosen.randint(1, len(parts))
        after = parts[keeps + 1 :] if chosen.random() < 0.3 else ()
        parts = (*parts[:keeps], Node("rest"), *after)
    if node.kind in ("if", "while") and chosen.random() < 0.6:
        parts = (parts[0], Node("do", "", (Node("rest"),)))
    return node._replace(parts=parts)


# Parts.


def _within(node: Node) -> Iterator[Node]:
    yield node
    for each in node.parts:
        yield from _within(each)


def _size(node: Node) -> int:
    return 1 + sum(_size(each) for each in node.parts)


def _smaller(node: Node) -> Iterator[Node]:
    is_statement = node.kind in _STATEMENTS
    yield from (each for each in node.parts if (each.kind in _STATEMENTS) is is_statement and each.kind != "rest")
    least = {"call": 1, "if": 2, "while": 2}.get(node.kind, len(node.parts))
    if len(node.parts) > least:
        for at in range(1, len(node.parts)):
            yield node._replace(parts=(*node.parts[:at], *node.parts[at + 1 :]))
    for at, each in enumerate(node.parts):
        for less in _smaller(each):
            if node.kind not in ("of", "at", "do") or at > 0 or less.kind in ("name", "call"):
                yield node._replace(parts=(*node.parts[:at], less, *node.parts[at + 1 :]))


# Writing.


def _text(language: str, node: Node) -> str:
    texts = [_text(language, each) for each in node.parts]
    if node.kind in ("name", "number"):
        return node.word
    if node.kind == "text":
        return f'"{node.word}"'
    if node.kind == "rest":
        return "..."
    if node.kind == "call":
        return f"{texts[0]}({', '.join(texts[1:])})"
    if node.kind == "of":
        return f"{texts[0]}.{node.word}"
    if node.kind == "at":
        return f"{texts[0]}[{texts[1]}]"
    one, other = (f"({text})" if each.kind == "two" else text for each, text in zip(node.parts, texts, strict=True))
    return f"{one} {_WORDS[language].get(node.word, node.word)} {other}"


def _lines(language: str, node: Node, depth: int) -> list[str]:
    indent = "    " * depth
    end = ";" if language in ("javascript", "java") else ""
    texts = [_text(language, each) for each in node.parts if each.kind not in _STATEMENTS]
    if node.kind == "do":
        return [f"{indent}{texts[0]}{end if texts[0] != '...' else ''}"]
    if node.kind == "set":
        return [f"{indent}{texts[0]} = {texts[1]}{end}"]
    if node.kind == "return":
        return [f"{indent}return {texts[0]}{end}"]
    body = [line for each in node.parts[1:] for line in _lines(language, each, depth + 1)]
    word = "for" if node.kind == "while" and language == "go" else node.kind
    if language == "python":
        return [f"{indent}{word} {texts[0]}:", *body]
    condition = texts[0] if language == "go" else f"({texts[0]})"
    return [f"{indent}{word} {condition} {{", *body, f"{indent}}}"]
