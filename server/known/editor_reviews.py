"""Records a model review started in an editor: its outcome and its findings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from reread.analyzers.findings import with_fingerprints
from reread.analyzers.roles import role_of
from reread.server.known import state
from reread.server.report.report import FileReport, locate
from reread.server.report.review import document_of

if TYPE_CHECKING:
    from reread.server.report.review import ReviewOutcome, ReviewRequest


def record(request: ReviewRequest, outcome: ReviewOutcome) -> str:
    """Keep a review in the state of its folder; why that was not possible, or ""."""
    return state.record_review(request.folder, outcome, _files(request, outcome))


def _files(request: ReviewRequest, outcome: ReviewOutcome) -> Iterator[FileReport]:
    """The files in which something was found, with the texts that were reviewed."""
    for each in request.documents:
        found = [finding for uri, finding in outcome.findings if uri == each.uri]
        if found:
            document = document_of(each)
            named = with_fingerprints(found, document, each.relative)
            role = role_of(each.relative, document.data)
            yield FileReport(each.path, each.relative, locate(document, named), text=each.text, role=role)
