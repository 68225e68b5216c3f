"""Writes the results of a run: findings to standard output or a file, everything else to standard error."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from itertools import groupby
from typing import TYPE_CHECKING

from reread.analyzers import owned_files
from reread.analyzers.findings import Applicability, Severity
from reread.analyzers.roles import Role
from reread.analyzers.shown.terminal import printable
from reread.server import output
from reread.server.cli.options import OutputOptions
from reread.server.exits import CLEAN, FOUND, INCOMPLETE, UsageError
from reread.server.report.report import FileReport, Report, Style
from reread.server.report.shards import Gaps

if TYPE_CHECKING:
    from reread.server.report.loop import Round

_NAMED_NOTES = 5


def level(name: str) -> Severity | None:
    """The level of `--fail-on`; None for never."""
    return None if name == "never" else Severity(name)


def say(text: str) -> None:
    """One line on standard error."""
    sys.stderr.write(f"reread: {printable(text)}\n")


def finish(report: Report, options: OutputOptions) -> int:
    """Writes the report as the options ask and returns the exit code that it deserves."""
    hints = options.hints or options.format in output.WITH_HINTS or report.fail_on is Severity.HINT
    report = report._replace(maximum=options.max_findings, hints=hints)
    write(report, options)
    if options.format == "github":
        _write_job_summary(report, options)
    if options.quiet:
        # Quiet is about what is as it should be.
        unchecked(report, options)
    else:
        skipped_files(report.files, options)
        stopped_rules(report.files)
        roles(report.files, options)
        sys.stderr.write(summary(report, options.all_lines, for_people=options.format in output.FOR_PEOPLE) + "\n")
    if report.loop is not None:
        return _end_of_round(report.loop, options)
    if report.failed and not options.exit_zero:
        return FOUND
    return INCOMPLETE if report.incomplete else CLEAN


def unchecked(report: Report, options: OutputOptions) -> None:
    """Says what was not checked and why the report is incomplete, which no summary says."""
    skipped_files(report.files, options)
    stopped_rules(report.files)
    if report.incomplete not in ("", incomplete(report.files, strict=options.strict)):
        # Files and rules are named by now.
        say(f"incomplete: {report.incomplete}")


def _end_of_round(made: Round, options: OutputOptions) -> int:
    """Says what a loop came to where the format does not, and returns the exit code."""
    if options.format not in ("agent", "json", "ndjson"):
        for line in made.lines():
            say(line)
    if options.exit_zero:
        return CLEAN
    return INCOMPLETE if made.failed else CLEAN if made.end else FOUND


def write(report: Report, options: OutputOptions) -> None:
    """Writes the findings. Raises UsageError when the output file cannot be written."""
    if options.output_file:
        style = Style(False, not options.quiet, options.all_lines)
        to_file(options.output_file, output.render(options.format, report, style))
        return
    style = Style(wants_color(sys.stdout, options.no_color), not options.quiet, options.all_lines)
    for piece in output.render(options.format, report, style):
        sys.stdout.write(piece)
    sys.stdout.flush()


def to_file(path: str, pieces: Iterable[str]) -> None:
    """Writes a file that the user named. Raises UsageError when it cannot be written."""
    is_new = not os.path.lexists(path)
    try:
        with open(path, "w", encoding="utf-8", newline="\n") as file:
            file.writelines(pieces)
    except OSError as error:
        if is_new:
            # Half of a report would look like one.
            with suppress(OSError):
                os.unlink(path)
        raise UsageError(owned_files.unwritten(path, error)) from error


def _write_job_summary(report: Report, options: OutputOptions) -> None:
    """Adds the report to the page of the job, where GitHub says which file that is."""
    path = os.environ.get("GITHUB_STEP_SUMMARY", "")
    if not path:
        return
    try:
        with open(path, "a", encoding="utf-8", newline="\n") as file:
            file.writelines(output.render("markdown", report, Style(existing=options.all_lines)))
    except OSError as error:
        say(f"no job summary: {owned_files.unwritten(path, error)}")


def wants_color(stream: object, refused: bool) -> bool:
    """Colours go to terminals only, and not where they are refused (https://no-color.org)."""
    is_terminal = getattr(stream, "isatty", lambda: False)()
    return bool(is_terminal) and not refused and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def skipped_files(files: Iterable[FileReport], options: OutputOptions) -> None:
    """Says which files were not checked and why; of many only how many, unless asked for more."""
    skipped = sorted((file.skipped, file.path) for file in files if file.skipped)
    if len(skipped) <= _NAMED_NOTES or options.verbose:
        for reason, path in skipped:
            say(f"{path}: {reason}, not checked")
        return
    counts = {reason: len(list(group)) for reason, group in groupby(skipped, key=lambda pair: pair[0])}
    reasons = ", ".join(f"{count} {reason}" for reason, count in counts.items())
    say(f"{len(skipped)} files not checked: {reasons} (-v names them)")


def roles(files: Iterable[FileReport], options: OutputOptions) -> None:
    """Says which files are no production code, where a person asked for details."""
    for file in files if options.verbose else ():
        if file.role is not Role.CODE and not file.skipped:
            say(f"{file.path}: {file.role.described}")


def stopped_rules(files: Iterable[FileReport]) -> None:
    """Says what was passed over in a file, and which rules, and functions for data-flow analysis, took too long."""
    paths: dict[str, list[str]] = {}
    for file in files:
        if file.note:
            say(f"{file.path}: {file.note}")
        for name in (*file.stopped, *(f"data-flow analysis of {each or 'the module'}" for each in file.given_up)):
            paths.setdefault(name, []).append(file.path)
        if file.lost:
            say(f"parts of {file.path} take too long and were not read by {', '.join(file.lost)}")
    for rule, found in sorted(paths.items()):
        more = f" and {len(found) - 1} more" if len(found) > 1 else ""
        say(f"{rule} took too long and did not check {found[0]}{more}")


def incomplete(files: Iterable[FileReport], *, strict: bool) -> str:
    """Why not everything was checked, "" where it was; what was given up in part counts where that is `strict`.

    One function too large for data-flow analysis, as bundled code has, is named and keeps no pipeline red: all other
    rules have looked at it.
    """
    return described(gaps(files, strict=strict))


def gaps(files: Iterable[FileReport], *, strict: bool) -> Gaps:
    """What `incomplete` counts."""
    unread = stopped = given_up = lost = 0
    for file in files:
        unread += file.broken or file.unread
        stopped += bool(file.stopped)
        given_up += len(file.given_up)
        lost += bool(file.lost)
    return Gaps(unread, stopped, lost, given_up) if strict else Gaps(unread, stopped)


def described(found: Gaps) -> str:
    """The gaps in words, "" for none."""
    reasons = [f"{plural(found.files, 'file')} could not be checked"] if found.files else []
    if found.parses:
        reasons.append(f"the parser took too long over {plural(found.parses, 'file')}")
    if found.rules:
        reasons.append(f"rules took too long over parts of {plural(found.rules, 'file')}")
    if found.functions:
        reasons.append(f"data-flow analysis took too long over {plural(found.functions, 'function')}")
    return "; ".join(reasons)


def summary(report: Report, all_lines: bool, *, for_people: bool = False) -> str:
    """The last line: how many findings of which severity in how many files, and what can be done about them."""
    found = report.findings()
    new = [each for each in found if report.hints or not each.is_hint]
    files = plural(sum(not file.skipped for file in report.files), "file")
    fixed = sum(file.fixed for file in report.files)
    parts = [f"{plural(fixed, 'finding')} fixed"] if fixed else []
    if new:
        by_level = [(severity.value, sum(f.finding.severity is severity for f in new)) for severity in Severity]
        counted = ", ".join(_counted(count, name) for name, count in by_level if count)
        parts.append(f"{plural(len(new), 'finding')} ({counted}) in {files}")
    else:
        parts.append(f"no {'more ' if fixed else 'new ' if report.baseline else ''}findings in {files}")
    if hidden := len(found) - len(new):
        parts.append(f"{plural(hidden, 'hint')} (see --hints)")
    fixable = sum(any(fix.applicability is Applicability.SAFE for fix in located.finding.fixes) for located in new)
    if fixable:
        parts.append(f"{fixable} can be fixed with --fix")
    old = report.findings(new=False)
    dismissed = sum(located.dismissed is not None for located in old)
    held_back = sum(located.held_back for located in old)
    if len(old) > dismissed + held_back and not all_lines:
        parts.append(f"{len(old) - dismissed - held_back:,} not new (see --all-lines)")
    if held_back:
        parts.append(f"{held_back:,} suppressed by verdicts on similar code (see --all-lines, `reread feedback`)")
    if dismissed:
        parts.append(f"{dismissed:,} dismissed (see `reread feedback`)")
    if left_out := report.left_out(existing=all_lines, for_people=for_people):
        parts.append(f"{left_out:,} not shown (--max-findings)")
    if report.incomplete:
        parts.append(f"incomplete: {report.incomplete}")
    return "; ".join(parts)


def _counted(count: int, severity: str) -> str:
    """ "1 error", "2 errors", "2 info"."""
    return f"{count:,} {severity}" if severity == Severity.INFO.value else plural(count, severity)


def plural(count: int, noun: str) -> str:
    """ "1 file", "2 files"."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"
