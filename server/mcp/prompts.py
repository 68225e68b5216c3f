"""Prompts that people pick in their client: a review of the change, and a round of fixes."""

from __future__ import annotations

from mcp.server.mcpserver import MCPServer


def add(server: MCPServer) -> None:
    """Give the prompts to a server."""

    @server.prompt(title="Review my change")
    def review(base: str = "") -> str:
        """Review a change and tell me what matters."""
        which = f'the scope "base" and base "{base}"' if base else 'the scope "uncommitted"'
        return (
            f"Call review_changes of Reread with {which}. For each finding read the code around it, call "
            "explain_finding where the reason is not clear, and tell me the findings that matter, most important "
            "first: where, what goes wrong and when, and the smallest fix. Say which findings you think are wrong and "
            "why. Change nothing."
        )

    @server.prompt(title="Fix all findings of my change")
    def fix_all() -> str:
        """Fix what a review of the change finds, and stop when there is nothing left that can be fixed."""
        return (
            "Call review_changes of Reread. For each new finding that is right: apply its fix with apply_fix if it has "
            "a safe one, else edit the code, and try the new text of the file with verify_fix before you write it. "
            "Then call review_changes again. Stop when there are no new findings, when a round changes nothing, or "
            "after three rounds, and tell me what is left. Do not add ignore comments; to dismiss a finding, call "
            "dismiss with the reason, which asks me."
        )
