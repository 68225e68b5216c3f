"""Resolves a call to its definition: by the imports of its file, its class, or a unique name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from reread.analyzers.syntax import language_of
from reread.rag.findings import outline
from reread.rag.findings.outline import Call, Class, Function, Import, Outline
from reread.rag.findings.workspace import Workspace

_SELVES = frozenset({"self", "cls", "this"})
_PARENTS = frozenset({"super()", "super"})
_ROOTS = frozenset({"object", "Object", "ABC", "Exception", "Error"})
_LONG_NAME = 12


class Use(NamedTuple):
    """A call in the file `path` that means a definition. `certain` is False if only the name tells so."""

    path: str
    call: Call
    certain: bool


def calls_of(workspace: Workspace, path: str, function: Function) -> Iterator[Use]:
    """The calls, in all of the workspace, of a function or method that the file defines."""
    wanted = function.owner if function.constructor else function.name
    paths = [user for user in workspace.users(wanted) if _speaks(user, path)]
    if function.constructor and function.name != wanted:
        paths = sorted({*paths, path})
    if function.constructor or not function.owner:
        yield from _named(workspace, path, wanted, paths, constructor=function.constructor)
    if function.owner:
        yield from _inherited(workspace, path, function, paths)
    if function.owner and not function.constructor:
        yield from _by_name(workspace, function, paths)


def importers_of(workspace: Workspace, path: str, name: str) -> Iterator[tuple[str, Import]]:
    """The imports, in other files, of a name from the file."""
    for user in workspace.users(name):
        made = workspace.outline(user)
        if made is None or user == path or not _speaks(user, path):
            continue
        for each in made.imports:
            if each.name == name and workspace.names_file(each.module, user, path):
                yield user, each


def defined_by(workspace: Workspace, path: str, made: Outline, call: Call) -> list[tuple[str, Function]]:
    """The definitions that a call in the file means for certain; with none of them, it is not known."""
    if call.receiver is None or call.spread:
        return []
    root = call.receiver.partition(".")[0]
    if call.receiver in _SELVES and call.owner:
        if len(workspace.definitions(call.name)) > 1:
            return []  # One of the others may be the one that the object has.
        return [(path, each) for each in made.functions if (each.owner, each.name) == (call.owner, call.name)]
    if call.shadowed or (root or call.name) in made.rebound:
        return []
    if not call.receiver and _is_own(made, call.name):
        return _in_file(path, made, call.name)
    return _imported(workspace, path, _written(call))


def _is_own(made: Outline, name: str) -> bool:
    """Whether a file has a name at its top that it does not import."""
    return name in made.bound and all(each.local != name for each in made.imports)


def _imported(workspace: Workspace, path: str, written: str) -> list[tuple[str, Function]]:
    """What a name of another file means."""
    name = workspace.original_name(path, written)
    found: list[tuple[str, Function]] = []
    for candidate in dict.fromkeys(workspace.definitions(name)):
        made = workspace.outline(candidate) if _speaks(candidate, path) else None
        if made is not None and name not in made.rebound and workspace.means(path, written, candidate, name):
            found += _in_file(candidate, made, name)
    return found


def _written(call: Call) -> str:
    return f"{call.receiver}.{call.name}" if call.receiver else call.name


def _in_file(path: str, made: Outline, name: str) -> list[tuple[str, Function]]:
    """The functions of that name, or the constructors of the class of that name, at the top of a file."""
    if name in made.rebound:
        return []
    functions = [(path, each) for each in made.functions if each.name == name and not each.owner]
    classes = [each for each in made.classes if each.name == name]
    if functions or len(classes) != 1 or not _is_made_plainly(classes[0], path):
        return functions if not classes else []
    return [(path, each) for each in made.functions if each.owner == name and each.constructor]


def _is_made_plainly(found: Class, path: str) -> bool:
    """Whether calling a class calls its own constructor: metaclasses and decorators may change that."""
    if language_of(path) != "python":
        return True
    from reread.rag.findings.outlines.python import is_plain_base

    return found.plain and all(is_plain_base(base) for base in found.bases)


def _named(workspace: Workspace, path: str, name: str, paths: Iterable[str], *, constructor: bool) -> Iterator[Use]:
    """Calls by the name that a file has the definition under."""
    made_here = workspace.outline(path)
    if made_here is not None and name in made_here.rebound:
        return
    if constructor and made_here is not None:
        classes = [each for each in made_here.classes if each.name == name]
        if not classes or not all(_is_made_plainly(each, path) for each in classes):
            return
    for user, made in _outlined(workspace, paths):
        known = {name, *(each.local for each in made.imports if each.name == name)}
        for call in made.calls:
            if call.name not in known:
                continue
            root = (call.receiver or call.name).partition(".")[0]
            if call.receiver is None or call.shadowed or root in made.rebound:
                continue
            if user != path and not call.receiver and _is_own(made, call.name):
                continue
            if constructor and language_of(path) != "python" and not call.constructs:
                continue
            if workspace.means(user, _written(call), path, name):
                yield Use(user, call, True)


def _inherited(workspace: Workspace, path: str, function: Function, paths: Iterable[str]) -> Iterator[Use]:
    """Calls through the object itself, in the class and in those that inherit from it; and those of static methods."""
    for user, made in _outlined(workspace, sorted({*paths, path})):
        heirs = {
            each.name: any(own.owner == each.name and own.name == function.name for own in made.functions)
            for each in made.classes
            if len(each.bases) == 1 and workspace.means(user, each.bases[0], path, function.owner)
        }
        for call in made.calls:
            if call.name == function.name and _is_member(workspace, call, user, path, function, heirs):
                yield Use(user, call, True)


def _is_member(
    workspace: Workspace, call: Call, user: str, path: str, function: Function, heirs: dict[str, bool]
) -> bool:
    """Whether a call goes through the object or its class; `heirs` tells of the classes that inherit from it whether
    they have the function again.
    """
    if call.receiver is None or call.receiver in _PARENTS:
        return call.receiver is not None and call.owner in heirs
    if call.receiver in _SELVES or (not call.receiver and user.endswith(".java")):
        return (user == path and call.owner == function.owner) or heirs.get(call.owner) is False
    return function.static and workspace.means(user, call.receiver, path, function.owner)


def _outlined(workspace: Workspace, paths: Iterable[str]) -> Iterator[tuple[str, Outline]]:
    """The files that have an outline, with it."""
    for path in paths:
        made = workspace.outline(path)
        if made is not None:
            yield path, made


def _by_name(workspace: Workspace, function: Function, paths: Iterable[str]) -> Iterator[Use]:
    """Calls of a method that nothing else in the workspace shares its name with."""
    if not is_telling(function.name) or len(workspace.definitions(function.name)) > 1:
        return
    for user in paths:
        made = workspace.outline(user)
        if made is None:
            continue
        # What is reached through a module from elsewhere is not ours.
        foreign = {each.local for each in made.imports}
        for call in made.calls:
            if call.name != function.name or call.receiver in ("", *_SELVES, *_PARENTS):
                continue
            if call.receiver is None or call.receiver.partition(".")[0] not in foreign:
                yield Use(user, call, False)


def is_telling(name: str) -> bool:
    """Whether a name is so long, or of so many words, that it hardly stands for two things by accident."""
    parts = [part for part in re.split(r"_|(?<=[a-z])(?=[A-Z])", name) if part]
    return len(parts) > 1 and len(name) >= _LONG_NAME and not name.startswith("__")


def is_all_ours(workspace: Workspace, path: str, found: Class, depth: int = 4) -> bool:
    """Whether everything that a class inherits from is in the workspace: no framework then knows its methods."""
    if not depth:
        return False
    for base in found.bases:
        name = base.rpartition(".")[2]
        if name in _ROOTS:
            continue
        classes = [
            (where, each)
            for where in dict.fromkeys(workspace.definitions(name))
            if (made := workspace.outline(where)) is not None and _speaks(where, path)
            for each in made.classes
            if each.name == name
        ]
        if not classes or not all(is_all_ours(workspace, where, each, depth - 1) for where, each in classes):
            return False
    return True


def _speaks(user: str, path: str) -> bool:
    return outline.family(language_of(user)) == outline.family(language_of(path))
