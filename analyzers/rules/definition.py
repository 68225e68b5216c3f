"""What a rule in Python is made of: the types that every file of `checks/` fills in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from reread.analyzers.findings import Applicability, Severity

ANY = "any"
"""The language of rules that read the text of files of every language, also of those without a parser."""


class Example(NamedTuple):
    """A piece of code in a language, by its name. `path` is a path relative to a workspace folder."""

    language: str
    code: str
    path: str = ""


class Found(NamedTuple):
    """A place of a document, and what the metavariables in message and fix stand for, by their names with `$`.

    In bytes where a rule looks at nodes, in code points where it reads the text.
    """

    start: int
    end: int
    values: Mapping[str, str] = {}


class Definition(NamedTuple):
    """All that is known of a rule without running it. The fields have the names and meanings of those of YAML rules.

    A rule about nodes has `kinds`, the kinds of nodes to look at by language, and beside it its module has a function
    `at(node, scan, options) -> Iterator[Found]`, which looks at nothing outside of the node but with `scan.touch`. A
    rule about text has the language `ANY` alone and a function `in_text(part, options) -> Iterator[Found]` (see
    `texts`), which looks at lines and their neighbours, or without `by_lines` at all of the file. `words` are what a
    file must hold for a rule about nodes (see `words`). `options` are the settings of the rule with
    their defaults. Each of `invalid` must be reported, none of `valid`.
    """

    id: str
    message: str
    severity: Severity
    category: str
    explanation: str
    invalid: tuple[Example, ...]
    valid: tuple[Example, ...]
    kinds: Mapping[str, frozenset[str]] = {}
    confidence: str = "HIGH"
    group: str = ""
    cwe: str = ""
    owasp: str = ""
    references: tuple[str, ...] = ()
    words: list[Any] = ["and", []]
    by_lines: bool = True
    options: Mapping[str, int] = {}
    fix: str | None = None
    applicability: Applicability = Applicability.UNSAFE

    @property
    def languages(self) -> tuple[str, ...]:
        return tuple(self.kinds) or (ANY,)

    @property
    def metadata(self) -> dict[str, Any]:
        """As it would stand in YAML."""
        values = {
            "category": self.category,
            "confidence": self.confidence,
            "class": self.group,
            "cwe": self.cwe,
            "owasp": self.owasp,
            "references": list(self.references),
            "explanation": self.explanation,
            "options": dict(self.options),
        }
        return {key: value for key, value in values.items() if value}
