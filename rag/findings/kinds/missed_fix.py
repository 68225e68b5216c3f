"""Code similar to the code being fixed, left unchanged."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from reread.analyzers.roles import is_test
from reread.analyzers.syntax import language_of
from reread.analyzers.text import Span
from reread.rag.findings import tokens
from reread.rag.findings.change import FileChange, Hunk, WorkspaceChange
from reread.rag.findings.kind import Example, IndexFinding, Kind, RelatedPlace
from reread.rag.findings.tokens import NAME, Token
from reread.rag.findings.workspace import Workspace

RULE = "index/missed-fix"

_MOST_OLD_LINES = 6
_MOST_NEW_LINES = 12
"""A fix is short; what is longer is a rewrite, of which nobody expects that it is made everywhere."""

_MOST_HUNKS = 12
_ANCHOR = 6
"""Tokens before and after what was replaced that have to be the same for two places to be compared at all."""

_CONTEXT_LINES = 12
_CANDIDATES = 12
_MOST_PLACES = 3
"""What stands in more places than these is an idiom, not a copy."""

_LEAST_NAMES = 10
_STATEMENTS = frozenset(
    ["if", "for", "while", "return", "raise", "throw", "try", "catch", "except", "await", "switch", "match", "with"]
)
_LEAST_STATEMENTS = 2
"""Tables of data are alike without being copies of each other."""


class _Fix(NamedTuple):
    """The tokens around a fix as they were. `core` is what of them was replaced; `gone` are the names that the new code
    there no longer has, which a copy must have.
    """

    hunk: Hunk
    old: Sequence[Token]
    core: tuple[int, int]
    gone: frozenset[str]


def find(change: WorkspaceChange, workspace: Workspace, options: Mapping[str, int]) -> Iterator[IndexFinding]:
    for file in change.files:
        if file.old is None or file.new is None or file.language not in KIND.languages or is_test(file.path):
            continue
        if len(file.hunks) > _MOST_HUNKS:
            continue
        for hunk in file.hunks:
            fix = _fix(file, hunk)
            if fix is not None:
                yield from _copies(file, fix, change, workspace, options["tokens"])


def _fix(file: FileChange, hunk: Hunk) -> _Fix | None:
    """The fix that a hunk is; None for what only adds to the end, removes, is long, or changes comments alone."""
    assert file.old is not None and file.new is not None
    if hunk.end == hunk.start or hunk.old_end - hunk.old_start > _MOST_OLD_LINES:
        return None
    if hunk.end - hunk.start > _MOST_NEW_LINES:
        return None
    old_lines, new_lines = file.old.split("\n"), file.new.split("\n")
    first = max(0, hunk.old_start - _CONTEXT_LINES)
    before = tokens.tokens("\n".join(old_lines[first : hunk.old_start]), file.language)
    core = tokens.tokens("\n".join(old_lines[hunk.old_start : hunk.old_end]), file.language)
    after = tokens.tokens("\n".join(old_lines[hunk.old_end : hunk.old_end + _CONTEXT_LINES]), file.language)
    new = tokens.tokens("\n".join(new_lines[hunk.start : hunk.end]), file.language)
    if _texts(core) == _texts(new) or not new or not before or not after:
        return None
    same = 0
    while same < min(len(core), len(new)) and core[same].text == new[same].text:
        same += 1
    tail = 0
    while tail < min(len(core), len(new)) - same and core[-1 - tail].text == new[-1 - tail].text:
        tail += 1
    if not core and _is_one_more(file, hunk, tokens.shape(new)):
        return None
    around = [*before, *core, *after]
    if _is_import(core) or _is_import(new) or sum(token.text in _STATEMENTS for token in around) < _LEAST_STATEMENTS:
        return None
    gone = {token.text for token in core} - {token.text for token in new}
    start = len(before) + same
    return _Fix(hunk, around, (start, len(before) + len(core) - tail), frozenset(gone))


def _is_one_more(file: FileChange, hunk: Hunk, shape: str) -> bool:
    """Whether what was put in is like the line before or behind it: one more of a list."""
    assert file.new is not None
    lines = file.new.split("\n")
    beside = (lines[place : place + hunk.end - hunk.start] for place in (2 * hunk.start - hunk.end, hunk.end))
    return any(tokens.shape(tokens.tokens("\n".join(each), file.language)) == shape for each in beside)


def _copies(
    file: FileChange, fix: _Fix, change: WorkspaceChange, workspace: Workspace, least: int
) -> Iterator[IndexFinding]:
    text = " ".join(_texts(fix.old[max(0, fix.core[0] - 60) : fix.core[1] + 60]))
    paths = {place.path for place in workspace.similar(text, _CANDIDATES)} | change.paths
    found = {
        (path, span)
        for path in paths
        if language_of(path) == file.language and not is_test(path)
        for span in _matches(path, fix, workspace, least)
        if path != file.path or abs(_lines(workspace, path, span)[0] - fix.hunk.start) > _CONTEXT_LINES
    }
    if len(found) > _MOST_PLACES:
        return
    where = RelatedPlace(file.path, fix.hunk.start, "this was changed")
    for path, span in sorted(found):
        if any(other.path == path and other.touches(*_lines(workspace, path, span)) for other in change.files):
            continue
        message = (
            f"Missed change? Similar code in {file.path}, line {fix.hunk.start + 1}, was changed, and this was not."
        )
        yield IndexFinding(RULE, path, span, message, (where,))


def _matches(path: str, fix: _Fix, workspace: Workspace, least: int) -> Iterator[Span]:
    """Where a file has what the fix replaced, in the same surroundings: the line that would have to change."""
    document = workspace.document(path)
    if any(text not in document.text for text in fix.gone):
        return
    there, shape = workspace.tokens(path)
    low, high = max(0, fix.core[0] - _ANCHOR), min(len(fix.old), fix.core[1] + _ANCHOR)
    anchor = tokens.shape(fix.old[low:high])
    place = shape.find(anchor)
    while place >= 0:
        length = _same(fix.old, low, there, place, fix)
        if length is not None and length >= least:
            first = min(place + fix.core[0] - low, len(there) - 1)
            span = document.lines.line_span(document.lines.line_of(there[first].start))
            text = document.text[span.start : span.end]
            yield Span(span.start + len(text) - len(text.lstrip()), span.end)
        place = shape.find(anchor, place + 1)


def _same(old: Sequence[Token], low: int, there: Sequence[Token], place: int, fix: _Fix) -> int | None:
    """How many tokens around the anchor are the same but for names that are consistently others; None when not even
    the anchor is, or when what the fix took away is not there.
    """
    start, other = low, place
    end, other_end = min(len(old), fix.core[1] + _ANCHOR), place + min(len(old), fix.core[1] + _ANCHOR) - low
    if tokens.renamed(old[start:end], there[other:other_end]) is None:
        return None
    while start and other and _similar(old[start - 1], there[other - 1]):
        start, other = start - 1, other - 1
    while end < len(old) and other_end < len(there) and _similar(old[end], there[other_end]):
        end, other_end = end + 1, other_end + 1
    names = tokens.renamed(old[start:end], there[other:other_end])
    if names is None or any(name in fix.gone and names[name] != name for name in names):
        return None
    different = sum(name != new for name, new in names.items())
    if len(names) < _LEAST_NAMES or different * 4 > len(names):
        return None
    return end - start


def _similar(one: Token, other: Token) -> bool:
    return one.kind == other.kind and (one.kind == NAME or one.text == other.text)


def _lines(workspace: Workspace, path: str, span: Span) -> tuple[int, int]:
    lines = workspace.document(path).lines
    return lines.line_of(span.start), lines.line_of(span.end) + 1


def _is_import(found: Sequence[Token]) -> bool:
    return bool(found) and found[0].text in ("import", "from", "package", "using")


def _texts(found: Sequence[Token]) -> list[str]:
    return [token.text for token in found]


_READ = """\
def read_{0}(path, limit):
    with open(path, encoding="utf-8") as stream:
        lines = stream.read().split("\\n")
    result = []
    for number, line in enumerate(lines):
        fields = line.split("\\t")
        {1}
        result.append(make_{0}(fields[0], fields[1], number, limit))
    return result
