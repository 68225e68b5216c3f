"""The line and column of a problem in a rule file, found by parsing the file again with positions."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from reread.analyzers.rules.rule import Problem

_MARK = re.compile(r"\bline (\d+), column (\d+): ")
_NUMBER = re.compile(r"number (\d+)")
_MOST_NODES = 50_000


class YamlPlace(NamedTuple):
    """Both from 0; columns in code points."""

    line: int
    column: int
    end_line: int
    end_column: int


def place_of(problem: Problem, text: str) -> YamlPlace:
    """The place of a problem in the text of its file; the beginning where it is about the whole file."""
    match = _MARK.search(problem.message)
    if match is not None:
        line, column = int(match[1]) - 1, int(match[2]) - 1
        return YamlPlace(line, column, line, column + 1)
    node = _node_of(problem, text)
    if node is None:
        return YamlPlace(0, 0, 0, 1)
    start, end = node.start_mark, node.end_mark
    return YamlPlace(start.line, start.column, end.line, end.column)


def described(problem: Problem, text: str) -> str:
    """One line for a person: path, line and column from 1, rule, key, message."""
    place = place_of(problem, text)
    return f"{problem.path}:{place.line + 1}:{place.column + 1}: {message_of(problem)}"


def message_of(problem: Problem) -> str:
    """Rule, key and message, without the place."""
    parts = [f"rule {problem.rule}" if problem.rule else "", problem.key, _MARK.sub("", problem.message)]
    return ": ".join(part for part in parts if part)


def _node_of(problem: Problem, text: str) -> Any:
    import yaml

    try:
        root = yaml.compose(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except (yaml.YAMLError, ValueError, RecursionError):
        return None
    rules = _value(root, "rules")
    if rules is None or not problem.rule:
        return rules
    entries = rules.value if isinstance(rules.value, list) else []
    number = _NUMBER.fullmatch(problem.rule)
    for count, entry in enumerate(entries, 1):
        name = _value(entry, "id")
        if (name is not None and name.value == problem.rule) or (number is not None and count == int(number[1])):
            return _key(entry, problem.key) or name or entry
    return rules


def _value(node: Any, key: str) -> Any:
    for name, value in _pairs(node):
        if name.value == key:
            return value
    return None


def _pairs(node: Any) -> list[tuple[Any, Any]]:
    """The keys and values of a mapping; none of anything else."""
    return node.value if getattr(node, "id", "") == "mapping" else []


def _key(node: Any, path: str) -> Any:
    """The first node of a key below a mapping, where `path` is the key, or the keys to it with dots between."""
    wanted = path.rpartition(".")[2]
    stack = [node]
    for _ in range(_MOST_NODES):
        if not stack or not wanted:
            return None
        current = stack.pop()
        for name, _ in _pairs(current):
            if name.value == wanted:
                return name
        below = current.value if isinstance(current.value, list) else []
        stack += reversed([part[1] if isinstance(part, tuple) else part for part in below])
    return None
