"""Commands. Each starts its work and answers at once: the work shows progress and is cancelled there.

Arguments are forgiving, as editors differ in what they can pass: without any, a command means the document that the
person touched last.
"""

from __future__ import annotations

import logging
import os
import platform
import sys
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

from lsprotocol import types

from reread.analyzers import owned_files
from reread.analyzers.findings import Applicability, Finding, Fix
from reread.analyzers.rules.reporting.pages import page as rule_page
from reread.server.lsp.features import context_preview, edit_preview, fixing, model_fix
from reread.server.lsp.features import explain as pages
from reread.server.lsp.features.code_actions import touches
from reread.server.lsp.transport import convert, uris

if TYPE_CHECKING:
    from reread.server.lsp.analysis.folders import Folder
    from reread.server.lsp.server import Server
    from reread.server.lsp.session import OpenDocument

logger = logging.getLogger(__name__)


def explain(ls: Server, *arguments: Any) -> str | None:
    """Open the page about a finding or a rule, and answer with it. Takes a rule id, or what our actions pass."""
    reference = arguments[0] if arguments else None
    rule = reference if isinstance(reference, str) else _field(reference, "rule")
    opened = document_of(ls, _field(reference, "uri"))
    page = _page(ls, opened, rule, _finding(ls, opened, reference))
    if page is None:
        ls.show(f"there is no rule {rule!r}" if rule else "which rule to explain?", types.MessageType.Info)
        return None
    ls.session.tasks.start(show_page(ls, page.split(maxsplit=2)[1], page), "explain")
    return page


async def show_page(ls: Server, name: str, page: str) -> None:
    """Show Markdown as a document where the client can, else as a message."""
    if not await show_text(ls, f"{name}.md", page):
        ls.show(page, types.MessageType.Info)


async def show_text(ls: Server, name: str, text: str) -> bool:
    """Open a text of ours as a document of that name; False where the client cannot."""
    if not ls.session.client.show_document:
        return False
    try:
        path = await ls.schedule.in_thread(_write_page, ls.pages_directory, name, text)
    except OSError as error:
        logger.warning("the page cannot be written: %s", error)
        return False
    shown = await ls.window_show_document_async(
        types.ShowDocumentParams(uris.uri_of(path), external=False, take_focus=True)
    )
    return shown.success


def review_file(ls: Server, *arguments: Any) -> None:
    """Run the rules and the model over all of a file. Takes its URI."""
    opened = document_of(ls, _uri(arguments))
    if opened is None:
        ls.show("open the file that is to be reviewed", types.MessageType.Info)
        return
    ls.schedule.request(opened)
    ls.reviews.file(opened)


def review_selection(ls: Server, *arguments: Any) -> None:
    """Review the definitions that a range touches. Takes the URI and the LSP range."""
    opened = document_of(ls, _uri(arguments))
    place = next((part for part in map(_range, arguments) if part is not None), None)
    if opened is None or place is None:
        ls.show("select the code that is to be reviewed", types.MessageType.Info)
        return
    ls.reviews.selection(opened, convert.span(opened.document, *place, ls.session.client.encoding))


def review_changes(ls: Server, *arguments: Any) -> None:
    """Review what differs from HEAD, in the folder of the URI or in all folders."""
    opened = document_of(ls, _uri(arguments)) if arguments else None
    folders = [opened.folder] if opened is not None else list(ls.session.folders.values())
    folders = [folder for folder in folders if folder.path]
    if not folders:
        ls.show("open a folder to review its changes", types.MessageType.Info)
    for folder in folders:
        ls.reviews.changes(folder)


def show_context(ls: Server, *arguments: Any) -> None:
    """Open a page with what a review would be given to read. Takes the URI and the LSP range (default: the start)."""
    opened = document_of(ls, _uri(arguments))
    if opened is None:
        ls.show("open the file that the context is wanted of", types.MessageType.Info)
        return
    place = next((part for part in map(_range, arguments) if part is not None), ((0, 0), (0, 0)))
    span = convert.span(opened.document, *place, ls.session.client.encoding)
    ls.session.tasks.start(context_preview.show(ls, opened, span), "context")


def fix_with_model(ls: Server, *arguments: Any) -> None:
    """Ask the model to fix a finding. Takes the uri with a fingerprint, as our actions pass, or with a range."""
    reference = arguments[0] if arguments else None
    opened = document_of(ls, _field(reference, "uri"))
    finding = _finding(ls, opened, reference)
    if opened is None or finding is None:
        ls.show("there is no finding, or its text has changed", types.MessageType.Info)
        return
    model_fix.start(ls, opened, finding)


def preview_fix(ls: Server, *arguments: Any) -> None:
    """Show what a fix of a finding would do, and apply it if the person says so. Takes what our actions pass."""
    reference = arguments[0] if arguments else None
    opened = document_of(ls, _field(reference, "uri"))
    finding = _finding(ls, opened, reference)
    number = _get(reference, "fix") or 0
    fix = fixing.fix_number(finding, number) if finding is not None else None
    if opened is None or finding is None or fix is None:
        ls.show("there is no fix, or its text has changed", types.MessageType.Info)
    elif fix.applicability is Applicability.DISPLAY_ONLY:
        ls.session.tasks.start(edit_preview.show(ls, opened, fix), "showing a fix")
    else:
        ls.session.tasks.start(
            edit_preview.offer(ls, opened, _known(opened, finding.fingerprint, number)), "offering a fix"
        )


