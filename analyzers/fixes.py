"""Applies fixes and verifies them before they are offered."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from reread.analyzers.findings import Applicability, Finding, Fix, sort_key
from reread.analyzers.syntax import parse, walk
from reread.analyzers.text import Change, Document, Span, apply, shift

Check = Callable[[Document], Sequence[Finding]]
"""Finds what the rules say about a document."""

_ROUNDS = 10


class Verified(NamedTuple):
    """The fix holds; this is the document with it applied."""

    document: Document


class Rejected(NamedTuple):
    """The fix must not be offered; the reason is one clear line."""

    reason: str


class Fixed(NamedTuple):
    """What `fix_all` came to: the document, the findings whose fixes were applied, and what is left to say about it."""

    document: Document
    applied: tuple[Finding, ...]
    remaining: tuple[Finding, ...]


def apply_fix(document: Document, fix: Fix) -> Document:
    """The document with the fix applied; raises ValueError for overlapping edits and edits outside of the document."""
    return _with_changes(document, _changes(document, fix))


def verify(
    document: Document, fix: Fix, *, check: Check | None = None, finding: Finding | None = None
) -> Verified | Rejected:
    """Try a fix in memory.

    It must edit this document only, change it, and leave no more syntax errors than there were. With a `check`, it
    must bring no new finding, and `finding` must be gone when it was among those of the check.
    """
    try:
        changes = _changes(document, fix)
        fixed = _with_changes(document, changes)
    except ValueError as error:
        return Rejected(str(error))
    if fixed.text == document.text:
        return Rejected("the fix changes nothing")
    if _syntax_errors(fixed) > _syntax_errors(document):
        return Rejected("the code would not parse any more")
    return _rechecked(document, fixed, changes, check, finding) if check is not None else Verified(fixed)


def fix_all(
    document: Document,
    findings: Sequence[Finding],
    check: Check | None = None,
    *,
    applicabilities: frozenset[Applicability] = frozenset({Applicability.SAFE}),
) -> Fixed:
    """Apply the first fix of every finding that has one of these applicabilities; never one that a model made.

    Fixes that overlap another wait for the next round; rounds go on, with the findings of `check`, until nothing is
    left to fix, the text comes back to what it was before, or ten are done. Without a check there is one round.
    """
    applied: list[Finding] = []
    seen = {document.text}
    for _ in range(_ROUNDS):
        document, done = _round(document, findings, applicabilities)
        applied += done
        if not done or check is None:
            findings = [finding for finding in findings if finding not in done]
            break
        findings = check(document)
        if document.text in seen:
            break
        seen.add(document.text)
    return Fixed(document, tuple(applied), tuple(findings))


def _round(
    document: Document, findings: Iterable[Finding], applicabilities: frozenset[Applicability]
) -> tuple[Document, list[Finding]]:
    changes: list[Change] = []
    done: list[Finding] = []
    errors = _syntax_errors(document)
    for finding in sorted(findings, key=sort_key):
        fix = next((fix for fix in finding.fixes if fix.applicability in applicabilities and not fix.generated), None)
        if fix is None:
            continue
        try:
            more = _changes(document, fix)
        except ValueError:
            continue
        new = [change for change in more if change not in changes]
        if any(_conflict(change, other) for change in new for other in changes):
            continue
        if _syntax_errors(_with_changes(document, more)) <= errors:
            changes += new
            done.append(finding)
    return (_with_changes(document, changes), done) if changes else (document, [])


def _conflict(change: Change, other: Change) -> bool:
    return change.span.overlaps(other.span) or change.span.start == other.span.start


def _changes(document: Document, fix: Fix) -> list[Change]:
    for edit in fix.edits:
        if edit.uri not in ("", document.uri):
            raise ValueError("the fix edits another file")
    changes = sorted((Change(edit.span, edit.text) for edit in fix.edits), key=lambda change: change.span)
    for before, after in pairwise(changes):
        if before.span == after.span:
            raise ValueError("two edits of the fix are at the same place")
    apply(document.text, changes)
    return changes


def _with_changes(document: Document, changes: Sequence[Change]) -> Document:
    text = apply(document.text, changes)
    return Document(document.uri, text, path=document.path, language=document.language, version=document.version)


def _syntax_errors(document: Document) -> int:
    tree = parse(document)
    if tree is None or not tree.has_errors:
        return 0
    return sum(1 for node in walk(tree.root) if node.is_error or node.is_missing)


def _rechecked(
    document: Document, fixed: Document, changes: Sequence[Change], check: Check, finding: Finding | None
) -> Verified | Rejected:
    """Compare the findings before and after, those that the fix did not touch by place, the others by number."""
    moved: dict[tuple[str, Span], int] = {}
    touched: dict[str, int] = {}
    for old in check(document):
        gone = finding is not None and (old.rule, old.span) == (finding.rule, finding.span)
        place = _moved(old.span, changes)
        if gone and place is not None and any((new.rule, new.span) == (old.rule, place) for new in check(fixed)):
            return Rejected("the finding would still be there")
        if gone:
            continue
        if place is None:
            touched[old.rule] = touched.get(old.rule, 0) + 1
        else:
            moved[old.rule, place] = moved.get((old.rule, place), 0) + 1
    for new in check(fixed):
        if moved.get((new.rule, new.span), 0):
            moved[new.rule, new.span] -= 1
        elif touched.get(new.rule, 0):
            touched[new.rule] -= 1
        elif finding is not None and new.rule == finding.rule:
            return Rejected("the finding would still be there")
        else:
            return Rejected(f"it would bring a new finding: {new.rule}")
    return Verified(fixed)


def _moved(span: Span, changes: Sequence[Change]) -> Span | None:
    """Where the span is after all changes (of the text as it was), or None when one touched it."""
    for change in reversed(changes):
        moved = shift(span, change)
        if moved is None:
            return None
        span = moved
    return span
