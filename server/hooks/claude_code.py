"""Claude Code: `PostToolUse` of its editing tools and `Stop`, https://code.claude.com/docs/en/hooks.

Exit code 2 would block with standard error as the reason, any other but 0 is an error that only the user sees.
"""

from __future__ import annotations

from reread.server.hooks.events import Event, flag, table, text


def read(data: dict[str, object]) -> Event | None:
    """The event of `PostToolUse` with a file, or of `Stop`."""
    name, folder, session = (text(data, each) for each in ("hook_event_name", "cwd", "session_id"))
    if name == "Stop":
        return Event("stop", name, folder, session, again=flag(data, "stop_hook_active"))
    path = text(table(data.get("tool_input")), "file_path", "notebook_path")
    return Event("edit", name, folder, session, (path,)) if name == "PostToolUse" and path else None


def answer(event: Event, report: str) -> dict[str, object]:
    """`block` is how the model gets to read the reason; the edit itself has been made."""
    return {"decision": "block", "reason": report} if report else {}
