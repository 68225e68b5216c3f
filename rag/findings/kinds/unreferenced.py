"""A definition whose last use the change removes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from reread.analyzers.roles import is_test
from reread.analyzers.text import Span
from reread.rag.findings.change import FileChange, WorkspaceChange
from reread.rag.findings.kind import Example, IndexFinding, Kind, RelatedPlace
from reread.rag.findings.outline import Class, Function, Outline
from reread.rag.findings.resolution import is_all_ours
from reread.rag.findings.workspace import Workspace

RULE = "index/unreferenced"
_WORD = re.compile(r"(?<![\w$])[^\W\d][\w$]*")
_SHORTEST = 4


def find(change: WorkspaceChange, workspace: Workspace, options: Mapping[str, int]) -> Iterator[IndexFinding]:
    fewer: dict[str, FileChange] = {}
    more: Counter[str] = Counter()
    for file in change.files:
        difference = Counter(_words(file.new))
        difference.subtract(_words(file.old))
        more.update(difference)
        if file.before is not None:
            fewer.update((word, file) for word, count in difference.items() if count < 0)
    for name, file in sorted(fewer.items()):
        if more[name] < 0 and len(name) >= _SHORTEST and not name.startswith("__"):
            yield from _unused(name, file, change, workspace)


def _unused(name: str, file: FileChange, change: WorkspaceChange, workspace: Workspace) -> Iterator[IndexFinding]:
    places = workspace.definitions(name)
    if len(places) != 1 or is_test(places[0]) or not _was_there(places[0], name, change):
        return
    path = places[0]
    made, text = workspace.outline(path), workspace.text(path)
    if made is None or text is None or name in made.rebound:
        return
    found = next((each for each in made.definitions if each.name == name), None)
    if found is None or not _is_ours_alone(found, path, made, workspace):
        return
    if not _used(name, file, path):
        return
    if "deprecat" in text[found.whole.start : found.whole.end].lower():
        return  # It is kept for others on purpose.
    if any(not _is_within(match.start(), found.whole) for match in _mentions(name, text)):
        return
    if workspace.mentioning(name) != [path]:
        return
    line = next((hunk.start for hunk in file.hunks), 0)
    what = "its last use was here" if file.new is not None else "its last use was in this file"
    message = f"`{name}` is no longer used in the workspace: the last use, in {file.path}, is gone."
    yield IndexFinding(RULE, path, found.span, message, (RelatedPlace(file.path, _gone(file, name, line), what),), True)


def _is_ours_alone(found: Function | Class, path: str, made: Outline, workspace: Workspace) -> bool:
    """Whether nobody outside the workspace is likely to use it: no decorator, no class that a framework calls."""
    if not found.plain:
        return False
    if isinstance(found, Class) or not found.owner:
        return True
    owner = next((each for each in made.classes if each.name == found.owner), None)
    return owner is not None and found.name.startswith("_") and is_all_ours(workspace, path, owner)


def _used(name: str, file: FileChange, path: str) -> bool:
    """Whether what the file lost was a use: not within the definition itself, and not another one of that name."""
    assert file.before is not None and file.old is not None
    own = [each.whole for each in file.before.definitions if each.name == name]
    if own and file.path != path:
        return False
    return any(not any(_is_within(match.start(), span) for span in own) for match in _mentions(name, file.old))


def _was_there(path: str, name: str, change: WorkspaceChange) -> bool:
    """Whether the definition is older than the change."""
    return all(file.path != path or (file.old is not None and name in file.old) for file in change.files)


def _gone(file: FileChange, name: str, line: int) -> int:
    """The line after the change where the name stood in what was taken away."""
    old = (file.old or "").split("\n")
    for hunk in file.hunks:
        if any(name in each for each in old[hunk.old_start : hunk.old_end]):
            return hunk.start
    return line


def _mentions(name: str, text: str) -> Iterator[re.Match[str]]:
    return re.finditer(rf"(?<![\w$]){re.escape(name)}(?![\w$])", text)


def _is_within(offset: int, span: Span) -> bool:
    return span.start <= offset < span.end


def _words(text: str | None) -> list[str]:
    return _WORD.findall(text or "")


_HELPER = "def _rounded(value):\n    return round(value, 2)\n\n\ndef total(items):\n    return {}\n"

KIND = Kind(
    id=RULE,
    message="Definition is no longer used in the workspace: the change took its last use away.",
    severity="hint",
    category="correctness",
    languages=("python", "javascript", "typescript", "tsx", "go", "java"),
    find=find,
    explanation="""\
The change removed the last place that used a function, method or class. Unused code is still read, tested and
maintained, and the next reader looks for its caller.

Bad: the call goes, the helper stays.

```python
def _rounded(value):  # nothing calls it any more
    return round(value, 2)

def total(items):
    return sum(items)
```

Good: both go.

```python
def total(items):
    return sum(items)
```

A name that stands anywhere else in the workspace counts as used, also in a comment, a string or a template; and so
do decorated and deprecated definitions, tests, and all methods but private ones (`_name`) of classes that inherit from
nothing elsewhere. If the definition is for users of a library, leave it, and silence this.
""",
    examples=(
        Example(
            {"prices.py": _HELPER.format("sum(items)")},
            {"prices.py": _HELPER.format("_rounded(sum(items))")},
            at=("prices.py", 1),
        ),
        Example(
            {"prices.py": _HELPER.format("sum(items)"), "settings.yaml": "hook: prices._rounded\n"},
            {"prices.py": _HELPER.format("_rounded(sum(items))")},
        ),
        Example(
            {"prices.py": "@register\n" + _HELPER.format("sum(items)")},
            {"prices.py": "@register\n" + _HELPER.format("_rounded(sum(items))")},
        ),
    ),
)
