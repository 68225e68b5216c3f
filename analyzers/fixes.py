"""Applies fixes and verifies them before they are offered."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from reread.analyzers.findings import Applicability, Edit, Finding, Fix, ImportChange, sort_key
from reread.analyzers.syntax import Node, Query, SyntaxTree, captures, parse, query, walk
from reread.analyzers.text import Document, Span, TextChange, apply, shift

Check = Callable[[Document], Sequence[Finding]]
"""Finds what the rules say about a document."""

_ROUNDS = 10


class Verified(NamedTuple):
    """The fix is verified; this is the document with it applied."""

    document: Document


class Rejected(NamedTuple):
    """The fix must not be offered; the reason is one clear line."""

    reason: str


class Fixed(NamedTuple):
    """The result of `fix_all`: the document, the findings whose fixes were applied, and remaining remarks."""

    document: Document
    applied: tuple[Finding, ...]
    remaining: tuple[Finding, ...]


def apply_fix(document: Document, fix: Fix) -> Document:
    """The document with the fix applied; raises ValueError for overlapping edits and edits outside the document."""
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
    tree = parse(document)
    chosen = list(_chosen(document, findings, applicabilities, _syntax_errors(document, tree)))
    changes = _together(chosen, tree)
    if changes is None:
        # Rare: two need the same name for different things.
        kept: list[_Choice] = []
        for each in chosen:
            if _together([*kept, each], tree) is not None:
                kept.append(each)
        chosen, changes = kept, _together(kept, tree)
    return (_with_changes(document, changes), [each.finding for each in chosen]) if changes else (document, [])


def _chosen(
    document: Document, findings: Iterable[Finding], applicabilities: frozenset[Applicability], errors: int
) -> Iterator[_Choice]:
    """The fixes whose own changes do not conflict; `errors` is how many syntax errors there may be with one of them."""
    taken: list[TextChange] = []
    for finding in sorted(findings, key=sort_key):
        fix = next((fix for fix in finding.fixes if fix.applicability in applicabilities and not fix.generated), None)
        if fix is None:
            continue
        try:
            alone = _with_changes(document, _changes(document, fix))
        except ValueError:
            continue
        own = fix.edits if fix.imports is None else fix.edits[-fix.imports.own :]
        new = [change for edit in own if (change := TextChange(edit.span, edit.text)) not in taken]
        conflicts = any(_conflict(change, other) for change in new for other in taken)
        if not conflicts and _syntax_errors(alone) <= errors:
            taken += new
            yield _Choice(finding, new, fix.imports)


class _Choice(NamedTuple):
    """A fix to apply together with others: its finding, its own changes, and what it means for imports."""

    finding: Finding
    changes: list[TextChange]
    imports: ImportChange | None


def _together(chosen: Sequence[_Choice], tree: SyntaxTree | None) -> list[TextChange] | None:
    """All changes of some fixes with those of imports; None if these conflict with others."""
    own = [change for each in chosen for change in each.changes]
    imports = [each.imports for each in chosen if each.imports is not None]
    if tree is None or not imports:
        return own
    of_imports = _changes_of_imports(own, imports, tree)
    if of_imports is None or any(change.span.overlaps(other.span) for change in own for other in of_imports):
        return None
    return [*of_imports, *own]


def _changes_of_imports(
    changes: Sequence[TextChange], imports: Sequence[ImportChange], tree: SyntaxTree
) -> tuple[TextChange, ...] | None:
    """What several fixes together mean for the imports of a file; None if they cannot have what they need."""
    from reread.analyzers.imports.changes import edits

    needs = {need._replace(places=()): need for each in imports for need in each.needs}
    if len({need.name for need in needs}) < len(needs):
        return None
    leaves = {name for each in imports for name in each.leaves}
    found = edits(tree, tuple(needs.values()), sorted(leaves), [Edit(change.span, change.text) for change in changes])
    return None if found is None else tuple(TextChange(edit.span, edit.text) for edit in found)


def _conflict(change: TextChange, other: TextChange) -> bool:
    return change.span.overlaps(other.span) or change.span.start == other.span.start


def _changes(document: Document, fix: Fix) -> list[TextChange]:
    for edit in fix.edits:
        if edit.uri not in ("", document.uri):
            raise ValueError("the fix edits another file")
    changes = sorted((TextChange(edit.span, edit.text) for edit in fix.edits), key=lambda change: change.span)
    for before, after in pairwise(changes):
        if before.span == after.span:
            raise ValueError("two edits of the fix are at the same place")
    apply(document.text, changes)
    return changes


def _with_changes(document: Document, changes: Sequence[TextChange]) -> Document:
    text = apply(document.text, changes)
    return Document(document.uri, text, path=document.path, language=document.language, version=document.version)


def _syntax_errors(document: Document, tree: SyntaxTree | None = None) -> int:
    tree = parse(document) if tree is None else tree
    if tree is None:
        return 0
    errors = sum(1 for node in walk(tree.root) if node.is_error or node.is_missing) if tree.has_errors else 0
    return errors + (_block_errors(tree) if tree.language.name == "python" else 0)


def _block_errors(tree: SyntaxTree) -> int:
    """Blocks of Python without a statement, and statements indented otherwise than those beside them: the parser takes
    both for right.
    """
    blocks = captures(_blocks(), tree.root).get("block", ())
    empty = sum(1 for block in blocks if block.start_byte == block.end_byte)
    return empty + sum(len(_indents(block, tree)) - 1 for block in (tree.root, *blocks) if block.named_child_count)


def _indents(block: Node, tree: SyntaxTree) -> set[bytes]:
    """What is before the statements of a block that begin a line; before those of a file, nothing should."""
    data = tree.document.data
    found = {b""} if block.parent is None else set()
    for child in block.named_children:
        start = child.start_byte
        line = data[data.rfind(b"\n", 0, start) + 1 : start]
        before = line[line.rfind(b"\r") + 1 :]
        if child.type not in tree.language.comments and not before.strip(b" \t\x0c\xef\xbb\xbf"):
            found.add(before.removeprefix(b"\xef\xbb\xbf"))
    return found or {b""}


@cache
def _blocks() -> Query:
    return query("python", "(block) @block")


def _rechecked(
    document: Document, fixed: Document, changes: Sequence[TextChange], check: Check, finding: Finding | None
) -> Verified | Rejected:
    """Compare the findings before and after, those that the fix did not touch by place, the others by number."""
    moved: dict[tuple[str, Span], int] = {}
    touched: dict[str, int] = {}
    before, after = check(document), check(fixed)
    for old in before:
        gone = finding is not None and (old.rule, old.span) == (finding.rule, finding.span)
        place = _moved(old.span, changes)
        if gone and place is not None and any((new.rule, new.span) == (old.rule, place) for new in after):
            return Rejected("the finding would still be there")
        if gone:
            continue
        if place is None:
            touched[old.rule] = touched.get(old.rule, 0) + 1
        else:
            moved[old.rule, place] = moved.get((old.rule, place), 0) + 1
    for new in after:
        if moved.get((new.rule, new.span), 0):
            moved[new.rule, new.span] -= 1
        elif touched.get(new.rule, 0):
            touched[new.rule] -= 1
        elif finding is not None and new.rule == finding.rule:
            return Rejected("the finding would still be there")
        else:
            return Rejected(f"it would bring a new finding: {new.rule}")
    return Verified(fixed)


def _moved(span: Span, changes: Sequence[TextChange]) -> Span | None:
    """Where the span is after all changes (of the text as it was), or None when one touched it."""
    for change in reversed(changes):
        moved = shift(span, change)
        if moved is None:
            return None
        span = moved
    return span
