"""A call that differs from nearly all other calls of the same function in the workspace."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from reread.analyzers.roles import is_test
from reread.analyzers.syntax import language_of
from reread.rag.findings import outline
from reread.rag.findings.change import FileChange, WorkspaceChange
from reread.rag.findings.kind import Example, IndexFinding, Kind, RelatedPlace
from reread.rag.findings.outline import Call, Outline
from reread.rag.findings.resolution import is_telling
from reread.rag.findings.workspace import Workspace

RULE = "index/deviation"
_LEAST_FILES = 3
_BUILTIN_OBJECTS = frozenset({"self", "cls", "this"})

_MESSAGES = {
    "awaited": "await it; this one does not, so that it does not run",
    "with": "use it in a `with` or `try` that closes it; this one does not",
    "checked": "check the error that it returns; this one throws it away",
    "used": "use what it returns; this one throws it away",
}
_USAGES = {
    "python": ("awaited", "with", "used"),
    "javascript": ("awaited", "used"),
    "go": ("checked",),
    "java": ("with", "used"),
}


class _Other(NamedTuple):
    path: str
    call: Call


def find(change: WorkspaceChange, workspace: Workspace, options: Mapping[str, int]) -> Iterator[IndexFinding]:
    known: dict[tuple[str, str], list[_Other]] = {}
    for file in change.files:
        if file.after is None or is_test(file.path):
            continue
        for call in file.after.calls:
            name = _meaning(call, file.after, workspace) if _is_touched(file, call) else ""
            if not name:
                continue
            key = (outline.family(file.language), name)
            if key not in known:
                known[key] = _others(call.name, name, file.language, workspace)
            others = [each for each in known[key] if (each.path, each.call.span) != (file.path, call.span)]
            yield from _deviations(file, call, name, others, workspace, options)


def _is_touched(file: FileChange, call: Call) -> bool:
    assert file.after is not None
    lines = file.after.tree.document.lines
    return file.touches(lines.line_of(call.whole.start), lines.line_of(call.whole.end) + 1)


def _meaning(call: Call, made: Outline, workspace: Workspace) -> str:
    """What is called, by a name that means the same in all files; "" where only types could tell."""
    if call.receiver is None or call.constructs:
        return ""
    root = call.receiver.partition(".")[0] or call.name
    if root in made.rebound or (call.shadowed and call.receiver not in _BUILTIN_OBJECTS):
        root = ""
    for each in made.imports:
        if each.local in (call.receiver or call.name, root) and root:
            below = call.receiver.removeprefix(each.local) + "." + call.name if call.receiver else ""
            whole = ".".join(part for part in (each.module, each.name) if part) + below
            return "" if each.module.startswith(".") else whole
    if is_telling(call.name) and len(workspace.definitions(call.name)) == 1:
        return call.name
    return ""


def _others(called: str, name: str, language: str, workspace: Workspace) -> list[_Other]:
    """All calls of the same thing outside tests."""
    found = []
    for path in workspace.users(called):
        made = workspace.outline(path)
        if made is None or is_test(path) or outline.family(language_of(path)) != outline.family(language):
            continue
        meant = (call for call in made.calls if call.name == called)
        found += [_Other(path, call) for call in meant if _meaning(call, made, workspace) == name]
    return found


def _deviations(
    file: FileChange,
    call: Call,
    name: str,
    others: Sequence[_Other],
    workspace: Workspace,
    options: Mapping[str, int],
) -> Iterator[IndexFinding]:
    if len(others) < options["calls"] or len({each.path for each in others}) < _LEAST_FILES:
        return
    for usage in _USAGES[outline.family(file.language)]:
        count = sum(usage in each.call.usage for each in others)
        if usage in call.usage or not _is_nearly_all(count, others, options):
            continue
        if usage == "with" and not _is_left_open(file, call):
            continue
        if usage == "awaited" and "used" in call.usage:
            continue  # It may be awaited later.
        yield _finding(file, call, name, count, others, workspace, _MESSAGES[usage])
        return
    for keyword in sorted({each for other in others for each in other.call.names}):
        count = sum(keyword in each.call.names for each in others)
        fewest = min(each.call.places for each in others if keyword in each.call.names)
        if keyword in call.names or call.spread or call.places > fewest:
            continue
        if _is_nearly_all(count, others, options) and _is_habit(keyword, others):
            yield _finding(file, call, name, count, others, workspace, f"pass `{keyword}`; this one does not")
            return


def _is_nearly_all(count: int, others: Sequence[_Other], options: Mapping[str, int]) -> bool:
    return count * 100 >= options["percent"] * len(others)


def _is_habit(keyword: str, others: Sequence[_Other]) -> bool:
    """Whether what is passed is the same nearly everywhere, or a number, or named like the parameter; what is another
    thing in each call is part of what the call says, and may be nothing.
    """
    pairs = [pair for each in others for pair in zip(each.call.names, each.call.values, strict=True)]
    values = [value for name, value in pairs if name == keyword]
    [(_, most)] = Counter(values).most_common(1)
    plain = sum(value.lstrip("-")[:1].isdigit() or keyword in value.lower() for value in values)
    return max(most, plain) * 4 >= 3 * len(values)


def _is_left_open(file: FileChange, call: Call) -> bool:
    """Whether the value is put into a variable that nothing closes, hands on or gives back."""
    assert file.after is not None
    document = file.after.tree.document
    line = document.lines.line_span(document.lines.line_of(call.whole.start))
    before = document.text[line.start : call.whole.start].replace("await ", "").split("=")
    name = before[0].strip().split(" ")[-1]
    if len(before) != 2 or before[1].strip() or not name.isidentifier():
        return False
    holder = next((each for each in file.after.functions if each.whole.start <= call.span.start < each.whole.end), None)
    if holder is None:
        return False
    rest = document.text[call.whole.end : holder.whole.end]
    passed_on = (
        f"{name}.close",
        f"with {name}",
        f"return {name}",
        f"yield {name}",
        f"({name}",
        f" {name},",
        f" {name})",
    )
    return not any(each in rest for each in passed_on)


def _finding(
    file: FileChange, call: Call, name: str, count: int, others: Sequence[_Other], workspace: Workspace, said: str
) -> IndexFinding:
    message = f"{count} of {len(others)} other calls of `{name}` {said}."
    example = next((each for each in others if each.path != file.path), others[0])
    line = workspace.document(example.path).lines.line_of(example.call.span.start)
    return IndexFinding(RULE, file.path, call.span, message, (RelatedPlace(example.path, line, "one of the others"),))


def _caller(number: int, arguments: str) -> str:
    calls = "".join(f"    fetch_remote_page({index}{arguments})\n" for index in range(4))
    return f"from net import fetch_remote_page\n\n\ndef page{number}():\n{calls}"


_CALLERS = {f"page{number}.py": _caller(number, ", timeout=3") for number in range(4)}
_NET = {"net.py": "def fetch_remote_page(name, timeout=None):\n    return name\n"}

KIND = Kind(
    id=RULE,
    message="Nearly all other calls of this function in the workspace do something that this one does not.",
    severity="info",
    category="correctness",
    confidence="MEDIUM",
    languages=("python", "javascript", "typescript", "tsx", "go", "java"),
    find=find,
    options={"calls": 12, "percent": 95},
    explanation="""\
How a function has to be called is often visible only in its callers: they all pass a timeout, all await it, all check
its error, all close what it opens. A new call that does not is either special or a mistake.

Bad: thirty other calls pass `timeout`.

```python
page = fetch(address)
```

Good:

```python
page = fetch(address, timeout=10)
```

Compared are whether the result is used, awaited, checked for an error (Go) or used in a `with`, and which named
arguments are given. There have to be twelve other calls in three files, and 95 of 100 have to agree
(`rules.options."index/deviation"`, `calls` and `percent`). Calls in tests neither count nor are reported.
""",
    examples=(
        Example(
            {**_NET, **_CALLERS, "new.py": _caller(9, ", timeout=1").replace("(3, timeout=1)", "(3)")},
            {"new.py": _caller(9, ", timeout=1")},
            at=("new.py", 8),
        ),
        Example({**_NET, **_CALLERS, "new.py": _caller(9, ", timeout=1")}, {"new.py": ""}),
        Example(
            {**_NET, "page0.py": _CALLERS["page0.py"], "new.py": _caller(9, "")}, {"new.py": _caller(9, ", timeout=1")}
        ),
    ),
)
