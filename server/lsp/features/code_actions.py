"""Code actions: verified fixes, fix-all, ignoring, explaining, and model requests.

Fixes of rules are verified before they are offered, as that costs milliseconds. Where the client can resolve actions,
the edit itself is made when it is wanted, of the text as it is then. A client that knows commands only gets commands.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Awaitable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from lsprotocol import types

from reread.analyzers.findings import Applicability, Finding, Fix, Source
from reread.analyzers.shown.lines import line, title
from reread.analyzers.text import Span
from reread.server.lsp.features import fixing
from reread.server.lsp.parts.context import Context, Request
from reread.server.lsp.transport import convert
from reread.server.lsp.transport.capabilities import FIX_ALL, REVIEW

if TYPE_CHECKING:
    from reread.server.lsp.documents.session import OpenDocument
    from reread.server.lsp.transport.capabilities import ClientCapabilities

Value = TypeVar("Value")

PATIENCE = 2.0
"""Seconds that a list of actions waits for analyses and for fixes to be verified, which may stand in a queue behind
those of other documents. What is not verified by then is when it is chosen.
"""

VERIFIED_AT_ONCE = 8
"""Fixes that are verified before they are offered; with more than these under the cursor, when they are chosen."""


async def code_action(
    context: Context, params: types.CodeActionParams
) -> Sequence[types.CodeAction | types.Command] | None:
    """The actions for the findings in the range; None for documents that are not open or not analysed."""
    client = context.session.client
    opened = context.session.document(params.text_document.uri)
    if opened is None or not opened.folder.settings.enable:
        return None
    until = asyncio.get_running_loop().time() + PATIENCE
    await in_time(until, context.schedule.settled(opened, awake=True))
    context.session.latest = opened.key
    wanted = OnlyKinds(params.context.only)
    span = convert.span_of(opened.document, params.range, client.encoding)
    actions: list[types.CodeAction] = []
    if wanted.kind("quickfix"):
        chosen = [finding for finding in opened.findings() if touches(finding.span, span)]
        offers = await quick_fixes(context, opened, chosen, params.context.diagnostics, until)
        actions += offers.sure
        actions += _fix_rules(opened, chosen)
        actions += offers.unsafe
        with_model = bool(chosen) and await _has_provider(opened)
        for finding in chosen:
            actions += _about(context, opened, finding, params.context.diagnostics, with_model=with_model)
        actions += offers.failed
    # What is about the whole file is for those who ask for it: it would end every list of fixes.
    if wanted.only and wanted.kind(FIX_ALL):
        actions += _fix_all(opened)
    if wanted.only and wanted.kind(REVIEW):
        actions += _reviews(opened, params)
    if not client.code_action_literals:
        return [command for action in actions if (command := _as_command(client, action)) is not None]
    if actions and not client.resolve_edit:
        actions = [await resolve(context, action) for action in actions]
    return [action for action in actions if action.disabled is None or client.disabled_actions]


def _as_command(client: ClientCapabilities, action: types.CodeAction) -> types.Command | None:
    """The action for a client that takes commands only; None where there is nothing that the client could do."""
    data = action.data
    if action.disabled is not None:
        return None
    if data is None:
        named = action.command
        return types.Command(action.title, named.command, arguments=named.arguments) if named is not None else None
    if client.apply_edit:
        return types.Command(action.title, "reread.applyAction", arguments=[data, action.title])
    if data["do"] == "fix":
        return types.Command(title(f"Show the fix: {action.title}"), "reread.previewFix", arguments=[data])
    return None


_LONGEST_WORDS = 120


class OnlyKinds:
    """The client's `only`: a kind includes those below it; without it, all kinds are wanted."""

    def __init__(self, only: Sequence[types.CodeActionKind | str] | None) -> None:
        self.only = [kind.value if isinstance(kind, types.CodeActionKind) else kind for kind in only or ()]

    def kind(self, kind: str) -> bool:
        return not self.only or any(kind == asked or asked == "" or kind.startswith(asked + ".") for asked in self.only)


