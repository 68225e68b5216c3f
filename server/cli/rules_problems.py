"""What is wrong with a rule file, as one line with its place."""

from __future__ import annotations

from reread.analyzers import inside
from reread.analyzers.data_directories import workspace_of_rule
from reread.analyzers.rules.rule import Problem


def described(problem: Problem) -> str:
    """Path, line and column from 1, rule, key, message; without the place where the file cannot be read."""
    from reread.analyzers.rules.loading import yaml_positions

    try:
        text = inside.read(workspace_of_rule(problem.path), problem.path).decode()
    except (OSError, UnicodeDecodeError):
        return str(problem)
    return yaml_positions.described(problem, text)
