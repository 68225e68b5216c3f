"""Gemini CLI: `AfterTool` of its editing tools and `AfterAgent`, https://geminicli.com/docs/hooks/reference.

Exit code 2 would block, any other but 0 is a warning and the agent goes on.
"""

from __future__ import annotations

from reread.server.hooks.events import Event, flag, table, text


def read(data: dict[str, object]) -> Event | None:
    """The event of `AfterTool` with a file, or of `AfterAgent`."""
    name, folder, session = (text(data, each) for each in ("hook_event_name", "cwd", "session_id"))
    if name == "AfterAgent":
        return Event("stop", name, folder, session, again=flag(data, "stop_hook_active"))
    path = text(table(data.get("tool_input")), "file_path")
    return Event("edit", name, folder, session, (path,)) if name == "AfterTool" and path else None


def answer(event: Event, report: str) -> dict[str, object]:
    """The report is below the result of the tool, or is the next prompt."""
    if not report:
        return {}
    if event.kind == "stop":
        return {"decision": "deny", "reason": report}
    return {"hookSpecificOutput": {"hookEventName": event.name, "additionalContext": report}}
