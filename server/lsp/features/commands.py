"""Commands. Each starts its work and answers at once; the work shows progress and can be cancelled there.

Arguments are optional, because editors differ in what they can pass: without any, a command applies to the document
that the person used last.
"""

from __future__ import annotations

import platform
import sys
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any, NamedTuple

from lsprotocol import types

from reread.analyzers import owned_files
from reread.analyzers import parts as installable
from reread.analyzers.findings import Applicability, Finding, Fix
from reread.analyzers.rules.pages import page as rule_page
from reread.analyzers.text import Span
from reread.server import __version__
from reread.server.lsp.features import context_preview, edit_preview, fixing, model_fix
from reread.server.lsp.features import explain as pages
from reread.server.lsp.features.code_actions import resolve, touches
from reread.server.lsp.transport import convert

if TYPE_CHECKING:
    from reread.server.lsp.documents.folders import Folder
    from reread.server.lsp.documents.session import OpenDocument
    from reread.server.lsp.parts.parts import Parts


def explain(parts: Parts, *arguments: Any) -> str | None:
    """Open the page about a finding or a rule, and answer with it. Takes a rule id, or what our actions pass."""
    reference = arguments[0] if arguments else None
    found = resolve_reference(parts, reference)
    if found.page is None:
        parts.client.show(no_page(reference), types.MessageType.Info)
        return None
    parts.session.tasks.start(parts.context.pages.show(found.page.split(maxsplit=2)[1], found.page), "explain")
    return found.page


def review_file(parts: Parts, *arguments: Any) -> None:
    """Run the rules and the model over all of a file. Takes its URI."""
    opened = document_of(parts, _uri(arguments))
    if opened is None:
        parts.client.show("open a file to review it", types.MessageType.Info)
        return
    parts.schedule.request(opened)
    parts.reviews.file(opened)


def review_selection(parts: Parts, *arguments: Any) -> None:
    """Review the definitions that a range touches. Takes the URI and the LSP range."""
    opened = document_of(parts, _uri(arguments))
    place = next((part for part in map(place_of, arguments) if part is not None), None)
    if opened is None or place is None:
        parts.client.show("select the code to review", types.MessageType.Info)
        return
    parts.reviews.selection(opened, convert.span(opened.document, *place, parts.session.client.encoding))


def review_changes(parts: Parts, *arguments: Any) -> None:
    """Review what differs from HEAD, in the folder of the URI or in all folders."""
    folders = [folder for folder in _folders(parts, _uri(arguments)) if folder.path]
    if not folders:
        parts.client.show("open a folder to review its changes", types.MessageType.Info)
    for folder in folders:
        parts.reviews.changes(folder)


def show_context(parts: Parts, *arguments: Any) -> None:
    """Open a page with what a review would be given to read. Takes the URI and the LSP range (default: the start)."""
    opened = document_of(parts, _uri(arguments))
    if opened is None:
        parts.client.show("open a file to see its context", types.MessageType.Info)
        return
    place = next((part for part in map(place_of, arguments) if part is not None), ((0, 0), (0, 0)))
    span = convert.span(opened.document, *place, parts.session.client.encoding)
    parts.session.tasks.start(context_preview.show(parts.context, parts.background, opened, span), "context")


def fix_with_model(parts: Parts, *arguments: Any) -> None:
    """Ask the model to fix a finding. Takes the uri with a fingerprint, as our actions pass, or with a range."""
    reference = arguments[0] if arguments else None
    opened = document_of(parts, _field(reference, "uri"))
    finding = _finding(parts, opened, reference)
    if opened is None or finding is None:
        parts.client.show("no finding here, or its text has changed", types.MessageType.Info)
        return
    model_fix.start(parts.context, parts.background, parts.consents, opened, finding)


def preview_fix(parts: Parts, *arguments: Any) -> None:
    """Show what a fix of a finding would do, and apply it if the person says so. Takes what our actions pass."""
    reference = arguments[0] if arguments else None
    opened = document_of(parts, _field(reference, "uri"))
    finding = _finding(parts, opened, reference)
    number = _get(reference, "fix") or 0
    fix = fixing.fix_number(finding, number) if finding is not None else None
    if opened is None or finding is None or fix is None:
        parts.client.show("no fix here, or its text has changed", types.MessageType.Info)
    elif fix.applicability is Applicability.DISPLAY_ONLY:
        parts.session.tasks.start(edit_preview.show(parts.context, opened, fix), "showing a fix")
    else:
        parts.session.tasks.start(
            edit_preview.offer(parts.context, opened, _known(opened, finding.fingerprint, number)), "offering a fix"
        )


def apply_action(parts: Parts, *arguments: Any) -> None:
    """Make the edit of an action, for clients that take actions as commands only. Takes its data and title."""
    data, title = (*arguments, None, None)[:2]
    if isinstance(data, dict):
        parts.session.tasks.start(_applied(parts, data, str(title or "")), "applying an action")


