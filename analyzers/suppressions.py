"""Comments that suppress findings: `reread: ignore[rule-id] -- reason`, and Semgrep's `nosemgrep: rule-id`.

At the end of a line such a comment speaks for that line, alone on a line for the next one that holds code, and as
`ignore-file` for the whole file. A line of code goes on where a string that spans lines or a backslash carries it on.
"""

from __future__ import annotations

import enum
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from reread.analyzers.findings import Applicability, Edit, Finding, Fix, Severity, Source, Tag, sort_key
from reread.analyzers.identifiers import fits
from reread.analyzers.suppression_index import SuppressionIndex
from reread.analyzers.syntax import Node, SyntaxTree, comment_at
from reread.analyzers.text import Document, Span, TextChange

UNUSED = "any/unused-suppression"
BLANKET = "any/blanket-suppression"
COMMENT_RULES = (UNUSED, BLANKET)
"""The rules about ignore comments themselves."""
_HINTS = ("reread:", "nosem")
_DIRECTIVE = (
    r"reread:[ \t]*ignore(?P<file>-file)?\b(?:[ \t]*\[(?P<rules>[^\]\r\n]*)\])?(?:[ \t]*--[ \t]*(?P<reason>[^\r\n]*))?"
    r"|\bnosem(?:grep)?\b(?::[ \t]*(?P<foreign>[\w.-]+(?:[ \t]*,[ \t]*[\w.-]+)*))?"
)
_LONGEST = max(map(len, _HINTS))
_COMMENT_MARKS = " \t#/*-!<>{}"
_MOST_LINES = 10_000


class Scope(enum.Enum):
    """How much of the file an ignore comment speaks for."""

    LINE = "line"
    FILE = "file"


class Suppression(NamedTuple):
    """One ignore comment.

    `span` is what counts of the comment, `comment` all of it (code points). `rules` are the names in it (empty: all
    rules; see `identifiers.fits`), `lines` the lines, from 0, that it speaks for (empty: the whole file), `reason` what
    stands after `--`. `foreign` is true for `nosemgrep`.
    """

    span: Span
    comment: Span
    rules: tuple[str, ...]
    scope: Scope
    lines: range
    reason: str = ""
    foreign: bool = False

    def silences(self, rule: str, first_line: int, last_line: int) -> bool:
        """True for a finding of that rule that begins on `first_line` and ends on `last_line`."""
        if self.scope is Scope.LINE and first_line not in self.lines and last_line not in self.lines:
            return False
        return not self.rules or self.names(rule)

    def names(self, rule: str) -> bool:
        """True if the rule of that id is one of those that are named."""
        return rule in self.rules or any(fits(name, rule) for name in self.rules)


def hints_in(text: str) -> tuple[int, ...]:
    """Where the words stand that ignore comments begin with, in code points, in order."""
    return _hints(text, 0, len(text))


def hints_after(hints: tuple[int, ...], change: TextChange, text: str) -> tuple[int, ...]:
    """`hints_in(text)`, given those of the text before the change; looks only at what the change reaches."""
    (start, end), inserted = change
    low, distance = max(0, start - _LONGEST + 1), len(inserted) - (end - start)
    before = (place for place in hints if place < low)
    after = (place + distance for place in hints if place >= end)
    return (*before, *_hints(text, low, start + len(inserted)), *after)


def _hints(text: str, low: int, high: int) -> tuple[int, ...]:
    """Those that begin from `low` on and before `high`."""
    return tuple(sorted(place for hint in _HINTS for place in _places(hint, text, low, high)))


def find(document: Document, tree: SyntaxTree | None, hints: tuple[int, ...] | None = None) -> tuple[Suppression, ...]:
    """All ignore comments of a document, in order; without a tree, what looks like one. `hints` are those of the text,
    where they are known.
    """
    places = hints_in(document.text) if hints is None else hints
    if tree is None:
        return tuple(_found_by_line(document, places))
    found = []
    followed: dict[int, int] = {}
    for place in places:
        match = re.compile(_DIRECTIVE).match(document.text, place)
        comment = comment_at(place, document, tree) if match is not None else None
        if match is not None and comment is not None:
            found.append(_suppression(match, comment, document, tree, followed))
    return tuple(found)


def _found_by_line(document: Document, places: Iterable[int]) -> Iterator[Suppression]:
    """The ignore comments of a text without a parser, of those that name rules: everything else may be prose about
    them.
    """
    lines, text = document.lines, document.text
    for place in places:
        line = lines.line_of(place)
        span = lines.line_span(line)
        mark = re.compile(r"(?<!\S)(?:#|//|--|;|<!--|/\*|%)").search(text, span.start, place)
        match = re.compile(_DIRECTIVE).match(text, place)
        if mark is None or match is None or not (match["rules"] or match["foreign"]):
            continue
        if not text[span.start : mark.start()].strip():
            line = _next_with_text(line + 1, document)
        covered = range(0) if match["file"] else range(line, line + 1)
        yield _parsed(match, Span(mark.start(), span.end), document, covered)


