"""GitHub Copilot CLI: `postToolUse` of its editing tools and `agentStop`,
https://docs.github.com/en/copilot/reference/hooks-reference.

Its own events do not say their names; those under the names of VS Code (`PostToolUse`, `Stop`) do.
"""

from __future__ import annotations

from reread.server.hooks.events import Event, flag, table, text
from reread.server.hooks.patches import paths


def read(data: dict[str, object]) -> Event | None:
    """The event of a tool with a file, or of an agent that stops."""
    folder, session = text(data, "cwd"), text(data, "sessionId", "session_id")
    name = text(data, "hook_event_name")
    if text(data, "toolName", "tool_name"):
        given = table(data.get("toolArgs", data.get("tool_input")))
        path = text(given, "path", "file_path", "filePath")
        edited = (path,) if path else paths(text(given, "input", "patch") or text(data, "toolArgs"))
        return Event("edit", name or "postToolUse", folder, session, edited) if edited else None
    if name in ("Stop", "agentStop") or "stopReason" in data:
        return Event("stop", name or "agentStop", folder, session, again=flag(data, "stop_hook_active"))
    return None


def answer(event: Event, report: str) -> dict[str, object]:
    """The report is context of the tool's result, or the next prompt."""
    if not report:
        return {}
    return {"decision": "block", "reason": report} if event.kind == "stop" else {"additionalContext": report}
