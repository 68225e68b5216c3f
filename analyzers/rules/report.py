"""From a match of a rule to a `Finding`: message and fix with the metavariables filled in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reread.analyzers.findings import Edit, Finding, Fix, Severity
from reread.analyzers.rules.formula import Match
from reread.analyzers.rules.rule import Rule
from reread.analyzers.rules.scan import Bound, Environment, Scan
from reread.analyzers.text import Document, Span

if TYPE_CHECKING:
    from reread.analyzers.rules.textual import TextMatch

_VARIABLE = re.compile(r"\$(?:\.\.\.)?[A-Z_][A-Z_0-9]*|\$\d+|\$[a-z_]\w*")
_OBJECT = re.compile(r"(?<![\w$.])([A-Za-z_]\w*)\??\.(?=[A-Za-z_])")
_STRING = re.compile(r"""'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`(?:\\.|[^`\\])*`""")
_LONGEST_SHOWN = 120
_LONGEST_FIX = 20_000


def finding_of(
    rule: Rule, match: Match | TextMatch, document: Document, severity: Severity, scan: Scan | None
) -> Finding:
    """The finding that a match is reported as. `scan` is None for a text without a syntax tree."""
    span = document.lines.span_of_bytes(match.start, match.end)
    finding = finding_at(rule, span, match.environment, severity)
    fixes = _fixes(rule, match, document, scan)
    return finding._replace(fixes=fixes) if fixes else finding


def finding_at(rule: Rule, span: Span, environment: Environment, severity: Severity) -> Finding:
    """The finding of a rule at a place, without fixes."""
    return Finding(
        rule=rule.id,
        message=_filled(rule.message, environment, _LONGEST_SHOWN),
        span=span,
        severity=severity,
        documentation=rule.documentation,
        explanation=rule.explanation,
        confidence=_CONFIDENCE.get(rule.confidence, 1.0),
    )


_CONFIDENCE = {"HIGH": 1.0, "MEDIUM": 0.7, "LOW": 0.4}


def _fixes(rule: Rule, match: Match | TextMatch, document: Document, scan: Scan | None) -> tuple[Fix, ...]:
    if not rule.has_fix or match.end - match.start > _LONGEST_FIX:
        return ()
    if rule.fix is None:
        return _replaced(rule, match, document)
    if scan is not None and not _names_are_known(rule.fix, match, scan):
        return ()
    start, end = match.start, match.end
    text = _filled(rule.fix, match.environment, None)
    if not text:
        start, end = _whole_lines(document.data, start, end)
    span = document.lines.span_of_bytes(start, end)
    text = _indented(text, document.data, start)
    title = str(rule.metadata.get("fix-title") or (f"Replace with `{text}`" if _is_short(text) else "Apply the fix"))
    if not text:
        title = str(rule.metadata.get("fix-title") or "Remove it")
    return (Fix(title=title, edits=(Edit(span, text),), applicability=rule.applicability),)


def _replaced(rule: Rule, match: Match | TextMatch, document: Document) -> tuple[Fix, ...]:
    """The fix that replaces what an expression matches in the text of the match."""
    from reread.analyzers.rules.regexes import compile_regex

    assert rule.fix_regex is not None
    expression, replacement, count = rule.fix_regex
    code = document.data[match.start : match.end].decode(errors="replace")
    text = compile_regex(expression).sub(replacement, code, count=count)
    if text == code:
        return ()
    title = str(rule.metadata.get("fix-title") or (f"Replace with `{text}`" if _is_short(text) else "Apply the fix"))
    span = document.lines.span_of_bytes(match.start, match.end)
    return (Fix(title=title, edits=(Edit(span, text),), applicability=rule.applicability),)


def _names_are_known(fix: str, match: Match | TextMatch, scan: Scan) -> bool:
    """False when a fix uses a module or the like that the file does not know by that name.

    `yaml.safe_load(x)` is no help in a file that says `from yaml import load`.
    """
    code = scan.data[match.start : match.end]
    for name in _OBJECT.findall(_STRING.sub("", fix)):
        known = name in scan.language.globals or name in scan.imports.paths
        if not known and not re.search(rb"(?<![\w$.])%s(?![\w$])" % re.escape(name.encode()), code):
            return False
    return True


def _is_short(text: str) -> bool:
    return "\n" not in text and "`" not in text and len(text) <= 60


def _indented(text: str, data: bytes, start: int) -> str:
    """The further lines of a fix begin as far in as the line of the match, with the line ends of the document."""
    if "\n" not in text:
        return text
    line = data[data.rfind(b"\n", 0, start) + 1 : start]
    indent = line[: len(line) - len(line.lstrip())].decode()
    ending = "\r\n" if b"\r\n" in data else "\n"
    first, *rest = text.split("\n")
    return ending.join([first, *(f"{indent}{part}" if part else part for part in rest)])


def _whole_lines(data: bytes, start: int, end: int) -> tuple[int, int]:
    """A removal that leaves nothing on its lines takes the lines too."""
    line = data.rfind(b"\n", 0, start) + 1
    following = data.find(b"\n", end)
    if following >= 0 and not data[line:start].strip() and not data[end:following].strip(b" \t\r;"):
        return line, following + 1
    return start, end


def _filled(text: str, environment: Environment, limit: int | None) -> str:
    if "$" not in text:
        return text

    def value(match: re.Match[str]) -> str:
        bound = environment.get(match[0])
        return match[0] if bound is None else _shown(bound, limit)

    return _VARIABLE.sub(value, text)


def _shown(bound: Bound, limit: int | None) -> str:
    text = bound.text.decode(errors="replace")
    if limit is None:
        return text
    text = " ".join(text.split())
    return text if len(text) <= limit else text[: limit - 1] + "…"
