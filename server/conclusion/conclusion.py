"""Assembles the conclusion of a review from the change, its findings, its owners and its history."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from reread.analyzers.findings import Severity
from reread.analyzers.review.change.linediff import differences_of_lines
from reread.analyzers.review.settings import PolicySettings
from reread.server import git
from reread.server.conclusion import owners as owners_of_files
from reread.server.conclusion.concerns import CODE, sorted_by_concern
from reread.server.conclusion.definitions import Version, changed_definitions
from reread.server.conclusion.owners import Owners
from reread.server.conclusion.policy import judge
from reread.server.conclusion.reviewers import Touch, reviewers
from reread.server.git import ChangedFile, authors
from reread.server.git.lines import LineRange
from reread.server.report.conclusion import ChangedDefinition, Concern, Conclusion, Reviewer
from reread.server.report.report import Report

_MOST_BLAMED = 20
_SIZES = ((50, "size/S"), (250, "size/M"), (1_000, "size/L"))
_OF_REVIEW = "rules of the review"


class Subject(NamedTuple):
    """A change to conclude on. Paths are relative to `root`, with `/`; `base` is the commit that it is compared with.

    `versions` are the texts of those of the files that are code, also of those that are gone.
    """

    root: str
    base: str
    changes: Mapping[str, ChangedFile]
    versions: tuple[Version, ...]

    @property
    def gone(self) -> tuple[str, ...]:
        return tuple(each.path for each in self.versions if each.after is None)

    @property
    def paths(self) -> tuple[str, ...]:
        return tuple(sorted({*self.changes, *self.gone}))


def conclude(subject: Subject, report: Report, policy: PolicySettings) -> Conclusion:
    """The conclusion on a change. Raises GitError."""
    concerns = sorted_by_concern(subject.paths)
    definitions = changed_definitions(subject.versions, lambda names: authors.naming(subject.root, names))
    # Of the base: a change must not choose its own owners.
    owners = owners_of_files.load(lambda path: git.file_at(subject.root, subject.base or "HEAD", path))
    changes_review = any(concern.name == _OF_REVIEW for concern in concerns)
    return Conclusion(
        concerns,
        definitions,
        tuple(_risks(concerns, definitions, report)),
        judge(report, subject.paths, owners, policy, changes_review),
        _labels(concerns, subject, report),
        _reviewers(subject, owners),
    )


def _risks(
    concerns: Mapping[Concern, tuple[str, ...]], definitions: Sequence[ChangedDefinition], report: Report
) -> Iterable[str]:
    severe = [each for each in report.findings() if each.finding.severity is Severity.ERROR]
    if severe:
        yield f"{len(severe)} finding{'' if len(severe) == 1 else 's'} of severity error"
    for concern, paths in concerns.items():
        if concern.risk:
            yield f"{concern.name} ({_some(paths)}): {concern.risk}"
    for each in definitions:
        if each.others and each.kind == "removed":
            yield f"{each.name} is gone and still named in {_some(each.others)}"
    callers = {path for each in definitions if each.kind == "changed" for path in each.others}
    if callers:
        yield f"what changes is named in {len(callers)} other file{'' if len(callers) == 1 else 's'}"
    names = {concern.name for concern in concerns}
    if CODE in names and "tests" not in names and any(each.kind != "removed" for each in definitions):
        yield "code changes and no test does"


def _labels(concerns: Mapping[Concern, tuple[str, ...]], subject: Subject, report: Report) -> tuple[str, ...]:
    lines = sum(_count(file, subject) for file in subject.changes.values())
    size = next((name for most, name in _SIZES if lines <= most), "size/XL")
    return (*(concern.label for concern in concerns if concern.label), size)


def _count(file: ChangedFile, subject: Subject) -> int:
    if file.lines is None:
        after = next((each.after for each in subject.versions if each.path == file.path), None)
        return after.count("\n") if after else 0
    return sum(each.end - each.start for each in file.lines)


def _reviewers(subject: Subject, owners: Owners) -> tuple[Reviewer, ...]:
    if not subject.base:
        return reviewers(subject.paths, owners, ())
    old_paths = {file.old_path or path: path for path, file in subject.changes.items() if file.old_object}
    old_paths.update((path, path) for path in subject.gone)
    touches = [
        Touch(old_paths[path], author.name, author.email)
        for author, files in authors.recent_authors(subject.root, subject.base, sorted(old_paths))
        for path in sorted(files & old_paths.keys())
    ]
    versions = {each.path: each for each in subject.versions}
    for old in sorted(old_paths)[:_MOST_BLAMED]:
        version = versions.get(old_paths[old])
        lines = _old_lines(version) if version is not None else ()
        found = authors.authors_of_lines(subject.root, subject.base, old, lines)
        touches += [Touch(old_paths[old], each.name, each.email, count) for each, count in found.items()]
    own = authors.authors_of(subject.root, subject.base) | {git.user_email(subject.root)}
    return reviewers(subject.paths, owners, touches, own)


def _some(paths: Sequence[str], most: int = 3) -> str:
    shown = ", ".join(paths[:most])
    return shown if len(paths) <= most else f"{shown} and {len(paths) - most} more"


def _old_lines(version: Version) -> list[LineRange]:
    """The lines before that were changed or taken away."""
    old, new = ((text or "").splitlines() for text in (version.before, version.after))
    return [LineRange(each.old_first, each.old_end) for each in differences_of_lines(old, new)]
