"""Turns a finding's fix into an edit for the client: verified on the current text, with its version."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from lsprotocol import types

from reread.analyzers import suppression_edits, suppressions
from reread.analyzers.findings import Applicability, Edit, Finding, Fix
from reread.analyzers.shown.lines import title
from reread.analyzers.text import Document, Span
from reread.server.lsp.parts import other_files
from reread.server.lsp.transport import convert
from reread.server.lsp.transport.capabilities import ClientCapabilities

if TYPE_CHECKING:
    from reread.analyzers.engine.analysis import Analysis
    from reread.analyzers.engine.engine import Engine
    from reread.analyzers.fixes import Check
    from reread.server.lsp.documents.session import OpenDocument, Session
    from reread.server.lsp.parts.context import Context

GONE = "the text has changed and the finding no longer exists"
_NO_COMMENT = "a comment cannot be added here"


def is_safe(fix: Fix) -> bool:
    """True for fixes that may be applied unseen."""
    return fix.applicability is Applicability.SAFE and not fix.generated


def find(opened: OpenDocument, fingerprint: str) -> Finding | None:
    """The finding of that fingerprint in the document as it is now."""
    return next((finding for finding in opened.findings() if finding.fingerprint == fingerprint), None)


async def problem_of(context: Context, opened: OpenDocument, finding: Finding, fix: Fix) -> str:
    """Why the fix must not be offered, or "" when it was verified."""
    return (await tried(context, opened, finding, fix)).problem


class Tried(NamedTuple):
    """Why a fix must not be offered ("" if it is verified), and the texts it was tried on, by the URIs of its edits."""

    problem: str
    texts: Mapping[str, Document]


async def tried(context: Context, opened: OpenDocument, finding: Finding, fix: Fix) -> Tried:
    """Verify a fix on the texts as they are now, each of its files by the rules."""
    document = opened.document
    texts = await other_files.texts_of(context.session, context.schedule, opened, fix)
    if isinstance(texts, str):
        return Tried(texts, {})
    texts[""] = document
    if opened.verified[0] is not document:
        opened.verified = (document, {})
    known = opened.verified[1]
    if (finding, fix) not in known:
        known[finding, fix] = await context.schedule.in_thread(_verify, _state(opened), finding, fix, texts)
    return Tried(known[finding, fix], texts)


async def edit_of(
    context: Context, opened: OpenDocument, data: Mapping[str, Any]
) -> tuple[types.WorkspaceEdit | None, str]:
    """The edit that a code action's data stands for, or one line why there is none."""
    if data.get("do") == "fix-all":
        rule = str(data.get("rule") or "")
        edits = await context.schedule.in_thread(_all_safe, _state(opened), tuple(opened.findings()), rule)
        return (workspace_edit(context.session, opened, edits), "") if edits else (None, "no safe fix to apply")
    finding = find(opened, str(data.get("fingerprint")))
    if finding is None:
        return None, GONE
    if data.get("do") == "ignore":
        return _ignoring(context.session, opened, finding, str(data.get("scope")))
    fix = fix_number(finding, data.get("fix"))
    if fix is None:
        return None, GONE
    done = await tried(context, opened, finding, fix)
    if done.problem:
        return None, done.problem
    context.verdicts.offered(opened, finding, fix)
    whole = workspace_edit(context.session, opened, fix.edits, done.texts)
    doubtful = fix.generated or fix.applicability is Applicability.UNSAFE
    return to_confirm(whole, fix.title) if doubtful and context.session.client.confirm_edits else whole, ""


def applied(context: Context, opened: OpenDocument, fingerprint: str) -> None:
    """A fix of that finding was made: a remark of the model goes, even where its own text was not touched."""
    if opened.resolve(fingerprint):
        context.schedule.request_publish(opened)


def fix_number(finding: Finding, number: object) -> Fix | None:
    """One of the fixes of a finding, by its number; None for what is no number of one."""
    return finding.fixes[number] if isinstance(number, int) and 0 <= number < len(finding.fixes) else None


def ignore_edit(opened: OpenDocument, finding: Finding, scope: str, reason: str = "") -> Edit | None:
    """The edit that silences the finding on its "line" or in its "file"; None if no comment can do that."""
    return suppression_edits.ignore_edit(opened.document, opened.tree, finding, suppressions.Scope(scope), reason)


REASON = "reason"
"""What stands in the place of a reason until a person writes it: it is selected for that."""


def asks_for_reason(client: ClientCapabilities) -> bool:
    """True if the editor can put the cursor where the reason is to be written."""
    return client.snippet_edits or client.show_document


