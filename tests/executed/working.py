"""Programs that work: loops, comparisons and conditions in all their spellings, which end and say what they do.

Besides, some have a line that cannot be meant, and only such a line.
"""

from __future__ import annotations

import json
import subprocess
import sys
import warnings
from pathlib import Path
from types import FrameType
from typing import Any, NamedTuple

from hypothesis import strategies as st

from tests.executed.programs import command

_HERE = Path(__file__).parent
_MOST_STEPS = 50_000
PLANTED = "planted"


class Spelling(NamedTuple):
    """How a language writes what programs are made of.

    In `conditions` and `loops`, `{x}` and `{y}` are numbers, `{n}` is one that is never assigned, `{c}` and `{d}` are
    conditions and `{i}`, `{j}`, `{k}` names of the loop's own. A loop has a line `{body}`. `planted` cannot be meant.
    """

    language: str
    numbers: tuple[str, ...]
    limits: tuple[str, ...]
    conditions: tuple[str, ...]
    loops: tuple[str, ...]
    planted: tuple[str, ...]
    show: str
    assign: tuple[str, ...]
    branch: str
    branches: str
    program: str


_NUMBERS = ("0", "1", "2", "5", "low", "high", "a", "b", "a + 1", "b - a", "a * 2", "high - 1")
_BOTH = (
    *("{x} < {y}", "{x} <= {y}", "{x} > {y}", "{x} >= {y}", "{x} == {y}", "{x} != {y}", "0 < {x}", "5 >= {x}"),
    *("{x} % 2 == 0", "({x} & 1) == 0", "({x} & {y}) != 0", "{x} / 2 == {y} / 2", "{x} - {y} == 0", "{x} + 0.5 > {y}"),
)

PYTHON = Spelling(
    "python",
    (*_NUMBERS, "len(xs)", "xs[0]", "xs[-1]", "xs[len(xs) - 1]", "max(a, b)", "len(s)"),
    ("4", "low", "high", "len(xs)", "len(xs) - 1", "high + 1"),
    (
        *_BOTH,
        *("not ({c})", "({c}) and ({d})", "({c}) or ({d})", "0 < {x} < 5", "{x} <= {y} <= high", "not {x} == {y}"),
        *("len(xs) > 0", "len(xs) >= 1", "len(xs) != 0", "0 < len(xs)", "not xs", "len(xs) == 3", "len(s) >= 2"),
        *("{x} in xs", "{x} not in xs", "not {x} in xs", "s in ('x', 'y')", "s == 'x' or s == 'yz'", "'y' in s"),
        *("none is None", "none == None", "s is not None", "flag", "flag == True", "flag is True", "({c}) == flag"),
        *(
            "({c}) is flag",
            "({c}) != ({d})",
            "isinstance({x}, int)",
            "s.find('y') >= 0",
            "s.find('z') > 0",
            "xs == [1]",
        ),
        *("{x} / 10 == 0.1", "{x} * 0.5 == 1.5", "not len(xs)", "len(xs) == 0 or xs[0] > {x}", "bool({x}) == flag"),
        *("{x} == 1 or {x} == 2", "s == 'x' and not flag", "type({x}) == int", "(a or 1) > {x}", "s.count('y') > -1"),
    ),
    (
        "for {i} in range({n}):\n{body}",
        "for {i} in range(1, {n}):\n{body}",
        "for {i} in range({n}, 0, -1):\n{body}",
        "for {i} in range({n} - 1, -1, -1):\n{body}",
        "for {i} in range(len(xs)):\n    show(xs[{i}])\n{body}",
        "for {i} in range(len(xs) - 1):\n    show(xs[{i}], xs[{i} + 1])\n{body}",
        "for {i} in range(1, len(xs)):\n    show(xs[{i} - 1])\n{body}",
        "for {i} in range(1, len(xs) + 1):\n    show(xs[{i} - 1], xs[-{i}])\n{body}",
        "for {i} in range(len(xs) + 1):\n    show(xs[:{i}], xs[{i}:])\n{body}",
        "for {i} in range(len(xs) + 1):\n    if {i} == len(xs):\n        break\n    show(xs[{i}])\n{body}",
        "for {i} in range(len(xs) + 1):\n    show(xs[{i}] if {i} < len(xs) else 0)\n{body}",
        "for {i}, {k} in enumerate(xs):\n    show({i}, {k})\n{body}",
        "for {k} in xs:\n    show({k})\n{body}",
        "{i} = 0\nwhile {i} < {n}:\n    {i} += 1\n{body}",
        "{i} = 0\nwhile {n} > {i}:\n    {i} += 1\n{body}",
        "{i} = {n}\nwhile {i} > 0:\n    {i} -= 1\n{body}",
        "{i} = {n}\nwhile 0 < {i}:\n    {i} = {i} - 1\n{body}",
        "{i} = {n} - 1\nwhile {i} >= 0:\n{body}\n    {i} -= 1",
        "{i}, {j} = 0, {n}\nwhile {i} < {j}:\n    {j} -= 1\n{body}",
        "{i}, {j} = 0, {n}\nwhile {i} <= {j}:\n    {i} += 1\n    {j} -= 1\n{body}",
        "{i} = 0\nwhile True:\n    {i} += 1\n    if {i} > 3:\n        break\n{body}",
        "{i} = iter(xs)\nwhile ({k} := next({i}, None)) is not None:\n    show({k})\n{body}",
        "for {k} in xs:\n    if {k} == {n}:\n        break\n{body}\nelse:\n    show({n})",
        "for {i} in range(len(xs)):\n    if {i} + 1 < len(xs):\n        show(xs[{i} + 1])\n{body}",
        "{i} = 0\nwhile {i} != len(xs):\n    show(xs[{i}])\n    {i} += 1\n{body}",
        "{i} = len(xs)\nwhile {i}:\n    {i} -= 1\n    show(xs[{i}])\n{body}",
        "{i} = 0\nwhile {i} <= len(xs):\n    if {i} < len(xs):\n        show(xs[{i}])\n    {i} += 1\n{body}",
    ),
    ("if len(xs) >= 0:\n    show(-1)", "if s is 'x':\n    show(-1)"),
    "show({x}, {y})",
    ("a = {x}", "a += {x}", "b = {x}", "b -= 1", "ys[len(ys):] = [{x}]", "ys.append({x})", "a, b = b, a"),
    "if {c}:\n{body}",
    "if {c}:\n{body}\nelif {d}:\n{body}\nelse:\n{body}",
    "def work(low, high, xs, s, flag, none):\n    a, b, ys = low, high, []\n{body}\n    show(a, b, ys)\n\n\n{calls}\n",
)

