"""Keep a list of known findings, so that only new ones count.

ACTION is one of: create (record all findings of the workspace), update (record them again; with PATHS, only for these),
prune (remove entries that are no longer found), show (print the list; the default). The list is
`.reread/baseline.json`; commit it to share it. It holds hashes, no code. Known findings are hints in the editor; the
command line hides them (--all-lines shows them) and never fails on them.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from reread.analyzers import identifiers, inside, owned_files
from reread.analyzers.file_lock import held
from reread.analyzers.shown.terminal import printable
from reread.server import textfile
from reread.server.cli import options, sources, writing
from reread.server.cli.additions import external
from reread.server.cli.commands.check import checked, job_of, report_rule_problems
from reread.server.cli.options import ExternalOptions, OutputOptions, RuleOptions
from reread.server.cli.workspace import Workspace, open_workspace
from reread.server.exits import CLEAN, INCOMPLETE, WRONG, UsageError
from reread.server.known import BASELINE, baseline
from reread.server.known.baseline import Baseline
from reread.server.known.signatures import Signature, signatures
from reread.server.report.report import FileReport

SUMMARY = "keep a list of known findings, so that only new ones count"
_PATIENCE = 10.0
"""Seconds to wait for another process that writes the list."""

_ACTIONS = ("create", "update", "prune", "show")


class Options(NamedTuple):
    action: str
    paths: tuple[str, ...]
    force: bool
    dry_run: bool
    format: str
    quiet: bool
    verbose: int
    config: str | None
    chosen: RuleOptions
    external: ExternalOptions


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "action", nargs="?", choices=_ACTIONS, default="show", metavar="ACTION", help="one of " + ", ".join(_ACTIONS)
    )
    parser.add_argument("paths", nargs="*", metavar="PATHS", help="with update or prune: only these files and folders")
    parser.add_argument("--force", action="store_true", help="with create: replace an existing list")
    parser.add_argument("--dry-run", action="store_true", help="say what would change, and write nothing")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="output format (default: text)")
    parser.add_argument("-q", "--quiet", action="store_true", help="print problems only")
    options.add_verbose(parser)
    options.add_rules(parser)
    options.add_external(parser)
    options.add_configuration(parser)


def run(arguments: Options) -> int:
    workspace = open_workspace(arguments.paths, arguments.config)
    for problem in workspace.problems:
        writing.say(problem)
    if arguments.action == "show":
        return _show(_loaded(workspace), arguments)
    # Said before the work, and asked again after it, since other processes may change the list meanwhile.
    _before(workspace, arguments)
    job = job_of(arguments.chosen, workspace)
    if not report_rule_problems(job):
        return WRONG
    selection = sources.from_paths(arguments.paths or (workspace.root,), workspace)
    reports, unasked = external.added(
        job,
        workspace,
        selection,
        checked(job, selection, arguments.quiet),
        arguments.external,
        everything=not arguments.paths,
    )
    reports += selection.skipped
    found = {report.relative: _signatures(report) for report in reports if not report.skipped}
    with _alone(workspace):
        before = _before(workspace, arguments)
        if unasked or not _hears_tools(workspace, arguments.external):
            found = {path: [*entries, *_of_tools(before, path, entries)] for path, entries in found.items()}
        after = _pruned(before, found, workspace) if arguments.action == "prune" else _updated(before, found, workspace)
        if not arguments.dry_run:
            _write(workspace, after)
    _say_change(before, Baseline(after), arguments)
    writing.skipped_files(reports, OutputOptions(verbose=arguments.verbose))
    return INCOMPLETE if unasked or any(report.broken or report.unread for report in reports) else CLEAN


def _before(workspace: Workspace, arguments: Options) -> Baseline:
    if arguments.action != "create":
        return _loaded(workspace)
    _refuse(workspace, arguments)
    return baseline.EMPTY


@contextlib.contextmanager
def _alone(workspace: Workspace) -> Iterator[None]:
    """What one process adds between another's reading and writing would be lost."""
    from reread.server.known.state import file_of

    place = f"{file_of(workspace.root)}.baseline.lock"
    with contextlib.ExitStack() as stack:
        # Where nothing can be kept, the list is written all the same.
        with contextlib.suppress(OSError):
            owned_files.make_folder(os.path.dirname(place))
            stack.enter_context(held(place, _PATIENCE))
        yield


