"""Offers a fix: shows it as a diff where the editor does not, and applies it when the person agrees."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from lsprotocol import types

from reread.analyzers.findings import Applicability, Finding, Fix
from reread.analyzers.shown.characters import visible
from reread.analyzers.shown.lines import line, title
from reread.analyzers.text import Document
from reread.server.lsp.features import fixing
from reread.server.lsp.parts import other_files

if TYPE_CHECKING:
    from reread.server.lsp.documents.session import OpenDocument
    from reread.server.lsp.parts.context import Context

APPLY = "Apply"
DISCARD = "Discard"

CONFIRM = "confirmFix"
"""What a client announces that shows fixes itself: `reread/confirmFix`, answered by `{"apply": ...}`."""

_LONGEST_IN_MESSAGE = 3_000
"""Characters of a diff in an editor that opens no documents for us."""

Current = Callable[[], tuple[Finding, Fix] | None]
"""The fix with its finding in the text as it is now; None when their text was touched."""


async def offer(context: Context, opened: OpenDocument, current: Current) -> None:
    """Let the person see a fix and decide. It is applied to all its files as they are then, or to none.

    An editor that makes no edits for us shows it, to be typed.
    """
    if not context.session.client.apply_edit and (found := current()) is not None:
        await show(context, opened, found[1])
        return
    agreed = context.session.client.confirm_edits
    while True:
        now = current()
        done = await fixing.tried(context, opened, *now) if now is not None else None
        if done is None or now is None or done.problem:
            context.client.show(
                f"the proposed fix was not applied: {done.problem if done else fixing.GONE}", types.MessageType.Info
            )
            return
        if current() != now or not other_files.as_they_were(context.session, done.texts):
            continue
        if agreed:
            break
        if not await _agreed(context, now[1], done.texts):
            return
        agreed = True
    if await _apply(context, opened, now[1], done.texts):
        fixing.applied(context, opened, now[0].fingerprint)
        context.verdicts.offered(opened, *now)
        await context.verdicts.accepted(opened.document.uri, now[0].fingerprint)


async def show(context: Context, opened: OpenDocument, fix: Fix) -> None:
    """Show a fix that is not to be applied, with the reason where it failed."""
    texts = await other_files.texts_of(context.session, context.schedule, opened, fix)
    if isinstance(texts, str):
        context.client.show(f"the proposed fix cannot be shown: {texts}", types.MessageType.Info)
        return
    whole = {**texts, "": opened.document}
    if CONFIRM in context.session.client.own:
        await _confirmed(context, fix, whole)
    elif words := await _open(context, fix, whole):
        context.client.show(f"{fix.title}{words}", types.MessageType.Info)


def difference(fix: Fix, texts: Mapping[str, Document]) -> str:
    """The changes of a fix, as unified diffs; `texts` are the files by the URIs of its edits."""
    from reread.analyzers.fixes import apply_fix
    from reread.analyzers.multi_file_fixes import parts
    from reread.server.diffs import unified

    names = {file.uri: file.relative for file in fix.files}
    pieces: list[str] = []
    for uri, part in parts(fix).items():
        before = texts[uri]
        name = names.get(uri) or before.path.replace("\\", "/").rpartition("/")[2] or before.uri
        pieces += unified(name, before.text, apply_fix(before, part).text)
    return "".join(pieces)


async def _agreed(context: Context, fix: Fix, texts: Mapping[str, Document]) -> bool:
    if CONFIRM in context.session.client.own:
        return await _confirmed(context, fix, texts)
    shown = await _open(context, fix, texts)
    who = "the model proposes" if fix.generated else "proposed"
    return await context.client.choose(f"{who}: {fix.title}{shown}", (APPLY, DISCARD)) == APPLY


async def _confirmed(context: Context, fix: Fix, texts: Mapping[str, Document]) -> bool:
    """Have the client show the files with the fix beside what they are, and ask."""
    from reread.analyzers.fixes import apply_fix
    from reread.analyzers.multi_file_fixes import parts

    files = [
        {"uri": texts[uri].uri, "before": texts[uri].text, "after": apply_fix(texts[uri], part).text}
        for uri, part in parts(fix).items()
    ]
    holds = fix.applicability is not Applicability.DISPLAY_ONLY
    question = {"title": title(fix.title), "files": files, "generated": fix.generated, "holds": holds}
    if fix.reason:
        question["reason"] = line(fix.reason)
    answer = await context.client.connection.ask(f"reread/{CONFIRM}", question)
    return holds and isinstance(answer, dict) and answer.get("apply") is True


async def _open(context: Context, fix: Fix, texts: Mapping[str, Document]) -> str:
    """Open the diff beside the code; where that cannot be done, what to say instead."""
    diff = difference(fix, texts)
    reason = f"Failed verification: {fix.reason}\n\n" if fix.applicability is Applicability.DISPLAY_ONLY else ""
    if await context.pages.show_text("proposal.diff", visible(f"{fix.title}\n\n{reason}{diff}")):
        return ""
    return f"\n\n{reason}{diff[:_LONGEST_IN_MESSAGE]}{'...' if len(diff) > _LONGEST_IN_MESSAGE else ''}"


async def _apply(context: Context, opened: OpenDocument, fix: Fix, texts: Mapping[str, Document]) -> bool:
    edit = fixing.workspace_edit(context.session, opened, fix.edits, texts)
    if context.session.client.confirm_edits:
        edit = fixing.to_confirm(edit, fix.title)
    return await made(context, edit, fix.title)


async def made(context: Context, edit: types.WorkspaceEdit, label: str) -> bool:
    """Have the editor make an edit; says so where it did not."""
    try:
        result = await context.client.apply_edit(edit, label)
    except Exception as error:
        result = types.ApplyWorkspaceEditResult(False, str(error))
    # Where the editor asked the person, it was probably they who did not want it.
    if not result.applied and (result.failure_reason or not context.session.client.confirm_edits):
        reason = f": {line(result.failure_reason)}" if result.failure_reason else ""
        context.client.show(f"the editor did not apply the edit{reason}", types.MessageType.Info)
    return result.applied
