"""Copied code in which all names but one were changed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from reread.analyzers.roles import is_test
from reread.analyzers.syntax import language_of
from reread.analyzers.text import Span
from reread.rag.findings.change import FileChange, WorkspaceChange
from reread.rag.findings.kind import Example, IndexFinding, Kind, RelatedPlace
from reread.rag.findings.outline import Function
from reread.rag.findings.tokens import NAME, STRING, Token
from reread.rag.findings.workspace import Workspace

RULE = "index/copy-paste"
_CANDIDATES = 6
_MOST_COMPARED = 400
"""Functions of a file that are compared with each other."""

_PART = re.compile(r"[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z]+|[A-Z]+|\d+")


class _Piece(NamedTuple):
    """A function as tokens from behind its name on."""

    path: str
    function: Function
    tokens: Sequence[Token]
    shape: str


def find(change: WorkspaceChange, workspace: Workspace, options: Mapping[str, int]) -> Iterator[IndexFinding]:
    for file in change.files:
        if file.after is None or is_test(file.path):
            continue
        own = _pieces(file.path, workspace, options["tokens"])
        for piece in own:
            if _is_touched(file, piece.function):
                others = [each for each in own if each is not piece][:_MOST_COMPARED]
                others += _elsewhere(file, piece, workspace, options["tokens"])
                yield from _slips(piece, others, workspace)


def _is_touched(file: FileChange, function: Function) -> bool:
    assert file.after is not None
    lines = file.after.tree.document.lines
    return file.touches(lines.line_of(function.whole.start), lines.line_of(function.whole.end) + 1)


def _pieces(path: str, workspace: Workspace, least: int) -> list[_Piece]:
    """The functions of a file that are long enough to be compared."""
    made = workspace.outline(path)
    if made is None:
        return []
    found, shape = workspace.tokens(path)
    starts = [token.start for token in found]
    pieces = []
    for function in made.functions:
        first, last = _between(starts, function.span.end, function.whole.end)
        if last - first >= least:
            pieces.append(_Piece(path, function, found[first:last], shape[first:last]))
    return pieces


def _between(starts: Sequence[int], start: int, end: int) -> tuple[int, int]:
    from bisect import bisect_left

    return bisect_left(starts, start), bisect_left(starts, end)


def _elsewhere(file: FileChange, piece: _Piece, workspace: Workspace, least: int) -> list[_Piece]:
    if file.old is None:
        return []  # A new file may be a copy as a whole; what stands in it is compared with itself.
    text = " ".join(token.text for token in piece.tokens[:200])
    paths = dict.fromkeys(place.path for place in workspace.similar(text, _CANDIDATES))
    return [
        each
        for path in paths
        if language_of(path) == file.language and path != file.path
        for each in _pieces(path, workspace, least)
    ]


def _slips(piece: _Piece, others: Sequence[_Piece], workspace: Workspace) -> Iterator[IndexFinding]:
    for other in others:
        if other.shape != piece.shape or other.function.name == piece.function.name:
            continue
        slip = _slip(other, piece)
        if slip is None or _slip(piece, other) is not None:
            continue
        token, expected = slip
        own, made = workspace.outline(piece.path), workspace.outline(other.path)
        if own is not None and any(each.local == token.text for each in own.imports):
            continue  # A module is the same in both.
        line = made.tree.document.lines.line_of(other.function.span.start) if made is not None else 0
        message = (
            f"`{token.text}` was perhaps forgotten when this was copied from `{other.function.name}`: "
            f"everywhere else it became `{expected}`."
        )
        place = RelatedPlace(other.path, line, "the copy that it is like")
        yield IndexFinding(RULE, piece.path, Span(token.start, token.end), message, (place,))
        return


def _slip(source: _Piece, copy: _Piece) -> tuple[Token, str] | None:
    """The one token of the copy that kept a word which all other tokens replaced, and what they replaced it by."""
    pairs = list(zip(source.tokens, copy.tokens, strict=True))
    words = _replaced(source.function.name, copy.function.name)
    changed = [(one, two) for one, two in pairs if one.text != two.text]
    if not changed or any(one.kind not in (NAME, STRING) for one, _ in changed):
        return None
    counted: Counter[tuple[str, str]] = Counter()
    for one, two in changed:
        replaced = _replaced(one.text, two.text) if one.kind == NAME else None
        if replaced is not None:
            counted[replaced] += 1
    if words is not None:
        counted[words] += 1
    for (old, new), count in counted.most_common(2):
        kept = [two for one, two in pairs if one.text == two.text and one.kind == NAME and old in _words(two.text)]
        if count < 3 or len(kept) != 1 or _mixed(old, new, source, copy, kept[0]):
            continue
        replaceable = {one.text for one, two in changed if _replaced(one.text, two.text) == (old, new)}
        if kept[0].text in replaceable:
            return kept[0], next(two.text for one, two in changed if one.text == kept[0].text)
    return None


def _mixed(old: str, new: str, source: _Piece, copy: _Piece, kept: Token) -> bool:
    """Whether one of the two speaks of both: then what was kept may be meant."""
    if any(new in _words(token.text) for token in source.tokens):
        return True
    return any(old in _words(token.text) for token in copy.tokens if token.start != kept.start)


@cache
def _words(text: str) -> tuple[str, ...]:
    return tuple(part.lower() for part in _PART.findall(text))


def _replaced(old: str, new: str) -> tuple[str, str] | None:
    """The one word that is another in two names."""
    one, two = _words(old), _words(new)
    if len(one) != len(two):
        return None
    different = [(first, second) for first, second in zip(one, two, strict=True) if first != second]
    return different[0] if len(different) == 1 else None


_BOUNDS = """\
def width_of(items):
    width = 0
    for item in items:
        if item.width > width:
            width = item.width
        width += item.gap
    log("measured", width)
    return width


def height_of(items):
    height = 0
    for item in items:
        if item.height > height:
            height = item.{0}
        height += item.gap
    log("measured", height)
    return height
"""

KIND = Kind(
    id=RULE,
    message="Forgotten name in copied code: all were changed but one.",
    severity="warning",
    category="correctness",
    confidence="MEDIUM",
    languages=("python", "javascript", "typescript", "tsx", "go", "java"),
    find=find,
    options={"tokens": 30},
    explanation="""\
Two functions have the same structure; in the second one a word was replaced everywhere except in one place. Most often
that place was overlooked.

Bad: `width` was left in the copy for heights.

```python
def height_of(items):
    height = 0
    for item in items:
        if item.height > height:
            height = item.width
    return height
```

Good:

```python
            height = item.height
```

Reported is only a single name, of a function whose other names all had that word replaced, three times at least. To fix
it, rename it too; where it is meant, silence this. `rules.options."index/copy-paste".tokens` is how long a function
has to be.
""",
    examples=(
        Example({"sizes.py": _BOUNDS.format("width")}, {"sizes.py": ""}, at=("sizes.py", 15)),
        Example({"sizes.py": _BOUNDS.format("height")}, {"sizes.py": ""}),
        Example({"sizes.py": _BOUNDS.format("depth")}, {"sizes.py": ""}),
    ),
)
