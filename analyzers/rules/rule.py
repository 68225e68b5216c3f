"""A parsed and checked rule, and the problems that a rule can have."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple, TypeAlias

from reread.analyzers.findings import Applicability, Severity
from reread.analyzers.pattern import source
from reread.analyzers.pattern.prefilter.requirement import Requirement
from reread.analyzers.pattern.source import Formula
from reread.analyzers.recent import Recent
from reread.analyzers.rules.taint_spec import ModelJoin, TaintSpec


class Problem(NamedTuple):
    """One mistake in one rule file. `rule` and `key` are "" where the mistake is not inside a rule or under a key.

    With `runs` the rule runs all the same.
    """

    path: str
    rule: str
    key: str
    message: str
    runs: bool = False

    def __str__(self) -> str:
        where = [self.path, f"rule {self.rule}" if self.rule else "", self.key]
        return ": ".join([*(part for part in where if part), self.message])


class Check(NamedTuple):
    """A rule in Python, by the name of its module below `checks/`; `by_lines` is that of its definition."""

    module: str
    by_lines: bool
    kind: str = "check"


class Text(NamedTuple):
    """A rule over text, with its options, which say how patterns are read."""

    formula: Formula
    options: Mapping[str, Any] = {}
    kind: str = "text"


class Taint(NamedTuple):
    """A taint rule with its options. Specs from the cache are read group by group (`cache/serialization.py`)."""

    specs: tuple[TaintSpec, ...] | Mapping[str, Any]
    options: Mapping[str, bool] = {}
    joins: tuple[ModelJoin, ...] = ()
    kind: str = "taint"


Wanted: TypeAlias = Formula | Check | Text | Taint
"""What a rule looks for."""


NO_CODE = source.Any(())
"""What a rule looks for that matches no code: the index or ignore comments are looked at for it."""


class Details(NamedTuple):
    """Data of a rule that is needed only in files where it may match, or to describe it.

    `documentation` is an address or "",
    `explanation` is Markdown. `fix_regex` is an expression, what to put in place of its matches, and how many of them
    (0: all). `formula_entries` are the ways into the formula (`lazy_formula.py`); empty when nobody has prepared them.
    """

    message: str
    formula: Wanted
    fix: str | None = None
    applicability: Applicability = Applicability.UNSAFE
    metadata: Mapping[str, Any] = {}
    explanation: str = ""
    documentation: str = ""
    fix_regex: tuple[str, str, int] | None = None
    options: Mapping[str, Any] = {}
    formula_entries: Mapping[str, Any] = {}


_read_lately: Recent[Callable[[], Details], Details] = Recent(100)


class LazyDetails:
    """The details of a rule, read when someone asks for them, and again some time later: a file needs those of few
    rules, and all of them are megabytes. `anew` gives them from where they were written first.
    """

    __slots__ = ("_details", "_read", "anew")

    def __init__(
        self,
        details: Details | None = None,
        read: Callable[[], Details] | None = None,
        anew: Callable[[], Details] | None = None,
    ) -> None:
        self._details = details
        self._read = read
        self.anew = self if anew is None else anew

    def __call__(self) -> Details:
        if self._details is not None:
            return self._details
        assert self._read is not None
        return _read_lately.get(self._read, self._read)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, LazyDetails) and self() == other()

    def __hash__(self) -> int:
        return hash(self().message)


class Rule(NamedTuple):
    """One rule, checked. `words` is what a file must hold for it to match.

    `confidence` (HIGH, MEDIUM, LOW), `category` and `group`, the class of weaknesses, come from its metadata. `mode` is
    "taint" or "" for a search. Of the words in `some` a file must hold at least one, if there are any.
    """

    id: str
    severity: Severity
    languages: tuple[str, ...]
    words: Requirement
    details: LazyDetails
    path: str = ""
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    confidence: str = "HIGH"
    category: str = ""
    group: str = ""
    mode: str = ""
    some: tuple[bytes, ...] = ()

    @property
    def message(self) -> str:
        return self.details().message

    @property
    def formula(self) -> Wanted:
        return self.details().formula

    @property
    def fix(self) -> str | None:
        return self.details().fix

    @property
    def applicability(self) -> Applicability:
        return self.details().applicability

    @property
    def metadata(self) -> Mapping[str, Any]:
        return self.details().metadata

    @property
    def fix_regex(self) -> tuple[str, str, int] | None:
        return self.details().fix_regex

    @property
    def summary(self) -> str:
        """The sentence in place of the message where there is no finding; "" where the message will do."""
        summary = self.metadata.get("summary")
        return summary.strip() if isinstance(summary, str) else ""

    @property
    def explanation(self) -> str:
        return self.details().explanation

    @property
    def documentation(self) -> str:
        return self.details().documentation

    @property
    def has_fix(self) -> bool:
        return self.fix is not None or self.fix_regex is not None
