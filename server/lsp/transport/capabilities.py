"""The client's capabilities, as flat facts, and those that this server announces.

The client's side is read from the JSON as it came: clients send nulls, unknown names and odd types here, and none of
that may keep the server from starting.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from reread.analyzers.text import PositionEncoding

FIX_ALL = "source.fixAll.reread"
REVIEW = "source.reread"
PULL = "pullDiagnostics"
"""What a client names under its `experimental.reread` that wants to pull diagnostics although they can be pushed."""

_PREFERRED = (PositionEncoding.UTF8, PositionEncoding.UTF32, PositionEncoding.UTF16)


class ClientCapabilities(NamedTuple):
    """The client's capabilities that change the server's messages."""

    encoding: PositionEncoding = PositionEncoding.UTF16
    configuration: bool = False
    watch_files: bool = False
    register_configuration: bool = False
    progress: bool = False
    show_document: bool = False
    apply_edit: bool = False
    document_changes: bool = False
    confirm_edits: bool = False
    snippet_edits: bool = False
    related_information: bool = False
    code_description: bool = False
    diagnostic_data: bool = False
    diagnostic_tags: frozenset[int] = frozenset()
    code_action_literals: bool = False
    resolve_edit: bool = False
    disabled_actions: bool = False
    preferred_actions: bool = False
    action_tags: frozenset[int] = frozenset()
    markdown_hover: bool = False
    refresh_lenses: bool = False
    notebooks: bool = False
    pull: bool = False
    """Whether diagnostics are pulled; then none are pushed."""
    own: frozenset[str] = frozenset()
    """What of ours it can be asked, beyond the protocol: `experimental.reread` names methods without `reread/`."""


def read(client: Any) -> ClientCapabilities:
    """The facts out of `InitializeParams.capabilities`; what is missing or malformed counts as not supported."""
    edit = ("workspace", "workspaceEdit")
    diagnostics = ("textDocument", "publishDiagnostics")
    action = ("textDocument", "codeAction")
    return ClientCapabilities(
        encoding=negotiate(_get(client, "general", "positionEncodings")),
        configuration=_get(client, "workspace", "configuration") is True,
        watch_files=_get(client, "workspace", "didChangeWatchedFiles", "dynamicRegistration") is True,
        register_configuration=_get(client, "workspace", "didChangeConfiguration", "dynamicRegistration") is True,
        progress=_get(client, "window", "workDoneProgress") is True,
        show_document=_get(client, "window", "showDocument", "support") is True,
        apply_edit=_get(client, "workspace", "applyEdit") is True,
        document_changes=_get(client, *edit, "documentChanges") is True,
        # Only edits of document changes can be annotated.
        confirm_edits=isinstance(_get(client, *edit, "changeAnnotationSupport"), dict)
        and _get(client, *edit, "documentChanges") is True,
        snippet_edits=_get(client, *edit, "snippetEditSupport") is True
        and _get(client, *edit, "documentChanges") is True,
        related_information=_get(client, *diagnostics, "relatedInformation") is True,
        code_description=_get(client, *diagnostics, "codeDescriptionSupport") is True,
        diagnostic_data=_get(client, *diagnostics, "dataSupport") is True,
        diagnostic_tags=_integers(_get(client, *diagnostics, "tagSupport", "valueSet")),
        code_action_literals=isinstance(_get(client, *action, "codeActionLiteralSupport"), dict),
        # Which action is meant stands in its data, which has to come back.
        resolve_edit="edit" in _strings(_get(client, *action, "resolveSupport", "properties"))
        and _get(client, *action, "dataSupport") is True,
        disabled_actions=_get(client, *action, "disabledSupport") is True,
        preferred_actions=_get(client, *action, "isPreferredSupport") is True,
        action_tags=_integers(_get(client, *action, "tagSupport", "valueSet")),
        markdown_hover="markdown" in _strings(_get(client, "textDocument", "hover", "contentFormat")),
        refresh_lenses=_get(client, "workspace", "codeLens", "refreshSupport") is True,
        pull=_pulls(client),
        notebooks=isinstance(_get(client, "notebookDocument", "synchronization"), dict),
        own=frozenset(_strings(_get(client, "experimental", "reread"))),
    )


def _pulls(client: Any) -> bool:
    """Whether the client pulls diagnostics, and is pushed none: one that can do both has to say that it wants this.

    It must be possible to ask it to pull again, or what is found later would not be seen.
    """
    can = isinstance(_get(client, "textDocument", "diagnostic"), dict)
    again = _get(client, "workspace", "diagnostics", "refreshSupport") is True
    wants = PULL in _strings(_get(client, "experimental", "reread"))
    return can and again and (wants or not isinstance(_get(client, "textDocument", "publishDiagnostics"), dict))


def negotiate(offered: Any) -> PositionEncoding:
    """UTF-8 costs us least, then UTF-32; UTF-16 is what every client can do and what silence means."""
    names = _strings(offered)
    return next((encoding for encoding in _PREFERRED if encoding.value in names), PositionEncoding.UTF16)


def announced(client: ClientCapabilities, handlers: Mapping[str, Any]) -> dict[str, Any]:
    """`ServerCapabilities` as JSON, with what the `handlers` add to them.

    There is a diagnosticProvider only for clients that are pushed nothing: some show all twice.
    """
    notebooks = {"notebookDocumentSync": {"notebookSelector": [{"notebook": "*"}], "save": True}}
    pulling = {
        "diagnosticProvider": {"identifier": "reread", "interFileDependencies": True, "workspaceDiagnostics": True}
    }
    return {
        "positionEncoding": client.encoding.value,
        "textDocumentSync": {"openClose": True, "change": 2, "save": {"includeText": False}},
        "workspace": {"workspaceFolders": {"supported": True, "changeNotifications": True}},
        **(notebooks if client.notebooks else {}),
        **(pulling if client.pull else {}),
        **handlers,
    }


def _get(value: Any, *names: str) -> Any:
    for name in names:
        if not isinstance(value, dict):
            return None
        value = value.get(name)
    return value


def _strings(value: Any) -> Sequence[str]:
    return [item for item in value if isinstance(item, str)] if isinstance(value, list) else []


def _integers(value: Any) -> frozenset[int]:
    return frozenset(item for item in value if isinstance(item, int)) if isinstance(value, list) else frozenset()
