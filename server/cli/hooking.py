"""The report to a coding agent: on the files it edited, and before it stops on all its changes.

Only what a change brought counts: lines that differ from the last commit, in a folder that git knows. Where git does
not know it, all findings of the edited files do, and nothing keeps the agent from stopping.
"""

from __future__ import annotations

import os

from reread.analyzers.findings import Severity
from reread.server import checking, output
from reread.server.cli import baseline, scope, sources
from reread.server.cli.commands.check import checked, job_of, report_rule_problems
from reread.server.cli.options import OutputOptions, RuleOptions
from reread.server.cli.reporting import marked
from reread.server.cli.scope import ScopedChange
from reread.server.cli.workspace import Workspace, open_workspace
from reread.server.git import GitError
from reread.server.hooks.events import Event
from reread.server.report.report import Report, Style

_MOST_REPORTED = 20
"""Findings that are reported to an agent at once; more come when these are fixed."""
_LEAST = Severity.WARNING
_QUIET = OutputOptions(format="agent", quiet=True)


def reported(event: Event) -> str:
    """The report for the agent, "" for none. Raises what `reread check` raises."""
    folder = os.path.realpath(event.folder or os.getcwd())
    paths = [path for path in (os.path.join(folder, each) for each in event.paths) if os.path.isfile(path)]
    if event.kind == "edit" and not paths:
        return ""
    workspace = open_workspace(paths, None) if paths else open_workspace([], None, folder)
    if event.kind == "stop":
        return _before_stop(workspace, event)
    report = _of_change(workspace, paths) or _of_files(workspace, paths)
    return _text(report)


def _before_stop(workspace: Workspace, event: Event) -> str:
    """What is left of the findings of the change, as long as the loop of the session goes on."""
    from reread.server.report import loop

    report = _of_change(workspace, [])
    if report is None:
        return ""
    if event.again is False:
        loop.forget(workspace.root, event.session)
    pairs = ((each.finding.fingerprint, _counts(each.finding.severity), False) for each in report.findings())
    made = loop.advance(workspace.root, event.session, loop.run_findings(pairs, report.incomplete))
    return "" if made.end else _text(report._replace(loop=made))


def _text(report: Report) -> str:
    """The findings that matter in the format for agents, "" without any."""
    if not any(_counts(each.finding.severity) for each in report.findings()):
        return ""
    files = tuple(
        file._replace(findings=tuple(each for each in file.findings if _counts(each.finding.severity)))
        for file in report.files
    )
    report = report._replace(files=files, incomplete="", maximum=_MOST_REPORTED)
    return "Reread found in the changed code:\n" + "".join(output.render("agent", report, Style()))


def _counts(severity: Severity) -> bool:
    return severity.rank >= _LEAST.rank


def _of_change(workspace: Workspace, paths: list[str]) -> Report | None:
    """What the change that is not committed brought, of these files; None if git does not know the folder."""
    try:
        change = scope.uncommitted(workspace, paths)
    except GitError:
        return None
    return _report(workspace, change)


def _of_files(workspace: Workspace, paths: list[str]) -> Report:
    return _report(workspace, ScopedChange("files", "", sources.from_paths(paths, workspace), {}))


def _report(workspace: Workspace, change: ScopedChange) -> Report:
    job = job_of(RuleOptions(), workspace)._replace(fingerprints=True)
    memory = checking.memory_of(job, workspace.root)
    sound = report_rule_problems(job, memory)
    reports = checked(job, change.selection, True, memory)
    if change.changes:
        reports = baseline.compare(job, change, reports, memory)
    if memory is not None:
        memory.save(sound=sound)
    return marked(Report(tuple(reports), _LEAST), workspace, _QUIET, compared=bool(change.changes))