def _next_with_text(line: int, document: Document) -> int:
    while line + 1 < document.lines.count and not document.text[slice(*document.lines.line_span(line))].strip():
        line += 1
    return line


def _places(hint: str, text: str, low: int, high: int) -> Iterator[int]:
    """Where a hint begins. A search for plain text is many times as fast as one for an expression."""
    last = high + len(hint) - 1
    place = text.find(hint, low, last)
    while place >= 0:
        yield place
        place = text.find(hint, place + 1, last)


def is_suppressed(finding: Finding, suppressions: Iterable[Suppression], document: Document) -> bool:
    """True when a comment silences the finding; for findings of any source."""
    first, last = _lines_of(finding, document)
    return any(each.silences(finding.rule, first, last) for each in suppressions)


def apply_suppressions(
    findings: list[Finding],
    suppressions: Sequence[Suppression],
    document: Document,
    *,
    report_unused: bool = True,
    known: Collection[str] | None = None,
    exists: Callable[[str], bool] = lambda name: True,
) -> tuple[Finding, ...]:
    """The findings that remain, sorted, with remarks about the comments themselves.

    A comment is unused when it names a rule of `known` (None: any) that found nothing there, or one of which `exists`
    says that there is none. `known` has the names of rules with and without the language.
    """
    if not suppressions:
        return tuple(sorted(findings, key=sort_key))
    kept = []
    used: dict[int, set[str]] = {}
    index = SuppressionIndex(suppressions)
    for finding in findings:
        first, last = _lines_of(finding, document)
        silenced = index.silencing(finding.rule, first, last)
        for number in silenced:
            used.setdefault(number, set()).add(finding.rule)
        if not silenced:
            kept.append(finding)
    for number, each in enumerate(suppressions):
        of_this = used.get(number, set())
        unknown = [f"`{rule}`" for rule in each.rules if report_unused and not each.foreign and not exists(rule)]
        remark = _no_such_rule(each, unknown) if unknown else _remark(each, of_this, document, report_unused, known)
        # One that speaks for all rules must not silence what is said about itself.
        if remark is not None:
            silenced = index.silencing(remark.rule, *_lines_of(remark, document))
            if not any(suppressions[other].names(remark.rule) for other in silenced):
                kept.append(remark)
    return tuple(sorted(kept, key=sort_key))


def _suppression(
    match: re.Match[str], comment: Node, document: Document, tree: SyntaxTree, followed: dict[int, int]
) -> Suppression:
    span = document.lines.span_of_bytes(comment.start_byte, comment.end_byte)
    # Some grammars count the carriage return of a line end as part of the comment.
    span = Span(span.start, span.start + len(document.text[span.start : span.end].rstrip()))
    lines = range(0) if match["file"] else _covered(span, document, tree, followed)
    return _parsed(match, span, document, lines)


def _parsed(match: re.Match[str], span: Span, document: Document, lines: range) -> Suppression:
    foreign = match[0].startswith("nosem")
    listed = (match["foreign"] if foreign else match["rules"]) or ""
    rules = tuple(part.strip() for part in listed.split(",") if part.strip())
    if foreign:
        rules = tuple(rule.rpartition(".")[2] for rule in rules)
    reason = (match["reason"] or "").strip()
    end = match.end()
    if end > span.end - 2 and document.text[span.start : span.end].endswith("*/"):
        end = min(end, span.end - 2)
        reason = reason.removesuffix("*/").rstrip()
    scope = Scope.FILE if match["file"] else Scope.LINE
    place = Span(match.start(), match.start() + len(document.text[match.start() : end].rstrip()))
    return Suppression(place, span, rules, scope, lines, reason, foreign)


def _covered(comment: Span, document: Document, tree: SyntaxTree, followed: dict[int, int]) -> range:
    """The lines that a comment speaks for. `followed` remembers of lines which one after them has code: there may be
    thousands of comments one below the other.
    """
    lines = document.lines
    line = lines.line_of(comment.start)
    before = document.text[lines.starts[line] : comment.start].strip()
    # Between the tags of markup a comment has to stand in braces.
    alone = not before or (before == "{" and document.text[comment.end : comment.end + 3].lstrip().startswith("}"))
    first = line
    if alone:
        first = _next_with_code(lines.line_of(comment.end) + 1, document, tree, followed)
    last = first
    if not alone:
        while first > 0 and goes_on(first - 1, document, tree):
            first -= 1
    while alone and last + 1 < lines.count and last - first < _MOST_LINES and goes_on(last, document, tree):
        last += 1
    return range(first, last + 1)