def _known(opened: OpenDocument, fingerprint: str, number: int) -> edit_preview.Current:
    def current() -> tuple[Finding, Fix] | None:
        finding = fixing.find(opened, fingerprint)
        fix = fixing.fix_number(finding, number) if finding is not None else None
        return (finding, fix) if finding is not None and fix is not None else None

    return current


def consent(ls: Server, *arguments: Any) -> None:
    """Ask again whether code may be sent to a model, in the folder of the URI or of the document touched last."""
    opened = document_of(ls, _uri(arguments))
    folders = [opened.folder] if opened is not None else ls.session.all_folders()
    for folder in folders:
        ls.session.tasks.start(ls.consents.ask(folder), "consent")


def index(ls: Server, *_: Any) -> None:
    """Bring the index of every folder up to date."""
    for folder in ls.session.folders.values():
        ls.background.index(folder)


def pause_indexing(ls: Server, *_: Any) -> None:
    """Stop indexing every folder, until it is resumed here, in another editor or on the command line."""
    ls.session.tasks.start(_for_each_folder(ls, ls.background.pause), "pausing")


def resume_indexing(ls: Server, *_: Any) -> None:
    """Go on with indexing every folder."""
    ls.session.tasks.start(_for_each_folder(ls, ls.background.resume), "resuming")


def clear_cache(ls: Server, *_: Any) -> None:
    """Delete what was kept of the model's answers and the index of every folder; the index is built anew."""
    ls.background.clear_cache()


def print_debug_information(ls: Server, *_: Any) -> str:
    """What helps to find out why something does not work: the answer, and in the log."""
    session = ls.session
    lines = [
        f"reread {ls.version}, Python {platform.python_version()} ({sys.executable}), {platform.platform()}",
        f"position encoding: {session.client.encoding.value}",
        f"worker: {ls.background.state}",
        f"open documents: {len(session.documents)}, running: {', '.join(session.tasks.names) or 'nothing'}",
    ]
    for folder in session.all_folders():
        rules = len(folder.engine.rules.rules) if folder.engine is not None else 0
        lines.append(f"folder {folder.path or '(none)'}: {rules} rules, {folder.settings}")
    text = "\n".join(lines)
    ls.window_log_message(types.LogMessageParams(types.MessageType.Info, text))
    return text


COMMANDS: dict[str, Callable[..., Any]] = {
    "reread.explain": explain,
    "reread.reviewFile": review_file,
    "reread.reviewSelection": review_selection,
    "reread.reviewChanges": review_changes,
    "reread.showContext": show_context,
    "reread.fixWithModel": fix_with_model,
    "reread.previewFix": preview_fix,
    "reread.consent": consent,
    "reread.index": index,
    "reread.pauseIndexing": pause_indexing,
    "reread.resumeIndexing": resume_indexing,
    "reread.clearCache": clear_cache,
    "reread.printDebugInformation": print_debug_information,
}


async def _for_each_folder(ls: Server, work: Callable[[Folder], Awaitable[None]]) -> None:
    for folder in list(ls.session.folders.values()):
        try:
            await work(folder)
        except OSError as error:
            ls.show(f"{error.filename}: {error.strerror or error}")


def document_of(ls: Server, uri: str) -> OpenDocument | None:
    """The open document of that URI, or without one the document that was touched last."""
    return ls.session.document(uri) if uri else ls.session.documents.get(ls.session.latest)


def _write_page(directory: str, name: str, page: str) -> str:
    safe = "".join(letter if letter.isalnum() or letter in "-_." else "-" for letter in name)
    path = os.path.join(directory, safe)
    with open(path, "w", encoding="utf-8", opener=owned_files.opener) as file:
        file.write(page)
    return path


def _page(ls: Server, opened: OpenDocument | None, rule: str, finding: Finding | None) -> str | None:
    folders = [opened.folder] if opened is not None else []
    name = finding.rule if finding is not None else rule
    known = next((found for folder in (*folders, *ls.session.all_folders()) if (found := folder.rule(name))), None)
    if finding is not None:
        return pages.finding_page(finding, known)
    return rule_page(known) if known is not None else None


def _finding(ls: Server, opened: OpenDocument | None, reference: Any) -> Finding | None:
    """The finding that is meant: by its fingerprint, else, where no rule is named either, by its place."""
    if opened is None:
        return None
    if fingerprint := _field(reference, "fingerprint"):
        return fixing.find(opened, fingerprint)
    place = _range(reference)
    if place is None or _field(reference, "rule"):
        return None
    selected = convert.span(opened.document, *place, ls.session.client.encoding)
    return next((finding for finding in opened.findings() if touches(finding.span, selected)), None)


def _uri(arguments: tuple[Any, ...]) -> str:
    first = arguments[0] if arguments else None
    return first if isinstance(first, str) else _field(first, "uri") or _field(_get(first, "textDocument"), "uri")


def _range(argument: Any) -> tuple[tuple[int, int], tuple[int, int]] | None:
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
