"""Comments that tell other linters that a place was looked at: what they accept is not reported again.

A finding that another linter has too is accepted by its rule's name (`rules/other_linter_ids.py`): `noqa: B006`,
`eslint-disable-next-line no-empty`, `nolint:staticcheck`, `lint:ignore SA1008`, pylint's names, and by `NOSONAR`. For
security only comments that can mean nothing but a remark about it count: `nosec` (bandit, gosec), `noqa: S602` and
`ruff:ignore[exec-builtin]` (ruff), `NOSONAR`, `nolint:gosec`, pylint's and ESLint's names of such rules, and what
scanners for secrets read. A bare `noqa` may be about the length of a line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reread.analyzers.findings import Finding
from reread.analyzers.rules.other_linter_ids import IDS, OF_PARAMETERS
from reread.analyzers.syntax import SyntaxTree, comment_at
from reread.analyzers.text import Document

_ESLINT_RULES = (
    r"(?:no-eval|no-implied-eval|no-new-func|no-script-url|react/no-danger|security/|no-unsanitized/|no-secrets/"
    r"|@microsoft/sdl/|sonarjs/|vue/no-v-html|svelte/no-at-html-tags)"
)
_PYLINT_DISABLES = r"\bpylint:[ \t]*disable=[\w\-, ]*\b(?:eval-used|exec-used|W0122|W0123)\b"
_RUFF_NAMES = """
    suspicious- hardcoded- start-process- subprocess-popen subprocess-without call-with-shell exec-builtin ssl- snmp-
    ssh- hashlib- request-with bad-file-permissions tarfile-unsafe unsafe-yaml unsafe-markup weak-cryptographic
    jinja2-autoescape mako-templates paramiko-call django-extra django-raw-sql logging-config flask-debug
    unix-command-wildcard try-except-
""".split()  # noqa: SIM905 - so many words are read more easily like this
_RUFF_RULES = rf"(?:S\d{{3}}|{'|'.join(_RUFF_NAMES)})"
_ACCEPTED = (
    r"\bnosec\b|\bNOSONAR\b|\bnolint:[\w,]*\bgosec\b|\bgitleaks:allow\b|\bpragma: (?:allow|white)list secret\b"
    r"|\bnoqa:[ \w,]*\bS\d{3}\b"
    rf"|\bruff:[ \t]*ignore\[[\w\-, ]*\b{_RUFF_RULES}|{_PYLINT_DISABLES}"
    rf"|\beslint-disable-line\b[^\r\n]*{_ESLINT_RULES}"
)
_ACCEPTED_BELOW = (
    rf"\beslint-disable-next-line\b[^\r\n]*{_ESLINT_RULES}"
    r"|\bpragma: (?:allow|white)list nextline secret\b"
)
_STATICCHECK = re.compile(r"\b(?:SA|S|ST|QF)\d{4}\b")
_DEFINITION = re.compile(r"[ \t]*(?:async[ \t]+)?def\b")
_MOST_LINES = 50
_MOST_COMMENTS = 5


def is_accepted(finding: Finding, document: Document, tree: SyntaxTree | None, *, security: bool = True) -> bool:
    """True when a comment on a line of a finding, or above it, tells another linter to accept it."""
    ids = IDS.get(finding.rule, "")
    if not security and not ids:
        return False
    lines = document.lines
    first = lines.line_of(finding.span.start)
    last = min(lines.line_of(max(finding.span.start, finding.span.end - 1)), first + _MOST_LINES)
    if ids and _is_accepted_by_name(ids, first, last, finding.rule in OF_PARAMETERS, document, tree):
        return True
    if not security:
        return False
    below = first > 0 and _says(_ACCEPTED_BELOW, first - 1, document, tree)
    below = below or any(_says(_PYLINT_DISABLES, line, document, tree) for line in _comments_above(first, document))
    return below or any(_says(_ACCEPTED, line, document, tree) for line in range(first, last + 1))


def _is_accepted_by_name(
    ids: str, first: int, last: int, of_parameters: bool, document: Document, tree: SyntaxTree | None
) -> bool:
    linters = f"{ids} staticcheck gosimple" if _STATICCHECK.search(ids) else ids
    any_of, any_linter = ("|".join(map(re.escape, each.split())) for each in (ids, linters))
    here = (
        rf"\bNOSONAR\b|\bnoqa:[ \w,]*\b(?:{any_of})\b|\bpylint:[ \t]*disable=[\w\-, ]*\b(?:{any_of})\b"
        rf"|\bnolint:[\w,]*\b(?:{any_linter})\b|\beslint-disable-line\b[^\r\n]*[\s/](?:{any_of})(?![\w-])"
    )
    above = (
        rf"\blint:ignore[ \t]+[\w,*]*\b(?:{any_of})\b"
        rf"|\beslint-disable-next-line\b[^\r\n]*[\s/](?:{any_of})(?![\w-])"
    )
    if first > 0 and _says(above, first - 1, document, tree):
        return True
    start = _start_of_definition(first, document) if of_parameters else first
    return any(_says(here, line, document, tree) for line in range(start, last + 1))


def _start_of_definition(first: int, document: Document) -> int:
    """The line of the `def` above a line; the line itself where none is near."""
    for line in range(first, max(first - _MOST_LINES, -1), -1):
        if _DEFINITION.match(document.text, *document.lines.line_span(line)):
            return line
    return first


def _comments_above(first: int, document: Document) -> Iterator[int]:
    """The lines right above one that hold only a comment: there pylint's word goes for what follows."""
    for line in range(first - 1, max(first - 1 - _MOST_COMMENTS, -1), -1):
        if not document.text[slice(*document.lines.line_span(line))].lstrip().startswith("#"):
            return
        yield line


def _says(accepted: str, line: int, document: Document, tree: SyntaxTree | None) -> bool:
    # Not compiled at start-up: most files have no finding that asks.
    match = re.compile(accepted).search(document.text, *document.lines.line_span(line))
    return match is not None and (tree is None or comment_at(match.start(), document, tree) is not None)
