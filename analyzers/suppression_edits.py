"""The edits behind "ignore this line" and "ignore this rule in this file"."""

from __future__ import annotations

import re

from reread.analyzers.findings import Edit, Finding
from reread.analyzers.suppressions import Scope, Suppression, find, goes_on
from reread.analyzers.syntax import SyntaxTree
from reread.analyzers.text import Document, Span

_LINE_END = re.compile(r"\r\n|\n|\r")
_FIRST_LINES = re.compile(r"\ufeff?#!|[ \t\f]*#.*?coding[:=]")


def ignore_edit(
    document: Document, tree: SyntaxTree | None, finding: Finding, scope: Scope = Scope.LINE, reason: str = ""
) -> Edit | None:
    """The edit that adds a comment which silences the finding, or extends the one that is there.

    A new comment has the reason behind it. None when the language has no parser, or a comment of that kind is there
    already.
    """
    if tree is None:
        return None
    line = document.lines.line_of(finding.span.start)
    for each in find(document, tree):
        if each.foreign or each.scope is not scope or (scope is Scope.LINE and line not in each.lines):
            continue
        return _extended(each, finding.rule, document) if each.rules and not each.names(finding.rule) else None
    named = f"[{finding.rule}]{f' -- {reason}' if reason else ''}"
    return (
        _new_file_comment(document, tree, named)
        if scope is Scope.FILE
        else _new_line_comment(document, tree, named, line)
    )


def _extended(suppression: Suppression, rule: str, document: Document) -> Edit:
    closing = document.text.index("]", suppression.span.start)
    return Edit(Span(closing, closing), f", {rule}")


def _new_line_comment(document: Document, tree: SyntaxTree, named: str, line: int) -> Edit | None:
    """At the end of the line where that is possible, else on a line of its own before it. `named` is what stands after
    `ignore`: the rule in brackets, and the reason.
    """
    mark = tree.language.line_comment
    lines = document.lines
    span = lines.line_span(line)
    if _is_outside(span, document, tree):
        return _new_template_comment(document, named, line)
    if not goes_on(line, document, tree) and not _ends_in_markup(span.end, document, tree):
        text = document.text[span.start : span.end]
        end = span.start + len(text.rstrip(" \t"))
        return Edit(Span(end, span.end), f"{'  ' if mark == '#' else ' '}{mark} reread: ignore{named}")
    while line > 0 and goes_on(line - 1, document, tree):
        line -= 1
    start = lines.starts[line]
    text = document.text[start : lines.line_span(line).end]
    indent = text[: len(text) - len(text.lstrip())]
    opening, closing = _markup_comment(start + len(indent), document, tree)
    comment = f"{opening or mark} reread: ignore{named}{closing}"
    return Edit(Span(start, start), f"{indent}{comment}{_line_ending(document)}")


def _is_outside(span: Span, document: Document, tree: SyntaxTree) -> bool:
    """True for a line of a file in which code stands among other text, when it does not begin with code."""
    if tree.code is document.data:
        return False
    text = document.text[span.start : span.end]
    return not tree.is_written(document.lines.byte(span.start + len(text) - len(text.lstrip())))


def _new_template_comment(document: Document, named: str, line: int) -> Edit | None:
    """A comment of markup before the line, unless it would stand within a tag."""
    start = document.lines.starts[line]
    before = document.text[:start]
    if before.rfind("<") > before.rfind(">"):
        return None
    text = document.text[start : document.lines.line_span(line).end]
    indent = text[: len(text) - len(text.lstrip())]
    return Edit(Span(start, start), f"{indent}<!-- reread: ignore{named} -->{_line_ending(document)}")


def _ends_in_markup(offset: int, document: Document, tree: SyntaxTree) -> bool:
    """True if the text between tags goes on, in which a comment would be text."""
    byte = document.lines.byte(offset)
    node = tree.root.descendant_for_byte_range(byte, byte + 1)
    return node is not None and node.type in ("jsx_text", "jsx_element")


def _markup_comment(offset: int, document: Document, tree: SyntaxTree) -> tuple[str, str]:
    """What a comment begins and ends with on a line between tags; empty elsewhere."""
    byte = document.lines.byte(offset)
    node = tree.root.descendant_for_byte_range(max(0, byte - 1), byte)
    if node is not None and node.type in ("jsx_text", "jsx_element"):
        return "{/*", " */}"
    return "", ""


def _new_file_comment(document: Document, tree: SyntaxTree, named: str) -> Edit:
    """At the top, below what must stay first: `#!`, a declaration of the encoding, a byte order mark."""
    lines = document.lines
    line = 0
    while line < min(2, lines.count):
        span = lines.line_span(line)
        if not _FIRST_LINES.match(document.text[span.start : span.end]):
            break
        line += 1
    ending = _line_ending(document)
    comment = f"{tree.language.line_comment} reread: ignore-file{named}"
    if tree.code is not document.data:
        comment = f"<!-- reread: ignore-file{named} -->"
    if line >= lines.count:
        return Edit(Span(len(document.text), len(document.text)), f"{ending}{comment}{ending}")
    start = lines.starts[line] + (1 if line == 0 and document.text.startswith("\ufeff") else 0)
    return Edit(Span(start, start), f"{comment}{ending}")


def _line_ending(document: Document) -> str:
    match = _LINE_END.search(document.text)
    return match[0] if match else "\n"
