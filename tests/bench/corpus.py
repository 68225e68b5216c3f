"""The annotated corpus: which lines must be reported, which must not, and which of them a tool reports.

`tests/corpus/<language>/<class>/<topic>.<ending>`: `ruleid: CLASS` and `ok: CLASS` judge the next line.
"""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from reread.analyzers.engine.engine import Engine
from reread.analyzers.roles import Role
from reread.analyzers.rules import ruleset
from reread.analyzers.rules.check_options import CheckOptions
from reread.analyzers.rules.examples import all_marks
from reread.analyzers.rules.profiles import Profile
from reread.analyzers.syntax import language_of
from reread.analyzers.text import Document

CORPUS = Path(__file__).parents[1] / "corpus"


class Judged(NamedTuple):
    """One line (from 1) of a file of the corpus that must be reported, or must not be."""

    path: Path
    line: int
    language: str
    group: str
    bad: bool


class Report(NamedTuple):
    """What a tool says of one line; `group` is the class of weaknesses, "" where the tool does not tell."""

    path: Path
    line: int
    group: str
    rule: str


class Score(NamedTuple):
    """How many lines there are that must, and must not, be reported, and how many are: by the class, and by any."""

    bad: int
    found: int
    found_by_any: int
    good: int
    wrong: int
    wrong_by_any: int

    def __str__(self) -> str:
        return f"{_percent(self.found, self.bad)} {_percent(self.found_by_any, self.bad)} of {self.bad:4}   " + (
            f"{_percent(self.wrong, self.good)} {_percent(self.wrong_by_any, self.good)} of {self.good:4}"
        )


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:4.0f}%" if whole else "    -"


def judged_lines(root: Path = CORPUS) -> list[Judged]:
    """All lines of the corpus that something is said of."""
    found = []
    for path in sorted(path for path in root.rglob("*") if path.is_file()):
        language = path.relative_to(root).parts[0]
        for mark in all_marks(path.read_text(encoding="utf-8")):
            if mark.kind in ("ruleid", "ok"):
                found += [Judged(path, mark.line, language, group, mark.kind == "ruleid") for group in mark.rules]
    return found


def score(lines: Iterable[Judged], reports: Iterable[Report]) -> Score:
    """How the reports fit the lines."""
    groups: dict[tuple[Path, int], set[str]] = {}
    for report in reports:
        groups.setdefault((report.path, report.line), set()).add(report.group)
    numbers = [0] * 6
    for line in lines:
        said = groups.get((line.path, line.line), set())
        offset = 0 if line.bad else 3
        numbers[offset] += 1
        numbers[offset + 1] += line.group in said
        numbers[offset + 2] += bool(said)
    return Score(*numbers)


def reread(paths: Iterable[Path], profile: Profile = Profile.QUIET, extra: Iterable[str] = ()) -> list[Report]:
    """What the built-in rules say in a profile, security alone."""
    rules = ruleset.load(tuple(extra))
    groups = {rule.id: rule.group for rule in rules.rules if rule.category == "security"}
    engine = Engine(rules, CheckOptions(profile=profile, report_unused_suppressions=False))
    found = []
    for path in paths:
        document = Document(path.as_uri(), path.read_text(encoding="utf-8"), language=language_of(str(path)))
        for finding in engine.check(document, path.name, Role.CODE).findings:
            if finding.rule in groups:
                line = document.lines.line_of(finding.span.start) + 1
                found.append(Report(path, line, groups[finding.rule], finding.rule))
    return found


def bandit(program: str, root: Path) -> list[Report]:
    results = _json([program, "-q", "-r", str(root), "-f", "json"])["results"]
    return [Report(Path(each["filename"]), each["line_number"], "", each["test_id"]) for each in results]


def ruff(program: str, root: Path) -> list[Report]:
    options = ["--isolated", "--select", "S", "--no-cache", "--exit-zero", "--output-format", "json"]
    results = _json([program, "check", *options, str(root)])
    return [Report(Path(each["filename"]), each["location"]["row"], "", each["code"]) for each in results]


def semgrep(program: str, root: Path, rules: str) -> list[Report]:
    options = ["--metrics=off", "--disable-version-check", "--no-git-ignore", "--json", "--config", rules]
    results = _json([program, "scan", *options, str(root)])["results"]
    return [Report(Path(each["path"]), each["start"]["line"], "", each["check_id"]) for each in results]


def eslint(program: str, root: Path, configuration: str) -> list[Report]:
    """The configuration must apply to files below the working directory, which is the root of the corpus."""
    options = ["--no-config-lookup", "--no-inline-config", "--config", configuration, "--format", "json", "."]
    results = _json([program, *options], root)
    return [
        Report(Path(file["filePath"]), message["line"], "", message["ruleId"])
        for file in results
        for message in file["messages"]
        if message["ruleId"]
    ]


def _json(command: list[str], folder: Path | None = None) -> Any:
    environment = {**os.environ, "SEMGREP_ENABLE_VERSION_CHECK": "0", "SEMGREP_SEND_METRICS": "off"}
    done = subprocess.run(command, capture_output=True, cwd=folder, env=environment, check=False)
    if done.returncode not in (0, 1):
        raise RuntimeError(f"{command[0]} failed: {done.stderr.decode()[-500:]}")
    return json.loads(done.stdout)


def peers(folder: Path, environment: Mapping[str, str]) -> dict[str, Callable[[Path], list[Report]]]:
    """The tools to compare with, by name: those in a folder of programs, and those that the environment names.

    `BENCH_SEMGREP` and `BENCH_ESLINT` are programs, `BENCH_SEMGREP_RULES` is a file or folder of rules,
    `BENCH_ESLINT_CONFIG` a configuration of eslint with the plug-ins to measure.
    """
    known: dict[str, Callable[[Path], list[Report]]] = {}
    if (folder / "bandit").exists():
        known["bandit"] = lambda root: bandit(str(folder / "bandit"), root)
    if (folder / "ruff").exists():
        known["ruff S"] = lambda root: ruff(str(folder / "ruff"), root)
    program, rules = environment.get("BENCH_SEMGREP"), environment.get("BENCH_SEMGREP_RULES")
    if program and rules:
        known["semgrep"] = lambda root: semgrep(program, root, rules)
    linter, configuration = environment.get("BENCH_ESLINT"), environment.get("BENCH_ESLINT_CONFIG")
    if linter and configuration:
        known["eslint"] = lambda root: eslint(linter, root, configuration)
    return known
