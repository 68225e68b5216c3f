"""Programs in Python: how they are made, and what reaches their sinks when they run."""

from __future__ import annotations

import builtins
import dis
import random
import re
import sys
from collections.abc import Iterable
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

from tests.executed import programs
from tests.executed.programs import Program, UnusableError, Writing, lines, read

RULE = "py/command-injection"
NAME = "app.py"
LANGUAGE = "python"
SINK = "os.system("
START = "class SubBox"
_HERE = Path(__file__).parent
_FRAME = (_HERE / "frame.py.txt").read_text(encoding="utf-8")
_TEMPLATES = read(_HERE / "python.txt", {SINK: 14.0, "{o:s} = request": 3.0})
_WRITING = Writing(
    helper=("", "def helper$number($one, $other):"),
    helper_end=("    return $given",),
    call="{o:s} = helper$number({a:s}, {b:s})",
    handler=("", '@app.route("/h")', "def handler():", '    $one = request.args.get("q")', '    $other = "fixed"'),
    handler_end=('    return ""',),
)
_MARK = "ZQ;x<y"
_MOST_STEPS = 4_000
_TURNS = 12


def program(seed: int) -> Program:
    return programs.program(_TEMPLATES, seed, _WRITING)


def text(made: Program) -> str:
    functions = ["\n".join((*each.head, *lines(each.body, 1, "pass"), *each.foot, "")) for each in made]
    return _FRAME + "\n".join(functions)


class Runner:
    """Runs programs in this process."""

    def __enter__(self) -> Runner:
        return self

    def __exit__(self, *error: object) -> None:
        pass

    def prepare(self, sources: Iterable[str]) -> None:
        """Does nothing: one at a time takes no longer."""

    def reached(self, source: str) -> tuple[set[int], set[int]]:
        """The lines (from 1) of the sinks that the input came to in some run, and those in functions that ran.

        Raises UnusableError.
        """
        split = source.split("\n")
        hits: set[int] = set()
        code = _executable(source)
        known: dict[str, Any] = {
            "SINK": lambda line, value: hits.add(line) if _MARK[:2] in value.upper() else None,
            "SOURCE": lambda: _MARK,
            "FLAG": None,
            "CLEAN": lambda value: "quoted",
        }
        _check_names(code, set(known))
        entered = {"handler"}
        try:
            exec(code, known)
            for turn in range(_TURNS):
                known["FLAG"] = _flags(turn)
                _run(known["handler"], entered)
        except Exception as error:
            raise UnusableError(str(error)) from error
        functions = [(at, line.split("(")[0][4:]) for at, line in enumerate(split, 1) if line.startswith("def ")]
        sinks = {at for at, line in enumerate(split, 1) if SINK in line}
        return hits, {at for at in sinks if [name for start, name in functions if start <= at][-1] in entered}


def _executable(source: str) -> CodeType:
    code = "\n".join(
        re.sub(r"os\.system\((.*)\)$", rf"SINK({number}, \1)", line)
        for number, line in enumerate(source.split("\n"), 1)
    )
    replaced = {
        'request.args.get("q")': "SOURCE()",
        'request.args.get("flag") == "x"': "FLAG()",
        'request.args.get("flag")': "FLAG()",
        "shlex.quote(": "CLEAN(",
        "from flask import Flask, request": "",
        "app = Flask(__name__)": "",
        '@app.route("/h")': "",
    }
    for old, new in replaced.items():
        code = code.replace(old, new)
    return compile(code, NAME, "exec")


def _flags(turn: int) -> Any:
    chosen = random.Random(turn)
    return lambda: turn == 1 if turn < 2 else chosen.random() < 0.5


def _run(handler: Any, entered: set[str]) -> None:
    left = _MOST_STEPS

    def count(frame: FrameType, event: str, argument: object) -> Any:
        nonlocal left
        left -= 1
        entered.add(frame.f_code.co_name)
        if left < 0:
            raise UnusableError("too many steps")
        return count

    before = sys.gettrace()
    sys.settrace(count)
    try:
        handler()
    finally:
        sys.settrace(before)


def _check_names(code: CodeType, known: set[str]) -> None:
    """Raises UnusableError for names that nobody has defined: what was cut down may have lost a definition."""
    known = known | {each.argval for each in dis.get_instructions(code) if each.opname.startswith(("STORE", "IMPORT"))}
    stack = [each for each in code.co_consts if isinstance(each, CodeType)]
    while stack:
        inner = stack.pop()
        stack += (each for each in inner.co_consts if isinstance(each, CodeType))
        own = {each.argval for each in dis.get_instructions(inner) if each.opname == "STORE_NAME"}
        for each in dis.get_instructions(inner):
            if each.opname in ("LOAD_GLOBAL", "LOAD_NAME") and each.argval not in known | own | set(dir(builtins)):
                raise UnusableError(f"no {each.argval}")
