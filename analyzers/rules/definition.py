"""The parts of a rule in Python: the types that every file in `checks/` uses."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from reread.analyzers.findings import Applicability, Severity
from reread.analyzers.pattern.prefilter.requirement import ALWAYS, Requirement
from reread.analyzers.pattern.regex.allowance import Pool
from reread.analyzers.roles import Role
from reread.analyzers.syntax import SyntaxTree
from reread.analyzers.text import Document, Span

ANY = "any"
"""The language of rules that read the text of files of every language, also of those without a parser."""


class Example(NamedTuple):
    """A piece of code in a language, by its name. `path` is a path relative to a workspace folder.

    `fixed` is what the fixes of the rule make of it, the same where there are none; "" where it is not about that.
    """

    language: str
    code: str
    path: str = ""
    fixed: str = ""


class Replacement(NamedTuple):
    """The replacement by a fix, from `start` to `end`, and its text; a line that becomes empty is removed."""

    start: int
    end: int
    text: str = ""


class Found(NamedTuple):
    """A place of a document, what the metavariables in the message stand for, by their names with `$`, and its fix.

    In bytes where a rule looks at nodes, in code points where it reads the text.
    """

    start: int
    end: int
    values: Mapping[str, str] = {}
    fix: Replacement | None = None


class TextScope(NamedTuple):
    """The part of a document that is asked about: findings must begin in `span` (code points; whole lines).

    `tree` is None for a language without a parser. `given_up` takes in the ids of rules that take too long somewhere,
    with the regular expressions that do; `pool` is what those of all rules that are not built in may take.
    """

    document: Document
    tree: SyntaxTree | None
    role: Role
    span: Span
    given_up: dict[str, str] = {}
    pool: Pool | None = None


class Definition(NamedTuple):
    """All that is known of a rule without running it. The fields have the names and meanings of those of YAML rules;
    as there, `id` is without the part for the language, which follows from the languages.

    A rule about nodes has `kinds`, the kinds of nodes to look at by language, and beside it its module has a function
    `at(node, context, options) -> Iterator[Found]`, which looks at nothing outside the node but with
    `context.touch`. A rule about text has the language `ANY` alone and a function
    `in_text(part, options) -> Iterator[Found]` (see `text_rules`), which looks at lines and their neighbours, or
    without `by_lines` at all of the file. `words` are what a file must hold for a rule about nodes (see
    `requirement`). Of a kind in `names` only nodes that call or select one of these names are looked at, or have one of
    these operators. `options` are the settings of the rule with their defaults. Each of `invalid` must be reported,
    none of `valid`. A rule with fixes has a `fix_title` and says in `fix_reason` why they are safe or not;
    `fix_imports` are what they may need, by language. One that tells by scopes which names belong together
    `needs_scopes`: it says nothing where the code around does not parse. `summary` stands for
    a message whose metavariables say nothing without a finding.
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
    confidence_reason: str = ""
    summary: str = ""
    needs_scopes: bool = False
    group: str = ""
    cwe: str = ""
    owasp: str = ""
    references: tuple[str, ...] = ()
    words: Requirement = ALWAYS
    by_lines: bool = True
    options: Mapping[str, int] = {}
    fix_title: str = ""
    fix_reason: str = ""
    fix_imports: Mapping[str, tuple[str, ...]] = {}
    applicability: Applicability = Applicability.UNSAFE
    names: Mapping[str, frozenset[str]] = {}

    @property
    def languages(self) -> tuple[str, ...]:
        return tuple(self.kinds) or (ANY,)

    @property
    def metadata(self) -> dict[str, Any]:
        """As it would be in YAML."""
        values = {
            "category": self.category,
            "confidence": self.confidence,
            "confidence-reason": self.confidence_reason,
            "class": self.group,
            "cwe": self.cwe,
            "owasp": self.owasp,
            "summary": self.summary,
            "references": list(self.references),
            "explanation": self.explanation,
            "options": dict(self.options),
            "fix-title": self.fix_title,
            "fix-reason": self.fix_reason,
            "fix-imports": {language: list(statements) for language, statements in self.fix_imports.items()},
        }
        return {key: value for key, value in values.items() if value}