JAVASCRIPT = Spelling(
    "javascript",
    (*_NUMBERS, "xs.length", "xs[0]", "xs[xs.length - 1]", "Math.max(a, b)", "s.length"),
    ("4", "low", "high", "xs.length", "xs.length - 1", "high + 1"),
    (
        *_BOTH,
        *("{x} === {y}", "{x} !== {y}", "{x} % 2 === 0", "({x} & 1) === 0", "{x} / 2 === {y} / 2", "({c}) === ({d})"),
        *("!({c})", "({c}) && ({d})", "({c}) || ({d})", "0 < {x} && {x} < 5", "{x} <= {y} && {y} <= high"),
        *("xs.length > 0", "xs.length >= 1", "xs.length !== 0", "0 < xs.length", "!xs.length", "s.length >= 2"),
        *("xs.includes({x})", "xs.indexOf({x}) >= 0", "xs.indexOf({x}) !== -1", "xs.indexOf({x}) > 0", "s === 'x'"),
        *("s === 'x' || s === 'yz'", "typeof s === 'string'", "typeof {x} == 'number'", "Number.isNaN({x})", "flag"),
        *("flag === true", "!flag", "none === null", "none == null", "s != null", "({c}) === flag", "!('k' in box)"),
        *("s in box", "xs instanceof Array", "Array.isArray(xs)", "!(xs instanceof Array)", "~xs.indexOf({x})"),
        *("{x} / 10 === 0.1", "{x} * 0.5 === 1.5", "xs.length === 0 || xs[0] > {x}", "Boolean({x}) === flag"),
        *("{x} === 1 || {x} === 2", "s === 'x' && !flag", "(a || 1) > {x}", "xs[4] === undefined", "xs[4] == null"),
        *(
            "typeof box.z === 'undefined'",
            "{x} !== null",
            "!!{x}",
            "xs.some((each) => each > {x})",
            "s.indexOf('y') > -1",
        ),
    ),
    (
        "for (let {i} = 0; {i} < {n}; {i}++) {{\n{body}\n}}",
        "for (let {i} = 0; {n} > {i}; {i}++) {{\n{body}\n}}",
        "for (let {i} = 0, {j} = {n}; {j} > {i}; {i}++) {{\n{body}\n}}",
        "for (let {i} = 0, {j} = {n}; {i} < {j}; {i}++) {{\n{body}\n}}",
        "for (let {i} = 0, {j} = {n}; {i} < {j}; {j}--) {{\n{body}\n}}",
        "for (let {i} = 0, {j} = {n}; {j} > {i}; {j}--) {{\n{body}\n}}",
        "for (let {i} = 0, {j} = {n}; {i} < {j}; {i}++, {j}--) {{\n{body}\n}}",
        "for (let {i} = 0; {i} <= {n} - 1; {i}++) {{\n{body}\n}}",
        "for (let {i} = 0; {i} < {n}; {i} += 2) {{\n{body}\n}}",
        "for (let {i} = {n}; {i} > 0; {i}--) {{\n{body}\n}}",
        "for (let {i} = {n}; 0 < {i}; {i}--) {{\n{body}\n}}",
        "for (let {i} = {n} - 1; {i} >= 0; {i}--) {{\n{body}\n}}",
        "for (let {i} = {n}; {i}-- > 0;) {{\n{body}\n}}",
        "for (let {i} = {n}; low < {i}; {i}--) {{\n{body}\n}}",
        "for (let {i} = low; high > {i}; ++{i}) {{\n{body}\n}}",
        "for (let {i} = -3; {i} < 0; {i}++) {{\n{body}\n}}",
        "for (let {i} = 0; {i} >= 0; {i}++) {{\n  if ({i} > 3) break;\n{body}\n}}",
        "for (let {i} = 1; ; {i}++) {{\n  if ({i} > 3) break;\n{body}\n}}",
        "for (let {i} = 0; {i} < xs.length; {i}++) {{\n  show(xs[{i}]);\n{body}\n}}",
        "for (let {i} = 1; {i} <= xs.length; {i}++) {{\n  show(xs[{i} - 1]);\n{body}\n}}",
        "for (let {i} = 0; {i} <= xs.length; {i}++) {{\n  show(xs.slice(0, {i}));\n{body}\n}}",
        "for (let {i} = 0; {i} <= xs.length; {i}++) {{\n  if ({i} < xs.length) show(xs[{i}]);\n{body}\n}}",
        "for (let {i} = 0; {i} <= xs.length; {i}++) {{\n  show({i} === xs.length ? 0 : xs[{i}]);\n{body}\n}}",
        "for (const {k} of xs) {{\n  show({k});\n{body}\n}}",
        "for (const [{i}, {k}] of xs.entries()) {{\n  show({i}, {k});\n{body}\n}}",
        "for (const {k} in box) {{\n  show({k}, box[{k}]);\n{body}\n}}",
        "let {i} = 0;\nwhile ({i} < {n}) {{\n  {i}++;\n{body}\n}}",
        "let {i} = {n};\nwhile ({i} > 0) {{\n  {i}--;\n{body}\n}}",
        "let {i} = 0;\ndo {{\n  {i}++;\n{body}\n}} while ({i} < {n});",
        "let {k};\nlet {i} = 0;\nwhile (({k} = xs[{i}++])) {{\n  show({k});\n{body}\n}}",
        "let {k};\nlet {i} = 0;\nwhile ({k} = xs[{i}++]) {{\n  show({k});\n{body}\n}}",
        "let {k};\nlet {i} = 0;\nwhile (({k} = xs[{i}]) !== undefined) {{\n  show({k});\n  {i}++;\n{body}\n}}",
        "let {i} = 0;\nwhile ({i} !== xs.length) {{\n  show(xs[{i}++]);\n{body}\n}}",
        "let {i} = xs.length;\nwhile ({i}--) {{\n  show(xs[{i}]);\n{body}\n}}",
        "for (let {i} = xs.length; {i}--; ) {{\n  show(xs[{i}]);\n{body}\n}}",
        "for (let {i} = 0, {k}; ({k} = xs[{i}]); {i}++) {{\n  show({k});\n{body}\n}}",
        "for (var {i} = 0, {j} = xs.length; {i} < {j}; {i} += 1) {{\n  show(xs[{i}]);\n{body}\n}}",
        "for (let {i} = 0; {i} < xs.length - 1; {i}++) {{\n  show(xs[{i}], xs[{i} + 1]);\n{body}\n}}",
        "for (let {i} = high; {i} >= low; --{i}) {{\n{body}\n}}",
        "let {i} = {n};\nwhile ({i}-- > 0) {{\n{body}\n}}",
    ),
    (
        "if (xs.length >= 0) show(-1);",
        "if (a === NaN) show(-1);",
        "for (let z = 7; z < 3; z--) show(-1);",
    ),
    "show({x}, {y});",
    ("a = {x};", "a += {x};", "b = {x};", "b -= 1;", "ys[ys.length] = {x};", "ys.push({x});", "[a, b] = [b, a];"),
    "if ({c}) {{\n{body}\n}}",
    "if ({c}) {{\n{body}\n}} else if ({d}) {{\n{body}\n}} else {{\n{body}\n}}",
    "function work(low, high, xs, s, flag, none) {{\n  const box = {{ k: 1, x: 2 }};\n  let a = low;\n  let b = high;\n"
    "  const ys = [];\n{body}\n  show(a, b, ys);\n}}\n\n{calls}\n",
)