def _next_with_code(line: int, document: Document, tree: SyntaxTree, followed: dict[int, int]) -> int:
    """The first line from one on that holds code, or the count of lines."""
    passed = []
    while line < document.lines.count and line not in followed and _has_no_code(line, document, tree):
        passed.append(line)
        line += 1
    line = followed.get(line, line)
    followed.update(dict.fromkeys(passed, line))
    return line


def _has_no_code(line: int, document: Document, tree: SyntaxTree) -> bool:
    """True for empty lines and lines that hold nothing but a comment."""
    span = document.lines.line_span(line)
    text = document.text[span.start : span.end]
    if not text.strip():
        return True
    node = comment_at(span.start + len(text) - len(text.lstrip()), document, tree)
    return node is not None and document.lines.code_point(node.end_byte) >= span.start + len(text.rstrip())


def goes_on(line: int, document: Document, tree: SyntaxTree) -> bool:
    """True when the code of a line goes on in the next one, within a string or after a backslash."""
    end = document.lines.line_span(line).end
    if document.text.endswith("\\", 0, end) and tree.language.line_comment == "#":
        return True
    byte = document.lines.byte(end)
    node = tree.root.descendant_for_byte_range(byte, byte)
    while node is not None and not (node.start_byte < byte < node.end_byte and node.type in tree.language.strings):
        node = node.parent
    return node is not None


def _lines_of(finding: Finding, document: Document) -> tuple[int, int]:
    start, end = finding.span
    return document.lines.line_of(start), document.lines.line_of(max(start, end - 1))


def _remark(
    suppression: Suppression,
    used: set[str],
    document: Document,
    report_unused: bool,
    known: Collection[str] | None,
) -> Finding | None:
    if suppression.foreign:
        return None
    if not suppression.rules:
        if used or not report_unused:
            message = "This comment silences every rule; name the ones that are meant: `reread: ignore[rule-id]`"
            return Finding(BLANKET, message, suppression.span, Severity.INFO, Source.SUPPRESSION)
        return _unused("Nothing here needs this ignore comment", suppression, (), document)
    idle = [name for name in suppression.rules if not _is_needed(name, used, known)]
    if not idle or not report_unused:
        return None
    names = ", ".join(f"`{rule}`" for rule in idle)
    remaining = tuple(rule for rule in suppression.rules if rule not in idle)
    return _unused(f"Nothing here is reported by {names}, so it need not be ignored", suppression, remaining, document)


def _is_needed(name: str, used: Iterable[str], known: Collection[str] | None) -> bool:
    """True when a rule with this name was silenced, or none is known that could have been."""
    if known is not None and name not in known:
        return True
    return any(fits(name, rule) for rule in used)


def _listing(suppression: Suppression, rules: tuple[str, ...], document: Document) -> Edit:
    """The edit that puts these names into the brackets of the comment."""
    opening = document.text.index("[", suppression.span.start)
    return Edit(Span(opening + 1, document.text.index("]", opening)), ", ".join(rules))


def _no_such_rule(suppression: Suppression, names: Sequence[str]) -> Finding:
    """Without a fix: the name may be mistyped, or that of a rule which is not loaded here."""
    message = f"There is no rule {' or '.join(names)} here, so nothing is ignored by that name"
    return Finding(UNUSED, message, suppression.span, Severity.INFO, Source.SUPPRESSION)


def _unused(message: str, suppression: Suppression, remaining: tuple[str, ...], document: Document) -> Finding:
    fix = Fix("Remove the unused ignore comment", (_removal(suppression, remaining, document),), Applicability.SAFE)
    return Finding(
        UNUSED,
        message,
        suppression.span,
        Severity.HINT,
        Source.SUPPRESSION,
        fixes=(fix,),
        tags=(Tag.UNNECESSARY,),
    )


def _removal(suppression: Suppression, remaining: tuple[str, ...], document: Document) -> Edit:
    """The edit that leaves only the `remaining` rules in the comment, or nothing of it."""
    text = document.text
    start, end = suppression.span
    if remaining:
        return _listing(suppression, remaining, document)
    before = text[suppression.comment.start : start].strip(_COMMENT_MARKS)
    after = text[end : suppression.comment.end].strip(_COMMENT_MARKS)
    if before or after:
        # Other remarks share the comment: the mark right before this one goes with it, where it has its own.
        stripped = text[suppression.comment.start : start].rstrip(" \t#/" if before else "")
        own = start if not before else suppression.comment.start + len(stripped)
        return Edit(Span(own, end), "")
    start, end = suppression.comment
    line = document.lines.line_of(start)
    line_span = document.lines.line_span(line)
    if not text[line_span.start : start].strip() and not text[end : document.lines.line_span(line).end].strip():
        following = document.lines.starts[line + 1] if line + 1 < document.lines.count else len(text)
        return Edit(Span(line_span.start, max(following, end)), "")
    return Edit(Span(line_span.start + len(text[line_span.start : start].rstrip()), end), "")
