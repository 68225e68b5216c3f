"""The rules that are in force: `load` reads rule files into a `RuleSet`, and says what is wrong with them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from reread.analyzers.findings import Applicability, Severity


class Problem(NamedTuple):
    """One mistake in one rule file. `rule` and `key` are "" where the mistake is not inside a rule or under a key."""

    path: str
    rule: str
    key: str
    message: str

    def __str__(self) -> str:
        where = [self.path, *(f"rule {self.rule}" for _ in "." if self.rule), *(self.key for _ in "." if self.key)]
        return f"{': '.join(where)}: {self.message}"


class Rule(NamedTuple):
    """One rule, checked. `formula` is what it matches, as plain lists and strings (see `formula`)."""

    id: str
    message: str
    severity: Severity
    languages: tuple[str, ...]
    formula: list[Any]
    path: str = ""
    fix: str | None = None
    applicability: Applicability = Applicability.UNSAFE
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    metadata: Mapping[str, Any] = {}
    explanation: str = ""
    documentation: str = ""

    @property
    def has_fix(self) -> bool:
        return self.fix is not None


class RuleSet(NamedTuple):
    """All rules, in the order of loading, one for each id, and the problems of those that could not be loaded."""

    rules: tuple[Rule, ...] = ()
    problems: tuple[Problem, ...] = ()


def load(paths: Sequence[str] = (), *, builtin: bool = True) -> RuleSet:
    """The built-in rules and those of the files and folders given (`.yaml`, `.yml`); a later id replaces an earlier."""
    return RuleSet()