_CALLS = {
    "python": (
        "work(0, 3, [4, 5, 6], 'x', True, None)\nwork(2, 2, [1], 'yz', False, None)\nwork(-1, 5, [2, 0, 2, 9], 'a', True, None)"
    ),
    "javascript": (
        "work(0, 3, [4, 5, 6], 'x', true, null);\nwork(2, 2, [1], 'yz', false, null);\n"
        "work(-1, 5, [2, 0, 2, 9], 'a', true, null);"
    ),
}


class _Writer:
    def __init__(self, draw: st.DrawFn, how: Spelling) -> None:
        self.draw = draw
        self.how = how
        self.loops = 0

    def one(self, texts: tuple[str, ...]) -> str:
        return self.draw(st.sampled_from(texts))

    def condition(self, deep: int = 0) -> str:
        text = self.one(self.how.conditions)
        inner = {name: "flag" if deep else self.condition(deep + 1) for name in "cd" if f"{{{name}}}" in text}
        return text.format(x=self.one(self.how.numbers), y=self.one(self.how.numbers), **inner)

    def body(self, deep: int) -> str:
        """Statements, which say at their end how far they came."""
        count = self.draw(st.integers(1, 3 if not deep else 2))
        made = [self.statement(deep) for _ in range(count)]
        return "\n".join([*made, self.how.show.format(x="a", y="b")])

    def statement(self, deep: int) -> str:
        kinds = ("show", "assign") if deep > 2 else ("show", "assign", "loop", "loop", "branch", "branches")
        kind = self.one(kinds)
        x, y = self.one(self.how.numbers), self.one(self.how.numbers)
        if kind == "show":
            return self.how.show.format(x=x, y=y)
        if kind == "assign":
            return self.one(self.how.assign).format(x=x)
        names: dict[str, str] = {"c": self.condition(), "d": self.condition()}
        if kind == "loop":
            self.loops += 1
            names = {each: f"{each}{self.loops}" for each in "ijk"} | {"n": self.one(self.how.limits)}
        text = self.one(self.how.loops) if kind == "loop" else getattr(self.how, kind)
        parts = text.split("{body}")
        made = [_indented(self.body(deep + 1)) for _ in parts[1:]]
        return "".join(part.format(**names) + inner for part, inner in zip(parts, [*made, ""], strict=True))


