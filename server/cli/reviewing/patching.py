"""`reread review --diff` and `--fix`: the model's verified fixes as a patch, or on disk, all files of a fix or none."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reread.analyzers import fixes
from reread.analyzers.findings import Applicability, Edit, Fix
from reread.analyzers.languages.files import of_text
from reread.analyzers.shown.terminal import printable_lines
from reread.analyzers.syntax import language_of
from reread.analyzers.text import Document
from reread.server import textfile
from reread.server.cli import writing
from reread.server.cli.model import Assignment
from reread.server.diffs import unified
from reread.server.report.report import Report
from reread.server.textfile import TextFile, UnreadableFileError


class _File(NamedTuple):
    """A file that fixes edit, as it is on disk."""

    shown: str
    before: TextFile
    edits: tuple[Edit, ...] = ()

    def text(self) -> str | None:
        """The text with the edits; None if they leave more syntax errors than there were."""
        language = of_text(language_of(self.shown), self.shown, self.before.text)
        document = Document(self.shown, self.before.text, path=self.shown, language=language)
        tried = fixes.verify(document, Fix("", self.edits))
        return tried.document.text if isinstance(tried, fixes.Verified) else None


class Patch(NamedTuple):
    """The result of fixes: the files by their absolute paths with their new texts, and the number of fixes."""

    files: dict[str, tuple[_File, str]]
    applied: int

    def difference(self) -> Iterator[str]:
        """The patch as a unified diff."""
        for file, text in self.files.values():
            yield from unified(file.shown, file.before.text, text)


def patch_of(work: Assignment, report: Report) -> Patch:
    """The verified fixes of the model's findings, in their order; of two that touch the same lines the first.

    A file that is on disk as it was not reviewed is left alone, and that is said.
    """
    known: dict[str, _File] = {}
    done: dict[str, str] = {}
    applied = 0
    for path, fix in _fixes(report):
        grown = _with(work, known, path, fix)
        texts = {name: file.text() for name, file in grown.items()} if grown else {}
        if grown and None not in texts.values():
            known |= grown
            done |= {name: text for name, text in texts.items() if text is not None}
            applied += 1
    return Patch({name: (known[name], text) for name, text in done.items()}, applied)


def write(work: Assignment, patch: Patch) -> int:
    """Write the files, after showing what changes in them; how many were written."""
    written = 0
    for path, (file, text) in patch.files.items():
        sys.stderr.writelines(map(printable_lines, unified(file.shown, file.before.text, text)))
        try:
            textfile.write(path, file.before, text, work.folder)
        except UnreadableFileError as error:
            writing.say(f"{file.shown}: not fixed: {error}")
        else:
            written += 1
    return written


def _fixes(report: Report) -> Iterator[tuple[str, Fix]]:
    for file in report.files:
        for located in file.findings:
            held = (fix for fix in located.finding.fixes if fix.generated)
            fix = next(held, None)
            if fix is not None and fix.applicability is Applicability.UNSAFE:
                yield file.path, fix


def _with(work: Assignment, known: dict[str, _File], path: str, fix: Fix) -> dict[str, _File] | None:
    """The files of a fix with its edits beside those that they have; None if it does not fit."""
    own = next((document for document in work.documents if document.uri == path), None)
    if own is None:
        return None
    places = {"": (own.path, own.uri, own.text)}
    for other in fix.files:
        text = work.text(other)
        if text is None or text.sha256 != other.sha256:
            return None
        places[other.uri] = (other.path, textfile.display(other.path), text.text)
    grown: dict[str, _File] = {}
    for edit in fix.edits:
        target, shown, reviewed = places[edit.uri]
        file = grown.get(target) or known.get(target) or _read(work, target, shown, reviewed)
        if file is None or _overlaps(edit, file.edits):
            return None
        grown[target] = file._replace(edits=(*file.edits, edit._replace(uri="")))
    return grown


def _read(work: Assignment, path: str, shown: str, reviewed: str) -> _File | None:
    try:
        before = textfile.read(path, work.largest_file, work.folder)
    except UnreadableFileError as error:
        writing.say(f"{shown}: not fixed: {error}")
        return None
    if before.text != reviewed:
        writing.say(f"{shown}: not fixed: changed on disk since the review")
        return None
    return _File(shown, before)


def _overlaps(edit: Edit, others: Sequence[Edit]) -> bool:
    return any(edit.span.overlaps(other.span) or edit.span == other.span for other in others)