def _refuse(workspace: Workspace, arguments: Options) -> None:
    if arguments.paths:
        raise UsageError("create takes no PATHS: it records the whole workspace; update takes PATHS")
    if os.path.lexists(os.path.join(workspace.root, BASELINE)) and not arguments.force:
        raise UsageError(f"{BASELINE} already exists; update it with `reread baseline update`")


def _loaded(workspace: Workspace) -> Baseline:
    if not os.path.lexists(os.path.join(workspace.root, BASELINE)):
        raise UsageError("no baseline; create one with `reread baseline create`")
    return baseline.load(workspace.root)


def _signatures(report: FileReport) -> list[Signature]:
    return signatures((located.finding for located in report.findings), report.text)


def _hears_tools(workspace: Workspace, chosen: ExternalOptions) -> bool:
    """False for who has no tools, while a colleague may have them."""
    return bool(chosen.imported or (workspace.settings.external and not chosen.no_external))


def _of_tools(before: Baseline, path: str, found: Sequence[Signature]) -> list[Signature]:
    """What was known of other tools and was not found: one that was not asked has not said that it is gone."""
    left = Counter(each for each in before.known.get(path, ()) if identifiers.is_of_tool(each.rule))
    return list((left - Counter(found)).elements())


def _updated(
    before: Baseline, found: Mapping[str, Sequence[Signature]], workspace: Workspace
) -> dict[str, Sequence[Signature]]:
    """What is found now; of files that were not looked at, and are still there, what was known."""
    kept = {path: entries for path, entries in before.known.items() if path not in found and _is_there(path, workspace)}
    return {**kept, **found}


def _pruned(
    before: Baseline, found: Mapping[str, Sequence[Signature]], workspace: Workspace
) -> dict[str, Sequence[Signature]]:
    """What was known and is still found, where it is found now."""
    current = {
        path: [each for each, known in zip(entries, before.matched(path, entries), strict=True) if known]
        for path, entries in found.items()
    }
    return _updated(before, current, workspace)


def _is_there(path: str, workspace: Workspace) -> bool:
    return os.path.lexists(os.path.join(workspace.root, path))


def _write(workspace: Workspace, known: Mapping[str, Sequence[Signature]]) -> None:
    place = os.path.join(workspace.root, BASELINE)
    if not inside.is_inside(workspace.root, place):
        raise UsageError(f"{place}: is outside the workspace")
    try:
        os.makedirs(os.path.dirname(place), exist_ok=True)
        temporary = f"{place}.{os.getpid()}"
        with contextlib.suppress(FileNotFoundError):
            os.unlink(temporary)
        textfile.create(temporary, baseline.written(known))
        os.replace(temporary, place)
    except OSError as error:
        raise UsageError(owned_files.unwritten(place, error)) from error


def _say_change(before: Baseline, after: Baseline, arguments: Options) -> None:
    old, new = (
        Counter((each.rule, each.text) for entries in side.known.values() for each in entries)
        for side in (before, after)
    )
    added, gone = (new - old).total(), (old - new).total()
    if arguments.format == "json":
        data = {"version": 1, "findings": len(after), "added": added, "removed": gone}
        sys.stdout.write(json.dumps(data, indent=2) + "\n")
    elif not arguments.quiet:
        known = writing.plural(len(after), "known finding")
        sys.stderr.write(f"{BASELINE}: {known} ({added:,} added, {gone:,} removed)\n")


def _show(known: Baseline, arguments: Options) -> int:
    rows = [
        (path, rule, count)
        for path in sorted(known.known)
        for rule, count in sorted(Counter(each.rule for each in known.known[path]).items())
    ]
    if arguments.format == "json":
        data = [{"path": path, "rule": rule, "findings": count} for path, rule, count in rows]
        sys.stdout.write(json.dumps({"version": 1, "known": data}, indent=2) + "\n")
        return CLEAN
    for path, rule, count in rows:
        sys.stdout.write(f"{printable(path)}: {printable(rule)}{f' ({count})' if count > 1 else ''}\n")
    if not arguments.quiet:
        sys.stderr.write(
            f"{writing.plural(len(known), 'known finding')} in {writing.plural(len(known.known), 'file')}\n"
        )
    return CLEAN
