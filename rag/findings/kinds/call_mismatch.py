"""A call that does not match the definition it refers to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reread.rag.findings import outline
from reread.rag.findings.altered_signatures import named_change
from reread.rag.findings.change import FileChange, WorkspaceChange
from reread.rag.findings.fitting import problem
from reread.rag.findings.kind import Example, IndexFinding, Kind, RelatedPlace
from reread.rag.findings.outline import Function, Outline
from reread.rag.findings.resolution import calls_of, defined_by, importers_of, is_all_ours, is_telling
from reread.rag.findings.workspace import Workspace

RULE = "index/call-mismatch"

Key = tuple[str, str]
"""The class, "" for none, and the name of a function."""


def find(change: WorkspaceChange, workspace: Workspace, options: Mapping[str, int]) -> Iterator[IndexFinding]:
    said = set()
    for file in change.files:
        if file.before is not None:
            for found in (*_altered(file, file.before, workspace), *_removed(file, file.before, workspace)):
                said.add((found.path, found.span))
                yield found
    for file in change.files:
        if file.after is not None and file.language == "python":
            # The other languages' compilers say this of new code themselves.
            new = _new_calls(file, file.after, workspace)
            yield from (found for found in new if (found.path, found.span) not in said)


def _altered(file: FileChange, before: Outline, workspace: Workspace) -> Iterator[IndexFinding]:
    """Calls that fitted the signature before the change, and do not fit the one after it."""
    after = file.after
    old, new = _by_key(before), _by_key(after) if after is not None else {}
    for key in old.keys() & new.keys():
        if [each.signatures for each in old[key]] == [each.signatures for each in new[key]]:
            continue
        for use in calls_of(workspace, file.path, new[key][0]):
            said = "" if _is_the_rules(file, use.path, new[key][0]) else problem(new[key], use.call)
            if said and not problem(old[key], use.call):
                place = _place(file.path, after, new[key][0], "its parameters are others since this change")
                changed = named_change(old[key], new[key], use.call)
                name = key[0] if new[key][0].constructor else key[1]
                message = (
                    f"{changed}. `{name}` of {file.path} has changed."
                    if changed
                    else f"{said}: the definition in {file.path} has changed."
                )
                yield IndexFinding(RULE, use.path, use.call.span, message, (place,))


def _removed(file: FileChange, before: Outline, workspace: Workspace) -> Iterator[IndexFinding]:
    """Imports of what the file no longer has, and calls of methods that nothing has any more."""
    after = file.after
    reader = outline.reader(file.language)
    if reader is None or any(path != file.path and workspace.exists(path) for path in reader.alternatives(file.path)):
        return
    if after is None:
        if file.new is not None:
            return  # it no longer parses, or is of another language
        gone, renamed = before.exports, {}
    elif after.open:
        return
    else:
        gone = before.exports - after.exports - (after.bound if file.language in ("python", "go", "java") else set())
        renamed = _renamed(before, after)
    for name in sorted(gone - {"__all__"}):
        for path, each in importers_of(workspace, file.path, name):
            if workspace.exists(_submodule(file.path, name)):
                continue
            hint = f" (`{renamed[name]}` now?)" if name in renamed else ""
            message = f"`{name}` no longer exists in {file.path}{hint}, and it is imported here."
            yield IndexFinding(RULE, path, each.span, message, (RelatedPlace(file.path, 0, "it was in this file"),))
    if after is not None:
        yield from _removed_methods(file, before, after, workspace, renamed)


def _removed_methods(
    file: FileChange, before: Outline, after: Outline, workspace: Workspace, renamed: Mapping[str, str]
) -> Iterator[IndexFinding]:
    kept = {each.name for each in after.definitions}
    for function in before.functions:
        name = function.name
        if not function.owner or name in kept or not is_telling(name) or name in (file.new or ""):
            continue
        owner = next((each for each in after.classes if each.name == function.owner), None)
        if owner is None or workspace.definitions(name) or not is_all_ours(workspace, file.path, owner):
            continue
        for use in calls_of(workspace, file.path, function):
            if _is_there(workspace, use.path, name):
                continue
            hint = f" (`{renamed[name]}` now?)" if name in renamed else ""
            message = f"Method `{name}` no longer exists{hint}: it was in `{owner.name}` of {file.path}."
            place = RelatedPlace(file.path, _line(after, owner.span.start), "it was in this class")
            yield IndexFinding(RULE, use.path, use.call.span, message, (place,))


def _is_there(workspace: Workspace, path: str, name: str) -> bool:
    """Whether the file of a call has the name in another way: assigned, or looked up and called."""
    text = workspace.text(path) or ""
    return f".{name} =" in text or f'"{name}"' in text or f"'{name}'" in text


def _new_calls(file: FileChange, after: Outline, workspace: Workspace) -> Iterator[IndexFinding]:
    """New or altered calls, of definitions that may not have changed at all."""
    lines = after.tree.document.lines
    for call in after.calls:
        first, last = lines.line_of(call.whole.start), lines.line_of(call.whole.end)
        if not file.touches(first, last + 1):
            continue
        found = defined_by(workspace, file.path, after, call)
        if not found or _is_the_rules(file, *found[0]):
            continue
        said = problem((function for _, function in found), call)
        if said:
            path, function = found[0]
            place = _place(path, workspace.outline(path), function, "the definition")
            yield IndexFinding(RULE, file.path, call.span, f"{said}. It is defined in {path}.", (place,))


def _is_the_rules(file: FileChange, path: str, function: Function) -> bool:
    """Whether the rule `py/call-argument-count` says it: of calls in the file of a function itself."""
    return file.language == "python" and path == file.path and not function.owner


def _by_key(made: Outline) -> dict[Key, list[Function]]:
    found: dict[Key, list[Function]] = {}
    for function in made.functions:
        found.setdefault((function.owner, function.name), []).append(function)
    return found


def _renamed(before: Outline, after: Outline) -> dict[str, str]:
    """The new names of definitions whose text but for the name is what it was."""
    old = {_body(before, each): each.name for each in before.functions}
    new = {_body(after, each): each.name for each in after.functions}
    return {name: new[body] for body, name in old.items() if body in new and new[body] != name}


def _body(made: Outline, function: Function) -> tuple[str, str]:
    text = made.tree.document.text
    return function.owner, text[function.span.end : function.whole.end].replace(function.name, "")


def _place(path: str, made: Outline | None, function: Function, message: str) -> RelatedPlace:
    return RelatedPlace(path, _line(made, function.span.start) if made is not None else 0, message)


def _line(made: Outline, offset: int) -> int:
    return made.tree.document.lines.line_of(offset)


def _submodule(path: str, name: str) -> str:
    """Where the module would be that `from package import name` can mean besides a name in the package's own file."""
    folder = path.rpartition("/")[0]
    return f"{folder}/{name}.py" if folder else f"{name}.py"


