"""Ignore comments of other security linters: findings that they accept are not reported again.

Only comments that are certainly about security count: `nosec` (bandit, gosec), `noqa: S602` and
`ruff:ignore[exec-builtin]` (ruff), `NOSONAR`, `nolint:gosec`, pylint's and ESLint's names of such rules, and what
scanners for secrets read. A bare `noqa` may be about the length of a line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reread.analyzers.findings import Finding
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
_MOST_LINES = 50
_MOST_COMMENTS = 5


def is_accepted(finding: Finding, document: Document, tree: SyntaxTree | None) -> bool:
    """True when a comment on a line of a security finding, or above it, tells another linter to accept it."""
    lines = document.lines
    first = lines.line_of(finding.span.start)
    last = min(lines.line_of(max(finding.span.start, finding.span.end - 1)), first + _MOST_LINES)
    below = first > 0 and _says(_ACCEPTED_BELOW, first - 1, document, tree)
    below = below or any(_says(_PYLINT_DISABLES, line, document, tree) for line in _comments_above(first, document))
    return below or any(_says(_ACCEPTED, line, document, tree) for line in range(first, last + 1))


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
