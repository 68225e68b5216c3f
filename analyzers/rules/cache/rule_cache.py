"""Caches parsed rules in the user's cache folder, so that startup need not parse YAML.

One file for each source (folder or file of rules). An entry holds while time and size of its file are the same, or
else its content. The cache is never in the repository, and one that someone else could have written is not read.
"""

from __future__ import annotations

import marshal
import os
from collections.abc import Callable
from typing import Any
from zlib import crc32

from reread.analyzers import identifiers, inside, retention
from reread.analyzers.data_directories import workspace_of_rule
from reread.analyzers.findings import Severity
from reread.analyzers.pattern.source import Formula, plain
from reread.analyzers.rules.cache.cache_file import DETAILS, load, save
from reread.analyzers.rules.cache.engine_version import engine_version
from reread.analyzers.rules.cache.serialization import (
    DamagedError,
    Entries,
    LazyPiece,
    PackedEntry,
    Pieces,
    pack,
    unpack,
)
from reread.analyzers.rules.definition import ANY
from reread.analyzers.rules.locations import PACKS, check_module
from reread.analyzers.rules.models.model import LibraryModel
from reread.analyzers.rules.models.reading import model_in
from reread.analyzers.rules.rule import Check, Details, LazyDetails, Problem, Rule, Taint, Text
from reread.analyzers.rules.taint_spec import TaintSpec

_WITHOUT_REFERENCES = 2
"""The version of marshal's format in which equal values are the same bytes."""


def read_cached(
    source: str, files: Callable[[], list[str]], prepared: str = "", *, installed: bool = False
) -> tuple[list[Rule], list[Problem], list[LibraryModel]]:
    """The rules and library models of some files, from the cache where it knows them, else from the file that they were
    prepared in. Those of an installation do not change: what they were prepared in is all that is read, and no cache is
    written.
    """
    entries, unreadable = _as_installed(prepared) if installed else {}, list[Problem]()
    if not entries:
        place, engine = _cache_file(source), engine_version()
        known = load(place, engine.__eq__)
        entries, unreadable = _current(source, files(), known, prepared)
        if entries is not known and place:
            save(place, engine, entries)
            retention.RULES.prune()
    rules: list[Rule] = []
    problems: list[Problem] = []
    models: list[LibraryModel] = []
    for file, entry in entries.items():
        rules += (_rule(file, item, source) for item in entry["rules"])
        problems += (Problem(*item) for item in entry["problems"])
        models += (LibraryModel.of_plain(item, file) for item in entry.get("models", ()))
    return rules, [*problems, *unreadable], models


def _as_installed(prepared: str) -> dict[str, dict[str, Any]]:
    """The entries that an installation came with; none if it has none, or its grammars were replaced since."""
    from reread.analyzers.rules.cache.prebuilt import read_installed

    return read_installed(prepared)


def _current(
    source: str, files: list[str], known: dict[str, dict[str, Any]], prepared: str
) -> tuple[dict[str, dict[str, Any]], list[Problem]]:
    """The entries of the files as they are now, `known` itself where they are all of it and no file has changed; and a
    problem for each file that cannot be read.
    """
    shared = _Shared()
    cached = known
    if prepared and not known and os.path.isfile(prepared):
        from reread.analyzers.rules.cache.prebuilt import read

        known = read(prepared, shared.stamp)
    entries: dict[str, dict[str, Any]] = {}
    problems = []
    changed = known.keys() != set(files)
    for file in files:
        entry = known.get(file)
        try:
            status = os.stat(file)
            stamp = [status.st_mtime_ns, status.st_size]
            if entry is None or entry["stamp"] != stamp or not shared.fit(entry):
                changed = True
                entry = _refreshed(file, stamp, entry, source, shared)
        except OSError as error:
            problems.append(Problem(file, "", "", f"cannot be read: {error.strerror or error}"))
            continue
        entries[file] = entry
    return (entries if changed else cached), problems


def fresh(source: str, files: list[str], prepared: str = "") -> dict[str, dict[str, Any]]:
    """The cache entries of the files, by path; unchanged ones are taken from `prepared`."""
    shared = _Shared()
    known: dict[str, dict[str, Any]] = {}
    if prepared:
        from reread.analyzers.rules.cache.prebuilt import read

        known = read(prepared, shared.stamp)
    return {file: _refreshed(file, [], known.get(file), source, shared) for file in files}


class _Shared:
    """The shared files that rules use: what they were when the rules were read, and what they are now."""

    def __init__(self) -> None:
        self.stamps: dict[str, list[int]] = {}
        self.formulas: dict[tuple[bytes, tuple[str, ...]], tuple[bytes, bytes]] = {}
        """Formulas of taint entries and the ways into them, packed, by source form and languages."""

    def stamp(self, file: str) -> list[int]:
        """Time and size of a file; empty if there is none."""
        found = self.stamps.get(file)
        if found is None:
            try:
                status = os.stat(file)
                found = [status.st_mtime_ns, status.st_size]
            except OSError:
                found = []
            self.stamps[file] = found
        return found

    def fit(self, entry: dict[str, Any]) -> bool:
        """True when all that a file of rules looked for is as it was then."""
        return all(self.stamp(file) == stamp for file, stamp in entry["shared"].items())