def touches(finding: Span, selected: Span) -> bool:
    """True when a cursor at an end of the finding, or a selection that shares a place with it, means it."""
    return finding.start <= selected.end and selected.start <= finding.end


class Offers(NamedTuple):
    """Fixes that may be applied as they are offered, the surest first; those that may change behaviour; and what failed
    verification, which is there to be looked at.
    """

    sure: list[types.CodeAction]
    unsafe: list[types.CodeAction]
    failed: list[types.CodeAction]


def patience_ends() -> float:
    """When the patience of a request that came now ends, by the loop's clock."""
    return asyncio.get_running_loop().time() + PATIENCE


async def in_time(until: float, work: Awaitable[Value]) -> Value | None:
    """The result of the work; None, and the work given up, where it takes longer (seconds of the loop's clock)."""
    try:
        async with asyncio.timeout_at(until):
            return await work
    except TimeoutError:
        return None


async def quick_fixes(
    context: Context,
    opened: OpenDocument,
    findings: Iterable[Finding],
    diagnostics: Sequence[types.Diagnostic],
    until: float,
) -> Offers:
    """Verified fixes of rules, then of a model; unsafe fixes; and proposals that do not hold."""
    all_fixes = [(finding, number, fix) for finding in findings for number, fix in enumerate(finding.fixes)]
    offers = [each for each in all_fixes if each[2].applicability is not Applicability.DISPLAY_ONLY]
    offers.sort(key=lambda each: _is_of_model(each[0], each[2]))
    made = Offers([], [], [])
    for finding, number, fix in offers:
        problem: str | None = None
        if len(offers) <= VERIFIED_AT_ONCE:
            problem = await in_time(until, fixing.problem_of(context, opened, finding, fix))
        verified, problem = problem is not None, problem or ""
        action = _quick_fix(context, opened, finding, number, fix, diagnostics, verified and not problem, problem)
        (made.failed if problem else made.unsafe if is_unsafe(finding, fix) else made.sure).append(action)
    made.sure.sort(key=lambda action: not action.is_preferred)
    made.failed.extend(_proposal(context, opened, *each, diagnostics) for each in all_fixes if each not in offers)
    return made


def is_unsafe(finding: Finding, fix: Fix) -> bool:
    """True for a fix of a rule that may change what the code does; a model's is looked at before it is applied."""
    return fix.applicability is Applicability.UNSAFE and not _is_of_model(finding, fix)


def _is_of_model(finding: Finding, fix: Fix) -> bool:
    return fix.generated or finding.source is Source.MODEL


def _quick_fix(
    context: Context,
    opened: OpenDocument,
    finding: Finding,
    number: int,
    fix: Fix,
    diagnostics: Sequence[types.Diagnostic],
    verified: bool,
    problem: str,
) -> types.CodeAction:
    client = context.session.client
    generated = _is_of_model(finding, fix)
    preferred = verified and fix.applicability is Applicability.SAFE and not generated
    warning = ", unsafe: may change behaviour" if is_unsafe(finding, fix) else ""
    action = types.CodeAction(
        title=_named(fix.title, f"{finding.rule}{warning}"),
        kind=types.CodeActionKind.QuickFix,
        diagnostics=_matching(finding, opened, diagnostics, context) or None,
        is_preferred=True if preferred and client.preferred_actions else None,
        data=_data(opened, do="fix", fingerprint=finding.fingerprint, fix=number),
    )
    if generated and types.CodeActionTag.LlmGenerated.value in client.action_tags:
        action.tags = [types.CodeActionTag.LlmGenerated]
    if problem:
        action.disabled = types.CodeActionDisabled(reason=line(problem))
    elif fix.generated and not client.confirm_edits:
        # Nobody should apply unseen what a model wrote, and this editor does not show it.
        action.data, action.command = None, _preview(opened, finding, number)
    return action


def _proposal(
    context: Context,
    opened: OpenDocument,
    finding: Finding,
    number: int,
    fix: Fix,
    diagnostics: Sequence[types.Diagnostic],
) -> types.CodeAction:
    """A proposal that does not hold: to be looked at."""
    return types.CodeAction(
        title=_named(f"Show the fix that failed verification: {fix.title}", finding.rule),
        kind=types.CodeActionKind.QuickFix,
        diagnostics=_matching(finding, opened, diagnostics, context) or None,
        command=_preview(opened, finding, number),
    )