def _ignoring(
    session: Session, opened: OpenDocument, finding: Finding, scope: str
) -> tuple[types.WorkspaceEdit | None, str]:
    """The edit that silences a finding, with a place for the reason where the editor can lead to it."""
    edit = ignore_edit(opened, finding, scope, REASON if asks_for_reason(session.client) else "")
    if edit is None:
        return None, _NO_COMMENT
    whole = workspace_edit(session, opened, [edit])
    placeholder = f" -- {REASON}"
    if not session.client.snippet_edits or placeholder not in edit.text:
        return whole, ""
    before, _, after = (re.sub(r"([\\$}])", r"\\\1", part) for part in edit.text.partition(placeholder))
    snippet = types.StringValue(f"{before} -- ${{1:{REASON}}}{after}")
    place = convert.range_of(opened.document, edit.span, session.client.encoding)
    for change in whole.document_changes or ():
        if isinstance(change, types.TextDocumentEdit):
            change.edits = [types.SnippetTextEdit(place, snippet)]
    return whole, ""


def workspace_edit(
    session: Session, opened: OpenDocument, edits: Sequence[Edit], texts: Mapping[str, Document] | None = None
) -> types.WorkspaceEdit:
    """The edits with the versions of the documents they are for, where the client can hold them to these.

    `texts` are the files by the URIs of edits, where there are others than the opened one.
    """
    by_uri: dict[str, list[types.TextEdit]] = {}
    versions: dict[str, int | None] = {}
    for edit in edits:
        document = texts[edit.uri] if edit.uri and texts is not None else opened.document
        by_uri.setdefault(document.uri, []).append(convert.text_edit(document, edit, session.client.encoding))
        versions[document.uri] = document.version
    if not session.client.document_changes:
        return types.WorkspaceEdit(changes=by_uri)
    return types.WorkspaceEdit(
        document_changes=[
            types.TextDocumentEdit(types.OptionalVersionedTextDocumentIdentifier(uri, versions[uri]), changes)
            for uri, changes in by_uri.items()
        ]
    )


def to_confirm(edit: types.WorkspaceEdit, label: str) -> types.WorkspaceEdit:
    """The same edit, which the editor shows and asks about before it makes it."""
    for change in edit.document_changes or ():
        if isinstance(change, types.TextDocumentEdit):
            change.edits = [
                types.AnnotatedTextEdit("reread", plain.range, plain.new_text)
                for plain in change.edits
                if isinstance(plain, types.TextEdit)
            ]
    edit.change_annotations = {"reread": types.ChangeAnnotation(title(label), needs_confirmation=True)}
    return edit


class _State(NamedTuple):
    """What verification needs to know: frozen, so that it can go to a thread."""

    engine: Engine | None
    document: Document
    path: str
    analysis: Analysis | None


def _state(opened: OpenDocument) -> _State:
    analysis = opened.analysis if opened.current else None
    return _State(opened.folder.engine, opened.document, opened.folder.relative(opened.document.path), analysis)


def _checker(state: _State) -> Check | None:
    """What the rules say about a text close to the state's, asking only about what differs."""
    from reread.analyzers.engine.engine import near

    engine, analysis = state.engine, state.analysis
    if engine is None:
        return None

    def check(document: Document) -> Sequence[Finding]:
        made = engine.check(document, state.path) if analysis is None else near(engine, analysis, document)
        return made.findings

    return check


def _verify(state: _State, finding: Finding, fix: Fix, texts: Mapping[str, Document]) -> str:
    from reread.analyzers.fixes import Rejected
    from reread.analyzers.multi_file_fixes import FileUnderFix, verify_all

    files = {"": FileUnderFix(state.document, "", _checker(state))}
    for file in fix.files:
        files[file.uri] = FileUnderFix(texts[file.uri], file.relative, _plain_checker(state.engine, file.relative))
    result = verify_all(files, fix, finding)
    return result.reason if isinstance(result, Rejected) else ""


def _plain_checker(engine: Engine | None, path: str) -> Check | None:
    if engine is None:
        return None
    return lambda document: engine.check(document, path).findings


def _all_safe(state: _State, findings: Sequence[Finding], rule: str = "") -> list[Edit]:
    """The edits that apply all safe fixes, or those of one rule, round by round, as few and small as lines allow."""
    from reread.analyzers import fixes

    whole = _checker(state)

    def of_rule(found: Sequence[Finding]) -> Sequence[Finding]:
        return [each for each in found if rule in ("", each.rule)]

    check: Check | None = None if whole is None else lambda document: of_rule(whole(document))
    fixed = fixes.fix_all(state.document, of_rule(findings), check).document
    return line_edits(state.document, fixed)


def line_edits(before: Document, after: Document) -> list[Edit]:
    """Edits of whole lines that make one text of the other."""
    from difflib import SequenceMatcher

    old, new = _lines(before), _lines(after)
    starts = [*before.lines.starts, len(before.text)]
    return [
        Edit(Span(starts[first], starts[last]), "".join(new[new_first:new_last]))
        for tag, first, last, new_first, new_last in SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
        if tag != "equal"
    ]


def _lines(document: Document) -> list[str]:
    ends = [*document.lines.starts[1:], len(document.text)]
    return [document.text[start:end] for start, end in zip(document.lines.starts, ends, strict=True)]
