"""A day of edits: 200 saves of a real package, written by a seeded script as a person works.

A task is some files and a handful of functions; a function is changed a few times in a row, with comments, formatting,
saves without a change, steps back, new imports and functions, code that moves; a task ends with a commit.
"""

from __future__ import annotations

import ast
import random
import shutil
import subprocess
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

SAVES = 200
_TASKS = 8
_LEAST_FUNCTIONS = 6
_FUNCTIONS = 5
"""Of a file that a task is about."""


class Save(NamedTuple):
    """A file with its text as it is saved; `commits` says that a task is over with it. `what` names the edit."""

    path: Path
    text: str
    what: str
    commits: bool = False


class Place(NamedTuple):
    """A statement of a function: its line (from 0), its indentation and the function's first parameter or ""."""

    line: int
    indent: str
    parameter: str


def repository(package: Path, folder: Path) -> Path:
    """A copy of the package's Python files under git, with one commit."""
    copy = folder / package.name
    shutil.copytree(package, copy, ignore=lambda where, names: [n for n in names if not _is_source(Path(where) / n)])
    _git(copy, "init", "-q")
    commit(copy)
    return copy


def commit(folder: Path) -> None:
    _git(folder, "add", "--all")
    _git(folder, "-c", "user.name=day", "-c", "user.email=day@localhost", "commit", "-q", "--allow-empty", "-m", "task")


def saves(folder: Path, seed: int = 7, count: int = SAVES) -> Iterator[Save]:
    """The saves of a day. Each is about the text of the one before; the caller writes it to disk."""
    chance = random.Random(seed)
    files = [
        path for path in sorted(folder.rglob("*.py")) if len(_functions(path.read_text("utf-8"))) >= _LEAST_FUNCTIONS
    ]
    weights = [path.stat().st_size for path in files]
    each = count // _TASKS
    for _ in range(_TASKS):
        chosen = chance.choices(files, weights, k=chance.choice((1, 2)))
        yield from _task(list(dict.fromkeys(chosen)), each, chance)


def large_change(folder: Path, count: int = 100, seed: int = 7) -> dict[Path, str]:
    """The files with a statement more in so many of their functions, some of each file."""
    chance = random.Random(seed)
    texts: dict[Path, str] = {}
    for path in sorted(folder.rglob("*.py")):
        text = path.read_text("utf-8")
        for name in chance.sample(names := _functions(text), min(len(names), _FUNCTIONS)):
            edited = _statement([texts.get(path, text)], name, chance)
            if count and _parses(edited):
                texts[path], count = edited, count - 1
    return texts


def _task(files: list[Path], count: int, chance: random.Random) -> Iterator[Save]:
    texts = {path: [path.read_text("utf-8")] for path in files}
    names = {path: chance.sample(_functions(texts[path][0]), _FUNCTIONS) for path in files}
    path, name, left = files[0], names[files[0]][0], 0
    for number in range(count):
        if left == 0:
            path = chance.choice(files)
            name, left = chance.choice(names[path]), chance.randint(2, 6)
        left -= 1
        what, edit = chance.choices(_EDITS, _WEIGHTS)[0]
        history = texts[path]
        new = edit(history, name, chance)
        if new != history[-1] and _parses(new):
            history.append(new)
        yield Save(path, history[-1], what, commits=number == count - 1)


def _statement(history: list[str], name: str, chance: random.Random) -> str:
    """A statement more in the function."""
    text = history[-1]
    place = _place(text, name, chance)
    subject = place.parameter or "None"
    line = chance.choice(
        (
            f"if {subject} is None:\n{place.indent}    raise ValueError({name!r})",
            f"assert {subject} is not Ellipsis",
            f"state_{chance.randint(1, 99)} = {subject}",
            f"print({name!r}, {subject})",
        )
    )
    return _inserted(text, place, line)


def _number(history: list[str], name: str, chance: random.Random) -> str:
    """Another number in the function, or where it has none, a statement more."""
    text = history[-1]
    numbers = [
        node
        for node in ast.walk(_function(text, name))
        if isinstance(node, ast.Constant) and type(node.value) is int and node.end_col_offset is not None
    ]
    if not numbers:
        return _statement(history, name, chance)
    node = chance.choice(numbers)
    lines = text.splitlines(keepends=True)
    line = lines[node.lineno - 1]
    if not line.isascii():
        return _statement(history, name, chance)
    lines[node.lineno - 1] = f"{line[: node.col_offset]}{node.value + 1}{line[node.end_col_offset :]}"
    return "".join(lines)


