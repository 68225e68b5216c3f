"""Fixes that edit several files: split by file, and verified as a whole."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from reread.analyzers.findings import Finding, Fix
from reread.analyzers.fixes import Check, Rejected, verify
from reread.analyzers.text import Document


class FileUnderFix(NamedTuple):
    """A file that a fix edits: its text before, its display name, and a function that returns the findings of rules in
    it.
    """

    document: Document
    name: str
    check: Check | None = None


def parts(fix: Fix) -> dict[str, Fix]:
    """The edits of a fix by file URI, each as a fix of its own.

    The finding's own file has the URI "" and comes first.
    """
    uris = sorted({edit.uri for edit in fix.edits})
    return {
        uri: fix._replace(edits=tuple(edit._replace(uri="") for edit in fix.edits if edit.uri == uri), files=())
        for uri in uris
    }


def verify_all(
    files: Mapping[str, FileUnderFix], fix: Fix, finding: Finding | None = None
) -> dict[str, Document] | Rejected:
    """Try a fix in memory: the files with it applied, by URI as in `parts`, or why it does not hold in one of them.

    `files` are all that the fix edits, and the finding's own.
    """
    fixed: dict[str, Document] = {}
    for uri, part in parts(fix).items():
        file = files[uri]
        verdict = verify(file.document, part, check=file.check, finding=finding if not uri else None)
        if isinstance(verdict, Rejected):
            return Rejected(f"{file.name}: {verdict.reason}" if uri else verdict.reason)
        fixed[uri] = verdict.document
    own = files[""]
    if "" not in fixed and finding is not None and own.check is not None and _is_among(finding, own):
        return Rejected("the finding would still be there")
    return fixed


def _is_among(finding: Finding, file: FileUnderFix) -> bool:
    assert file.check is not None
    return any((found.rule, found.span) == (finding.rule, finding.span) for found in file.check(file.document))
