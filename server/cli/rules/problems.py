"""A problem in a rule file, as one line with its location."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

from reread.analyzers import inside
from reread.analyzers.data_directories import workspace_of_rule
from reread.analyzers.rules.rule import Problem
from reread.server.report.report import Report

_SHOWS = "any/rule-file-problem"


def described(problem: Problem) -> str:
    """Path, line and column from 1, rule, key, message; without the place where the file cannot be read."""
    from reread.analyzers.rules.loading import yaml_positions

    try:
        text = inside.read(workspace_of_rule(problem.path), problem.path).decode()
    except (OSError, UnicodeDecodeError):
        return str(problem)
    return yaml_positions.described(problem, text)


def unshown(problems: Iterable[Problem], report: Report | None, *, all_lines: bool = False) -> list[str]:
    """The problems, one per line, without those that a finding of the report shows in the file itself."""
    shown = frozenset(_shown(report, all_lines) if report is not None else ())
    lines = ((problem.path, described(problem)) for problem in problems)
    return [line for path, line in lines if (os.path.realpath(path), line.removeprefix(f"{path}:")) not in shown]


def _shown(report: Report, all_lines: bool) -> Iterator[tuple[str, str]]:
    """Path, and place and message, of the mistakes in rule files that are among the findings."""
    for file in report.files:
        for located in file.findings:
            if located.finding.rule == _SHOWS and (located.new or all_lines):
                place = f"{located.place.line + 1}:{located.place.column + 1}"
                yield os.path.realpath(file.path), f"{place}: {located.finding.message}"