def _read(file: str, source: str, asked: Callable[[str], None]) -> tuple[list[Rule], list[Problem]]:
    if check_module(file):
        from reread.analyzers.rules.checks import read

        return [read(file)], []
    from reread.analyzers.rules.loading.parse_rules import read_rules

    rules, problems = read_rules(file, inside.read(workspace_of_rule(file), file), _root(file, source), asked)
    namespace = _namespace(file)
    return [rule._replace(id=f"{namespace}/{rule.id}") for rule in rules] if namespace else rules, problems


def _namespace(file: str) -> str:
    """The first part of the identifiers of the rules in a file of `packs/`; "" for other files."""
    folder = os.path.dirname(os.path.abspath(file))
    name = identifiers.NAMESPACES.get(os.path.basename(folder), "")
    return name if os.path.realpath(os.path.dirname(folder)) == os.path.realpath(PACKS) else ""


def _root(file: str, source: str) -> str:
    """The folder up to which the shared files of a rule are looked for.

    That of its source, and all packs for a built-in rule, also where the source is the pack of one language.
    """
    folder = os.path.dirname(os.path.abspath(file))
    while os.path.dirname(folder) != folder:
        if os.path.realpath(folder) == os.path.realpath(PACKS):
            return folder
        folder = os.path.dirname(folder)
    return source if os.path.isdir(source) else ""


def _refreshed(
    file: str, stamp: list[int], entry: dict[str, Any] | None, source: str, shared: _Shared
) -> dict[str, Any]:
    import hashlib

    data = inside.read(workspace_of_rule(file), file)
    digest = hashlib.sha256(data).hexdigest()
    if entry is not None and entry.get("sha256") == digest and shared.fit(entry):
        return {**entry, "stamp": stamp}
    model = None if file.endswith(".py") else model_in(file, data)
    if model is not None:
        entry = {"stamp": stamp, "sha256": digest, "rules": [], "shared": {}, "models": [model[0].as_plain()]}
        return {**entry, "problems": [tuple(each) for each in model[1]]}
    asked: dict[str, list[int]] = {}
    pieces = Pieces()
    rules, problems = _read(file, source, lambda name: asked.update({name: shared.stamp(name)}))
    return {
        "stamp": stamp,
        "sha256": digest,
        "rules": [_plain(rule, pieces, shared) for rule in rules],
        "problems": [tuple(each) for each in problems],
        "shared": asked,
    }


def _plain(rule: Rule, pieces: Pieces, shared: _Shared) -> list[Any]:
    """The fields of a rule as plain values, with a `Part` in place of its details."""
    from reread.analyzers.pattern.prefilter.requirement import some_of

    details = pieces.part(pack(*_prepared(rule, pieces, shared)))
    fields = {**rule._asdict(), "severity": rule.severity.value, "details": details, "path": ""}
    fields["some"] = some_of(rule.words)
    return list(fields.values())


def _prepared(rule: Rule, pieces: Pieces, shared: _Shared) -> tuple[Details, Pieces, Entries]:
    """The details of a rule with all that can be known ahead of what it looks for, and the entries of a taint rule."""
    from reread.analyzers.pattern.prefilter.requirement import some_of

    details, wanted = rule.details(), rule.formula
    if isinstance(wanted, Text) or ANY in rule.languages:
        return details, pieces, ()
    if isinstance(wanted, Taint):
        entries = []
        for spec in wanted.specs:
            assert isinstance(spec, TaintSpec)
            role, _, words, *rest = spec.plain()
            packed = PackedEntry(words, *_packed_formula(spec.formula, rule.languages, shared))
            entries.append((packed, some_of(words), [role, *rest]))
        return details, pieces, entries
    formula, ways = _with_entries(wanted, rule.languages)
    return details._replace(formula=formula, formula_entries=ways), pieces, ()


def _packed_formula(formula: Formula, languages: tuple[str, ...], shared: _Shared) -> tuple[bytes, bytes]:
    key = marshal.dumps(plain(formula), _WITHOUT_REFERENCES), languages
    found = shared.formulas.get(key)
    if found is None:
        known, ways = _with_entries(formula, languages)
        found = shared.formulas[key] = marshal.dumps(plain(known)), marshal.dumps(ways)
    return found


def _with_entries(wanted: Formula | Check, languages: tuple[str, ...]) -> tuple[Formula | Check, dict[str, list[Any]]]:
    from reread.analyzers.pattern.formulas.pattern_facts import with_facts
    from reread.analyzers.rules.lazy_formula import entries_into

    known = wanted if isinstance(wanted, Check) else with_facts(wanted, languages)
    return known, entries_into(known, languages)


def _rule(file: str, plain: list[Any], source: str) -> Rule:
    rule = Rule(*plain)
    part: LazyPiece = plain[DETAILS]

    def anew() -> Details:
        rules, _ = _read(file, source, lambda name: None)
        return next(each.details() for each in rules if each.id == rule.id)

    def read() -> Details:
        try:
            return unpack(part)
        except DamagedError:
            return anew()

    return rule._replace(severity=Severity(rule.severity), details=LazyDetails(read=read, anew=anew), path=file)


def _cache_file(source: str) -> str:
    """Where the rules of a source are kept, or "" when there is no place for it."""
    folder = retention.RULES.place
    if not os.path.isabs(folder):
        return ""
    path = os.path.abspath(source)
    name = "".join(letter if letter.isalnum() else "-" for letter in os.path.basename(path))[:40]
    return os.path.join(folder, f"{name}-{crc32(path.encode(errors='replace')):08x}.cache")
