"""Derives the wanted comments from the report of a run."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator

from reread.analyzers.findings import Applicability, Finding, Fix
from reread.analyzers.fixes import Verified, verify
from reread.analyzers.syntax import language_of
from reread.analyzers.text import Document
from reread.server.known.signatures import signatures
from reread.server.pull_requests import wording
from reread.server.pull_requests.host import Description
from reread.server.pull_requests.markers import Marker
from reread.server.pull_requests.matching import WantedComment
from reread.server.pull_requests.suggestion import Suggestion, suggestion_of
from reread.server.report.report import FileReport, LocatedFinding, merged, path_of

Holds = Callable[[Document, Finding, Fix], bool]
"""Whether a fix of a finding in a document is good."""


def parses(document: Document, finding: Finding, fix: Fix) -> bool:
    """A fix is good when the code still parses with it."""
    return isinstance(verify(document, fix), Verified)


def wanted_of(file: FileReport, path: str, host: Description, holds: Holds = parses) -> Iterator[WantedComment]:
    """The new findings of one file but hints. `path` is that in the repository, with `/`."""
    document = Document(file.path, file.text, path=os.path.abspath(file.path), language=language_of(file.path) or "")
    for located in merged(file, (each for each in file.findings if each.new and not each.is_hint)):
        yield _wanted(file, document, located, path, host, holds)


def _wanted(
    file: FileReport, document: Document, located: LocatedFinding, path: str, host: Description, holds: Holds
) -> WantedComment:
    finding, line = located.finding, located.place.line + 1
    suggestion = _suggestion(document, finding, line, holds)
    first, last = (suggestion.first, suggestion.last) if suggestion is not None else (line, line)
    (signature,) = signatures([finding], file.text)
    marker = Marker(finding.fingerprint, finding.rule, signature.text, signature.line, finding.source.value)
    steps = [f"{path_of(file, each.path)}:{each.line + 1}: {each.message}" for each in finding.related if each.flow]
    kind = host.suggestion(first, last) if host.suggestion is not None else None
    old = document.text.splitlines()[first - 1 : last]
    body = wording.comment(finding, steps, suggestion, kind, old)
    return WantedComment(marker, path, line, first, last, body, wording.one_line(finding, path, line))


def _suggestion(document: Document, finding: Finding, line: int, holds: Holds) -> Suggestion | None:
    """What the first fix that holds offers, if it is about the line that the comment is on."""
    for fix in finding.fixes:
        if fix.applicability is Applicability.DISPLAY_ONLY:
            continue
        made = suggestion_of(document, fix)
        if made is not None and made.first <= line <= made.last and holds(document, finding, fix):
            return made
    return None
