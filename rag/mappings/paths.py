"""Applies the mappings of a workspace to the names in imports."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reread.rag.imports.table import ELSEWHERE, ROOT, Import
from reread.rag.mappings import format_of
from reread.rag.mappings.table import Format

MappedImport = tuple[str, str, str]
"""The path of the file that says it, what an import writes, and the path that it means."""


class Paths:
    """The paths of modules in the files of one workspace."""

    def __init__(self, said: Iterable[MappedImport]) -> None:
        self._formats: dict[str, list[Format]] = {}
        self._targets: dict[tuple[str, str], list[tuple[str, str]]] = {}
        self._closed: dict[str, set[str]] = {}
        for path, written, target in said:
            found = format_of(path)
            if found is None:
                continue
            folder = path.rpartition("/")[0]
            self._targets.setdefault((found.file, written), []).append((folder, target))
            if found.closed:
                self._closed.setdefault(found.file, set()).add(folder)
            for language in found.languages:
                known = self._formats.setdefault(language, [])
                if found not in known:
                    known.append(found)
        self._known: dict[tuple[str, str, str], tuple[str, ...]] = {}

    def applied(self, language: str, path: str, imports: Sequence[Import]) -> tuple[Import, ...]:
        """The imports of a file with the paths that their modules mean; what nothing is said about stays as it is."""
        if language not in self._formats:
            return tuple(imports)
        folder = path.rpartition("/")[0]
        return tuple(
            each._replace(module=module) for each in imports for module in self._modules(language, folder, each.module)
        )

    def _modules(self, language: str, folder: str, module: str) -> tuple[str, ...]:
        key = (language, folder, module)
        if key not in self._known:
            self._known[key] = self._found(language, folder, module)
        return self._known[key]

    def _found(self, language: str, folder: str, module: str) -> tuple[str, ...]:
        if module.startswith((".", "/", ELSEWHERE)):
            return (module,)
        for each in self._formats[language]:
            for written, rest in _patterns(module, each.separator):
                targets = _nearest(self._targets.get((each.file, written), ()), folder, each.everywhere)
                if targets:
                    found = [ROOT + _filled(target, rest) for target in targets]
                    return tuple(dict.fromkeys((*found, module) if written == "*" else found))
            if any(_is_below(folder, top) for top in self._closed.get(each.file, ())):
                return (ELSEWHERE + module,)
        return (module,)


def _patterns(module: str, separator: str) -> Iterable[tuple[str, str]]:
    """What may be written for a module, the longest first, with what a `*` in it stands for."""
    yield module, ""
    parts = module.split(separator)
    for count in range(len(parts) - 1, 0, -1):
        yield separator.join(parts[:count]) + separator + "*", separator.join(parts[count:])
    yield "*", module


def _nearest(found: Iterable[tuple[str, str]], folder: str, everywhere: bool) -> list[str]:
    """The targets that hold in a folder: of the nearest file that says something, or of all."""
    if everywhere:
        return [target for _, target in found]
    above = [(top, target) for top, target in found if _is_below(folder, top)]
    deepest = max((top for top, _ in above), key=len, default="")
    return [target for top, target in above if top == deepest]


def _is_below(folder: str, top: str) -> bool:
    return not top or folder == top or folder.startswith(top + "/")


def _filled(target: str, rest: str) -> str:
    return target[:-1] + rest if target.endswith("*") else target