async def _applied(parts: Parts, data: dict[str, Any], title: str) -> None:
    action = await resolve(parts.context, types.CodeAction(title, data=data))
    if action.edit is None:
        reason = action.disabled.reason if action.disabled is not None else fixing.GONE
        parts.client.show(f"nothing was changed: {reason}", types.MessageType.Info)
    elif await edit_preview.made(parts.context, action.edit, title):
        follow = {"fix": accepted, "ignore": write_reason}.get(str(data.get("do")))
        if follow is not None:
            follow(parts, data)


def write_reason(parts: Parts, *arguments: Any) -> None:
    """Select the place for the reason in an ignore comment that an action has just written. Takes the URI and rule."""
    reference = arguments[0] if arguments else None
    opened = document_of(parts, _field(reference, "uri"))
    written = f"[{_field(reference, 'rule')}] -- {fixing.REASON}"
    place = opened.document.text.find(written) if opened is not None else -1
    if opened is None or place < 0:
        return
    end = place + len(written)
    span = Span(end - len(fixing.REASON), end)
    selection = convert.range_of(opened.document, span, parts.session.client.encoding)
    parts.session.tasks.start(parts.client.open_document(opened.document.uri, selection), "reason")


def dismiss(parts: Parts, *arguments: Any) -> None:
    """Dismiss a finding for everyone. Takes what our actions pass, or the URI and a range; `reason` if it is known."""
    reference = arguments[0] if arguments else None
    opened = document_of(parts, _field(reference, "uri"))
    finding = _finding(parts, opened, reference)
    if opened is None or finding is None or not opened.folder.path:
        parts.client.show("no finding here, or its text has changed", types.MessageType.Info)
        return
    work = parts.context.verdicts.dismiss(opened, finding, _field(reference, "reason"))
    parts.session.tasks.start(work, "dismissing")


def undo_dismissal(parts: Parts, *_: Any) -> None:
    """Take back the last dismissal of this session."""
    parts.session.tasks.start(parts.context.verdicts.undo_dismissal(), "undoing a dismissal")


def accepted(parts: Parts, *arguments: Any) -> None:
    """Remember that a fix was taken. Takes what our actions pass."""
    reference = arguments[0] if arguments else None
    uri, fingerprint = _field(reference, "uri"), _field(reference, "fingerprint")
    opened = parts.session.document(uri)
    if opened is not None:
        fixing.applied(parts.context, opened, fingerprint)
    parts.session.tasks.start(parts.context.verdicts.accepted(uri, fingerprint), "accepting")


def _known(opened: OpenDocument, fingerprint: str, number: int) -> edit_preview.Current:
    def current() -> tuple[Finding, Fix] | None:
        finding = fixing.find(opened, fingerprint)
        fix = fixing.fix_number(finding, number) if finding is not None else None
        return (finding, fix) if finding is not None and fix is not None else None

    return current


def consent(parts: Parts, *arguments: Any) -> None:
    """Ask again whether code may be sent to a model, in the folder of the URI or of the document touched last."""
    opened = document_of(parts, "")
    named = _uri(arguments) or (opened.document.uri if opened is not None else "")
    for folder in _folders(parts, named) if named else parts.session.all_folders():
        parts.session.tasks.start(parts.consents.ask(folder), "consent")


def index(parts: Parts, *_: Any) -> None:
    """Bring the index of every folder up to date."""
    for folder in parts.session.folders.values():
        parts.background.index(folder)


def pause_indexing(parts: Parts, *arguments: Any) -> None:
    """Stop indexing, until it is resumed here, in another editor or on the command line. Takes the URI of a folder
    (default: every folder).
    """
    folders = _folders(parts, _uri(arguments))
    parts.session.tasks.start(_for_each_folder(parts, folders, parts.background.pause), "pausing")


def resume_indexing(parts: Parts, *arguments: Any) -> None:
    """Go on with indexing. Takes the URI of a folder (default: every folder)."""
    folders = _folders(parts, _uri(arguments))
    parts.session.tasks.start(_for_each_folder(parts, folders, parts.background.resume), "resuming")


def clear_cache(parts: Parts, *_: Any) -> None:
    """Delete what was kept of the model's answers. The index stays."""
    parts.background.clear_cache()


def rebuild_index(parts: Parts, *_: Any) -> None:
    """Delete the index of every folder and build it again."""
    parts.background.rebuild_index()


def set_up(parts: Parts, *arguments: Any) -> None:
    """Install parts of Reread. Takes their names (default: those that are missing of index and model review)."""
    named = [each for each in arguments if isinstance(each, str) and each in installable.PARTS]
    for name in named or [name for name in ("index", "model") if not installable.is_installed(name)]:
        parts.background.missing.install(name)