def _named(words: str, what: str) -> str:
    """A title begins with a verb, and says at its end who offers it for what."""
    return title(f"{line(words, _LONGEST_WORDS)} (Reread: {what})")


def _preview(opened: OpenDocument, finding: Finding, number: int) -> types.Command:
    reference = {"uri": opened.document.uri, "fingerprint": finding.fingerprint, "fix": number}
    return types.Command("Show the fix", "reread.previewFix", arguments=[reference])


def _about(
    context: Context,
    opened: OpenDocument,
    finding: Finding,
    diagnostics: Sequence[types.Diagnostic],
    *,
    with_model: bool,
) -> Iterable[types.CodeAction]:
    """What can be done about any finding, fix or not; `with_model` if there is a model to ask."""
    same = _matching(finding, opened, diagnostics, context) or None
    reference = {"uri": opened.document.uri, "fingerprint": finding.fingerprint, "rule": finding.rule}
    if finding.rule != "file-too-large":
        if with_model:
            command = types.Command("Fix with the model", "reread.fixWithModel", arguments=[reference])
            named = _named("Fix this with the model", finding.rule)
            yield types.CodeAction(named, kind=types.CodeActionKind.QuickFix, diagnostics=same, command=command)
        for scope, words in (("line", "for this line"), ("file", "in this file")):
            if fixing.ignore_edit(opened, finding, scope) is None:
                continue
            yield types.CodeAction(
                title=_named(f"Ignore {words}", finding.rule),
                kind=types.CodeActionKind.QuickFix,
                diagnostics=same,
                command=_to_reason(context, opened, finding),
                data=_data(opened, do="ignore", fingerprint=finding.fingerprint, scope=scope, rule=finding.rule),
            )
    if opened.folder.path:
        command = types.Command("Dismiss", "reread.dismiss", arguments=[reference])
        named = _named("Dismiss this finding for everyone here", finding.rule)
        yield types.CodeAction(named, kind=types.CodeActionKind.QuickFix, diagnostics=same, command=command)
    command = types.Command("Explain", "reread.explain", arguments=[reference])
    named = _named("Explain this finding", finding.rule)
    yield types.CodeAction(named, kind=types.CodeActionKind.QuickFix, diagnostics=same, command=command)
    if opened.folder.path and with_model and finding.rule != "file-too-large":
        command = types.Command("Suggest a test", "reread.suggestTest", arguments=[reference])
        named = _named("Suggest a test for this", finding.rule)
        yield types.CodeAction(named, kind=types.CodeActionKind.QuickFix, diagnostics=same, command=command)


async def _has_provider(opened: OpenDocument) -> bool:
    """Whether the model's review is switched on and a provider set up. Files and the keyring may have to be asked."""

    def look() -> bool:
        from reread.analyzers.review.availability import choose

        return choose(opened.folder.settings.review) is not None

    return opened.folder.settings.review.enable and await asyncio.to_thread(look)


def _to_reason(context: Context, opened: OpenDocument, finding: Finding) -> types.Command | None:
    """What leads to the reason once the comment is there, where the edit itself cannot hold a place for the cursor."""
    client = context.session.client
    if client.snippet_edits or not client.show_document:
        return None
    reference = {"uri": opened.document.uri, "rule": finding.rule}
    return types.Command("Write the reason", "reread.writeReason", arguments=[reference])


def _fix_rules(opened: OpenDocument, chosen: Sequence[Finding]) -> Iterable[types.CodeAction]:
    """For each rule with a safe fix here and others in the file: all of them at once."""
    rules = Counter(finding.rule for finding in opened.findings() if any(fixing.is_safe(fix) for fix in finding.fixes))
    for rule in dict.fromkeys(finding.rule for finding in chosen):
        if rules[rule] > 1:
            named = _named(f"Fix all {rules[rule]} of these in this file", rule)
            data = _data(opened, do="fix-all", rule=rule)
            yield types.CodeAction(named, kind=types.CodeActionKind.QuickFix, data=data)