@st.composite
def programs(draw: st.DrawFn, how: Spelling) -> str:
    """The text of a program; a planted line says so."""
    writer = _Writer(draw, how)
    body = writer.body(0)
    if draw(st.integers(0, 4)) == 0:
        first, *more = writer.one(how.planted).split("\n")
        mark = f"  # {PLANTED}" if how.language == "python" else f" // {PLANTED}"
        body = "\n".join([body, first + mark, *more])
    text, calls = how.program.split("{body}"), _CALLS[how.language]
    start, end = text[0].replace("{{", "{").replace("}}", "}"), text[1].format(calls=calls)
    return start + _indented(body, how.language) + end


def _indented(text: str, language: str = "python") -> str:
    return "\n".join(f"    {line}" if line else line for line in text.split("\n"))


class PythonRunner:
    """Runs programs in this process."""

    def __enter__(self) -> PythonRunner:
        return self

    def __exit__(self, *error: object) -> None:
        pass

    def shown(self, source: str) -> str:
        """What a program shows, with the error that ends it."""
        shown: list[object] = []
        left = _MOST_STEPS

        def count(frame: FrameType, event: str, argument: object) -> Any:
            nonlocal left
            left -= 1
            if left < 0:
                raise TimeoutError
            return count

        before = sys.gettrace()
        try:
            with warnings.catch_warnings(action="ignore", category=SyntaxWarning):
                code = compile(source, "app.py", "exec")
            sys.settrace(count)
            exec(code, {"show": lambda *values: shown.append(values)})
        except Exception as error:
            shown.append(f"error: {type(error).__name__}")
        finally:
            sys.settrace(before)
        return repr(shown)


class NodeRunner:
    """A node that runs programs."""

    def __enter__(self) -> NodeRunner:
        command("node", "Node.js (Debian: nodejs)")
        started = ["node", str(_HERE / "printing.cjs")]
        self._node = subprocess.Popen(started, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        return self

    def __exit__(self, *error: object) -> None:
        self._node.communicate()

    def shown(self, source: str) -> str:
        """What a program shows, with the error that ends it."""
        assert self._node.stdin is not None and self._node.stdout is not None
        self._node.stdin.write(json.dumps(source) + "\n")
        self._node.stdin.flush()
        answer: str = json.loads(self._node.stdout.readline())
        return answer
