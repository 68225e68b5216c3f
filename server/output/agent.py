"""Output for coding agents: location, problem, reason, and the fix as a patch, in as few tokens as possible.

A file's path is on a line of its own, then each of its findings as `LINE SEVERITY RULE ID: MESSAGE` (severity by
its first letter; a message that was said before is left out), and below it the hunk of its fix without context, which
`git apply --unidiff-zero` takes below that path. `?` before a hunk says that the fix may change meaning. Findings of a
model end with `(model)`, those that came since the last round of a loop with `(new)`. What a loop came to stands
before all, what the run could not look at after it.
"""

from __future__ import annotations

from collections.abc import Iterator

from reread.analyzers.findings import Applicability, Source
from reread.analyzers.shown.lines import line
from reread.analyzers.shown.terminal import printable, printable_lines
from reread.server.diffs import hunks
from reread.server.report.report import FileReport, LocatedFinding, Report, Style

_MOST_CHANGED = 60
"""Lines of a fix. A larger one is applied by `--fix` or read in another format."""


def render(report: Report, style: Style) -> Iterator[str]:
    """The findings that count, grouped by file; "no findings" where there are none and all was looked at."""
    if report.loop is not None:
        yield from map("{}\n".format, report.loop.lines())
    path, any_shown = None, False
    said: set[tuple[str, str]] = set()
    fresh = set(report.loop.new) if report.loop is not None and report.loop.number > 1 else set()
    for file, located in report.shown(existing=style.existing):
        any_shown = True
        if file.path != path:
            path = file.path
            yield f"{printable(file.relative)}\n"
        yield from _finding(file, located, said, fresh)
    if left_out := report.left_out(existing=style.existing):
        yield f"{left_out} more not shown\n"
    if report.incomplete:
        yield f"incomplete: {line(report.incomplete)}\n"
    elif not any_shown and report.loop is None:
        yield "no findings\n"


def _finding(file: FileReport, located: LocatedFinding, said: set[tuple[str, str]], fresh: set[str]) -> Iterator[str]:
    finding = located.finding
    message = line(finding.message)
    why = "" if (finding.rule, message) in said else f": {message}"
    said.add((finding.rule, message))
    origin = " (model)" if finding.source is Source.MODEL else ""
    standing = "" if located.new else " (not new)" if located.dismissed is None else " (dismissed)"
    what = f"{finding.severity.value[0].upper()} {printable(finding.rule)} {finding.fingerprint}"
    change = " (new)" if finding.fingerprint in fresh else ""
    yield f"{located.place.line + 1} {what}{why}{origin}{standing}{change}\n"
    yield from _patch(file, located)


def _patch(file: FileReport, located: LocatedFinding) -> Iterator[str]:
    """The first fix that was verified, where it is of this file alone and can be shown as it is."""
    fixes = (fix for fix in located.finding.fixes if fix.applicability is not Applicability.DISPLAY_ONLY)
    fix = next(fixes, None)
    if fix is None or fix.files or not file.text:
        return
    text = file.text
    for edit in sorted(fix.edits, key=lambda edit: edit.span, reverse=True):
        text = f"{text[: edit.span.start]}{edit.text}{text[edit.span.end :]}"
    changed = list(hunks(file.text, text))
    # What cannot be shown as it is would be another patch.
    if len(changed) > _MOST_CHANGED or any(printable_lines(each) != each for each in changed):
        return
    if fix.applicability is Applicability.UNSAFE:
        yield "?\n"
    yield from changed
