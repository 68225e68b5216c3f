"""Programs in Java: how they are made, and what reaches their sinks when they run."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.executed import programs
from tests.executed.programs import Function, Program, UnusableError, Writing, command, lines, read

RULE = "java/command-injection"
NAME = "Handler.java"
LANGUAGE = "java"
SINK = "Runtime.getRuntime().exec("
START = "public class Handler"
_HERE = Path(__file__).parent
_FRAME = (_HERE / "frame.java.txt").read_text(encoding="utf-8")
_TEMPLATES = read(_HERE / "java.txt", {SINK: 16.0, "String {o:s} = request.": 3.0})
_WRITING = Writing(
    helper=(
        "",
        "    private String helper$number(HttpServletRequest request, String $one, String $other) throws IOException {",
    ),
    helper_end=("        return $given;", "    }"),
    call="String {o:s} = helper$number(request, {a:s}, {b:s});",
    handler=(
        *("", "    @Override"),
        "    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {",
        *('        String $one = request.getParameter("q");', '        String $other = "fixed";'),
    ),
    handler_end=("    }",),
)
_DECLARED = re.compile(r"( *(?:for \()?)(String|List<String>|Map<String, String>|Box) ([sldo]\d+)\b")
_FUNCTION = re.compile(r"    \w+ \w+ (?:helper\d|doGet)\(.*\{$")
_SERVLETS = {
    "HttpServlet": "class HttpServlet { protected void doGet(HttpServletRequest r, HttpServletResponse s)"
    " throws java.io.IOException {} }",
    "HttpServletRequest": "interface HttpServletRequest { String getParameter(String n);"
    " String[] getParameterValues(String n); }",
    "HttpServletResponse": "interface HttpServletResponse {}",
}
_TOGETHER = 150


def program(seed: int) -> Program:
    made = list(programs.program(_TEMPLATES, seed, _WRITING))
    for number in range(len(made) - 2, -1, -1):
        if not any(f"helper{number}(" in _text(each) for each in made[number + 1 :]):
            # What nobody calls may be reported, since others may come to call it.
            del made[number]
    return tuple(made)


def text(made: Program) -> str:
    return _FRAME + "\n".join((*(_text(each) for each in made), "}", ""))


def _text(function: Function) -> str:
    return "\n".join(_declared_once([*function.head, *lines(function.body, 2, ""), *function.foot]))


def _declared_once(split: list[str]) -> Iterator[str]:
    """The lines of a function, in which what is known already is only assigned."""
    known: list[tuple[int, str]] = []
    for line in split:
        deep = len(line) - len(line.lstrip(" "))
        known = [(depth, name) for depth, name in known if depth <= deep or not line]
        found = _DECLARED.match(line)
        if found is None:
            known += [(deep + 1, name) for name in re.findall(r"String ([sldo]\d+)[,)]", line)]
            yield line
        elif any(name == found[3] for _, name in known):
            yield found[1] + line[found.start(3) :]
        else:
            known.append((deep + found[1].count("for"), found[3]))
            yield line


class Runner:
    """A Java virtual machine that compiles and runs programs."""

    def __enter__(self) -> Runner:
        command("javac", "a JDK of version 17 or later (Debian: default-jdk-headless)")
        self._folder = TemporaryDirectory()
        for name, declaration in _SERVLETS.items():
            self._write(f"javax/servlet/http/{name}", f"package javax.servlet.http; public {declaration}")
        self._write("Trial", (_HERE / "Trial.java").read_text(encoding="utf-8"))
        self._write("Frame", _FRAME[: _FRAME.index(START)])
        started = ["java", str(_HERE / "Runner.java"), self._folder.name]
        self._machine = subprocess.Popen(started, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self._answers: dict[str, str] = {}
        self._asked(["Trial", "Frame"])
        return self

    def __exit__(self, *error: object) -> None:
        self._machine.communicate()
        self._folder.cleanup()

    def prepare(self, sources: Iterable[str]) -> None:
        """Has programs compiled and run together, since one at a time takes longer."""
        waiting = list(dict.fromkeys(sources))
        for at in range(0, len(waiting), _TOGETHER):
            some = waiting[at : at + _TOGETHER]
            names = [f"Handler{len(self._answers) + number}" for number in range(len(some))]
            for name, source in zip(names, some, strict=True):
                self._write(name, _executable(source, name))
            self._answers |= zip(some, self._asked(names), strict=True)

    def reached(self, source: str) -> tuple[set[int], set[int]]:
        """The lines (from 1) of the sinks that the input came to in some run, and all sinks.

        Raises UnusableError.
        """
        if source not in self._answers:
            self.prepare([source])
        answer = self._answers[source]
        if not answer.startswith("ran "):
            raise UnusableError(answer)
        hits, entered = ({int(line) for line in re.findall(r"\d+", each)} for each in answer.split("] "))
        if not entered.issuperset(_functions(source)):
            raise UnusableError("a helper is never called")
        return hits, {at for at, line in enumerate(source.split("\n"), 1) if line.strip().startswith(SINK)}

    def _write(self, name: str, source: str) -> None:
        path = Path(self._folder.name, f"{name}.java")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(source, encoding="utf-8")

    def _asked(self, names: list[str]) -> list[str]:
        assert self._machine.stdin is not None and self._machine.stdout is not None
        self._machine.stdin.write(" ".join(names) + "\n")
        self._machine.stdin.flush()
        return [self._machine.stdout.readline().rstrip("\n") for _ in names]


def _functions(source: str) -> list[int]:
    return [at for at, line in enumerate(source.split("\n"), 1) if _FUNCTION.match(line)]


def _executable(source: str, name: str) -> str:
    """The class of a program under a name of its own, which tells what comes to its sinks."""
    split = source.split("\n")
    for at in _functions(source):
        split[at - 1] += f" Trial.entered({at});"
    for at, line in enumerate(split, 1):
        split[at - 1] = re.sub(rf"^( *){re.escape(SINK)}(.*\);)$", rf"\1Trial.sink({at}, \2", line)
    code = "\n".join(split)
    imports, own = code[: code.index("\n\n")], code[code.index(START) :]
    own = own.replace("Handler ", f"{name} ", 1).rstrip()[:-1]
    run = f"    public static String run() throws Exception {{ return Trial.of(new {name}()::doGet); }}"
    return f"{imports}\n{own}{run}\n}}\n"