def _comment(history: list[str], name: str, chance: random.Random) -> str:
    place = _place(history[-1], name, chance)
    return _inserted(history[-1], place, f"# Note {chance.randint(1, 999)} about {name}.")


def _blank(history: list[str], name: str, chance: random.Random) -> str:
    place = _place(history[-1], name, chance)
    lines = history[-1].splitlines(keepends=True)
    return "".join([*lines[: place.line], "\n", *lines[place.line :]])


def _same(history: list[str], name: str, chance: random.Random) -> str:
    return history[-1]


def _back(history: list[str], name: str, chance: random.Random) -> str:
    """One step back."""
    return history[-2] if len(history) > 1 else history[-1]


def _import(history: list[str], name: str, chance: random.Random) -> str:
    tree = ast.parse(history[-1])
    imports = [node for node in tree.body if isinstance(node, ast.Import | ast.ImportFrom)]
    if not imports:
        return history[-1]
    module = chance.choice(("colorsys", "statistics", "textwrap", "calendar"))
    return _inserted(history[-1], Place(imports[-1].lineno - 1, "", ""), f"import {module}")


def _addition(history: list[str], name: str, chance: random.Random) -> str:
    number = chance.randint(1, 9_999)
    return f"{history[-1].rstrip()}\n\n\ndef added_{number}(value):\n    return value * {number}\n"


def _moved(history: list[str], name: str, chance: random.Random) -> str:
    """The last top-level definition comes before the one ahead of it."""
    text = history[-1]
    tree = ast.parse(text)
    found = [node for node in tree.body if isinstance(node, ast.FunctionDef) and not node.decorator_list]
    pairs = [(one, two) for one, two in pairwise(found) if two.lineno - (one.end_lineno or 0) <= 3]
    if not pairs:
        return text
    one, two = chance.choice(pairs)
    lines = text.splitlines(keepends=True)
    first, gap = lines[one.lineno - 1 : one.end_lineno], lines[one.end_lineno : two.lineno - 1]
    second = lines[two.lineno - 1 : two.end_lineno]
    return "".join([*lines[: one.lineno - 1], *second, *gap, *first, *lines[two.end_lineno :]])


Edit = Callable[[list[str], str, random.Random], str]
_SHARES: tuple[tuple[str, Edit, int], ...] = (
    ("statement", _statement, 34),
    ("number", _number, 20),
    ("comment", _comment, 14),
    ("blank line", _blank, 7),
    ("nothing", _same, 9),
    ("step back", _back, 7),
    ("import", _import, 4),
    ("new function", _addition, 3),
    ("moved code", _moved, 2),
)
_EDITS = [(what, edit) for what, edit, _ in _SHARES]
_WEIGHTS = [share for _, _, share in _SHARES]


def _functions(text: str) -> list[str]:
    """The names, each of which only one function has, of functions with several statements."""
    tree = _tree(text)
    names = [node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    long = [node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and len(node.body) >= 3]
    return sorted(name for name in set(long) if names.count(name) == 1)


def _function(text: str, name: str) -> ast.FunctionDef:
    return next(node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.FunctionDef) and node.name == name)


def _place(text: str, name: str, chance: random.Random) -> Place:
    function = _function(text, name)
    statement = chance.choice(function.body[1:])
    decorators = getattr(statement, "decorator_list", [])
    line = min([statement.lineno, *(decorator.lineno for decorator in decorators)]) - 1
    arguments = [*function.args.posonlyargs, *function.args.args]
    return Place(line, " " * statement.col_offset, arguments[-1].arg if arguments else "")


def _inserted(text: str, place: Place, line: str) -> str:
    lines = text.splitlines(keepends=True)
    return "".join([*lines[: place.line], f"{place.indent}{line}\n", *lines[place.line :]])


def _tree(text: str) -> ast.Module:
    try:
        return ast.parse(text)
    except SyntaxError:
        return ast.Module([], [])


def _parses(text: str) -> bool:
    return bool(_tree(text).body)


def _is_source(path: Path) -> bool:
    return path.suffix == ".py" or (path.is_dir() and path.name != "__pycache__")


def _git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", *arguments], cwd=folder, check=True, capture_output=True)
