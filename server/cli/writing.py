"""Writes what a run found: the findings to standard output or a file, everything else to standard error."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable
from itertools import groupby

from reread.analyzers.findings import Applicability, Severity
from reread.analyzers.shown.terminal import printable
from reread.server import output
from reread.server.cli.exits import CLEAN, FOUND, INCOMPLETE, UsageError
from reread.server.output.report import FileReport, Report, Style

_NAMED_NOTES = 5


def level(name: str) -> Severity | None:
    """The level of `--fail-on`; None for never."""
    return None if name == "never" else Severity(name)


def say(text: str) -> None:
    """One line on standard error."""
    sys.stderr.write(f"reread: {printable(text)}\n")


def finish(report: Report, arguments: argparse.Namespace) -> int:
    """Writes the report as the options ask and returns the exit code that it deserves."""
    report = report._replace(maximum=arguments.max_findings)
    write(report, arguments)
    skipped_files(report.files, arguments)
    stopped_rules(report.files)
    if not arguments.quiet:
        sys.stderr.write(summary(report, arguments.all_lines) + "\n")
    if report.failed and not arguments.exit_zero:
        return FOUND
    return INCOMPLETE if report.incomplete else CLEAN


def write(report: Report, arguments: argparse.Namespace) -> None:
    """Writes the findings. Raises UsageError when the output file cannot be written."""
    if arguments.output_file:
        pieces = output.render(arguments.format, report, Style(False, not arguments.quiet, arguments.all_lines))
        try:
            with open(arguments.output_file, "w", encoding="utf-8", newline="\n") as file:
                file.writelines(pieces)
        except OSError as error:
            raise UsageError(f"{arguments.output_file}: cannot be written: {error.strerror}") from error
        return
    style = Style(wants_color(sys.stdout, arguments.no_color), not arguments.quiet, arguments.all_lines)
    for piece in output.render(arguments.format, report, style):
        sys.stdout.write(piece)
    sys.stdout.flush()


def wants_color(stream: object, refused: bool) -> bool:
    """Colours go to terminals only, and not where they are refused (https://no-color.org)."""
    is_terminal = getattr(stream, "isatty", lambda: False)()
    return bool(is_terminal) and not refused and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def skipped_files(files: Iterable[FileReport], arguments: argparse.Namespace) -> None:
    """Says which files were not checked and why; of many only how many, unless asked for more."""
    skipped = sorted((file.skipped, file.path) for file in files if file.skipped)
    if len(skipped) <= _NAMED_NOTES or arguments.verbose:
        for reason, path in skipped:
            say(f"{path}: {reason}, not checked")
        return
    counts = {reason: len(list(group)) for reason, group in groupby(skipped, key=lambda pair: pair[0])}
    reasons = ", ".join(f"{count} {reason}" for reason, count in counts.items())
    say(f"{len(skipped)} files not checked: {reasons} (-v names them)")


def stopped_rules(files: Iterable[FileReport]) -> None:
    """Says which rules took too long, once for each rule."""
    paths: dict[str, list[str]] = {}
    for file in files:
        for rule in file.stopped:
            paths.setdefault(rule, []).append(file.path)
    for rule, found in sorted(paths.items()):
        more = f" and {len(found) - 1} more" if len(found) > 1 else ""
        say(f"{rule} took too long and says nothing about {found[0]}{more}")


def summary(report: Report, all_lines: bool) -> str:
    """The last line: how many findings of which severity in how many files, and what can be done about them."""
    new = report.findings()
    files = plural(sum(not file.skipped for file in report.files), "file")
    fixed = sum(file.fixed for file in report.files)
    parts = [f"{plural(fixed, 'finding')} fixed"] if fixed else []
    if new:
        by_level = [(severity.value, sum(f.finding.severity is severity for f in new)) for severity in Severity]
        counted = ", ".join(_counted(count, name) for name, count in by_level if count)
        parts.append(f"{plural(len(new), 'finding')} ({counted}) in {files}")
    else:
        parts.append(f"no {'more ' if fixed else 'new ' if report.baseline else ''}findings in {files}")
    fixable = sum(any(fix.applicability is Applicability.SAFE for fix in located.finding.fixes) for located in new)
    if fixable:
        parts.append(f"{fixable} can be fixed with --fix")
    existing = len(report.findings(new=False))
    if existing and not all_lines:
        parts.append(f"{existing} that the change did not bring (--all-lines shows)")
    if left_out := report.left_out(existing=all_lines):
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
