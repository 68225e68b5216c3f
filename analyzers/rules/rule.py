"""What a rule is once it has been read and checked, and what can be wrong with one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from reread.analyzers.findings import Applicability, Severity


class Problem(NamedTuple):
    """One mistake in one rule file. `rule` and `key` are "" where the mistake is not inside a rule or under a key."""

    path: str
    rule: str
    key: str
    message: str

    def __str__(self) -> str:
        where = [self.path, f"rule {self.rule}" if self.rule else "", self.key]
        return ": ".join([*(part for part in where if part), self.message])


class Rule(NamedTuple):
    """One rule, checked. `formula` is what it matches and `words` what a file must hold for that, both as plain data
    (see `formula` and `words`). `documentation` is an address or "", `explanation` is Markdown.
    """

    id: str
    message: str
    severity: Severity
    languages: tuple[str, ...]
    formula: list[Any]
    words: list[Any]
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
