"""Programs in JavaScript: how they are made, and what reaches their sinks when node runs them."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterable
from pathlib import Path

from tests.executed import programs
from tests.executed.programs import Function, Program, UnusableError, Writing, command, lines, read

RULE = "js/command-injection"
NAME = "app.js"
LANGUAGE = "javascript"
SINK = "exec("
START = "class SubBox"
_HERE = Path(__file__).parent
_FRAME = (_HERE / "frame.js.txt").read_text(encoding="utf-8")
_TEMPLATES = read(_HERE / "javascript.txt", {SINK: 16.0, "{o:s} = req.": 3.0})
_WRITING = Writing(
    helper=("", "async function helper$number($one, $other) {"),
    helper_end=("    return $given;", "}"),
    call="{o:s} = await helper$number({a:s}, {b:s});",
    handler=(
        *("", 'app.get("/h", async (req, res) => {'),
        *("    let $one = req.query.q;", "    let $other = 'fixed';"),
    ),
    handler_end=("    res.end();", "});"),
)
_VARIABLE = re.compile(r"\b[sldo]\d+\b")
_DECLARED = re.compile(r"const \[?(?:n\d+, )?([sldo]\d+)\]? of|(?:\(|, )([sldo]\d+)\) =>")


def program(seed: int) -> Program:
    return programs.program(_TEMPLATES, seed, _WRITING)


def text(made: Program) -> str:
    return _FRAME + "\n".join("\n".join(_with_variables(each)) for each in made) + "\n"


def _with_variables(function: Function) -> list[str]:
    """The lines of a function, which first declares its variables."""
    body = lines(function.body, 1, "")
    own = dict.fromkeys(_VARIABLE.findall("\n".join(body)))
    known = set(_VARIABLE.findall("\n".join(function.head)))
    known |= {name for found in _DECLARED.findall("\n".join(body)) for name in found}
    new = [name for name in own if name not in known]
    return [*function.head, *([f"    let {', '.join(new)};"] if new else []), *body, *function.foot]


class Runner:
    """A node that runs programs."""

    def __enter__(self) -> Runner:
        command("node", "Node.js (Debian: nodejs)")
        started = ["node", str(_HERE / "runner.cjs")]
        self._node = subprocess.Popen(started, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        return self

    def __exit__(self, *error: object) -> None:
        self._node.communicate()

    def prepare(self, sources: Iterable[str]) -> None:
        """Does nothing: one at a time takes no longer."""

    def reached(self, source: str) -> tuple[set[int], set[int]]:
        """The lines (from 1) of the sinks that the input came to in some run, and those in functions that are called.

        Raises UnusableError.
        """
        split = source.split("\n")
        sinks = {at for at, line in enumerate(split, 1) if line.strip().startswith(SINK)}
        code = "\n".join(
            re.sub(r"(?<!\w)exec\((.*)\);$", rf"SINK({at}, \1);", line) if at in sinks else line
            for at, line in enumerate(split, 1)
        )
        for old, new in _REPLACED.items():
            code = code.replace(old, new)
        assert self._node.stdin is not None and self._node.stdout is not None
        self._node.stdin.write(json.dumps(code) + "\n")
        self._node.stdin.flush()
        answer = json.loads(self._node.stdout.readline())
        if "error" in answer:
            raise UnusableError(answer["error"])
        return set(answer["hits"]), sinks - _uncalled(split)


_REPLACED = {
    "req.query.q;": "SOURCE();",
    "req.query.flag === 'x'": "FLAG()",
    "req.query.flag": "FLAG()",
    "const express = require('express');": "",
    "const { exec } = require('child_process');": "",
    "const app = express();": "",
    'app.get("/h", async (req, res) => {': "async function handler() {",
    "    res.end();\n});": "}",
}


def _uncalled(split: list[str]) -> set[int]:
    """The lines of the helpers that the handler does not come to."""
    starts = {
        found[1]: at for at, line in enumerate(split, 1) if (found := re.match(r"async function (helper\d)", line))
    }
    ends = {name: next(at for at in range(start, len(split)) if split[at] == "}") + 1 for name, start in starts.items()}
    inside = {at for name, start in starts.items() for at in range(start, ends[name] + 1)}
    called = [line for at, line in enumerate(split, 1) if at not in inside]
    live: set[str] = set()
    while more := {name for name in starts if name not in live and any(f"{name}(" in line for line in called)}:
        live |= more
        called += [line for name in more for line in split[starts[name] : ends[name]]]
    return {at for name in starts if name not in live for at in range(starts[name], ends[name] + 1)}