def _fix_all(opened: OpenDocument) -> Iterable[types.CodeAction]:
    if any(fixing.is_safe(fix) for finding in opened.findings() for fix in finding.fixes):
        yield types.CodeAction("Apply all safe fixes (Reread)", kind=FIX_ALL, data=_data(opened, do="fix-all"))


def _reviews(opened: OpenDocument, params: types.CodeActionParams) -> Iterable[types.CodeAction]:
    """Reviews by the model, for editors whose menu of source actions is the handiest way to a command."""
    uri = opened.document.uri
    start, end = params.range.start, params.range.end
    place = {"start": _json(start), "end": _json(end)}
    names: list[tuple[str, str, list[Any]]] = []
    if opened.folder.settings.review.enable:
        names += [("Review the selection", "reread.reviewSelection", [uri, place])] if start != end else []
        names += [("Review this file", "reread.reviewFile", [uri]), ("Review changes", "reread.reviewChanges", [uri])]
    if opened.folder.settings.index.enable:
        names.append(("Show what the review would see", "reread.showContext", [uri, place]))
    for label, name, arguments in names:
        command = types.Command(label, name, arguments=arguments)
        yield types.CodeAction(f"{label} (Reread)", kind=REVIEW, command=command)


def _json(position: types.Position) -> dict[str, int]:
    return {"line": position.line, "character": position.character}


async def resolve(context: Context, action: types.CodeAction) -> types.CodeAction:
    """Make the edit of an action from the text as it is now, or say why there is none."""
    data = action.data
    if not isinstance(data, dict) or action.edit is not None or action.disabled is not None:
        return action
    opened = context.session.document(str(data.get("uri")))
    if opened is None:
        action.disabled = types.CodeActionDisabled(reason="the document is closed")
        return action
    await in_time(asyncio.get_running_loop().time() + PATIENCE, context.schedule.settled(opened, awake=True))
    edit, problem = await fixing.edit_of(context, opened, data)
    if problem:
        action.disabled = types.CodeActionDisabled(reason=line(problem))
    else:
        action.edit = edit
        if data.get("do") == "fix" and opened.folder.path and context.session.client.resolve_edit:
            # Only here: libraries for clients take a listed action that has a command for a mere command.
            reference = {"uri": opened.document.uri, "fingerprint": data.get("fingerprint")}
            action.command = types.Command("Remember", "reread.accepted", arguments=[reference])
    return action


def _data(opened: OpenDocument, **more: Any) -> dict[str, Any]:
    return {"uri": opened.document.uri, **more}


def _matching(
    finding: Finding, opened: OpenDocument, diagnostics: Sequence[types.Diagnostic], context: Context
) -> list[types.Diagnostic]:
    """The client's own diagnostics that are this finding: by what we gave it along, else by rule and place."""
    encoding = context.session.client.encoding
    place = convert.range_of(opened.document, finding.span, encoding)
    return [
        diagnostic
        for diagnostic in diagnostics
        if diagnostic.source == convert.SOURCE
        and diagnostic.code == finding.rule
        and (_fingerprint(diagnostic) or finding.fingerprint) == finding.fingerprint
        and (_fingerprint(diagnostic) or diagnostic.range == place)
    ]


def _fingerprint(diagnostic: types.Diagnostic) -> str:
    data: Any = diagnostic.data
    value = data.get("fingerprint") if isinstance(data, dict) else getattr(data, "fingerprint", "")
    return value if isinstance(value, str) else ""


def _announced(client: ClientCapabilities) -> dict[str, Any]:
    options = {"codeActionKinds": ["quickfix", FIX_ALL, REVIEW], "resolveProvider": True}
    return {"codeActionProvider": options if client.code_action_literals else True}


REQUESTS = (
    Request(types.TEXT_DOCUMENT_CODE_ACTION, code_action, _announced),
    Request(types.CODE_ACTION_RESOLVE, resolve),
)
