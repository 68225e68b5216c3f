"""What is wrong with a rule file, as one line with its place."""

from __future__ import annotations

from reread.analyzers.rules.rule import Problem


def described(problem: Problem) -> str:
    """Path, line and column from 1, rule, key, message; without the place where the file cannot be read."""
    from reread.analyzers.rules import yaml_places

    try:
        with open(problem.path, encoding="utf-8") as file:
            text = file.read()
    except (OSError, UnicodeDecodeError):
        return str(problem)
    return yaml_places.described(problem, text)
