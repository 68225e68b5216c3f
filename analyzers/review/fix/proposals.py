"""Turns a model's edits into a fix: places and verifies them, and marks fixes that may only be displayed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from reread.analyzers.findings import Applicability, Edit, Finding, Fix, OtherFile
from reread.analyzers.fixes import Rejected
from reread.analyzers.multi_file_fixes import FileUnderFix, verify_all
from reread.analyzers.review.answer.schema import ModelEdit
from reread.analyzers.review.ask.sections import placeholders
from reread.analyzers.review.change.subject import Subject
from reread.analyzers.review.fix.edits import EditError, ForeignFileError, ShownFile, located_edits
from reread.analyzers.review.fix.fix_verifier import FixVerifier, Objection
from reread.analyzers.review.privacy.audit import AuditedPiece
from reread.analyzers.review.privacy.redact import Redactor
from reread.analyzers.review.prompts import Section
from reread.analyzers.shown.lines import line
from reread.analyzers.suppressions import find
from reread.analyzers.syntax import parse
from reread.analyzers.text import Document, Span

_WORDS = "_word"
"""What the placeholders of the user's own words end in: names that code may have to repeat, and no secrets."""


class Proposal(NamedTuple):
    """A model's proposal for a finding: its edits without placeholders, and the resulting fix.

    `fix` is None if the edits have no place, `objection` None if nothing speaks against it. `fixed` are the texts
    of the files with it, by their paths. `foreign` says that it would edit a file that the model was not shown.
    """

    title: str
    edits: tuple[ModelEdit, ...]
    fix: Fix | None = None
    objection: Objection | None = None
    fixed: dict[str, str] = {}
    foreign: bool = False

    @property
    def holds(self) -> bool:
        return self.fix is not None and self.objection is None

    @property
    def shown(self) -> tuple[Fix, ...]:
        """The fix as a person gets it: to be applied, or only to be looked at."""
        if self.fix is None:
            return ()
        if self.objection is None:
            return (self.fix,)
        return (self.fix._replace(applicability=Applicability.DISPLAY_ONLY, reason=self.objection.reason),)


def proposed(
    subject: Subject,
    title: str,
    edits: Sequence[ModelEdit],
    redactor: Redactor,
    pieces: Iterable[AuditedPiece],
    bench: FixVerifier,
    finding: Finding | None = None,
) -> Proposal:
    """The proposal that edits are, tried in memory; belongs into a thread.

    `pieces` are what the model was shown: it may edit their files and no others. With a `finding` of the rules, the fix
    has to remove it.
    """
    restored = tuple(
        ModelEdit(**{name: redactor.restore(getattr(edit, name)) for name in ("search", "replace", "file")})
        for edit in edits
    )
    proposal = Proposal(line(title), restored)
    files = _Files(subject, pieces, bench)
    try:
        found = located_edits(files.shown, restored)
        _require_own_secrets(edits, restored, redactor, files)
    except EditError as error:
        return proposal._replace(objection=Objection(line(str(error))), foreign=isinstance(error, ForeignFileError))
    fix = Fix(proposal.title, found, Applicability.UNSAFE, generated=True, files=files.others(found))
    under = files.under(fix)
    tried = verify_all(under, fix, finding)
    if isinstance(tried, Rejected):
        return proposal._replace(fix=fix, objection=Objection(tried.reason))
    if any(_silences(under[uri].document, fixed) for uri, fixed in tried.items()):
        return proposal._replace(fix=fix, objection=Objection("it would silence findings by a comment"))
    return proposal._replace(fix=fix, fixed={files.path_of(uri): document.text for uri, document in tried.items()})


async def tried(proposal: Proposal, bench: FixVerifier, on_wait: Callable[[str], None]) -> Proposal:
    """A proposal that holds in memory after the project's tools have looked at it too; any other one as it is."""
    if not proposal.holds or not bench.tools:
        return proposal
    return proposal._replace(objection=await bench.tools.objection(proposal.fixed, on_wait))


def _silences(before: Document, after: Document) -> bool:
    """Whether there are more ignore comments than there were: silencing a problem solves none."""
    counts = [Counter((each.rules, each.scope) for each in find(text, parse(text))) for text in (after, before)]
    return bool(counts[0] - counts[1])


class _Files:
    """The files that a fix may edit, read when it does."""

    def __init__(self, subject: Subject, pieces: Iterable[AuditedPiece], bench: FixVerifier) -> None:
        self._subject = subject
        self._bench = bench
        self._pieces: dict[str, list[AuditedPiece]] = {}
        for piece in pieces:
            self._pieces.setdefault(piece.path, []).append(piece)
        own = ShownFile(subject.document, (subject.unit.span,))
        self._known: dict[str, ShownFile | None] = {"": own, subject.relative: own}

    def shown(self, path: str) -> ShownFile | None:
        """The file of that path; None for one that was not shown or is not there any more."""
        if path not in self._known:
            document = self._bench.read(path) if path in self._pieces else None
            self._known[path] = self._other(path, document) if document is not None else None
        return self._known[path]

    def path_of(self, uri: str) -> str:
        """The path of a file by the URI that its edits have."""
        others = (path for path, file in self._known.items() if uri and file is not None and file.uri == uri)
        return next(others, self._subject.relative)

    def others(self, edits: Iterable[Edit]) -> tuple[OtherFile, ...]:
        """The files of edits besides the finding's own."""
        return tuple(
            OtherFile(uri, file.document.path, self.path_of(uri), file.document.sha256)
            for uri in sorted({edit.uri for edit in edits} - {""})
            if (file := self.shown(self.path_of(uri))) is not None
        )

    def under(self, fix: Fix) -> dict[str, FileUnderFix]:
        """The data needed to verify a fix."""
        own = FileUnderFix(self._subject.document, "", self._bench.check(self._subject.relative))
        found = {"": own}
        for other in fix.files:
            file = self.shown(other.relative)
            assert file is not None
            found[other.uri] = FileUnderFix(file.document, other.relative, self._bench.check(other.relative))
        return found

    def _other(self, path: str, document: Document) -> ShownFile:
        lines = document.lines
        pieces = []
        for piece in self._pieces[path]:
            # The file may have become shorter since.
            first, last = (min(number, lines.count) - 1 for number in (piece.first_line, piece.last_line))
            pieces.append(Span(lines.starts[first], lines.line_span(last).end))
        return ShownFile(document, tuple(pieces), document.uri)


def _require_own_secrets(
    edits: Sequence[ModelEdit], restored: Sequence[ModelEdit], redactor: Redactor, files: _Files
) -> None:
    """Raises EditError for placeholders that stand for nothing, and for secrets that would get into another file."""
    if any(redactor.has_unknown(edit.replace) for edit in edits):
        raise EditError("the edits use a placeholder that stands for nothing")
    for edit, plain in zip(edits, restored, strict=True):
        file = files.shown(plain.path)
        for word in placeholders([Section("", edit.replace)]):
            if not word.endswith(_WORDS) and file is not None and redactor.restore(word) not in file.document.text:
                raise EditError("the edits would put a secret of one file into another")
