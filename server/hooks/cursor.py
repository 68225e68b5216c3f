"""Cursor: `afterFileEdit`, `postToolUse` and `stop`, https://cursor.com/docs/hooks.

The answer to `afterFileEdit` is read by nobody: it fills the cache, so that `stop` is fast. Exit code 2 would block,
any other but 0 lets the agent go on.
"""

from __future__ import annotations

from reread.server.hooks.events import Event, table, text


def read(data: dict[str, object]) -> Event | None:
    """The event of an edit with its file, or of a turn that was not broken off."""
    name, session = text(data, "hook_event_name"), text(data, "conversation_id", "session_id")
    roots = data.get("workspace_roots")
    root = next((each for each in roots if isinstance(each, str)), "") if isinstance(roots, list) else ""
    folder = root or text(data, "cwd")
    if name == "stop":
        count = data.get("loop_count")
        again = count > 0 if isinstance(count, int) else None
        return Event("stop", name, folder, session, again=again) if data.get("status") != "aborted" else None
    path = text(data, "file_path") or text(table(data.get("tool_input")), "file_path", "path")
    return Event("edit", name, folder, session, (path,)) if name in ("afterFileEdit", "postToolUse") and path else None


def answer(event: Event, report: str) -> dict[str, object]:
    """The report is the next message, or context of the tool's result."""
    if not report:
        return {}
    return {"followup_message": report} if event.kind == "stop" else {"additional_context": report}