_CALLER = "from shop.prices import total\n\n\ndef show(items):\n    return total(items, True)\n"

KIND = Kind(
    id=RULE,
    message="Call does not fit its definition, or an imported name no longer exists.",
    severity="error",
    category="correctness",
    languages=("python", "javascript", "typescript", "tsx", "go", "java"),
    find=find,
    explanation="""\
A definition was changed, but a call of it was not, perhaps in a file that is not open and that no linter checks because
it was not edited. The number and the names of arguments are checked, and whether imported names still exist. The
finding is where the call is, and names the definition.

Bad: `total` has lost a parameter, which a caller still gives.

```python
# shop/prices.py
def total(items):
    return sum(item.price for item in items)

# shop/page.py
from shop.prices import total

print(total(items, True))
```

Good: both change together.

```python
print(total(items))
```

Which definition a call means is decided by imports, by the class for calls through `self`, `this` or `super()`, and for
other methods by a long name that only one definition in the workspace has. What cannot be decided is not reported.
To fix it, change the call, or give the new parameter a default.
""",
    examples=(
        Example(
            {"shop/prices.py": "def total(items):\n    return sum(items)\n", "shop/page.py": _CALLER},
            {"shop/prices.py": "def total(items, rounded):\n    return sum(items)\n"},
            at=("shop/page.py", 5),
        ),
        Example(
            {"shop/prices.py": "def total(items, rounded, tax=0):\n    return sum(items)\n", "shop/page.py": _CALLER},
            {"shop/prices.py": "def total(items, rounded):\n    return sum(items)\n"},
        ),
        Example(
            {"shop/prices.py": "def amount(items, rounded):\n    return sum(items)\n", "shop/page.py": _CALLER},
            {"shop/prices.py": "def total(items, rounded):\n    return sum(items)\n"},
            at=("shop/page.py", 1),
        ),
        Example(
            {
                "shop/prices.py": "from shop.sums import total\n",
                "shop/sums.py": "def total(items, rounded):\n    return sum(items)\n",
                "shop/page.py": _CALLER,
            },
            {"shop/prices.py": "def total(items, rounded):\n    return sum(items)\n"},
        ),
    ),
)
