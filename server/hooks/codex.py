"""Codex CLI: `PostToolUse` of `apply_patch` and `Stop`, https://developers.openai.com/codex/hooks.

It takes the answers of Claude Code and no field besides; its edits are patches.
"""

from __future__ import annotations

from reread.server.hooks.events import Event, flag, table, text
from reread.server.hooks.patches import paths


def read(data: dict[str, object]) -> Event | None:
    """The event of `PostToolUse` with a patch, or of `Stop`."""
    name, folder, session = (text(data, each) for each in ("hook_event_name", "cwd", "session_id"))
    if name == "Stop":
        return Event("stop", name, folder, session, again=flag(data, "stop_hook_active"))
    edited = paths(text(table(data.get("tool_input")), "command", "input", "patch"))
    return Event("edit", name, folder, session, edited) if name == "PostToolUse" and edited else None


def answer(event: Event, report: str) -> dict[str, object]:
    """The reason is what the model reads next."""
    return {"decision": "block", "reason": report} if report else {}
