"""The tests of golden cases are run here, for both versions of each case, in the four languages whose tools do that."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

from reread.server.evaluation.values import Case

PASSED, FAILED, REFUSED, ENDLESS = "passed", "failed", "refused", "endless"
_SECONDS = 20
_MAY_BE_REFUSED = {"broken-caller", "incomplete-change"}
"""The classes of defects that a compiler may be the one to find."""


class Trial(NamedTuple):
    """One version of a case in a folder, with the paths of its tests."""

    folder: Path
    tests: list[str]


class Outcome(NamedTuple):
    kind: str
    output: str

    def __str__(self) -> str:
        return f"{self.kind} ({' '.join(self.output.split())[-600:]})"


def wrong(cases: Sequence[Case], folder: Path) -> list[str]:
    """What is wrong with cases of one language that have a test: nothing when their tests show what they say."""
    trials = [_trial(folder / f"v{number}", case, after) for number, (case, after) in enumerate(_versions(cases))]
    outcomes = iter(RUNNERS[cases[0].language](folder, trials))
    found = []
    for case in cases:
        before, after = next(outcomes), next(outcomes)
        if before.kind != PASSED:
            found.append(f"{case.name}: before the change its test {before}")
        if after.kind not in _wanted(case):
            found.append(f"{case.name}: after the change its test {after}")
    return found


def _versions(cases: Sequence[Case]) -> list[tuple[Case, bool]]:
    return [(case, after) for case in cases for after in (False, True)]


def _wanted(case: Case) -> set[str]:
    if not case.annotations:
        return {PASSED}
    return {FAILED, REFUSED} if any(each.kind in _MAY_BE_REFUSED for each in case.annotations) else {FAILED}


def _trial(folder: Path, case: Case, after: bool) -> Trial:
    for path, text in {**(case.after if after else case.before), **case.test}.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        # Packages of different cases share a Go module, each in the folder of its version.
        text = text.replace('"example.org/desk/', f'"example.org/desk/{folder.name}/') if path.endswith(".go") else text
        file.write_text(text, encoding="utf-8")
    return Trial(folder, sorted(case.test))


def _python(folder: Path, trials: Sequence[Trial]) -> list[Outcome]:
    def run(trial: Trial) -> Outcome:
        modules = [path.removesuffix(".py").replace("/", ".") for path in trial.tests if path.endswith(".py")]
        return _ran([sys.executable, "-S", "-E", "-B", "-m", "unittest", *modules], trial.folder, _PYTHON_REFUSED)

    return _at_once(run, trials)


def _javascript(folder: Path, trials: Sequence[Trial]) -> list[Outcome]:
    (folder / "package.json").write_text('{"type": "module"}', encoding="utf-8")

    def run(trial: Trial) -> Outcome:
        (path,) = [path for path in trial.tests if path.endswith(".js")]
        return _ran(["node", path], trial.folder, _NODE_REFUSED)

    return _at_once(run, trials)


def _go(folder: Path, trials: Sequence[Trial]) -> list[Outcome]:
    (folder / "go.mod").write_text("module example.org/desk\n\ngo 1.19\n", encoding="utf-8")
    packages = {(trial.folder / path).parent for trial in trials for path in trial.tests if path.endswith("_test.go")}
    command = ["go", "test", "-vet=off", f"-timeout={_SECONDS}s"]
    command += sorted(f"./{package.relative_to(folder)}" for package in packages)
    environment = {**os.environ, "GOTOOLCHAIN": "local", "GOFLAGS": "-mod=mod"}
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, env=environment)
    kinds: dict[str, str] = {}
    for word, version, rest in re.findall(r"^(ok|FAIL)\s+example\.org/desk/(v\d+)\S*(.*)$", done.stdout, re.M):
        kind = PASSED if word == "ok" else REFUSED if "failed]" in rest else FAILED
        kinds[version] = kind if kinds.get(version, PASSED) == PASSED else kinds[version]
    output = done.stdout + done.stderr
    return [Outcome(kinds.get(trial.folder.name, REFUSED), _about(trial.folder.name, output)) for trial in trials]


def _about(version: str, output: str) -> str:
    """The lines of an output of Go about a version: those before its verdict, and those of the compiler."""
    before, found, _ = output.partition(f"\nFAIL\texample.org/desk/{version}/")
    told = "\n".join(line for line in output.split("\n") if line.startswith(f"{version}/"))
    return told + (before.rpartition("\nFAIL\texample.org")[2] if found else "")


def _java(folder: Path, trials: Sequence[Trial]) -> list[Outcome]:
    arguments = []
    for trial in trials:
        (path,) = [path for path in trial.tests if path.endswith(".java")]
        package = re.search(r"^package (.*);", (trial.folder / path).read_text(encoding="utf-8"), re.M)
        arguments += [str(trial.folder), f"{package[1]}.{Path(path).stem}" if package else Path(path).stem]
    started = ["java", str(Path(__file__).parent / "GoldenRunner.java"), *arguments]
    done = subprocess.run(started, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return [Outcome(*line.partition(" ")[::2]) for line in done.stdout.splitlines()]


def _at_once(run: Callable[[Trial], Outcome], trials: Sequence[Trial]) -> list[Outcome]:
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        return list(pool.map(run, trials))


def _ran(command: list[str], folder: Path, refused: re.Pattern[str]) -> Outcome:
    try:
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=_SECONDS)
    except subprocess.TimeoutExpired:
        return Outcome(ENDLESS, "")
    output = done.stdout + done.stderr
    return Outcome(PASSED if done.returncode == 0 else REFUSED if refused.search(output) else FAILED, output)


_PYTHON_REFUSED = re.compile("^(?:SyntaxError|IndentationError|ModuleNotFoundError|ImportError):", re.M)
_NODE_REFUSED = re.compile(r"^(?:SyntaxError:|.*ERR_MODULE_NOT_FOUND)", re.M)

RUNNERS: Mapping[str, Callable[[Path, Sequence[Trial]], list[Outcome]]] = {
    "python": _python,
    "javascript": _javascript,
    "go": _go,
    "java": _java,
}
COMMANDS = {"python": sys.executable, "javascript": "node", "go": "go", "java": "javac"}