def print_debug_information(parts: Parts, *_: Any) -> str:
    """Returns and logs information for troubleshooting."""
    session = parts.session
    lines = [
        f"reread {__version__}, Python {platform.python_version()} ({sys.executable}), {platform.platform()}",
        f"position encoding: {session.client.encoding.value}",
        f"worker: {parts.background.state}",
        f"open documents: {len(session.documents)}, running: {', '.join(session.tasks.names) or 'nothing'}",
    ]
    for folder in session.all_folders():
        rules = len(folder.engine.rules.rules) if folder.engine is not None else 0
        lines.append(f"folder {folder.path or '(none)'}: {rules} rules, {folder.settings}")
    text = "\n".join(lines)
    parts.client.log(text)
    return text


COMMANDS: dict[str, Callable[..., Any]] = {
    "reread.explain": explain,
    "reread.reviewFile": review_file,
    "reread.reviewSelection": review_selection,
    "reread.reviewChanges": review_changes,
    "reread.showContext": show_context,
    "reread.fixWithModel": fix_with_model,
    "reread.previewFix": preview_fix,
    "reread.dismiss": dismiss,
    "reread.undoDismissal": undo_dismissal,
    "reread.consent": consent,
    "reread.index": index,
    "reread.pauseIndexing": pause_indexing,
    "reread.resumeIndexing": resume_indexing,
    "reread.clearCache": clear_cache,
    "reread.rebuildIndex": rebuild_index,
    "reread.setup": set_up,
    "reread.printDebugInformation": print_debug_information,
}

FOLLOWING_COMMANDS: dict[str, Callable[..., Any]] = {
    "reread.applyAction": apply_action,
    "reread.writeReason": write_reason,
    "reread.accepted": accepted,
}


def _folders(parts: Parts, uri: str) -> list[Folder]:
    """The workspace folder with the URI, or of the open document with it; all of them where it names neither."""
    session = parts.session
    opened = session.document(uri)
    named = session.folder_named(uri) or (opened.folder if opened is not None else None) if uri else None
    return [named] if named is not None else list(session.folders.values())


async def _for_each_folder(parts: Parts, folders: list[Folder], work: Callable[[Folder], Awaitable[None]]) -> None:
    for folder in folders:
        try:
            await work(folder)
        except OSError as error:
            parts.client.show(owned_files.problem(str(error.filename), error))


def document_of(parts: Parts, uri: str) -> OpenDocument | None:
    """The open document of that URI, or without one the document that was touched last."""
    return parts.session.document(uri) if uri else parts.session.documents.get(parts.session.latest)


class ResolvedReference(NamedTuple):
    """The meaning of a reference: its document and finding, if there are any, and the page about it."""

    opened: OpenDocument | None
    finding: Finding | None
    page: str | None


def resolve_reference(parts: Parts, reference: Any) -> ResolvedReference:
    """Takes a rule id, or what our actions pass."""
    rule = reference if isinstance(reference, str) else _field(reference, "rule")
    opened = document_of(parts, _field(reference, "uri"))
    finding = _finding(parts, opened, reference)
    return ResolvedReference(opened, finding, _page(parts, opened, rule, finding))


def no_page(reference: Any) -> str:
    """The message where nothing can be explained."""
    rule = reference if isinstance(reference, str) else _field(reference, "rule")
    return f"no such rule: {rule}" if rule else "no finding here; place the cursor on a finding and try again"


def _page(parts: Parts, opened: OpenDocument | None, rule: str, finding: Finding | None) -> str | None:
    folders = [opened.folder] if opened is not None else []
    name = finding.rule if finding is not None else rule
    known = next((found for folder in (*folders, *parts.session.all_folders()) if (found := folder.rule(name))), None)
    if finding is not None and opened is not None:
        return pages.finding_page(finding, known, opened.folder, opened.role)
    return rule_page(known) if known is not None else None


def _finding(parts: Parts, opened: OpenDocument | None, reference: Any) -> Finding | None:
    """The finding that is meant: by its fingerprint, else, where no rule is named either, by its place."""
    if opened is None:
        return None
    if fingerprint := _field(reference, "fingerprint"):
        return fixing.find(opened, fingerprint)
    place = place_of(reference)
    if place is None or _field(reference, "rule"):
        return None
    selected = convert.span(opened.document, *place, parts.session.client.encoding)
    return next((finding for finding in opened.findings() if touches(finding.span, selected)), None)


def _uri(arguments: tuple[Any, ...]) -> str:
    first = arguments[0] if arguments else None
    return first if isinstance(first, str) else _field(first, "uri") or _field(_get(first, "textDocument"), "uri")


def place_of(argument: Any) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """The start and end (line, character) of an LSP range, or of what has one as its `range`; else None."""
    place = _get(argument, "range") or argument
    ends = [(_get(end, "line"), _get(end, "character")) for end in (_get(place, "start"), _get(place, "end"))]
    if all(isinstance(number, int) for end in ends for number in end):
        return ends[0], ends[1]
    return None


def _get(value: Any, name: str) -> Any:
    return value.get(name) if isinstance(value, dict) else getattr(value, name, None)


def _field(value: Any, name: str) -> str:
    found = _get(value, name)
    return found if isinstance(found, str) else ""
