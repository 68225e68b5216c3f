"""Caches the findings of `reread check`: unchanged files are not checked again.

An answer holds for the same content at the same place, the same rules, options and version; with data flow across
files, as long as none of the files that it depends on has changed. One file in the user's
cache for each folder and choice of rules. Nothing of the files' text is in it, since that may hold a secret.
"""

from __future__ import annotations

import enum
import os
import sys
import time
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

from reread.analyzers import findings, owned_files, retention
from reread.analyzers.roles import Role
from reread.analyzers.rules import ruleset
from reread.analyzers.rules.cache.engine_version import installed_at
from reread.analyzers.rules.locations import PACKS
from reread.analyzers.text import Span
from reread.server.report import report
from reread.server.report.report import FileReport

if TYPE_CHECKING:
    from reread.server.imports.files import Links, WorkspaceFiles

_CLASSES: tuple[type[Any], ...] = (
    *(FileReport, report.LocatedFinding, report.SourceRange, Span),
    *(findings.Finding, findings.Fix, findings.Edit, findings.ImportChange, findings.Need, findings.Related),
    *(findings.Severity, findings.Applicability, findings.Source, findings.Tag, Role),
)
_NUMBERS = {each: number for number, each in enumerate(_CLASSES)}


class ResultCache:
    """The reports of one folder by one choice of rules. `is_sound` is True when the rules had no problem."""

    def __init__(self, place: str, identity: bytes) -> None:
        self._place = place
        self._identity = identity
        self._today = int(time.time() // 86_400)
        self._changed = False
        kept = owned_files.read_values(place)
        fits = isinstance(kept, dict) and kept.get("identity") == identity
        self._entries: dict[tuple[str, ...], list[Any]] = kept["entries"] if fits else {}
        self._links: Links = kept.get("links", {}) if fits else {}
        self.is_sound = bool(fits and kept["sound"])

    def report(self, key: tuple[str, ...], digest: bytes) -> FileReport | None:
        """The cached report of a file with this content, without its text; None when there is none."""
        entry = self._entries.get(key)
        if entry is None or entry[0] != digest:
            return None
        if entry[1] != self._today:
            entry[1] = self._today
            self._changed = True
        found: FileReport = restored(entry[2])
        return found

    def keep(self, key: tuple[str, ...], digest: bytes, found: FileReport) -> None:
        """Remembers a report, unless it is not the whole answer."""
        if found.skipped or found.stopped or found.lost or found.given_up:
            return
        kept = report.without_code(found)
        if kept is not None:
            self._entries[key] = [digest, self._today, plain(kept)]
            self._changed = True

    def forget_outdated(self, files: WorkspaceFiles) -> None:
        """Forgets the reports of files that have changed, or import others now, and of all that depend on them."""
        importing: dict[str, list[str]] = {}
        waiting = []
        for path, (known, names) in self._links.items():
            if files.digest(path) != known or any(files.paths(path, name) != found for name, found in names.items()):
                waiting.append(path)
            for imported in {each for found in names.values() for each in found}:
                importing.setdefault(imported, []).append(path)
        if not waiting:
            return
        self._links = {path: link for path, link in self._links.items() if path not in set(waiting)}
        outdated: set[str] = set()
        while waiting:
            path = waiting.pop()
            if path not in outdated:
                outdated.add(path)
                waiting += importing.get(path, ())
        self._entries = {key: entry for key, entry in self._entries.items() if key[2] not in outdated}
        self._changed = True

    def link(self, links: Links) -> None:
        """Remembers what files import, besides what is known of them already."""
        for path, (seen, names) in links.items():
            known, before = self._links.get(path, (seen, {}))
            # One that changed meanwhile is looked at again the next time.
            self._links[path] = (known if known == seen else b"changed", {**before, **names})
            self._changed = True

    def save(self, *, sound: bool) -> None:
        """Writes new entries to disk. Drops entries that were not used for a month."""
        if not self._changed and sound == self.is_sound:
            return
        entries = {
            key: entry for key, entry in self._entries.items() if entry[1] >= self._today - retention.FINDINGS.days
        }
        values = {"identity": self._identity, "sound": sound, "entries": entries, "links": self._links}
        if owned_files.write_values(self._place, values):
            retention.FINDINGS.prune()


def opened(root: str, paths: tuple[str, ...], choice: tuple[Any, ...]) -> ResultCache | None:
    """The cached findings of a folder.

    `paths` are rule files and folders besides the built-in ones, `choice` is everything else that the answers depend
    on. None when there is no place for it.
    """
    folder = retention.FINDINGS.place
    if not os.path.isabs(folder):
        return None
    name = owned_files.digest(repr((os.path.abspath(root), paths, choice)).encode(errors="replace")).hex()
    return ResultCache(os.path.join(folder, f"{owned_files.name_of(root)}-{name}"), identity(paths))


def identity(paths: tuple[str, ...]) -> bytes:
    """Changes whenever the code, the rules or the parsers do."""
    parts = (_program(), *_stamps(ruleset.everything_read(paths)))
    return owned_files.digest("\n".join(parts).encode(errors="replace"))


@cache
def _program() -> str:
    """What is installed, which does not change while it runs."""
    installed = installed_at()
    parts = () if installed else (*_code(), *ruleset.everything_read((PACKS,)))
    return "\n".join((repr((sys.hexversion, installed)), *_stamps((*parts, *_parsers()))))


def _stamps(paths: Iterable[str]) -> Iterator[str]:
    for path in paths:
        try:
            status = os.stat(path)
            yield f"{path}\0{status.st_mtime_ns}\0{status.st_size}"
        except OSError:
            yield path


def _code() -> Iterator[str]:
    analyzers = os.path.dirname(findings.__file__)
    for folder, folders, names in os.walk(analyzers):
        folders[:] = [name for name in folders if name not in ("packs", "review", "__pycache__")]
        folders.sort()
        yield from (os.path.join(folder, name) for name in sorted(names) if name.endswith((".py", ".tsv", ".yaml")))
    yield report.__file__
    imports = os.path.join(os.path.dirname(__file__), "imports")
    yield from (os.path.join(imports, name) for name in sorted(os.listdir(imports)) if name.endswith(".py"))


def _parsers() -> Iterator[str]:
    from importlib.machinery import PathFinder

    for name in ("tree_sitter", "tree_sitter_language_pack"):
        package = PathFinder.find_spec(name)
        yield from (() if package is None else package.submodule_search_locations or ())


def plain(value: Any) -> Any:
    """A report as values that marshal knows. Raises KeyError for a class that is none of a report's."""
    if isinstance(value, tuple):
        inner = [plain(each) for each in value]
        return tuple(inner) if type(value) is tuple else [_NUMBERS[type(value)], *inner]
    return [_NUMBERS[type(value)], value.value] if isinstance(value, enum.Enum) else value


def restored(value: Any) -> Any:
    """The report that `plain` made this of."""
    if isinstance(value, list):
        return _CLASSES[value[0]](*map(restored, value[1:]))
    return tuple(map(restored, value)) if isinstance(value, tuple) else value
