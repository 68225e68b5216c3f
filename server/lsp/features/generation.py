"""Answers about the code, commit messages and suggested tests in the editor.

Answers that need no model use none, as on the command line; see `server/generation/`.
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any, NamedTuple

from lsprotocol import types

from reread.analyzers.rules.pages import page as rule_page
from reread.analyzers.shown.lines import line, notice
from reread.analyzers.shown.markdown import code, inline, markdown, place
from reread.server.generation.intent import Intent, intent_of
from reread.server.lsp.client.partial_results import PartialResults
from reread.server.lsp.client.progress import Progress
from reread.server.lsp.features import commands
from reread.server.lsp.parts import other_files
from reread.server.lsp.parts.targets import Target
from reread.server.lsp.transport import convert, uris

if TYPE_CHECKING:
    from reread.rag.results import NamedPlace
    from reread.server.generation.values import GeneratedText, GenerationRequest, OnText
    from reread.server.lsp.documents.folders import Folder
    from reread.server.lsp.documents.session import OpenDocument
    from reread.server.lsp.parts.parts import Parts
    from reread.server.report.review import ReviewDocument
    from reread.server.worker.client import Worker


class _Place(NamedTuple):
    """A place to click: the path in the folder, the line from 1, and what is said of it."""

    path: str
    line: int
    text: str


class _Answer(NamedTuple):
    """Markdown that may be shown, the places that it rests on, or why there is no answer."""

    text: str = ""
    places: tuple[_Place, ...] = ()
    problem: str = ""


async def answer(parts: Parts, params: Any) -> dict[str, Any]:
    """The answer to a `question` about the folder of the `uri` (default: the first one): its `page` in Markdown with
    links to the `places` (`uri`, `line` from 0, `text`), or the `problem`.

    With a `range` the question is about these lines of the `uri`. A `partialResultToken` is told the page as far as
    the model has written it.
    """
    question, folder = str(params.get("question") or "").strip(), _folder(parts, params.get("uri"))
    if folder is None or not question:
        return {"problem": "open a folder to ask about its code" if folder is None else "enter a question"}
    partial = PartialResults(
        parts.client,
        params.get("partialResultToken"),
        lambda text: {"page": _page(folder, question, _Answer(markdown(text)))},
    )
    try:
        found = await _answered(parts, folder, question, _about(parts, folder, params), partial.add)
    finally:
        partial.close()
    if found.problem:
        return {"problem": notice(found.problem)}
    places = [{"uri": _uri(folder, each.path), "line": each.line - 1, "text": line(each.text)} for each in found.places]
    return {"page": _page(folder, question, found), "places": places}


async def commit_message(parts: Parts, params: Any) -> dict[str, Any]:
    """The `message` for what is staged in the folder of the `uri` (default: the first one), or the `problem`; with
    both the message is worth a look before it is used."""
    from reread.server.generation import change_input
    from reread.server.git import GitError

    folder = _folder(parts, params.get("uri"))
    if folder is None:
        return {"problem": "open a folder to write a commit message"}
    try:
        request, _ = await parts.schedule.in_thread(
            change_input.for_message, folder.path, folder.settings.max_file_size
        )
    except GitError as error:
        return {"problem": notice(str(error))}
    if not request.documents:
        return {"problem": "nothing is staged"}
    written = await _written(parts, folder, request, "Reread: writing the commit message")
    found = {"message": written.text} if written.text else {}
    return {**found, **({"problem": notice(written.problem)} if written.problem else {})}


def ask(parts: Parts, *arguments: Any) -> None:
    """Open a page with the answer to a question. Takes the question, and a URI in the folder."""
    params = {"question": arguments[0] if arguments else "", "uri": arguments[1] if len(arguments) > 1 else None}

    async def show() -> None:
        found = await answer(parts, params)
        if "problem" in found:
            parts.client.show(f"no answer: {found['problem']}", types.MessageType.Info)
        else:
            await parts.context.pages.show("answer", found["page"])

    parts.session.tasks.start(show(), "answer")


def suggest_test(parts: Parts, *arguments: Any) -> None:
    """Open a test that fails because of a finding. Takes what our actions pass, or the URI and a range."""
    found = commands.resolve_reference(parts, arguments[0] if arguments else None)
    if found.opened is None or found.finding is None or not found.opened.folder.path:
        parts.client.show("no finding here, or its text has changed", types.MessageType.Info)
        return
    opened, finding = found.opened, found.finding
    target = Target(parts.context, opened, "file")

    async def show() -> None:
        from reread.server.generation.values import SuggestedTestRequest

        request = SuggestedTestRequest(opened.folder.path, target.as_request(), finding)
        written = await _written(parts, opened.folder, request, "Reread: writing a test")
        if written.problem or not written.text:
            parts.client.show(f"no valid test for {finding.rule}: {written.problem}", types.MessageType.Info)
        if written.text:
            await _show_test(parts, opened, written)

    task = parts.session.tasks.start(show(), "suggested test")
    task.add_done_callback(lambda _: target.release())


async def _show_test(parts: Parts, opened: OpenDocument, written: GeneratedText) -> None:
    if await parts.context.pages.show_text(os.path.basename(written.path) or "test.txt", written.text):
        words = f"{written.explanation} It belongs in {written.path}." if written.path else written.explanation
        parts.client.show(line(words), types.MessageType.Info)
    else:
        parts.client.show(written.text, types.MessageType.Info)


def _about(parts: Parts, folder: Folder, params: Any) -> ReviewDocument | None:
    """What of an open document the question is about; None if that is not said, or lies in another folder."""
    lines, uri = commands.place_of(params.get("range")), params.get("uri")
    opened = parts.session.document(uri) if isinstance(uri, str) else None
    if lines is None or opened is None or opened.folder is not folder:
        return None
    span = convert.span(opened.document, *lines, parts.session.client.encoding)
    target = Target(parts.context, opened, "file", selection=span)
    try:
        return target.as_request()
    finally:
        target.release()


async def _answered(
    parts: Parts, folder: Folder, question: str, about: ReviewDocument | None, on_words: OnText
) -> _Answer:
    from reread.server.rpc.errors import RequestFailedError, WorkerGoneError

    intent = intent_of(question, lambda name: folder.rule(name) is not None)
    if intent.kind == "rule" and (rule := folder.rule(intent.name)) is not None:
        return _Answer(rule_page(rule))
    if intent.kind == "changes" and (commits := await asyncio.to_thread(_commits, folder, intent.name)):
        return _Answer(markdown("\n".join(f"- {each}" for each in commits)))
    if not folder.settings.index.enable:
        return _Answer(problem="this folder is not indexed")
    if intent.kind in ("model", "changes"):
        return await _by_model(parts, folder, question, about, on_words)
    try:
        worker = await parts.background.worker_for(folder)
        return _named(intent, await _looked_up(worker, folder, intent))
    except (WorkerGoneError, RequestFailedError) as error:
        return _Answer(problem=str(error))


def _commits(folder: Folder, path: str) -> list[str]:
    """What changed lately in a file or folder; nothing where git does not know it."""
    from reread.server.git import GitError, recent

    try:
        return recent.in_path(folder.path, path) if os.path.lexists(os.path.join(folder.path, path)) else []
    except GitError:
        return []


async def _looked_up(worker: Worker, folder: Folder, intent: Intent) -> list[NamedPlace]:
    if intent.kind in ("callers", "importers"):
        return await worker.look_up(folder.path, intent.name, intent.kind)
    return await worker.look_up(folder.path, intent.name, "definitions")


def _named(intent: Intent, found: list[NamedPlace]) -> _Answer:
    if not found:
        what = {"definitions": "definition", "callers": "call"}.get(intent.kind, "import")
        return _Answer(problem=f"no {what} of {intent.name} in the index")
    lead = {"definitions": "Defined here:", "callers": "Called here:"}.get(intent.kind, "Imported here:")
    unsure = " (by its name alone)"
    places = (_Place(each.path, each.line, (each.signature or each.name) + unsure * (not each.sure)) for each in found)
    return _Answer(lead, tuple(places))


async def _by_model(
    parts: Parts, folder: Folder, question: str, about: ReviewDocument | None, on_words: OnText
) -> _Answer:
    from reread.server.generation.values import QuestionRequest

    opened = other_files.open_documents(parts.session, folder, ())
    request = QuestionRequest(folder.path, question, opened=opened, about=about)
    written = await _written(parts, folder, request, "Reread: answering", on_words)
    if written.problem:
        return _Answer(problem=written.problem)
    places = (_Place(each.path, each.line, each.text) for each in written.places)
    return _Answer(markdown(written.text), tuple(places))


async def _written(
    parts: Parts, folder: Folder, request: GenerationRequest, title: str, on_words: OnText | None = None
) -> GeneratedText:
    """What the model writes, after a person has agreed that code is sent."""
    from msgspec import structs

    from reread.server.generation.values import GeneratedText
    from reread.server.lsp.client import editor_model
    from reread.server.rpc.errors import RequestFailedError, WorkerGoneError

    if not folder.settings.enable or not folder.settings.review.enable:
        return GeneratedText(problem="the model review is disabled (setting `reread.review.enable`)")
    if not await parts.consents.given(folder, asked=True):
        return GeneratedText(problem="there is no consent to send code to the model")
    try:
        async with Progress(parts.client, title):
            worker = await parts.background.worker_for(folder)
            agreed = structs.replace(request, consent=True)
            return await worker.generate(agreed, on_words or (lambda text: None), editor_model.of(parts.client))
    except (WorkerGoneError, RequestFailedError) as error:
        return GeneratedText(problem=str(error))


def _page(folder: Folder, question: str, found: _Answer) -> str:
    rows = [
        f"- {place(each.path, each.line, _uri(folder, each.path))} {code(each.text)}".rstrip() for each in found.places
    ]
    lead = [] if found.text.startswith("# ") else [f"# {inline(question)}"]
    return "\n\n".join(part for part in (*lead, found.text.strip(), "\n".join(rows)) if part) + "\n"


def _uri(folder: Folder, path: str) -> str:
    return uris.uri_of(os.path.join(folder.path, *path.split("/")))


def _folder(parts: Parts, uri: Any) -> Folder | None:
    """The folder of a URI, else that of the document touched last, else the first one."""
    found = parts.session.folder_of(uris.path_of(uri)) if isinstance(uri, str) and uri else None
    if found is None or not found.path:
        opened = commands.document_of(parts, "")
        found = opened.folder if opened is not None and opened.folder.path else None
    return found or next(iter(parts.session.folders.values()), None)


QUESTIONS: dict[str, Callable[[Parts, Any], Awaitable[dict[str, Any]]]] = {
    "reread/ask": answer,
    "reread/commitMessage": commit_message,
}
FOLLOWING_COMMANDS: dict[str, Callable[..., Any]] = {"reread.ask": ask, "reread.suggestTest": suggest_test}
"""Both take arguments that no palette has: the question, the finding."""
