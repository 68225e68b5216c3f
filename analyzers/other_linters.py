"""Comments that tell other linters that a place was looked at: what they accept is not reported again.

A finding that another linter has too is accepted by its rule's name (`rules/other_linter_ids.py`): `noqa: B006`,
`eslint-disable-next-line no-empty`, `nolint:staticcheck`, `lint:ignore SA1008`, pylint's names, and by `NOSONAR`. For
security only comments that can mean nothing but a remark about it count: `nosec` (bandit, gosec), `noqa: S602` and
`ruff:ignore[exec-builtin]` (ruff), `NOSONAR`, `nolint:gosec`, pylint's and ESLint's names of such rules, and what
scanners for secrets read. A bare `noqa` may be about the length of a line.

What covers more than a line is read where it holds: `eslint-disable` up to `eslint-enable`, `ruff: noqa` and `flake8:
noqa` for the file, pylint's word on a line of its own for the rest of its block, `nolint` above a function of Go, and
Java's `SuppressWarnings` on what it stands before. Without names these hide the rules that have a name there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reread.analyzers.findings import Finding
from reread.analyzers.rules.other_linter_ids import IDS, OF_PARAMETERS
from reread.analyzers.syntax import Node, SyntaxTree, comment_at
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
    r"\bNOSONAR\b|\bnolint:[\w,]*\bgosec\b|\bgitleaks:allow\b|\bpragma: (?:allow|white)list secret\b"
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
_RUFF_CODE = re.compile(r"(?![CEFRW]\d{4})[A-Z]+\d+")
_SPOTBUGS_NAME = re.compile(r"[A-Z][A-Z\d]*_[A-Z\d_]+")
_ESLINT = re.compile(r"/\*\s*eslint-(disable|enable)(?![\w-])\s*(.*?)(?:\s--.*?)?\s*\*/", re.DOTALL)
_OF_FILE = re.compile(r"^[ \t]*#[ \t]*(?:ruff|flake8)[:=][ \t]*noqa\b(?::[ \t]*([A-Z]+\d[\w, \t]*))?", re.MULTILINE)
_PYLINT = re.compile(r"^([ \t]*)#[ \t]*pylint:[ \t]*(disable|enable)=([\w\-, ]*)", re.MULTILINE)
_NOLINT = re.compile(r"//[ \t]*nolint\b(?::([\w,\-]+))?")
_ANNOTATION = re.compile(r"@(?:\w+\.)*(SuppressWarnings|SuppressFBWarnings)\b(?:\s*\((.*)\))?\s*$", re.DOTALL)
_JUSTIFICATION = re.compile(r"\bjustification\s*=.*", re.DOTALL)


def is_accepted(finding: Finding, document: Document, tree: SyntaxTree | None, *, security: bool = True) -> bool:
    """True when a comment on a line of a finding, or above it, tells another linter to accept it."""
    ids = IDS.get(finding.rule, "")
    if not security and not ids:
        return False
    lines = document.lines
    first = lines.line_of(finding.span.start)
    last = min(lines.line_of(max(finding.span.start, _end(finding, document, tree) - 1)), first + _MOST_LINES)
    if ids and _is_accepted_by_name(ids, first, last, finding.rule in OF_PARAMETERS, document, tree):
        return True
    if tree is not None and _is_accepted_around(finding, ids.split(), security, document, tree):
        return True
    if not security:
        return False
    below = first > 0 and _says(_ACCEPTED_BELOW, first - 1, document, tree)
    accepted = f"{_ACCEPTED}|{_by_number(ids)}"
    return below or any(_says(accepted, line, document, tree) for line in range(first, last + 1))


def _end(finding: Finding, document: Document, tree: SyntaxTree | None) -> int:
    """Where a finding ends. Of several statements the first: a comment at another one is about that alone."""
    if tree is None:
        return finding.span.end
    start, end = document.lines.byte(finding.span.start), document.lines.byte(finding.span.end)
    node = tree.root.descendant_for_byte_range(start, end)
    if node is None or (node.start_byte, node.end_byte) == (start, end):
        return finding.span.end
    first = next((child for child in node.named_children if child.start_byte == start and child.end_byte < end), None)
    last = None if first is None else next((each for each in node.named_children if each.end_byte == end), None)
    if first is None or last is None:
        return finding.span.end
    return document.lines.code_point(first.end_byte)


def _by_number(ids: str) -> str:
    """What bandit, gosec and ruff are told with numbers, where these are not known to be of another rule."""
    numbers = "|".join(re.findall(r"\b[SG](\d{3})\b", ids))
    if not numbers:
        return r"\bnosec\b|\bnoqa:[ \w,]*\bS\d{3}\b"
    return rf"\bnosec\b(?![ :]*[BG]\d{{3}})|\bnosec[ :][BG\d, ]*[BG](?:{numbers})\b|\bnoqa:[ \w,]*\bS(?:{numbers})\b"


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


def _says(accepted: str, line: int, document: Document, tree: SyntaxTree | None) -> bool:
    # Not compiled at start-up: most files have no finding that asks.
    match = re.compile(accepted).search(document.text, *document.lines.line_span(line))
    return match is not None and (tree is None or comment_at(match.start(), document, tree) is not None)


def _is_accepted_around(finding: Finding, ids: list[str], security: bool, document: Document, tree: SyntaxTree) -> bool:
    """Whether what covers more than a line accepts a finding: a part of the file, or what is declared around it."""
    text = document.text
    if "eslint-disable" in text and _by_eslint(finding.span.start, ids, security, document, tree):
        return True
    if tree.language.name == "python":
        return ("noqa" in text and _for_file(ids, security, document, tree)) or (
            "pylint:" in text and _by_pylint(finding.span.start, ids, security, document, tree)
        )
    if "nolint" in text or "@Suppress" in text:
        start, end = (document.lines.byte(each) for each in finding.span)
        node = tree.root.descendant_for_byte_range(start, end)
        while node is not None and node.parent is not None:
            if _by_annotation(node, ids, tree) or _by_nolint(node, ids, security, document, tree):
                return True
            node = node.parent
    return False


def _listed(text: str) -> list[str]:
    return [each for each in re.split(r"[\s,]+", text) if each]


def _in_comments(pattern: re.Pattern[str], document: Document, tree: SyntaxTree) -> Iterator[re.Match[str]]:
    for match in pattern.finditer(document.text):
        at = match.start() + len(match[0]) - len(match[0].lstrip())
        if comment_at(at, document, tree) is not None:
            yield match


def _by_eslint(at: int, ids: list[str], security: bool, document: Document, tree: SyntaxTree) -> bool:
    def is_it(name: str) -> bool:
        return name.rpartition("/")[2] in ids or (security and re.match(_ESLINT_RULES, name) is not None)

    accepted = False
    for match in _in_comments(_ESLINT, document, tree):
        if match.start() >= at:
            break
        names = _listed(match[2])
        if any(map(is_it, names)) or (not names and bool(ids)):
            accepted = match[1] == "disable"
    return accepted


def _for_file(ids: list[str], security: bool, document: Document, tree: SyntaxTree) -> bool:
    has_code = any(_RUFF_CODE.fullmatch(each) for each in ids)
    for match in _in_comments(_OF_FILE, document, tree):
        codes = _listed(match[1] or "")
        if any(code in ids or (security and not has_code and re.fullmatch(r"S\d{3}", code)) for code in codes):
            return True
        if not codes and has_code:
            return True
    return False


def _by_pylint(at: int, ids: list[str], security: bool, document: Document, tree: SyntaxTree) -> bool:
    """The block of a comment ends before the first line of code that is indented less."""
    lines = document.lines
    last = lines.line_of(at)
    accepted = False
    for match in _in_comments(_PYLINT, document, tree):
        first = lines.line_of(match.start(2))
        names = _listed(match[3])
        if first >= last or not any(
            each in ids or (security and each in ("eval-used", "exec-used", "W0122", "W0123")) for each in names
        ):
            continue
        inside = (document.text[slice(*lines.line_span(line))] for line in range(first + 1, last + 1))
        if all(line.startswith(match[1]) for line in inside if line.strip() and not line.lstrip().startswith("#")):
            accepted = match[2] == "disable"
    return accepted


def _by_annotation(node: Node, ids: list[str], tree: SyntaxTree) -> bool:
    """Whether a declaration of Java, or what holds it, has an annotation that accepts rules of these names."""
    for modifiers in node.children:
        for each in modifiers.children if modifiers.type == "modifiers" else ():
            match = _ANNOTATION.match(tree.text(each)) if "annotation" in each.type else None
            if match is None:
                continue
            names = re.findall(r'"([^"]*)"', _JUSTIFICATION.sub("", match[2] or ""))
            if any(name.rpartition(":")[2] in ids for name in names) or (ids and "all" in names):
                return True
            if match[1] == "SuppressFBWarnings" and not names and any(map(_SPOTBUGS_NAME.fullmatch, ids)):
                return True
    return False


def _by_nolint(node: Node, ids: list[str], security: bool, document: Document, tree: SyntaxTree) -> bool:
    """Whether the comments right above a function or type of Go, or at the end of its first line, accept a rule."""
    if tree.language.name != "go" or node.type not in tree.language.definitions:
        return False
    above = node.start_point[0]
    lines = [above]
    while above > 0 and document.text[slice(*document.lines.line_span(above - 1))].startswith("//"):
        above -= 1
        lines.append(above)
    names = ["staticcheck", "gosimple"] if any(map(_STATICCHECK.fullmatch, ids)) else []
    for line in lines:
        match = _NOLINT.search(document.text, *document.lines.line_span(line))
        if match is not None and comment_at(match.start(), document, tree) is not None:
            listed = _listed(match[1] or "")
            if any(each in (*ids, *names) or (security and each == "gosec") for each in listed):
                return True
            if (not listed or "all" in listed) and ids:
                return True
    return False
