"""Adds the results of other tools to the reports of a run."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence

from reread.analyzers.roles import role_of
from reread.analyzers.syntax import language_of
from reread.analyzers.text import Document
from reread.server import textfile
from reread.server.external.joining import Grading, findings_of, weaknesses_of, without_reported
from reread.server.external.sarif import Result, weakness
from reread.server.report.report import FileReport, locate
from reread.server.textfile import UnreadableFileError

Logs = Sequence[Mapping[str, Sequence[Result]]]


def joined(
    reports: Iterable[FileReport],
    logs: Logs,
    folder: str,
    maximum: int,
    *,
    others: bool,
    text_of: Callable[[FileReport], str | None],
    tags: Callable[[str], Sequence[str]],
    grading: Grading,
    is_new: Callable[[FileReport, int, int], bool] = lambda report, first, last: True,
) -> list[FileReport]:
    """The reports with the results of the logs. With `others` those in files of the workspace folder that no report is
    about are in it too.

    `text_of` gives the text that a report is about, None if it cannot be read; `tags` those of one of our rules;
    `grading` is what the settings say of rules; `is_new` says of the lines of a result, both
    from 0, whether a change brought it.
    """
    left: dict[str, list[Result]] = {}
    for log in logs:
        for path, results in log.items():
            left.setdefault(path, []).extend(results)
    made = []
    for report in reports:
        results = left.pop(report.relative, [])
        text = text_of(report) if results and not report.skipped else None
        made.append(report if text is None else _with(report, results, text, tags, grading, is_new))
    for path in sorted(left) if others else ():
        absolute = os.path.join(folder, *path.split("/"))
        try:
            text = textfile.read(absolute, maximum, folder).text
        except UnreadableFileError:
            continue
        report = FileReport(textfile.display(absolute), path, role=role_of(path, text.encode()))
        made.append(_with(report, left[path], text, tags, grading, is_new))
    return made


def _with(
    report: FileReport,
    results: Sequence[Result],
    text: str,
    tags: Callable[[str], Sequence[str]],
    grading: Grading,
    is_new: Callable[[FileReport, int, int], bool],
) -> FileReport:
    document = Document(report.path, text, path=os.path.abspath(report.path), language=language_of(report.path))
    by_rule = weaknesses_of(results)
    found = [(each, by_rule[each.rule]) for each in findings_of(results, document, report.relative, grading)]
    ours = [located.finding for located in report.findings]
    own = _OwnWeaknesses(tags)
    added = [
        each._replace(new=is_new(report, each.place.line, each.place.end_line))
        for each in locate(document, without_reported(found, ours, document, own))
    ]
    both = sorted((*report.findings, *added), key=lambda located: located.finding.span)
    return report._replace(findings=tuple(both), text=text)


class _OwnWeaknesses:
    """The weaknesses that our rules are about, looked up once for each."""

    def __init__(self, tags: Callable[[str], Sequence[str]]) -> None:
        self._tags = tags
        self._known: dict[str, tuple[str, ...]] = {}

    def __call__(self, rule: str) -> tuple[str, ...]:
        if rule not in self._known:
            self._known[rule] = tuple({found for tag in self._tags(rule) if (found := weakness(tag))})
        return self._known[rule]
