"""`--fix` and `--diff`: applies fixes to files, all fixes of a file or none."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from reread.analyzers import fixes
from reread.analyzers.findings import Applicability, Finding
from reread.analyzers.shown.terminal import printable_lines
from reread.analyzers.text import Document
from reread.server import bugs, checking, git, textfile
from reread.server.checking import Job, SourceFile
from reread.server.cli import writing
from reread.server.cli.options import OutputOptions
from reread.server.cli.scope import ScopedChange
from reread.server.diffs import unified
from reread.server.exits import CLEAN, FOUND, INCOMPLETE
from reread.server.report.report import FileReport, locate
from reread.server.textfile import TextFile, UnreadableFileError

SAFE = frozenset({Applicability.SAFE})
SAFE_AND_UNSAFE = frozenset({Applicability.SAFE, Applicability.UNSAFE})


class FixedFile(NamedTuple):
    """A file that fixes change: its old content, its new text, the number of fixes, and the remaining findings."""

    source: SourceFile
    before: TextFile
    text: str
    applied: int
    report: FileReport


def fixed_files(
    job: Job, sources: Sequence[SourceFile], reports: Sequence[FileReport], allowed: frozenset[Applicability]
) -> Iterator[FixedFile]:
    """The files that fixes of the kinds allowed would change. Nothing is written. A bug leaves one file as it is."""
    by_path = {source.path: source for source in sources}
    for report in reports:
        if report.findings and report.path.endswith(checking.NOTEBOOK):
            writing.say(f"{report.path}: not fixed: notebooks can only be fixed in an editor")
        if not _has_fix(report, allowed):
            continue
        try:
            fixed = _fixed(job, by_path[report.path], allowed)
        except Exception as error:
            if bugs.is_looked_for():
                raise
            bugs.keep(error)
            writing.say(f"{report.path}: not fixed: {bugs.described(error)}")
            continue
        if fixed is not None:
            yield fixed


def write_all(files: Iterable[FixedFile], reports: Sequence[FileReport]) -> list[FileReport]:
    """Writes the files. The reports with those of them replaced by what is left; of a file that cannot be written the
    old one, and why is said."""
    done: dict[str, FileReport] = {}
    for fixed in files:
        try:
            textfile.write(fixed.source.absolute, fixed.before, fixed.text, fixed.source.folder)
        except UnreadableFileError as error:
            writing.say(f"{fixed.source.path}: not fixed: {error}")
        else:
            done[fixed.source.path] = fixed.report._replace(fixed=fixed.applied)
    return [done.get(report.path, report) for report in reports]


def fix_on_disk(
    job: Job, change: ScopedChange, reports: Sequence[FileReport], allowed: frozenset[Applicability]
) -> list[FileReport]:
    """Fixes the files of a staged change on disk, but none that has changes which are not staged.

    The reports stay those of the staged content, with how many findings were fixed on disk.
    """
    not_staged = git.not_staged(change.root)
    clean = [source for source in change.selection.sources if change.changes[source.path].path not in not_staged]
    paths = {source.path for source in clean}
    touched = [report for report in reports if report.path in paths]
    for report in reports:
        if report.path not in paths and _has_fix(report, allowed):
            writing.say(f"{report.path}: not fixed: has unstaged changes")
    on_disk = [source._replace(data=None) for source in clean]
    fixed = {report.path: report.fixed for report in write_all(fixed_files(job, on_disk, touched, allowed), touched)}
    return [report._replace(fixed=fixed.get(report.path, 0)) for report in reports]


def difference(fixed: FixedFile) -> Iterator[str]:
    """The change as a unified diff."""
    return unified(fixed.source.path, fixed.before.text, fixed.text)


def print_differences(
    job: Job,
    sources: Sequence[SourceFile],
    reports: Sequence[FileReport],
    allowed: frozenset[Applicability],
    output: OutputOptions,
) -> int:
    """Prints what fixes would change. 1 when there is something, as after findings."""
    count = files = 0
    for file in fixed_files(job, sources, reports, allowed):
        pieces = difference(file)
        # A patch goes to a file or another program as it is; a terminal must not obey the code in it.
        sys.stdout.writelines(map(printable_lines, pieces) if sys.stdout.isatty() else pieces)
        count, files = count + file.applied, files + 1
    if not output.quiet:
        sys.stderr.write(f"{writing.plural(count, 'finding')} in {writing.plural(files, 'file')} can be fixed\n")
    if count and not output.exit_zero:
        return FOUND
    writing.skipped_files(reports, output)
    writing.stopped_rules(reports)
    return INCOMPLETE if writing.incomplete(reports, strict=output.strict) else CLEAN


def _fixed(job: Job, source: SourceFile, allowed: frozenset[Applicability]) -> FixedFile | None:
    try:
        content = checking.read(source, job.maximum_file_size)
    except UnreadableFileError:
        return None
    document = checking.document_of(source, content)
    check = checking.checker(job, source, document)

    def check_verified(version: Document) -> Sequence[Finding]:
        return [_with_verified_fixes(version, finding, check) for finding in check(version)]

    before = check(document)
    result = fixes.fix_all(document, before, check, applicabilities=allowed)
    if _has_new(before, result.remaining):
        # Rare and slow: one of the fixes brings a finding. Only those that hold on their own are applied then.
        result = fixes.fix_all(document, check_verified(document), check_verified, applicabilities=allowed)
        if _has_new(before, result.remaining):
            return None
    if result.document.text == document.text:
        return None
    left = locate(result.document, result.remaining)
    role = checking.role_of_source(source, result.document)
    report = FileReport(source.path, source.relative, left, text=result.document.text if left else "", role=role)
    return FixedFile(source, content, result.document.text, len(result.applied), report)


def _has_fix(report: FileReport, allowed: frozenset[Applicability]) -> bool:
    return any(fix.applicability in allowed for found in report.findings for fix in found.finding.fixes)


def _with_verified_fixes(document: Document, finding: Finding, check: fixes.Check) -> Finding:
    held = (
        fix
        for fix in finding.fixes
        if isinstance(fixes.verify(document, fix, check=check, finding=finding), fixes.Verified)
    )
    return finding._replace(fixes=tuple(held)) if finding.fixes else finding


def _has_new(before: Sequence[Finding], after: Sequence[Finding]) -> bool:
    """True when a rule finds more than it did."""
    return bool(Counter(finding.rule for finding in after) - Counter(finding.rule for finding in before))
