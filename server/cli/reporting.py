"""Combines the reports of files into the report of a run, by the options, with its exit code."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reread.analyzers import owned_files
from reread.analyzers.rules.rule import Rule
from reread.server import checking, known
from reread.server.checking import Job
from reread.server.cli import writing
from reread.server.cli.options import OutputOptions, RuleOptions
from reread.server.cli.workspace import Workspace
from reread.server.report import rule_descriptions
from reread.server.report.report import FileReport, Report

if TYPE_CHECKING:
    from reread.server.report.loop import Round


def report_of(job: Job, files: Sequence[FileReport], arguments: OutputOptions) -> Report:
    """The report of the files, as the options want it."""
    rules: tuple[Rule, ...] = ()
    if arguments.format in ("sarif", "semgrep-json"):
        from reread.server.other_rules import with_others

        rules = with_others(checking.rules(job.rules.paths, job.rules.enable).rules)
    return Report(
        files=tuple(sorted(files, key=lambda file: file.path)),
        fail_on=writing.level(arguments.fail_on),
        rules=rule_descriptions.descriptions(rules),
        incomplete=writing.incomplete(files, strict=arguments.strict),
    )


def with_reason(report: Report, reason: str) -> Report:
    """The report, incomplete for one more reason, if there is one."""
    return report._replace(incomplete="; ".join(filter(None, (report.incomplete, reason))))


def finish(
    report: Report,
    workspace: Workspace,
    arguments: OutputOptions,
    *,
    compared: bool = False,
    kept: str = "",
    whole: bool,
    folders: Sequence[str] = (),
) -> int:
    """Writes the report, with what is known from before marked as not new, and returns the exit code.

    `compared` says that the findings were compared with what was there before a change. `kept` is the command whose run
    is kept in the history, "" for none; `whole` says that no rule was left out; `folders` were looked through as a
    whole, or are files that a change deletes. Raises BaselineError or FeedbackError.
    """
    report = marked(report, workspace, arguments, compared=compared)
    return written(report, workspace, arguments, kept, whole=whole, folders=folders)


def marked(report: Report, workspace: Workspace, arguments: OutputOptions, *, compared: bool) -> Report:
    """The report with what is known from before marked as not new. Raises BaselineError or FeedbackError."""
    if arguments.all_lines:
        return report
    report = report._replace(baseline=compared)
    if arguments.baseline or known.is_anything(workspace.root):
        from reread.server.known import marking

        files, told_apart = marking.marked(report.files, workspace.root, arguments.baseline)
        report = report._replace(files=tuple(files), baseline=told_apart or compared)
    return report


def written(
    report: Report,
    workspace: Workspace,
    arguments: OutputOptions,
    kept: str,
    *,
    whole: bool,
    folders: Sequence[str] = (),
) -> int:
    """Writes a report that is marked, keeps the run in the history, and returns the exit code."""
    if arguments.loop is not None:
        report = report._replace(loop=_next_round(report, workspace, arguments))
    code = writing.finish(report, arguments)
    if kept:
        from reread.server.known import state

        problem = state.record(workspace.root, kept, report, all_rules=whole, folders=folders)
        if problem and (arguments.verbose or owned_files.names_full_disk(problem)):
            writing.say(f"not recorded in the history: {problem}")
    return code


def _next_round(report: Report, workspace: Workspace, arguments: OutputOptions) -> Round:
    """What a loop came to with this report."""
    from reread.server.report import loop

    least = report.fail_on.rank if report.fail_on else 0
    found = [each for file in report.files for each in file.findings]
    pairs = (
        (each.finding.fingerprint, each.new and each.finding.severity.rank >= least, each.dismissed is not None)
        for each in found
    )
    return loop.advance(
        workspace.root, arguments.loop or "", loop.run_findings(pairs, report.incomplete), arguments.rounds
    )


def is_whole(chosen: RuleOptions) -> bool:
    """True if the options leave out no rule that runs by the settings."""
    return not (chosen.select or chosen.ignore or chosen.profile)