"""
_OLD, _NEW = "if not fields: continue", "if len(fields) < 2: continue"

KIND = Kind(
    id=RULE,
    message="Missed change? Similar code was changed elsewhere, and this was not.",
    severity="info",
    category="correctness",
    confidence="MEDIUM",
    languages=(
        "python",
        "javascript",
        "typescript",
        "tsx",
        "go",
        "java",
        "c",
        "cpp",
        "csharp",
        "kotlin",
        "php",
        "rust",
    ),
    find=find,
    options={"tokens": 45},
    explanation="""\
A few lines were changed in code that has a copy elsewhere, and the copy was not changed. If the change fixes a bug, the
copy still has it.

Bad: one of two copies is fixed.

```python
def read_orders(path):
    ...
        if len(fields) < 2: continue

def read_refunds(path):
    ...
        if not fields: continue
```

Good: both are, or they become one function.

Compared are short changes within code that is the same before and behind them but for consistently other names. The
setting `rules.options."index/missed-fix".tokens` says how many names, operators and brackets have to be the same.
To fix it, change the copy as well; where the two are meant to differ, silence this.
""",
    examples=(
        Example(
            {"orders.py": _READ.format("order", _NEW), "refunds.py": _READ.format("refund", _OLD)},
            {"orders.py": _READ.format("order", _OLD)},
            at=("refunds.py", 7),
        ),
        Example(
            {"orders.py": _READ.format("order", _NEW), "refunds.py": _READ.format("refund", _NEW)},
            {"orders.py": _READ.format("order", _OLD)},
        ),
        Example(
            {"orders.py": _READ.format("order", _OLD + "  # empty"), "refunds.py": _READ.format("refund", _OLD)},
            {"orders.py": _READ.format("order", _OLD)},
        ),
    ),
)
