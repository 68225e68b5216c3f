"""Programs in Go: how they are made, and what reaches their sinks when they run."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.executed import programs
from tests.executed.programs import Program, UnusableError, Writing, command, lines, read

RULE = "go/command-injection"
NAME = "app.go"
LANGUAGE = "go"
SINK = 'exec.Command("sh", "-c", '
START = "func (s SubBox) kind"
_HERE = Path(__file__).parent
_FRAME = (_HERE / "frame.go.txt").read_text(encoding="utf-8")
_TEMPLATES = read(_HERE / "go.txt", {SINK: 16.0, "{o:s} := r.": 3.0})
_WRITING = Writing(
    helper=("", "func helper$number(r *http.Request, $one, $other string) string {"),
    helper_end=("\treturn $given", "}"),
    call="{o:s} := helper$number(r, {a:s}, {b:s})",
    handler=(
        *("", "func handler(w http.ResponseWriter, r *http.Request) {"),
        *('\t$one := r.URL.Query().Get("q")', '\t$other := "fixed"'),
    ),
    handler_end=("}",),
)
_DECLARED = re.compile(r"(\t*)((?:\w+, )*\w+) := (?!range)")
_FUNCTION = re.compile(r"func (?:helper\d|handler)\(.*\{$")
_REPLACED = {
    'r.URL.Query().Get("q")': "source()",
    'r.URL.Query().Get("flag") != ""': "flag()",
    'r.URL.Query().Get("flag") == "x"': "flag()",
    "r.Context()": "context.Background()",
    "w http.ResponseWriter, r *http.Request": "",
    "r *http.Request, ": "",
    "(r, ": "(",
}
_NOT_NEEDED = ('\t"net/http"\n', '\t"os/exec"\n')
_USED = """
var _ = bytes.NewBufferString
var _ = context.Background
var _ = errors.New
var _ = fmt.Sprint
var _ = strconv.Itoa
var _ = strings.Join
"""
_TOGETHER = 400
_SECONDS = 120


def program(seed: int) -> Program:
    return programs.program(_TEMPLATES, seed, _WRITING)


def text(made: Program) -> str:
    functions = []
    for each in made:
        body = [_with_tabs(line) for line in lines(each.body, 1, "_ = 0")]
        functions.append("\n".join(_declared_once([*each.head, *body, *each.foot])))
    return _FRAME + "\n".join((*functions, ""))


def _with_tabs(line: str) -> str:
    left = line.lstrip(" ")
    return "\t" * ((len(line) - len(left)) // 4) + left


def _declared_once(split: list[str]) -> Iterator[str]:
    """The lines of a function, in which what is known already is only assigned, and all that is declared is used."""
    known: list[tuple[int, str]] = []
    for line in split:
        deep = len(line) - len(line.lstrip("\t"))
        known = [(depth, name) for depth, name in known if depth <= deep or not line]
        found = _DECLARED.match(line)
        if found is None:
            known += [(deep + 1, name) for name in re.findall(r"\b([sldo]\d+)(?:,| string\))", line) if "func " in line]
            yield line
            continue
        names = [name for name in found[2].split(", ") if name != "_"]
        if all(any(name == other for _, other in known) for name in names):
            yield line.replace(" := ", " = ", 1)
            continue
        known += [(deep, name) for name in names]
        yield line
        yield from (f"{found[1]}_ = {name}" for name in names)


class Runner:
    """Has programs compiled and run, many at once."""

    def __enter__(self) -> Runner:
        command("go", "the toolchain of Go, version 1.19 or later (Debian: golang-go)")
        self._folder = TemporaryDirectory()
        self._answers: dict[str, str] = {}
        self._write("go.mod", "module executed\n\ngo 1.19\n")
        self._write("trial.go", (_HERE / "trial.go").read_text(encoding="utf-8"))
        self._write("frame.go", _package(_FRAME[_FRAME.index(")\n") + 2 :]))
        return self

    def __exit__(self, *error: object) -> None:
        self._folder.cleanup()

    def prepare(self, sources: Iterable[str]) -> None:
        """Has programs compiled and run together, since one at a time takes longer."""
        waiting = [each for each in dict.fromkeys(sources) if each not in self._answers]
        for at in range(0, len(waiting), _TOGETHER):
            some = waiting[at : at + _TOGETHER]
            self._answers |= zip(some, self._run(some), strict=True)

    def reached(self, source: str) -> tuple[set[int], set[int]]:
        """The lines (from 1) of the sinks that the input came to in some run, and those in functions that ran.

        Raises UnusableError.
        """
        self.prepare([source])
        answer = self._answers[source]
        if not answer.startswith("ran "):
            raise UnusableError(answer)
        hits, ran = ({int(line) for line in re.findall(r"\d+", each)} for each in answer.split("] "))
        starts = _functions(source)
        sinks = {at for at, line in enumerate(source.split("\n"), 1) if line.strip().startswith(SINK)}
        return hits, {at for at in sinks if [start for start in starts if start <= at][-1] in ran}

    def _write(self, name: str, source: str) -> None:
        Path(self._folder.name, name).write_text(source, encoding="utf-8")

    def _run(self, sources: list[str]) -> list[str]:
        """What each program has done; those that the compiler refuses are left out and the rest is compiled again."""
        answers = ["refused"] * len(sources)
        left = set(range(len(sources)))
        for number, source in enumerate(sources):
            self._write(f"program{number}.go", _executable(source, number))
        while left:
            calls = "\n".join(f"\ttrial({number}, handler_{number})" for number in sorted(left))
            self._write("main.go", f"package main\n\nfunc main() {{\n{calls}\n}}\n")
            refused = self._build() & left
            if not refused:
                break
            for number in refused:
                Path(self._folder.name, f"program{number}.go").unlink()
            left -= refused
        if left:
            done = subprocess.run(
                ["./executed"], cwd=self._folder.name, capture_output=True, text=True, timeout=_SECONDS
            )
            for line in done.stdout.splitlines():
                number, answer = line.split(" ", 1)
                answers[int(number)] = answer
        for number in left:
            Path(self._folder.name, f"program{number}.go").unlink()
        return answers

    def _build(self) -> set[int]:
        """The numbers of the programs in which the compiler has found an error."""
        build = ["go", "build", "-gcflags=-e", "-o", "executed", "."]
        environment = {**os.environ, "GOTOOLCHAIN": "local", "GOFLAGS": "-mod=mod"}
        done = subprocess.run(build, cwd=self._folder.name, capture_output=True, text=True, env=environment)
        refused = {int(number) for number in re.findall(r"^\./program(\d+)\.go", done.stderr, re.M)}
        assert refused or done.returncode == 0, done.stderr
        return refused


def _package(code: str) -> str:
    imports = _FRAME[: _FRAME.index(")\n") + 2]
    for each in _NOT_NEEDED:
        imports = imports.replace(each, "")
    return imports + _USED + code


def _functions(source: str) -> list[int]:
    return [at for at, line in enumerate(source.split("\n"), 1) if _FUNCTION.match(line)]


def _executable(source: str, number: int) -> str:
    """A program whose functions have names of their own, and which tells what comes to its sinks."""
    split = source.split("\n")
    for at in _functions(source):
        split[at - 1] += f" entered({at})"
    for at, line in enumerate(split, 1):
        split[at - 1] = re.sub(rf"^(\t*){re.escape(SINK)}(.*)\)\.Run\(\)$", rf"\1sink({at}, \2)", line)
    code = "\n".join(split[_FRAME.count("\n") :])
    for old, new in _REPLACED.items():
        code = code.replace(old, new)
    return _package(re.sub(r"\b(helper\d|handler)\(", rf"\1_{number}(", code))
