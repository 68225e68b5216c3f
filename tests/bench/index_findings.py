"""`python -m tests.bench index-findings PATH...`: how much the findings from the index say about real projects.

A PATH is a folder with the sources of a project, all of which count as new, or OLD:NEW, two folders with two versions of
it, the newer of which is the change. With `--alone` each file of the change is put into the old version alone, as if
the rest had been forgotten: what is then found can be compared with what was really changed there; `--hunks` does so with each piece of a file. With `--list`
every finding is printed, to be read.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from reread.analyzers.roles import Role, role_of
from reread.analyzers.syntax import language_of
from reread.rag.findings import registry
from reread.rag.findings.kind import IndexFinding
from reread.rag.findings.workspace import Workspace
from reread.rag.source.walk import decode
from tests.rag.findings.workspaces import change_of, workspace_of

MOST_PER_1000_LINES = 0.2
_LARGEST = 1_000_000


class Run(NamedTuple):
    """What was found in one project. `lines` are those of its code, or those that the change touched."""

    name: str
    lines: int
    changed: int
    seconds: float
    found: list[IndexFinding]
    files: dict[str, str]


def sources(folder: Path) -> dict[str, str]:
    """The texts of a project by their paths, without what is generated or vendored."""
    texts: dict[str, str] = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if not path.is_file() or path.stat().st_size > _LARGEST or "/.git/" in f"/{name}":
            continue
        data = path.read_bytes()
        text = decode(data)
        if text is not None and role_of(name, data) is not Role.FOREIGN:
            texts[name] = text.replace("\r\n", "\n")
    return texts


def alone(target: str, rules: Sequence[str], *, hunks: bool = False) -> Run:
    """What is found when each file that differs (or each of its `hunks`) is changed without the others; `changed` counts
    the findings on lines that the new version has changed as well.
    """
    old_name, _, new_name = target.rpartition(":")
    old, new = sources(Path(old_name)), sources(Path(new_name))
    found: set[IndexFinding] = set()
    right, seconds = 0, 0.0
    with workspace_of(old, change_of(old, {})) as whole:
        for path, text in _steps(old, new, hunks=hunks):
            after = {**old, path: text} if text is not None else {k: v for k, v in old.items() if k != path}
            change = change_of(after, {path: old.get(path)})
            workspace = Workspace(whole._catalogue, change, after.get)
            started = time.process_time()
            said = [each for each in registry.find(change, workspace, rules) if each.path != path]
            seconds += time.process_time() - started
            found.update(said)
    for each in found:
        line = old[each.path].count("\n", 0, each.span.start)
        right += old[each.path].split("\n")[line] not in new.get(each.path, "").split("\n")
    lines = sum(text.count("\n") for name, text in old.items() if language_of(name))
    name = os.path.basename(new_name.rstrip("/"))
    return Run(name, lines, right, seconds, sorted(found, key=lambda each: (each.path, each.span)), old)


def _steps(old: dict[str, str], new: dict[str, str], *, hunks: bool) -> Iterator[tuple[str, str | None]]:
    """The paths that differ, each with its new text; with `hunks`, with the text after each of its hunks alone."""
    for path in sorted({*old, *new}):
        if old.get(path) == new.get(path):
            continue
        if not hunks or path not in old or path not in new:
            yield path, new.get(path)
            continue
        before, after = old[path].split("\n"), new[path].split("\n")
        for hunk in change_of(new, {path: old[path]}).files[0].hunks:
            yield path, "\n".join([*before[: hunk.old_start], *after[hunk.start : hunk.end], *before[hunk.old_end :]])


def measure(target: str, rules: Sequence[str]) -> Run:
    """What all kinds find in one PATH, or in the change from OLD to NEW."""
    old_name, _, new_name = target.rpartition(":")
    files = sources(Path(new_name))
    before: dict[str, str | None] = dict.fromkeys(files)
    indexed = files
    if old_name:
        old = sources(Path(old_name))
        before = {path: old.get(path) for path in {*old, *files} if old.get(path) != files.get(path)}
        indexed = {**files, **old}
    change = change_of(files, before)
    gone = {path: None for path in indexed if path not in files and path not in before}
    lines = sum(text.count("\n") for path, text in files.items() if language_of(path))
    changed = sum(hunk.end - hunk.start for file in change.files for hunk in file.hunks)
    with workspace_of(indexed, change, gone) as workspace:
        workspace._read = files.get
        started = time.process_time()
        found = registry.find(change, workspace, rules)
        seconds = time.process_time() - started
    return Run(os.path.basename(new_name.rstrip("/")), lines, changed or lines, seconds, found, files)


def main(arguments: Sequence[str]) -> int:
    """Print the table; 1 when there is more noise than allowed."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench index-findings", description=__doc__)
    parser.add_argument("paths", nargs="+", metavar="PATH")
    parser.add_argument("--list", action="store_true", help="print every finding")
    parser.add_argument("--alone", action="store_true", help="each file of a change without the others")
    parser.add_argument("--hunks", action="store_true", help="each hunk of a change without the others")
    parser.add_argument("--rules", metavar="IDS", help="only these, with commas between them")
    chosen = parser.parse_args(arguments)
    names = chosen.rules.split(",") if chosen.rules else [kind.id for kind in registry.kinds()]
    looks = chosen.alone or chosen.hunks
    runs = [alone(path, names, hunks=chosen.hunks) if looks else measure(path, names) for path in chosen.paths]
    if chosen.list:
        for run in runs:
            _list(run)
    heads = [name.removeprefix("index/") for name in names]
    changed = "right" if looks else "changed"
    columns = "".join(f"{head:>15}" for head in heads)
    print(f"{'project':28}{'lines':>9}{changed:>9}{'seconds':>9}{columns}  /1,000")  # noqa: T201
    for run in [*runs, _total(runs)]:
        counts = [sum(found.rule == name for found in run.found) for name in names]
        cells = "".join(f"{count:>15}" for count in counts)
        rate = 1000 * len(run.found) / max(1, run.lines)
        print(f"{run.name:28}{run.lines:>9}{run.changed:>9}{run.seconds:>9.1f}{cells}{rate:>8.3f}")  # noqa: T201
    total = _total(runs)
    return int(1000 * len(total.found) > MOST_PER_1000_LINES * total.lines)


def _total(runs: Sequence[Run]) -> Run:
    found = [finding for run in runs for finding in run.found]
    figures = (sum(run.lines for run in runs), sum(run.changed for run in runs), sum(run.seconds for run in runs))
    return Run("all", *figures, found, {})


def _list(run: Run) -> None:
    for found in run.found:
        text = run.files[found.path]
        line = text.count("\n", 0, found.span.start)
        print(f"{run.name}/{found.path}:{line + 1}: {found.rule}: {found.message}")  # noqa: T201
        print(f"    {text.split(chr(10))[line].strip()}")  # noqa: T201
        for place in found.related:
            print(f"    -> {place.path}:{place.line + 1}: {place.message}")  # noqa: T201


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
